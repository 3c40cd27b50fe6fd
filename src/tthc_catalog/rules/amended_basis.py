# An amended text need not change the procedure; somebody must have looked.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="amended-basis",
    scope=Scope.CATALOG,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 13",
    says=(
        "{number} được {by} sửa đổi từ {day}, sau khi thủ tục nêu căn cứ; thủ tục chưa viện dẫn "
        "{by}."
    ),
    mend="Rà soát xem nội dung sửa đổi có đụng tới thủ tục này không; nếu có thì công bố sửa đổi.",
    bad="""
# legal_documents.yaml
20/2026/NĐ-CP:
  hieu_luc: 2026-07-01
  sua_doi: 10/2025/NĐ-CP
""",
    good="""
can_cu:
  - 10/2025/NĐ-CP
  - 20/2026/NĐ-CP
# legal_documents.yaml
20/2026/NĐ-CP:
  hieu_luc: 2026-07-01
  sua_doi: 10/2025/NĐ-CP
""",
)
def amended_basis(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Văn bản được sửa đổi chưa chắc làm thủ tục đổi.

    Nhưng phải có người xem lại từng thủ tục viện dẫn nó.
    """
    del catalogue
    for ripple in checkup.ripples:
        fate = ripple.fate
        if fate.wave.ends or fate.day is None or not ripple.by(checkup.today):
            continue
        if ripple.overtaken and not ripple.cites_successor:
            yield ripple.place, {"number": fate.number, "by": fate.by, "day": say_date(fate.day)}
