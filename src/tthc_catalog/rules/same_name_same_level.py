# One name stands under eleven codes in reality: one at each level is lawful, two at one level are
# not told apart.

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tthc_catalog.catalog import State
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
    told: set[tuple[str, str, str]] = set()
    for states in checkup.states_from_now_on:
        for code, tier, others in _alike(states):
            version = checkup.cited_in(states[code], "name")
            if version is not None and (code, tier, others) not in told:
                told.add((code, tier, others))
                yield version.place / "ten", {"level": tier, "codes": others}


def _alike(states: Mapping[str, State]) -> Iterator[tuple[str, str, str]]:
    found: dict[tuple[str, str, tuple[str, ...], str | None], list[str]] = defaultdict(list)
    for code, state in states.items():
        procedure = state.procedure
        name = fold(procedure.name)
        for level in procedure.levels:
            found[name, str(level), procedure.territory, procedure.publisher].append(code)
    for (_, tier, _, _), codes in found.items():
        for code in codes if len(codes) > 1 else ():
            yield code, tier, ", ".join(other for other in codes if other != code)
