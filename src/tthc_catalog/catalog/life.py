# One procedure through time. Its documents are folded, in the order of their effect, into states; a
# life is cut into states once, and a question about a day is then a search among a few boundaries.

"""The life of one procedure: the fold of its documents."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from tthc_catalog.catalog.state import ALWAYS, Entry, State, Status, Turn
from tthc_catalog.records.amendment import amended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.records.document import ProcedureDocument
    from tthc_catalog.records.procedure import Procedure


@dataclass
class Life:
    """The whole life of one procedure."""

    code: str
    """National code or local identity."""

    file: str
    """Where it stands in its catalogue."""

    documents: tuple[ProcedureDocument, ...]
    """In the order of the file; those with faults are left out."""

    entries: tuple[Entry, ...] = ()
    """The documents on the two clocks, in the order of the file; a `Catalog` places them."""

    @cached_property
    def states(self) -> tuple[State, ...]:
        """All states in the order of the law's days, as known today."""
        return _fold(self.code, self.entries, self.steps)

    @cached_property
    def steps(self) -> tuple[State, ...]:
        """The state after each document; nothing where documents fall away again."""
        return _steps(self.code, self.entries)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Every document in order of application, between the states around it, as known today.

        Documents of one day follow one another as their decisions do. A time-boxed document stands
        twice: where it starts to apply and where it lapses.
        """
        turns = _turns_boxed(self) if _boxed(self.entries) else _turns(self)
        return tuple(sorted(turns, key=lambda turn: (turn.day, not turn.lapses)))

    @cached_property
    def _starts(self) -> list[date]:
        return [state.since for state in self.states]

    def on(self, day: date, known: date | None = None) -> State | None:
        """Return the state on a day, as known on another; None if nothing was known of it.

        Before the first day of effect the state is `FUTURE`.
        """
        if known is None:
            states, starts = self.states, self._starts
        else:
            states = _fold(
                self.code, tuple(entry for entry in self.entries if entry.known <= known)
            )
            starts = [state.since for state in states]
        if not states:
            return None
        at = bisect_right(starts, day)
        if at:
            return states[at - 1]
        first = states[0]
        return State(
            first.code,
            Status.FUTURE,
            first.procedure,
            ALWAYS,
            first.since - timedelta(days=1),
            first.entries,
        )


# --- the fold -------------------------------------------------------------------------------------


@dataclass
class _Course:
    """The fold under way: what the documents so far have made of the procedure."""

    code: str
    procedure: Procedure | None = None
    status: Status = Status.IN_FORCE
    successors: tuple[str, ...] = ()
    ended_levels: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()

    def take(self, entry: Entry) -> None:
        document = entry.document
        if self.procedure is None or document.restated or document.unknown or document.dropped:
            self.procedure = amended(self.procedure, document, self.code)
        if document.resumed is not None:
            self.status = Status.IN_FORCE
        if document.suspended is not None:
            self.status = Status.SUSPENDED
        successors = tuple(code for code in document.successors if code != self.code)
        if document.abolished is not None and document.abolished.levels:
            self._end_levels(document.abolished.levels)
        elif document.abolished is not None:
            self.status = Status.ABOLISHED
        if successors:
            self.successors = tuple(dict.fromkeys((*self.successors, *successors)))
            if document.abolished is None:
                self.status = Status.REPLACED
        self.entries = (*self.entries, entry)

    def _end_levels(self, levels: Iterable[str]) -> None:
        if self.procedure is None:
            return
        gone = set(levels)
        left = tuple(level for level in self.procedure.levels if level not in gone)
        self.ended_levels = tuple(dict.fromkeys((*self.ended_levels, *sorted(gone))))
        if left:
            self.procedure = self.procedure.model_copy(update={"levels": left})
        else:
            self.status = Status.ABOLISHED

    def state(self, since: date, until: date | None) -> State | None:
        if self.procedure is None:
            return None
        return State(
            self.code,
            self.status,
            self.procedure,
            since,
            until,
            self.entries,
            self.successors,
            self.ended_levels,
        )


def _eve(day: date) -> date:
    # Documents of which nobody knows the day apply always; nothing is before that.
    return day if day == ALWAYS else day - timedelta(days=1)


def _boxed(entries: tuple[Entry, ...]) -> bool:
    return any(entry.ends is not None for entry in entries)


def _steps(code: str, entries: tuple[Entry, ...]) -> tuple[State, ...]:
    """Return the state after each document; nothing where documents fall away again.

    States and turns are both cut from these, so a life is folded once for whoever asks.
    """
    if _boxed(entries):
        return ()
    course = _Course(code)
    found: list[State] = []
    for entry in _ordered(entries):
        course.take(entry)
        if (state := course.state(entry.starts, None)) is not None:
            found.append(state)
    return tuple(found)


def _ordered(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return entries if len(entries) == 1 else tuple(sorted(entries, key=lambda entry: entry.order))


def _fold(
    code: str, entries: tuple[Entry, ...], steps: tuple[State, ...] | None = None
) -> tuple[State, ...]:
    """Cut a life into states: one from each day on which a document starts or stops to apply."""
    if _boxed(entries):
        return _fold_boxed(code, entries)
    steps = _steps(code, entries) if steps is None else steps
    return tuple(
        step if then is None else replace(step, until=then.since - timedelta(days=1))
        for step, then in zip_longest(steps, steps[1:])
        if then is None or then.since > step.since
    )


def _fold_boxed(code: str, entries: tuple[Entry, ...]) -> tuple[State, ...]:
    ordered = _ordered(entries)
    days = {entry.starts for entry in ordered}
    days |= {entry.ends + timedelta(days=1) for entry in ordered if entry.ends is not None}
    boundaries = sorted(days)
    states: list[State] = []
    for at, day in enumerate(boundaries):
        # A time-boxed document falls away again, so what stood before it must return.
        course = _Course(code)
        for entry in ordered:
            if entry.starts <= day and (entry.ends is None or day <= entry.ends):
                course.take(entry)
        until = boundaries[at + 1] - timedelta(days=1) if at + 1 < len(boundaries) else None
        if (state := course.state(day, until)) is not None:
            states.append(state)
        elif states:
            # Its only documents were time-boxed: a trial that is over.
            last = states[-1]
            states.append(State(code, Status.EXPIRED, last.procedure, day, until, last.entries))
    return tuple(states)


def _turns(life: Life) -> Iterator[Turn]:
    before: State | None = None
    for entry, after in zip(_ordered(life.entries), life.steps, strict=True):
        if before is not None:
            before = replace(before, until=_eve(entry.starts))
        yield Turn(entry, before, after)
        before = after


def _turns_boxed(life: Life) -> Iterator[Turn]:
    code, ordered = life.code, _ordered(life.entries)
    states = life.states
    starts = [state.since for state in states]
    for entry in ordered:
        course, since = _Course(code), ALWAYS
        for earlier in ordered:
            applies = earlier.ends is None or entry.starts <= earlier.ends
            if earlier.order < entry.order and applies:
                course.take(earlier)
                since = earlier.starts
        before = course.state(since, _eve(entry.starts)) if course.entries else None
        course.take(entry)
        yield Turn(entry, before, course.state(entry.starts, None))
        if entry.ends is not None:
            last, then = (
                bisect_right(starts, entry.ends + timedelta(days=step)) for step in (0, 1)
            )
            if last:
                yield Turn(
                    entry, states[last - 1], states[then - 1] if then > last else None, lapses=True
                )
