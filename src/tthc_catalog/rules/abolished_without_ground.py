# Whoever reads that a procedure is gone must be able to read which text ended it.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="abolished-without-ground",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Bãi bỏ mà không nêu văn bản làm căn cứ.",
    mend="Thêm `can_cu:` dưới `bai_bo`; nguồn không chép văn bản thì ghi `can_cu` vào `chua_ro`.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
bai_bo: Không còn phù hợp
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
""",
)
def abolished_without_ground(version: Version, checkup: Checkup) -> Hits:
    """Quyết định công bố bãi bỏ phải nêu văn bản bãi bỏ.

    Trang của thủ tục cũ chỉ có ích khi dẫn tới văn bản ấy.
    """
    del checkup
    ending = version.document.abolished
    if ending is not None and not ending.legal_basis and "can_cu" not in version.document.unknown:
        yield version.place / "bai_bo", {}
