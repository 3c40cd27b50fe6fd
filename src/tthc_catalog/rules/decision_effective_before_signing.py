# Local acts may not reach back; a slip of the year is far more common.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="decision-effective-before-signing",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    says="Quyết định có hiệu lực từ {day}, trước ngày ký {signed}.",
    mend="Xem lại năm và tháng; nếu văn bản in như vậy thì chấp nhận kèm lý do.",
    bad="""
# decisions/2026/1-QD-UBND.yaml
ngay: 2026-01-05
hieu_luc: 2025-01-10
""",
    good="""
# decisions/2026/1-QD-UBND.yaml
ngay: 2026-01-05
hieu_luc: 2026-01-10
""",
)
def decision_effective_before_signing(publication: Publication, checkup: Checkup) -> Hits:
    """Ngày hiệu lực trước ngày ký thường là gõ nhầm năm.

    Sai thì lịch sử của mọi thủ tục trong phụ lục đều sai.
    """
    del checkup
    decision = publication.decision
    days = [(publication.place / "hieu_luc", decision.effective)]
    days += [
        (publication.at(match) / "hieu_luc", match.row.effective) for match in publication.rows
    ]
    for place, day in days:
        if day is not None and decision.signed is not None and day < decision.signed:
            yield place, {"day": say_date(day), "signed": say_date(decision.signed)}
