# A document with a fault is left out, so to the rules it looks as if nobody had written it. Whoever
# mistypes one value would be told to append the document that stands there already. What a file
# with errors of its own seems to lack is therefore not told until the errors are mended.

"""Which findings of absence only follow from a file that cannot be read whole."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.paths import number_stem
from tthc_catalog.files.reading import read
from tthc_catalog.finding import Severity
from tthc_catalog.records.parsing import positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.finding import Finding

_NAMED = {
    "one-sided-succession": "code",
    "replaced-but-in-force": "code",
    "replaced-without-successor": "row",
    "row-code-one-digit-off": "code",
    "row-not-carried-out": "code",
    "row-of-unknown-code": "code",
    "unknown-procedure-of-event": "code",
    "unknown-successor": "code",
}
"""Rule → the argument that holds the code of the procedure that lacks something or is missing."""

_OF_DECISIONS = frozenset({"decision-without-record", "decision-number-near"})
"""Rules that miss the record of a decision; their `number` names it."""

_OF_ITS_DECISION = "later-document-without-day"
"""The rule that misses what the record of the document's own decision would state."""

_OF_ITS_OWN = frozenset(
    {"correction-of-unknown-decision", "dropped-part-not-there", "resumed-without-suspension"}
)
"""Rules that miss an earlier document of the same file."""

_OF_REGISTERS = {
    "calendar-year-missing": "working_calendar.yaml",
    "unknown-agency": "authorities.yaml",
    "unknown-agency-successor": "authorities.yaml",
    "unknown-field": "fields.yaml",
    "unknown-publisher": "authorities.yaml",
    "unregistered-legal-document": "legal_documents.yaml",
}
"""Rule → the register that lacks what is named."""


def without_followers(catalog: Catalog, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings of rules, but not what only follows from errors in reading.

    Args:
        catalog: its own findings tell which files have errors.
        found: what the rules say of it.
    """
    faulty = {f.place.file for f in catalog.findings if f.severity is Severity.ERROR}
    if not faulty:
        yield from found
        return
    stems = {PurePosixPath(name).stem for name in faulty}
    lives = {life.file: life for life in catalog.lives.values()}
    stems |= {life.code for file, life in lives.items() if file in faulty}
    for finding in found:
        if finding.id == _OF_ITS_DECISION:
            entry = lives[finding.place.file].entries[finding.place.document]
            follows = _any_of(entry.label, stems)
        else:
            follows = _follows(finding, faulty, stems)
        if not follows:
            yield finding


def _follows(finding: Finding, faulty: set[str], stems: set[str]) -> bool:
    rule, said = finding.id, dict(finding.args)
    if rule in _OF_ITS_OWN:
        return finding.place.file in faulty
    if rule in _OF_REGISTERS:
        return _OF_REGISTERS[rule] in faulty
    if rule in _OF_DECISIONS:
        return _any_of(said["number"], stems)
    return rule in _NAMED and said[_NAMED[rule]] in stems


def _any_of(number: str, stems: set[str]) -> bool:
    return bool(number) and any(stem.startswith(number_stem(number)) for stem in stems)


def documents_read(catalog: Catalog) -> dict[str, tuple[int, ...]]:
    """Return, for each file of which documents were left out, where the others stand in it."""
    tree = catalog.tree
    if tree is None:
        return {}
    faulty = {f.place.file for f in catalog.findings if f.severity is Severity.ERROR}
    files = sorted(faulty & {life.file for life in catalog.lives.values()})
    found: dict[str, tuple[int, ...]] = {}
    for file in files:
        with suppress(UnreadableError):  # somebody took the file away meanwhile
            at = positions(read(tree.read(file), file).documents)
            if at != tuple(range(len(at))):
                found[file] = at
    return found


def at_their_documents(
    found: Iterable[Finding], left: Mapping[str, tuple[int, ...]]
) -> Iterator[Finding]:
    """Yield findings of rules at the documents of the file, where some of them were left out.

    Args:
        found: rules count only the documents that could be read.
        left: what `documents_read` returned.
    """
    for finding in found:
        place = finding.place
        at = left.get(place.file, ())
        if place.document < len(at):
            yield finding.moved(replace(place, document=at[place.document]))
        else:
            yield finding
