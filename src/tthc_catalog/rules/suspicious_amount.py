# On the national portal a misread thousands dot turned 135.000 đồng into 135 đồng.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="suspicious-amount",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    says="Mức phí «{fee}» dưới 1.000 đồng, có lẽ thiếu ba số không.",
    mend="Xem lại văn bản; viết đủ số và dấu chấm ngăn hàng nghìn: 135.000 đồng.",
    bad="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày
    phi_le_phi: 135 đồng/hồ sơ
""",
    good="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày
    phi_le_phi: 135.000 đồng/hồ sơ
""",
)
def suspicious_amount(version: Version, checkup: Checkup) -> Hits:
    """Dấu chấm hàng nghìn bị đọc nhầm là lỗi có thật trên cổng quốc gia: 135.000 thành 135."""
    del checkup
    for place, fee in version.fees:
        if fee.suspicious:
            yield place, {"fee": fee}
