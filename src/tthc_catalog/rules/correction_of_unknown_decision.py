# A correction takes effect from the day of what it corrects; without it there is no such day.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="correction-of-unknown-decision",
    scope=Scope.DOCUMENT,
    severity=Severity.ERROR,
    says=(
        "Đính chính quyết định {number}, mà đời của thủ tục không có tài liệu nào của quyết định "
        "ấy trước đây."
    ),
    mend=(
        "Sửa `so`, `ngay` của quyết định được đính chính; thủ tục phải có tài liệu theo quyết "
        "định đó."
    ),
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
dinh_chinh: 7/QĐ-UBND
ket_qua: Giấy phép mới
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
dinh_chinh: 1/QĐ-UBND
ket_qua: Giấy phép mới
""",
)
def correction_of_unknown_decision(version: Version, checkup: Checkup) -> Hits:
    """Đính chính có hiệu lực từ ngày của văn bản được đính chính.

    Không tìm thấy văn bản ấy thì không biết từ ngày nào.
    """
    del checkup
    correction = version.document.corrects
    if correction is not None and version.entry.corrects is None:
        yield version.place / "dinh_chinh", {"number": correction.number}
