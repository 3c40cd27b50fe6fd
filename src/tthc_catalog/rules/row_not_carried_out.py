# Declared, signed, and the record of the procedure has not heard of it.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
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
    mend="Nối vào cuối tệp của {code} một tài liệu `quyet_dinh: {number}` với phần đã thay đổi.",
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
        if match.verdict is not Verdict.ONLY_DECLARED or match.heading == "other":
            continue
        life = checkup.catalog.lives[match.row.identity or ""]
        day = publication.day_of(match)
        state = life.on(day) if day is not None else None
        if match.heading == "abolished" and state is not None and not state.in_force:
            continue
        kind = match.declared.label.lower() if match.declared else ""
        yield publication.at(match), {
            "code": match.row.identity, "kind": kind, "number": publication.decision.number,
        }  # fmt: skip
