# A catalogue of thousands changes by a few records a day. What is printed for one procedure rests
# on its own documents and on what all pages share; where neither has changed since a build whose
# files still stand untouched, there is nothing to print. What is shared is taken widely (every
# register, every decision, every name, the program itself, the day): when in doubt, print.
#
# The memory of a build stands in the user's cache, not in the folder that is published.

"""What an earlier build printed from the same records, and need not be printed again."""

from __future__ import annotations

import hashlib
import json
import os
from collections import defaultdict
from dataclasses import dataclass, field, fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from tthc_catalog.errors import UnwritableError
from tthc_catalog.files.cache import cache_folder
from tthc_catalog.files.writing import write_bytes
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.ending import merging

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.writing import Press

REST = ""
"""Stands for all files that belong to no single procedure."""

_OWN_OR_UNPRINTED = {"lives", "decisions", "findings", "acceptances", "places", "tree", "hashes"}
_PACKAGES = ("jinja2", "markupsafe", "segno", "icalendar", "pydantic")


class Kept(NamedTuple):
    """What a build printed for one procedure."""

    key: str
    """Stands for all that it rests on."""

    files: list[tuple[str, int, int]]
    """Address, size, and time of the last writing in nanoseconds."""

    listed: list[str]
    """The pages among them that search engines may list."""


def memory_of(out: Path) -> Path | None:
    """Return the file that remembers the builds of a folder; None where the user wants no cache."""
    folder = cache_folder()
    name = hashlib.sha256(os.fsencode(os.path.realpath(out))).hexdigest()[:24]
    return folder / "sites" / f"{name}.json" if folder else None


@dataclass
class Settled:
    """What stands in a folder from an earlier build, by procedure."""

    memory: Path | None = None
    keys: dict[str, str] = field(default_factory=dict)
    """What the files of each procedure rest on now; empty where that cannot be told."""

    kept: dict[str, Kept] = field(default_factory=dict)
    """The procedures that need no printing."""

    @classmethod
    def of(cls, edition: Edition, press: Press, memory: Path | None, looks: Iterable[str]) -> Self:
        """Look at a folder; what stands there as it should is left alone.

        Args:
            edition: what is to be printed now.
            press: the folder.
            memory: where builds of the folder are remembered; None: nothing is.
            looks: all that decides how a page looks, beside the program itself.
        """
        if memory is None or len(edition.catalog.hashes) < len(edition.catalog.lives):
            return cls()
        found = cls(memory, _keys(edition, looks))
        try:
            told = json.loads(memory.read_bytes())
            before = {code: Kept(*each) for code, each in told.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return found
        for code, key in found.keys.items():
            kept = before.get(code)
            if kept and kept.key == key and all(_stands(press.out, *each) for each in kept.files):
                found.kept[code] = kept
                for name, _, _ in kept.files:
                    press.leave(name)
        return found

    @property
    def whole(self) -> bool:
        """Whether nothing at all needs printing."""
        return REST in self.kept and len(self.kept) == len(self.keys)

    @property
    def codes(self) -> frozenset[str]:
        """The procedures that need no printing."""
        return frozenset(self.kept) - {REST}

    @property
    def listed(self) -> list[str]:
        """Their pages that search engines may list."""
        return [name for code, kept in self.kept.items() if code for name in kept.listed]

    def save(self, edition: Edition, press: Press, listed: Iterable[str]) -> None:
        """Remember this build; whatever goes wrong here goes unsaid."""
        if self.memory is None:
            return
        owners = {name: code for code in edition.unsettled for name in own_files(edition, code)}
        owners |= {name: code for code in self.codes for name, _, _ in self.kept[code].files}
        files: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for name in press.made:
            files[owners.get(name, REST)].append((name, *_stamp(press.out, name)))
        pages: dict[str, list[str]] = defaultdict(list)
        for name in listed:
            pages[owners.get(name, REST)].append(name)
        told = {code: Kept(key, files[code], pages[code]) for code, key in self.keys.items()}
        try:
            self.memory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            packed = json.dumps(told, separators=(",", ":")).encode()
            write_bytes(self.memory, packed, lasting=False)
        except (OSError, UnwritableError):
            return


def own_files(edition: Edition, code: str) -> Iterator[str]:
    """Yield the address of every file that is printed for one procedure alone."""
    yield addresses.procedure_address(code)
    yield addresses.sheet_address(code)
    yield addresses.procedure_feed_address(code)
    yield addresses.procedure_data_address(code)
    yield addresses.linked_data_address(code)
    for each in edition.versions[code]:
        yield addresses.version_address(code, each.short)
        yield addresses.comparison_address(code, each.short)


def looks_of(frame: Path) -> Iterator[str]:
    """Yield what tells a frame from any other."""
    for path in sorted(frame.rglob("*")):
        status = path.stat()
        yield f"{path.relative_to(frame)} {status.st_size} {status.st_mtime_ns}"


def _stands(out: Path, name: str, size: int, time: int) -> bool:
    return _stamp(out, name) == (size, time)


def _stamp(out: Path, name: str) -> tuple[int, int]:
    try:
        status = os.stat(f"{out}/{name}")  # noqa: PTH116 - Path costs more than the answer
    except OSError:
        return -1, -1
    return status.st_size, status.st_mtime_ns


# --- what pages rest on ---------------------------------------------------------------------------


def _keys(edition: Edition, looks: Iterable[str]) -> dict[str, str]:
    catalog = edition.catalog
    shared = hashlib.sha256()
    for words in (*_program(), *looks, edition.base, str(edition.today), *_shared(edition)):
        shared.update(words.encode())
        shared.update(b"\0")
    keys: dict[str, str] = {}
    whole = shared.copy()
    for code in edition.snapshot:
        own = shared.copy()
        own.update("\0".join((code, catalog.lives[code].file, *catalog.hashes[code])).encode())
        for other in edition.snapshot[code].procedure.related:
            own.update("\0".join((other, *catalog.hashes.get(other, ()))).encode())
        keys[code] = own.hexdigest()[:32]
        whole.update(own.digest())
    whole.update(repr((catalog.acceptances, catalog.findings)).encode())
    return {**keys, REST: whole.hexdigest()[:32]}


def _program() -> Iterator[str]:
    folder = Path(__file__).parents[2]
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".py", ".html", ".css", ".js", ".yaml"}:
            status = path.stat()
            yield f"{path} {status.st_size} {status.st_mtime_ns}"
    for package in _PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield f"{package} -"


def _shared(edition: Edition) -> Iterator[str]:
    """Yield all that the pages of several procedures may show."""
    catalog = edition.catalog
    for each in fields(catalog):
        if each.name not in _OWN_OR_UNPRINTED:
            yield from _spelled(getattr(catalog, each.name))
    for timed in catalog.decisions:
        yield timed.file
        yield timed.decision.model_dump_json()
    for code, state in edition.snapshot.items():
        procedure = state.procedure
        names = procedure.agencies.executing or procedure.agencies.deciding
        yield f"{code} {state.status} {procedure.name} {procedure.field}"
        yield f"{procedure.levels} {names}"
    yield from _relations(catalog)
    if catalog.tree is not None:
        yield catalog.tree.folder.name
        for name in catalog.tree.names():
            if not name.endswith(".yaml"):
                yield f"{name} {hashlib.sha256(catalog.tree.read(name)).hexdigest()}"


def _relations(catalog: Catalog) -> Iterator[str]:
    # Whoever takes over from somebody is told on both sides.
    for code, life in catalog.lives.items():
        if any(document.predecessors or document.ends for document in life.documents):
            yield f"{code} {catalog.hashes[code]}"
    # What may have gone into what is inferred from the whole content of what a decision began.
    for timed in merging(catalog):
        for life, entry in catalog.entries_of(timed.decision):
            if entry.index == 0:
                yield f"{life.code} {catalog.hashes[life.code]}"


def _spelled(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a catalogue holds
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _spelled(item)
    elif hasattr(value, "model_dump_json"):
        yield value.model_dump_json()
    else:
        yield repr(value)
