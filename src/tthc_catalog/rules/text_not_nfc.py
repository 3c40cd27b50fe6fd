# Two Unicode forms of one word look alike and are found by different searches.

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tthc_catalog.finding import Place, Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="text-not-nfc",
    scope=Scope.CATALOG,
    severity=Severity.INFO,
    says="{count} dòng viết chữ có dấu ở dạng tổ hợp, không phải dạng dựng sẵn (NFC).",
    mend="Đặt bộ gõ ở «Unicode dựng sẵn» rồi gõ lại; nội dung không đổi nên dấu vân tay không đổi.",
    bad="""
ten: Cấp giấy phép mâ\u0303u
""",
    good="""
ten: Cấp giấy phép mẫu
""",
)
def text_not_nfc(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Chữ «ẫ» gõ bằng hai ký tự trông giống hệt chữ một ký tự.

    Nhưng chương trình khác tìm không ra.
    """
    del catalogue
    tree = checkup.catalog.tree
    for name in tree.names(".yaml") if tree is not None else ():
        text = tree.read(name).decode(errors="replace") if tree is not None else ""
        if unicodedata.is_normalized("NFC", text):
            continue
        lines = text.splitlines()
        odd = [
            index for index, line in enumerate(lines) if not unicodedata.is_normalized("NFC", line)
        ]
        if odd:
            yield Place(name, line=odd[0] + 1, column=1), {"count": len(odd)}
