# Records: what the grammars of time limits and fees share.
#
# Both are read the same way: notes in brackets at the end are cut off, the rest is walked from left
# to right by small steps that either take something or leave the place untouched. A number is a
# number only in Vietnamese style (dots between thousands, comma before decimals), because a dot
# read as a decimal point is how 135.000 đồng became 135 đồng on the national portal.

"""Numbers, brackets and words as Vietnamese administrative documents print them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_FILLERS = {"linh", "lẻ"}
_LONGEST_TAIL = 2000

LONGEST = 4000
"""How many characters a printed form may have."""

T = TypeVar("T")


class PrintedFormError(ValueError):
    """A text is not of the form that it should have; its sentence says why, in Vietnamese."""

    def __init__(self, sentence: str, suggestion: str | None = None) -> None:
        super().__init__(sentence)
        self.suggestion = suggestion
        """The nearest valid spelling, or None if none can be proposed without guessing."""


class Unreadable(ValueError):  # noqa: N818 - it is caught inside the grammars and never leaves them
    """One step of a grammar found something that it must not guess at."""


def read_twice(text: str, read: Callable[[str], T], spell: Callable[[T], str], what: str) -> T:
    """Read a text, and refuse a reading whose own spelling means something else.

    Args:
        text: what was typed.
        read: the grammar.
        spell: the canonical spelling of what it reads.
        what: what the text should be, for the refusal.
    """
    if len(text) > LONGEST:
        raise Unreadable(f"{what} quá dài")
    found = read(text)
    if read(spell(found)) != found:
        raise Unreadable(f"{what} có thể hiểu theo nhiều cách")
    return found


def first_readable(
    texts: Iterable[str], read: Callable[[str], T], spell: Callable[[T], str]
) -> str | None:
    """Return the canonical spelling of the first text that can be read; None if none can."""
    for text in texts:
        try:
            return spell(read(text))
        except Unreadable:
            continue
    return None


class Steps:
    """A text and the place up to which it has been read."""

    __slots__ = ("place", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Step over what the pattern matches here, and over the space after it."""
        match = pattern.match(self.text, self.place)
        if match:
            self.place = match.end()
            while self.place < len(self.text) and self.text[self.place] == " ":
                self.place += 1
        return match

    @property
    def rest(self) -> str:
        """What has not been read yet."""
        return self.text[self.place :]


def words(body: str) -> re.Pattern[str]:
    """Compile whole words in any letter case."""
    return re.compile(rf"(?:{body})(?!\w)", re.IGNORECASE)


def balanced(text: str) -> bool:
    """Tell whether every bracket is closed and none is closed before it was opened."""
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0


def cut_note(text: str) -> tuple[str, str]:
    """Part a text from the remark in brackets at its end; several remarks become one."""
    notes: list[str] = []
    body = text
    while body.endswith(")"):
        opening = _opening_of_last_bracket(body)
        notes.insert(0, body[opening + 1 : -1].strip())
        body = body[:opening].rstrip()
    if any(not note for note in notes):
        raise Unreadable("ngoặc đơn để trống")
    return body, "; ".join(notes)


def _opening_of_last_bracket(text: str) -> int:
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth == 0:
            return index
    raise Unreadable("ngoặc đơn chưa đóng hoặc mở thừa")


def places_outside_brackets(text: str, mark: str) -> list[int]:
    """List where a mark stands outside all brackets."""
    depth = 0
    places = []
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0 and character == mark:
            places.append(index)
    return places


def clauses(text: str) -> list[str]:
    """Split a text at the semicolons outside brackets; a semicolon at the very end is no clause."""
    edges = [-1, *places_outside_brackets(text, ";"), len(text)]
    parts = [text[left + 1 : right].strip() for left, right in pairwise(edges)]
    return parts[:-1] if len(parts) > 1 and not parts[-1] else parts


def label_and_rest(text: str) -> tuple[str, str] | None:
    """Split a clause at its last colon outside brackets, if both sides hold something."""
    places = places_outside_brackets(text, ":")
    if not places:
        return None
    label, rest = text[: places[-1]].strip(), text[places[-1] + 1 :].strip()
    return (label, rest) if label and rest else None


def free_text(text: str, what: str) -> str:
    """Return words that the format keeps as printed, or refuse what would hide something else."""
    plain = text.lstrip(" ,").rstrip(" ,.")
    if not plain or not balanced(plain) or ";" in plain:
        raise Unreadable(f"{what} không đọc được: “{text.strip()}”")
    if len(plain) > _LONGEST_TAIL:
        raise Unreadable(f"{what} quá dài")
    return plain


@lru_cache(4096)
def say_decimal(number: Decimal) -> str:
    """Spell a number as Vietnamese law does: 1.025.000 and 2,5."""
    whole, _, fraction = f"{number:f}".partition(".")
    spelt = f"{int(whole):,}".replace(",", ".")
    fraction = fraction.rstrip("0")
    return f"{spelt},{fraction}" if fraction else spelt


def in_words(text: str) -> Decimal | None:
    """Read a number written out in words ("mười lăm"), or return None if it is none.

    The reader is lenient about order: it only ever confirms digits that stand beside the words.
    """
    total = group = 0
    last = 0
    seen = False
    whole, _, fraction = text.lower().partition(" phẩy ")
    for word in whole.split():
        if word in _DIGITS:
            last = _DIGITS[word]
            group += last
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group += last * 9
        elif word == "trăm":
            group += last * 99
        elif word in SCALES:
            total += group * SCALES[word]
            group = 0
        elif word not in _FILLERS:
            return None
        seen = True
    if not seen:
        return None
    decimals = [_DIGITS.get(word) for word in fraction.split()]
    if None in decimals:
        return None
    tail = "".join(map(str, decimals))
    return Decimal(f"{total + group}.{tail}") if tail else Decimal(total + group)


def respelled(text: str, phrases: dict[str, str]) -> str:
    """Replace words that match a known phrase once their diacritics are thrown away.

    Args:
        text: what was typed.
        phrases: from folded phrase of up to three words to its right spelling.
    """
    typed = text.split(" ")
    done: list[str] = []
    index = 0
    while index < len(typed):
        for length in (3, 2, 1):
            window = typed[index : index + length]
            known = phrases.get(fold(" ".join(window))) if len(window) == length else None
            if known and all(word.isalpha() for word in window):
                done.append(known)
                index += length
                break
        else:
            done.append(typed[index])
            index += 1
    return " ".join(done)
