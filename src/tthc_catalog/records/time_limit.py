# Records: the time limit as a value, without its grammar (see time_limit_grammar.py).
#
# Days and working days are different units and are never compared as numbers. Where two limits must
# be held against each other, both are laid over a calendar (see days_taken.py), and the answer may
# be that it cannot be decided.

"""Time limits for settling a procedure, as values."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from tthc_catalog.records.days_taken import always_sooner, days_taken
from tthc_catalog.records.printed import PrintedFormError, say_decimal
from tthc_catalog.records.working_calendar import ORDINARY_WEEKS, Unit, WorkingCalendar
from tthc_catalog.vietnamese import editorial_form

if TYPE_CHECKING:
    from datetime import date, time

__all__ = ["Case", "Stage", "State", "TimeLimit", "TimeLimitError", "Unit", "parse_time_limit"]

_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")


class State(enum.StrEnum):
    """What kind of answer a source gives to the question how long it takes."""

    STATED = "có thời hạn"
    """An amount of time, in one stage or several."""

    AT_ONCE = "ngay"
    """Settled while the applicant waits."""

    SAME_DAY = "trong ngày"
    """Settled on the day of receipt; perhaps the next working day after a cut-off hour."""

    BY_CASE = "theo trường hợp"
    """Different limits for different cases."""

    NOT_PRESCRIBED = "không quy định"
    """The source says that no limit is prescribed; not the same as a limit that is not known."""


class TimeLimitError(PrintedFormError):
    """A text is no time limit; its sentence says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stretch of time in one unit; "20 đến 30 ngày" has an upper end of its own."""

    amount: Decimal
    """In `unit`; of a range, the lower end."""

    unit: Unit
    upto: Decimal | None = None
    """The upper end of a range; None for one amount."""

    @property
    def most(self) -> Decimal:
        """The amount that binds the agency."""
        return self.amount if self.upto is None else self.upto

    @property
    def numbers(self) -> str:
        """The amount without its unit: "20", "2,5", "20 đến 30"."""
        least = say_decimal(self.amount)
        return least if self.upto is None else f"{least} đến {say_decimal(self.upto)}"


@dataclass(frozen=True, slots=True)
class Case:
    """The limit of one case; the condition is empty for "otherwise"."""

    condition: str
    limit: TimeLimit


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """How long an agency may take to settle a procedure; `str()` is its canonical spelling.

    Words that only introduce a limit ("trong thời hạn", "không quá", "tối đa") are not kept: every
    time limit is the most that is allowed.
    """

    state: State
    stages: tuple[Stage, ...] = ()
    """Stages that follow one another; "8 + 5 ngày làm việc" has two."""

    cut_off: time | None = None
    """For the same day: dossiers received later are settled on the next working day."""

    cases: tuple[Case, ...] = ()
    """For different cases: the limit of each."""

    start: str = ""
    """The event from which it runs, as printed: "kể từ ngày nhận đủ hồ sơ hợp lệ"."""

    extension: str = ""
    """That it may be longer, as printed: "có thể dài hơn theo thỏa thuận"."""

    note: str = ""
    """A remark printed in brackets at the end."""

    _words: str = field(default="", init=False, repr=False, compare=False)
    """Its spelling once somebody has asked: few limits stand in thousands of procedures."""

    def __str__(self) -> str:
        if not self._words:
            object.__setattr__(self, "_words", _spelled(self))
        return self._words

    def __hash__(self) -> int:
        # Equal values have one spelling, and a text keeps its hash once it is worked out.
        return hash(str(self))

    @property
    def text(self) -> str:
        """The canonical spelling, as `str()`."""
        return str(self)

    @property
    def core(self) -> str:
        """The length alone, without the event from which it runs and all remarks."""
        if self.state is State.SAME_DAY and self.cut_off:
            hour = f"{self.cut_off.hour} giờ"
            hour += f" {self.cut_off.minute:02d}" if self.cut_off.minute else ""
            return f"trong ngày, nhận sau {hour} thì ngày làm việc tiếp theo"
        if self.state is not State.STATED:
            return self.state.value
        units = [stage.unit for stage in self.stages]
        return " + ".join(
            stage.numbers if stage.unit == following else f"{stage.numbers} {stage.unit}"
            for stage, following in zip(self.stages, [*units[1:], None], strict=True)
        )

    @property
    def unit(self) -> Unit | None:
        """The one unit of all stages, or None where there is none or several."""
        units = {stage.unit for stage in self.stages}
        return units.pop() if len(units) == 1 else None

    @property
    def total(self) -> Decimal | None:
        """The sum of the stages in that one unit; of a range the upper end."""
        return sum((stage.most for stage in self.stages), Decimal(0)) if self.unit else None

    @property
    def hours(self) -> Decimal | None:
        """The whole length in hours, for limits that run from a moment and not from a day."""
        if self.total is None or self.unit not in {Unit.HOUR, Unit.MINUTE}:
            return None
        return self.total if self.unit is Unit.HOUR else self.total / 60

    # --- comparison ------------------------------------------------------------------------------

    def reach(self, day: date, calendar: WorkingCalendar) -> tuple[date, date] | None:
        """Return the earliest and latest last day, counted from a day over a calendar.

        None where no time is prescribed or the limit differs by case. An extension is not counted.
        """
        if self.state in {State.NOT_PRESCRIBED, State.BY_CASE}:
            return None
        if self.state is State.AT_ONCE:
            return day, day
        if self.state is State.SAME_DAY:
            first = calendar.working_day_from(day)
            late = self.cut_off is not None and first == day
            return first, calendar.working_day_after(day, 1) if late else first
        earliest = latest = day
        for stage in self.stages:
            earliest = calendar.span(earliest, stage.amount, stage.unit)[0]
            latest = calendar.span(latest, stage.most, stage.unit)[1]
        return earliest, latest

    def bounds(self, calendar: WorkingCalendar | None = None) -> tuple[int, int | None] | None:
        """Return the fewest and the most calendar days that the limit may take.

        Args:
            calendar: the days that count. Without one, ordinary weeks: ten working days take
                twelve to fourteen calendar days. With one, every starting day of its years is
                tried, so the longest run of holidays is in the upper bound.

        Returns:
            Both bounds; the upper one is None where the limit may be extended; None altogether
            where no time is prescribed.
        """
        if self.cases:
            inner = [case.limit.bounds(calendar) for case in self.cases]
            known = [pair for pair in inner if pair is not None]
            if len(known) < len(inner):
                return None
            tops = [most for _, most in known if most is not None]
            return min(least for least, _ in known), max(tops) if len(tops) == len(known) else None
        found = days_taken(self, calendar or ORDINARY_WEEKS)
        if found is None:
            return None
        return found[0], None if self.extension else found[1]

    def shorter_than(
        self, other: TimeLimit, calendar: WorkingCalendar | None = None
    ) -> bool | None:
        """Tell whether this limit ends sooner than another one.

        In one and the same unit the numbers decide. Otherwise both are counted from the same day,
        over every weekday of ordinary weeks, or over every day of a calendar: True if this one
        always ends sooner, False if it never does, None if it depends on the day or cannot be known
        (a limit that is not prescribed, may be extended, or starts from another event). So ten
        working days are shorter than twenty days in ordinary weeks, while over a calendar with Tết
        they need not be; five working days against seven days stay undecided. Notes are not read.
        """
        if self.cases or other.cases:
            return self._shorter_by_case(other, calendar)
        if self.extension or other.extension or not self._starts_with(other):
            return None
        if self.unit is not None and self.unit == other.unit:
            return self._fewer_than(other)
        return always_sooner(self, other, calendar or ORDINARY_WEEKS)

    def cut_from(self, legal: TimeLimit) -> Decimal | None:
        """Return by how many percent this limit is shorter than the legal one, to two decimals.

        Only for limits of one and the same unit; None for all others.
        """
        if self.unit != legal.unit or self.total is None or not legal.total:
            return None
        return ((legal.total - self.total) / legal.total * _HUNDRED).quantize(_CENT)

    def _starts_with(self, other: TimeLimit) -> bool:
        """Tell whether both run from the same event; one that names none runs as the other does."""
        if not self.start or not other.start:
            return True
        return editorial_form(self.start).lower() == editorial_form(other.start).lower()

    def _fewer_than(self, other: TimeLimit) -> bool | None:
        mine, theirs = self._ends, other._ends
        if mine[1] < theirs[1] and mine[0] <= theirs[0]:
            return True
        return False if mine[1] >= theirs[1] and mine[0] >= theirs[0] else None

    @property
    def _ends(self) -> tuple[Decimal, Decimal]:
        least = sum((stage.amount for stage in self.stages), Decimal(0))
        return least, sum((stage.most for stage in self.stages), Decimal(0))

    def _shorter_by_case(self, other: TimeLimit, calendar: WorkingCalendar | None) -> bool | None:
        mine = {case.condition: case.limit for case in self.cases or (Case("", self),)}
        theirs = {case.condition: case.limit for case in other.cases or (Case("", other),)}
        if mine.keys() == theirs.keys():
            pairs = [(limit, theirs[case]) for case, limit in mine.items() if limit != theirs[case]]
            if not pairs:
                return False
        else:
            pairs = [(left, right) for left in mine.values() for right in theirs.values()]
        answers = {left.shorter_than(right, calendar) for left, right in pairs}
        return answers.pop() if len(answers) == 1 else None


def _spelled(limit: TimeLimit) -> str:
    if limit.cases:
        return "; ".join(
            f"{case.condition}: {case.limit}" if case.condition else str(case.limit)
            for case in limit.cases
        )
    text = " ".join(filter(None, (limit.core, limit.start)))
    text += f", {limit.extension}" if limit.extension else ""
    return f"{text} ({limit.note})" if limit.note else text


@lru_cache(maxsize=8192)
def parse_time_limit(text: str) -> TimeLimit:
    """Return the time limit that a printed form states.

    Args:
        text: such as "10 ngày làm việc", "8 + 5 ngày làm việc", "2,5 ngày", "không quy định",
            "trong ngày; sau 15 giờ: ngày làm việc tiếp theo", "công trình cấp I: 20 ngày;
            trường hợp khác: 55 ngày". Letter case, Unicode form and extra spaces do not matter.

    Raises:
        TimeLimitError: the text is no time limit, or has no unit; it proposes the nearest spelling.
    """
    from tthc_catalog.records.time_limit_grammar import read  # noqa: PLC0415 - it builds on the values above

    return read(text)
