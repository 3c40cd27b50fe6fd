# What of the dossiers that were filed before? Off unless a catalogue asks for it.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes import ChangeKind
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="no-transition-rule",
    scope=Scope.DECISION,
    severity=Severity.INFO,
    says=(
        "Quyết định {number} thay đổi {count} thủ tục mà không nêu hồ sơ đã nhận thì theo quy "
        "định nào."
    ),
    mend=(
        "Nếu văn bản có quy định chuyển tiếp thì ghi `chuyen_tiep`; không có thì để trống, trang "
        "sẽ nói rõ."
    ),
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
# decisions/2026/2-QD-UBND.yaml
chuyen_tiep: giữ quy định cũ
phu_luc:
  du_dong: không
""",
    by_default=False,
)
def no_transition_rule(publication: Publication, checkup: Checkup) -> Hits:
    """Không ai nói rõ thì người đã nộp hồ sơ trước ngày hiệu lực là người chịu thiệt."""
    del checkup
    if publication.decision.transition is not None:
        return
    kinds = {ChangeKind.AMENDED, ChangeKind.REPLACED, ChangeKind.ABOLISHED}
    count = sum(change.kind in kinds for change in publication.changes)
    if count:
        yield publication.place, {"number": publication.decision.number, "count": count}
