# What could not be typed is kept as printed; this is the list of what still waits for somebody.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="printed-value-kept",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    says="`{key}` giữ nguyên văn «{value}», máy chưa hiểu.",
    mend="Khi xác minh được, ghi giá trị đúng vào khóa `{proper}` bằng một tài liệu mới.",
    bad="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han_in: khoảng một tuần
""",
    good="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 7 ngày
""",
)
def printed_value_kept(version: Version, checkup: Checkup) -> Hits:
    """Nguyên văn thì không mất, nhưng không so sánh, không tìm, không tính được.

    Danh sách này là việc còn lại.
    """
    del checkup
    document = version.document
    if document.decision is not None and document.decision.number is None:
        says = {"key": "so_in", "value": document.decision.printed, "proper": "so"}
        yield version.place / "quyet_dinh" / "so_in", says
    if "channels" in version.stated:
        for index, channel in enumerate(document.channels):
            place = version.place / "cach_thuc" / index
            if channel.printed_time_limit:
                says = {
                    "key": "thoi_han_in",
                    "value": channel.printed_time_limit,
                    "proper": "thoi_han",
                }
                yield place / "thoi_han_in", says
            for printed in channel.printed_fees:
                says = {"key": "phi_le_phi_in", "value": printed, "proper": "phi_le_phi"}
                yield place / "phi_le_phi_in", says
    if "legal_basis" in version.stated:
        for index, citation in enumerate(document.legal_basis):
            if citation.printed:
                says = {"key": "so_in", "value": citation.printed, "proper": "so"}
                yield version.place / "can_cu" / index / "so_in", says
