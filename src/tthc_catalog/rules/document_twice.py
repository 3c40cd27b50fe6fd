# Whoever pastes twice, or merges two branches that both appended, leaves the same document twice.
# Nothing changes by it, so nothing else would tell.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, LifeStory


@rule(
    id="document-twice",
    scope=Scope.LIFE,
    severity=Severity.WARNING,
    says="Tài liệu này giống hệt tài liệu thứ {position} của tệp.",
    mend="Xóa tài liệu này nếu chưa ghi sổ; đã ghi sổ thì chấp nhận kèm lý do.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
""",
    also=("restated-unchanged",),
)
def document_twice(story: LifeStory, checkup: Checkup) -> Hits:
    """Một tài liệu chép hai lần làm lịch sử của thủ tục kể hai lần một việc."""
    del checkup
    seen: dict[str, list[int]] = {}
    for version in story.versions[1:]:
        earlier = seen.setdefault(version.entry.label, [])
        for index in earlier:
            if story.versions[index].document == version.document:
                yield version.place, {"position": index + 1}
                break
        earlier.append(version.entry.index)
