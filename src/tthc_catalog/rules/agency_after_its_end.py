# A dissolved agency cannot be given work; its successor is in the register.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="agency-after-its-end",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    says="Cơ quan «{agency}» không còn từ sau {until}, nội dung này có hiệu lực từ {day}.",
    mend="Ghi cơ quan kế thừa{successor}; nếu văn bản vẫn in tên cũ thì chấp nhận kèm lý do.",
    bad="""
co_quan:
  thuc_hien: Sở Cũ
# authorities.yaml
so-cu:
  ten: Sở Cũ
  den_ngay: 2025-02-28
""",
    good="""
co_quan:
  thuc_hien: Sở Mẫu
# authorities.yaml
so-cu:
  ten: Sở Cũ
  den_ngay: 2025-02-28
""",
)
def agency_after_its_end(version: Version, checkup: Checkup) -> Hits:
    """Người dân không thể nộp hồ sơ ở một cơ quan đã giải thể hoặc sáp nhập."""
    day = version.day
    if day is None or "agencies" not in version.stated:
        return
    for name in version.document.agencies.all():
        authority = checkup.agencies.named(name)
        if authority is not None and authority.until is not None and authority.until < day:
            yield (
                version.place / "co_quan",
                {
                    "agency": name,
                    "until": say_date(authority.until),
                    "day": say_date(day),
                    "successor": f" `{authority.successor}`" if authority.successor else "",
                },
            )
