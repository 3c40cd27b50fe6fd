# One code twice under one heading counts twice in every total.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="row-twice",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    says="Mã {code} có hai dòng cùng loại, cùng cấp trong phụ lục.",
    mend=(
        "Bỏ một dòng; nếu văn bản in hai lần thì ghi `cap` của từng dòng hoặc chấp nhận kèm lý do."
    ),
    bad="""
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
    - ma: "1.000001"
""",
    good="""
cap_thuc_hien:
  - tỉnh
  - xã
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
      cap: tỉnh
    - ma: "1.000001"
      cap: xã
""",
)
def row_twice(publication: Publication, checkup: Checkup) -> Hits:
    """Một thủ tục đếm hai lần làm sai mọi tổng số của quyết định."""
    del checkup
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for match in publication.rows:
        if match.row.identity is None:
            continue
        identity = (match.heading, match.row.identity, tuple(sorted(match.row.levels)))
        if identity in seen:
            yield publication.at(match), {"code": match.row.identity}
        seen.add(identity)
