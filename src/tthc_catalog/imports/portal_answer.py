# Imports: one answer of the portal, taken apart key by key.
#
# `Answer` hands out values one by one and remembers which were taken, so that no word of an answer
# can be forgotten unnoticed. Words come out as a record may hold them, and what the portal says for
# "I do not know" comes out empty.

"""Taking values out of an answer of the national portal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tthc_catalog.files.direction import TURNS
from tthc_catalog.vietnamese import fold, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNPRINTABLE = re.compile(
    f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff{TURNS}]"
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)
_NOTHING = frozenset({"khong co thong tin", "chua co thong tin"})
_LONGEST_NOTHING = 24
_TERM = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*", re.ASCII)


def tidy(text: str) -> str:
    """Return words as a record may hold them: NFC, no control characters or trailing blanks."""
    plain = _UNPRINTABLE.sub(" ", _BREAKS.sub("\n", nfc(text))).replace("\t", " ")
    return _BLANKS.sub("", plain).strip()


def has_odd_characters(text: str) -> bool:
    """Whether `tidy` has to replace characters that nobody can see."""
    return _UNPRINTABLE.search(text) is not None


def is_nothing(text: str) -> bool:
    """Whether the portal says by this text that it does not know."""
    if len(text) > _LONGEST_NOTHING:
        return False
    return fold(text) in _NOTHING or not any(sign.isalnum() for sign in text)


def is_term(value: object) -> bool:
    """Whether a value is a term of the portal's program, such as WORKING_DAY, and no word."""
    return isinstance(value, str) and _TERM.fullmatch(value) is not None


class Answer:
    """An object of the answer that remembers which of its values were taken."""

    __slots__ = ("_inner", "_taken", "data", "odd", "route")

    def __init__(self, data: dict[str, Any], route: tuple[str | int, ...] = ()) -> None:
        self.data = data
        self.route = route
        self.odd = False
        """Whether invisible characters were replaced in a value that was taken from here."""

        self._taken: set[str] = set()
        self._inner: list[Answer] = []

    def text(self, key: str) -> str:
        """Take a text; empty where the portal states none."""
        value = self.data.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if value is None:
            value = ""
        if not isinstance(value, str):
            return ""
        self._taken.add(key)
        if not value:
            return ""
        if has_odd_characters(value):
            self.odd = True
        words = tidy(value)
        return "" if is_nothing(words) else words

    def value(self, key: str) -> object:
        """Take a number or text as it is."""
        value = self.data.get(key)
        if isinstance(value, dict | list):
            return None
        self._taken.add(key)
        return value

    def flag(self, key: str) -> bool | None:
        """Take a yes or no; None where the portal states neither."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, bool):
            return None
        self._taken.add(key)
        return value

    def one(self, key: str) -> Answer:
        """Take an inner object; an empty one where there is none."""
        value = self.data.get(key)
        if value is None:
            self._taken.add(key)
        if not isinstance(value, dict):
            return Answer({})
        return self._step(key, value, (*self.route, key))

    def rows(self, key: str) -> list[Answer]:
        """Take a list of objects; what in it is no object is not taken."""
        value = self.data.get(key)
        if value is None:
            value = []
        if isinstance(value, dict):
            value = [value]
        if not isinstance(value, list):
            return []
        self._taken.add(key)
        rows = []
        for index, item in enumerate(value):
            if isinstance(item, dict):
                rows.append(self._step(key, item, (*self.route, key, index)))
            else:
                self._inner.append(Answer({str(index): item}, (*self.route, key)))
        return rows

    def skip(self, *keys: str) -> None:
        """Count keys as taken because they repeat what another key says."""
        self._taken.update(keys)

    def _step(self, key: str, value: dict[str, Any], route: tuple[str | int, ...]) -> Answer:
        self._taken.add(key)
        inner = Answer(value, route)
        self._inner.append(inner)
        return inner

    @property
    def any_odd(self) -> bool:
        """Whether invisible characters were replaced here or further in."""
        return self.odd or any(inner.any_odd for inner in self._inner)

    def left(self) -> Iterator[tuple[tuple[str | int, ...], Any]]:
        """Yield the route and value of everything that was not taken and is not empty."""
        for key, value in self.data.items():
            if key not in self._taken and value not in (None, "", [], {}):
                yield (*self.route, key), value
        for inner in self._inner:
            yield from inner.left()
