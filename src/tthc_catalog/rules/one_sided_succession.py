# Both pages should say it; one side alone may be a code typed wrong.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="one-sided-succession",
    scope=Scope.CATALOG,
    severity=Severity.INFO,
    says="Chỉ một bên nêu quan hệ: `{key}` nêu {code}, mà {code} không nêu lại {own}.",
    mend='Thêm `{mirror}: "{own}"` vào tài liệu của {code} theo cùng quyết định.',
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
thay_the_boi: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
thay_the_boi: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
thay_the: "1.000001"
""",
)
def one_sided_succession(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Hai trang phải dẫn tới nhau. Chỉ một bên nêu thì hoặc thiếu, hoặc gõ nhầm mã."""
    del catalogue
    mirrored = {(link.target, link.source, not link.forward) for link in checkup.links}
    for link in checkup.links:
        if link.target == link.source or link.target not in checkup.catalog.lives:
            continue
        if link in checkup.not_ended:
            continue  # worse than one-sided, and told by a rule of its own
        if (link.source, link.target, link.forward) not in mirrored:
            says = {"key": link.key, "code": link.target, "own": link.source, "mirror": link.mirror}
            yield link.place, says
