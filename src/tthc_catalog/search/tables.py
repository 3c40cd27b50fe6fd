# The tables that officers edit. They arrive as plain data, so the package's own tables and those of
# a catalogue are read by the same door and simply follow one another.

"""Tables of everyday words, of short names and of the words around a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnreadableError
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Everyday:
    """Words of everyday speech and the official words that they stand for."""

    says: tuple[str, ...]
    means: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """Short names by which people know one procedure."""

    code: str
    names: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SearchTables:
    """All that the search knows beyond the names themselves."""

    everyday: tuple[Everyday, ...] = ()
    aliases: tuple[Alias, ...] = ()
    asides: tuple[str, ...] = ()
    """Words that ask but do not name: "làm thế nào", "cần giấy tờ gì"."""

    def __add__(self, other: SearchTables) -> SearchTables:
        """Return these tables extended by others."""
        return SearchTables(
            self.everyday + other.everyday,
            self.aliases + other.aliases,
            self.asides + other.asides,
        )


COMPULSORY = {"noi_thuong_ngay": ("noi", "la"), "ten_goi": ("ma", "goi"), "loi_hoi": ("noi",)}
"""The tables of a file, and the keys that each entry must have; `vi` says why and never must."""


def tables_from(plain: Mapping[str, object]) -> SearchTables:
    """Return the tables of one file.

    Args:
        plain: `noi_thuong_ngay` (entries of `noi`, `la`, `vi`), `ten_goi` (entries of `ma`, `goi`,
            `vi`) and `loi_hoi` (entries of `noi`, `vi`), each of them optional.

    Raises:
        UnreadableError: An entry lacks a key or holds something else than words.
    """
    everyday = [
        Everyday(_words(entry, "noi"), _words(entry, "la"), str(entry.get("vi", "")))
        for entry in _entries(plain, "noi_thuong_ngay")
    ]
    aliases = [
        Alias(_words(entry, "ma")[0], _words(entry, "goi"), str(entry.get("vi", "")))
        for entry in _entries(plain, "ten_goi")
    ]
    asides = [said for entry in _entries(plain, "loi_hoi") for said in _words(entry, "noi")]
    return SearchTables(tuple(everyday), tuple(aliases), tuple(asides))


def is_word(value: object) -> bool:
    """Return whether a value is words of which something is left to look for."""
    return isinstance(value, str) and fold(value) != ""


def _entries(plain: Mapping[str, object], key: str) -> Iterable[Mapping[str, object]]:
    listed = plain.get(key, [])
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise UnreadableError(
            f"Bảng tìm kiếm: “{key}” phải là danh sách các mục; xem `tthc check`."
        )
    return listed


def _words(entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = entry.get(key)
    listed = value if isinstance(value, list) else [value]
    if not listed or not all(is_word(word) for word in listed):
        raise UnreadableError(
            f"Bảng tìm kiếm: có mục thiếu “{key}” hoặc ghi sai; xem `tthc check`."
        )
    return tuple(str(word) for word in listed)
