# The name of a version stands on paper for years.

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.outputs.editions import catalog, first, later
from tthc_catalog.catalog import versions_of

if TYPE_CHECKING:
    from pathlib import Path

    from tthc_catalog.catalog import Catalog, Version

AMENDED = later("2/QĐ-BTN", "2026-06-01", hieu_luc="2026-07-01", ket_qua="Thẻ mới")


def _versions(loaded: Catalog, code: str = "1.000001") -> tuple[Version, ...]:
    return versions_of(loaded.life(code), loaded.hashes[code])


def test_a_later_decision_leaves_the_names_of_earlier_versions(tmp_path: Path) -> None:
    before = _versions(catalog(tmp_path / "a", first()))
    after = _versions(catalog(tmp_path / "b", first() + AMENDED))
    assert [version.hash for version in after][:1] == [version.hash for version in before]
    assert len(after) == 2


def test_the_name_is_known_for_ever(tmp_path: Path) -> None:
    # Printed sheets carry this name: if this line has to change, all of them lead nowhere.
    assert [version.short for version in _versions(catalog(tmp_path, first()))] == ["5b0d2f05"]


def test_formatting_a_file_changes_no_name(tmp_path: Path) -> None:
    spaced = first().replace("ten: Cấp thẻ", '# ghi chú\nten:   "Cấp thẻ"')
    plain = _versions(catalog(tmp_path / "a", first()))
    assert plain[0].hash == _versions(catalog(tmp_path / "b", spaced))[0].hash


def test_a_corrected_text_keeps_its_name_and_says_who_put_it_right(tmp_path: Path) -> None:
    life = first() + later(
        "2/QĐ-BTN", "2025-03-01", dinh_chinh="{so: 1/QĐ-BTN}", ket_qua="Thẻ cứng"
    )
    wrong, right = _versions(catalog(tmp_path / "a", life))
    assert wrong.hash == _versions(catalog(tmp_path / "b", first()))[0].hash
    assert wrong.spans == ()
    assert wrong.withdrawn is not None
    assert wrong.withdrawn.label == "2/QĐ-BTN"
    assert right.withdrawn is None
    assert right.state.procedure.results[0].name == "Thẻ cứng"


def test_a_trial_that_is_over_returns_to_the_version_before(tmp_path: Path) -> None:
    trial = later(
        "2/QĐ-BTN", "2025-05-01", het_hieu_luc="2025-06-30", hieu_luc="2025-05-10", ket_qua="Thẻ X"
    )
    old, boxed = _versions(catalog(tmp_path, first() + trial))
    assert [(str(span.since), str(span.until)) for span in old.spans] == [
        ("2025-02-01", "2025-05-09"),
        ("2025-07-01", "None"),
    ]
    assert len(boxed.spans) == 1


def test_what_ended_is_no_version(tmp_path: Path) -> None:
    life = first() + later("2/QĐ-BTN", "2026-06-01", bai_bo="{can_cu: 1/2026/NĐ-CP}")
    assert len(_versions(catalog(tmp_path, life))) == 1


def test_without_hashes_versions_still_have_names(tmp_path: Path) -> None:
    life = catalog(tmp_path, first() + AMENDED).life("1.000001")
    assert len({version.hash for version in versions_of(life)}) == 2
