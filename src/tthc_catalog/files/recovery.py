# Files: how reading goes on where the parser gives up.
#
# A parser that stops at a slip hides every later fault, and people mend one a day. Most slips are
# of one line and leave no doubt about what was meant there, so that line is read as if it were
# mended already; the file itself is never touched. Where there is doubt, only this document is
# skipped: the next one begins anew at its `---`.

"""Read on after syntax errors: lines as they were meant, or the next document."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.files import syntax
from tthc_catalog.files.faults import ANCHOR, NO_SPACE_AFTER_COLON, TAG
from tthc_catalog.files.text import TAB
from tthc_catalog.finding import Place

if TYPE_CHECKING:
    from tthc_catalog.finding import Finding, FindingKind

MOST_ATTEMPTS = 20
"""How often a file is read anew; who has more such slips, has one cause."""

LARGEST = 256 * 1024
"""The most characters of a file that is read anew."""

_LONGEST = 90
_LEAD = r"(?P<lead>[ ]*(?:-[ ]+)*)"
_KEY = r"(?P<key>[a-z][a-z0-9_]*)"
_TIGHT = re.compile(rf"{_LEAD}{_KEY}:(?P<value>(?!//)\S.*)")
_ENTRY = re.compile(rf"{_LEAD}(?:{_KEY}:[ ]+)?(?P<value>\S.*)")
_NO_COLON = re.compile(rf"{_LEAD}(?P<key>[a-z]+(?:_[a-z]+)+|ten|ma|so|ngay)[ ]+(?P<value>\S.*)")
# Word makes a long dash or a bullet of what people type at the start of a line.
_BULLET = re.compile(rf"(?P<lead>[ ]*)(?P<mark>[–—−‐‑•·●▪◦○*+])[ ]+(?P<rest>{_KEY}:(?:[ ].*|$))")
_WIDE = str.maketrans("：，；｛｝［］＂", ':,;{}[]"')
_WIDE_ENTRY = re.compile(rf"{_LEAD}{_KEY}[ ]*(?:：.*|:[ ]*[｛［＂{{\[].*)")
_SEPARATOR = re.compile("[-–—−_=]{2,9}|[–—−]")
# The keys of the format: several words joined, or one of these.
_FLOW_KEY = r"(?:[a-z]+(?:_[a-z]+)+|ten|ma|so|ngay|kenh|tep|cap|mau|nguon|loai)"
_MISSED_COMMA = re.compile(rf"(?P<before>.*?)[ ]*;?[ ]+(?P<key>{_FLOW_KEY})")
_FLOW_VALUE = re.compile(rf"(?P<head>.*[{{,][ ]*{_FLOW_KEY}:[ ]+)(?P<value>[^\"'{{\[].*)")
_FLOW_END = re.compile(rf"[ ]*(?:,[ ]*{_FLOW_KEY}:[ ]|\}}[ ]*$)")
_WORD = re.compile(r"[ ]*[a-z_]+[ ]*")
_COMMENT = re.compile(r"[ ]+#.*$")
_BEGINS = re.compile(r"---(?=\s|$)")
_CLOSING = {"{": "}", "[": "]"}
_CURLY = "“”„‟"
_QUOTED = frozenset({syntax.RESERVED_CHARACTER, syntax.TEXT_AFTER_QUOTE, ANCHOR, TAG})


class Recovery(NamedTuple):
    """How to go on."""

    found: Finding
    """What to say about the slip."""

    text: str
    """What to read instead."""

    skipped: bool
    """Whether the rest of the document was taken out."""


def recovered(found: Finding, text: str, begins: int | None) -> Recovery | None:
    """Return how to go on after a syntax error, or None if nothing can be read after it.

    Args:
        found: what is wrong, with its place.
        text: what was read.
        begins: index of the line where the document begins; None if that is not known.
    """
    lines = text.split("\n")
    at = int(dict(found.args).get("opened", found.place.line)) - 1
    for index in (at, at - 1):
        if 0 <= index < len(lines) and (mended := _mended(found, lines, index, own=index == at)):
            return Recovery(mended[0], _with(lines, index, mended[1]), skipped=False)
    after = -1 if begins is None else _next_document(lines, max(begins, 0) + 1)
    if begins is None or after < 0:
        return None
    explicit = bool(_BEGINS.match(lines[begins]))
    lines[begins] = "---" if explicit or begins == 0 else ""
    for index in range(begins + 1, after):
        lines[index] = ""
    return Recovery(found, "\n".join(lines), skipped=True)


def _next_document(lines: list[str], start: int) -> int:
    return next((i for i in range(start, len(lines)) if _BEGINS.match(lines[i])), -1)


def _with(lines: list[str], index: int, line: str) -> str:
    return "\n".join([*lines[:index], line, *lines[index + 1 :]])


def _mended(
    found: Finding, lines: list[str], index: int, *, own: bool
) -> tuple[Finding, str] | None:
    """Return a finding and the line as it was meant; None where that is in doubt."""
    line = lines[index].rstrip("\r")
    place = Place(found.place.file, found.place.document, (), index + 1, 1)
    if "\t" in line:
        tabless = re.sub(r"^[ \t]+", lambda lead: lead[0].replace("\t", "  "), line)
        told = TAB.at(Place(place.file, place.document, (), index + 1, line.index("\t") + 1))
        return told, tabless.replace("\t", " ")
    if alike := _alike(line, place):
        return alike
    if tight := _TIGHT.fullmatch(line):
        shown = f"{tight['key']}: {tight['value']}"
        column = len(tight["lead"]) + 1
        told = NO_SPACE_AFTER_COLON.at(
            Place(place.file, place.document, (), index + 1, column),
            key=tight["key"], repaired=_short(shown),
        )  # fmt: skip
        return told, tight["lead"] + shown
    if found.place.line == index + 1 and (in_braces := _in_braces(found, line)):
        return in_braces
    meant = _meant(found.kind, lines, index) if own else None
    if meant is None or meant == line:
        return None
    args = dict(found.args)
    if meant.strip():
        args["repaired"] = f": `{_short(meant.strip())}`"
    if found.place.line == index + 1:
        place = found.place
    return found.kind.at(place, **args), meant


def _alike(line: str, place: Place) -> tuple[Finding, str] | None:
    """Return what a line says once its look-alikes are the characters that they look like."""
    if _SEPARATOR.fullmatch(line.rstrip()) and line.rstrip() != "---":
        return syntax.NOT_A_SEPARATOR.at(place, written=line.rstrip()), "---"
    character = meant = mended = ""
    if bullet := _BULLET.fullmatch(line):
        character, meant = bullet["mark"], "-"
        mended = f"{bullet['lead']}- {bullet['rest']}"
    elif _WIDE_ENTRY.fullmatch(line) and line.translate(_WIDE) != line:
        character = next(each for each in line if each.translate(_WIDE) != each)
        meant = character.translate(_WIDE)
        mended = re.sub("[：，；]", lambda wide: wide[0].translate(_WIDE) + " ", line)
        mended = re.sub("(?<=[:,;])  +", " ", mended.translate(_WIDE)).rstrip()
    if not mended:
        return None
    told = syntax.LOOK_ALIKE.at(
        replace(place, column=line.index(character) + 1),
        character=character, meant=meant, repaired=f": `{_short(mended.strip())}`",
    )  # fmt: skip
    return told, mended


def _in_braces(found: Finding, line: str) -> tuple[Finding, str] | None:
    """Return a line of braces with the comma, or the quotation marks, that it lacks."""
    if found.kind is not syntax.UNCLOSED_BRACKET:
        return None
    before, after = line[: found.place.column - 1], line[found.place.column - 1 :]
    missed = _MISSED_COMMA.fullmatch(before) if after.startswith(":") else None
    if missed:
        meant = f"{missed['before']}, {missed['key']}{after}"
    elif before.rstrip().endswith(("'", '"')) and re.match(rf"{_FLOW_KEY}:[ ]", after):
        meant = f"{before.rstrip()}, {after}"
    else:
        entry = _FLOW_VALUE.fullmatch(before) if after.startswith(": ") else None
        end = _FLOW_END.search(after) if entry else None
        if not entry or not end:
            return None
        value = entry["value"] + after[: end.start()]
        meant = entry["head"] + _quoted(value) + after[end.start() :]
        told = syntax.COLON_IN_VALUE.at(found.place, repaired=f": `{_short(meant.strip())}`")
        return told, meant
    args = {**dict(found.args), "repaired": f": `{_short(meant.strip())}`"}
    return found.kind.at(found.place, **args), meant


def _meant(kind: FindingKind, lines: list[str], index: int) -> str | None:
    """Return a line as it was meant, by what is wrong with it."""
    line = lines[index].rstrip("\r")
    if kind is syntax.BAD_INDENTATION:
        return _straight(lines, index)
    if kind is syntax.MISSING_COLON:
        if entry := _NO_COLON.fullmatch(line):
            return f"{entry['lead']}{entry['key']}: {entry['value']}"
        return "" if _WORD.fullmatch(line) else None
    entry = _ENTRY.fullmatch(line)
    if entry is None:
        return None
    value = _COMMENT.sub("", entry["value"]).rstrip()
    comment = entry["value"][len(value) :]
    if kind is syntax.UNCLOSED_QUOTE:
        # What looks like a comment is part of what was not closed.
        value, comment = entry["value"].rstrip(), ""
    meant = _value_meant(kind, value, under_key=bool(entry["key"]))
    return None if meant is None else line[: entry.start("value")] + meant + comment


def _value_meant(kind: FindingKind, value: str, *, under_key: bool) -> str | None:
    """Return a value as it was meant."""
    meant = None
    if kind is syntax.UNCLOSED_QUOTE and value[0] in {'"', "'"}:
        meant = value.rstrip(_CURLY) + value[0]
    elif kind is syntax.UNCLOSED_BRACKET and value[0] in _CLOSING:
        closing = _CLOSING[value[0]]
        if value.count(value[0]) == value.count(closing) + 1:
            meant = value.rstrip(", ") + closing
    elif kind in _QUOTED or (kind is syntax.COLON_IN_VALUE and under_key):
        meant = _quoted(value)
    elif kind is syntax.BAD_ESCAPE and value[0] == value[-1] == '"' and len(value) > 1:
        meant = "'" + value[1:-1].replace("'", "''") + "'"
    return meant


def _straight(lines: list[str], index: int) -> str | None:
    """Return a key one or two columns out of line where the key above it stands."""
    line = lines[index]
    above = next((each for each in reversed(lines[:index]) if each.strip()), "")
    entry, other = (re.match(rf"{_LEAD}{_KEY}:(?= |$)", each) for each in (line, above))
    if not entry or not other or "-" in entry["lead"]:
        return None
    if abs(len(entry["lead"]) - len(other["lead"])) != 1:
        return None
    return " " * len(other["lead"]) + line.lstrip(" ")


def _quoted(value: str) -> str:
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
