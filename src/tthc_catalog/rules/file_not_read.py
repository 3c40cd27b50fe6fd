# Only `.yaml` is read. What an editor or a system named otherwise is silently no record at all, and
# nothing else in the catalogue would say so.

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tthc_catalog.finding import FindingKind, Place, Severity
from tthc_catalog.records.registers import AT_ROOT
from tthc_catalog.rules.rule import Hits, Rule, Scope

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup

_TAKEN = "; tên ấy đã có tệp khác, nên so hai tệp rồi giữ một"
_NEARLY = re.compile(r"(?P<stem>.+?)\.ya?ml(?:\.txt)?", re.IGNORECASE)


def _check(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Tệp có đuôi khác `.yaml` không được đọc, nên quyết định hay thủ tục trong đó như chưa nhập.

    Các tệp khác, như bản quét của quyết định, đặt cạnh bản ghi thì không sao.
    """
    del catalogue
    tree = checkup.catalog.tree
    names = set(tree.names()) if tree is not None else set()
    for name in sorted(names):
        nearly = _NEARLY.fullmatch(name)
        expected = f"{nearly['stem']}.yaml" if nearly and not name.endswith(".yaml") else ""
        if expected in AT_ROOT or expected.startswith(("procedures/", "decisions/")):
            yield Place(name), {"expected": expected, "but": _TAKEN if expected in names else ""}


file_not_read = Rule(
    FindingKind(
        "file-not-read",
        Severity.WARNING,
        "Tệp không có đuôi `.yaml` nên không được đọc.",
        "Đổi tên tệp thành `{expected}`{but}.",
        paths=("expected",),
    ),
    Scope.CATALOG,
    _check,
    " ".join((_check.__doc__ or "").split()),
    bad='# life_events.yml\nsinh-con:\n  ten: Sinh con\n  thu_tuc: "1.000001"',
    good='# life_events.yaml\nsinh-con:\n  ten: Sinh con\n  thu_tuc: "1.000001"',
)
