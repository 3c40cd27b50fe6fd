# The same paper twice in one dossier is a slip of copying.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import nfc

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="paper-listed-twice",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm d",
    says="Giấy tờ «{name}» có hai dòng trong cùng một bộ hồ sơ.",
    mend="Bỏ một dòng, hoặc tách thành hai trường hợp hồ sơ bằng `truong_hop`.",
    bad="""
ho_so:
  - thanh_phan:
      - ten: Đơn đề nghị
        ban_chinh: 1
      - ten: Đơn đề  nghị
        ban_chinh: 1
""",
    good="""
ho_so:
  - thanh_phan:
      - ten: Đơn đề nghị
        ban_chinh: 1
""",
)
def paper_listed_twice(version: Version, checkup: Checkup) -> Hits:
    """Một giấy tờ ghi hai lần làm người dân chuẩn bị thừa, và khi sửa đổi dễ sửa một bỏ một."""
    del checkup
    if "dossiers" not in version.stated:
        return
    for at, dossier in enumerate(version.document.dossiers):
        seen: set[str] = set()
        for index, paper in enumerate(dossier.components):
            name = "".join(nfc(paper.name).split()).lower()
            if name in seen:
                yield version.place / "ho_so" / at / "thanh_phan" / index, {"name": paper.name}
            seen.add(name)
