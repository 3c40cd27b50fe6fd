# A day of return that falls into a year without holidays is an estimate.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Place, Severity
from tthc_catalog.rules.rule import Hits, Scope, rule

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup


@rule(
    id="calendar-year-missing",
    scope=Scope.CATALOG,
    severity=Severity.WARNING,
    law="Bộ luật Lao động 45/2019/QH14, Điều 112",
    says="Lịch làm việc chưa có năm {year}; hạn giải quyết rơi vào năm đó chỉ là ước tính.",
    mend="Thêm ngày nghỉ và ngày làm bù của năm {year} vào working_calendar.yaml kèm nguồn.",
    bad="""
# working_calendar.yaml
2025:
  nguon: Thông báo về lịch nghỉ
  nghi:
    - tu: 2025-01-01
      ten: Tết Dương lịch
""",
    good="""
# working_calendar.yaml
2026:
  nguon: Thông báo về lịch nghỉ
  nghi:
    - tu: 2026-01-01
      ten: Tết Dương lịch
""",
)
def calendar_year_missing(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Ngày nghỉ do thông báo từng năm quyết định.

    Thiếu một năm thì mọi ngày hẹn trong năm đó có thể sai.
    """
    del catalogue
    calendar = checkup.catalog.calendar
    if calendar is not None and all(year.year != checkup.today.year for year in calendar.years):
        yield Place("working_calendar.yaml"), {"year": checkup.today.year}
