# An amendment restates what it changes and nothing else.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.words import content
from tthc_catalog.finding import Severity
from tthc_catalog.records.procedure import Parts
from tthc_catalog.records.record import alias_of
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="restated-unchanged",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says="Chép lại {parts} mà nội dung không đổi.",
    mend="Bỏ phần không đổi: tài liệu sau chỉ ghi bộ phận mà quyết định sửa.",
    bad="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
cap_thuc_hien: tỉnh
""",
    good="""
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
""",
)
def restated_unchanged(version: Version, checkup: Checkup) -> Hits:
    """Quyết định sửa đổi phải nêu rõ bộ phận được sửa.

    Phần chép thừa che mất điều thật sự thay đổi.
    """
    del checkup
    if version.first or not version.document.restated or version.before is None:
        return
    before = version.before.procedure
    same = [
        name
        for name in version.document.restated
        if name in before.model_fields_set
        and (alias_of(Parts, name) not in before.unknown)
        and content(getattr(version.document, name)) == content(getattr(before, name))
    ]
    if same:
        parts = ", ".join(f"`{alias_of(Parts, name)}`" for name in same)
        yield version.place / alias_of(Parts, same[0]), {"parts": parts}
