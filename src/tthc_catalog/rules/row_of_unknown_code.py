# The annex names a code that the catalogue has never seen: one of the two has it wrong.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="row-of-unknown-code",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    says="Phụ lục nêu mã {code}, danh mục không có thủ tục này.",
    mend="Sửa mã nếu chép nhầm; nếu đúng thì thêm tệp của thủ tục {code}.",
    bad="""
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi:
    - ma: "1.000009"
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
def row_of_unknown_code(publication: Publication, checkup: Checkup) -> Hits:
    """Mã lạ là mã gõ nhầm hoặc thủ tục chưa được đưa vào danh mục; cả hai đều là thiếu sót."""
    if not checkup.whole:
        return
    for match in publication.rows:
        if match.verdict is Verdict.UNKNOWN:
            yield publication.at(match), {"code": match.row.identity}
