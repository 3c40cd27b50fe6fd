# Ground: text as Vietnamese law writes it.
#
# Two verbs that must never be mixed up: `nfc` and `editorial_form` keep the meaning and serve
# comparison; `fold` throws the diacritics away and serves search and file names only.

"""Vietnamese text: normal forms, folding for search, sort order, dates and numbers as printed."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_UNSEEN = str.maketrans("\u200b\ufeff", "  ")
"""What is as wide as nothing and still parts words; Python does not count it as white space."""
_MARKS = re.compile(r"[\u0300-\u036f]")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
# Quotation marks, dashes and bullets that typists and word processors exchange freely.
_LOOKALIKES = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    "…": "...", "\u00ad": "", "ð": "đ", "Ð": "Đ",
})  # fmt: skip
# The tone may stand on either vowel of an open oa, oe, uy; schools differ, the word is the same.
_OPEN_GLIDE = re.compile(
    r"([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\w\u0300-\u036f])", re.IGNORECASE
)
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""None, grave, hook, tilde, acute, dot: the order in which dictionaries put them."""


class _Places(dict[int, str]):
    """What stands for each letter so that a common sort puts it right; other signs fall away."""

    def __missing__(self, sign: int) -> str:
        place = self[sign] = chr(sign) if chr(sign).isdigit() or chr(sign) == " " else ""
        return place


_LETTER_PLACES, _TONE_PLACES = _Places(), _Places()
for _place, _letter in enumerate(_ALPHABET):
    for _order, _tone in enumerate(_TONES):
        if len(_spelled := unicodedata.normalize("NFC", _letter + _tone)) == 1:
            # Capitals come after the space and the digits, which stand for themselves.
            _LETTER_PLACES[ord(_spelled)] = chr(ord("A") + _place)
            _TONE_PLACES[ord(_spelled)] = str(_order)


def nfc(text: str) -> str:
    """Return the text in Unicode normal form C, the form in which Vietnamese is exchanged."""
    return (
        text
        if text.isascii() or unicodedata.is_normalized("NFC", text)
        else unicodedata.normalize("NFC", text)
    )


def squeeze(text: str) -> str:
    """Return NFC text with every run of white space as one space and none at the ends."""
    if not text.isascii():
        text = nfc(text)
        if "\u200b" in text or "\ufeff" in text:
            text = text.translate(_UNSEEN)
    return " ".join(text.split())


def editorial_form(text: str) -> str:
    """Return the form in which two texts are equal if they differ only for an editor's eye.

    Unicode form, spaces, line breaks, look-alike marks and the place of the tone mark (hoà, hòa)
    carry no law. Letter case and punctuation may, so they stay.
    """
    plain = squeeze(text.translate(_LOOKALIKES))
    decomposed = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", _OPEN_GLIDE.sub(r"\1\3\2", decomposed))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return lower-case ASCII words for search: no diacritics, `đ` as `d`, single spaces."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    return _NOT_WORD.sub(" ", bare.replace("đ", "d").replace("ð", "d")).strip()


def slug(text: str, longest: int = 80) -> str:
    """Return a file name or address part made of folded words; never empty."""
    words = fold(text).replace(" ", "-")
    if len(words) > longest:
        words = words[:longest].rsplit("-", 1)[0]
    return words or "khong-ten"


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[str, str]:
    """Return a key that sorts as Vietnamese dictionaries do: letters first, tones second.

    Spaces come before digits and those before letters, so "an" precedes "an toàn" and "ang".
    """
    small = squeeze(text).lower()
    return small.translate(_LETTER_PLACES), small.translate(_TONE_PLACES)


def nearest(word: str, choices: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the choice most like a mistyped word, or None if nothing is close."""
    by_fold = {fold(choice): choice for choice in choices}
    found = difflib.get_close_matches(fold(word), list(by_fold), n=1, cutoff=cutoff)
    return by_fold[found[0]] if found else None


def say_date(day: date) -> str:
    """Return a day as Vietnamese documents print it: 01/07/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def say_number(number: int) -> str:
    """Return a whole number with dots between thousands: 1.828."""
    return f"{number:,}".replace(",", ".")
