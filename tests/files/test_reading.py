# The fast reader, the careful one and ruamel.yaml hold each other.

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from tests.files.documents import DOCUMENTS, SPELLINGS
from tthc_catalog.files import yaml_events
from tthc_catalog.files.canonical import read_canonical
from tthc_catalog.files.careful import read_nodes
from tthc_catalog.files.emitting import emit_stream
from tthc_catalog.files.nodes import Branch, plain
from tthc_catalog.files.nodes import Node as OurNode
from tthc_catalog.files.plain import misread, special
from tthc_catalog.files.reading import collector_at_rest, read, read_tree
from tthc_catalog.files.second_opinion import compose, read_again
from tthc_catalog.files.tree import FolderTree
from tthc_catalog.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECES = (
    *" \n:-#,[]{}?|>'\"&*!%@`\\abx1.0~\t<=+\r", "\n  ", "- ", ": ", "---\n", "\r\n", "\xa0", "\x85",
    "\u2028", "é", "  ", "\n\n", "|\n", "|-\n", " #", '"\n', "...\n", "\\/", "\\x", "\\N", "\ufeff",
    "\x7f", "\ue000", "😀", "\u200b", "0o7", "0x1", "? ", " :", "\n \n", "1.5", "!!str ", "&a ",
    "*a",
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A good file that a few strokes on the keyboard have changed."""
    text = draw(st.sampled_from(SPELLINGS))
    lines = text.splitlines(keepends=True)
    first = draw(st.integers(0, len(lines) - 1))
    text = "".join(lines[first : first + draw(st.integers(1, len(lines)))])
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 3)))
        text = text[:start] + draw(st.sampled_from(PIECES)) + text[end:]
    return text


def agree(text: str) -> None:
    """Hold the readers against each other on one file."""
    stream = read(text, "a.yaml")
    careful = read_nodes(text.encode(), "a.yaml")
    assert stream.findings == careful.findings
    assert stream.documents == [plain(node) if node else {} for node in careful.documents]
    for found in stream.findings:
        assert found.message
        assert found.mend
        assert found.place.line
    if not any(found.severity is Severity.ERROR for found in stream.findings):
        assert read_again(text) == stream.documents


@settings(max_examples=500)
@given(damaged())
@example("e: [a, b:[c]]\n")
@example('e: {"a":b}\n')
@example("a: |#b\n")
@example("a: |\n \n  b\n")
@example("a: b\n...\n...\n")
@example("&a b: c\n")
@example("a: *b\n")
@example("a\tb: c\n")
@example("a: b\rc: d\n")
def test_readers_agree_on_damaged_files(text: str) -> None:
    agree(text)


@settings(max_examples=300)
@given(damaged())
def test_the_parser_in_python_never_accepts_what_ruamel_reads_otherwise(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "LIBYAML", None)
        stream = read(text)
    if not any(found.severity is Severity.ERROR for found in stream.findings):
        assert read_again(text) == stream.documents


@given(st.lists(DOCUMENTS, min_size=1, max_size=3))
def test_readers_agree_on_what_we_write(documents: list[dict[str, object]]) -> None:
    agree(emit_stream(documents))


@given(st.lists(DOCUMENTS.filter(bool), min_size=1, max_size=3))
def test_the_short_way_reads_what_we_write_or_nothing(documents: list[dict[str, object]]) -> None:
    text = emit_stream(documents)
    assert read_canonical(text.encode()) in (documents, None)


RECORD = {
    "ma": "1.000001",
    "ten": "Cấp giấy: loại 1 ",
    "trinh_tu": [{"ten": "Bước 1", "noi_dung": "Một dòng.\n  - Thụt vào.\n\nHết."}, "Nộp"],
    "ho_so": [{"thanh_phan": [{"ten": 'Đơn "mẫu"\\1'}], "so_bo": "1"}],
    "can_cu": ["Luật: x", "15/2020/NĐ-CP\n"],
    "co_quan": {"thuc_hien": ["null", "(Sở)"]},
}


def test_the_short_way_reads_a_record() -> None:
    text = f"# yaml-language-server: $schema=x.json\n{emit_stream([RECORD, {'so': 'a'}])}"
    assert read_canonical(text.encode()) == [RECORD, {"so": "a"}]


@pytest.mark.parametrize(
    "text",
    [
        "a:  b\n", "a: b\n\n", "a: 'b'\n", "a: [b]\n", "a: b\n c: d\n", "a: b\n  c\n", "a: b #c\n",
        "a:\n- b\n", "a:\n    b: c\n", "a: |\n    b\n", "a: |+\n  b\n", "a: |-\n  b\n\n",
        "a: >-\n  b\n", "---\na: b\n", "a: b\n---\n", "a: b\na: c\n", "a:\n", "a: 1.010000\n",
        "a: null\n", "- a\n",
        "a:\n  - - b\n", "a: b\r\n", 'a: "b" \n', 'a: "b\n', "a\n", "a: b:\n", "A: b\n", "a: |-\n",
    ],
)  # fmt: skip
def test_the_short_way_leaves_every_other_spelling(text: str) -> None:
    assert read_canonical(text.encode()) is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_explained(text: str) -> None:
    agree(text)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_explained(data: bytes) -> None:
    stream = read(data)
    assert stream.documents or stream.findings


def same_places(ours: OurNode, theirs: Node) -> None:
    """Hold every mark of ours against ruamel's."""
    mark = theirs.start_mark
    assert (ours.start.index, ours.start.line, ours.start.column) == (
        mark.index, mark.line + 1, mark.column + 1,
    )  # fmt: skip
    if not isinstance(ours, Branch):
        return
    if isinstance(theirs, SequenceNode):
        pairs: Iterator[tuple[tuple[OurNode | None, OurNode], tuple[Node | None, Node]]]
        pairs = zip(ours.entries, ((None, item) for item in theirs.value), strict=True)
    else:
        assert isinstance(theirs, MappingNode)
        pairs = zip(ours.entries, theirs.value, strict=True)
    for (key, value), (their_key, their_value) in pairs:
        if key is not None and their_key is not None:
            same_places(key, their_key)
        same_places(value, their_value)


@pytest.mark.parametrize("text", SPELLINGS)
def test_places_are_those_of_ruamel(text: str) -> None:
    theirs = compose(text)
    assert theirs is not None
    for ours, node in zip(read_nodes(text.encode(), "").documents, theirs, strict=True):
        assert ours is not None
        assert node is not None
        same_places(ours, node)


def test_the_catalogue_is_read_the_same_by_ruamel(root: Path) -> None:
    tree = FolderTree(root / "catalog")
    for name in tree.names(".yaml"):
        data = tree.read(name)
        assert read(data).documents == read_again(data.decode()), name
        theirs = compose(data.decode())
        assert theirs is not None
        for ours, node in zip(read_nodes(data, "").documents, theirs, strict=True):
            if ours is not None and node is not None:
                same_places(ours, node)


def test_every_scalar_is_the_text_that_was_written() -> None:
    text = "a: no\nb: 2026-01-15\nc: 007 lần\nd: 15\ne: 'null'\nf: \"1.10\"\ng: |\n  1.10\n"
    assert read(text).documents == [
        {"a": "no", "b": "2026-01-15", "c": "007 lần", "d": "15", "e": "null", "f": "1.10",
         "g": "1.10\n"}
    ]  # fmt: skip


def test_a_last_line_without_line_break_reads_as_if_it_had_one() -> None:
    assert read("a: |\n  b").documents == read("a: |\n  b\n").documents == [{"a": "b\n"}]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1.010000", "1.01"), ("2.000880", "2.00088"), ("50.000", "50.0"), ("1_000", "1000"),
        ("017", "15"), ("089", "89"), ("-0x1f", "-31"), ("0b11", "3"), ("1:30", "90"),
        ("1e3", "1000.0"), (".inf", "inf"), (".NaN", "nan"), ("+1.50", "1.5"), ("17:00.5", "1020"),
    ],
)  # fmt: skip
def test_what_other_programs_make_of_a_number(written: str, printed: str) -> None:
    assert special(written)
    assert misread(written) == printed


@pytest.mark.parametrize(
    "text", ["1.013225.H19", "1.2.3", "2,5", "15", "-15", "0", "2026-01-15", "5 ngày", "no", "N/A"]
)
def test_what_stays_itself_without_quotes(text: str) -> None:
    assert not special(text)


def test_a_tree_is_read_in_the_order_of_names_with_the_collector_at_rest(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.yaml", "a.yaml", "b/1.yaml", "c.txt"):
        (tmp_path / name).write_text("ten: a\n", encoding="utf-8")
    reading = read_tree(FolderTree(tmp_path))
    assert next(reading)[0] == "a.yaml"
    assert not gc.isenabled()
    assert [name for name, _ in reading] == ["b/1.yaml", "b/2.yaml"]
    assert gc.isenabled()


def test_the_collector_stays_off_for_those_who_switched_it_off() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_drawn_line_is_no_conflict_of_git() -> None:
    found = [f.id for f in read("a: b\n=======\nc: d\n").findings]
    assert found == ["not-a-separator"]


def test_bytes_that_were_lost_are_no_utf_16() -> None:
    assert [f.id for f in read(b"\0" * 300).findings][:1] == ["control-character"]
    found = read("ten: Cấp giấy phép\n".encode("utf-16-le")).findings
    assert [f.message for f in found] == ["Tệp không được lưu bằng mã UTF-8 (tệp ở mã UTF-16)."]
