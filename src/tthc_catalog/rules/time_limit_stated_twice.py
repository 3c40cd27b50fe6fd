# One limit for all channels beside another one for a channel: which of them holds?

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="time-limit-stated-twice",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm đ",
    says="Thời hạn chung là «{common}» nhưng cách thức «{kind}» ghi «{limit}».",
    mend=(
        "Chỉ ghi `thoi_han` chung khi mọi cách thức như nhau; nếu khác thì ghi ở từng cách thức. "
        "Thời hạn chung nằm ở tài liệu trước thì bỏ bằng `bo: thoi_han`."
    ),
    bad="""
thoi_han: 10 ngày
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày
""",
    good="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày
""",
)
def time_limit_stated_twice(version: Version, checkup: Checkup) -> Hits:
    """Hai thời hạn khác nhau cho một cách nộp thì không biết hẹn trả ngày nào."""
    del checkup
    if not {"time_limit", "channels"} & version.stated:
        return
    content = version.content
    if content is None or content.time_limit is None:
        return
    for index, channel in enumerate(content.channels):
        if channel.time_limit is not None and channel.time_limit != content.time_limit:
            says = {
                "kind": channel.kind.value,
                "limit": channel.time_limit,
                "common": content.time_limit,
            }
            inside = version.place / "cach_thuc" / index / "thoi_han"
            yield inside if "channels" in version.stated else version.place / "thoi_han", says
            return
