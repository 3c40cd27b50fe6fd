from __future__ import annotations

from typing import TYPE_CHECKING

from tests.outputs.editions import TODAY, catalog, edition, first, later
from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site.edition import Edition
from tthc_catalog.outputs.site.publications import publications
from tthc_catalog.rules.ledger import Ledger
from tthc_catalog.rules.published import Published

if TYPE_CHECKING:
    from pathlib import Path


def _names(told: Edition) -> list[str]:
    return [each.name for each in publications(told)]


def test_the_order_is_that_of_publication(tmp_path: Path) -> None:
    early = first("1.000002", quyet_dinh="{so: 3/QĐ-BTN, ngay: 2024-01-01}")
    told = publications(edition(tmp_path, first(), early))
    assert [each.code for each in told] == ["1.000002", "1.000001"]
    assert [each.number for each in told] == [1, 2]


def test_the_ledger_keeps_late_entries_at_the_end(tmp_path: Path) -> None:
    loaded = catalog(tmp_path, first())
    assert loaded.tree is not None
    before = _names(Edition(loaded, TODAY))
    lines = Ledger().added(Published.in_tree(loaded.tree), TODAY)
    (tmp_path / "ledger.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    late = first("1.000002", quyet_dinh="{so: 3/QĐ-BTN, ngay: 2024-01-01}")
    (tmp_path / "procedures" / "the" / "late.yaml").write_text(late, "utf-8")
    after = _names(Edition(Catalog.load(tmp_path, cache=False, hashes=True), TODAY))
    assert after[: len(before)] == before
    assert after[-1].startswith("1.000002/")


def test_a_lapse_follows_its_document_and_has_its_own_name(tmp_path: Path) -> None:
    trial = later(
        "2/QĐ-BTN", "2026-05-01", hieu_luc="2026-05-10", het_hieu_luc="2026-06-30", ket_qua="Thẻ X"
    )
    told = publications(edition(tmp_path, first() + trial))
    assert [each.lapses for each in told] == [False, False, True]
    assert told[2].name == f"{told[1].name}/het-han"
