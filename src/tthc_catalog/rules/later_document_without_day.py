# An amendment that starts on no day amends nothing that anybody can look up.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.catalog import EffectBasis
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="later-document-without-day",
    scope=Scope.DOCUMENT,
    severity=Severity.ERROR,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Không biết tài liệu này áp dụng từ ngày nào: không nơi nào nêu ngày hiệu lực, ngày ký.",
    mend=(
        "Thêm `hieu_luc: …`; chưa rõ thì thêm `ngay` (ngày ký) dưới `quyet_dinh`, hoặc "
        "`ghi_nhan: …` là ngày biết đến nội dung mới."
    ),
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 30/QĐ-UBND
ket_qua: Giấy phép mới
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 30/QĐ-UBND
ghi_nhan: 2026-03-01
ket_qua: Giấy phép mới
""",
    also=("decision-without-record",),
)
def later_document_without_day(version: Version, checkup: Checkup) -> Hits:
    """Tài liệu không có ngày nào được xếp ngay sau các tài liệu đứng trên nó.

    Như vậy thay đổi hiện ra như đã có từ lâu, và không ai biết hồ sơ nào theo quy định nào.
    """
    del checkup
    entry = version.entry
    if version.first or entry.corrects is not None or entry.basis is not EffectBasis.UNKNOWN:
        return
    decided = version.document.decision is not None
    yield version.place / "quyet_dinh" if decided else version.place, {}
