# Subjects outside the list are for what the list does not have, not for another spelling.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.vocabulary import Subject
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


_LISTED = {fold(subject.value): subject.value for subject in Subject}


@rule(
    id="subject-in-list",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm e",
    says="«{subject}» ghi ở `doi_tuong_khac` nhưng có trong danh mục đối tượng chung.",
    mend="Chuyển sang `doi_tuong`: {listed}.",
    bad="""
doi_tuong_khac: Hợp Tác Xã
""",
    good="""
doi_tuong:
  - Công dân Việt Nam
  - Hợp tác xã
""",
)
def subject_in_list(version: Version, checkup: Checkup) -> Hits:
    """Đối tượng ghi ngoài danh mục thì tìm theo đối tượng không thấy thủ tục này."""
    del checkup
    for index, subject in enumerate(version.document.other_subjects):
        listed = _LISTED.get(fold(subject))
        if listed is not None:
            yield version.place / "doi_tuong_khac" / index, {"subject": subject, "listed": listed}
