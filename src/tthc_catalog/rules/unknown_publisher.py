# The agency that signs is the first thing by which decisions of one number are told apart.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="unknown-publisher",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    says="Cơ quan ban hành «{agency}» không có trong authorities.yaml.",
    mend="{suggestion}Cơ quan mới, hoặc tên khác, thì thêm vào authorities.yaml.",
    bad="""
# decisions/2026/1-QD-UBND.yaml
co_quan: UBND tĩnh
""",
    good="""
# decisions/2026/1-QD-UBND.yaml
co_quan: UBND tỉnh
""",
)
def unknown_publisher(publication: Publication, checkup: Checkup) -> Hits:
    """Nhiều tỉnh có quyết định cùng số.

    Chỉ tên cơ quan phân biệt được, nên tên phải viết một cách.
    """
    agency = publication.decision.agency
    if (
        agency is None
        or not checkup.catalog.authorities
        or checkup.agencies.named(agency) is not None
    ):
        return
    likely = checkup.agencies.likely(agency)
    suggestion = f"Có phải ý là «{likely}»? " if likely else ""
    yield publication.place / "co_quan", {"agency": agency, "suggestion": suggestion}
