# The name on the paper is not the name in the catalogue: a rename, a slip, or the wrong code.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.words import content_of_text
from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Publication


@rule(
    id="row-name-differs",
    scope=Scope.DECISION,
    severity=Severity.INFO,
    says="Phụ lục in tên «{printed}», danh mục ghi «{name}» cho {code}.",
    mend=(
        "Văn bản đổi tên thì ghi `ten` vào tài liệu của thủ tục; in rút gọn thì dùng `ten_rut_gon`."
    ),
    bad="""
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
      ten: Cấp giấy phép kiểu
""",
    good="""
# decisions/2026/1-QD-UBND.yaml
phu_luc:
  moi:
    - ma: "1.000001"
      ten: Cấp giấy phép mẫu
""",
)
def row_name_differs(publication: Publication, checkup: Checkup) -> Hits:
    """Tên khác nhau là dấu hiệu sớm nhất của mã chép nhầm dòng.

    Hoặc của một lần đổi tên bị bỏ sót.
    """
    del checkup
    for match in publication.rows:
        name, change = match.row.name, match.change
        if name is None or change is None or match.heading == "replaced":
            continue
        states = [state for state in (change.after, change.before) if state is not None]
        known = {_bare(state.procedure.name) for state in states}
        if known and _bare(name) not in known:
            yield publication.at(match), {
                "printed": name, "name": states[0].procedure.name, "code": match.row.identity,
            }  # fmt: skip


def _bare(name: str) -> str:
    return content_of_text(name).lower().removeprefix("thủtục").rstrip(".")
