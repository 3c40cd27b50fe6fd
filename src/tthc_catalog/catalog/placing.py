# Where documents meet decisions: which record of a decision a document names, from when it applies
# and how that is known, since when it is published, and what it corrects.

"""Placing documents on the two clocks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tthc_catalog.catalog.state import ALWAYS, EffectBasis, Entry, Timed
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tthc_catalog.catalog.life import Life
    from tthc_catalog.records.decision import AnnexRow, Decision
    from tthc_catalog.records.document import ProcedureDocument


_SHARED_SYMBOLS = ("UBND", "HĐND")
"""Every province numbers its decisions under these, so a bare number names none of them."""


def _resolve(
    document: ProcedureDocument, publisher: str | None, by_number: Mapping[str, Sequence[Timed]]
) -> Decision | None:
    """Return the record of the decision that a document names, if exactly one can be meant."""
    reference = document.decision
    if reference is None or reference.number is None:
        return None
    found = list(by_number.get(reference.number, ()))
    if reference.signed is not None:
        found = [t for t in found if t.decision.signed in {reference.signed, None}]
    agency = reference.agency or publisher
    of_agency = [t for t in found if _same(agency, t.decision.agency)]
    if of_agency:
        found = of_agency
    elif reference.signed is None and any(s in reference.number for s in _SHARED_SYMBOLS):
        return None
    return found[0].decision if len(found) == 1 else None


def _same(agency: str | None, other: str | None) -> bool:
    return agency is not None and other is not None and fold(agency) == fold(other)


def placed(life: Life, by_number: Mapping[str, Sequence[Timed]]) -> tuple[Entry, ...]:
    """Return every document of a life on its clocks.

    Args:
        life: the life as read.
        by_number: the catalogue's decisions by number.
    """
    placed: list[Entry] = []
    publisher = next(
        (document.publisher for document in life.documents if document.publisher), None
    )
    for index, document in enumerate(life.documents):
        decision = _resolve(document, publisher, by_number)
        signed = (document.decision.signed if document.decision else None) or (
            decision.signed if decision else None
        )
        starts, basis = _effect(life.code, document, decision, signed, placed)
        # What was appended cannot have been known before what it was appended to.
        earlier = max((entry.known for entry in placed), default=ALWAYS)
        known = document.recorded or signed or earlier
        order = (starts, 0, ALWAYS, index, 0)
        if decision is not None and decision.order is not None:
            order = (starts, decision.order, signed or ALWAYS, index, 0)
        elif signed is not None:
            order = (starts, 0, signed, index, 0)
        corrected = _corrected(document, placed)
        if corrected is not None:
            starts, basis = corrected.starts, corrected.basis
            order = (*corrected.order[:4], index)
        elif basis is EffectBasis.UNKNOWN and placed:
            # Nobody says from when, but it was appended to these: before them it would undo itself.
            last = max(placed, key=lambda entry: entry.order)
            starts, order = last.starts, (*last.order[:4], index)
        placed.append(
            Entry(
                index=index,
                document=document,
                starts=starts,
                basis=basis,
                ends=document.expires if corrected is None else document.expires or corrected.ends,
                known=known,
                decision=decision,
                corrects=None if corrected is None else corrected.index,
                order=order,
            )
        )
    return tuple(placed)


def _effect(
    code: str,
    document: ProcedureDocument,
    decision: Decision | None,
    signed: date | None,
    before: Sequence[Entry],
) -> tuple[date, EffectBasis]:
    if document.effective is not None:
        return document.effective, EffectBasis.STATED
    if decision is not None:
        row = _row_of(decision, code)
        if row is not None and row.effective is not None:
            return row.effective, EffectBasis.STATED
        if decision.effective is not None:
            return decision.effective, EffectBasis.STATED
    # What was only seen on a day may name a decision of long ago that says nothing of this content;
    # its signature dates the change only if it falls between what was known before and that day.
    seen = document.recorded
    last_known = max((entry.known for entry in before), default=date.max)
    if signed is not None and (seen is None or last_known < signed <= seen):
        return signed, EffectBasis.SIGNED
    if seen is not None:
        return seen, EffectBasis.RECORDED
    return ALWAYS, EffectBasis.UNKNOWN


def _row_of(decision: Decision, code: str) -> AnnexRow | None:
    return next((row for _, _, row in decision.annex.rows() if row.identity == code), None)


def _corrected(document: ProcedureDocument, before: Sequence[Entry]) -> Entry | None:
    correction = document.corrects
    if correction is None:
        return None
    for entry in reversed(before):
        reference = entry.document.decision
        if reference is None or reference.number != correction.number:
            continue
        if correction.signed is None or entry.signed in {correction.signed, None}:
            return entry
    return None
