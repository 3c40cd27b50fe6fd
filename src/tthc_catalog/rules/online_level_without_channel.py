# The level and the channels are two statements of one thing.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.vocabulary import ChannelKind, OnlineLevel
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="online-level-without-channel",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 224/2026/NĐ-CP, Điều 14",
    says="Mức độ trực tuyến là «{level}» nhưng cách thức thực hiện {channel}.",
    mend="Sửa `muc_do_truc_tuyen` hoặc `cach_thuc` cho khớp nhau.",
    bad="""
muc_do_truc_tuyen: toàn trình
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày
""",
    good="""
muc_do_truc_tuyen: toàn trình
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày
  - kenh: trực tuyến
    thoi_han: 5 ngày
""",
)
def online_level_without_channel(version: Version, checkup: Checkup) -> Hits:
    """Trang hứa nộp trực tuyến mà không có cách thức trực tuyến.

    Hoặc ngược lại, làm người dân đi lầm.
    """
    del checkup
    if not {"online_level", "channels"} & version.stated:
        return
    content = version.content
    if content is None or content.online_level is None or not content.channels:
        return
    online = any(channel.kind is ChannelKind.ONLINE for channel in content.channels)
    if online is not (content.online_level is not OnlineLevel.NONE):
        key = "muc_do_truc_tuyen" if "online_level" in version.stated else "cach_thuc"
        channel = "lại có trực tuyến" if online else "không có trực tuyến"
        yield version.place / key, {"level": content.online_level.value, "channel": channel}
