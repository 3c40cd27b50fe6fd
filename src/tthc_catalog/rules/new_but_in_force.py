# New means that it was not there before.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.rules.subject import say_since

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="new-but-in-force",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 13",
    says=(
        "Phụ lục công bố {code} là mới ban hành, nhưng trước đó đã có từ {since} (quyết định "
        "{decision})."
    ),
    mend="Văn bản in nhầm loại thì chấp nhận kèm lý do; chép nhầm thì chuyển dòng sang `sua_doi`.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi:
    - ma: "1.000001"
""",
)
def new_but_in_force(publication: Publication, checkup: Checkup) -> Hits:
    """Thống kê số thủ tục mới và người theo dõi đều dựa vào loại công bố.

    Mã cũ thì không thể là mới.
    """
    del checkup
    for match in publication.rows:
        change = match.change
        if match.heading != "new" or match.verdict is not Verdict.KIND_DIFFERS or change is None:
            continue
        before = change.before
        if before is not None and before.in_force:
            yield (
                publication.at(match),
                {
                    "code": match.row.identity,
                    "since": say_since(before.since),
                    "decision": before.last.label if before.last else "",
                },
            )
