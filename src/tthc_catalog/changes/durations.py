# Days and working days are different units: how long ten working days take depends on the day from
# which they run. So two limits of different units are counted from every day on which a dossier may
# be received, over the working calendar as it was announced. Holidays make exceptions to nearly
# every comparison (ten working days end after twenty days when Tết lies between), and an officer
# has to be told how many, not only that there are some.
#
# A year whose holidays nobody has announced is never counted with, and the words say which years
# were.

"""Which of two time limits is longer, and on how many days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.records.time_limit import Case, State, TimeLimit
from tthc_catalog.records.working_calendar import ORDINARY_WEEKS
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.records.working_calendar import WorkingCalendar

LONGER = frozenset({"time-longer", "time-longer-but-holidays"})
SHORTER = frozenset({"time-shorter", "time-shorter-but-holidays"})

COUNTED_OVER = "; theo lịch làm việc "
"""What stands before the figures in a sentence that was counted; without them it says the same."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Two time limits counted from every day on which a dossier may be received."""

    sooner: int = 0
    """On how many of the days the later limit ends sooner than the earlier one."""

    later: int = 0
    days: int = 0
    """How many days were counted; 0 where the announced years are too short for the limits."""

    first: int = 0
    """The first year whose holidays are announced; 0 for ordinary weeks without holidays."""

    last: int = 0

    def words(self, rule: str, year: int = 0) -> str:
        """Return the end of a sentence that says what was counted; empty where nothing was.

        Args:
            rule: the rule that the numbers led to.
            year: the year from which the change applies; 0 where nobody knows.
        """
        if not self.first:
            return "; so theo tuần thường, chưa kể ngày nghỉ lễ"
        years = f"{self.first}–{self.last}" if self.first != self.last else f"{self.first}"
        over = f"theo lịch làm việc {years}"
        if not self.days:
            return f"; lịch làm việc {years} không đủ dài để so"
        ahead = f", lịch nghỉ năm {year} chưa công bố" if year > self.last else ""
        if rule in {"time-shorter", "time-longer"}:
            return f"; đúng với mọi ngày nhận hồ sơ {over}{ahead}"
        told = [
            f"{say_number(count)} ngày hạn đến {word}"
            for word, count in (("sớm hơn", self.sooner), ("muộn hơn", self.later))
            if count
        ]
        said = f"thì {', '.join(told)}" if told else "hạn đến cùng ngày"
        return f"{COUNTED_OVER}{years}, trong {say_number(self.days)} ngày nhận hồ sơ {said}{ahead}"


class Held(NamedTuple):
    """Two time limits held against each other."""

    rule: str
    """Id of a rule of effects.py; empty where the limits are the same."""

    counted: Counted | None = None
    """What was counted; None where the numbers or the words alone decide."""


_SAME = Held("")
_UNDECIDED = Held("time-undecided")


def time_held(
    was: TimeLimit | None, now: TimeLimit | None, calendar: WorkingCalendar | None = None
) -> Held:
    """Return what became of a time limit.

    Args:
        was: the limit before; None where none is stated.
        now: the limit after.
        calendar: the announced working days; ordinary weeks without holidays if there are none.
    """
    if was == now:
        return _SAME
    if was is None or now is None:
        return _UNDECIDED
    none_before, none_after = (limit.state is State.NOT_PRESCRIBED for limit in (was, now))
    if none_before and none_after:
        return Held("time-as-long")
    if none_before or none_after:
        return Held("time-set" if none_before else "time-dropped")
    if was.cases or now.cases:
        return _by_case(was, now, calendar)
    return _measured(was, now, calendar or ORDINARY_WEEKS)


def time_rule(
    was: TimeLimit | None, now: TimeLimit | None, calendar: WorkingCalendar | None = None
) -> str:
    """Return the rule that tells what became of a time limit; empty where it is the same."""
    return time_held(was, now, calendar).rule


def _by_case(was: TimeLimit, now: TimeLimit, calendar: WorkingCalendar | None) -> Held:
    """Hold limits that differ by case against each other: all cases must say the same."""
    before, after = (
        {case.condition: case.limit for case in limit.cases or (Case("", limit),)}
        for limit in (was, now)
    )
    if before.keys() == after.keys():
        pairs = [(limit, after[case]) for case, limit in before.items() if limit != after[case]]
    else:
        pairs = [(old, new) for old in before.values() for new in after.values()]
    held = [time_held(old, new, calendar) for old, new in pairs]
    rules = {each.rule for each in held}
    if len(held) == 1:
        return held[0]
    if len(rules) == 1:
        # Each pair has numbers of its own, so there are none to tell of all of them.
        return Held(rules.pop() or "time-as-long")
    for way in (LONGER, SHORTER):
        if rules and rules <= way:
            return Held(next(rule for rule in way if rule.endswith("holidays")))
    return _UNDECIDED if rules else Held("time-as-long")


@lru_cache(maxsize=4096)
def _measured(was: TimeLimit, now: TimeLimit, calendar: WorkingCalendar) -> Held:
    sooner, later = now.shorter_than(was, calendar), was.shorter_than(now, calendar)
    rule = _verdict(sooner, later)
    if was.unit is not None and was.unit == now.unit:
        return Held(rule)
    counted = _counted(was, now, calendar)
    if rule == "time-undecided" and calendar.years:
        rule = _but_for_holidays(was, now, counted)
    if rule == "time-undecided" and (was.extension or now.extension):
        return Held(rule)
    return Held(rule, counted)


def _verdict(sooner: bool | None, later: bool | None) -> str:  # noqa: FBT001 - the two answers
    if sooner or later:
        return "time-shorter" if sooner else "time-longer"
    return "time-as-long" if sooner is False and later is False else "time-undecided"


def _but_for_holidays(was: TimeLimit, now: TimeLimit, counted: Counted) -> str:
    """Return the rule for limits that holidays alone keep from being always the shorter one."""
    usual = _verdict(now.shorter_than(was), was.shorter_than(now))
    for rule, days in (("time-shorter", counted.sooner), ("time-longer", counted.later)):
        if usual == rule and 2 * days > counted.days:
            return f"{rule}-but-holidays"
    return "time-undecided"


def _counted(was: TimeLimit, now: TimeLimit, calendar: WorkingCalendar) -> Counted:
    known = sorted({year.year for year in calendar.years})
    if not known:
        return Counted()
    sooner = later = days = 0
    for day in _days(calendar):
        old, new = was.reach(day, calendar), now.reach(day, calendar)
        if old is None or new is None:
            continue
        years = range(day.year, max(old[1], new[1]).year + 1)
        if not set(years) <= set(known):
            continue
        days += 1
        sooner += new[1] < old[0]
        later += new[0] > old[1]
    return Counted(sooner, later, days, known[0], known[-1])


def _days(calendar: WorkingCalendar) -> Iterator[date]:
    for year in calendar.years:
        first = date(year.year, 1, 1)
        length = (date(year.year + 1, 1, 1) - first).days
        yield from (first + timedelta(days=number) for number in range(length))
