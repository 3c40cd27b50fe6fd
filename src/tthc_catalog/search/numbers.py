# Codes and decision numbers are looked up, not ranked: who types one means that one.

"""Codes of procedures and numbers of decisions, in any spelling."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tthc_catalog.search.payload import Payload

_MARKS = re.compile("[\u0300-\u036f]")
_CODE = re.compile("(?:^|[^0-9])([0-9])[ .,_-]?([0-9]{6})(?![0-9])")
_NOTHING_BUT_CODE = re.compile(
    "^(?:thu tuc |tthc |(?:ma )?(?:so )?(?:thu tuc |tthc )?)?[: ]*([0-9][0-9 .,_-]*)$"
)
# A province adds its own tail: 1.012784.000.00.00.H36.
_TAIL = re.compile("(?:[ .][0-9]{3}[ .][0-9]{2}[ .][0-9]{2})?[ .][a-z][0-9]{2}$")
_SHORTEST_PART = 3
_LONGEST_PART = 7
_LONGEST_NUMBER = 4
_WORDS_AND_NUMBERS = re.compile("[0-9]+|[a-z]+")
_AROUND_NUMBER = {
    "qd", "quyet", "dinh", "so", "cua", "theo", "nam", "ban", "hanh", "thu", "tuc", "ngay",
}  # fmt: skip
_NOT_NUMBER = {"qd", "quyet", "dinh", "so"}
_DATE = re.compile("(^|[^0-9])[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}(?![0-9])")
_DECISIONS = 7


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def rows_of_codes(text: str, payload: Payload) -> tuple[list[int], bool]:
    """Return the rows of whole codes in a text, and whether the text is nothing but a code.

    If it is nothing else, a part of a code will do: at the front of codes, at their end, inside.
    """
    rows = payload["rows"]
    whole = fold(text)
    found = [number for number, row in enumerate(rows) if whole and fold(row[0]) == whole]
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.lower())).replace("đ", "d").strip()
    plain = _TAIL.sub("", plain.rstrip(".,; "))
    asked = [first + rest for first, rest in _CODE.findall(plain)]
    alone = _NOTHING_BUT_CODE.match(plain)
    if alone and not asked and _SHORTEST_PART <= len(_digits(alone[1])) <= _LONGEST_PART:
        asked = [_digits(alone[1])]
    for digits in asked:
        ranked = []
        for number, row in enumerate(rows):
            code = _digits(row[0])
            at = code.find(digits)
            if at >= 0:
                place = 0 if at == 0 else 1 if at + len(digits) == len(code) else 2
                ranked.append((place, row[0], number))
        found += [number for _, _, number in sorted(ranked)]
    return found, bool(alone) or bool(whole and found and not asked)


def rows_of_decisions(text: str, payload: Payload) -> list[int]:
    """Return the rows of the decisions that a text names, if it names nothing else."""
    wanted = set(_decisions_in(text, payload))
    found = [
        (row[0], number)
        for number, row in enumerate(payload["rows"])
        if wanted and len(row) > _DECISIONS and wanted.intersection(row[_DECISIONS])
    ]
    return [number for _, number in sorted(found)]


def _decisions_in(text: str, payload: Payload) -> Sequence[int]:
    words = _WORDS_AND_NUMBERS.findall(fold(_DATE.sub(r"\1 ", text)))
    told = [word for word in words if word not in _AROUND_NUMBER]
    if not told or not told[0].isdigit():
        return ()
    number, rest = told[0].lstrip("0"), told[1:]
    # A bare number is taken for a decision only while it is too short for a code.
    bare = not rest and "qd" not in words and "quyet" not in words
    if bare and (len(words) > 1 or len(told[0]) > _LONGEST_NUMBER):
        return ()
    spelt_out = "".join(word[0] for word in rest if word != "va" and not word.isdigit())
    found = []
    for place, printed in enumerate(payload["decisions"]):
        known = [
            word for word in _WORDS_AND_NUMBERS.findall(fold(printed)) if word not in _NOT_NUMBER
        ]
        same = bool(known) and known[0].lstrip("0") == number
        if same and (set(rest) <= set(known[1:]) or (rest and spelt_out in known[1:])):
            found.append(place)
    return found
