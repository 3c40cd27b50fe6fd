# "Free (except 50.000 đồng …)": one of the two is wrong, and the applicant pays for it.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.fee import FeeState
from tthc_catalog.records.money import MONEY_INSIDE
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="free-with-amount",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h",
    says="Ghi miễn phí nhưng ghi chú lại nêu số tiền: «{fee}».",
    mend=(
        "Tách số tiền thành một mức phí riêng với trường hợp của nó: `cấp lại: 50.000 đồng/hồ sơ`."
    ),
    bad="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày
    phi_le_phi: miễn phí (cấp lại thu 50.000 đồng)
""",
    good="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày
    phi_le_phi:
      - miễn phí (cấp lần đầu)
      - "lệ phí cấp lại: 50.000 đồng/hồ sơ"
""",
)
def free_with_amount(version: Version, checkup: Checkup) -> Hits:
    """Số tiền nằm trong ghi chú thì không được tính, không được so sánh và người dân dễ bỏ sót."""
    del checkup
    for place, fee in version.fees:
        if fee.state is FeeState.FREE and fee.note and MONEY_INSIDE.search(fee.note):
            yield place, {"fee": fee}
