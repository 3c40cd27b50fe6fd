# What rules look at, and what they may ask of everything around it. Whatever two rules would look
# up is looked up once and kept here, so that all rules over thousands of procedures stay cheap.

"""The subjects of rules: a document, a life, a decision, the whole catalogue."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tthc_catalog.catalog import ALWAYS, EffectBasis, Turn
from tthc_catalog.changes import changes_by
from tthc_catalog.finding import Place
from tthc_catalog.records.registers import Coverage
from tthc_catalog.rules.agency_register import AgencyRegister
from tthc_catalog.rules.near_numbers import mistaken_numbers
from tthc_catalog.rules.ripple import Ripple, ripples_of
from tthc_catalog.rules.succession import Link, links_of, not_ended, onward
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from tthc_catalog.catalog import Catalog, Entry, Life, State, Timed
    from tthc_catalog.changes.change import Change
    from tthc_catalog.changes.reconciliation import Reconciliation, RowMatch
    from tthc_catalog.records.decision import Decision
    from tthc_catalog.records.document import ProcedureDocument
    from tthc_catalog.records.fee import Fee
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.registers import LegalDocument


def say_since(day: date) -> str:
    """Return the day from which something stands, as words after "từ"."""
    return "trước" if day == ALWAYS else say_date(day)


class Version:
    """One document of a life, with the states just before and just after it."""

    def __init__(self, life: Life, entry: Entry) -> None:
        """Look at a document."""
        self.life = life
        self.entry = entry
        self.document: ProcedureDocument = entry.document
        self.stated: set[str] = entry.document.model_fields_set
        self.place = Place(life.file, entry.index)

    @cached_property
    def turn(self) -> Turn | None:
        """What the document does."""
        if len(self.life.entries) == 1 and self.life.states:
            # Nine of ten lives are one document, whose state is known already.
            return Turn(self.entry, None, self.life.states[0])
        return next((t for t in self.life.turns if t.entry is self.entry and not t.lapses), None)

    @property
    def before(self) -> State | None:
        """The state just before it."""
        return self.turn.before if self.turn else None

    @property
    def after(self) -> State | None:
        """The state just after it."""
        return self.turn.after if self.turn else None

    @property
    def content(self) -> Procedure | None:
        """The procedure as it reads by this document."""
        return self.after.procedure if self.after else None

    @property
    def first(self) -> bool:
        """Whether it is the first document of the life."""
        return self.entry.index == 0

    @property
    def day(self) -> date | None:
        """From when it applies; None where nobody knows."""
        return None if self.entry.basis is EffectBasis.UNKNOWN else self.entry.starts

    @cached_property
    def fees(self) -> tuple[tuple[Place, Fee], ...]:
        """Every charge that the document states, with its place."""
        found = [(self.place / "phi_le_phi", fee) for fee in self.document.fees]
        if "channels" in self.stated:
            for index, channel in enumerate(self.document.channels):
                place = self.place / "cach_thuc" / index / "phi_le_phi"
                found += [(place, fee) for fee in channel.fees]
        return tuple(found)

    def lacks(self, name: str, alias: str) -> bool:
        """Whether a first document leaves a part out without saying that its source does."""
        if not self.first or alias in self.document.unknown:
            return False
        return not getattr(self.document, name)


class LifeStory:
    """The whole life of a procedure, document by document."""

    def __init__(self, life: Life, versions: tuple[Version, ...]) -> None:
        """Look at a life."""
        self.life = life
        self.versions = versions
        """In the order of the file."""

    @property
    def turns(self) -> Iterator[tuple[Version, State | None]]:
        """Yield each document in the order of its effect, with the state just before it."""
        if len(self.versions) == 1:
            yield self.versions[0], None
            return
        for turn in self.life.turns:
            if not turn.lapses:
                yield self.versions[turn.entry.index], turn.before


class Publication:
    """A decision, its annex and what the records say of it."""

    def __init__(self, timed: Timed, checkup: Checkup) -> None:
        """Look at a decision."""
        self.decision: Decision = timed.decision
        self.place = Place(timed.file)
        self.checkup = checkup

    @cached_property
    def reconciliation(self) -> Reconciliation:
        """The annex held against the records."""
        return changes_by(self.decision, self.checkup.catalog).reconciliation

    @property
    def rows(self) -> tuple[RowMatch, ...]:
        """Every row of the annex beside what the records say of it."""
        return self.reconciliation.rows

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the records change by this decision."""
        return self.reconciliation.changes

    def day_of(self, match: RowMatch) -> date | None:
        """Return from when a row applies; the day of signing where nothing says."""
        return match.row.effective or self.decision.effective or self.decision.signed

    def at(self, match: RowMatch) -> Place:
        """Return where a row stands."""
        place = self.place
        for step in match.place:
            place = place / step
        return place


@dataclass
class Checkup:
    """A catalogue looked at on a day: what rules may ask of everything around their subject."""

    catalog: Catalog
    today: date

    @property
    def whole(self) -> bool:
        """Whether the catalogue says that it holds all procedures, not a sample."""
        return self.catalog.settings.coverage is Coverage.WHOLE

    @cached_property
    def stories(self) -> tuple[LifeStory, ...]:
        """Every life."""
        return tuple(
            LifeStory(life, tuple(Version(life, entry) for entry in life.entries))
            for life in self.catalog.lives.values()
        )

    @cached_property
    def states(self) -> dict[str, State]:
        """Every procedure that is in force or suspended today."""
        return self._in_force(self.today)

    def _in_force(self, day: date) -> dict[str, State]:
        found = ((code, life.on(day)) for code, life in self.catalog.lives.items())
        return {code: state for code, state in found if state is not None and state.in_force}

    @cached_property
    def states_from_now_on(self) -> tuple[dict[str, State], ...]:
        """As `states`, of today and of every later day from which something is known to change."""
        days = {
            state.since
            for life in self.catalog.lives.values()
            for state in life.states
            if state.since > self.today
        }
        return (self.states, *(self._in_force(day) for day in sorted(days)))

    @cached_property
    def decisions(self) -> dict[str, list[Decision]]:
        """Decisions by number."""
        found: dict[str, list[Decision]] = defaultdict(list)
        for timed in self.catalog.decisions:
            found[timed.decision.number].append(timed.decision)
        return found

    @cached_property
    def mistaken_numbers(self) -> Mapping[tuple[str, int], Decision]:
        """By code and position, the decision that a document names by a number typed wrong."""
        return mistaken_numbers(self.catalog)

    @cached_property
    def agencies(self) -> AgencyRegister:
        """The agencies that the catalogue knows."""
        return AgencyRegister(self.catalog.authorities)

    def legal_document(self, number: str | None) -> LegalDocument | None:
        """Return a legal document of the register."""
        return self.catalog.legal_documents.get(number or "")

    def register(self, attribute: str) -> Place:
        """Return where a register stands."""
        return self.catalog.places.get(attribute, Place(f"{attribute}.yaml"))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every statement of a succession, from either side."""
        return tuple(links_of(self.catalog.lives.values()))

    @cached_property
    def not_ended(self) -> frozenset[Link]:
        """Statements that one procedure takes over from another which stays in force beside it.

        Most decisions are signed before they take effect, so a statement that does not apply yet is
        looked at on its own day.
        """
        return frozenset(link for link in self.links if not_ended(link, self._states_at(link)))

    def _states_at(self, link: Link) -> Mapping[str, State]:
        lives = self.catalog.lives
        starts = lives[link.source].entries[link.place.document].starts
        if starts <= self.today:
            return self.states
        then = {
            code: lives[code].on(starts) for code in (link.source, link.target) if code in lives
        }
        return {code: state for code, state in then.items() if state is not None and state.in_force}

    @cached_property
    def onward(self) -> dict[str, tuple[str, ...]]:
        """For each procedure the known ones that take over from it, without itself."""
        return onward(self.links, self.catalog.lives)

    @cached_property
    def ripples(self) -> list[Ripple]:
        """Every live procedure that cites a text that ended or changed."""
        return ripples_of(
            self.states.values(), self.catalog.legal_documents, self._legal_basis_stated
        )

    def _legal_basis_stated(self, state: State) -> tuple[Place, date | None] | None:
        version = self.cited_in(state, "legal_basis")
        return (version.place, version.day) if version is not None else None

    def cited_in(self, state: State, name: str) -> Version | None:
        """Return the document of a state that stated a part last."""
        story = self._story_by_code[state.code]
        for entry in reversed(state.entries):
            if name in entry.document.model_fields_set:
                return story.versions[entry.index]
        return None

    @cached_property
    def _story_by_code(self) -> dict[str, LifeStory]:
        return {story.life.code: story for story in self.stories}


def ripples(catalog: Catalog, today: date) -> list[Ripple]:
    """Return every live procedure that cites a text that ended or changed, or is going to.

    Args:
        catalog: the catalogue with its register of legal documents.
        today: the day on which procedures must be in force.
    """
    return Checkup(catalog, today).ripples
