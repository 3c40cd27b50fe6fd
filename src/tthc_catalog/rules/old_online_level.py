# The four old levels gave way to two; they stay readable in versions of their time.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.vocabulary import OnlineLevel
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


_OLD = {OnlineLevel.LEVEL_1, OnlineLevel.LEVEL_2, OnlineLevel.LEVEL_3, OnlineLevel.LEVEL_4}
_LAST_YEAR = 2022


@rule(
    id="old-online-level",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 42/2022/NĐ-CP; Nghị định 224/2026/NĐ-CP, Điều 14",
    says="«{level}» là cách phân mức cũ, nội dung này có hiệu lực từ {day}.",
    mend="Ghi `toàn trình` hoặc `một phần`.",
    bad="""
muc_do_truc_tuyen: mức độ 4
cach_thuc:
  - kenh: trực tuyến
    thoi_han: 5 ngày
""",
    good="""
muc_do_truc_tuyen: toàn trình
cach_thuc:
  - kenh: trực tuyến
    thoi_han: 5 ngày
""",
)
def old_online_level(version: Version, checkup: Checkup) -> Hits:
    """Bốn mức độ cũ đã được thay bằng hai mức từ năm 2022; bản của thời trước giữ như đã in."""
    del checkup
    level, day = version.document.online_level, version.day
    if level in _OLD and day is not None and day.year > _LAST_YEAR:
        yield version.place / "muc_do_truc_tuyen", {"level": level.value, "day": say_date(day)}
