# A decision without rows proves nothing and declares nothing.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="annex-not-copied",
    scope=Scope.DECISION,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Quyết định {number} chưa chép dòng nào của phụ lục, nên không đối chiếu được.",
    mend=(
        "Chép phụ lục vào `phu_luc`; nếu nguồn không có phụ lục thì ghi `phu_luc: {{du_dong: "
        "không}}`."
    ),
    bad="""
# decisions/2026/1-QD-UBND.yaml
# không có: phu_luc
""",
    good="""
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
""",
)
def annex_not_copied(publication: Publication, checkup: Checkup) -> Hits:
    """Phụ lục là lời công bố có chữ ký; không có nó thì chỉ còn một lời khai để tin."""
    del checkup
    reconciliation = publication.reconciliation
    if reconciliation.complete and not reconciliation.copied:
        yield publication.place, {"number": publication.decision.number}
