# The paper says one kind, the content another.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="declared-kind-differs",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Phụ lục công bố {code} là «{declared}», dữ liệu cho thấy «{computed}»: {reason}",
    mend=(
        "Xem lại dòng phụ lục và tài liệu của thủ tục; nếu văn bản in như thế thì chấp nhận kèm "
        "lý do."
    ),
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi:
    - ma: "1.000001"
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  bai_bo:
    - ma: "1.000001"
""",
)
def declared_kind_differs(publication: Publication, checkup: Checkup) -> Hits:
    """Điều công bố và nội dung là hai lời khai độc lập.

    Khác nhau thì một trong hai sai, và phải có người xem.
    """
    del checkup
    for match in publication.rows:
        change = match.change
        if match.verdict is not Verdict.KIND_DIFFERS or change is None or match.declared is None:
            continue
        in_force = change.before is not None and change.before.in_force
        if match.heading == "new" and in_force:
            continue
        if match.heading == "amended" and match.merged:
            continue
        if match.heading == "replaced" and not (match.row.replaces or match.row.replaced_by):
            continue
        yield (
            publication.at(match),
            {
                "code": match.row.identity,
                "declared": match.declared.label,
                "computed": change.kind.label,
                "reason": change.reasons[0].sentence,
            },
        )
