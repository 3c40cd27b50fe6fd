# The annex prints a time limit of its own; whoever copies the content may mistype it, and so may
# whoever signs.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="row-part-differs",
    scope=Scope.DECISION,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="{title}: phụ lục in «{printed}» cho {code}, tài liệu của thủ tục ghi «{stated}».",
    mend=(
        "Xem lại bản giấy, sửa chỗ chép nhầm: `{key}` của dòng này hoặc tài liệu của thủ tục; nếu "
        "văn bản in như thế thì chấp nhận kèm lý do."
    ),
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 2 ngày làm việc
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi:
    - ma: "1.000001"
      thoi_han: 3 ngày làm việc
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 2 ngày làm việc
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi:
    - ma: "1.000001"
      thoi_han: 2 ngày làm việc
""",
)
def row_part_differs(publication: Publication, checkup: Checkup) -> Hits:
    """Dòng phụ lục nêu thời hạn, lĩnh vực, căn cứ thì nội dung công bố kèm theo phải nêu đúng thế.

    Khác nhau thì người dân được hẹn sai ngày, hoặc theo bản này, hoặc theo bản kia.
    """
    del checkup
    for match in publication.rows:
        for each in match.differences:
            yield publication.at(match) / each.key, {
                "title": each.title, "printed": each.printed, "code": match.row.identity,
                "stated": each.stated, "key": each.key,
            }  # fmt: skip
