# The paper says one code, the record another; both stay, and somebody should know.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="printed-code-differs",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    says="Văn bản in mã «{printed}», danh mục dùng mã {code}.",
    mend="Nếu văn bản in sai thì chờ quyết định đính chính; nếu chép sai thì bỏ `ma_in`.",
    bad="""
ma_in: "1.00001"
""",
    good="""
ma: "1.000001"
""",
)
def printed_code_differs(version: Version, checkup: Checkup) -> Hits:
    """Mã in sai trên văn bản không được tự sửa; giữ cả hai để ai tra bằng mã in vẫn tìm thấy."""
    del checkup
    printed = version.document.printed_code
    if printed is not None and printed != version.life.code:
        yield version.place / "ma_in", {"printed": printed, "code": version.life.code}
