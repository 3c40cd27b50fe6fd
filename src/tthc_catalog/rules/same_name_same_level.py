# One name stands under eleven codes in reality: one at each level is lawful, two at one level are
# not told apart.

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="same-name-same-level",
    scope=Scope.CATALOG,
    severity=Severity.INFO,
    says="Cùng tên, cùng cấp {level} với thủ tục {codes}.",
    mend="Nếu là hai thủ tục thì đề nghị đặt tên phân biệt; nếu là một thì chỉ giữ một mã.",
    bad="""
ten: Cấp giấy phép mẫu
# procedures/linh-vuc-mau/1.000002.yaml
ten: Cấp giấy phép mẫu
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  du_dong: không
""",
    good="""
ten: Cấp giấy phép mẫu
# procedures/linh-vuc-mau/1.000002.yaml
ten: Cấp giấy phép mẫu
cap_thuc_hien: xã
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  du_dong: không
""",
)
def same_name_same_level(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Hai thủ tục trùng tên ở cùng một cấp thì người dân không biết chọn cái nào."""
    del catalogue
    found: dict[tuple[str, str, tuple[str, ...], str | None], list[str]] = defaultdict(list)
    for code, state in checkup.states.items():
        procedure = state.procedure
        name = fold(procedure.name)
        for level in procedure.levels:
            found[name, str(level), procedure.territory, procedure.publisher].append(code)
    for (_, tier, _, _), codes in found.items():
        for code in codes if len(codes) > 1 else ():
            others = ", ".join(other for other in codes if other != code)
            version = checkup.cited_in(checkup.states[code], "name")
            if version is not None:
                yield version.place / "ten", {"level": tier, "codes": others}
