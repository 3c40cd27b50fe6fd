# "How many copies" is asked at every counter.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="papers-without-count",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm d",
    says="{count} giấy tờ không nêu số bản chính hay bản sao, trước hết là «{name}».",
    mend="Thêm `ban_chinh: 1` hoặc `ban_sao: 1` cho từng giấy tờ.",
    bad="""
ho_so:
  - thanh_phan:
      - Đơn đề nghị
    so_bo: 1
""",
    good="""
ho_so:
  - thanh_phan:
      - ten: Đơn đề nghị
        ban_chinh: 1
    so_bo: 1
""",
)
def papers_without_count(version: Version, checkup: Checkup) -> Hits:
    """Điều 8 đòi cả thành phần lẫn số lượng: không có số bản, người nộp phải hỏi lại."""
    del checkup
    if "dossiers" not in version.stated:
        return
    bare = [
        (at, index, paper)
        for at, dossier in enumerate(version.document.dossiers)
        for index, paper in enumerate(dossier.components)
        if not paper.originals and not paper.copies
    ]
    if bare:
        at, index, paper = bare[0]
        place = version.place / "ho_so" / at / "thanh_phan" / index
        yield place, {"count": len(bare), "name": paper.name}
