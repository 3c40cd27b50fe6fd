# Which two states are held against each other. Between two snapshots it is the same code on both
# sides; for one decision it is the state just before and just after each of its documents, in the
# order in which the decisions of one day apply.

"""Compare two catalogues, or tell what one decision changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tthc_catalog.catalog import Status
from tthc_catalog.changes.change import Change, Changes
from tthc_catalog.changes.classification import classify
from tthc_catalog.changes.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from tthc_catalog.catalog import Catalog, Entry, Life, State, Turn
    from tthc_catalog.changes.change import ChangeKind
    from tthc_catalog.changes.impact import Impact
    from tthc_catalog.changes.reconciliation import Reconciliation
    from tthc_catalog.records.decision import Decision


def compare(old: Mapping[str, State], new: Mapping[str, State], *, infer: bool = True) -> Changes:
    """Return what changed from one side to another.

    Args:
        old: a snapshot: of an earlier day, of another git revision, of another catalogue.
        new: the snapshot to hold against it.
        infer: whether codes of which the other side knows nothing are paired by likeness; such
            changes carry how sure the pair is.

    Returns:
        One change for each procedure that differs; nothing if both sides say the same.
    """
    links = _Links(new.values())
    paired = _paired(old, new) if infer else {}
    gone = {pair[0] for pair in paired.values()}
    return Changes.of(_changes(old, new, links, paired, gone))


def _changes(
    old: Mapping[str, State],
    new: Mapping[str, State],
    links: _Links,
    paired: Mapping[str, tuple[str, float]],
    gone: set[str],
) -> Iterator[Change]:
    for code in {**old, **new}:
        before, after = old.get(code), new.get(code)
        if before is after or code in gone:
            continue
        inferred, old_code = None, ""
        if code in paired:
            old_code, inferred = paired[code]
            before = old[old_code]
        fresh, lapsed = _between(before, after)
        sources = (old_code,) if old_code else _sources(links, code, before)
        change = classify(
            Meeting(
                code, before, after, fresh, lapsed,
                predecessors=sources, replaced=links.replaced(code, sources),
                inferred=inferred, old_code=old_code,
            )
        )  # fmt: skip
        if change is not None:
            yield change


def _sources(links: _Links, code: str, before: State | None) -> tuple[str, ...]:
    """Return whom a procedure takes over from, unless it had already done so before."""
    had = set() if before is None or not before.in_force else {
        source for entry in before.entries for source in entry.document.predecessors
    }  # fmt: skip
    return tuple(source for source in links.sources(code) if source not in had)


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


class _Links:
    """Who takes over from whom, from what either side states."""

    def __init__(self, states: Iterable[State]) -> None:
        self._sources: dict[str, dict[str, None]] = defaultdict(dict)
        self._replaced: set[tuple[str, str]] = set()
        for state in states:
            for entry in state.entries:
                document = entry.document
                for source in document.predecessors:
                    self._sources[state.code][source] = None
                self._replaced |= {(source, state.code) for source in document.replaces}
                for target in document.successors:
                    self._sources[target][state.code] = None
                    if document.abolished is None:
                        self._replaced.add((state.code, target))

    def sources(self, code: str) -> tuple[str, ...]:
        """Return the codes that a procedure takes over from, without itself."""
        return tuple(source for source in self._sources.get(code, ()) if source != code)

    def replaced(self, code: str, sources: Iterable[str]) -> frozenset[str]:
        """Return those of them that it replaces; the others are abolished beside it."""
        return frozenset(source for source in sources if (source, code) in self._replaced)


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
        from tthc_catalog.changes.reconciliation import reconcile  # noqa: PLC0415 - it builds on this class

        return reconcile(self)


def changes_by(decision: Decision, catalog: Catalog) -> DecisionReport:
    """Return what one decision changed: each procedure just before and just after it.

    Decisions that take effect on one day follow one another in their order, so what the first of
    them changed is not told again for the second. Effects in the future are told like all others.
    """
    links = links_of(catalog)
    lives = {life.code: life for life, _ in catalog.entries_of(decision)}
    mine = {id(entry) for _, entry in catalog.entries_of(decision)}
    found = [
        change
        for life in lives.values()
        for turn in life.turns
        if id(turn.entry) in mine and not turn.lapses
        for change in _turned(life, turn, links)
    ]
    timed = next((timed for timed in catalog.decisions if timed.decision is decision), None)
    return DecisionReport(decision, timed.file if timed else "", Changes.of(found), catalog)


def changes_in(life: Life, catalog: Catalog) -> tuple[Change, ...]:
    """Return the history of one procedure as changes, in the order in which they take effect."""
    links = links_of(catalog)
    return tuple(change for turn in life.turns for change in _turned(life, turn, links))


def links_of(catalog: Catalog) -> _Links:
    """Return the links between all procedures of a catalogue; they are gathered once."""
    held = catalog.__dict__.get("_links")
    if held is None:
        held = _Links(
            life.turns[-1].after
            for life in catalog.lives.values()
            if life.turns and life.turns[-1].after
        )
        catalog.__dict__["_links"] = held
    found: _Links = held
    return found


def _turned(life: Life, turn: Turn, links: _Links) -> Iterator[Change]:
    document = turn.entry.document
    named = set(document.predecessors)
    begins = turn.before is None or not turn.before.in_force
    sources = tuple(s for s in links.sources(life.code) if begins or s in named)
    change = classify(
        Meeting(
            life.code, turn.before, turn.after,
            fresh=() if turn.lapses else (turn.entry,), lapsed=(turn.entry,) if turn.lapses else (),
            predecessors=sources, replaced=links.replaced(life.code, sources),
        )
    )  # fmt: skip
    if change is not None:
        yield change
