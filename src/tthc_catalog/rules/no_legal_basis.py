# A procedure rests on a legal text, or it may not be asked of anybody.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="no-legal-basis",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Thủ tục không nêu căn cứ pháp lý.",
    mend="Thêm `can_cu:` với số, ký hiệu văn bản; nguồn không nêu thì ghi `can_cu` vào `chua_ro`.",
    bad="""
# không có: can_cu
""",
    good="""
can_cu: 10/2025/NĐ-CP
""",
)
def no_legal_basis(version: Version, checkup: Checkup) -> Hits:
    """Quyết định công bố phải nêu văn bản quy định thủ tục.

    Thiếu nó thì không kiểm tra được nội dung.
    """
    del checkup
    if version.lacks("legal_basis", "can_cu"):
        yield version.place, {}
