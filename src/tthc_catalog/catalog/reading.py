# One folder into the pieces of a catalogue, file by file. What is faulty is left out and told.

"""Reading a catalogue's files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from tthc_catalog.catalog.claims import claim, ledger_of, why_weaker
from tthc_catalog.catalog.life import Life
from tthc_catalog.catalog.state import Timed
from tthc_catalog.files.cache import open_cache
from tthc_catalog.files.faults import (
    EMPTY_VALUE,
    MOST_FINDINGS,
    TOO_MANY_FINDINGS,
    UNQUOTED_NUMBER,
)
from tthc_catalog.files.paths import decision_of, number_stem
from tthc_catalog.files.reading import read_tree
from tthc_catalog.finding import Finding, FindingKind, Place, Severity
from tthc_catalog.records.hashing import document_hash
from tthc_catalog.records.parsing import is_procedure, parse, parse_decision, parse_life
from tthc_catalog.records.registers import REGISTERS, Acceptance, Settings
from tthc_catalog.records.validation import BY_TYPE, EMPTY_TEXT, NOT_IN_LIST, WRONG_SHAPE
from tthc_catalog.records.working_calendar import CalendarError, WorkingCalendar
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from tthc_catalog.files.tree import Tree
    from tthc_catalog.finding import Route
    from tthc_catalog.records.decision import Decision
    from tthc_catalog.records.document import ProcedureDocument

CODE_TWICE = FindingKind(
    "code-twice", Severity.ERROR, "Tệp này và tệp {other} cùng ghi thủ tục {code}; {why}.",
    "Xóa tệp này; nếu nó có tài liệu mà {other} chưa có thì nối chúng vào cuối tệp ấy trước.",
    paths=("other",),
)  # fmt: skip
DECISION_TWICE = FindingKind(
    "decision-twice", Severity.ERROR, "Quyết định {number}{signed} đã có ở tệp {other}.",
    "Xóa tệp này, hoặc sửa số, ngày nếu là quyết định khác.",
    paths=("other",),
)  # fmt: skip
UNPLACED_FILE = FindingKind(
    "unplaced-file", Severity.WARNING, "Tệp không thuộc phần nào của danh mục nên không được đọc.",
    "Thủ tục đặt trong `procedures/`, quyết định trong `decisions/`, còn lại ở thư mục gốc.",
)  # fmt: skip
NOT_ONE_DOCUMENT = FindingKind(
    "not-one-document", Severity.ERROR, "Tệp này phải có đúng một tài liệu, không phải {count}.",
    "Bỏ dòng `---` thừa, hoặc tách tệp.",
)  # fmt: skip
CALENDAR_FAULT = FindingKind(
    "calendar-fault", Severity.ERROR, "Lịch làm việc có chỗ sai: {reason}.",
    "Viết như các năm khác trong tệp: `nguon`, `nghi` (tu, den, ten), `lam_bu`.",
)  # fmt: skip

KINDS = (CODE_TWICE, DECISION_TWICE, UNPLACED_FILE, NOT_ONE_DOCUMENT, CALENDAR_FAULT)
"""Every kind of finding of this stage."""

_VALUES = frozenset(kind.id for kind in BY_TYPE.values())
_OF_NOTHING = _VALUES | {kind.id for kind in (EMPTY_TEXT, NOT_IN_LIST, WRONG_SHAPE, CALENDAR_FAULT)}
"""What a key that has no value at all is also found to be."""


class Reading:
    """Reads one tree into a catalogue, file by file."""

    def __init__(self, tree: Tree, *, hashing: bool = False) -> None:
        self.tree = tree
        self.hashing = hashing
        self.hashes: dict[str, tuple[str, ...]] = {}
        self.found: list[Finding] = []
        self.lives: dict[str, Life] = {}
        self.decisions: list[Timed] = []
        self.decision_files: dict[tuple[str, date | None, str | None], str] = {}
        self.registers: dict[str, dict[str, Any]] = {_attribute(name): {} for name in REGISTERS}
        self.places: dict[str, Place] = {}
        self.settings = Settings()
        self.acceptances: list[tuple[Acceptance, Place]] = []
        self.calendar: WorkingCalendar | None = None
        self.search_tables: dict[str, Any] = {}

    def pieces(self, *, cache: bool) -> dict[str, Any]:
        """Read every file and return the arguments of a `Catalog`."""
        for name, stream in read_tree(self.tree, cache=open_cache(self.tree) if cache else None):
            self.found += stream.findings
            documents = stream.documents
            if name.startswith("procedures/"):
                self._life(name, documents)
            elif name.startswith("decisions/"):
                self._decision(name, documents)
            elif name in REGISTERS:
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
        return {
            "lives": self.lives,
            "decisions": tuple(self.decisions),
            "settings": self.settings,
            "acceptances": tuple(self.acceptances),
            "calendar": self.calendar,
            "search_tables": self.search_tables,
            "findings": tuple(_without_echoes(self.found)),
            "places": self.places,
            "tree": self.tree,
            "hashes": self.hashes,
            **self.registers,
        }

    def _life(self, name: str, documents: Sequence[Any]) -> None:
        life, faults = parse_life(documents, name)
        self._tell(name, faults)
        if not life:
            return
        code = life[0].identity or ""
        if code in self.lives and not self._replaces(self.lives[code], name, life):
            return
        self.hashes.pop(code, None)
        self.lives[code] = Life(code, name, life)
        if self.hashing and len(life) == len(documents):
            self.hashes[code] = tuple(document_hash(each) for each in documents)

    @cached_property
    def _ledger(self) -> str:
        # A folder copied whole asks for it once for each of its files.
        return ledger_of(self.tree)

    def _replaces(self, other: Life, name: str, life: Sequence[ProcedureDocument]) -> bool:
        """Tell that two files hold one procedure; return whether the later read is to stay."""
        earlier = claim(self.tree, other.file, other.documents, self._ledger)
        later = claim(self.tree, name, life, self._ledger)
        stays = later > earlier
        weaker, stronger = sorted((later, earlier))
        left, kept = (other.file, name) if stays else (name, other.file)
        place, why = Place(left, 0, ("ma",)), why_weaker(weaker, stronger)
        self.found.append(CODE_TWICE.at(place, code=other.code, other=kept, why=why))
        return stays

    def _decision(self, name: str, documents: Sequence[Any]) -> None:
        # A procedure rightly has several documents: nobody is told to take one out of it.
        misplaced = documents and is_procedure(documents[0])
        data = documents[0] if misplaced else self._only(name, documents)
        if data is None:
            return
        decision, faults = parse_decision(data, Place(name))
        self.found += faults
        if decision is None:
            return
        identity = (decision.number, decision.signed, decision.agency)
        if (other := self.decision_files.get(identity)) is not None:
            if not self._named_better(name, other, decision):
                return
            self.decisions = [timed for timed in self.decisions if timed.file != other]
        self.decision_files[identity] = name
        self.decisions.append(Timed(decision, name))

    def _named_better(self, name: str, other: str, decision: Decision) -> bool:
        """Tell that two files hold one decision; return whether the later read is to stay."""
        stays = _well_named(name, decision) > _well_named(other, decision)
        left, kept = (other, name) if stays else (name, other)
        place = Place(left, 0, ("so",))
        signed = f" ngày {say_date(decision.signed)}" if decision.signed else ""
        self.found.append(
            DECISION_TWICE.at(place, number=decision.number, signed=signed, other=kept)
        )
        return stays

    def _register(self, name: str, documents: Sequence[Any]) -> None:
        attribute, model = _attribute(name), REGISTERS[name]
        self.places[attribute] = Place(name)
        found: list[Finding] = []
        for key, data in (self._only(name, documents) or {}).items():
            entry, faults = parse(model, data, Place(name, 0, (key,)))
            found += faults
            if entry is not None:
                self.registers[attribute][key] = entry
        self._tell(name, found)

    def _settings(self, name: str, documents: Sequence[Any]) -> None:
        data = self._only(name, documents)
        if data is not None:
            settings, faults = parse(Settings, data, Place(name))
            self.found += faults
            self.settings = settings or self.settings

    def _acceptances(self, name: str, documents: Sequence[Any]) -> None:
        found: list[Finding] = []
        for index, data in enumerate(documents):
            acceptance, faults = parse(Acceptance, data, Place(name, index))
            found += faults
            if acceptance is not None:
                self.acceptances.append((acceptance, Place(name, index)))
        self._tell(name, found)

    def _calendar(self, name: str, documents: Sequence[Any]) -> None:
        data = self._only(name, documents)
        if data is None:
            return
        try:
            self.calendar = WorkingCalendar.from_data(data)
        except CalendarError as error:
            place = Place(name, 0, error.route)
            self.found.append(CALENDAR_FAULT.at(place, reason=str(error).rstrip(".")))

    def _tell(self, name: str, found: Sequence[Finding]) -> None:
        """Add what is wrong with one file; who has very many faults, has one cause."""
        self.found += found[:MOST_FINDINGS]
        if len(found) > MOST_FINDINGS:
            rest = len(found) - MOST_FINDINGS
            self.found.append(TOO_MANY_FINDINGS.at(Place(name), count=rest))

    def _only(self, name: str, documents: Sequence[Any]) -> dict[str, Any] | None:
        if len(documents) != 1:
            if documents:
                self.found.append(NOT_ONE_DOCUMENT.at(Place(name, 1), count=len(documents)))
            return None
        return dict(documents[0])


def _without_echoes(found: Sequence[Finding]) -> list[Finding]:
    """Leave out what another finding about the same value says better.

    Of `phi_le_phi: 50.000` people read `50.000 đồng`; that quotes would do is no advice beside it.
    Of `thoi_han:` people read that it has no value; then it is no time limit either.
    """
    wrong = {
        (each.place.file, each.place.document, each.place.route[:length])
        for each in found
        if each.id in _VALUES
        for length in (len(each.place.route), len(each.place.route) - 1)
    }
    empty = {
        (each.place.file, each.place.document, each.place.route)
        for each in found
        if each.kind is EMPTY_VALUE
    }
    return [
        each
        for each in found
        if not (each.kind is UNQUOTED_NUMBER and _among(wrong, each.place))
        and not (empty and each.id in _OF_NOTHING and _below(empty, each.place))
    ]


def _among(places: Collection[tuple[str, int, Route]], place: Place) -> bool:
    return (place.file, place.document, place.route) in places


def _below(places: Collection[tuple[str, int, Route]], place: Place) -> bool:
    """Tell whether a value stands at one of the places, or in what is short for it there."""
    lengths = range(len(place.route) + 1)
    return any((place.file, place.document, place.route[:length]) in places for length in lengths)


def _well_named(name: str, decision: Decision) -> tuple[int, bool]:
    """Return how well a file's name fits its decision: the number counts before the year."""
    year, stem = decision_of(name) or (None, "")
    right = number_stem(decision.number)
    named = 2 if stem == right else int(stem.startswith(f"{right}-"))
    return named, decision.signed is None or decision.signed.year == year


def _attribute(name: str) -> str:
    """Return under which name a catalogue holds the register of a file."""
    return name.removesuffix(".yaml")
