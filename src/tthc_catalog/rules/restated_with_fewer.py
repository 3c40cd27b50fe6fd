# A part is replaced whole: who restates one of three channels takes two away.

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.records.parts import Channel, Citation, Dossier, Step
from tthc_catalog.records.procedure import Parts
from tthc_catalog.records.record import alias_of
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.rules.subject import Checkup, Version

_SHOWN = 3
_LONGEST = 60


@rule(
    id="restated-with-fewer",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 15",
    says=(
        "`{part}` nêu lại chỉ còn {after} mục, trước có {before}: từ tài liệu này {count} mục "
        "không còn áp dụng, là {gone}."
    ),
    mend=(
        "Bộ phận nêu lại thay cho toàn bộ nội dung cũ. Quyết định chỉ sửa một mục thì chép lại đủ "
        "các mục còn hiệu lực; nếu đúng là bỏ thì để như vậy."
    ),
    bad="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày làm việc
  - kenh: trực tuyến
    thoi_han: 5 ngày làm việc
---
quyet_dinh: 2/QĐ-UBND
cach_thuc:
  - kenh: trực tuyến
    thoi_han: 3 ngày làm việc
""",
    good="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày làm việc
  - kenh: trực tuyến
    thoi_han: 5 ngày làm việc
---
quyet_dinh: 2/QĐ-UBND
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày làm việc
  - kenh: trực tuyến
    thoi_han: 3 ngày làm việc
""",
)
def restated_with_fewer(version: Version, checkup: Checkup) -> Hits:
    """Chỉ ghi mục được sửa là cách dễ nhất để làm mất các mục còn lại mà không ai hay."""
    del checkup
    if version.first or version.before is None:
        return
    before = version.before.procedure
    for name in version.document.restated:
        old, new = getattr(before, name), getattr(version.document, name)
        if not isinstance(old, tuple) or not isinstance(new, tuple):
            continue
        had, has = list(_names(old)), list(_names(new))
        if len(has) >= len(had):
            continue
        gone = list((Counter(had) - Counter(has)).elements())
        shown = "; ".join(f"«{_short(each)}»" for each in gone[:_SHOWN])
        alias = alias_of(Parts, name)
        yield (
            version.place / alias,
            {
                "count": len(had) - len(has),
                "part": alias,
                "before": len(had),
                "after": len(has),
                "gone": shown + ("…" if len(gone) > _SHOWN else ""),
            },
        )


def _names(items: tuple[object, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Dossier):
            yield from (component.name for component in item.components)
        elif isinstance(item, Channel):
            yield f"{item.kind.value}, {item.case}" if item.case else item.kind.value
        elif isinstance(item, Citation):
            yield item.label
        elif isinstance(item, Step):
            yield item.name or item.text
        elif isinstance(item, str):
            yield str(item)  # the printed word of a closed list, not its English name
        else:
            yield str(getattr(item, "name", item))


def _short(text: str) -> str:
    line = squeeze(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
