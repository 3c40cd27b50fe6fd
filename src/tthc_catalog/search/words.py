# What a typed word may mean, letter by letter.
#
# Everything here exists twice, here and in search.js, and tests/search/cases.json holds both to the
# same answers. So: no locale, no Unicode tables beyond NFD, plain loops and plain regular
# expressions that mean the same in both languages.

"""Vietnamese words as people type them: folded, with Telex or VNI left over, misspelt."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile("[0-9a-zđð\u0300-\u036f]+")
_MARK = re.compile("[\u0300-\u036f]")
_SHORT_Y = re.compile(r"^(qu|[bcdghklmnprstvx]{1,3})y$")
_VOWELS = "aeiouy"
_TELEX_TONE = re.compile("[sfrxjwz]")
_TELEX_DOUBLE = re.compile(r"([aeo])([^aeo]*)\1")
_SYLLABLE = re.compile(
    "^(ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvx])?([aeiouy]+)([a-z]*)$"
)
_ONSETS = {
    "ch": ("tr",), "tr": ("ch",), "s": ("x",), "x": ("s",), "d": ("gi", "r", "v"), "gi": ("d", "r"),
    "r": ("d", "gi", "g"), "v": ("d",), "l": ("n",), "n": ("l",), "k": ("c",), "c": ("k", "qu"),
    "qu": ("c", "ho"), "g": ("gh", "r"), "gh": ("g",), "ng": ("ngh",), "ngh": ("ng",), "ph": ("f",),
}  # fmt: skip
_NUCLEI = {
    "ay": ("ai",), "ai": ("ay", "oai"), "oai": ("ai",), "iu": ("ieu", "uu"), "ieu": ("iu", "uou"),
    "ui": ("uoi",), "uoi": ("ui",), "u": ("uo",), "uo": ("u", "o"), "i": ("ie", "y"), "ie": ("i",),
    "uu": ("uou", "iu"), "uou": ("uu", "ieu"), "oi": ("uoi",), "au": ("ao",), "ao": ("au",),
    "y": ("i",), "ye": ("ie",), "uy": ("uyi", "ui"),
}  # fmt: skip
_CODAS = {"n": ("ng",), "ng": ("n",), "c": ("t",), "t": ("c",), "nh": ("n",), "ch": ("t",)}
_ENDINGS = ("", "c", "ch", "m", "n", "ng", "nh", "p", "t")
_SHORTEST_REPAIR = 3
_LONG_WORD = 6


class Token(NamedTuple):
    """One typed word: its folded spelling, and its marks if the typist set any."""

    word: str
    marks: str


def spelled(word: str) -> str:
    """Return a folded word in one spelling: ky and ki, ly and li, quy and qui are the same word."""
    return word[:-1] + "i" if _SHORT_Y.match(word) else word


def tokens(text: str) -> list[Token]:
    """Return the words of a text in order.

    The marks of a word are its diacritics wherever they stand (hòa and hoà are the same), with the
    two tones hỏi and ngã as one; a word without any diacritic has no marks.
    """
    pieces = _TOKEN.findall(unicodedata.normalize("NFD", text.lower()))
    return [token for token in map(_token, pieces) if token.word]


# Names repeat a few thousand pieces, so each is taken apart once.
@lru_cache(maxsize=65536)
def _token(piece: str) -> Token:
    tones = sorted("\u0303" if mark == "\u0309" else mark for mark in _MARK.findall(piece))
    bars = "đ" * (piece.count("đ") + piece.count("ð"))
    word = _MARK.sub("", piece).replace("đ", "d").replace("ð", "d")
    return Token(spelled(word), bars + "".join(tones))


def without_telex(word: str) -> str:
    """Return what a folded word spells if its letters are read as Telex keys: `dangw` as dang."""
    start = 0
    while start < len(word) and word[start] not in _VOWELS + "w":
        start += 1
    onset, rime = word[:start], word[start:]
    if onset.startswith("dd"):
        onset = onset[1:]
    if rime.startswith("w"):
        rime = "u" + rime[1:]
    rime = _TELEX_TONE.sub("", rime)
    return spelled(onset + _TELEX_DOUBLE.sub(r"\1\2", rime.removesuffix("d")))


def without_vni(word: str) -> str:
    """Return what a folded word spells if its digits are read as VNI keys: `ho65i` as hoi."""
    return spelled(re.sub("[0-9]", "", word)) if re.match("^[a-z][a-z0-9]*$", word) else word


def is_syllable(word: str) -> bool:
    """Tell whether a folded word of two letters or more can be one Vietnamese syllable."""
    matched = _SYLLABLE.match(word)
    return matched is not None and len(word) > 1 and matched[3] in _ENDINGS


@lru_cache(maxsize=8192)
def sounds_like(word: str) -> tuple[str, ...]:
    """Return the spellings that Vietnamese ears and accents confuse with a folded word."""
    matched = _SYLLABLE.match(word)
    if not matched:
        return ()
    onset, nucleus, coda = matched[1] or "", matched[2], matched[3]
    found = [other + nucleus + coda for other in _ONSETS.get(onset, ())]
    found += [onset + other + coda for other in _NUCLEI.get(nucleus, ())]
    found += [onset + nucleus + other for other in _CODAS.get(coda, ())]
    found += [
        other + nucleus + another
        for other in _ONSETS.get(onset, ())
        for another in _CODAS.get(coda, ())
    ]
    return tuple(dict.fromkeys(spelled(each) for each in found))


def slips(word: str, other: str) -> int:
    """Return how many keys apart two words are (one swap of neighbours counts once), 3 for many."""
    if abs(len(word) - len(other)) > 2:  # noqa: PLR2004 - two slips are the most that are repaired
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        older, before, row = before, row, [i]
        for j, another in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != another))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == another:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)


def slips_allowed(word: str) -> int:
    """Return how many slips a word may hold and still be recognised."""
    if len(word) < _SHORTEST_REPAIR:
        return 0
    return 2 if len(word) >= _LONG_WORD else 1
