# The catalogue is a function of a day. Officers append documents; each document stands on two
# clocks (the law's: from when it applies; knowledge's: since when it is published), and those that
# apply on a day are folded into the state of the procedure.

"""The catalogue on any day, as known on any day."""

from __future__ import annotations

import difflib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tthc_catalog.catalog.placing import placed
from tthc_catalog.catalog.reading import Reading
from tthc_catalog.catalog.snapshot import Snapshot
from tthc_catalog.catalog.state import Entry, State, Timed, Transitional
from tthc_catalog.errors import UnknownDecisionError, UnknownProcedureError
from tthc_catalog.files.reading import collector_at_rest
from tthc_catalog.files.tree import FolderTree, Tree
from tthc_catalog.records.identifiers import find_number, root_of
from tthc_catalog.records.registers import (
    Acceptance,
    Authority,
    FieldEntry,
    LegalDocument,
    LifeEvent,
    Settings,
)
from tthc_catalog.records.vocabulary import Transition
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.catalog.life import Life
    from tthc_catalog.finding import Finding, Place
    from tthc_catalog.records.decision import Decision
    from tthc_catalog.records.working_calendar import WorkingCalendar


_A_SLIP = 0.85
"""How alike a code must be to be named beside an unknown one: a digit off, not more."""


@dataclass
class Catalog:
    """Everything that was ever published, and the questions people ask of it."""

    lives: dict[str, Life] = field(default_factory=dict)
    """Every procedure through time, by code or local identity."""

    decisions: tuple[Timed, ...] = ()
    """Every decision that has a record, with its file, in the order of files."""

    fields: dict[str, FieldEntry] = field(default_factory=dict)
    """The register of fields, by id."""

    authorities: dict[str, Authority] = field(default_factory=dict)
    """The register of agencies, by id."""

    legal_documents: dict[str, LegalDocument] = field(default_factory=dict)
    """The register of legal texts, by number."""

    life_events: dict[str, LifeEvent] = field(default_factory=dict)
    """What people come for, by id, in the order in which the home page shows it."""

    settings: Settings = field(default_factory=Settings)
    acceptances: tuple[tuple[Acceptance, Place], ...] = ()
    """Findings that somebody has accepted, each with where that stands."""

    calendar: WorkingCalendar | None = None
    """The announced working days; None where the catalogue has no such register."""

    search_tables: dict[str, Any] = field(default_factory=dict)
    """The catalogue's own `search.yaml`, as plain data."""

    findings: tuple[Finding, ...] = ()
    """What was found wrong while reading; the records concerned are left out."""

    places: dict[str, Place] = field(default_factory=dict)
    """Where a register stands, by its attribute name."""

    tree: Tree | None = None
    """The texts it was read from, so that findings can be given their lines."""

    hashes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The canonical hash of each document by code, where reading was asked for them."""

    def __post_init__(self) -> None:
        """Place every document on both clocks."""
        self._decisions_by_number: dict[str, list[Timed]] = defaultdict(list)
        for timed in self.decisions:
            self._decisions_by_number[timed.decision.number].append(timed)
        for life in self.lives.values():
            if not life.entries:
                life.entries = placed(life, self._decisions_by_number)

    # --- reading ----------------------------------------------------------------------------

    @classmethod
    def load(cls, root: str | Path | Tree, *, cache: bool = True, hashes: bool = False) -> Catalog:
        """Read a catalogue folder (or a tree of one at some git revision).

        Args:
            root: the folder that holds `procedures/`, `decisions/` and the registers.
            cache: whether parsed files may be kept for the next start.
            hashes: whether the hash of each document is wanted; it costs a tenth of the reading.

        Raises:
            UnreadableError: the folder does not exist or cannot be read at all.
        """
        tree = FolderTree(root) if isinstance(root, str | Path) else root
        with collector_at_rest():
            return cls(**Reading(tree, hashing=hashes).pieces(cache=cache))

    # --- questions --------------------------------------------------------------------------

    def on(self, day: date, *, known: date | None = None) -> Snapshot:
        """Return the catalogue on a day, as known on another (by default, as known now)."""
        found = ((code, life.on(day, known)) for code, life in self.lives.items())
        states = {code: state for code, state in found if state is not None}
        return Snapshot(day, states, known, self.calendar)

    def life(self, code: str) -> Life:
        """Return the life of a code.

        Raises:
            UnknownProcedureError: no such code; the sentence names near ones.
        """
        if code in self.lives:
            return self.lives[code]
        alike = [known for known in self.lives if root_of(known) == root_of(code)]
        alike = alike or difflib.get_close_matches(code, self.lives, n=3, cutoff=_A_SLIP)
        hint = f" Mã gần giống trong danh mục: {', '.join(alike[:3])}." if alike else ""
        message = f"Danh mục không có thủ tục mã {code}.{hint}"
        raise UnknownProcedureError(message)

    def history(self, code: str) -> tuple[State, ...]:
        """Return all states of a procedure in the order of the law's days.

        Raises:
            UnknownProcedureError: no such code.
        """
        return self.life(code).states

    def decision(self, number: str, signed: date | None = None) -> Decision:
        """Return a decision by number, in any spelling that holds it.

        Raises:
            UnknownDecisionError: no such decision, or several and the day of signing must be named.
        """
        return self.decision_and_file(number, signed).decision

    def decision_and_file(self, number: str, signed: date | None = None) -> Timed:
        """Return a decision together with the file it stands in; see `decision`."""
        exact = find_number(number) or number
        found = self._decisions_by_number.get(exact, [])
        if not found:
            found = [
                timed for timed in self.decisions if fold(timed.decision.number) == fold(number)
            ]
        if signed is not None:
            found = [timed for timed in found if timed.decision.signed == signed]
        if len(found) == 1:
            return found[0]
        if found:
            days = ", ".join(str(timed.decision.signed) for timed in found)
            message = f"Có {len(found)} quyết định số {number}; hãy nêu ngày ký: {days}."
        else:
            message = f"Danh mục không có quyết định số {number}."
        raise UnknownDecisionError(message)

    def entries_of(self, decision: Decision) -> list[tuple[Life, Entry]]:
        """Return every document that a decision carries, with the life it belongs to."""
        return self._entries_by_decision.get(id(decision), [])

    @cached_property
    def _entries_by_decision(self) -> dict[int, list[tuple[Life, Entry]]]:
        found: dict[int, list[tuple[Life, Entry]]] = defaultdict(list)
        for life in self.lives.values():
            for entry in life.entries:
                if entry.decision is not None:
                    found[id(entry.decision)].append((life, entry))
        return found

    @cached_property
    def predecessors(self) -> dict[str, tuple[str, ...]]:
        """For each code, the codes that end in its favour, from either side's statement."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for code, life in self.lives.items():
            for document in life.documents:
                for target in document.successors:
                    found[target][code] = None
                for source in document.predecessors:
                    found[code][source] = None
        return {code: tuple(sources) for code, sources in found.items()}

    def governing(self, code: str, *, received: date, on: date) -> Transitional:
        """Return which version rules a dossier received on one day and handled on another.

        The answer comes from the transitional rules of the decisions that took effect in between
        (the latest stated rule wins for each step); that none states a rule is an answer too.

        Raises:
            UnknownProcedureError: no such code.
        """
        life = self.life(code)
        before = life.on(received)
        versions = [before] if before is not None else []
        between = tuple(
            entry
            for entry in sorted(life.entries, key=lambda entry: entry.order)
            if received < entry.starts <= on and entry.corrects is None
        )
        rules: list[Transition | None] = []
        for entry in between:
            transition = entry.decision.transition if entry.decision else None
            rules.append(transition.rule if transition else None)
            after = life.on(entry.starts)
            if after is None or rules[-1] is Transition.OLD_RULES:
                continue
            versions = [after] if rules[-1] is Transition.NEW_RULES else [*versions, after]
        stated = [rule for rule in rules if rule is not None]
        rule = None if len(stated) < len(rules) or not stated else stated[-1]
        if rule is not None and Transition.CHOICE in stated and len(versions) > 1:
            rule = Transition.CHOICE
        return Transitional(rule, tuple(dict.fromkeys(versions)), between)
