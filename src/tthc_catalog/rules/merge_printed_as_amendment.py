# 1766/QĐ-UBND: a merge stands among the amendments, its sources among the abolished.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="merge-printed-as-amendment",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 13",
    says="Dòng «{row}» in là sửa đổi, bổ sung, nhưng thủ tục này hợp nhất từ {sources}.",
    mend="Giữ phụ lục như in và chấp nhận kèm lý do; quan hệ hợp nhất đã có trong dữ liệu.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
hop_nhat_vao: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
hop_nhat_tu: "1.000001"
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi:
    - ma: "1.000002"
  bai_bo:
    - ma: "1.000001"
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
hop_nhat_vao: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
hop_nhat_tu: "1.000001"
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000002"
  bai_bo:
    - ma: "1.000001"
""",
)
def merge_printed_as_amendment(publication: Publication, checkup: Checkup) -> Hits:
    """Gộp nhiều thủ tục thành một không phải là sửa một thủ tục; in nhầm loại làm thống kê sai."""
    del checkup
    for match in publication.rows:
        if match.heading == "amended" and match.merged:
            row = match.row.name or match.row.identity
            yield publication.at(match), {"row": row, "sources": ", ".join(match.merged)}
