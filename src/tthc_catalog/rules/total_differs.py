# 1766/QĐ-UBND prints 51 and lists 50. Both numbers stay; neither is repaired.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.decision import Totals
from tthc_catalog.records.record import alias_of
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="total-differs",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    says="Quyết định in tổng số «{title}» là {printed}, phụ lục có {rows} dòng.",
    mend="Đếm lại các dòng; nếu văn bản in đúng như vậy thì chấp nhận kèm lý do, không sửa số in.",
    bad="""
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
tong_so:
  moi: 2
""",
    good="""
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
tong_so:
  moi: 1
""",
)
def total_differs(publication: Publication, checkup: Checkup) -> Hits:
    """Số in và số dòng lệch nhau là lỗi của văn bản hoặc của bản chép.

    Cả hai đều làm sai báo cáo.
    """
    del checkup
    reconciliation = publication.reconciliation
    if not reconciliation.complete:
        return
    for total in reconciliation.totals:
        if not total.agrees:
            key = alias_of(Totals, total.heading)
            says = {"title": total.title, "printed": total.printed, "rows": total.rows}
            yield publication.place / "tong_so" / key, says
