# 378/QĐ-UBND states no day of effect; the day of signing stands in, and the page says so.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="no-effective-clause",
    scope=Scope.DECISION,
    severity=Severity.INFO,
    says="Quyết định {number} không có ngày hiệu lực; danh mục dùng {instead}.",
    mend=(
        "Nếu văn bản có điều khoản hiệu lực thì thêm `hieu_luc`; nếu không thì để như vậy; chưa "
        "biết thì ghi `hieu_luc` vào `chua_ro`."
    ),
    bad="""
# decisions/2026/1-QD-UBND.yaml
# không có: hieu_luc
""",
    good="""
# decisions/2026/1-QD-UBND.yaml
hieu_luc: 2026-01-10
""",
)
def no_effective_clause(publication: Publication, checkup: Checkup) -> Hits:
    """Có văn bản thật không có điều khoản hiệu lực.

    Ngày ký chỉ là cách hiểu tạm, trang phải nói rõ điều đó.
    """
    del checkup
    decision = publication.decision
    if decision.effective is None and "hieu_luc" not in decision.unknown:
        day = f"ngày ký {say_date(decision.signed)}" if decision.signed else "không ngày nào"
        yield publication.place, {"number": decision.number, "instead": day}
