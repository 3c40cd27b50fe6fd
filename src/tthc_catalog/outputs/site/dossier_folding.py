# One procedure, seven cases, the same three papers in each: read seven times, nobody sees what is
# asked in his own case. What all cases share is told once, then what each of them adds.

"""The papers of a procedure, folded to what all cases share and what each adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tthc_catalog.records.parts import Component, Dossier

_WORTHWHILE = 2
"""So many shared papers make folding worth its words."""


class Case(NamedTuple):
    """The papers of one case."""

    name: str
    """Empty where the source names no case."""

    papers: tuple[Component, ...]
    sets: int | None
    """How many sets; None where nothing is stated, or where it is told once for all cases."""


class Papers(NamedTuple):
    """The papers of a procedure as a reader checks them off."""

    shared: tuple[Component, ...]
    """What every case asks for, in the same number; empty where there is nothing to fold."""

    cases: tuple[Case, ...]
    sets: int | None
    """The number of sets where all cases name the same."""


def folded(dossiers: Sequence[Dossier]) -> Papers:
    """Return papers with what all cases share taken out, if that saves reading."""
    shared: tuple[Component, ...] = ()
    if len(dossiers) > 1:
        everywhere = [dossier.components for dossier in dossiers]
        shared = tuple(
            dict.fromkeys(
                paper for paper in everywhere[0] if all(paper in each for each in everywhere[1:])
            )
        )
        shared = shared if len(shared) >= _WORTHWHILE else ()
    sets = {dossier.sets for dossier in dossiers}
    common = sets.pop() if len(sets) == 1 else None
    cases = tuple(
        Case(
            dossier.case or "",
            tuple(paper for paper in dossier.components if paper not in shared),
            dossier.sets if common is None else None,
        )
        for dossier in dossiers
    )
    return Papers(shared, cases, common)
