# Two states of one procedure and what lies between them: the facts on which the kind of a change is
# decided. Nothing is judged here.

"""Two states of a procedure that are held against each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tthc_catalog.catalog import ALWAYS, Entry, State, Status
from tthc_catalog.changes.change import Happening
from tthc_catalog.changes.difference import Difference, difference
from tthc_catalog.vietnamese import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.records.decision import AnnexRow, Decision
    from tthc_catalog.records.document import ProcedureDocument
    from tthc_catalog.records.working_calendar import WorkingCalendar

OVER = frozenset({Status.ABOLISHED, Status.REPLACED, Status.EXPIRED})
"""The states after an end."""


@dataclass(frozen=True)
class Meeting:
    """Two states of one procedure, and all that is known of what lies between them."""

    code: str
    before: State | None
    after: State | None
    fresh: tuple[Entry, ...] = ()
    """Documents that apply after and did not before."""

    lapsed: tuple[Entry, ...] = ()
    """Time-boxed documents that applied before and no longer do."""

    predecessors: tuple[str, ...] = ()
    replaced: frozenset[str] = frozenset()
    """Those of the predecessors that are replaced by it, not merely abolished beside it."""

    inferred: float | None = None
    old_code: str = ""
    heir: State | None = None
    """How the only procedure reads that takes over from one that ends."""

    calendar: WorkingCalendar | None = None

    @property
    def was(self) -> bool:
        """Whether it was in force."""
        return self.before is not None and self.before.in_force

    @property
    def now(self) -> bool:
        """Whether it is in force."""
        return self.after is not None and self.after.in_force

    @property
    def documents(self) -> list[ProcedureDocument]:
        """The documents that came in between."""
        return [entry.document for entry in self.fresh]

    @property
    def decisions(self) -> str:
        """The decisions of those documents, and nothing that no record names."""
        return "; ".join(dict.fromkeys(entry.label for entry in self.fresh if entry.label))

    @cached_property
    def told(self) -> Difference:
        """What differs; nothing where it was or is not in force."""
        if not (self.was and self.now) or self.before is None or self.after is None:
            return Difference((), self.code)
        return difference(self.before.procedure, self.after.procedure)

    @property
    def day(self) -> date | None:
        """The day of effect; None where nobody knows it."""
        if self.fresh:
            day = self.fresh[-1].starts
        elif self.after is not None and self.lapsed:
            day = self.after.since
        else:
            return None
        return None if day == ALWAYS else day

    @property
    def status_moved(self) -> bool:
        """Whether it was suspended or resumed while it stayed in force."""
        if not (self.was and self.now) or self.before is None or self.after is None:
            return False
        return self.before.status is not self.after.status

    @property
    def decision_changed(self) -> bool:
        """Whether another decision than before was the last to publish it, if one is named."""
        if self.before is None or self.after is None or self.before is self.after:
            return False
        named = _named(self.after)
        return bool(named[0]) and named != _named(self.before)

    @cached_property
    def ended_levels(self) -> tuple[str, ...]:
        """The levels at which alone it ended."""
        if not (self.was and self.now) or self.before is None or self.after is None:
            return ()
        had = set(self.before.ended_levels)
        return tuple(str(level) for level in self.after.ended_levels if level not in had)

    @property
    def successors(self) -> tuple[str, ...]:
        """The codes that take over from here on."""
        if self.after is None:
            return ()
        had = set(self.before.successors) if self.before is not None else set()
        return tuple(code for code in self.after.successors if code not in had)

    @property
    def events(self) -> tuple[str, ...]:
        """What happened beside the kind."""
        return tuple(dict.fromkeys([*self._of_states(), *self._of_documents()]))

    def _of_states(self) -> Iterator[str]:
        if self.status_moved and self.after is not None:
            suspended = self.after.status is Status.SUSPENDED
            yield Happening.SUSPENDED if suspended else Happening.RESUMED
        if self.lapsed:
            yield Happening.LAPSED
        if self.ended_levels:
            yield Happening.LEVELS_ENDED
        if self.now and self.before is not None and self.before.status in OVER:
            yield Happening.RETURNED

    def _of_documents(self) -> Iterator[str]:
        for entry in self.fresh:
            document = entry.document
            for happened, event in (
                (entry.corrects is not None, Happening.CORRECTED),
                (entry.ends is not None, Happening.TIME_BOXED),
                (document.merged_from or document.merged_into, Happening.MERGED),
                (document.split_from or document.split_into, Happening.SPLIT),
                (document.transferred_from or document.transferred_to, Happening.TRANSFERRED),
            ):
                if happened:
                    yield event
            yield from document.events
            # What else a decision does, it does to what goes on: an end is told by the row alone.
            if entry.decision is not None:
                if not document.ends:
                    yield from entry.decision.events
                for _, row in rows_of(entry.decision, self.code):
                    yield from row.events


class _Itself:
    """A decision that is known by being itself; two that read the same are still two."""

    __slots__ = ("decision",)

    def __init__(self, decision: Decision) -> None:
        self.decision = decision

    def __hash__(self) -> int:
        return id(self.decision)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.decision is self.decision


def rows_of(decision: Decision, code: str) -> tuple[tuple[str, AnnexRow], ...]:
    """Return the rows of a decision's annex that speak of a procedure, each with its heading."""
    return _rows(_Itself(decision)).get(code, ())


@lru_cache(maxsize=64)
def _rows(held: _Itself) -> dict[str, tuple[tuple[str, AnnexRow], ...]]:
    # A decision that standardises a whole list has a row for each of its thousand changes.
    found: dict[str, tuple[tuple[str, AnnexRow], ...]] = {}
    for heading, _, row in held.decision.annex.rows():
        if row.identity:
            found[row.identity] = (*found.get(row.identity, ()), (heading, row))
    return found


def _named(state: State) -> tuple[str, date | None]:
    last = state.last
    return (squeeze(last.label), last.signed) if last is not None else ("", None)
