# A row may have a day of its own, but then the annex says so.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="effective-day-differs",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    says="Tài liệu ghi hiệu lực {day}, quyết định {number} ghi {theirs}.",
    mend=(
        "Ngày hiệu lực riêng của một dòng thì ghi `hieu_luc` ở dòng đó trong phụ lục; nếu không, "
        "bỏ ở đây."
    ),
    bad="""
hieu_luc: 2026-03-01
""",
    good="""
quyet_dinh: 1/QĐ-UBND
""",
)
def effective_day_differs(version: Version, checkup: Checkup) -> Hits:
    """Ngày hiệu lực ghi hai nơi khác nhau thì một nơi sai, và người dân theo nhầm quy định."""
    del checkup
    decision, day = version.entry.decision, version.document.effective
    if decision is None or day is None:
        return
    days = {
        row.effective or decision.effective
        for _, _, row in decision.annex.rows()
        if row.identity == version.life.code
    } or {decision.effective}
    if day not in days and None not in days:
        theirs = ", ".join(say_date(each) for each in sorted(d for d in days if d is not None))
        yield version.place / "hieu_luc", {
            "day": say_date(day), "number": decision.number, "theirs": theirs,
        }  # fmt: skip
