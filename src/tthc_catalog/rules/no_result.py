# A procedure that ends in nothing is not one.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="no-result",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h",
    says="Thủ tục không nêu kết quả thực hiện.",
    mend=(
        "Thêm `ket_qua:` (giấy phép, chứng chỉ, quyết định …); nguồn không nêu thì ghi `ket_qua` "
        "vào `chua_ro`."
    ),
    bad="""
# không có: ket_qua
""",
    good="""
ket_qua: Giấy phép
""",
)
def no_result(version: Version, checkup: Checkup) -> Hits:
    """Người dân làm thủ tục để nhận một kết quả; không nêu thì họ không biết mình sẽ được gì."""
    del checkup
    if version.lacks("results", "ket_qua"):
        yield version.place, {}
