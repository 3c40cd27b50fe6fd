# One text cited twice is one citation too many, or a wrong number.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="duplicate-citation",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    says="Văn bản {number} được viện dẫn hai lần.",
    mend="Gộp lại làm một, hoặc ghi `dieu_khoan` khác nhau cho từng lần.",
    bad="""
can_cu:
  - 10/2025/NĐ-CP
  - 10/2025/NĐ-CP
""",
    good="""
can_cu:
  - so: 10/2025/NĐ-CP
    dieu_khoan: Điều 3
  - so: 10/2025/NĐ-CP
    dieu_khoan: Điều 7
""",
)
def duplicate_citation(version: Version, checkup: Checkup) -> Hits:
    """Viện dẫn hai lần thường là chép thừa, hoặc một trong hai số bị gõ sai."""
    del checkup
    if "legal_basis" not in version.stated:
        return
    seen: set[tuple[str, str | None]] = set()
    for index, citation in enumerate(version.document.legal_basis):
        identity = (citation.label, citation.provision)
        if identity in seen:
            yield version.place / "can_cu" / index, {"number": citation.label}
        seen.add(identity)
