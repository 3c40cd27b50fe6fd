# Somebody must answer for the procedure.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="no-agency",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm g",
    says="`co_quan` không nêu cơ quan nào quyết định, được ủy quyền hay trực tiếp thực hiện.",
    mend=(
        "Thêm `quyet_dinh:` hoặc `thuc_hien:`; cơ quan phối hợp không thay được cơ quan giải quyết."
    ),
    bad="""
co_quan:
  phoi_hop: Sở Mẫu
""",
    good="""
co_quan:
  thuc_hien: Sở Mẫu
""",
)
def no_agency(version: Version, checkup: Checkup) -> Hits:
    """Cơ quan giải quyết là bộ phận bắt buộc: người dân phải biết ai chịu trách nhiệm."""
    del checkup
    if "agencies" not in version.stated:
        return
    agencies = version.document.agencies
    if not (agencies.deciding or agencies.executing or agencies.delegated):
        yield version.place / "co_quan", {}
