# Ministries publish new procedures before the database has given them a code; it must come later.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="new-row-without-code",
    scope=Scope.DECISION,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 24",
    says="Thủ tục mới «{row}» chưa có mã quốc gia.",
    mend="Theo dõi việc nhập vào cơ sở dữ liệu quốc gia; có mã rồi thì ghi vào `hieu_la`.",
    bad="""
# procedures/linh-vuc-mau/giay-phep-moi.yaml
ten: Cấp giấy phép mới
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
    - ten: Cấp giấy phép mới
      hieu_la: giay-phep-moi
""",
    good="""
# procedures/linh-vuc-mau/1.000002.yaml
ten: Cấp giấy phép mới
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
    - ma: "1.000002"
""",
)
def new_row_without_code(publication: Publication, checkup: Checkup) -> Hits:
    """Mã được cấp khi nhập vào cơ sở dữ liệu quốc gia.

    Danh sách này cho biết thủ tục nào còn chờ.
    """
    del checkup
    for match in publication.rows:
        if match.heading == "new" and match.row.code is None:
            yield publication.at(match), {"row": match.row.name or match.row.means or ""}
