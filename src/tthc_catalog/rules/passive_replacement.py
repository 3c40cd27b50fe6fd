# 3582/QĐ-UBND: "bị thay thế" lists the old ones, "thay thế" the new ones.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="passive-replacement",
    scope=Scope.DECISION,
    severity=Severity.INFO,
    says="Dòng «{row}» liệt kê thủ tục bị thay thế, không phải thủ tục thay thế.",
    mend="Giữ như in; chiều của quan hệ đã rõ nhờ `bi_thay_the_boi`.",
    bad="""
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
    - ma: "1.000001"
      bi_thay_the_boi: "1.000002"
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
)
def passive_replacement(publication: Publication, checkup: Checkup) -> Hits:
    """Câu bị động dễ đọc ngược: người chép nhầm chiều thì thủ tục đang dùng bị coi là đã hết."""
    del checkup
    for match in publication.rows:
        if match.passive:
            yield publication.at(match), {"row": match.row.identity or match.row.name}
