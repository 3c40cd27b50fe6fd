# What is appended stands below, and no other byte is touched.

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.documents import DOCUMENTS, SPELLINGS
from tthc_catalog.errors import UnwritableError
from tthc_catalog.files.appending import append_document
from tthc_catalog.files.emitting import emit_stream
from tthc_catalog.files.reading import read

TEXT = """\
# Đầu tệp
ma: "1.013225"   # mã
quyet_dinh: {so: 56/QĐ-BXD,  ngay: 2026-01-15}  # số


ten: 'Cấp giấy phép'
cach_thuc: # các cách
  # trên cách một
  - kenh: trực tuyến
    thoi_han: 20 ngày   # hạn
  -   kenh: trực tiếp
      mo_ta: |  # khối
        Bước 1

        Bước 2

# trước so
so: x
---
ten: b
"""


def test_line_ends_and_a_missing_last_one_stay() -> None:
    assert append_document("a: b\r\n", {"c": ["d"]}) == "a: b\r\n---\r\nc:\r\n  - d\r\n"
    assert append_document("a: b", {"c": "d"}) == "a: b\n---\nc: d\n"
    assert append_document("", {"c": "d"}) == "c: d\n"
    assert append_document("# chỉ có ghi chú\n", {"c": "d"}) == "# chỉ có ghi chú\n---\nc: d\n"


def test_nothing_is_appended_to_a_broken_file() -> None:
    with pytest.raises(UnwritableError, match=r"^Không sửa được chỗ này"):
        append_document('a: "b\n', {"c": "d"})


@pytest.mark.parametrize("odd", ["a\x1b[31m", "a\x85b", "a\u2028b", "\x00", "a\rb"])
def test_what_no_text_may_hold_is_not_written(odd: str) -> None:
    with pytest.raises(UnwritableError, match=r"^Không sửa được chỗ này"):
        append_document("a: b\n", {"c": odd})


@given(st.sampled_from((*SPELLINGS, TEXT)), DOCUMENTS)
def test_appending_keeps_all_that_stood_there(text: str, document: dict[str, object]) -> None:
    appended = append_document(text, document)
    assert appended.startswith(text)
    assert read(appended).documents == [*read(text).documents, document]


@given(st.lists(DOCUMENTS, min_size=1, max_size=3), DOCUMENTS)
def test_appending_is_writing_both(
    documents: list[dict[str, object]], document: dict[str, object]
) -> None:
    assert append_document(emit_stream(documents), document) == emit_stream([*documents, document])
