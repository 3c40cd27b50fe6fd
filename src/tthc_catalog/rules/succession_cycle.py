# If A gave way to B and B to A, nothing is in force and no page leads out.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Place, Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="succession-cycle",
    scope=Scope.CATALOG,
    severity=Severity.ERROR,
    says="Các thủ tục kế tục nhau thành vòng: {ring}.",
    mend="Sửa mã ở một trong các thủ tục; thủ tục giữ mã cũ thì `thay_the` nêu chính mã của nó.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
thay_the_boi: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
ten: Cấp giấy phép khác
---
quyet_dinh: 3/QĐ-UBND
thay_the_boi: "1.000001"
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
    also=("one-sided-succession",),
)
def succession_cycle(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Đi theo đường dẫn từ thủ tục cũ phải tới được thủ tục đang có hiệu lực."""
    del catalogue
    onward = checkup.onward
    told: set[frozenset[str]] = set()
    for start in onward:
        path, code = [start], start
        # A chain is followed through its first heirs; every ring contains such a chain of its own.
        while (following := onward.get(code)) and following[0] not in path:
            code = following[0]
            path.append(code)
        if following and (ring := path[path.index(following[0]) :]) and frozenset(ring) not in told:
            told.add(frozenset(ring))
            ring = ring[ring.index(min(ring)) :] + ring[: ring.index(min(ring))]
            place = Place(checkup.catalog.lives[ring[0]].file)
            yield place, {"ring": " → ".join([*ring, ring[0]])}
