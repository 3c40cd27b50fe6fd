# A sample may name codes that it does not hold, so a code typed wrong would pass unseen there.

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tthc_catalog.rules.subject import Checkup, Publication

_ALIKE = 0.8


@rule(
    id="row-code-one-digit-off",
    scope=Scope.DECISION,
    severity=Severity.INFO,
    says="Phụ lục nêu mã {code}, danh mục không có; chỉ khác một chữ số với {near} ({name}).",
    mend="So lại với bản giấy; nếu gõ nhầm thì sửa thành {near}, nếu đúng thì để như vậy.",
    bad="""
# catalog.yaml
pham_vi: mẫu
# procedures/linh-vuc-mau/1.000001.yaml
ten: Cấp giấy phép mẫu
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000007"
      ten: Cấp giấy phép mẫu
""",
    good="""
# catalog.yaml
pham_vi: mẫu
# procedures/linh-vuc-mau/1.000001.yaml
ten: Cấp giấy phép mẫu
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000077"
      ten: Cấp giấy phép khác
""",
)
def row_code_one_digit_off(publication: Publication, checkup: Checkup) -> Hits:
    """Danh mục mẫu không báo mã lạ, nên mã gõ nhầm một chữ số lọt qua mà không ai thấy."""
    if checkup.whole:
        return
    for match in publication.rows:
        code = match.row.identity
        if match.verdict is not Verdict.UNKNOWN or code is None:
            continue
        # A procedure that the decision changes and no row names is likely the one that is meant.
        unnamed = {change.code for change in publication.reconciliation.computed_only}
        for near, name in _near(code, fold(match.row.name or ""), checkup, unnamed):
            yield publication.at(match), {"code": code, "near": near, "name": name}
            break


def _near(
    code: str, printed: str, checkup: Checkup, likely: Collection[str]
) -> Iterator[tuple[str, str]]:
    for at, digit in enumerate(code):
        for other in "0123456789" if digit.isdigit() else "":
            near = f"{code[:at]}{other}{code[at + 1 :]}"
            life = checkup.catalog.lives.get(near)
            if life is None or not life.states:
                continue
            # Codes are given in a row, so neighbours are common: something else must speak for it.
            names = [state.procedure.name for state in life.states]
            alike = (difflib.SequenceMatcher(None, printed, fold(name)).ratio() for name in names)
            if near in likely or max(alike) >= _ALIKE:
                yield near, names[-1]
