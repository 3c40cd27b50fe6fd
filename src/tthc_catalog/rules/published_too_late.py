# The law sets days; whether they are working days is read in two ways, so this is off by default.

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.vocabulary import Level
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


_DAYS = {Level.MINISTRY: 20, Level.PROVINCE: 5}


@rule(
    id="published-too-late",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15 (Nghị định 92/2017/NĐ-CP)",
    says="Ký ngày {signed}, chậm hơn {days} ngày trước khi {number} có hiệu lực ({effective}).",
    mend="Công bố chậm thì không sửa được nữa: chấp nhận kèm lý do. Xem lại ngày nếu chép nhầm.",
    bad="""
can_cu: 20/2026/NĐ-CP
# legal_documents.yaml
20/2026/NĐ-CP:
  hieu_luc: 2026-01-01
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
      can_cu: 20/2026/NĐ-CP
""",
    good="""
can_cu: 20/2026/NĐ-CP
# legal_documents.yaml
20/2026/NĐ-CP:
  hieu_luc: 2026-02-01
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
      can_cu: 20/2026/NĐ-CP
""",
    by_default=False,
)
def published_too_late(publication: Publication, checkup: Checkup) -> Hits:
    """Người dân phải đọc được thủ tục trước ngày văn bản có hiệu lực.

    Hạn: bộ 20 ngày, tỉnh 5 ngày trước ngày đó.
    """
    decision = publication.decision
    authority = checkup.agencies.named(decision.agency or "")
    days = _DAYS.get(authority.level) if authority is not None and authority.level else None
    if days is None or decision.signed is None:
        return
    for match in publication.rows:
        for citation in match.row.legal_basis:
            document = checkup.legal_document(citation.number)
            effective = document.effective if document is not None else None
            if effective is not None and decision.signed > effective - timedelta(days=days):
                yield (
                    publication.at(match),
                    {
                        "signed": say_date(decision.signed),
                        "days": days,
                        "number": citation.number,
                        "effective": say_date(effective),
                    },
                )
                break
