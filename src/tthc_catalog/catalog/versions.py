# What people print, quote and post is one text of a procedure. Its name must outlive later
# decisions, corrections and releases of this program, so it is made of the hashes of the published
# documents that apply, and of nothing that anybody computes from them.
#
# A correction changes what the law is said to have been, but not what hung on the wall: texts that
# were once known and are not known any more keep their name too.

"""The versions of a procedure: every text that was ever published as being in force."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog.life import Life
from tthc_catalog.files.reading import read_tree
from tthc_catalog.records.hashing import document_hash, identity_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tthc_catalog.catalog.state import Entry, State
    from tthc_catalog.files.tree import Tree


def hashes_in(tree: Tree) -> dict[str, tuple[str, ...]]:
    """Return the hash of each document by code, for catalogues that were read without them."""
    return {
        code: tuple(document_hash(document) for document in stream.documents)
        for name, stream in read_tree(tree)
        if name.startswith("procedures/") and stream.documents
        if (code := identity_of(stream.documents[0])) is not None
    }


class Version(NamedTuple):
    """One text of a procedure."""

    hash: str
    """64 hex digits, made of the procedure's code and of the documents that apply."""

    state: State
    """The text, and the days on which it applied as far as was known when it was last known."""

    spans: tuple[State, ...] = ()
    """The states of the life, as known today, that read so; none for a text that was put right."""

    withdrawn: Entry | None = None
    """The document since which nobody holds that this text ever applied."""

    @property
    def code(self) -> str:
        """The procedure."""
        return self.state.code

    @property
    def short(self) -> str:
        """The first eight digits, which addresses and sheets carry."""
        return self.hash[:8]


def versions_of(life: Life, hashes: Sequence[str] = ()) -> tuple[Version, ...]:
    """Return every version of a procedure, by the day from which it applies.

    Args:
        life: the procedure.
        hashes: the hash of each of its documents (`Catalog.hashes`); without them, hashes are
            made of the records, and a later release may name the versions otherwise.
    """
    names = hashes if len(hashes) == len(life.documents) else _makeshift(life)
    spans: dict[str, list[State]] = {}
    for state in life.states:
        if state.in_force:
            spans.setdefault(_name(state, names), []).append(state)
    found = [Version(name, states[0], tuple(states)) for name, states in spans.items()]
    found += _withdrawn(life, names, spans)
    return tuple(sorted(found, key=lambda version: (version.state.since, bool(version.spans))))


def _withdrawn(life: Life, names: Sequence[str], now: dict[str, list[State]]) -> list[Version]:
    if len(life.entries) == 1:
        return []
    days = sorted({entry.known for entry in life.entries})
    held: dict[str, State] = {}
    gone: dict[str, Entry] = {}
    for day in days:
        known = tuple(entry for entry in life.entries if entry.known <= day)
        states = Life(life.code, life.file, life.documents, known).states
        told = {_name(state, names): state for state in states if state.in_force}
        for name in held.keys() - told.keys():
            gone.setdefault(name, _latest(life, day))
        held.update(told)
    return [
        Version(name, state, (), gone.get(name)) for name, state in held.items() if name not in now
    ]


def _latest(life: Life, day: date) -> Entry:
    return [entry for entry in life.entries if entry.known == day][-1]


def _name(state: State, names: Sequence[str]) -> str:
    told = [state.code, *(names[entry.index] for entry in state.entries)]
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()


def _makeshift(life: Life) -> list[str]:
    return [
        hashlib.sha256(document.model_dump_json(exclude_unset=True).encode()).hexdigest()
        for document in life.documents
    ]
