# Channels are told apart by kind and case; two alike cannot be compared or shown apart.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="channel-listed-twice",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm c",
    says="Cách thức «{kind}» có hai dòng không nêu trường hợp nào khác nhau.",
    mend="Thêm `truong_hop:` cho từng dòng, hoặc gộp làm một.",
    bad="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày
  - kenh: trực tiếp
    thoi_han: 10 ngày
""",
    good="""
cach_thuc:
  - kenh: trực tiếp
    truong_hop: Không phải xác minh
    thoi_han: 5 ngày
  - kenh: trực tiếp
    truong_hop: Phải xác minh
    thoi_han: 10 ngày
""",
)
def channel_listed_twice(version: Version, checkup: Checkup) -> Hits:
    """Hai thời hạn cho một cách nộp mà không nói khi nào dùng dòng nào thì không ai hẹn được."""
    del checkup
    if "channels" not in version.stated:
        return
    seen: set[tuple[str, str | None, str | None]] = set()
    for index, channel in enumerate(version.document.channels):
        identity = (channel.kind.value, channel.case, channel.description)
        if identity in seen:
            yield version.place / "cach_thuc" / index, {"kind": channel.kind.value}
            return
        seen.add(identity)
