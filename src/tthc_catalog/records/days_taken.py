# Records: time limits laid over a calendar. How many calendar days a limit takes depends on the day
# on which it begins, so every starting day of the calendar is tried.

"""How many calendar days time limits take, from whichever day they begin."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from tthc_catalog.records.working_calendar import Unit, WorkingCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.records.time_limit import TimeLimit

_A_MONDAY = date(2024, 1, 1)
_WEEK = 7
_FOUR_YEARS = 1461


@lru_cache(maxsize=4096)
def days_taken(limit: TimeLimit, calendar: WorkingCalendar) -> tuple[int, int] | None:
    """Return the fewest and the most calendar days that a limit takes; None where none is known."""
    taken = [pair for (pair,) in _from_each_day((limit,), calendar)]
    if not taken:
        return None
    return min(least for least, _ in taken), max(most for _, most in taken)


@lru_cache(maxsize=4096)
def always_sooner(limit: TimeLimit, other: TimeLimit, calendar: WorkingCalendar) -> bool | None:
    """Tell whether a limit ends sooner than another from every starting day; None if it depends."""
    pairs = list(_from_each_day((limit, other), calendar))
    if pairs and all(mine[1] < theirs[0] for mine, theirs in pairs):
        return True
    if pairs and all(mine[0] >= theirs[1] for mine, theirs in pairs):
        return False
    return None


def _from_each_day(
    limits: tuple[TimeLimit, ...], calendar: WorkingCalendar
) -> Iterator[list[tuple[int, int]]]:
    """Yield how many calendar days the limits take from each starting day of a calendar.

    Starting days from which one of them would leave the years of the calendar are passed over.
    """
    units = {stage.unit for limit in limits for stage in limit.stages}
    for day in _starting_days(calendar, by_month=bool(units & {Unit.MONTH, Unit.YEAR})):
        reaches = [reach for limit in limits if (reach := limit.reach(day, calendar))]
        if len(reaches) == len(limits) and (
            not calendar.years or all(calendar.covers(latest) for _, latest in reaches)
        ):
            yield [((first - day).days, (last - day).days) for first, last in reaches]


def _starting_days(calendar: WorkingCalendar, *, by_month: bool) -> Iterator[date]:
    if not calendar.years:
        # A week shows every weekday; four years show every length of month on several of them.
        length = _FOUR_YEARS if by_month else _WEEK
        yield from (_A_MONDAY + timedelta(days=number) for number in range(length))
    for year in calendar.years:
        first = date(year.year, 1, 1)
        length = (date(year.year + 1, 1, 1) - first).days
        yield from (first + timedelta(days=number) for number in range(length))
