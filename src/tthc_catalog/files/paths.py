# Files: which path a record lives at.
#
# A record's path is computed from its identity, never typed: people find a record by its code, and
# two records can never claim one file unnoticed.

"""The paths of procedures and decisions below the catalogue's folder."""

from __future__ import annotations

import re
import unicodedata

from tthc_catalog.errors import BadRequestError
from tthc_catalog.finding import FindingKind, Severity

MISPLACED_FILE = FindingKind(
    "misplaced-file",
    Severity.ERROR,
    "Nội dung tệp này phải nằm ở `{expected}`.",
    "Đổi tên tệp thành `{expected}`, hoặc sửa mã, lĩnh vực, số hoặc năm cho đúng với tên tệp.",
    paths=("expected",),
)

KINDS = (MISPLACED_FILE,)
"""Every kind of finding of this module."""

LEDGER_FILE = "ledger.jsonl"
"""Where the ledger stands in a catalogue."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)*")
_DECISION = re.compile(r"decisions/([0-9]{4})/([^/]+)\.yaml")
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


def number_stem(number: str) -> str:
    """Return a document's number as a file is called: 1077-QD-BXD."""
    plain = unicodedata.normalize("NFD", number).translate(
        {0x111: "d", 0x110: "D", 0xF0: "d", 0xD0: "D"}
    )
    ascii_only = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^0-9A-Za-z.]+", "-", ascii_only).strip("-.")


def decision_of(path: str) -> tuple[int, str] | None:
    """Return year and number, as files are called, of a decision's path; None if it is none."""
    found = _DECISION.fullmatch(path)
    if found and number_stem(found[2]) == found[2]:
        return int(found[1]), found[2]
    return None
