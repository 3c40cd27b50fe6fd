# Files: the short way for the spelling that `emitting.py` writes.
#
# `tthc format` and the import write one spelling, so nearly every file of a catalogue is in it.
# Line by line it needs no YAML parser, which halves the time of reading. Whatever else stands in a
# file, were it one space, makes this reader give up; it judges nothing, and libyaml reads the file
# again. Tests hold it equal to libyaml and to ruamel.yaml, on damaged files too.

"""The reader of files in canonical spelling."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from tthc_catalog.files import faults
from tthc_catalog.files.emitting import STEP
from tthc_catalog.files.plain import NULLS, special

if TYPE_CHECKING:
    from tthc_catalog.files.plain import Document, Plain

_OPENING = re.compile(r"((?:  )*)(- )?([a-z][a-z0-9_]{0,99})")
_QUOTED = re.compile(r'(?:[^"\\]|\\["\\nt])*')
_ESCAPE = re.compile(r'\\(["\\nt])')
_MEANT = {"n": "\n", "t": "\t"}
_STARTS_WELL = frozenset("(“/")
_ENDS_BADLY = frozenset(": ")
_ENDS = frozenset({"", " "})
_ENDINGS = {"-": "", "": "\n"}
_DASH = "- "
_LONGEST_NULL = max(map(len, NULLS))
_DIGITS = frozenset("0123456789")


class _OtherSpellingError(Exception):
    """The text is not in canonical spelling, or not at the depth of ordinary files."""


def read_canonical(data: bytes) -> list[Document] | None:
    """Return the documents of a file in canonical spelling; None if it is in any other.

    Args:
        data: what `text.ordinary` has let pass, so that it ends with a line break and has neither
            tabs nor control characters.
    """
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError:
        return None
    if b" #" in data or b"\r" in data:
        return None
    lines[-1] = "---"  # so that the last document ends like any other
    documents: list[Document] = []
    at = 0
    try:
        while at < len(lines):
            document, at = _mapping(lines, at, 0, "")
            if lines[at] != "---" or len(documents) == faults.MOST_DOCUMENTS:
                return None
            documents.append(document)
            at += 1
    except _OtherSpellingError:
        return None
    return documents


@lru_cache(4096)
def _opening(words: str) -> tuple[int, bool, str]:
    """Return what stands before a colon: depth of the line, whether an item begins, the key.

    A line that begins otherwise has a depth of -1.
    """
    found = _OPENING.fullmatch(words)
    if not found or found[3] in NULLS:
        return -1, False, ""
    return len(found[1]), bool(found[2]), sys.intern(found[3])


# Each line passes through one of these two functions, so they are written for speed. They return
# what they read and the number of the first line that they did not.


def _mapping(lines: list[str], at: int, depth: int, dash: str) -> tuple[Document, int]:
    """Read the mapping whose keys stand at a depth, the first one perhaps behind a dash."""
    if depth > faults.DEEPEST:  # too early rather than too late: a level is two spaces deep
        raise _OtherSpellingError
    data: Document = {}
    starts = depth - len(dash)
    while True:
        words, colon, rest = lines[at].partition(":")
        begins, dashed, key = _opening(words)
        if begins != starts or not colon or dashed is not bool(dash):
            if words[:1] == "#" and not dash:
                at += 1
                continue
            if not data:
                raise _OtherSpellingError
            return data, at  # what is neither ours nor the parent's stops at the root
        if key in data:
            raise _OtherSpellingError
        dash, starts = "", depth
        at += 1
        if not rest:
            data[key], at = _nested(lines, at, depth + len(STEP))
        elif rest[0] != " ":
            raise _OtherSpellingError
        elif rest[1:2] == "|":
            data[key], at = _block(lines, at, depth + len(STEP), rest[2:])
        else:
            data[key] = _scalar(rest[1:])


def _nested(lines: list[str], at: int, depth: int) -> tuple[Plain, int]:
    """Read the list or mapping that stands at a depth."""
    lead = " " * depth + _DASH
    if not lines[at].startswith(lead):
        return _mapping(lines, at, depth, "")
    data: list[Plain] = []
    item: Plain
    below = len(lead)
    while (line := lines[at]).startswith(lead):
        words, colon, rest = line.partition(":")
        if colon and (not rest or rest[0] == " ") and _opening(words)[0] == depth:
            item, at = _mapping(lines, at, below, _DASH)
        elif line[below : below + 1] == "|":
            item, at = _block(lines, at + 1, below, line[below + 1 :])
        else:
            item = _scalar(line[below:])
            at += 1
        data.append(item)
    return data, at


def _block(lines: list[str], at: int, depth: int, ending: str) -> tuple[str, int]:
    """Read the lines of a literal text."""
    lead = " " * depth
    first = at
    while (line := lines[at]).startswith(lead) or not line:
        at += 1
    text = [line[depth:] for line in lines[first:at]]
    # Deeper or empty lines at the beginning and empty ones at the end have rules of their own.
    if not text or text[0][:1] in _ENDS or not text[-1] or ending not in _ENDINGS:
        raise _OtherSpellingError
    return "\n".join(text) + _ENDINGS[ending], at


def _scalar(text: str) -> str:
    """Return the meaning of a text on one line."""
    first = text[:1]
    if first == '"':
        inner = text[1:-1]
        if len(text) == 1 or text[-1] != '"' or not _QUOTED.fullmatch(inner):
            raise _OtherSpellingError
        return _ESCAPE.sub(_meant, inner) if "\\" in inner else inner
    if (
        (first.isalnum() or first in _STARTS_WELL)
        and text[-1] not in _ENDS_BADLY
        and ": " not in text
        # What YAML takes for a number or a day is ASCII throughout.
        and not (first in _DIGITS and text.isascii() and special(text))
        and not (len(text) <= _LONGEST_NULL and text in NULLS)
    ):
        return text
    raise _OtherSpellingError


def _meant(found: re.Match[str]) -> str:
    return _MEANT.get(found[1], found[1])
