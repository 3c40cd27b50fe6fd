# Imports: where a draft meets the catalogue.
#
# One desk is one import under way: the catalogue as it was, and the texts that will be written. It
# decides for each record whether it opens a life, adds a document to one, says nothing new, or
# cannot be taken in. Nothing reaches the disk before `write`.

"""Deciding what a record of the portal adds to a catalogue."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import ALWAYS, Catalog, Life, Status
from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.appending import append_document
from tthc_catalog.files.emitting import emit
from tthc_catalog.files.paths import procedure_path
from tthc_catalog.files.tree import FolderTree
from tthc_catalog.files.writing import write_all
from tthc_catalog.finding import Finding, FindingKind, Place, Severity
from tthc_catalog.imports.portal_answer import Answer
from tthc_catalog.imports.portal_changes import Comparison
from tthc_catalog.imports.portal_code import code_of
from tthc_catalog.imports.portal_notes import Notes
from tthc_catalog.imports.portal_record import PART_NOT_STATED, Draft, draft_of
from tthc_catalog.imports.registers import Registers, extended
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.key_order import key_order
from tthc_catalog.records.parsing import parse, parse_life
from tthc_catalog.vietnamese import editorial_form, say_date

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tthc_catalog.imports.portal_file import Row

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

SAID_TWICE = FindingKind(
    "import-said-twice", _W,
    "{code}: hai bản ghi cùng ngày {day} nói khác nhau; không nhận bản ghi sau.",
    "Giữ lại bản ghi đúng rồi nhập lại.",
)  # fmt: skip
OLDER_CRAWL = FindingKind(
    "import-older-crawl", _W,
    "{code}: bản ghi ngày {day} cũ hơn điều danh mục đã biết ngày {known} và nói khác; không nhận.",
)  # fmt: skip
FILE_IN_THE_WAY = FindingKind(
    "import-file-in-the-way", _E,
    "{code}: tệp {file} có lỗi hoặc thuộc thủ tục khác nên không ghi thêm vào.",
    "Chạy `tthc check`, sửa tệp đó rồi nhập lại.",
)  # fmt: skip
NOT_WRITABLE = FindingKind(
    "import-not-writable", _E,
    "{code}: bản ghi không thành hồ sơ hợp lệ ({reason}); không nhận.",
)  # fmt: skip
STILL_SHOWN = FindingKind(
    "import-still-shown", _W,
    "{code}: danh mục ghi là {status} nhưng Cổng vẫn đăng; không ghi thêm.",
)  # fmt: skip
CHANGED_WITHOUT_DECISION = FindingKind(
    "import-changed-without-decision", _W,
    "{code}: nội dung trên Cổng đổi ({parts}) mà số quyết định vẫn thế; ghi không kèm quyết định.",
    "Tìm quyết định đã sửa đổi rồi bổ sung.",
)  # fmt: skip
EARLIER_DECISION = FindingKind(
    "import-earlier-decision", _I,
    "{code}: Cổng còn nêu quyết định cũ {value}; không coi là thay đổi.",
)  # fmt: skip
NO_LONGER_STATED = FindingKind(
    "import-no-longer-stated", _I,
    "{code}: Cổng không còn nêu {parts}; giữ nội dung đã biết.",
)  # fmt: skip
KEPT_UNCHANGED = FindingKind(
    "import-kept-unchanged", _I,
    "{count} bản ghi không có gì mới ({codes}) nhưng không nêu hết điều danh mục đã biết, hoặc còn "
    "nêu quyết định cũ; không ghi gì, giữ nội dung đã biết.",
)  # fmt: skip

KINDS = (
    SAID_TWICE, OLDER_CRAWL, FILE_IN_THE_WAY, NOT_WRITABLE, STILL_SHOWN, CHANGED_WITHOUT_DECISION,
    EARLIER_DECISION, NO_LONGER_STATED, KEPT_UNCHANGED,
)  # fmt: skip

_AGAIN = (EARLIER_DECISION, NO_LONGER_STATED)

WRITTEN, APPENDED, UNCHANGED, REFUSED = "written", "appended", "unchanged", "refused"
"""What becomes of a record, in the words of the report."""

_REGISTERS = ("fields.yaml", "authorities.yaml", "legal_documents.yaml")
_NAMED = 5
_FIELD_NOT_STATED = "chua-ro-linh-vuc"


class _Said(NamedTuple):
    """One record under way."""

    draft: Draft
    document: ProcedureDocument
    """The draft as it would open a life."""

    day: date
    notes: Notes


class Desk:
    """One import under way."""

    def __init__(self, into: Path) -> None:
        """Open the catalogue.

        Raises:
            UnreadableError: it, or one of the registers that would be extended, cannot be read.
        """
        self.into = into
        self.findings: list[Finding] = []
        self.left_out: Counter[str] = Counter()
        self._catalog = Catalog.load(into) if into.exists() else Catalog()
        self._names = set(FolderTree(into).names(".yaml")) if into.exists() else set()
        self._faulty = {
            found.place.file for found in self._catalog.findings if found.severity is _E
        }
        for name in _REGISTERS:
            if name in self._faulty:
                raise UnreadableError(
                    f"{name} có lỗi nên chưa nhập gì; hãy chạy `tthc check` và sửa trước."
                )
        self._by_stem = {
            name.rpartition("/")[2].removesuffix(".yaml"): name for name in self._names
        }
        self._registers = Registers(self._catalog)
        self._texts: dict[str, str] = {}
        self._lives = dict(self._catalog.lives)
        self._taken: set[tuple[str, date]] = set()
        self._kept: dict[str, list[str]] = {}

    def take(self, row: Row, day: date) -> str:
        """Take in one record; return what became of it."""
        code, fault = code_of(row)
        if fault is not None:
            return self._refuse(fault)
        notes = Notes(code, row.place)
        answer = Answer(row.data)
        answer.skip("code", "codeNotation")
        draft = draft_of(answer, code, day, self._registers, notes)
        outcome = self._place(draft, day, notes)
        if outcome in {WRITTEN, APPENDED}:
            self._registers.accept()
            self._taken.add((code, day))
            self.left_out.update(draft.left)
            self.findings += notes.findings
        else:
            self._registers.forget()
            if outcome == UNCHANGED and any(found.kind in _AGAIN for found in notes.findings):
                # Every later import of the same would say it again, of hundreds of records.
                self._kept.setdefault(row.place.file, []).append(code)
        return outcome

    def write(self) -> list[str]:
        """Write everything at once; return the names of the files.

        Raises:
            UnwritableError: something cannot be written; then nothing has changed.
        """
        self.findings += [
            KEPT_UNCHANGED.at(Place(file), count=len(codes), codes=_some(codes))
            for file, codes in self._kept.items()
        ]
        if not self._texts:
            return []
        for name, entries in self._registers.additions().items():
            if entries:
                text = self._text(name) if name in self._names else ""
                self._texts[name] = extended(text, dict(sorted(entries.items())), name)
        return write_all(self.into, self._texts)

    # --- one record ------------------------------------------------------------------------------

    def _refuse(self, finding: Finding) -> str:
        self.findings.append(finding)
        return REFUSED

    def _place(self, draft: Draft, day: date, notes: Notes) -> str:
        documents, faults = parse_life([draft.first], notes.place.file)
        if not documents:
            return self._refuse(_not_writable(notes, faults))
        said = _Said(draft, documents[0], day, notes)
        life = self._lives.get(draft.code)
        if life is None:
            return self._open(said)
        if life.file in self._faulty:
            fault = FILE_IN_THE_WAY.at(notes.place, code=draft.code, file=life.file)
            return self._refuse(fault)
        return self._compare(said, life)

    def _open(self, said: _Said) -> str:
        """Open the life of a procedure that the catalogue does not have."""
        code, unknown = said.draft.code, said.draft.unknown
        name = procedure_path(said.draft.field_id or _FIELD_NOT_STATED, code)
        standing = self._by_stem.get(code)
        if standing is not None:
            return self._refuse(FILE_IN_THE_WAY.at(said.notes.place, code=code, file=standing))
        self._texts[name] = emit(said.draft.first, key_order(name))
        self._lives[code] = self._placed(Life(code, name, (said.document,)))
        if unknown:
            said.notes.tell(PART_NOT_STATED, parts=_listed(unknown))
        return WRITTEN

    def _compare(self, said: _Said, life: Life) -> str:
        """Decide whether a record says something new of a known procedure."""
        day, notes = said.day, said.notes
        found = [life.on(day), life.states[-1] if life.states else None]
        states = [state for state in found if state is not None]
        if states and states[0].status in {Status.ABOLISHED, Status.REPLACED}:
            status = states[0].status.value
            self.findings.append(STILL_SHOWN.at(notes.place, code=life.code, status=status))
            return UNCHANGED
        known = max((entry.known for entry in life.entries), default=ALWAYS)
        procedures = [state.procedure for state in states]
        comparison = Comparison(procedures, said.document, self._registers.title_of)
        decided = self._decided(said, life, told=day >= known)
        if comparison.changed or decided:
            if day < known:
                days = {"day": say_date(day), "known": say_date(known)}
                return self._refuse(OLDER_CRAWL.at(notes.place, code=life.code, **days))
            if (life.code, day) in self._taken:
                fault = SAID_TWICE.at(notes.place, code=life.code, day=say_date(day))
                return self._refuse(fault)
            outcome = self._append(said, life, comparison, decided=decided)
        else:
            outcome = UNCHANGED
        if comparison.silent and day >= known:
            self._tell(NO_LONGER_STATED, notes, comparison.silent)
        return outcome

    def _append(self, said: _Said, life: Life, comparison: Comparison, *, decided: bool) -> str:
        """Append what really changed."""
        parts = comparison.parts(said.draft.parts)
        plain = said.draft.later(parts, decided=decided)
        document, faults = parse(ProcedureDocument, plain, said.notes.place)
        if document is None:
            return self._refuse(_not_writable(said.notes, faults))
        if document in life.documents:
            return UNCHANGED
        said.notes.only_about(parts)
        if parts and not decided:
            self._tell(CHANGED_WITHOUT_DECISION, said.notes, tuple(parts))
        self._texts[life.file] = append_document(self._text(life.file), plain, key_order(life.file))
        grown = Life(life.code, life.file, (*life.documents, document))
        self._lives[life.code] = self._placed(grown)
        return APPENDED

    def _decided(self, said: _Said, life: Life, *, told: bool) -> bool:
        """Whether a record names a decision that the life does not know."""
        named = said.document.decision
        if named is None:
            return False
        entries = sorted(
            (entry for entry in life.entries if entry.label), key=lambda entry: entry.order
        )
        for entry in reversed(entries):
            if editorial_form(entry.label) != editorial_form(named.label):
                continue
            if named.signed and entry.signed and named.signed != entry.signed:
                continue
            if told and entry is not entries[-1]:
                said.notes.tell(EARLIER_DECISION, value=named.label)
            return False
        return True

    def _tell(self, kind: FindingKind, notes: Notes, keys: tuple[str, ...]) -> None:
        notes.tell(kind, parts=_listed(keys))

    def _placed(self, life: Life) -> Life:
        """Place the documents of a life on the clocks, with the decisions of the catalogue."""
        return Catalog(lives={life.code: life}, decisions=self._catalog.decisions).lives[life.code]

    def _text(self, name: str) -> str:
        if name not in self._texts:
            return FolderTree(self.into).read(name).decode()
        return self._texts[name]


def _listed(keys: tuple[str, ...]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _some(codes: list[str]) -> str:
    return ", ".join(codes[:_NAMED]) + (", …" if len(codes) > _NAMED else "")


def _not_writable(notes: Notes, faults: list[Finding]) -> Finding:
    reasons = dict.fromkeys(f"{fault.place.field}: {fault.message}" for fault in faults)
    return NOT_WRITABLE.at(notes.place, code=notes.code, reason="; ".join(reasons))
