# What the filters of the search page offer.

from __future__ import annotations

from dataclasses import replace

from tthc_catalog.search.payload import build_payload
from tthc_catalog.search.rows import SearchRow
from tthc_catalog.search.searching import SearchIndex
from tthc_catalog.search.tables import SearchTables


def _row(number: int, **said: tuple[str, ...]) -> SearchRow:
    row = SearchRow(code=f"1.00000{number}", name=f"Cấp thẻ {number}", field="Thẻ")
    return replace(row, **said)  # type: ignore[arg-type]  # all of them are tuples of words


def test_spellings_that_differ_in_case_are_one_choice() -> None:
    rows = [
        _row(1, agencies=("Sở Tư pháp",)),
        _row(2, agencies=("Sở tư pháp", "Bộ Y tế")),
        _row(3, agencies=("Sở Tư pháp",)),
    ]
    assert build_payload(rows, SearchTables())["agencies"] == ["Bộ Y tế", "Sở Tư pháp"]
    index = SearchIndex(rows, SearchTables())
    found = index.search("cấp thẻ", 9, {"agency": "sở tư pháp"})
    assert sorted(hit.code for hit in found) == ["1.000001", "1.000002", "1.000003"]


def test_levels_go_from_the_ministries_down() -> None:
    rows = [_row(1, levels=("xã", "cơ quan khác")), _row(2, levels=("tỉnh", "bộ"))]
    levels = build_payload(rows, SearchTables())["levels"]
    assert levels == ["bộ", "tỉnh", "xã", "cơ quan khác"]


def test_choices_follow_the_vietnamese_alphabet() -> None:
    rows = [_row(1, agencies=("Đoàn", "Cục", "Ủy ban", "Dân quân"))]
    assert build_payload(rows, SearchTables())["agencies"] == [
        "Cục", "Dân quân", "Đoàn", "Ủy ban",
    ]  # fmt: skip


def test_more_choices_than_a_number_holds_are_listed() -> None:
    rows = [_row(1, subjects=tuple(f"Người {number:03}" for number in range(60))), _row(2)]
    index = SearchIndex(rows, SearchTables())
    assert [hit.code for hit in index.search("cấp thẻ", 9, {"subject": "Người 059"})] == [
        "1.000001"
    ]
