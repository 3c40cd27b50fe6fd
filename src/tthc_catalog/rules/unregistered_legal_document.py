# Only a registered text can tell that it has been repealed.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="unregistered-legal-document",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    says="Văn bản {number} không có trong legal_documents.yaml.",
    mend="Thêm một mục `{number}:` với tên, ngày ban hành, ngày có hiệu lực.",
    bad="""
can_cu:
  - 10/2025/NĐ-CP
  - 11/2025/NĐ-CP
""",
    good="""
can_cu:
  - 10/2025/NĐ-CP
""",
)
def unregistered_legal_document(version: Version, checkup: Checkup) -> Hits:
    """Văn bản chưa đăng ký thì khi nó hết hiệu lực không ai được báo là thủ tục còn viện dẫn nó."""
    if "legal_basis" not in version.stated or not checkup.catalog.legal_documents:
        return
    for index, citation in enumerate(version.document.legal_basis):
        if citation.number and checkup.legal_document(citation.number) is None:
            yield version.place / "can_cu" / index, {"number": citation.number}
