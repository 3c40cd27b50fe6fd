# Officers append: the file tells the life in the order in which it was made known.

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tthc_catalog.catalog import ALWAYS
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, LifeStory


@rule(
    id="not-in-order-of-publication",
    scope=Scope.LIFE,
    severity=Severity.WARNING,
    says="Tài liệu này được công bố ngày {day}, trước tài liệu đứng trên nó ({previous}).",
    mend=(
        "Sửa ngày nếu gõ nhầm. Tài liệu bị sót thì thêm ở cuối tệp với `ghi_nhan` là ngày biết đến."
    ),
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 3/QĐ-UBND
ket_qua: Giấy phép mới
---
quyet_dinh: 2/QĐ-UBND
can_cu: 10/2025/NĐ-CP
mo_ta: Cấp cho hộ gia đình
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
mo_ta: Cấp cho hộ gia đình
---
quyet_dinh: 3/QĐ-UBND
ket_qua: Giấy phép mới
""",
    also=("restated-unchanged",),
)
def not_in_order_of_publication(story: LifeStory, checkup: Checkup) -> Hits:
    """Tệp chỉ được nối thêm ở cuối.

    Thứ tự đảo nghĩa là ngày bị gõ nhầm hoặc có ai chèn vào giữa.
    """
    del checkup
    for earlier, later in pairwise(story.versions):
        before, after = earlier.entry, later.entry
        known = before.signed or before.known
        day = after.document.recorded or after.signed or after.known
        if ALWAYS not in {known, day} and day < known and after.corrects is None:
            yield later.place / "quyet_dinh", {"day": say_date(day), "previous": say_date(known)}
