# What the search promises beyond the table of cases.

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.errors import UnreadableError
from tthc_catalog.search import (
    SearchIndex,
    SearchRow,
    SearchTables,
    build_index,
    evaluate_answers,
    read_tables,
    shipped_tables,
)
from tthc_catalog.search.searching import EXACT


def test_the_same_rows_in_any_order_give_the_same_bytes(
    small_rows: list[SearchRow], small_tables: SearchTables
) -> None:
    shuffled = small_rows[:]
    random.Random(1).shuffle(shuffled)  # noqa: S311 - no secret, a lasting order
    assert build_index(shuffled, small_tables) == build_index(small_rows, small_tables)


def test_the_index_that_was_written_answers_like_the_one_that_was_made(
    small_rows: list[SearchRow], small_tables: SearchTables
) -> None:
    made = SearchIndex(small_rows, small_tables)
    read = SearchIndex.from_json(build_index(small_rows, small_tables))
    assert made.search("tạm trú") == read.search("tạm trú")


def test_an_abolished_code_leads_to_its_successors_in_the_end() -> None:
    rows = [
        SearchRow(code="1.000001", name="Việc cũ", status="bãi bỏ", successors=("1.000002",)),
        SearchRow(code="1.000002", name="Việc vừa", status="bãi bỏ", successors=("1.000003",)),
        SearchRow(code="1.000003", name="Việc mới", successors=()),
    ]
    hits = SearchIndex(rows, SearchTables()).search("1.000001")
    assert [(hit.code, hit.status) for hit in hits] == [
        ("1.000001", "bãi bỏ"),
        ("1.000002", "bãi bỏ"),
        ("1.000003", ""),
    ]
    assert hits[0].successors == ("1.000002",)
    assert {hit.score for hit in hits} == {EXACT}


def test_successors_in_a_circle_end() -> None:
    rows = [
        SearchRow(code="1.000001", name="Một", status="bãi bỏ", successors=("1.000002",)),
        SearchRow(code="1.000002", name="Hai", status="bãi bỏ", successors=("1.000001",)),
    ]
    found = SearchIndex(rows, SearchTables()).search("1.000001")
    assert [hit.code for hit in found] == ["1.000001", "1.000002"]


def test_of_two_equal_names_the_one_in_force_and_the_commonly_used_come_first() -> None:
    rows = [
        SearchRow(code="1.000001", name="Cấp thẻ", status="bãi bỏ"),
        SearchRow(code="1.000002", name="Cấp thẻ"),
        SearchRow(code="1.000003", name="Cấp thẻ", common=2),
    ]
    found = SearchIndex(rows, SearchTables()).search("cấp thẻ")
    assert [hit.code for hit in found] == ["1.000003", "1.000002", "1.000001"]


def test_an_empty_catalogue_finds_nothing() -> None:
    index = SearchIndex([], SearchTables())
    assert index.search("đăng ký kết hôn") == index.search("1.000894") == []


def test_a_row_with_nothing_but_a_code_and_a_name_can_be_found() -> None:
    index = SearchIndex([SearchRow(code="noi-bo-7", name="Việc riêng")], SearchTables())
    assert [hit.code for hit in index.search("viec rieng")] == ["noi-bo-7"]
    assert [hit.code for hit in index.search("NOI-BO-7")] == ["noi-bo-7"]


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    rows = [SearchRow(code="1.000894", name="Đăng ký kết hôn", decisions=("163/QĐ-BTP",))]
    for hit in SearchIndex(rows, shipped_tables()).search(text):
        assert hit.score > 0


@given(st.text())
def test_no_name_breaks_the_index(name: str) -> None:
    index = SearchIndex([SearchRow(code="1.000894", name=name)], SearchTables())
    index.search(name)


def test_every_shipped_entry_says_why_and_nothing_twice() -> None:
    tables = shipped_tables()
    assert [entry for entry in tables.everyday if not entry.reason] == []
    assert [alias for alias in tables.aliases if not alias.reason] == []
    said = [text for entry in tables.everyday for text in entry.says]
    assert sorted({text for text in said if said.count(text) > 1}) == []
    codes = [alias.code for alias in tables.aliases]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_a_catalogue_extends_the_tables_with_its_own() -> None:
    own = read_tables(
        "noi_thuong_ngay:\n  - {noi: [giấy đi chợ], la: [thẻ vào chợ], vi: tên ở quê tôi}\n",
        "catalog/search.yaml",
    )
    index = SearchIndex([SearchRow(code="1.000001", name="Cấp thẻ vào chợ")], own)
    assert [hit.code for hit in index.search("giay di cho")] == ["1.000001"]
    assert len((shipped_tables() + own).everyday) == len(shipped_tables().everyday) + 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "noi_thuong_ngay: sai\n",
            "Bảng tìm kiếm: “noi_thuong_ngay” phải là danh sách các mục; xem `tthc check`.",
        ),
        (
            "ten_goi:\n  - {goi: [tên]}\n",
            "Bảng tìm kiếm: có mục thiếu “ma” hoặc ghi sai; xem `tthc check`.",
        ),
    ],
)
def test_a_table_written_badly_is_refused_in_words(text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_tables(text, "search.yaml")
    assert str(refused.value) == message


def test_figures_count_from_the_first_accepted_code() -> None:
    answers = {"a": ["1"], "b": ["0", "2"], "c": ["0", "0", "0", "3"], "d": []}
    figures = evaluate_answers(
        lambda asked: answers[asked],
        [
            {"q": "a", "type": "x", "codes": ["1"]},
            {"q": "b", "type": "x", "codes": ["2"]},
            {"q": "c", "type": "y", "codes": ["3"]},
            {"q": "d", "type": "y", "codes": ["4"]},
        ],
    )
    at_1, at_3, at_10, mrr = figures["all"].values()
    assert (at_1, at_3, at_10, mrr) == (0.25, 0.5, 0.75, 0.4375)
    assert figures["by_type"]["x"]["success@3"] == 1
    assert json.dumps(figures, sort_keys=True).startswith('{"all"')
