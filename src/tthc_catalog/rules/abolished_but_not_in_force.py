# What was never there, or had gone before, cannot end.

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="abolished-but-not-in-force",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 13",
    says="Phụ lục bãi bỏ {code}, nhưng trước đó thủ tục {status}.",
    mend="Xem lại mã; nếu văn bản bãi bỏ lần nữa thì chấp nhận kèm lý do.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
# decisions/2026/3-QD-UBND.yaml
phu_luc:
  bai_bo:
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
def abolished_but_not_in_force(publication: Publication, checkup: Checkup) -> Hits:
    """Bãi bỏ điều không còn là dấu hiệu nhầm mã: thủ tục thật sự phải bãi bỏ vẫn đứng đó."""
    for match in publication.rows:
        code = match.row.identity
        life = checkup.catalog.lives.get(code or "")
        if match.heading != "abolished" or match.change is not None or life is None:
            continue
        day = publication.day_of(match)
        state = life.on(day - timedelta(days=1)) if day is not None else None
        if state is not None and not state.in_force:
            yield publication.at(match), {"code": code, "status": state.status.value}
