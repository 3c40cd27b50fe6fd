# Files: what libyaml lets pass. Other readers of YAML, among them those that editors use, refuse
# these spellings or read something else, so a catalogue must not hold them.

"""Spellings that one reader of YAML accepts and another does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tthc_catalog.files import faults, syntax
from tthc_catalog.files.text import TAB, first_of_each_line
from tthc_catalog.finding import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.files.nodes import Reading
    from tthc_catalog.finding import Finding

_BLOCKS = frozenset("|>")
_BAD_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*(?:#|[^\n]*\n(?:\r?\n)*[ ]+\r?\n)")
_DOCUMENT_END = re.compile(r"^\.\.\.(?=\s)", re.MULTILINE)
_TAB = re.compile("\t")
_INNER_TAB = re.compile(r"(?<=[^ \t\r\n])[ \t]*\t")


def disputed(reading: Reading, name: str) -> Iterator[Finding]:
    """Yield what is wrong with a text although libyaml has read it."""
    for leaf in reading.leaves:
        if leaf.style in _BLOCKS and _BAD_BLOCK_TEXT.match(reading.text, leaf.start.index):
            place = Place(name, line=leaf.start.line, column=leaf.start.column)
            yield syntax.BAD_BLOCK_TEXT.at(place)
    for _, line, column in first_of_each_line(_DOCUMENT_END, reading.text):
        yield faults.DOCUMENT_END.at(Place(name, line=line, column=column))
    if "\t" in reading.text:
        yield from _tabs(reading, name)


def _tabs(reading: Reading, name: str) -> Iterator[Finding]:
    """Yield the tabs that stand where a space must: everywhere but inside a block of text."""
    text = reading.text
    pieces, done = [], 0
    for leaf in reading.leaves:
        if leaf.style in _BLOCKS:
            start = text.index("\n", leaf.start.index)
            pieces.append(text[done:start])
            pieces.append(_INNER_TAB.sub(" ", text[start : leaf.end.index]))
            done = leaf.end.index
    pieces.append(text[done:])
    for _, line, column in first_of_each_line(_TAB, "".join(pieces)):
        yield TAB.at(Place(name, line=line, column=column))
