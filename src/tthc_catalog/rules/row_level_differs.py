# The annex groups by level; a row under the wrong one misleads a whole tier of offices.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="row-level-differs",
    scope=Scope.DECISION,
    severity=Severity.INFO,
    says="Phụ lục in cấp {printed} cho {code}, danh mục ghi cấp {levels}.",
    mend=(
        "Sửa `cap` của dòng nếu chép nhầm; nếu thẩm quyền thay đổi thì ghi `cap_thuc_hien` ở thủ "
        "tục."
    ),
    bad="""
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
      cap: xã
""",
    good="""
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
      cap: tỉnh
""",
)
def row_level_differs(publication: Publication, checkup: Checkup) -> Hits:
    """Phụ lục chia theo cấp: đặt sai cấp thì cả một cấp chính quyền không biết mình phải làm."""
    del checkup
    for match in publication.rows:
        change = match.change
        if not match.row.levels or change is None:
            continue
        states = [state for state in (change.after, change.before) if state is not None]
        levels = {level.value for state in states for level in state.procedure.levels}
        levels |= set(change.ended_levels)
        printed = [level.value for level in match.row.levels]
        if levels and not levels >= set(printed):
            yield (
                publication.at(match),
                {
                    "printed": ", ".join(printed),
                    "code": match.row.identity,
                    "levels": ", ".join(sorted(levels)),
                },
            )
