# Declared, signed, and the record of the procedure has not heard of it.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="row-not-carried-out",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 24",
    says=(
        "Phụ lục công bố {code} ({kind}), nhưng tệp của thủ tục không có tài liệu nào theo quyết "
        "định này."
    ),
    mend=(
        "Nối vào cuối tệp của {code} một tài liệu `quyet_dinh: {number}` với phần đã thay đổi; thủ "
        "tục kết thúc thì với `bai_bo`, `thay_the_boi` hoặc `hop_nhat_vao`."
    ),
    bad="""
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi:
    - ma: "1.000001"
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi:
    - ma: "1.000001"
""",
)
def row_not_carried_out(publication: Publication, checkup: Checkup) -> Hits:
    """Đã ký mà chưa vào dữ liệu thì người dân vẫn đọc quy định cũ.

    Luật cho 10 ngày làm việc để nhập.
    """
    for match in publication.rows:
        if match.heading == "other":
            continue
        kind = match.declared.label.lower() if match.declared else ""
        says = {"kind": kind, "number": publication.decision.number}
        day = publication.day_of(match)
        if _mistaken(match.row.identity, publication, checkup):
            continue  # the document is there, its number typed wrong; told where it stands
        if match.verdict is Verdict.ONLY_DECLARED and not (
            match.heading == "abolished" and _ended(match.row.identity, day, checkup)
        ):
            yield publication.at(match), {"code": match.row.identity, **says}
        for index, code in enumerate(match.row.replaces):
            # Where the new one says it too, a rule of its own tells it there.
            waits = code in match.unanswered and code in checkup.catalog.lives
            told = any(link.target == code for link in checkup.not_ended)
            told = told or _mistaken(code, publication, checkup)
            if waits and not told and not _ended(code, day, checkup):
                yield (
                    publication.at(match) / "thay_the" / index,
                    {"code": code, "kind": "bị thay thế", "number": publication.decision.number},
                )


def _mistaken(code: str | None, publication: Publication, checkup: Checkup) -> bool:
    return any(
        named == code and decision is publication.decision
        for (named, _), decision in checkup.mistaken_numbers.items()
    )


def _ended(code: str | None, day: date | None, checkup: Checkup) -> bool:
    life = checkup.catalog.lives.get(code or "")
    state = life.on(day) if life is not None and day is not None else None
    return state is not None and not state.in_force
