# Imports: decisions and legal grounds, as the portal says them.
#
# A number is taken for one only if nothing but well-known words precede it; whatever else was typed
# into the portal's boxes ("Demo/QĐ-BCA", "Luật", "12") is kept as printed. The portal's decision is
# not always the latest one, so its number is kept as said and nothing is concluded from it.

"""The publishing decision and the legal grounds of the portal's answer."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from tthc_catalog.changes.words import cited_beside
from tthc_catalog.finding import FindingKind, Severity
from tthc_catalog.records.identifiers import find_number
from tthc_catalog.vietnamese import editorial_form, squeeze

if TYPE_CHECKING:
    from tthc_catalog.imports.portal_answer import Answer
    from tthc_catalog.imports.portal_notes import Notes
    from tthc_catalog.imports.registers import Registers

_W, _I = Severity.WARNING, Severity.INFO

DECISION_NOT_READ = FindingKind(
    "import-decision-not-read", _W,
    "{code}: “{value}” không phải là số, ký hiệu quyết định; giữ nguyên văn ở `quyet_dinh.so_in`.",
    "Tìm số đúng của quyết định công bố.",
)  # fmt: skip
DECISION_NOT_STATED = FindingKind(
    "import-decision-not-stated", _I, "{code}: Cổng không nêu quyết định công bố."
)
DECISIONS_DIFFER = FindingKind(
    "import-decisions-differ", _W,
    "{code}: Cổng nêu nhiều quyết định: {value}; lấy số đầu, giữ các số khác ở `ghi_chu`.",
)  # fmt: skip
DAY_NOT_READ = FindingKind(
    "import-day-not-read", _W, "{code}: “{value}” không phải là ngày ký; giữ ở `ghi_chu`."
)
LAW_NOT_READ = FindingKind(
    "import-law-not-read", _W, "{code}: căn cứ “{value}” không phải là số, ký hiệu; giữ nguyên văn."
)
LAW_TWICE = FindingKind(
    "import-law-twice", _I, "{code}: Cổng ghi căn cứ {value} {count} lần; giữ một."
)

KINDS = (
    DECISION_NOT_READ,
    DECISION_NOT_STATED,
    DECISIONS_DIFFER,
    DAY_NOT_READ,
    LAW_NOT_READ,
    LAW_TWICE,
)

# The portal keeps days as midnight in Việt Nam or in Greenwich; both are the same day on our clock.
_VIETNAM = timezone(timedelta(hours=7))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_MILLISECOND = 253_402_300_799_000
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?", re.ASCII)
_PRINTED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)


def decision(answer: Answer, registers: Registers, notes: Notes) -> dict[str, str] | None:
    """Return `quyet_dinh` as far as the portal names it."""
    proposal = answer.one("procedureProposal")
    issuer = squeeze(proposal.one("issuingAgency").text("name"))
    candidates = [
        squeeze(proposal.text("proposalNumber")),
        squeeze(proposal.text("decisionNumber")),
        squeeze(answer.text("decisionNo")),
    ]
    numbers = list(dict.fromkeys(find_number(text) or text for text in candidates if text))
    signed = _signed(proposal, notes)
    if not numbers:
        notes.tell(DECISION_NOT_STATED, ("procedureProposal",))
        if signed:
            notes.keep(f"ngày của một quyết định không nêu số: {signed}")
        return None
    if len(numbers) > 1:
        notes.tell(DECISIONS_DIFFER, ("procedureProposal",), value=", ".join(numbers))
        notes.keep("quyết định: " + ", ".join(numbers[1:]))
    said = {"so": numbers[0]} if find_number(numbers[0]) else {"so_in": numbers[0]}
    if "so_in" in said:
        notes.tell(DECISION_NOT_READ, ("procedureProposal", "proposalNumber"), value=numbers[0])
    if signed:
        said["ngay"] = signed
    if issuer:
        said["co_quan"] = issuer
        registers.mention_authority(issuer, "")
    return said


def _signed(proposal: Answer, notes: Notes) -> str:
    value: Any = proposal.value("decisionDate")
    if value in (None, ""):
        return ""
    day = day_of(value)
    if day is None:
        notes.tell(DAY_NOT_READ, ("procedureProposal", "decisionDate"), value=value)
        notes.keep(f"ngày ký “{value}”")
        return ""
    return day.isoformat()


def day_of(value: object) -> date | None:
    """Return the day that the portal means, or None: milliseconds, `2026-07-01`, `01/07/2026`."""
    if isinstance(value, str):
        text = value.strip()
        if found := _PRINTED.fullmatch(text):
            text = f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"
        if not (found := _ISO.fullmatch(text)):
            return None
        try:
            return date.fromisoformat(found[1])
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= _LAST_MILLISECOND:
        return None
    return (_EPOCH + timedelta(milliseconds=value)).astimezone(_VIETNAM).date()


def legal_basis(answer: Answer, registers: Registers, notes: Notes) -> list[dict[str, str] | str]:
    """Return `can_cu`: each document once, with its title unless the register says the same."""
    found: dict[str, dict[str, str] | str] = {}
    counts: dict[str, int] = {}
    for row in answer.rows("legalBasisesDetails"):
        printed, title = squeeze(row.text("code")), squeeze(row.text("name"))
        if not printed and not title:
            continue
        number = find_number(printed) if printed else None
        if number:
            label = number
            registers.mention_law(number, title, printed)
            known = registers.title_of(number)
            differs = editorial_form(title) != editorial_form(known)
            lists = bool(cited_beside(number, title))
            tells = title and title != number and (differs or lists)
            entry: dict[str, str] | str = {"so": number, "ten": title} if tells else number
        elif printed:
            label = printed
            notes.tell(LAW_NOT_READ, row.route, value=printed)
            same = editorial_form(title) == editorial_form(printed)
            entry = {"so_in": printed} if same or not title else {"so_in": printed, "ten": title}
        else:
            label = title
            notes.tell(LAW_NOT_READ, row.route, value=title)
            entry = {"ten": title}
        identity = editorial_form(label)
        counts[identity] = counts.get(identity, 0) + 1
        if identity in found and found[identity] != entry and title:
            notes.keep(f"tên khác của căn cứ {label}: {title}")
        found.setdefault(identity, entry)
    for identity, count in counts.items():
        if count > 1:
            notes.tell(LAW_TWICE, ("legalBasisesDetails",), value=identity, count=count)
    return list(found.values())
