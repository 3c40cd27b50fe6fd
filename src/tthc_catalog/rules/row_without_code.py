# The law asks for the code of what ends or changes, if the national database has one.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="row-without-code",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Dòng {kind} «{row}» không có mã thủ tục{printed}.",
    mend=(
        "Xác định được thì ghi `hieu_la:` với mã mà dòng nói tới; nếu văn bản in như vậy thì chấp "
        "nhận kèm lý do."
    ),
    bad="""
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  bai_bo:
    - ten: Cấp giấy phép cũ
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
    - ten: Cấp giấy phép mẫu
      hieu_la: "1.000001"
""",
)
def row_without_code(publication: Publication, checkup: Checkup) -> Hits:
    """Thủ tục đã có trong cơ sở dữ liệu thì phải nêu mã.

    Chỉ có tên thì không chắc là thủ tục nào.
    """
    del checkup
    for match in publication.rows:
        row = match.row
        if row.identity is not None or match.heading not in {"amended", "replaced", "abolished"}:
            continue
        if match.heading == "replaced" and (row.replaces or row.replaced_by):
            continue
        yield (
            publication.at(match),
            {
                "kind": match.declared.label.lower() if match.declared else "",
                "row": row.name or "",
                "printed": f" (ô mã in «{row.printed_code}»)" if row.printed_code else "",
            },
        )
