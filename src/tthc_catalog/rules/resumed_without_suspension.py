# Only what was stopped can go on again.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.catalog import Status
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, LifeStory


@rule(
    id="resumed-without-suspension",
    scope=Scope.LIFE,
    severity=Severity.ERROR,
    says="Khôi phục một thủ tục đang {status}, không phải tạm ngưng.",
    mend="Bỏ `khoi_phuc`, hoặc thêm tài liệu tạm ngưng còn thiếu ở trước.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
khoi_phuc: Hết thời gian đình chỉ
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
tam_ngung: Văn bản quy định bị đình chỉ thi hành
---
quyet_dinh: 3/QĐ-UBND
khoi_phuc: Hết thời gian đình chỉ
""",
)
def resumed_without_suspension(story: LifeStory, checkup: Checkup) -> Hits:
    """Khôi phục mà không có tạm ngưng nghĩa là lịch sử thiếu một quyết định."""
    del checkup
    for version, before in story.turns:
        if version.document.resumed is None:
            continue
        status = before.status if before is not None else Status.FUTURE
        if status is not Status.SUSPENDED:
            yield version.place / "khoi_phuc", {"status": status.value}
