# Agencies are written by id or by any registered name; another spelling is another agency.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="unknown-agency",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    says="Cơ quan «{agency}» không có trong authorities.yaml.",
    mend="{suggestion}Cơ quan mới, hoặc tên khác, thì thêm vào authorities.yaml.",
    bad="""
co_quan:
  thuc_hien: Sở Mẩu
""",
    good="""
co_quan:
  thuc_hien: Sở Mẫu
""",
)
def unknown_agency(version: Version, checkup: Checkup) -> Hits:
    """Một cơ quan viết hai cách thành hai cơ quan: danh sách theo cơ quan và thống kê đều sai."""
    if "agencies" not in version.stated or not checkup.catalog.authorities:
        return
    agencies = version.document.agencies
    for key, names in (
        ("quyet_dinh", agencies.deciding),
        ("thuc_hien", agencies.executing),
        ("uy_quyen", agencies.delegated),
        ("phoi_hop", agencies.coordinating),
    ):
        for index, name in enumerate(names):
            if checkup.agencies.named(name) is None:
                likely = checkup.agencies.likely(name)
                suggestion = f"Có phải ý là «{likely}»? " if likely else ""
                yield (
                    version.place / "co_quan" / key / index,
                    {
                        "agency": name,
                        "suggestion": suggestion,
                    },
                )
