# Whatever stops the search, or would never be found by it, is told by the check with its line.

from __future__ import annotations

from datetime import date

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.errors import UnreadableError
from tthc_catalog.rules import check
from tthc_catalog.rules.example import ExampleTree, example_files
from tthc_catalog.search import tables_from

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("loi_hoi:\n  - noi: ['~']\n", ["3:10 `noi` không phải là từ để tìm"]),
        ("loi_hoi:\n  - noi: {a: b}\n", ["3:10 `noi` không phải là từ để tìm"]),
        ("loi_hoi:\n  - làm sao\n", ["3:5 mục này không phải là một nhóm khóa: giá trị"]),
        ("loi_hoi: làm sao\n", ["2:10 `loi_hoi` không phải là một danh sách"]),
        ("loi_hoi: {noi: a}\n", ["2:10 `loi_hoi` không phải là một danh sách"]),
        ("loi_hỏi:\n  - noi: làm sao\n", ["2:1 không có bảng `loi_hỏi`"]),
        (
            "ten_goi:\n  - mã: x\n    goi: []\n  - {ma: x, goi: y, vi: z}\n",
            ["3:5 mục này thiếu `goi`", "3:5 mục này thiếu `ma`", "3:9 không có khóa `mã` ở đây"],
        ),
    ],
)
def test_a_fault_is_told_where_it_stands(text: str, told: list[str]) -> None:
    files = {**example_files("ket_qua: Giấy"), "search.yaml": "# bảng tìm kiếm\n" + text}
    catalog = Catalog.load(ExampleTree(files), cache=False)
    found = [each for each in check(catalog, DAY) if each.id == "search-table-fault"]
    assert [
        f"{each.place.line}:{each.place.column} {dict(each.args)['fault']}" for each in found
    ] == told
    assert all(each.mend for each in found)


@pytest.mark.parametrize("words", ["~", " ", [], ["a", "?"], None, {"a": "b"}])
def test_a_table_of_no_words_is_refused_before_it_is_searched(words: object) -> None:
    with pytest.raises(UnreadableError, match="xem `tthc check`"):
        tables_from({"loi_hoi": [{"noi": words}]})
