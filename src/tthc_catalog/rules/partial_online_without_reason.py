# Full online service is the default of the law; whatever falls short must say why.

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.vocabulary import OnlineLevel
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


_SINCE = date(2026, 7, 1)


@rule(
    id="partial-online-without-reason",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 224/2026/NĐ-CP, Điều 14",
    says="Dịch vụ trực tuyến một phần mà không nêu lý do.",
    mend="Thêm `ly_do_mot_phan:` (phải có mặt, kiểm tra thực địa, lỗi kỹ thuật …).",
    bad="""
quyet_dinh: 7/QĐ-UBND
muc_do_truc_tuyen: một phần
cach_thuc:
  - kenh: trực tuyến
    thoi_han: 5 ngày
""",
    good="""
quyet_dinh: 7/QĐ-UBND
muc_do_truc_tuyen: một phần
ly_do_mot_phan: Phải kiểm tra thực địa
cach_thuc:
  - kenh: trực tuyến
    thoi_han: 5 ngày
""",
)
def partial_online_without_reason(version: Version, checkup: Checkup) -> Hits:
    """Toàn trình là mặc định; dịch vụ chỉ trực tuyến một phần thì phải công khai lý do."""
    del checkup
    document, day = version.document, version.day
    if document.online_level is not OnlineLevel.PARTIAL or day is None or day < _SINCE:
        return
    if version.content is None or version.content.partial_reason is None:
        yield version.place / "muc_do_truc_tuyen", {}
