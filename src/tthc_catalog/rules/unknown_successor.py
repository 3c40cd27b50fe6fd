# The page of a replaced procedure leads to what replaces it, or into the void.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="unknown-successor",
    scope=Scope.CATALOG,
    severity=Severity.ERROR,
    says="Danh mục không có thủ tục {code} mà `{key}` nêu.",
    mend="Sửa mã, hoặc thêm tệp của thủ tục {code}.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
thay_the_boi: "1.000009"
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
thay_the_boi: "1.000009"
# procedures/linh-vuc-mau/1.000009.yaml
quyet_dinh: 2/QĐ-UBND
thay_the: "1.000001"
""",
)
def unknown_successor(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Người tìm thủ tục cũ được dẫn sang thủ tục mới; mã gõ sai thì đường dẫn đứt."""
    del catalogue
    if not checkup.whole:
        return
    for link in checkup.links:
        if link.target not in checkup.catalog.lives:
            yield link.place, {"code": link.target, "key": link.key}
