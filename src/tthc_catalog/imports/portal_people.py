# Imports: who may ask, and who answers, as the portal says it.

"""Levels, subjects and agencies of the portal's answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tthc_catalog.finding import FindingKind, Severity
from tthc_catalog.records.vocabulary import Level, Subject
from tthc_catalog.vietnamese import editorial_form, fold, squeeze

if TYPE_CHECKING:
    from tthc_catalog.imports.portal_answer import Answer
    from tthc_catalog.imports.portal_notes import Notes
    from tthc_catalog.imports.registers import Registers

_W, _I = Severity.WARNING, Severity.INFO

SUBJECTS_PARTED = FindingKind(
    "import-subjects-parted",
    _I,
    "{code}: Cổng dán {count} đối tượng vào một dòng; đã tách vì nhận ra mọi đối tượng.",
)
SUBJECT_NOT_KNOWN = FindingKind(
    "import-subject-not-known", _W,
    "{code}: đối tượng “{value}” không có trong danh mục; giữ nguyên văn ở `doi_tuong_khac`.",
)  # fmt: skip
AGENCY_MARKED_OLD = FindingKind(
    "import-agency-marked-old", _W,
    "{code}: cơ quan “{value}” mang dấu đã bỏ của Cổng; giữ nguyên văn.",
    "Tìm tên hiện nay của cơ quan rồi ghi vào `co_quan` bằng một tài liệu mới.",
)  # fmt: skip

KINDS = (SUBJECTS_PARTED, SUBJECT_NOT_KNOWN, AGENCY_MARKED_OLD)

_LEVELS = (
    ("isMinistry", Level.MINISTRY), ("isProvince", Level.PROVINCE), ("isDistrict", Level.DISTRICT),
    ("isWard", Level.COMMUNE), ("isOtherAgency", Level.OTHER),
)  # fmt: skip
_SUBJECTS = {fold(subject.value): subject for subject in Subject}
# Two atoms hold commas themselves, so a glued line is read atom by atom, the longest first.
_ATOM = "|".join(
    re.escape(subject.value) for subject in sorted(Subject, key=lambda each: -len(each.value))
)
_GLUED = re.compile(rf"(?:{_ATOM})(?:\s*[,;]\s*(?:{_ATOM}))*", re.IGNORECASE)
_NEXT = re.compile(rf"({_ATOM})(?:\s*[,;]\s*|$)", re.IGNORECASE)
_ROLES = (
    ("quyet_dinh", "Authority", "delegatedAgencies"),
    ("thuc_hien", "Executing", "executingAgencies"),
    ("uy_quyen", "Authorized", "authorizedAgencies"),
    ("phoi_hop", "Coordinating", "coordinatingAgencies"),
)


def levels(answer: Answer) -> list[str]:
    """Return `cap_thuc_hien`; empty where the portal marks none."""
    return [level.value for key, level in _LEVELS if answer.flag(key)]


def subjects(answer: Answer, notes: Notes) -> dict[str, Any]:
    """Return `doi_tuong`, and `doi_tuong_khac` for words that are no atom of the list."""
    known: dict[str, None] = {}
    other: dict[str, None] = {}
    for row in answer.rows("subjectTypesDetails"):
        printed = squeeze(row.text("name"))
        row.skip("code")
        if not printed:
            continue
        subject = _SUBJECTS.get(fold(printed))
        atoms = [subject] if subject else _parted(printed)
        if not atoms:
            notes.tell(SUBJECT_NOT_KNOWN, row.route, value=printed)
            other[printed] = None
        elif len(atoms) > 1:
            notes.tell(SUBJECTS_PARTED, row.route, count=len(atoms))
        known.update(dict.fromkeys(atom.value for atom in atoms))
    if not known and not other:
        return {"doi_tuong": None}
    return {"doi_tuong": list(known), "doi_tuong_khac": list(other)}


def _parted(printed: str) -> list[Subject]:
    if not _GLUED.fullmatch(printed):
        return []
    return [_SUBJECTS[fold(found[1])] for found in _NEXT.finditer(printed)]


def agencies(answer: Answer, registers: Registers, notes: Notes) -> dict[str, list[str]]:
    """Return `co_quan`: the four roles, each with the names that the portal prints."""
    found: dict[str, list[str]] = {}
    for role, word, glued in _ROLES:
        names: dict[str, str] = {}
        for key in (f"departments{word}", f"unitGroups{word}"):
            for row in answer.rows(key):
                if name := squeeze(row.text("name")):
                    names.setdefault(name, squeeze(row.text("code")))
        for name, number in names.items():
            registers.mention_authority(name, number)
        listed = list(names)
        printed = answer.text(glued)
        if printed and not _repeats(printed, listed):
            # Commas also stand inside names, so only lines are taken for a list.
            listed += [line for line in (squeeze(part) for part in printed.split("\n")) if line]
        for name in listed:
            if name.endswith("_old"):
                notes.tell(AGENCY_MARKED_OLD, (glued,), value=name)
        if listed:
            found[role] = list(dict.fromkeys(listed))
    return found


def _repeats(printed: str, names: list[str]) -> bool:
    """Whether a text says nothing but the names of a list."""
    rest = editorial_form(printed)
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(editorial_form(name), " ")
    return not any(sign.isalnum() for sign in rest)
