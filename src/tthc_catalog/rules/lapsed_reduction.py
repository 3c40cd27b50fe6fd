# A reduction is a promise with an end; after it the page must not promise it any more.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="lapsed-reduction",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    says="Mức giảm đến hết {until} đã hết hạn: «{fee}».",
    mend=(
        "Khi có quyết định mới thì ghi mức phí hiện hành; đến lúc đó trang vẫn in đúng hạn của "
        "mức giảm."
    ),
    bad="""
cach_thuc:
  - kenh: trực tuyến
    thoi_han: 5 ngày
    phi_le_phi: "lệ phí: 50.000 đồng/lần; đến hết 30/06/2026: 25.000 đồng/lần"
""",
    good="""
cach_thuc:
  - kenh: trực tuyến
    thoi_han: 5 ngày
    phi_le_phi: "lệ phí: 50.000 đồng/lần; đến hết 31/12/2026: 25.000 đồng/lần"
""",
)
def lapsed_reduction(version: Version, checkup: Checkup) -> Hits:
    """Mức giảm phí có thời hạn là lời hứa có ngày cuối; qua ngày đó phải xem lại mức phí."""
    state = checkup.states.get(version.life.code)
    if state is None or version.entry not in state.entries:
        return
    for place, fee in version.fees:
        for cut in fee.reductions:
            if cut.until < checkup.today:
                yield place, {"fee": fee, "until": say_date(cut.until)}
