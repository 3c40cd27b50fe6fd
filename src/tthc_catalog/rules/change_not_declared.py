# What the annex does not name, nobody has signed.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="change-not-declared",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says=(
        "Dữ liệu ghi {code} thay đổi theo quyết định này ({kind}), phụ lục không có dòng nào về nó."
    ),
    mend=(
        "Thêm dòng vào phụ lục nếu chép sót; có dòng ghi mã gần giống {code} thì so lại với bản "
        "giấy; nếu văn bản không có thì tài liệu kia ghi nhầm quyết định."
    ),
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
# procedures/linh-vuc-mau/1.000002.yaml
ten: Cấp giấy phép khác
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép khác
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
def change_not_declared(publication: Publication, checkup: Checkup) -> Hits:
    """Điều không có trong phụ lục là điều không ai ký.

    Mỗi thay đổi phải có một dòng chịu trách nhiệm.
    """
    del checkup
    reconciliation = publication.reconciliation
    if not reconciliation.copied or not reconciliation.complete:
        return
    for change in reconciliation.computed_only:
        yield publication.place / "phu_luc", {"code": change.code, "kind": change.kind.label}
