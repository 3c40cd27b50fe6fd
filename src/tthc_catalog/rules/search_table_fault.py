# The search refuses a table that it cannot read, and so does the site; whoever edits the table must
# be told before, with the line.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Place, Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.search.tables import COMPULSORY, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.rules.subject import Checkup


@rule(
    id="search-table-fault",
    scope=Scope.CATALOG,
    severity=Severity.ERROR,
    says="Bảng tìm kiếm có chỗ sai: {fault}.",
    mend="{advice}",
    bad="""
# search.yaml
noi_thuong_ngay:
  - noi: sổ đỏ
""",
    good="""
# search.yaml
noi_thuong_ngay:
  - noi: sổ đỏ
    la: giấy chứng nhận quyền sử dụng đất
""",
)
def search_table_fault(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Một mục sai làm cả ô tìm kiếm và việc dựng trang dừng lại."""
    del catalogue
    place = Place("search.yaml")
    for table, entries in checkup.catalog.search_tables.items():
        here = place / table
        if table not in COMPULSORY:
            yield (
                here,
                _told(f"không có bảng `{table}`", f"Viết một trong: {', '.join(COMPULSORY)}."),
            )
        elif not isinstance(entries, list):
            yield here, _told(f"`{table}` không phải là một danh sách", _form(table))
        else:
            for index, entry in enumerate(entries):
                yield from _faults(here / index, table, entry)


def _faults(place: Place, table: str, entry: object) -> Iterator[tuple[Place, dict[str, object]]]:
    if not isinstance(entry, dict):
        yield place, _told("mục này không phải là một nhóm khóa: giá trị", _form(table))
        return
    for key in entry:
        if key not in {*COMPULSORY[table], "vi"}:
            yield place / key, _told(f"không có khóa `{key}` ở đây", _form(table))
    for key in COMPULSORY[table]:
        words = entry.get(key, ())
        listed = words if isinstance(words, list | tuple) else [words]
        if not listed:
            yield place, _told(f"mục này thiếu `{key}`", _form(table))
        elif not all(is_word(word) for word in listed):
            advice = f"Viết `{key}:` rồi một từ, hoặc một danh sách các từ."
            yield place / key, _told(f"`{key}` không phải là từ để tìm", advice)


def _form(table: str) -> str:
    keys = ", ".join(f"`{key}:`" for key in COMPULSORY[table])
    return f"Viết mỗi mục một dòng, bắt đầu bằng `- `, gồm {keys} và có thể thêm `vi:` (lý do)."


def _told(fault: str, advice: str) -> dict[str, object]:
    return {"fault": fault, "advice": advice}
