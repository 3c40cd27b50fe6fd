# From a legal text that falls to every live procedure that rests on it.

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tthc_catalog.rules import Wave, ripples
from tthc_catalog.rules.example import EXAMPLE_DAY, example_catalog
from tthc_catalog.rules.ripple import fates

if TYPE_CHECKING:
    from tthc_catalog.catalog import Catalog

REPLACED = """
# legal_documents.yaml
20/2026/NĐ-CP:
  hieu_luc: 2026-07-01
  thay_the: 10/2025/NĐ-CP
"""


def _told(catalog: Catalog, day: date = EXAMPLE_DAY) -> list[tuple[str, str, str, bool]]:
    return [
        (each.code, each.fate.number, each.fate.wave.value, each.by(day))
        for each in ripples(catalog, day)
    ]


def test_a_replaced_text_reaches_the_procedures_that_cite_it() -> None:
    catalog = example_catalog(REPLACED)
    [ripple] = ripples(catalog, EXAMPLE_DAY)
    assert (ripple.code, ripple.fate.by, ripple.fate.day) == (
        "1.000001", "20/2026/NĐ-CP", date(2026, 7, 1),
    )  # fmt: skip
    assert ripple.place.field == "can_cu[0]"
    assert ripple.overtaken
    assert not ripple.cites_successor


def test_what_is_to_come_is_told_before_its_day() -> None:
    assert _told(example_catalog(REPLACED), date(2026, 6, 30)) == [
        ("1.000001", "10/2025/NĐ-CP", "được thay thế", False)
    ]


def test_a_procedure_that_has_gone_is_no_ripple() -> None:
    ended = "ten: Cấp phép\n---\nquyet_dinh: 2/QĐ-UBND\nbai_bo:\n  can_cu: 10/2025/NĐ-CP\n"
    assert not ripples(example_catalog(ended + REPLACED), EXAMPLE_DAY)
    assert ripples(example_catalog(ended + REPLACED), date(2026, 2, 1))


def test_a_text_that_runs_out_by_itself_ends_after_its_last_day() -> None:
    text = "# legal_documents.yaml\n10/2025/NĐ-CP:\n  het_hieu_luc: 2026-06-30\n"
    [fate] = fates(example_catalog(text).legal_documents)["10/2025/NĐ-CP"]
    assert (fate.wave, fate.day, fate.by) == (Wave.EXPIRED, date(2026, 7, 1), None)


def test_a_day_that_nobody_knows_stays_unknown() -> None:
    text = "# legal_documents.yaml\n20/2026/NĐ-CP:\n  ten: Mới\n  bai_bo: 10/2025/NĐ-CP\n"
    [ripple] = ripples(example_catalog(text), EXAMPLE_DAY)
    assert ripple.fate.day is None
    assert not ripple.by(EXAMPLE_DAY)
    assert not ripple.overtaken


def test_the_index_is_that_of_the_document_that_states_the_ground_last() -> None:
    text = (
        "ten: Cấp phép\n---\nquyet_dinh: 2/QĐ-UBND\ncan_cu:\n  - 12/2025/NĐ-CP\n  - 10/2025/NĐ-CP\n"
    )
    [ripple] = ripples(example_catalog(text + REPLACED), EXAMPLE_DAY)
    assert (ripple.place.document, ripple.place.field) == (1, "can_cu[1]")
