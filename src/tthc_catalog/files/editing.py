# Files: one change in a file that otherwise stays byte for byte.
#
# Published documents are a ledger. So what is added goes below them, what is mended is cut out of
# the text and set in again, and every edit is read by two independent YAML readers before it is
# handed over: everything but the edited value must say what it said.

"""Appending a document and replacing a value, with all other lines untouched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tthc_catalog.errors import BadRequestError, UnwritableError
from tthc_catalog.files.careful import read_nodes
from tthc_catalog.files.emitting import STEP, block, emit, reads_plain, spell
from tthc_catalog.files.nodes import Branch, Leaf, plain
from tthc_catalog.files.positions import step_down
from tthc_catalog.files.reading import read
from tthc_catalog.finding import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tthc_catalog.files.nodes import Node
    from tthc_catalog.files.plain import Document, Order, Plain
    from tthc_catalog.finding import Route

_HEADER = re.compile(r"[|>][0-9+-]*")
_UNTOUCHED = "Không sửa được chỗ này mà giữ nguyên các phần khác của tệp."
_UNSAFE_IN_FLOW = re.compile(r"[:,\[\]{}?\"']")


def append_document(text: str, document: Mapping[str, object], order: Order | None = None) -> str:
    """Return a file with one more document at its end; all that stood there stays as it was.

    Raises:
        UnwritableError: The file is broken, so nothing can be appended that would be read.
    """
    added = emit(document, order)
    if not text:
        return added
    end_of_line = _end_of_line(text)
    above = text if text.endswith("\n") else text + end_of_line
    joined = above + (f"---\n{added}").replace("\n", end_of_line)
    before = read(text).documents
    if not _says(joined, [*before, _as_written(document)]):
        raise UnwritableError(_UNTOUCHED)
    return joined


def replace_value(text: str, document: int, route: Route, value: object) -> str:
    """Return a file with another value at a route; lines of other values stay as they were.

    Args:
        text: The file.
        document: Index of the document in the stream.
        route: Keys and indices down to the value, which exists.
        value: Plain data.

    Raises:
        BadRequestError: There is no such value.
        UnwritableError: The value cannot be set in without touching others.
    """
    reading = read_nodes(text.encode(errors="surrogatepass"), "")
    root = reading.documents[document] if 0 <= document < len(reading.documents) else None
    parent: Node | None = None
    entry: tuple[Leaf | None, Node] | None = (None, root) if root else None
    for step in route:
        parent = entry[1] if entry else None
        entry = step_down(parent, step) if parent else None
    if not isinstance(parent, Branch) or entry is None:
        raise BadRequestError(f"Tệp không có `{Place('', route=route).field}`.")
    expected = [plain(node) if node else {} for node in reading.documents]
    _put(expected[document], route, _as_written(value))
    # Marks are counted in the text as it was read: without a byte order mark, with a last break.
    source = text.removeprefix("\ufeff")
    padded = source if source.endswith("\n") else source + _end_of_line(source)
    slot = _Slot(padded, *entry, flow=parent.flow)
    for on_one_line in (False, True):
        edited = slot.filled(value, on_one_line=on_one_line)
        if not source.endswith("\n"):
            edited = edited.removesuffix("\n").removesuffix("\r")
        edited = text[: len(text) - len(source)] + edited
        if _says(edited, expected):
            return edited
    raise UnwritableError(_UNTOUCHED)


class _Slot:
    """The part of a text that holds one value."""

    def __init__(self, text: str, key: Leaf | None, node: Node, *, flow: bool) -> None:
        self.text = text
        self.flow = flow
        self.key = key
        self.node = node
        self.end_of_line = _end_of_line(text)
        self.start = node.start.index
        if node.start.index == _end(text, node):
            self.start = self._after_sign()
        # Below a key, lines go one step deeper than the key; in a list, where the item begins.
        self.depth = (key or node).start.column - 1

    def filled(self, value: object, *, on_one_line: bool) -> str:
        """Return the text with a value in the slot, as a block of lines or on one line."""
        if self.flow:
            end = max(self.start, _end(self.text, self.node))
            space = " " if self.text[self.start - 1] == ":" else ""
            return self._spliced(self.start, end, space + _spell_flow(value))
        header, body = (_spell_flow(value), []) if on_one_line else self._spelled(value)
        node, text = self.node, self.text
        end = max(self.start, _end(text, node))
        if isinstance(node, Branch) and not node.flow and self.key:
            colon = text.index(":", self.key.end.index) + 1
            if not header:
                line = text.rindex("\n", 0, self.start) + 1
                return self._spliced(line, end, self.end_of_line.join(body))
            # Comments on top of the old lines spoke of them, and would become part of a block.
            without = self._spliced(self._next_line(colon), self._next_line(end), "")
            return self._set_in(without, colon, colon, f" {header}", body)
        if isinstance(node, Leaf) and node.style in {"|", ">"}:
            sign = _HEADER.match(text, self.start)
            after = sign.end() if sign else self.start
            below = self._next_line(after)
            without = text if end < below else self._spliced(below, self._next_line(end), "")
            return self._set_in(without, self.start, after, header, body)
        return self._set_in(text, self.start, end, header, body)

    def _spelled(self, value: object) -> tuple[str, list[str]]:
        """Return what goes on the line of the slot, and the lines that go below it."""
        if self.key is None and isinstance(value, (dict, list)) and value:
            first, *rest = block(value)
            return first, [" " * self.depth + line if line else line for line in rest]
        if isinstance(value, str) and value.endswith("\n\n"):
            # A block that keeps its last empty lines would also keep those that stand below.
            return f"{_quoted(value)}", []
        first, *rest = block({"x": value})
        below = self.depth if self.key else self.depth - len(STEP)
        return first[2:].strip(), [" " * below + line if line else line for line in rest]

    def _set_in(self, text: str, start: int, end: int, header: str, body: Sequence[str]) -> str:
        """Replace what is on the line and insert lines below it; a comment on the line stays."""
        if header and text[start - 1 : start] in {":", "-"} and not header.startswith(" "):
            header = f" {header}"
        if not header:
            while text[start - 1 : start] == " ":
                start -= 1
        line_end = text.index("\n", end)
        if text[line_end - 1] == "\r":
            line_end -= 1
        below = "".join(self.end_of_line + line for line in body)
        return text[:start] + header + text[end:line_end] + below + text[line_end:]

    def _spliced(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new + self.text[end:]

    def _next_line(self, index: int) -> int:
        return self.text.index("\n", index) + 1

    def _after_sign(self) -> int:
        """Return the place after the colon or dash of a value that is not there."""
        if self.key:
            return self.text.index(":", self.key.end.index) + 1
        return self.text.rindex("-", 0, self.node.start.index) + 1


def _end(text: str, node: Node) -> int:
    """Return the index behind the last character of a value."""
    if isinstance(node, Branch) and not node.flow and node.entries:
        return _end(text, node.entries[-1][1])
    if isinstance(node, Leaf) and node.style in {"|", ">"}:
        return node.start.index + len(text[node.start.index : node.end.index].rstrip())
    return node.end.index


def _spell_flow(value: object) -> str:
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{_spell_flow(key)}: {_spell_flow(value[key])}" for key in value) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(_spell_flow, value)) + "]"
    if isinstance(value, str):
        safe = reads_plain(value) and not _UNSAFE_IN_FLOW.search(value)
        return value if safe else _quoted(value)
    return str(value)


def _quoted(text: str) -> str:
    # The line break forces quotation marks; they end before it.
    return spell(text + "\n")[:-3] + '"'


def _put(node: Plain, route: Route, value: Plain) -> None:
    *above, last = route
    for step in above:
        node = node[step]  # type: ignore[index]  # the route was walked before
    node[last] = value  # type: ignore[index]  # as above


def _as_written(value: object) -> Document:
    """Return plain data as it is read back: whole numbers as texts."""
    if isinstance(value, dict):
        return {key: _as_written(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_as_written(below) for below in value]  # type: ignore[return-value]  # any plain data
    return str(value)  # type: ignore[return-value]  # as above


def _says(text: str, expected: list[Plain]) -> bool:
    from tthc_catalog.files.second_opinion import read_again  # noqa: PLC0415 - ruamel is slow to come

    return read(text).documents == expected and read_again(text) == expected


def _end_of_line(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
