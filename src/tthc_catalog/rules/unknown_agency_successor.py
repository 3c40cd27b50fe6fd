# The register leads from a dissolved agency to its heir.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="unknown-agency-successor",
    scope=Scope.CATALOG,
    severity=Severity.ERROR,
    says="Cơ quan kế thừa `{successor}` không có trong authorities.yaml.",
    mend="Sửa `ke_thua` thành mã hoặc tên của một cơ quan trong tệp.",
    bad="""
# authorities.yaml
so-cu:
  ten: Sở Cũ
  den_ngay: 2025-02-28
  ke_thua: so-moi
""",
    good="""
# authorities.yaml
so-cu:
  ten: Sở Cũ
  den_ngay: 2025-02-28
  ke_thua: so-mau
""",
)
def unknown_agency_successor(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Người tìm cơ quan cũ được dẫn sang cơ quan kế thừa; mã gõ sai thì đường dẫn đứt."""
    del catalogue
    for key, authority in checkup.catalog.authorities.items():
        if authority.successor and checkup.agencies.named(authority.successor) is None:
            yield (
                checkup.register("authorities") / key / "ke_thua",
                {"successor": authority.successor},
            )
