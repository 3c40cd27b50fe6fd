# 3227/QĐ-UBND: the name of a procedure still cites a department that was dissolved.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="name-cites-ended-agency",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    says="Tên thủ tục nhắc «{agency}», cơ quan không còn từ sau {until}.",
    mend="Giữ như văn bản in; đề nghị đổi tên ở lần công bố sau.",
    bad="""
ten: Cấp giấy phép mẫu của Sở Cũ
# authorities.yaml
so-cu:
  ten: Sở Cũ
  den_ngay: 2025-02-28
""",
    good="""
ten: Cấp giấy phép mẫu
# authorities.yaml
so-cu:
  ten: Sở Cũ
  den_ngay: 2025-02-28
""",
)
def name_cites_ended_agency(version: Version, checkup: Checkup) -> Hits:
    """Người dân tìm tên một cơ quan không còn nữa; tên thủ tục cần theo kịp tổ chức bộ máy."""
    day = version.day
    if day is None or "name" not in version.stated:
        return
    for authority in checkup.agencies.ended:
        if (
            authority.until is not None
            and authority.until < day
            and authority.name in version.document.name
        ):
            yield (
                version.place / "ten",
                {"agency": authority.name, "until": say_date(authority.until)},
            )
