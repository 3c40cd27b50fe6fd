# Files: plain data to text, in the one canonical spelling.
#
# Written by hand rather than by a YAML library's dumper because the spelling is a promise: it must
# not move when a library is updated, a pull request must show what a decision changed and nothing
# else, and ten thousand records must be written in seconds.

"""The canonical spelling of plain data as YAML text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tthc_catalog.files.plain import special

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tthc_catalog.files.plain import Order
    from tthc_catalog.finding import Route

STEP = "  "
"""One level of indentation."""

_LONGEST_KEY = 128
_LONGEST_WHOLE_NUMBER = 4

# Characters that no YAML reader may meet unescaped, or that an editor would silently change.
UNPRINTABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_NOT_IN_BLOCK = re.compile(f"[{UNPRINTABLE}\r]|^[ ]*\t|^[ ]+$", re.MULTILINE)
_NOT_IN_LINE = re.compile(f"[{UNPRINTABLE}\t\r\n]|: | #|[: ]$")
_STARTS_WELL = re.compile(r"[^\W_]|[(“/]")
_TYPED = re.compile(r"true|false|yes|no|on|off|y|n|null", re.IGNORECASE)
_WHOLE = re.compile(r"[-+]?[0-9]+")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ESCAPED = re.compile(f'[{UNPRINTABLE}\t\r\n"\\\\]')
_SURROGATES = frozenset(map(chr, range(0xD800, 0xE000)))
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


class LongKeyError(ValueError):
    """A key is longer than any reader accepts on one line; most likely it is no key at all."""

    def __init__(self, key: str) -> None:
        super().__init__(f"not a key of plain data: {key!r:.200}")
        self.key = key


@dataclass(slots=True)
class Note:
    """The comments of a key or an item."""

    above: list[str] = field(default_factory=list)
    beside: str = ""


def emit(document: Mapping[str, object], order: Order | None = None) -> str:
    """Return one document in canonical spelling.

    Args:
        document: Mappings, lists, texts and whole numbers. Order of keys is kept where `order`
            says nothing.
        order: Asked for each mapping which of its keys come first.

    Raises:
        ValueError: A key or value that plain data cannot hold; a mistake of the caller.
    """
    if not document:
        return "{}\n"
    return "\n".join(block(document, order)) + "\n"


def emit_stream(documents: Iterable[Mapping[str, object]], order: Order | None = None) -> str:
    """Return documents as one stream, with `---` between them."""
    return "---\n".join(emit(document, order) for document in documents)


def block(
    node: Mapping[str, object] | Sequence[object],
    order: Order | None = None,
    route: Route = (),
    notes: Mapping[Route, Note] | None = None,
) -> Iterator[str]:
    """Yield the lines of a mapping or list that is not empty, without indentation."""
    if isinstance(node, dict):
        for key in in_order(node, order, route):
            below = (*route, key)
            yield from _entry(f"{spell_key(key)}:", node[key], order, below, notes)
        return
    for index, value in enumerate(node):
        below = (*route, index)
        if not isinstance(value, (dict, list)) or not value:
            yield from _entry("-", value, order, below, notes)
            continue
        if notes and below in notes:
            yield from notes[below].above
        lead = "- "
        for line in block(value, order, below, notes):
            if lead == "- " and line[0] == "#":
                # A comment that has become the first line of an item stands above its dash.
                yield line
                continue
            yield lead + line if line else line
            lead = STEP


def _entry(
    lead: str,
    value: object,
    order: Order | None,
    route: Route,
    notes: Mapping[Route, Note] | None,
) -> Iterator[str]:
    note = notes.get(route) if notes else None
    if note:
        yield from note.above
    beside = f"  {note.beside}" if note and note.beside else ""
    if isinstance(value, (dict, list)) and value:
        yield lead + beside
        for line in block(value, order, route, notes):
            yield STEP + line if line else line
        return
    lines = spell_block(value) if isinstance(value, str) else None
    if lines:
        yield f"{lead} {lines[0]}{beside}"
        for line in lines[1:]:
            yield STEP + line if line else line
    else:
        yield f"{lead} {_inline(value)}{beside}"


def in_order(node: Mapping[str, object], order: Order | None, route: Route) -> list[str]:
    """Return the keys of a mapping as they are written: the known ones in order, then the rest."""
    known = order(route) if order else None
    if not known:
        return list(node)
    first = [key for key in known if key in node]
    return first + [key for key in node if key not in set(first)]


def spell(text: str) -> str:
    """Return a text on one line: without quotes where nobody can misread it, else in them."""
    if reads_plain(text):
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def spell_key(key: object) -> str:
    """Return a key as it is written.

    Raises:
        ValueError: It is no text, is empty or longer than any reader accepts on one line.
    """
    if not isinstance(key, str) or not key:
        msg = f"not a key of plain data: {key!r:.200}"
        raise ValueError(msg)
    if len(key) > _LONGEST_KEY:
        raise LongKeyError(key)
    return spell(key)


def reads_plain(text: str) -> bool:
    """Return whether a text needs no quotes in block style."""
    if not _STARTS_WELL.match(text) or _NOT_IN_LINE.search(text) or special(text):
        return False
    if _TYPED.fullmatch(text):
        return False
    if _WHOLE.fullmatch(text):
        return len(text) <= _LONGEST_WHOLE_NUMBER
    return bool(_DAY.fullmatch(text)) or not _MOMENT.fullmatch(text)


def spell_block(text: str) -> list[str] | None:
    """Return the header and the unindented lines of a literal block; None if it cannot be one."""
    body = text.rstrip("\n")
    if "\n" not in text or not body or _NOT_IN_BLOCK.search(body):
        return None
    ending = text[len(body) :]
    chomp = "-" if not ending else "" if ending == "\n" else "+"
    # A reader takes the depth of the first line for the depth of the block unless it is told.
    depth = str(len(STEP)) if body[0] in " \n" else ""
    return [f"|{depth}{chomp}", *body.split("\n"), *[""] * (len(ending) - 1)]


def _inline(value: object) -> str:
    if isinstance(value, str):
        return spell(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, list):
        return "[]"
    msg = f"not plain data: {value!r:.200}"
    raise ValueError(msg)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    if character in _SURROGATES:
        msg = "a lone surrogate is no character"
        raise ValueError(msg)
    return f"\\u{code:04X}"
