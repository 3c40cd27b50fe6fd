# A span that ends before it begins never applies at all.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="expires-before-start",
    scope=Scope.DOCUMENT,
    severity=Severity.ERROR,
    says="Áp dụng đến hết {ends} mà bắt đầu từ {day}.",
    mend="Sửa `hieu_luc` hoặc `het_hieu_luc`.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
het_hieu_luc: 2026-01-31
ket_qua: Giấy phép tạm
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
het_hieu_luc: 2026-12-31
ket_qua: Giấy phép tạm
""",
)
def expires_before_start(version: Version, checkup: Checkup) -> Hits:
    """Khoảng thời gian kết thúc trước khi bắt đầu thì không ngày nào áp dụng."""
    del checkup
    ends, day = version.document.expires, version.day
    if ends is not None and day is not None and ends < day:
        yield version.place / "het_hieu_luc", {"ends": say_date(ends), "day": say_date(day)}
