# What the ledger records, read from the plain data alone: a document's hash must not depend on what
# a release of the program makes of it.

"""The published documents of a catalogue, by what they are and by their hashes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.files.cache import open_cache
from tthc_catalog.files.reading import Stream, collector_at_rest, read
from tthc_catalog.finding import Severity
from tthc_catalog.records.hashing import decision_hash, document_hash, finished, identity_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.files.cache import Cache
    from tthc_catalog.files.tree import Tree

FOLDERS = ("procedures/", "decisions/")
"""Where what is published stands."""


def hash_of(data: object, name: str) -> str:
    """Return the hash under which the ledger records a document of a file."""
    return decision_hash(data) if name.startswith("decisions/") else document_hash(data)


@dataclass(frozen=True)
class Published:
    """Every document of a catalogue, as it stands now."""

    files: Mapping[str, str]
    """Identity → the file that holds it."""

    hashes: Mapping[str, tuple[str, ...]]
    """Identity → the hash of each of its documents."""

    unreadable: frozenset[str] = frozenset()
    """Files that cannot be read to their end, or do not say whose documents they hold."""

    @classmethod
    def in_tree(
        cls, tree: Tree, *, catalog: Catalog | None = None, cache: bool = False
    ) -> Published:
        """Read all procedures and decisions of a catalogue.

        Args:
            tree: the catalogue.
            catalog: what was just loaded from it; the hashes that it was loaded with
                (`Catalog.load(…, hashes=True)`) are not made again.
            cache: whether what was read last time may be taken for what stands there.
        """
        names = [name for name in tree.names(".yaml") if name.startswith(FOLDERS)]
        hashed = _hashed(catalog) if catalog is not None else {}
        kept = open_cache(tree) if cache and len(hashed) < len(names) else None
        files: dict[str, str] = {}
        hashes: dict[str, tuple[str, ...]] = {}
        unreadable: set[str] = set()
        with collector_at_rest():
            for name in names:
                if name in hashed:
                    code, hashes[code] = hashed[name]
                    files[code] = name
                    continue
                stream = _read(tree, name, kept)
                identity = identity_of(stream.documents[0]) if stream.documents else None
                if identity is None or any(f.severity is Severity.ERROR for f in stream.findings):
                    unreadable.add(name)
                if identity is None:
                    continue
                if name.startswith("decisions/") and not finished(stream.documents[0]):
                    # What is still being copied from the paper is not published yet.
                    continue
                files[identity] = name
                hashes[identity] = tuple(hash_of(each, name) for each in stream.documents)
        return cls(files, hashes, frozenset(unreadable))

    def without(self, names: Collection[str]) -> Published:
        """Return all documents but those of some files."""
        files = {identity: name for identity, name in self.files.items() if name not in names}
        return Published(files, {identity: self.hashes[identity] for identity in files})


def _hashed(catalog: Catalog) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return file → identity and hashes, of the files in which reading found nothing wrong."""
    told = {finding.place.file for finding in catalog.findings}
    return {
        catalog.lives[code].file: (code, hashes)
        for code, hashes in catalog.hashes.items()
        if catalog.lives[code].file not in told
    }


def _read(tree: Tree, name: str, cache: Cache | None) -> Stream:
    known = cache.get(tree, name) if cache else None
    return read(tree.read(name), name) if known is None else Stream(known)
