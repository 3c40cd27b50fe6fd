# Records: the calendar of working days as data with year and source.
#
# Which days are worked is announced year by year, so nothing here is computed from a rule about
# holidays: a year that the register does not hold is counted with bare weeks, and the answer says
# that it is an estimate. The counting rules are those of the Civil Code. The units of time live
# here because it is the calendar that knows how long they last.

"""Working days, public holidays and the last day of a time limit."""

from __future__ import annotations

import calendar as months
import enum
import math
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from tthc_catalog.finding import Route
    from tthc_catalog.records.time_limit import TimeLimit

_DAY = timedelta(days=1)
_FRIDAY, _SATURDAY = 4, 5
_WORKING_DAYS_OF_A_WEEK = 5
_HOURS_OF_A_DAY = 24
_HOURS_OF_A_WORKING_DAY = 8
_MINUTES_OF_AN_HOUR = 60
_DAYS_OF_A_WEEK = 7
_DAYS_OF_A_MONTH = 30
_MONTHS_OF_A_YEAR = 12
_KEYS = {"nguon", "nghi", "lam_bu"}
_HOLIDAY_KEYS = {"tu", "den", "ten"}


class Unit(enum.StrEnum):
    """A unit of time as printed; days and working days are never converted into each other."""

    MINUTE = "phút"
    HOUR = "giờ"
    WORKING_HOUR = "giờ làm việc"
    DAY = "ngày"
    WORKING_DAY = "ngày làm việc"
    WEEK = "tuần"
    MONTH = "tháng"
    YEAR = "năm"


class CalendarError(ValueError):
    """The register of working days states something that is no calendar; says where and what."""

    def __init__(self, route: Route, sentence: str) -> None:
        super().__init__(sentence)
        self.route = route


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year of the register: the days off, the days made up, and who says so."""

    year: int
    source: str
    holidays: tuple[tuple[date, str], ...] = ()
    """Each day off on account of a holiday, with its name; weekends inside a holiday count too."""

    worked: tuple[date, ...] = ()
    """Saturdays or Sundays worked in exchange for another day."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a time limit."""

    day: date
    """The last day; the limit runs to its end (Bộ luật Dân sự 2015, Điều 148)."""

    estimated: bool
    """Whether a year on the way is not in the register, so that its holidays are not counted."""

    moment: datetime | None = None
    """The very moment, where the limit is one of hours and the start was given with its time."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The days on which agencies work: Monday to Friday, but for holidays and days made up."""

    years: tuple[CalendarYear, ...] = ()
    _off: frozenset[date] = field(init=False, repr=False, compare=False)
    _worked: frozenset[date] = field(init=False, repr=False, compare=False)
    _known: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay the days out for fast questions."""
        off = frozenset(day for year in self.years for day, _ in year.holidays)
        worked = frozenset(day for year in self.years for day in year.worked)
        object.__setattr__(self, "_off", off)
        object.__setattr__(self, "_worked", worked)
        object.__setattr__(self, "_known", frozenset(year.year for year in self.years))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Build the calendar from the register's plain data.

        Args:
            data: from year to `{nguon, nghi: [{tu, den, ten}], lam_bu: [day]}`; days are
                year-month-day, and `den` may be left out for a single day.

        Raises:
            CalendarError: the data is no calendar.
        """
        return cls(tuple(_year(name, entry) for name, entry in sorted(data.items())))

    def covers(self, day: date) -> bool:
        """Tell whether the register holds the year of a day."""
        return day.year in self._known

    def is_working(self, day: date) -> bool:
        """Tell whether agencies work on a day."""
        return day in self._worked or (day.weekday() < _SATURDAY and day not in self._off)

    def working_day_from(self, day: date) -> date:
        """Return the day itself if it is worked, otherwise the next one that is."""
        while not self.is_working(day):
            day += _DAY
        return day

    def working_day_after(self, day: date, count: int) -> date:
        """Return the last of so many working days; the day itself is not counted."""
        if count and not self.years:
            # Bare weeks repeat; a start on a weekend counts like the Friday before it.
            day -= max(0, day.weekday() - _FRIDAY) * _DAY
            weeks, count = divmod(count, _WORKING_DAYS_OF_A_WEEK)
            day += weeks * _DAYS_OF_A_WEEK * _DAY
        while count:
            day += _DAY
            count -= self.is_working(day)
        return day

    def span(self, day: date, amount: Decimal, unit: Unit) -> tuple[date, date]:
        """Return the earliest and the latest day on which an amount of time may end.

        The two differ for hours only, because the moment of the start is not known. The day of the
        start is not counted (Bộ luật Dân sự 2015, Điều 147). A limit in calendar units that would
        end on a day off runs to the next working day (Điều 148 khoản 5). A part of a day takes the
        whole day. Working hours are taken as eight a day.
        """
        if unit is Unit.WORKING_DAY:
            last = self.working_day_after(day, math.ceil(amount))
            return last, last
        if unit is Unit.WORKING_HOUR:
            days = math.ceil(amount / _HOURS_OF_A_WORKING_DAY)
            earliest = self.working_day_after(self.working_day_from(day), days - 1)
            return earliest, self.working_day_after(day, days)
        if unit in {Unit.HOUR, Unit.MINUTE}:
            days_whole, days_begun = _whole_days(amount, unit)
            return day + days_whole * _DAY, day + days_begun * _DAY
        last = self.working_day_from(_calendar_end(day, amount, unit))
        return last, last

    def add(self, limit: TimeLimit, start: date) -> Deadline | None:
        """Return the end of a time limit that starts on a day or at a moment.

        Args:
            limit: the time limit; of a range the upper end counts.
            start: the day, or the moment, of the event from which it runs.

        Returns:
            The deadline, or None for a limit that prescribes no time or differs by case.
        """
        moment = start if isinstance(start, datetime) else None
        day = moment.date() if moment else start
        reach = limit.reach(day, self)
        if reach is None:
            return None
        if moment and limit.hours is not None:
            moment += timedelta(hours=float(limit.hours))
            return self._deadline(day, moment.date(), moment)
        if moment and limit.cut_off is not None:
            in_time = moment.time() <= limit.cut_off or not self.is_working(day)
            last = self.working_day_from(day) if in_time else self.working_day_after(day, 1)
            return self._deadline(day, last)
        return self._deadline(day, reach[0] if limit.cut_off else reach[1])

    def _deadline(self, start: date, last: date, moment: datetime | None = None) -> Deadline:
        passed = range(start.year, last.year + 1)
        return Deadline(last, any(year not in self._known for year in passed), moment)


ORDINARY_WEEKS = WorkingCalendar()
"""Weeks of five working days with no holidays at all."""


def _whole_days(amount: Decimal, unit: Unit) -> tuple[int, int]:
    hours = amount if unit is Unit.HOUR else amount / _MINUTES_OF_AN_HOUR
    return math.floor(hours / _HOURS_OF_A_DAY), math.ceil(hours / _HOURS_OF_A_DAY)


def _calendar_end(day: date, amount: Decimal, unit: Unit) -> date:
    """Return the last day before days off are looked at.

    Half a month is fifteen days and half a year six months (Bộ luật Dân sự 2015, Điều 146).
    """
    if unit is Unit.YEAR:
        amount, unit = amount * _MONTHS_OF_A_YEAR, Unit.MONTH
    if unit is Unit.MONTH:
        whole = math.floor(amount)
        return _months_later(day, whole) + math.ceil((amount - whole) * _DAYS_OF_A_MONTH) * _DAY
    return day + math.ceil(amount * (_DAYS_OF_A_WEEK if unit is Unit.WEEK else 1)) * _DAY


def _months_later(day: date, count: int) -> date:
    """Return the same day of a later month, or that month's last day (Điều 148)."""
    years, month = divmod(day.year * _MONTHS_OF_A_YEAR + day.month - 1 + count, _MONTHS_OF_A_YEAR)
    longest = months.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(day.day, longest))


# --- the register's plain data ------------------------------------------------------------------


def _year(name: str, entry: object) -> CalendarYear:
    if not (name.isascii() and name.isdigit() and len(name) == len("2026")):
        raise CalendarError((name,), f"`{name}` không phải là một năm; viết ví dụ `2026`.")
    fields = _fields(entry, _KEYS, (name,))
    source = fields.get("nguon")
    if not isinstance(source, str) or not source.strip():
        raise CalendarError((name,), f"Lịch năm {name} thiếu nguồn (`nguon`).")
    year = int(name)
    off = tuple(_holidays(_items(fields, "nghi", (name,)), year, (name, "nghi")))
    worked = tuple(
        _day(text, year, (name, "lam_bu", index))
        for index, text in enumerate(_items(fields, "lam_bu", (name,)))
    )
    for index, day in enumerate(worked):
        if day.weekday() < _SATURDAY or day in dict(off):
            raise CalendarError(
                (name, "lam_bu", index), f"Ngày làm bù {day} không rơi vào ngày nghỉ hằng tuần."
            )
    return CalendarYear(year, source, off, worked)


def _holidays(items: Iterable[object], year: int, route: Route) -> Iterator[tuple[date, str]]:
    for index, item in enumerate(items):
        here = (*route, index)
        fields = _fields(item, _HOLIDAY_KEYS, here)
        name = fields.get("ten")
        if not isinstance(name, str) or not name.strip():
            raise CalendarError(here, "Ngày nghỉ thiếu tên (`ten`).")
        if "tu" not in fields:
            raise CalendarError(here, "Ngày nghỉ thiếu ngày bắt đầu (`tu`).")
        first = _day(fields["tu"], year, (*here, "tu"))
        last = _day(fields["den"], year, (*here, "den")) if "den" in fields else first
        if last < first:
            raise CalendarError(here, f"Kỳ nghỉ kết thúc ({last}) trước khi bắt đầu ({first}).")
        yield from ((first + number * _DAY, name) for number in range((last - first).days + 1))


def _fields(entry: object, known: set[str], route: Route) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise CalendarError(route, "Chỗ này phải là một nhóm khóa: giá trị.")
    for key in entry:
        if key not in known:
            raise CalendarError(
                (*route, key),
                f"Không có khóa `{key}` ở đây; có thể viết: {', '.join(sorted(known))}.",
            )
    return entry


def _items(fields: dict[str, Any], key: str, route: Route) -> list[object]:
    items = fields.get(key, [])
    if not isinstance(items, list):
        raise CalendarError((*route, key), "Chỗ này phải là một danh sách.")
    return items


def _day(text: object, year: int, route: Route) -> date:
    if isinstance(text, str) and not text.strip():
        raise CalendarError(route, "Ngày để trống.")
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        day = date.min
    if day.year != year:
        raise CalendarError(route, f"`{text}` không phải là ngày năm-tháng-ngày của năm {year}.")
    return day
