# A decision may print a merge as "new" beside abolitions (5230/QĐ-BCA-C06: 28 rows became five
# titles). Nothing in the paper links them, so nothing here does either: what is alike is told as
# inferred, with how sure it is, for an officer to confirm in the records.

"""Merges that a decision does not call so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.changes.change import ChangeKind
from tthc_catalog.changes.pairing import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.changes.change import Change


@dataclass(frozen=True, slots=True)
class InferredMerge:
    """Procedures that end and one that begins, alike though no record links them."""

    into: str
    sources: tuple[tuple[str, float], ...]
    """Each code with how sure it is, from 0 to 1."""


def inferred_merges(changes: Iterable[Change]) -> Iterator[InferredMerge]:
    """Yield the merges that the changes of one decision suggest and no record states."""
    begun = [
        c
        for c in changes
        if c.kind is ChangeKind.NEW and not c.predecessors and c.after is not None
    ]
    ended = [
        c
        for c in changes
        if c.kind is ChangeKind.ABOLISHED and not c.successors and not c.ended_levels
    ]
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for old in ended:
        scores = [
            (alike.score, new.code)
            for new in begun
            if old.before is not None
            and new.after is not None
            and (alike := likeness(old.before.procedure, new.after.procedure, merging=True))
        ]
        if scores:
            score, code = max(scores)
            found[code].append((old.code, score))
    for code, sources in sorted(found.items()):
        yield InferredMerge(code, tuple(sorted(sources)))
