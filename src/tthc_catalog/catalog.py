# The catalogue is a function of a day. Officers append documents; this module places each document
# on two clocks (the law's: from when it applies; knowledge's: since when it is published) and folds
# those that apply on a day, in the order of their effect, into the state of the procedure.
#
# A life is cut into states once; a question about a day is then a search among a few boundaries, so
# 2,000 procedures answer in milliseconds.

"""The catalogue on any day, as known on any day."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tthc_catalog.errors import UnknownDecisionError, UnknownProcedureError
from tthc_catalog.files.cache import open_cache
from tthc_catalog.files.reading import collector_at_rest, read_tree
from tthc_catalog.files.tree import FolderTree, Tree
from tthc_catalog.finding import Finding, FindingKind, Place, Severity
from tthc_catalog.records.decision import AnnexRow, Decision
from tthc_catalog.records.identifiers import find_number, root_of
from tthc_catalog.records.parsing import parse, parse_life
from tthc_catalog.records.procedure import Procedure, ProcedureDocument, amended
from tthc_catalog.records.registers import (
    Acceptance,
    Authority,
    FieldEntry,
    LegalDocument,
    Settings,
)
from tthc_catalog.records.vocabulary import Transition
from tthc_catalog.records.working_calendar import WorkingCalendar
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tthc_catalog.records.record import Record

ALWAYS = date.min
"""Stands for a day before all others: what has no known day is taken as always known."""


class EffectBasis(enum.StrEnum):
    """Where the day of effect of a document comes from."""

    STATED = "văn bản nêu"
    SIGNED = "theo ngày ký"
    RECORDED = "chưa rõ, đã có vào ngày ghi nhận"
    UNKNOWN = "chưa rõ"


class Status(enum.StrEnum):
    """Tình trạng of a procedure on a day."""

    FUTURE = "chưa có hiệu lực"
    IN_FORCE = "đang có hiệu lực"
    SUSPENDED = "tạm ngưng"
    ABOLISHED = "đã bãi bỏ"
    REPLACED = "đã được thay thế"
    EXPIRED = "đã hết thời hạn áp dụng"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a life, placed on both clocks."""

    index: int
    """Position in the file, from 0."""

    document: ProcedureDocument

    starts: date
    """The day from which it applies; for a correction, that of the document it corrects."""

    basis: EffectBasis
    """How `starts` is known."""

    ends: date | None
    """The last day on which it applies, for time-boxed documents."""

    known: date
    """The day since which it is published; `ALWAYS` where nobody says."""

    decision: Decision | None
    """The decision's own record, where the catalogue has it."""

    corrects: int | None = None
    """Index of the document that this one corrects."""

    order: tuple[date, int, date, int, int] = (ALWAYS, 0, ALWAYS, 0, 0)
    """Order of application among the documents that apply."""

    @property
    def label(self) -> str:
        """How the decision is called: its number, or what was printed in its place."""
        return self.document.decision.label if self.document.decision else ""

    @property
    def signed(self) -> date | None:
        """Day of signing, from the document or from the decision's record."""
        if self.document.decision and self.document.decision.signed:
            return self.document.decision.signed
        return self.decision.signed if self.decision else None


@dataclass(frozen=True, slots=True)
class State:
    """How a procedure stands from one day to another."""

    code: str
    status: Status
    procedure: Procedure
    """Its content; after an end, the content it had last; before its start, the content it will have."""

    since: date
    until: date | None
    """Last day of this state, as far as the documents tell."""

    entries: tuple[Entry, ...] = ()
    """The documents that apply, in order of application; the last one made this state."""

    successors: tuple[str, ...] = ()
    ended_levels: tuple[str, ...] = ()

    @property
    def last(self) -> Entry | None:
        """The document that made this state."""
        return self.entries[-1] if self.entries else None

    @property
    def in_force(self) -> bool:
        """Whether a citizen can rely on it (a suspended procedure exists but cannot be used)."""
        return self.status in {Status.IN_FORCE, Status.SUSPENDED}


class Transitional(NamedTuple):
    """Which version governs a dossier received earlier, and by which rule."""

    rule: Transition | None
    """None: the decisions in between state no rule."""

    versions: tuple[State, ...]
    """The version that governs; both where the applicant may choose; all candidates where no rule is stated."""

    entries: tuple[Entry, ...]
    """The changes between the day of receipt and the day asked for."""


class Turn(NamedTuple):
    """What one document does to a procedure: the state just before it and just after it."""

    entry: Entry
    before: State | None
    after: State | None
    lapses: bool = False
    """Whether the document stops to apply here instead of starting to."""

    @property
    def day(self) -> date:
        """The day on which it happens."""
        if self.lapses and self.entry.ends is not None:
            return self.entry.ends + timedelta(days=1)
        return self.entry.starts


@dataclass
class Life:
    """The whole life of one procedure."""

    code: str
    file: str
    documents: tuple[ProcedureDocument, ...]
    entries: tuple[Entry, ...] = ()

    @cached_property
    def states(self) -> tuple[State, ...]:
        """All states in the order of the law's days, as known today."""
        return _fold(self.code, self.entries)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Every document in order of application, between the states around it, as known today.

        Documents of one day follow one another as their decisions do. A time-boxed document stands
        twice: where it starts to apply and where it lapses.
        """
        return tuple(
            sorted(_turns(self.code, self.entries), key=lambda turn: (turn.day, not turn.lapses))
        )

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


class Snapshot(Mapping[str, State]):
    """The catalogue on one day: a mapping from code to state."""

    def __init__(self, day: date, states: Mapping[str, State], known: date | None = None) -> None:
        """Hold the states of one day."""
        self.day = day
        self.known = known
        self._states = states

    def __getitem__(self, code: str) -> State:
        """Return the state of a code."""
        return self._states[code]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the codes."""
        return iter(self._states)

    def __len__(self) -> int:
        """Count the codes, whatever their status."""
        return len(self._states)

    @cached_property
    def in_force(self) -> dict[str, Procedure]:
        """Content of every procedure in force (or suspended), by code."""
        return {code: state.procedure for code, state in self._states.items() if state.in_force}

    def where(
        self, *, field: str | None = None, level: str | None = None, agency: str | None = None
    ) -> dict[str, Procedure]:
        """Return the procedures in force of a field, a level, an agency, or all three at once."""
        wanted = fold(agency) if agency else None
        return {
            code: procedure
            for code, procedure in self.in_force.items()
            if (field is None or procedure.field == field)
            and (level is None or level in procedure.levels)
            and (wanted is None or any(fold(name) == wanted for name in procedure.agencies.all()))
        }


class Timed(NamedTuple):
    """A decision with the file it stands in."""

    decision: Decision
    file: str


CODE_TWICE = FindingKind(
    "code-twice", Severity.ERROR, "Mã {code} đã có ở tệp {other}.",
    "Mỗi thủ tục một tệp: chuyển các tài liệu vào tệp kia rồi xóa tệp này.",
)  # fmt: skip
DECISION_TWICE = FindingKind(
    "decision-twice", Severity.ERROR, "Quyết định {number} ngày {signed} đã có ở tệp {other}.",
    "Mỗi quyết định một tệp.",
)  # fmt: skip
UNPLACED_FILE = FindingKind(
    "unplaced-file", Severity.WARNING, "Tệp không thuộc phần nào của danh mục nên không được đọc.",
    "Thủ tục đặt trong `procedures/`, quyết định trong `decisions/`, danh mục dùng chung ở thư mục gốc.",
)  # fmt: skip
NOT_ONE_DOCUMENT = FindingKind(
    "not-one-document", Severity.ERROR, "Tệp này phải có đúng một tài liệu, không phải {count}.",
    "Bỏ dòng `---` thừa, hoặc tách tệp.",
)  # fmt: skip

KINDS = (CODE_TWICE, DECISION_TWICE, UNPLACED_FILE, NOT_ONE_DOCUMENT)
"""Every kind of finding of this stage."""

_REGISTERS: dict[str, tuple[str, type[Record]]] = {
    "fields.yaml": ("fields", FieldEntry),
    "authorities.yaml": ("authorities", Authority),
    "legal_documents.yaml": ("legal_documents", LegalDocument),
}


@dataclass
class Catalog:
    """Everything that was ever published, and the questions people ask of it."""

    lives: dict[str, Life] = field(default_factory=dict)
    decisions: tuple[Timed, ...] = ()
    fields: dict[str, FieldEntry] = field(default_factory=dict)
    authorities: dict[str, Authority] = field(default_factory=dict)
    legal_documents: dict[str, LegalDocument] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    acceptances: tuple[tuple[Acceptance, Place], ...] = ()
    calendar: WorkingCalendar | None = None
    search_tables: dict[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    """What was found wrong while reading; the records concerned are left out."""

    places: dict[str, Place] = field(default_factory=dict)
    """Where a register stands, by its attribute name."""

    tree: Tree | None = None
    """The texts it was read from, so that findings can be given their lines."""

    def __post_init__(self) -> None:
        """Place every document on both clocks."""
        self._decisions_by_number: dict[str, list[Timed]] = defaultdict(list)
        for timed in self.decisions:
            self._decisions_by_number[timed.decision.number].append(timed)
        for life in self.lives.values():
            if not life.entries:
                life.entries = self._placed(life)

    # --- reading -----------------------------------------------------------------------------------

    @classmethod
    def load(cls, root: str | Path | Tree, *, cache: bool = True) -> Catalog:
        """Read a catalogue folder (or a tree of one at some git revision).

        Args:
            root: the folder that holds `procedures/`, `decisions/` and the registers.
            cache: whether parsed files may be kept for the next start.

        Raises:
            UnreadableError: the folder does not exist or cannot be read at all.
        """
        tree = FolderTree(root) if isinstance(root, str | Path) else root
        with collector_at_rest():
            return _Reading(tree).catalog(cache=cache)

    # --- questions ---------------------------------------------------------------------------------

    def on(self, day: date, *, known: date | None = None) -> Snapshot:
        """Return the catalogue on a day, as known on another (by default, as known now)."""
        found = ((code, life.on(day, known)) for code, life in self.lives.items())
        return Snapshot(day, {code: state for code, state in found if state is not None}, known)

    def life(self, code: str) -> Life:
        """Return the life of a code.

        Raises:
            UnknownProcedureError: no such code; the sentence names near ones.
        """
        if code in self.lives:
            return self.lives[code]
        alike = [known for known in self.lives if root_of(known) == root_of(code)]
        hint = f" Có phải ý là {', '.join(alike[:3])}?" if alike else ""
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

    # --- placing documents on the clocks ----------------------------------------------------------

    def _resolve(self, document: ProcedureDocument) -> Decision | None:
        """Return the record of the decision that a document names, if exactly one can be meant."""
        reference = document.decision
        if reference is None or reference.number is None:
            return None
        found = self._decisions_by_number.get(reference.number, [])
        if reference.signed is not None:
            found = [t for t in found if t.decision.signed in {reference.signed, None}]
        if reference.agency is not None and len(found) > 1:
            found = [
                t
                for t in found
                if t.decision.agency and fold(t.decision.agency) == fold(reference.agency)
            ]
        return found[0].decision if len(found) == 1 else None

    def _placed(self, life: Life) -> tuple[Entry, ...]:
        placed: list[Entry] = []
        for index, document in enumerate(life.documents):
            decision = self._resolve(document)
            signed = (document.decision.signed if document.decision else None) or (
                decision.signed if decision else None
            )
            starts, basis = _effect(life.code, document, decision, signed, placed)
            known = document.recorded or signed or ALWAYS
            order = (starts, 0, ALWAYS, index, 0)
            if decision is not None and decision.order is not None:
                order = (starts, decision.order, signed or ALWAYS, index, 0)
            elif signed is not None:
                order = (starts, 0, signed, index, 0)
            corrected = _corrected(document, placed)
            if corrected is not None:
                starts, basis = corrected.starts, corrected.basis
                order = (*corrected.order[:4], index)
            placed.append(
                Entry(
                    index=index,
                    document=document,
                    starts=starts,
                    basis=basis,
                    ends=document.expires
                    if corrected is None
                    else document.expires or corrected.ends,
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


# --- the fold ---------------------------------------------------------------------------------------


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
        if self.procedure is None or document.restated or document.unknown:
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
            if document.abolished is None or not document.abolished.levels:
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


def _fold(code: str, entries: tuple[Entry, ...]) -> tuple[State, ...]:
    """Cut a life into states: one from each day on which a document starts or stops to apply."""
    ordered = sorted(entries, key=lambda entry: entry.order)
    boxed = any(entry.ends is not None for entry in ordered)
    days = {entry.starts for entry in ordered}
    days |= {entry.ends + timedelta(days=1) for entry in ordered if entry.ends is not None}
    boundaries = sorted(days)
    states: list[State] = []
    course = _Course(code)
    taken = 0
    for at, day in enumerate(boundaries):
        if boxed:
            # A time-boxed document falls away again, so what stood before it must return.
            course, taken = _Course(code), 0
            applying = [e for e in ordered if e.starts <= day and (e.ends is None or day <= e.ends)]
        else:
            applying = ordered
        while taken < len(applying) and applying[taken].starts <= day:
            course.take(applying[taken])
            taken += 1
        until = boundaries[at + 1] - timedelta(days=1) if at + 1 < len(boundaries) else None
        if (state := course.state(day, until)) is not None:
            states.append(state)
        elif states:
            # Its only documents were time-boxed: a trial that is over.
            last = states[-1]
            states.append(State(code, Status.EXPIRED, last.procedure, day, until, last.entries))
    return tuple(states)


def _turns(code: str, entries: tuple[Entry, ...]) -> Iterator[Turn]:
    ordered = sorted(entries, key=lambda entry: entry.order)
    boxed = any(entry.ends is not None for entry in ordered)
    course, since = _Course(code), ALWAYS
    for entry in ordered:
        if boxed:
            course, since = _Course(code), ALWAYS
            for earlier in ordered:
                applies = earlier.ends is None or entry.starts <= earlier.ends
                if earlier.order < entry.order and applies:
                    course.take(earlier)
                    since = earlier.starts
        before = course.state(since, entry.starts - timedelta(days=1)) if course.entries else None
        course.take(entry)
        since = entry.starts
        yield Turn(entry, before, course.state(since, None))
        if entry.ends is not None:
            states = _fold(code, entries)
            starts = [state.since for state in states]
            last, then = (
                bisect_right(starts, entry.ends + timedelta(days=step)) for step in (0, 1)
            )
            if last:
                yield Turn(
                    entry, states[last - 1], states[then - 1] if then > last else None, lapses=True
                )


# --- reading a folder -------------------------------------------------------------------------------


class _Reading:
    """Reads one tree into a catalogue, file by file."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.found: list[Finding] = []
        self.lives: dict[str, Life] = {}
        self.decisions: list[Timed] = []
        self.decision_files: dict[tuple[str, date | None, str | None], str] = {}
        self.registers: dict[str, dict[str, Any]] = {name: {} for name, _ in _REGISTERS.values()}
        self.places: dict[str, Place] = {}
        self.settings = Settings()
        self.acceptances: list[tuple[Acceptance, Place]] = []
        self.calendar: WorkingCalendar | None = None
        self.search_tables: dict[str, Any] = {}

    def catalog(self, *, cache: bool) -> Catalog:
        for name, stream in read_tree(self.tree, cache=open_cache(self.tree) if cache else None):
            self.found += stream.findings
            documents = stream.documents
            if name.startswith("procedures/"):
                self._life(name, documents)
            elif name.startswith("decisions/"):
                self._decision(name, documents)
            elif name in _REGISTERS:
                self._register(name, documents)
            elif name == "catalog.yaml":
                self._settings(name, documents)
            elif name == "accepted.yaml":
                self._acceptances(name, documents)
            elif name == "working_calendar.yaml":
                self._calendar(name, documents)
            elif name == "search.yaml":
                self.search_tables = dict(documents[0]) if documents else {}
            else:
                self.found.append(UNPLACED_FILE.at(Place(name)))
        return Catalog(
            lives=self.lives,
            decisions=tuple(self.decisions),
            settings=self.settings,
            acceptances=tuple(self.acceptances),
            calendar=self.calendar,
            search_tables=self.search_tables,
            findings=tuple(self.found),
            places=self.places,
            tree=self.tree,
            **self.registers,
        )

    def _life(self, name: str, documents: Sequence[Any]) -> None:
        life, faults = parse_life(documents, name)
        self.found += faults
        if not life:
            return
        code = life[0].identity or ""
        if code in self.lives:
            self.found.append(
                CODE_TWICE.at(Place(name, 0, ("ma",)), code=code, other=self.lives[code].file)
            )
            return
        self.lives[code] = Life(code, name, life)

    def _decision(self, name: str, documents: Sequence[Any]) -> None:
        data = self._only(name, documents)
        if data is None:
            return
        decision, faults = parse(Decision, data, Place(name))
        self.found += faults
        if decision is None:
            return
        identity = (decision.number, decision.signed, decision.agency)
        if identity in self.decision_files:
            other = self.decision_files[identity]
            place = Place(name, 0, ("so",))
            self.found.append(
                DECISION_TWICE.at(
                    place, number=decision.number, signed=decision.signed, other=other
                )
            )
            return
        self.decision_files[identity] = name
        self.decisions.append(Timed(decision, name))

    def _register(self, name: str, documents: Sequence[Any]) -> None:
        attribute, model = _REGISTERS[name]
        self.places[attribute] = Place(name)
        for key, data in (self._only(name, documents) or {}).items():
            entry, faults = parse(model, data, Place(name, 0, (key,)))
            self.found += faults
            if entry is not None:
                self.registers[attribute][key] = entry

    def _settings(self, name: str, documents: Sequence[Any]) -> None:
        data = self._only(name, documents)
        if data is not None:
            settings, faults = parse(Settings, data, Place(name))
            self.found += faults
            self.settings = settings or self.settings

    def _acceptances(self, name: str, documents: Sequence[Any]) -> None:
        for index, data in enumerate(documents):
            acceptance, faults = parse(Acceptance, data, Place(name, index))
            self.found += faults
            if acceptance is not None:
                self.acceptances.append((acceptance, Place(name, index)))

    def _calendar(self, name: str, documents: Sequence[Any]) -> None:
        data = self._only(name, documents)
        if data is not None:
            self.calendar = WorkingCalendar.from_data(data)

    def _only(self, name: str, documents: Sequence[Any]) -> dict[str, Any] | None:
        if len(documents) != 1:
            if documents:
                self.found.append(NOT_ONE_DOCUMENT.at(Place(name, 1), count=len(documents)))
            return None
        return dict(documents[0])
