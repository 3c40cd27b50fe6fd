# One side says replaced, the other merged: the paper can have said only one of the two.

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="succession-kinds-differ",
    scope=Scope.CATALOG,
    severity=Severity.WARNING,
    says="`{key}` nêu {code}, nhưng {code} nêu lại bằng `{theirs}`.",
    mend="Ghi cùng một quan hệ ở hai bên: `{key}` ở đây thì `{mirror}` ở bên kia.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
thay_the_boi: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
hop_nhat_tu: "1.000001"
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
hop_nhat_vao: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
hop_nhat_tu: "1.000001"
""",
)
def succession_kinds_differ(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Thay thế, hợp nhất, tách, chuyển cấp là bốn việc khác nhau trong thống kê và trên trang."""
    del catalogue
    theirs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in checkup.links:
        if not link.forward:
            theirs[link.source, link.target].add(link.key)
    for link in checkup.links:
        keys = theirs.get((link.target, link.source), set())
        if link.forward and keys and link.mirror not in keys and link.source != link.target:
            says = {
                "key": link.key,
                "code": link.target,
                "mirror": link.mirror,
                "theirs": min(keys),
            }
            yield link.place, says
