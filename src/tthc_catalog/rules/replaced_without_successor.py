# A replacement has two ends.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="replaced-without-successor",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Dòng thay thế «{row}» không cho biết thủ tục nào thay thế thủ tục nào.",
    mend="Thêm `thay_the:` với các mã cũ, hoặc `bi_thay_the_boi:` với mã mới.",
    bad="""
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  thay_the:
    - ma: "1.000001"
  du_dong: không
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
thay_the_boi: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
thay_the: "1.000001"
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  thay_the:
    - ma: "1.000002"
      thay_the: "1.000001"
""",
    also=("row-not-carried-out",),
)
def replaced_without_successor(publication: Publication, checkup: Checkup) -> Hits:
    """Thay thế có hai đầu. Thiếu một đầu thì trang của thủ tục cũ không dẫn đi đâu."""
    del checkup
    for match in publication.rows:
        row, change = match.row, match.change
        if match.heading != "replaced" or row.replaces or row.replaced_by:
            continue
        linked = change is not None and (change.successors or change.predecessors)
        if not linked:
            yield publication.at(match), {"row": row.identity or row.name or row.printed_code or ""}
