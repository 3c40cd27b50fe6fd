# A code is never given to another procedure: what has ended stays ended.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.catalog import Status
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.rules.subject import say_since

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, LifeStory


_ENDED = {Status.ABOLISHED, Status.REPLACED}


@rule(
    id="restated-after-end",
    scope=Scope.LIFE,
    severity=Severity.ERROR,
    law="Nghị định 63/2010/NĐ-CP, Điều 26",
    says="Thủ tục {status} từ {since} mà tài liệu này còn {does}.",
    mend=(
        "Mã đã dùng không dùng lại: thủ tục mới thì ở tệp mới; nếu chỉ bãi bỏ ở một cấp thì thêm "
        "`cap`."
    ),
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
---
quyet_dinh: 3/QĐ-UBND
ket_qua: Giấy phép mới
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
---
quyet_dinh: 3/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
""",
)
def restated_after_end(story: LifeStory, checkup: Checkup) -> Hits:
    """Thủ tục đã bãi bỏ được giữ lại để tra cứu với đúng nội dung cuối cùng.

    Mã không bao giờ cấp cho thủ tục khác.
    """
    del checkup
    for version, before in story.turns:
        if before is None or before.status not in _ENDED or version.entry.corrects is not None:
            continue
        document = version.document
        does = (
            "bãi bỏ lần nữa"
            if document.abolished
            else "sửa đổi"
            if (document.restated or document.dropped)
            else ""
        )
        if does:
            says = {"status": before.status.value, "since": say_since(before.since), "does": does}
            yield version.place, says
