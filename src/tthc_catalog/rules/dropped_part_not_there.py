# What was not there cannot be dropped; perhaps another part was meant.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.procedure import parts_by_key
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="dropped-part-not-there",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    says="`bo` nêu `{key}`, nhưng trước đó thủ tục không có bộ phận này.",
    mend="Xem lại tên khóa; nếu quyết định không bỏ gì thì xóa dòng này.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
bo: yeu_cau_dieu_kien
""",
    good="""
yeu_cau_dieu_kien: Đủ 18 tuổi
---
quyet_dinh: 2/QĐ-UBND
bo: yeu_cau_dieu_kien
""",
)
def dropped_part_not_there(version: Version, checkup: Checkup) -> Hits:
    """Bỏ một điều không có là dấu hiệu nhầm khóa: điều thật sự được bỏ vẫn còn trên trang."""
    del checkup
    dropped = version.document.dropped
    if not dropped or version.before is None:
        return
    names = parts_by_key()
    before = version.before.procedure
    for index, key in enumerate(dropped):
        if not getattr(before, names[key]) and key not in before.unknown:
            yield version.place / "bo" / index, {"key": key}
