# Who follows "Sinh con" must find every procedure that the register promises.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="unknown-procedure-of-event",
    scope=Scope.CATALOG,
    severity=Severity.ERROR,
    says="Sự kiện “{event}” nêu thủ tục {code} mà danh mục không có.",
    mend="Sửa mã, thêm tệp của thủ tục {code}, hoặc bỏ mã này khỏi sự kiện.",
    bad="""
# life_events.yaml
mo-cua-hang:
  ten: Mở cửa hàng
  thu_tuc: "1.000009"
""",
    good="""
# life_events.yaml
mo-cua-hang:
  ten: Mở cửa hàng
  thu_tuc: "1.000001"
""",
)
def unknown_procedure_of_event(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Trang sự kiện dẫn người dân tới từng thủ tục; mã gõ sai thì thiếu đúng việc phải làm."""
    del catalogue
    for key, event in checkup.catalog.life_events.items():
        for index, code in enumerate(event.procedures):
            if code not in checkup.catalog.lives:
                place = checkup.register("life_events") / key / "thu_tuc" / index
                yield place, {"event": event.name, "code": code}
