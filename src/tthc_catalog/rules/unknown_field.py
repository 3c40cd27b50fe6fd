# A field that is not registered has no name, no list and no page.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import nearest

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="unknown-field",
    scope=Scope.DOCUMENT,
    severity=Severity.ERROR,
    says="Lĩnh vực `{field}` không có trong fields.yaml.",
    mend="{suggestion}",
    bad="""
linh_vuc: linh-vuc-moi
""",
    good="""
linh_vuc: linh-vuc-mau
""",
    also=("misplaced-file",),
)
def unknown_field(version: Version, checkup: Checkup) -> Hits:
    """Danh mục xếp theo lĩnh vực; mã lĩnh vực gõ sai làm thủ tục biến mất khỏi danh sách của nó."""
    fields = checkup.catalog.fields
    field = version.document.field
    if "field" in version.stated and fields and field not in fields:
        likely = nearest(field, fields)
        suggestion = f"Có phải ý là `{likely}`? " if likely else ""
        yield version.place / "linh_vuc", {
            "field": field, "suggestion": f"{suggestion}Lĩnh vực mới thì thêm vào fields.yaml.",
        }  # fmt: skip
