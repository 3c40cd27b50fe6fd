# Imports: whose record it is. The portal answers some questions with another procedure's record,
# and whatever reads a code as a number on the way drops its last nought. Such a record would be
# written into the wrong life, where published documents stay for ever.

"""The code of a record of the portal, or why it cannot be trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tthc_catalog.finding import Finding, FindingKind, Severity
from tthc_catalog.imports.portal_answer import tidy
from tthc_catalog.records.identifiers import is_code, suggest_code

if TYPE_CHECKING:
    from tthc_catalog.imports.portal_file import Row

_E = Severity.ERROR

WRONG_RECORD = FindingKind(
    "import-wrong-record", _E,
    "Bản ghi thứ {number}: hỏi mã {asked} nhưng bản ghi in mã {code}; không nhận bản ghi này.",
    "Lấy lại thủ tục {asked} từ Cổng.",
)  # fmt: skip
NOT_A_CODE = FindingKind(
    "import-not-a-code", _E,
    "Bản ghi thứ {number}: “{value}” không phải là mã thủ tục; không nhận bản ghi này.",
    "Lấy lại bản ghi với mã viết trong dấu nháy{suggestion}.",
)  # fmt: skip

KINDS = (WRONG_RECORD, NOT_A_CODE)


def code_of(row: Row) -> tuple[str, Finding | None]:
    """Return the code that a record prints, or why it cannot be taken for the one asked for."""
    printed = row.data.get("code")
    code = tidy(printed) if isinstance(printed, str) else ""
    place = replace(row.place, route=("code",))
    number = row.place.document + 1
    if not is_code(code):
        likely = suggest_code(str(printed))
        hint = f'; nếu đã mất số 0 ở cuối thì mã là "{likely}"' if likely else ""
        return code, NOT_A_CODE.at(place, value=printed, suggestion=hint, number=number)
    for wanted in (tidy(row.asked), tidy(str(row.data.get("codeNotation") or ""))):
        if wanted and wanted != code:
            return code, WRONG_RECORD.at(place, asked=wanted, code=code, number=number)
    return code, None
