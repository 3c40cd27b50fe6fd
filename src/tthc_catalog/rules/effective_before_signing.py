# Local acts may not reach back; central ones rarely do. A slip of the year is far more common.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="effective-before-signing",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    says="Có hiệu lực từ {day}, trước ngày ký {signed}.",
    mend="Xem lại năm và tháng; nếu văn bản thật sự hồi tố thì chấp nhận kèm lý do.",
    bad="""
quyet_dinh:
  so: 2/QĐ-UBND
  ngay: 2026-02-05
hieu_luc: 2025-02-10
# decisions/2026/2-QD-UBND.yaml
hieu_luc: 2025-02-10
phu_luc:
  du_dong: không
""",
    good="""
quyet_dinh:
  so: 2/QĐ-UBND
  ngay: 2026-02-05
hieu_luc: 2026-02-10
# decisions/2026/2-QD-UBND.yaml
hieu_luc: 2026-02-10
phu_luc:
  du_dong: không
""",
    also=("decision-effective-before-signing",),
)
def effective_before_signing(version: Version, checkup: Checkup) -> Hits:
    """Quyết định ít khi hồi tố; thường là gõ nhầm năm.

    Sai một số là lịch sử của thủ tục đảo ngược.
    """
    del checkup
    day, signed = version.document.effective, version.entry.signed
    if day is not None and signed is not None and day < signed:
        yield version.place / "hieu_luc", {"day": say_date(day), "signed": say_date(signed)}
