# Imports: the registers that records refer to, extended by what sources mention.
#
# An import knows names, a register needs ids. One name is one id however it is written (the fold
# of the name decides), and what people have entered is never touched: new entries go below.

"""Fields, authorities and legal documents: what a catalogue has and what an import adds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnwritableError
from tthc_catalog.files.appending import below
from tthc_catalog.files.emitting import emit
from tthc_catalog.files.reading import read
from tthc_catalog.vietnamese import fold, slug, squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.records.registers import Authority, FieldEntry

Entry = dict[str, str]

_KINDS = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị định", "Nghị quyết liên tịch", "Nghị quyết",
    "Thông tư liên tịch", "Thông tư", "Quyết định", "Chỉ thị", "Công văn", "Văn bản hợp nhất",
)  # fmt: skip
_KIND = re.compile(rf"({'|'.join(_KINDS)})(?!\w)", re.IGNORECASE)
_KIND_BY_FOLD = {fold(kind): kind for kind in _KINDS}


class Registers:
    """What is registered, what an import adds, and what the record under way mentions."""

    def __init__(self, catalog: Catalog) -> None:
        self._fields = _Named(catalog.fields)
        self._authorities = _Named(catalog.authorities)
        self._titles = {
            number: entry.title or "" for number, entry in catalog.legal_documents.items()
        }
        self._laws: dict[str, Entry] = {}
        self._laws_under_way: dict[str, Entry] = {}

    def field_id(self, name: str) -> str:
        """Return the id of a field; a new name gets the slug of its words."""
        return self._fields.id_of(name)

    def mention_field(self, name: str, number: str) -> None:
        """Note that the record under way belongs to a field."""
        self._fields.mention(name, number)

    def mention_authority(self, name: str, number: str) -> None:
        """Note that the record under way names an authority."""
        self._authorities.mention(name, number)

    def mention_law(self, number: str, title: str, printed: str) -> None:
        """Note that the record under way cites a legal document.

        Args:
            number: its number and symbol.
            title: its title as the source gives it; may be empty.
            printed: the number as printed, which may begin with the kind of document.
        """
        if number in self._titles or number in self._laws or number in self._laws_under_way:
            return
        entry: Entry = {}
        if title and title != number and fold(title) not in _KIND_BY_FOLD:
            entry["ten"] = title
        kind = _KIND.match(printed) or _KIND.match(title)
        if kind:
            entry["loai"] = _KIND_BY_FOLD[fold(kind[1])]
        self._laws_under_way[number] = entry

    def title_of(self, number: str) -> str:
        """Return the title that a legal document has in the register, or will have."""
        for entries in (self._laws, self._laws_under_way):
            if number in entries:
                return entries[number].get("ten", "")
        return self._titles.get(number, "")

    def accept(self) -> None:
        """Enter what the record under way has mentioned."""
        self._laws |= self._laws_under_way
        self._laws_under_way = {}
        self._fields.accept()
        self._authorities.accept()

    def forget(self) -> None:
        """Leave out what the record under way has mentioned."""
        self._laws_under_way = {}
        self._fields.forget()
        self._authorities.forget()

    def additions(self) -> dict[str, dict[str, Entry]]:
        """Return the new entries of each register file."""
        return {
            "fields.yaml": self._fields.added,
            "authorities.yaml": self._authorities.added,
            "legal_documents.yaml": self._laws,
        }


class _Named:
    """A register whose entries are found by name."""

    def __init__(self, entries: Mapping[str, FieldEntry | Authority]) -> None:
        self._ids = {
            fold(name): key
            for key, entry in entries.items()
            for name in (entry.name, *entry.other_names)
        }
        self._old = frozenset(entries)
        self._taken = set(entries)
        self.added: dict[str, Entry] = {}
        self._under_way: dict[str, Entry] = {}

    def id_of(self, name: str) -> str:
        folded = fold(name)
        if folded not in self._ids:
            first = slug(name)
            choice, number = first, 1
            while choice in self._taken:
                number += 1
                choice = f"{first}-{number}"
            self._ids[folded] = choice
            self._taken.add(choice)
        return self._ids[folded]

    def mention(self, name: str, number: str) -> None:
        key = self.id_of(name)
        if key in self._old or key in self.added:
            return
        entry = self._under_way.setdefault(key, {"ten": squeeze(name)})
        if number:
            entry.setdefault("ma", number)

    def accept(self) -> None:
        self.added |= self._under_way
        self._under_way = {}

    def forget(self) -> None:
        self._under_way = {}


def extended(text: str, entries: Mapping[str, Entry], name: str) -> str:
    """Return a register with more entries at its end; what stood there stays byte for byte.

    Raises:
        UnwritableError: the file is written so that nothing can be set below it.
    """
    added = emit(dict(entries))
    if not text.strip():
        return added
    before = read(text, name)
    joined = below(text, added)
    after = read(joined, name)
    expected = {**(before.documents[0] if before.documents else {}), **entries}
    if (
        len(after.documents) != 1
        or after.documents[0] != expected
        or len(after.findings) > len(before.findings)
    ):
        raise UnwritableError(
            f"Không thêm được mục vào cuối {name}; hãy viết mỗi khóa một dòng rồi thử lại."
        )
    return joined
