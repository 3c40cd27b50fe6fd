# A live page that leads to a dead one sends people to a counter that is closed.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.catalog import Status
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.rules.subject import say_since

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="ended-still-related",
    scope=Scope.CATALOG,
    severity=Severity.WARNING,
    says="`lien_quan` nêu {code}, thủ tục {status} từ {since}.",
    mend="Khi công bố lại, bỏ hoặc thay bằng thủ tục kế tục{successors}.",
    bad="""
lien_quan: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
ten: Cấp giấy phép khác
---
quyet_dinh: 2/QĐ-UBND
bai_bo:
  can_cu: 10/2025/NĐ-CP
""",
    good="""
lien_quan: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
ten: Cấp giấy phép khác
""",
)
def ended_still_related(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Trang đang dùng mà dẫn tới thủ tục đã bãi bỏ thì đưa người dân tới quầy đã đóng."""
    del catalogue
    for code, state in checkup.states.items():
        if not state.procedure.related:
            continue
        version = checkup.cited_in(state, "related")
        for index, related in enumerate(state.procedure.related):
            life = checkup.catalog.lives.get(related)
            if life is None or related in checkup.states or version is None or related == code:
                continue
            ended = life.on(checkup.today)
            if ended is not None and ended.status is not Status.FUTURE:
                yield (
                    version.place / "lien_quan" / index,
                    {
                        "code": related,
                        "status": ended.status.value,
                        "since": say_since(ended.since),
                        "successors": f" {', '.join(ended.successors)}" if ended.successors else "",
                    },
                )
