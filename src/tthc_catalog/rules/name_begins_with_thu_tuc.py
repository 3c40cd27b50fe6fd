# "Thủ tục …" before every name sorts the whole catalogue under T.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="name-begins-with-thu-tuc",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    says="Tên thủ tục bắt đầu bằng «Thủ tục».",
    mend="Khi công bố lại, bỏ hai chữ đầu; đến lúc đó giữ như văn bản in.",
    bad="""
ten: Thủ tục cấp giấy phép mẫu
""",
    good="""
ten: Cấp giấy phép mẫu
""",
)
def name_begins_with_thu_tuc(version: Version, checkup: Checkup) -> Hits:
    """Mọi mục của danh mục đều là thủ tục; hai chữ đầu làm tên dài ra và xếp tất cả vào vần T."""
    del checkup
    if "name" in version.stated and version.document.name[:7].lower() == "thủ tục":
        yield version.place / "ten", {}
