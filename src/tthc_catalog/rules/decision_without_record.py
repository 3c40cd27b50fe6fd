# The procedure names a decision; its annex would let the two be held against each other.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="decision-without-record",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Danh mục chưa có bản ghi của quyết định {number}.",
    mend="Thêm tệp trong `decisions/` với ngày ký, ngày hiệu lực và phụ lục của quyết định.",
    bad="""
# procedures/linh-vuc-mau/1.000001.yaml
quyet_dinh: 30/QĐ-UBND
hieu_luc: 2026-02-01
""",
    good="""
quyet_dinh: 1/QĐ-UBND
""",
)
def decision_without_record(version: Version, checkup: Checkup) -> Hits:
    """Có bản ghi quyết định mới đối chiếu được điều công bố với điều thay đổi.

    Và mới biết chắc ngày hiệu lực.
    """
    reference = version.document.decision
    if reference is None or reference.number is None or version.document.recorded is not None:
        return
    if (version.life.code, version.entry.index) in checkup.mistaken_numbers:
        return  # a slip, and told by a rule of its own
    if reference.number not in checkup.decisions:
        yield version.place / "quyet_dinh", {"number": reference.number}
