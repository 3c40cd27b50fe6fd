# The canonical spelling: what a file says and its comments stay, and twice is once.

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.documents import DOCUMENTS, SPELLINGS
from tests.files.test_emitting import order
from tests.files.test_reading import damaged
from tthc_catalog.errors import BadRequestError
from tthc_catalog.files.emitting import emit_stream
from tthc_catalog.files.formatting import format_text
from tthc_catalog.files.reading import read
from tthc_catalog.files.tree import FolderTree
from tthc_catalog.finding import Severity

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = """\
# yaml-language-server: $schema=x
# Đầu tệp

ten: Cấp giấy phép   # bên cạnh tên
# trên mã
ma: '1.013225'
cap: # bên cạnh cấp
  # trên xã
  - xã   # bên cạnh xã
  -
    # trong một mục
    z: 'q # không phải ghi chú'
trinh_tu: |  # bên cạnh khối
    Bước 1 # vẫn là nội dung

    # cũng là nội dung
so: {a: 1, # bên cạnh a
  b: 2} # bên cạnh b
# cuối phần một
--- # đầu phần hai
c: d
# cuối tệp
"""
CANONICAL = """\
# yaml-language-server: $schema=x
# Đầu tệp
# trên mã
ma: "1.013225"
ten: Cấp giấy phép  # bên cạnh tên
cap:  # bên cạnh cấp
  # trên xã
  - xã  # bên cạnh xã
  # trong một mục
  - z: "q # không phải ghi chú"
trinh_tu: |  # bên cạnh khối
  Bước 1 # vẫn là nội dung

  # cũng là nội dung
so:
  a: 1  # bên cạnh a
  b: 2  # bên cạnh b
# cuối phần một
---
# đầu phần hai
c: d
# cuối tệp
"""


def test_comments_go_where_their_line_goes() -> None:
    assert format_text(WRITTEN, order) == CANONICAL
    assert format_text(CANONICAL, order) == CANONICAL
    assert read(WRITTEN).documents == read(CANONICAL).documents


@settings(max_examples=300)
@given(damaged())
def test_formatting_twice_is_formatting_once(text: str) -> None:
    stream = read(text)
    if any(found.severity is Severity.ERROR for found in stream.findings):
        if {found.id for found in stream.findings} != {"byte-order-mark"}:
            with pytest.raises(BadRequestError):
                format_text(text, order)
        return
    once = format_text(text, order)
    assert format_text(once, order) == once
    assert read(once).documents == stream.documents


@given(st.lists(DOCUMENTS, min_size=1, max_size=2), st.data())
def test_files_with_and_without_comments_are_spelt_alike(
    documents: list[dict[str, object]], data: st.DataObject
) -> None:
    text = emit_stream(documents)
    assert format_text(text) == text
    # A comment above the first line sends the text the other way and changes nothing below it.
    assert format_text(f"# ghi chú\n{text}") == f"# ghi chú\n{text}"
    lines = text.splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines)))
    commented = "".join([*lines[:place], "# ghi chú\n", *lines[place:]])
    stream = read(commented)
    if stream.documents == documents and not stream.findings:
        formatted = format_text(commented)
        assert format_text(formatted) == formatted
        assert re.sub(r"^ *# ghi chú\n", "", formatted, count=1, flags=re.MULTILINE) == text


@pytest.mark.parametrize("text", SPELLINGS)
def test_windows_line_ends_are_no_difference(text: str) -> None:
    assert format_text(text.replace("\n", "\r\n")) == format_text(text)


def test_a_byte_order_mark_goes() -> None:
    assert format_text("\ufeffa: b # c\n") == "a: b  # c\n"
    assert format_text("\ufeffa: b\n") == "a: b\n"


def test_a_file_with_errors_is_left_alone() -> None:
    sentence = "a.yaml chưa định dạng được vì có lỗi, dòng 2: Khóa `ten` đã có ở dòng 1."
    for comment in ("", " # ghi chú"):
        with pytest.raises(BadRequestError) as caught:
            format_text(f"ten: a{comment}\nten: b\n", name="a.yaml")
        assert str(caught.value) == sentence


def test_every_file_of_the_catalogue_keeps_what_it_says(root: Path) -> None:
    tree = FolderTree(root / "catalog")
    for name in tree.names(".yaml"):
        text = tree.read(name).decode()
        formatted = format_text(text, order)
        assert read(formatted).documents == read(text).documents, name
        assert format_text(formatted, order) == formatted, name


@pytest.mark.parametrize("comment", ["", "# nhắc\n"])
def test_a_key_that_is_a_whole_sentence_is_refused(comment: str) -> None:
    text = f"{comment}ten: a\n{'Người nộp ' * 20}hồ sơ: b\n"
    with pytest.raises(BadRequestError) as caught:
        format_text(text, name="x.yaml")
    assert str(caught.value) == (
        "x.yaml chưa định dạng được vì có khóa dài quá mức: "
        "`Người nộp Người nộp Người nộp Người nộp Người nộp Người nộp …`; "
        "nếu đó là một câu có dấu hai chấm thì đặt cả câu trong dấu nháy kép."
    )
