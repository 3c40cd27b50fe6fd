# Numbers restart every year and in every province, so a number alone may name several decisions.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="decision-not-resolved",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    says="Không biết `quyet_dinh` là quyết định {number} nào: danh mục có {known}.",
    mend="Ghi `ngay` và `co_quan` đúng như bản ghi của quyết định.",
    bad="""
quyet_dinh:
  so: 2/QĐ-UBND
  ngay: 2026-02-06
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  du_dong: không
""",
    good="""
quyet_dinh:
  so: 2/QĐ-UBND
  ngay: 2026-02-05
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  du_dong: không
""",
)
def decision_not_resolved(version: Version, checkup: Checkup) -> Hits:
    """Số quyết định lặp lại mỗi năm và ở mỗi tỉnh.

    Không rõ là quyết định nào thì không rõ ngày hiệu lực.
    """
    reference = version.document.decision
    if reference is None or reference.number is None or version.entry.decision is not None:
        return
    same = checkup.decisions.get(reference.number, [])
    if not same:
        return
    known = "; ".join(
        f"{decision.agency or 'không rõ cơ quan'}, ngày "
        f"{say_date(decision.signed) if decision.signed else 'không rõ'}"
        for decision in same
    )
    yield version.place / "quyet_dinh", {"number": reference.number, "known": known}
