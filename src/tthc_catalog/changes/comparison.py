# Which two states are held against each other. Between two snapshots it is the same code on both
# sides; for one decision it is the state just before and just after each of its documents, in the
# order in which the decisions of one day apply.

"""Compare two catalogues, or tell what one decision changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import Snapshot, Status
from tthc_catalog.changes.change import Change, Changes
from tthc_catalog.changes.classification import classify
from tthc_catalog.changes.meeting import Meeting
from tthc_catalog.changes.reconciliation import Reconciliation, reconcile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tthc_catalog.catalog import Catalog, Entry, Life, State, Turn
    from tthc_catalog.changes.change import ChangeKind
    from tthc_catalog.changes.impact import Impact
    from tthc_catalog.records.decision import Decision
    from tthc_catalog.records.working_calendar import WorkingCalendar


def compare(
    old: Mapping[str, State],
    new: Mapping[str, State],
    *,
    infer: bool = True,
    calendar: WorkingCalendar | None = None,
) -> Changes:
    """Return what changed from one side to another.

    Args:
        old: a snapshot: of an earlier day, of another git revision, of another catalogue.
        new: the snapshot to hold against it.
        infer: whether codes of which the other side knows nothing are paired by likeness; such
            changes carry how sure the pair is.
        calendar: the announced working days over which time limits of different units are
            counted; by default those of the new side's catalogue, or else of the old one's.

    Returns:
        One change for each procedure that differs; nothing if both sides say the same.
    """
    links = _Links((state.code, state.entries) for state in new.values())
    paired = _paired(old, new) if infer else {}
    calendar = calendar or _calendar_of(new) or _calendar_of(old)
    return Changes.of(_changes(old, new, links, paired, calendar))


def _calendar_of(side: Mapping[str, State]) -> WorkingCalendar | None:
    return side.calendar if isinstance(side, Snapshot) else None


def _changes(
    old: Mapping[str, State],
    new: Mapping[str, State],
    links: _Links,
    paired: Mapping[str, tuple[str, float]],
    calendar: WorkingCalendar | None,
) -> Iterator[Change]:
    gone = {old_code for old_code, _ in paired.values()}
    for code in {**old, **new}:
        before, after = old.get(code), new.get(code)
        if before is after or code in gone:
            continue
        inferred, old_code = None, ""
        if code in paired:
            old_code, inferred = paired[code]
            before = old[old_code]
        fresh, lapsed = _between(before, after)
        taken = [
            link
            for link in links.into(code, fresh, begins=before is None or not before.in_force)
            if link.stated_by == code or not _knew(old.get(link.stated_by), link)
        ]
        change = classify(
            Meeting(
                code, before, after, fresh, lapsed,
                predecessors=(old_code,) if old_code else _sources(taken),
                replaced=_replaced(taken), inferred=inferred, old_code=old_code,
                heir=_heir(before, after, new.get), calendar=calendar,
            )
        )  # fmt: skip
        if change is not None:
            yield change


def _knew(state: State | None, link: _Link) -> bool:
    return state is not None and link.entry in _applying(state)


def _heir(
    before: State | None, after: State | None, state_of: Callable[[str], State | None]
) -> State | None:
    """Return the only procedure that takes over from one that ends; None where none or several."""
    if before is None or not before.in_force or after is None or after.in_force:
        return None
    heirs = [code for code in after.successors if code not in before.successors]
    return state_of(heirs[0]) if len(heirs) == 1 else None


def _between(
    before: State | None, after: State | None
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the documents that came into play and those that went out of it."""
    old, new = _applying(before), _applying(after)
    if old == new:
        return (), ()
    fresh = tuple(entry for entry in new if entry not in old)
    if old and len(fresh) == len(new):
        # Two catalogues, each with documents of its own: what counts is which decisions they name.
        named = {entry.label for entry in old}
        fresh = tuple(entry for entry in new if entry.label not in named)
    lapsed = tuple(entry for entry in old if entry.ends is not None and entry not in new)
    return fresh, lapsed


def _applying(state: State | None) -> tuple[Entry, ...]:
    return () if state is None or state.status is Status.FUTURE else state.entries


class _Link(NamedTuple):
    """One procedure takes over from another, as one document states."""

    source: str
    stated_by: str
    """The procedure, of the two, whose document states it."""

    entry: Entry
    replaced: bool
    """Whether the source is replaced; otherwise it is abolished beside it."""


class _Links:
    """Who takes over from whom, from what either side states."""

    def __init__(self, lives: Iterable[tuple[str, tuple[Entry, ...]]]) -> None:
        self._into: dict[str, list[_Link]] = defaultdict(list)
        for code, entries in lives:
            for entry in entries:
                document = entry.document
                for source in document.predecessors:
                    if source != code:
                        replaced = source in document.replaces
                        self._into[code].append(_Link(source, code, entry, replaced))
                for target in document.successors:
                    if target != code:
                        ended = document.abolished is None
                        self._into[target].append(_Link(code, code, entry, ended))

    def into(self, code: str, fresh: Sequence[Entry], *, begins: bool) -> list[_Link]:
        """Return the links by which a procedure takes over from others when documents come in.

        A link counts if one of these documents states it or the same decision does. Of what begins
        only the first document is asked, and a link of that very day counts as well: from whom it
        takes over later is not told of its birth.
        """
        fresh = fresh[:1] if begins else fresh
        return [
            link
            for link in self._into.get(code, ())
            if any(_together(link, code, entry, begins=begins) for entry in fresh)
        ]


def _together(link: _Link, code: str, entry: Entry, *, begins: bool) -> bool:
    if link.stated_by == code:
        return link.entry is entry or link.entry == entry
    same_day = begins and link.entry.starts == entry.starts
    if link.entry.decision is not None and entry.decision is not None:
        return same_day or link.entry.decision is entry.decision
    return same_day or bool(entry.label and link.entry.label == entry.label)


def _sources(links: Iterable[_Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.source for link in links))


def _replaced(links: Iterable[_Link]) -> frozenset[str]:
    return frozenset(link.source for link in links if link.replaced)


def _paired(old: Mapping[str, State], new: Mapping[str, State]) -> dict[str, tuple[str, float]]:
    left = {
        code: state.procedure for code, state in old.items() if code not in new and state.in_force
    }
    right = {
        code: state.procedure for code, state in new.items() if code not in old and state.in_force
    }
    if not left or not right:
        return {}
    from tthc_catalog.changes.pairing import pair  # noqa: PLC0415 - two days of one catalogue never need it

    return {found.new: (found.old, found.score) for found in pair(left, right)}


# --- one life, one decision -----------------------------------------------------------------------


@dataclass(frozen=True)
class DecisionReport:
    """What one decision changed, according to the records."""

    decision: Decision
    file: str
    changes: Changes
    catalog: Catalog

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind."""
        return self.changes.counts

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which something takes effect, in order: one decision may have several."""
        return tuple(sorted({change.day for change in self.changes if change.day is not None}))

    @property
    def impact(self) -> Impact:
        """What the whole decision means for applicants."""
        return self.changes.impact

    @cached_property
    def reconciliation(self) -> Reconciliation:
        """The annex as signed, held against the records."""
        return reconcile(self.decision, self.changes.found, self.catalog)


def changes_by(decision: Decision, catalog: Catalog) -> DecisionReport:
    """Return what one decision changed: each procedure just before and just after it.

    Decisions that take effect on one day follow one another in their order, so what the first of
    them changed is not told again for the second. Effects in the future are told like all others.
    """
    lives = {life.code: life for life, _ in catalog.entries_of(decision)}
    mine = {id(entry) for _, entry in catalog.entries_of(decision)}
    found = [
        change
        for life in lives.values()
        for turn in life.turns
        if id(turn.entry) in mine and not turn.lapses
        for change in _turned(life, turn, catalog)
    ]
    timed = next((timed for timed in catalog.decisions if timed.decision is decision), None)
    return DecisionReport(decision, timed.file if timed else "", Changes.of(found), catalog)


def changes_in(life: Life, catalog: Catalog) -> tuple[Change, ...]:
    """Return the history of one procedure as changes, in the order in which they take effect."""
    return tuple(change for turn in life.turns for change in _turned(life, turn, catalog))


def _links_of(catalog: Catalog) -> _Links:
    """Return the links between all procedures of a catalogue; they are gathered once."""
    held = catalog.__dict__.get("_links")
    if held is None:
        held = _Links((life.code, life.entries) for life in catalog.lives.values())
        catalog.__dict__["_links"] = held
    found: _Links = held
    return found


def _turned(life: Life, turn: Turn, catalog: Catalog) -> Iterator[Change]:
    begins = turn.before is None or not turn.before.in_force
    fresh = () if turn.lapses else (turn.entry,)
    taken = _links_of(catalog).into(life.code, fresh, begins=begins)

    def state_of(code: str) -> State | None:
        heir = catalog.lives.get(code)
        return heir.on(turn.day) if heir is not None else None

    change = classify(
        Meeting(
            life.code, turn.before, turn.after,
            fresh=fresh, lapsed=(turn.entry,) if turn.lapses else (),
            predecessors=_sources(taken), replaced=_replaced(taken),
            heir=_heir(turn.before, turn.after, state_of), calendar=catalog.calendar,
        )
    )  # fmt: skip
    if change is not None:
        yield change
