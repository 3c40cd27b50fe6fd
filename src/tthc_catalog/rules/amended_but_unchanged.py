# More decisions publish again than change: the annex should not promise what is not there.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="amended-but-unchanged",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Phụ lục công bố {code} là sửa đổi, bổ sung, nhưng dữ liệu không có gì khác trước.",
    mend="Ghi bộ phận được sửa vào tệp của thủ tục; nếu chỉ công bố lại thì chấp nhận kèm lý do.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
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
def amended_but_unchanged(publication: Publication, checkup: Checkup) -> Hits:
    """Người dân đọc «sửa đổi» thì tìm điều đã đổi.

    Hoặc dữ liệu chép thiếu, hoặc văn bản chỉ công bố lại.
    """
    del checkup
    for match in publication.rows:
        if match.verdict is Verdict.UNCHANGED:
            yield publication.at(match), {"code": match.row.identity}
