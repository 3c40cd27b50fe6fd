# The slip itself, at its own line; what it breaks elsewhere is not told a second time.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="decision-number-near",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says=(
        "Danh mục không có quyết định {number}; có {near}, số chỉ khác một ký tự, mà thủ tục này "
        "không có tài liệu nào theo quyết định ấy."
    ),
    mend=(
        "Gõ nhầm thì sửa số thành {near}; nếu đúng là quyết định khác thì thêm tệp của {number} "
        "trong `decisions/`."
    ),
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: {so: 22/QĐ-UBND, ngay: 2026-02-05}
ket_qua: Giấy phép mới
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
def decision_number_near(version: Version, checkup: Checkup) -> Hits:
    """Gõ nhầm số thì tài liệu mất ngày hiệu lực, còn quyết định thật như chưa được thực hiện."""
    meant = checkup.mistaken_numbers.get((version.life.code, version.entry.index))
    reference = version.document.decision
    if meant is not None and reference is not None:
        yield version.place / "quyet_dinh", {"number": reference.number, "near": meant.number}
