# A stop that nobody explains looks like a closed door.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="suspended-without-reason",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    says="Tạm ngưng mà không nêu lý do hay căn cứ.",
    mend="Thêm `ly_do:` hoặc `can_cu:` dưới `tam_ngung`.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
tam_ngung:
  cap: tỉnh
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
tam_ngung:
  cap: tỉnh
  ly_do: Văn bản quy định đang bị đình chỉ thi hành
""",
)
def suspended_without_reason(version: Version, checkup: Checkup) -> Hits:
    """Người đang chờ làm thủ tục cần biết vì sao phải dừng và dựa vào đâu."""
    del checkup
    stop = version.document.suspended
    if stop is not None and not stop.reason and not stop.legal_basis:
        yield version.place / "tam_ngung", {}
