# The rule that lets a catalogue notice by itself that its ground has gone.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="repealed-basis",
    scope=Scope.CATALOG,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 13",
    says="Thủ tục đang có hiệu lực còn viện dẫn {number}, văn bản {wave} từ {day}{by}.",
    mend=(
        "Rà soát xem thủ tục còn căn cứ không, công bố sửa đổi hoặc bãi bỏ. Xem `tthc ripple "
        "{number}`."
    ),
    bad="""
# legal_documents.yaml
20/2026/NĐ-CP:
  hieu_luc: 2026-07-01
  thay_the: 10/2025/NĐ-CP
""",
    good="""
can_cu: 20/2026/NĐ-CP
# legal_documents.yaml
20/2026/NĐ-CP:
  hieu_luc: 2026-07-01
  thay_the: 10/2025/NĐ-CP
""",
)
def repealed_basis(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Văn bản làm căn cứ hết hiệu lực thì thủ tục thường phải sửa hoặc bãi bỏ.

    Không ai nhớ hết được nơi nào viện dẫn nó.
    """
    del catalogue
    for ripple in checkup.ripples:
        fate = ripple.fate
        if fate.wave.ends and fate.day is not None and ripple.by(checkup.today):
            by = f" bởi {fate.by}" if fate.by else ""
            says = {
                "number": fate.number,
                "wave": fate.wave.value,
                "day": say_date(fate.day),
                "by": by,
            }
            yield ripple.place, says
