# What to bring is the first question of every applicant.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="dossier-without-papers",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm d",
    says="Hồ sơ{case} không liệt kê giấy tờ nào.",
    mend="Ghi từng giấy tờ dưới `thanh_phan`; nguồn không nêu thì ghi `ho_so` vào `chua_ro`.",
    bad="""
ho_so:
  - truong_hop: Cấp lại
    so_bo: 1
""",
    good="""
ho_so:
  - truong_hop: Cấp lại
    thanh_phan:
      - ten: Đơn đề nghị
        ban_chinh: 1
    so_bo: 1
""",
)
def dossier_without_papers(version: Version, checkup: Checkup) -> Hits:
    """Thành phần hồ sơ là bộ phận bắt buộc. Người dân cần biết mang theo những giấy tờ gì."""
    del checkup
    if "dossiers" not in version.stated:
        return
    for index, dossier in enumerate(version.document.dossiers):
        if not dossier.components:
            case = f" trường hợp «{dossier.case}»" if dossier.case else ""
            yield version.place / "ho_so" / index, {"case": case}
