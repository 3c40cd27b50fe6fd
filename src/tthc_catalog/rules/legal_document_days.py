# A text that expires before it takes effect never was law.

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="legal-document-days",
    scope=Scope.CATALOG,
    severity=Severity.ERROR,
    law="Luật Ban hành văn bản quy phạm pháp luật 2025, Điều 53",
    says="Văn bản {number}: {later} ({later_day}) đứng trước {earlier} ({earlier_day}).",
    mend="Xem lại các ngày: ban hành, rồi có hiệu lực, rồi hết hiệu lực.",
    bad="""
# legal_documents.yaml
11/2025/NĐ-CP:
  ngay: 2025-05-01
  hieu_luc: 2025-07-01
  het_hieu_luc: 2025-06-30
""",
    good="""
# legal_documents.yaml
11/2025/NĐ-CP:
  ngay: 2025-05-01
  hieu_luc: 2025-07-01
  het_hieu_luc: 2026-06-30
""",
)
def legal_document_days(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Ngày của văn bản quyết định thủ tục nào còn căn cứ.

    Gõ nhầm năm thì cảnh báo sai hàng loạt.
    """
    del catalogue
    for number, document in checkup.catalog.legal_documents.items():
        days = [
            ("ngày ban hành", document.signed),
            ("ngày có hiệu lực", document.effective),
            ("ngày hết hiệu lực", document.expires),
        ]
        stated = [(name, day) for name, day in days if day is not None]
        for (earlier, earlier_day), (later, later_day) in pairwise(stated):
            if later_day < earlier_day:
                yield (
                    checkup.register("legal_documents") / number,
                    {
                        "number": number,
                        "later": later,
                        "later_day": say_date(later_day),
                        "earlier": earlier,
                        "earlier_day": say_date(earlier_day),
                    },
                )
