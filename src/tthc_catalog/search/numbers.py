# Codes and decision numbers are looked up, not ranked: who types one means that one.

"""Codes of procedures and numbers of decisions, in any spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tthc_catalog.search.payload import Payload

_CODE = re.compile(r"(?<![0-9])([0-9])[ .,_-]?([0-9]{6})(?![0-9])")
_AROUND_CODE = re.compile(r"^ *(ma|so|ma so|thu tuc|tthc|ma thu tuc|ma tthc|ma so thu tuc)?[ :]*([0-9][0-9 .,_-]*)$")
_LOCAL_TAIL = re.compile(r"[ .][0-9]{3}[ .][0-9]{2}[ .][0-9]{2}[ .][a-z][0-9]{2}.*$|[ .]h[0-9]{2}$")
_SHORTEST_PART = 3
_WORDS_AND_NUMBERS = re.compile("[0-9]+|[a-z]+")
_ABOUT_DECISIONS = {"qd", "quyet", "dinh", "so", "cua", "theo", "nam", "ban", "hanh", "thu", "tuc"}
_DATE = re.compile(r"\b[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}\b")


def digits_of(code: str) -> str:
    """Return the digits of a code."""
    return re.sub("[^0-9]", "", code)


def codes_in(text: str) -> list[str]:
    """Return whole codes that stand in a text, as digits."""
    return [first + rest for first, rest in _CODE.findall(text)]


def part_of_code(text: str) -> str:
    """Return the digits if the text is nothing but a code or a part of one; else an empty text."""
    plain = _LOCAL_TAIL.sub("", text.lower().strip().rstrip(".,; "))
    plain = re.sub("[đð]", "d", plain)
    matched = _AROUND_CODE.match(_bare(plain))
    digits = digits_of(matched[2]) if matched else ""
    return digits if _SHORTEST_PART <= len(digits) <= 7 else ""  # noqa: PLR2004


def rows_of_code(digits: str, payload: Payload) -> list[int]:
    """Return the rows whose code holds the digits: at its front, at its end, inside."""
    found = []
    for number, row in enumerate(payload["rows"]):
        at = digits_of(row[0]).find(digits)
        if at >= 0:
            rest = len(digits_of(row[0])) - at - len(digits)
            found.append((0 if at == 0 else 1 if rest == 0 else 2, row[0], number))
    return [number for _, _, number in sorted(found)]


def decision_words(number: str) -> tuple[str, ...]:
    """Return what tells a decision from others: its numbers and its agency, without QĐ."""
    return tuple(
        word
        for word in _WORDS_AND_NUMBERS.findall(fold(number))
        if word not in ("qd", "quyet", "dinh", "so")
    )


def decisions_in(text: str, payload: Payload) -> list[int]:
    """Return the numbers of the decisions that a text names, if it does nothing else."""
    words = _WORDS_AND_NUMBERS.findall(fold(_DATE.sub(" ", text)))
    if not words or not any(word.isdigit() for word in words):
        return []
    told = [word for word in words if word not in _ABOUT_DECISIONS]
    if not told or not told[0].isdigit():
        return []
    number, rest = told[0], told[1:]
    spelt_out = "".join(word[0] for word in rest if word != "va" and not word.isdigit())
    said_so = "qd" in words or "quyet" in words
    found = []
    for place, printed in enumerate(payload["decisions"]):
        known = decision_words(printed)
        if not known or known[0].lstrip("0") != number.lstrip("0"):
            continue
        agencies = known[1:]
        if set(rest) <= set(agencies) or (rest and spelt_out in agencies):
            found.append((len(agencies), place))
    alone = not rest and not said_so and len(number) > 4  # noqa: PLR2004
    return [] if alone else [place for _, place in sorted(found)]


def _bare(text: str) -> str:
    return " ".join(re.sub("[^0-9a-z .,_:-]", "", _unmarked(text)).split())


def _unmarked(text: str) -> str:
    return re.sub("[\u0300-\u036f]", "", _decomposed(text))


def _decomposed(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFD", text)


def rows_of_decisions(places: Sequence[int], payload: Payload) -> list[int]:
    """Return the rows that name the decisions, in the order of their codes."""
    wanted = set(places)
    found = [
        (row[0], number)
        for number, row in enumerate(payload["rows"])
        if len(row) > 7 and wanted.intersection(row[7])  # noqa: PLR2004
    ]
    return [number for _, number in sorted(found)]
