# 5230/QĐ-BCA-C06: 28 procedures give way to five titles, and no word says which to which.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="merge-inferred",
    scope=Scope.DECISION,
    severity=Severity.INFO,
    says=(
        "{code} in là mới, nhưng tên giống các thủ tục mà cùng quyết định bãi bỏ: "
        "{sources}.{silent}"
    ),
    mend=(
        "Nếu đúng là kế tục thì ghi `hop_nhat_tu` và `hop_nhat_vao`; máy chỉ suy đoán, không tự "
        "nối."
    ),
    bad="""
ten: Cấp giấy phép khai thác nước dưới đất
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
ten: Cấp giấy phép khai thác nước dưới đất
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000002"
  bai_bo:
    - ma: "1.000001"
""",
    good="""
ten: Cấp giấy phép khai thác nước dưới đất
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
hop_nhat_vao: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
ten: Cấp giấy phép khai thác nước dưới đất
hop_nhat_tu: "1.000001"
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000002"
  bai_bo:
    - ma: "1.000001"
""",
)
def merge_inferred(publication: Publication, checkup: Checkup) -> Hits:
    """Người đang làm thủ tục cũ cần biết sang thủ tục nào.

    Văn bản không nói thì cán bộ phải xác nhận.
    """
    del checkup
    kinds = publication.reconciliation.decision.annex
    if not (kinds.new and kinds.abolished):
        return
    unnamed = ", ".join(publication.reconciliation.unnamed_ends)
    silent = f" Chưa rõ tên nên chưa xét: {unnamed}." if unnamed else ""
    rows = {match.row.identity: match for match in publication.rows if match.heading == "new"}
    for merge in publication.reconciliation.inferred_merges:
        sources = ", ".join(
            f"{code} (giống {round(score * 100)} %)" for code, score in merge.sources
        )
        row = rows.get(merge.into)
        place = publication.at(row) if row else publication.place / "phu_luc" / "moi"
        yield place, {"code": merge.into, "sources": sources, "silent": silent}
