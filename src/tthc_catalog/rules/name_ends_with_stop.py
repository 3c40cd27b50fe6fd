# A name is no sentence; a stop at its end breaks every comparison by eye.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="name-ends-with-stop",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    says="Tên thủ tục kết thúc bằng «{mark}».",
    mend="Bỏ dấu ở cuối tên, trừ khi văn bản in đúng như thế.",
    bad="""
ten: Cấp giấy phép mẫu.
""",
    good="""
ten: Cấp giấy phép mẫu
""",
)
def name_ends_with_stop(version: Version, checkup: Checkup) -> Hits:
    """Tên không phải là câu. Dấu thừa làm hai tên giống nhau trông như khác nhau."""
    del checkup
    if "name" in version.stated and version.document.name.endswith((".", ";", ",", ":")):
        yield version.place / "ten", {"mark": version.document.name[-1]}
