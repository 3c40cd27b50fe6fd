# A province may shorten what the law allows, never lengthen it.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="cut-longer-than-law",
    scope=Scope.DOCUMENT,
    severity=Severity.ERROR,
    says="Thời hạn «{limit}» dài hơn thời hạn theo quy định «{legal}».",
    mend=(
        "Xem lại hai cột; `thoi_han` là thời hạn sau cắt giảm, `thoi_han_theo_luat` là trước cắt "
        "giảm."
    ),
    bad="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 7 ngày làm việc
    thoi_han_theo_luat: 5 ngày làm việc
""",
    good="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày làm việc
    thoi_han_theo_luat: 7 ngày làm việc
""",
)
def cut_longer_than_law(version: Version, checkup: Checkup) -> Hits:
    """Địa phương chỉ được rút ngắn thời hạn mà luật cho.

    Hai cột đảo nhau là lỗi chép thường gặp.
    """
    if "channels" not in version.stated:
        return
    for index, channel in enumerate(version.document.channels):
        legal, limit = channel.legal_time_limit, channel.time_limit
        if (
            legal is not None
            and limit is not None
            and legal.shorter_than(limit, checkup.catalog.calendar)
        ):
            yield version.place / "cach_thuc" / index / "thoi_han", {"limit": limit, "legal": legal}
