# Edits touch what they are about and no other byte.

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.documents import DOCUMENTS, SPELLINGS, VALUES
from tthc_catalog.errors import BadRequestError, UnwritableError
from tthc_catalog.files.careful import read_nodes
from tthc_catalog.files.editing import append_document, replace_value
from tthc_catalog.files.emitting import emit_stream
from tthc_catalog.files.nodes import Branch, Leaf, Node
from tthc_catalog.files.reading import read

Route = tuple[str | int, ...]

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


def routes(text: str) -> list[tuple[int, Route, Node]]:
    """Every value of a file with where it is."""
    found: list[tuple[int, Route, Node]] = []

    def walk(document: int, node: Node, route: Route) -> None:
        if route:
            found.append((document, route, node))
        if isinstance(node, Branch):
            for index, (key, value) in enumerate(node.entries):
                walk(document, value, (*route, index if key is None else key.text))

    for document, root in enumerate(read_nodes(text.encode(), "").documents):
        if root:
            walk(document, root, ())
    return found


def replaced(old: str, new: str, route: Route, value: object, document: int = 0) -> None:
    """Assert that one replacement changes this piece of the text to that."""
    assert TEXT.count(old) == 1
    assert replace_value(TEXT, document, route, value) == TEXT.replace(old, new)


def test_a_value_is_cut_out_and_set_in() -> None:
    replaced('"1.013225"   # mã', '"1.010000"   # mã', ("ma",), "1.010000")
    replaced("so: 56/QĐ-BXD, ", "so: 57/QĐ-BXD, ", ("quyet_dinh", "so"), "57/QĐ-BXD")
    replaced("ngay: 2026-01-15}", 'ngay: "a, b"}', ("quyet_dinh", "ngay"), "a, b")
    replaced("'Cấp giấy phép'", "|-\n  a\n  b", ("ten",), "a\nb")
    replaced("20 ngày ", "10 ngày làm việc ", ("cach_thuc", 0, "thoi_han"), "10 ngày làm việc")
    replaced("ten: b", "ten: c", ("ten",), "c", 1)


def test_lists_and_groups_take_lines_of_their_own() -> None:
    replaced(
        "    thoi_han: 20 ngày   # hạn\n",
        "    thoi_han:   # hạn\n      - a\n      - b: c\n",
        ("cach_thuc", 0, "thoi_han"),
        ["a", {"b": "c"}],
    )
    replaced(
        "  - kenh: trực tuyến\n    thoi_han: 20 ngày   # hạn\n",
        "  - x   # hạn\n",
        ("cach_thuc", 0),
        "x",
    )
    replaced(
        "      mo_ta: |  # khối\n        Bước 1\n\n        Bước 2\n",
        "      mo_ta: ngắn  # khối\n",
        ("cach_thuc", 1, "mo_ta"),
        "ngắn",
    )


def test_the_empty_value_that_a_finding_complains_of_can_be_filled() -> None:
    assert replace_value("a:\nb: c\n", 0, ("a",), "x") == "a: x\nb: c\n"
    assert replace_value("a: {b: , c: d}\n", 0, ("a", "b"), "x") == "a: {b: x, c: d}\n"
    assert replace_value("a:\n  -\n  - b\n", 0, ("a", 0), ["x"]) == "a:\n  - - x\n  - b\n"


def test_line_ends_and_byte_order_mark_stay() -> None:
    assert replace_value("\ufeffa: b\r\nc: d\r\n", 0, ("c",), "x\ny") == (
        "\ufeffa: b\r\nc: |-\r\n  x\r\n  y\r\n"
    )
    assert replace_value("a: b\nc: d", 0, ("c",), "x") == "a: b\nc: x"
    assert append_document("a: b\r\n", {"c": ["d"]}) == "a: b\r\n---\r\nc:\r\n  - d\r\n"
    assert append_document("a: b", {"c": "d"}) == "a: b\n---\nc: d\n"
    assert append_document("", {"c": "d"}) == "c: d\n"
    assert append_document("# chỉ có ghi chú\n", {"c": "d"}) == "# chỉ có ghi chú\n---\nc: d\n"


def test_a_block_never_swallows_a_comment_below_it() -> None:
    text = "a: b\n    # thụt sâu\nc: d\n"
    assert replace_value(text, 0, ("a",), "x\ny") == 'a: "x\\ny"\n    # thụt sâu\nc: d\n'


def test_what_does_not_exist_cannot_be_replaced() -> None:
    for document, route in ((0, ("x",)), (0, ("cach_thuc", 7)), (2, ("ten",)), (0, ()), (0, (0,))):
        with pytest.raises(BadRequestError, match=r"^Tệp không có `"):
            replace_value(TEXT, document, route, "x")


def test_nothing_is_appended_to_a_broken_file() -> None:
    with pytest.raises(UnwritableError, match=r"^Không sửa được chỗ này"):
        append_document('a: "b\n', {"c": "d"})


@pytest.mark.parametrize("odd", ["a\x1b[31m", "a\x85b", "a\u2028b", "\x00", "a\rb"])
def test_what_no_text_may_hold_is_not_written(odd: str) -> None:
    with pytest.raises(UnwritableError, match=r"^Không sửa được chỗ này"):
        append_document("a: b\n", {"c": odd})
    with pytest.raises(UnwritableError, match=r"^Không sửa được chỗ này"):
        replace_value("a: b\n", 0, ("a",), odd)


@settings(max_examples=200)
@given(st.sampled_from(SPELLINGS), st.sampled_from(["\n", "\r\n"]), st.data(), VALUES)
def test_other_lines_stay_byte_for_byte(
    text: str,
    end_of_line: str,
    data: st.DataObject,
    value: object,
) -> None:
    text = text.replace("\n", end_of_line)
    document, route, node = data.draw(st.sampled_from(routes(text)))
    try:
        edited = replace_value(text, document, route, value)
    except UnwritableError:
        # Explicit keys (`? k`) have no line of their own to hold a list.
        assert "? k" in text
        return
    before, after = read(text).documents, read(edited).documents
    assert len(before) == len(after)
    lines, new = text.splitlines(keepends=True), edited.splitlines(keepends=True)
    first, last = extent(node, text, route)
    assert new[:first] == lines[:first]
    assert new[len(new) - len(lines) + last :] == lines[last:]
    again = replace_value(edited, document, route, value)
    assert read(again).documents == after


def extent(node: Node, text: str, route: Route) -> tuple[int, int]:
    """The lines that a value may claim: from the line of its key to its own last one."""
    first, last = node.start.line - 1, node.start.line

    def walk(node: Node) -> None:
        nonlocal last
        if isinstance(node, Leaf):
            length = len(text[node.start.index : node.end.index].rstrip().splitlines())
            last = max(last, node.start.line - 1 + max(length, 1))
        else:
            last = max(last, node.end.line if node.flow else last)
            for _, value in node.entries:
                walk(value)

    walk(node)
    if isinstance(node, Branch) and not node.flow and isinstance(route[-1], str):
        while not text.splitlines()[first].lstrip(" -?").startswith(str(route[-1])):
            first -= 1
    return first, last


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
