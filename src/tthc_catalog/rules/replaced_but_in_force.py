# Two pages for one matter, both in force: a citizen may follow either.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="replaced-but-in-force",
    scope=Scope.CATALOG,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="`{key}` nêu {code}, nhưng {code} vẫn có hiệu lực bên cạnh {own}.",
    mend=(
        'Thêm vào tệp của {code} một tài liệu theo cùng quyết định với `{mirror}: "{own}"`; '
        "nếu thủ tục cũ không hết hiệu lực thì bỏ `{key}` ở đây."
    ),
    bad="""
ten: Cấp giấy phép mẫu
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
thay_the: "1.000001"
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
def replaced_but_in_force(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Thủ tục cũ không được kết thúc thì người dân thấy cả hai và có thể nộp theo bản cũ."""
    del catalogue
    for link in checkup.links:
        if link in checkup.not_ended:
            says = {"key": link.key, "code": link.target, "own": link.source, "mirror": link.mirror}
            yield link.place, says
