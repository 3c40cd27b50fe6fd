# The district level ended on a known day; old versions keep it, new ones cannot have it.

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.vocabulary import Level
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


_ENDED = date(2025, 7, 1)


@rule(
    id="district-level-after-its-end",
    scope=Scope.DOCUMENT,
    severity=Severity.ERROR,
    law="Luật Tổ chức chính quyền địa phương 72/2025/QH15",
    says="Ghi cấp huyện cho nội dung có hiệu lực từ {day}, khi không còn cấp huyện.",
    mend="Từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã: ghi cấp mà thẩm quyền được chuyển đến.",
    bad="""
cap_thuc_hien:
  - tỉnh
  - huyện
""",
    good="""
cap_thuc_hien:
  - tỉnh
  - xã
""",
)
def district_level_after_its_end(version: Version, checkup: Checkup) -> Hits:
    """Chính quyền hai cấp từ 01/7/2025.

    Bản cũ giữ cấp huyện như đã in, bản mới thì không thể có.
    """
    del checkup
    day = version.day
    if day is None or day < _ENDED or "levels" not in version.stated:
        return
    if Level.DISTRICT in version.document.levels:
        yield version.place / "cap_thuc_hien", {"day": say_date(day)}
