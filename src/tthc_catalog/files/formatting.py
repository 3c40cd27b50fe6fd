# Files: any spelling of a file to the canonical one, with its comments.
#
# YAML libraries that keep comments tie each to the thing before it, so it strays when keys are put
# in order. A comment here belongs to what it stands beside or above, and goes where that goes.

"""The canonical spelling of files that people have written."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from tthc_catalog.errors import BadRequestError
from tthc_catalog.files.careful import read_nodes
from tthc_catalog.files.emitting import LongKeyError, Note, block, emit_stream
from tthc_catalog.files.nodes import Branch, Leaf, plain
from tthc_catalog.files.reading import read
from tthc_catalog.files.text import BYTE_ORDER_MARK
from tthc_catalog.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.files.nodes import Node, Reading
    from tthc_catalog.files.plain import Order
    from tthc_catalog.finding import Finding, Route

_HEADER = re.compile(r"[^\n]*")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
_ALONE = re.compile(r"[ \t]*(?:[-?][ \t]+)*")
_SHOWN = 60
_SEPARATOR = re.compile(r"^---(?=\s|$)", re.MULTILINE)


def format_text(text: str, order: Order | None = None, name: str = "") -> str:
    """Return a file in canonical spelling: what it says and its comments stay, empty lines go.

    Args:
        text: The file.
        order: Asked for each mapping which of its keys come first.
        name: The file's name, for the message of an error.

    Raises:
        BadRequestError: The file has errors, which must be mended first.
    """
    try:
        return _formatted(text, order, name)
    except LongKeyError as error:
        where = f"{name} chưa" if name else "Tệp chưa"
        raise BadRequestError(
            f"{where} định dạng được vì có khóa dài quá mức: `{error.key[:_SHOWN]}…`; nếu đó là "
            "một câu có dấu hai chấm thì đặt cả câu trong dấu nháy kép."
        ) from None


def _formatted(text: str, order: Order | None, name: str) -> str:
    if "#" not in text:
        stream = read(text, name)
        _refuse(stream.findings, name)
        return emit_stream(stream.documents, order)
    reading = read_nodes(text.encode(errors="surrogatepass"), name)
    _refuse(reading.findings, name)
    masked = _masked(reading)
    comments = list(_COMMENT.finditer(masked))
    roots = [root for root in reading.documents if root is not None]
    if not comments:
        return emit_stream([_mapping(root) for root in roots], order)
    starts = _starts(masked, roots)
    parts = []
    for index, root in enumerate(roots):
        end = starts[index + 1] if index + 1 < len(starts) else len(masked)
        own = [found for found in comments if starts[index] <= found.start() < end]
        head, notes, tail = _attach(root, own, reading.text, masked)
        lines = [*head, *block(_mapping(root), order, (), notes), *tail]
        parts.append("\n".join(lines) + "\n")
    return "---\n".join(parts)


def _refuse(findings: Iterable[Finding], name: str) -> None:
    for found in findings:
        if found.severity is Severity.ERROR and found.kind is not BYTE_ORDER_MARK:
            line = f"dòng {found.place.line}: " if found.place.line else ""
            where = f"{name} chưa" if name else "Tệp chưa"
            raise BadRequestError(f"{where} định dạng được vì có lỗi, {line}{found.message}")


def _masked(reading: Reading) -> str:
    """Return the text with everything inside scalars blotted out, so that every # is a comment."""
    pieces, done = [], 0
    for leaf in reading.leaves:
        start = leaf.start.index
        if leaf.style in {"|", ">"}:
            header = _HEADER.match(reading.text, start)
            start = header.end() if header else start
        end = max(leaf.end.index, start)
        pieces.append(reading.text[done:start])
        pieces.append(re.sub(r"[^\r\n]", "x", reading.text[start:end]))
        done = end
    pieces.append(reading.text[done:])
    return "".join(pieces)


def _starts(masked: str, roots: list[Branch]) -> list[int]:
    """Return where each document begins, comments before its first line among it."""
    separators = [found.start() for found in _SEPARATOR.finditer(masked)]
    if separators and separators[0] < roots[0].start.index:
        del separators[0]
    return [0, *separators]


def _attach(
    root: Branch, comments: list[re.Match[str]], text: str, masked: str
) -> tuple[list[str], dict[Route, Note], list[str]]:
    """Tie each comment to what it speaks of; return those of the top, of entries, of the end."""
    entries = list(_entries(root, ()))
    starts = [start for start, _ in entries]
    head: list[str] = []
    tail: list[str] = []
    notes: dict[Route, Note] = {}
    for found in comments:
        words = text[found.start() : found.end()].rstrip()
        before = masked[masked.rfind("\n", 0, found.start()) + 1 : found.start()]
        passed = bisect.bisect_left(starts, found.start())
        if not passed:
            head.append(words)
        elif not _ALONE.fullmatch(before):
            note = notes.setdefault(entries[passed - 1][1], Note())
            if note.beside:
                note.above.append(words)
            else:
                note.beside = words
        elif passed < len(entries):
            notes.setdefault(entries[passed][1], Note()).above.append(words)
        else:
            tail.append(words)
    return head, notes, tail


def _entries(node: Node, route: Route) -> Iterator[tuple[int, Route]]:
    """Yield where each key or item begins, in the order of the text, the outer ones first."""
    if isinstance(node, Leaf):
        return
    for index, (key, value) in enumerate(node.entries):
        below = (*route, index if key is None else key.text)
        yield (value if key is None else key).start.index, below
        yield from _entries(value, below)


def _mapping(root: Branch) -> dict[str, object]:
    data = plain(root)
    return dict(data) if isinstance(data, dict) else {}
