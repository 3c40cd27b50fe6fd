# A person who files by post must know how long to wait just as one who comes in person.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="channel-without-time-limit",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm đ",
    says="Cách thức «{kind}» không nêu thời hạn giải quyết.",
    mend="Thêm `thoi_han:`; nếu văn bản không quy định thì ghi `thoi_han: không quy định`.",
    bad="""
cach_thuc:
  - kenh: trực tiếp
    phi_le_phi: miễn phí
""",
    good="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: không quy định
    phi_le_phi: miễn phí
""",
)
def channel_without_time_limit(version: Version, checkup: Checkup) -> Hits:
    """Thời hạn giải quyết là bộ phận bắt buộc. Người dân phải biết chờ bao lâu ở từng cách nộp."""
    del checkup
    document = version.document
    if "channels" not in version.stated or "thoi_han" in document.unknown:
        return
    unlimited = [
        (index, channel)
        for index, channel in enumerate(document.channels)
        if channel.time_limit is None and channel.printed_time_limit is None
    ]
    if not unlimited or (version.content is not None and version.content.time_limit is not None):
        return
    for index, channel in unlimited:
        yield version.place / "cach_thuc" / index, {"kind": channel.kind.value}
