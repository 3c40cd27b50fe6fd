# Files: which path a record lives at.
#
# A record's path is computed from its identity, never typed: people find a record by its code, and
# two records can never claim one file unnoticed.

"""The paths of procedures and decisions below the catalogue's folder, and back."""

from __future__ import annotations

import re
import unicodedata

from tthc_catalog.errors import BadRequestError
from tthc_catalog.finding import Finding, FindingKind, Place, Severity

MISPLACED_FILE = FindingKind(
    "misplaced-file",
    Severity.ERROR,
    "Nội dung tệp này phải nằm ở `{expected}`.",
    "Đổi tên tệp thành `{expected}`, hoặc sửa mã, lĩnh vực, số hoặc năm cho đúng với tên tệp.",
)

KINDS = (MISPLACED_FILE,)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)*")
_PROCEDURE = re.compile(r"procedures/([^/]+)/([^/]+)\.yaml")
_DECISION = re.compile(r"decisions/([0-9]{4})/([^/]+)\.yaml")
_FIRST_YEAR, _LAST_YEAR = 1945, 9999
_LONGEST = 120


def procedure_path(field: str, code: str) -> str:
    """Return where a procedure lives: `procedures/<field>/<code>.yaml`.

    Args:
        field: Id of the field, folded words with hyphens.
        code: National code with or without a local part, or the identity that stands for one.

    Raises:
        BadRequestError: Either cannot be part of a path.
    """
    if not _SLUG.fullmatch(field) or len(field) > _LONGEST:
        raise BadRequestError(
            f"`{field}` không dùng làm mã lĩnh vực được: "
            "chỉ gồm chữ thường không dấu, số và dấu `-`."
        )
    if not _CODE.fullmatch(code) or len(code) > _LONGEST:
        raise BadRequestError(
            f"`{code}` không dùng làm mã thủ tục được: chỉ gồm chữ không dấu, số và dấu `.`, `-`."
        )
    return f"procedures/{field}/{code}.yaml"


def decision_path(year: int, number: str) -> str:
    """Return where a decision lives: `decisions/2026/1077-QD-BXD.yaml` for 1077/QĐ-BXD.

    Raises:
        BadRequestError: The year is none, or nothing of the number can stand in a path.
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise BadRequestError(f"{year} không phải là năm ban hành quyết định.")
    stem = number_stem(number)
    if not stem or len(stem) > _LONGEST:
        raise BadRequestError(f"`{number}` không dùng làm số, ký hiệu quyết định được.")
    return f"decisions/{year}/{stem}.yaml"


def number_stem(number: str) -> str:
    """Return a document's number as a file is called: 1077-QD-BXD."""
    plain = unicodedata.normalize("NFD", number).translate(
        {0x111: "d", 0x110: "D", 0xF0: "d", 0xD0: "D"}
    )
    ascii_only = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^0-9A-Za-z.]+", "-", ascii_only).strip("-.")


def procedure_of(path: str) -> tuple[str, str] | None:
    """Return field and code of a procedure's path; None if no procedure can live there."""
    found = _PROCEDURE.fullmatch(path)
    if found and _SLUG.fullmatch(found[1]) and _CODE.fullmatch(found[2]):
        return found[1], found[2]
    return None


def decision_of(path: str) -> tuple[int, str] | None:
    """Return year and number, as files are called, of a decision's path; None if it is none."""
    found = _DECISION.fullmatch(path)
    if found and number_stem(found[2]) == found[2]:
        return int(found[1]), found[2]
    return None


def check_path(name: str, expected: str) -> Finding | None:
    """Return a finding if a record does not live where its identity says."""
    return None if name == expected else MISPLACED_FILE.at(Place(name), expected=expected)
