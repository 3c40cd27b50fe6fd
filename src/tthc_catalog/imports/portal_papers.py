# Imports: what goes in and what comes out, as the portal says it.

"""Dossiers and results of the portal's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tthc_catalog.finding import FindingKind, Severity
from tthc_catalog.vietnamese import squeeze

if TYPE_CHECKING:
    from tthc_catalog.imports.portal_answer import Answer
    from tthc_catalog.imports.portal_notes import Notes

_W, _I = Severity.WARNING, Severity.INFO

PAPER_WITHOUT_NAME = FindingKind(
    "import-paper-without-name",
    _I,
    "{code}: Cổng có một dòng thành phần hồ sơ không ghi tên giấy tờ; bỏ dòng trống đó.",
)
COUNT_NOT_READ = FindingKind(
    "import-count-not-read",
    _W,
    "{code}: số lượng “{value}” của một giấy tờ không phải là số đếm; giữ ở `ghi_chu`.",
)
NOTHING_REQUIRED = FindingKind(
    "import-nothing-required", _I,
    "{code}: Cổng đánh dấu mọi giấy tờ là không bắt buộc, nên dấu này không được ghi.",
)  # fmt: skip

KINDS = (PAPER_WITHOUT_NAME, COUNT_NOT_READ, NOTHING_REQUIRED)

_MOST_COPIES = 999_999


def dossiers(answer: Answer, notes: Notes) -> list[dict[str, Any]]:
    """Return `ho_so`: what must be filed in each case."""
    cases: list[dict[str, Any]] = []
    optional: list[dict[str, Any]] = []
    papers = 0
    for case in answer.rows("executionCases"):
        name = squeeze(case.text("name"))
        components = []
        for row in case.rows("profileComponents"):
            paper = _component(row, notes)
            if paper is None:
                continue
            papers += 1
            required = row.flag("required")
            if required is False:
                optional.append(paper)
            components.append(paper)
        dossier: dict[str, Any] = {"truong_hop": name} if name else {}
        if components:
            dossier["thanh_phan"] = components
        if dossier:
            cases.append(dossier)
    if optional and len(optional) == papers:
        notes.tell(NOTHING_REQUIRED, ("executionCases",))
    else:
        for paper in optional:
            paper["bat_buoc"] = "không"
    return cases


def _component(row: Answer, notes: Notes) -> dict[str, Any] | None:
    name = row.text("name")
    forms = [
        file
        for file in (squeeze(item.text("fileName")) for item in row.rows("attachments"))
        if file
    ]
    if not name:
        notes.tell(PAPER_WITHOUT_NAME, row.route)
        if forms:
            notes.keep("tệp của một giấy tờ không ghi tên: " + "; ".join(forms))
        return None
    paper: dict[str, Any] = {"ten": name, **_counts(row, name, notes)}
    if number := squeeze(row.text("code")):
        paper["ma"] = number
    if row.flag("hasElectronicForm"):
        paper["dien_tu"] = "có"
    if row.flag("isProcessingResult"):
        notes.keep(f"giấy tờ “{squeeze(name)}” là kết quả của thủ tục khác")
    if forms:
        paper["mau"] = list(dict.fromkeys(forms))
    return paper


def results(answer: Answer) -> list[dict[str, str] | str]:
    """Return `ket_qua`, each result once."""
    found: list[dict[str, str] | str] = []
    for row in answer.rows("resultsDetails"):
        name, number = squeeze(row.text("name")), squeeze(row.text("code"))
        if not name and not number:
            continue
        result: dict[str, str] | str = {"ten": name or number, "ma": number} if number else name
        if result not in found:
            found.append(result)
    return found


def _counts(row: Answer, name: str, notes: Notes) -> dict[str, str]:
    counts = {}
    for key, ours in (("originalQty", "ban_chinh"), ("copyQty", "ban_sao")):
        value = row.value(key)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_COPIES:
            if value:
                counts[ours] = str(value)
        elif value is not None:
            notes.tell(COUNT_NOT_READ, (*row.route, key), value=value)
            notes.keep(f"số lượng “{value}” của giấy tờ “{squeeze(name)}”")
    return counts
