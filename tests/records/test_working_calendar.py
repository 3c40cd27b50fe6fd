# The working calendar: the rules of the Civil Code on known days, and the shipped register against
# an independent list of Vietnamese holidays.

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.files.reading import read
from tthc_catalog.records.time_limit import parse_time_limit
from tthc_catalog.records.working_calendar import (
    ORDINARY_WEEKS,
    CalendarError,
    Deadline,
    WorkingCalendar,
)

if TYPE_CHECKING:
    from pathlib import Path

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.fixture(scope="module")
def calendar(root: Path) -> WorkingCalendar:
    """The register that the sample catalogue ships."""
    stream = read((root / "catalog" / "working_calendar.yaml").read_bytes())
    assert stream.findings == []
    (data,) = stream.documents
    return WorkingCalendar.from_data(data)


@pytest.mark.parametrize(
    ("printed", "start", "last"),
    [
        ("1 ngày", "2026-07-01", "2026-07-02"),
        ("10 ngày", "2026-07-01", "2026-07-13"),  # 11 July is a Saturday
        ("10 ngày làm việc", "2026-07-01", "2026-07-15"),
        ("2,5 ngày làm việc", "2026-07-01", "2026-07-06"),
        ("1 ngày làm việc", "2026-08-21", "2026-08-22"),  # a Saturday made up
        ("1 ngày làm việc", "2026-08-28", "2026-09-03"),
        ("1 ngày", "2026-04-24", "2026-04-28"),  # Sunday's holiday is made up on Monday
        ("1 tháng", "2026-01-31", "2026-03-02"),  # 28 February is a Saturday
        ("1 tháng", "2025-02-28", "2025-03-28"),
        ("0,5 tháng", "2026-07-01", "2026-07-16"),
        ("1 năm", "2025-07-01", "2026-07-01"),
        ("2 tuần", "2026-07-01", "2026-07-15"),
        ("8 + 5 ngày làm việc", "2026-07-01", "2026-07-20"),
        ("5 ngày làm việc + 5 ngày", "2026-07-01", "2026-07-13"),
        ("20 đến 30 ngày", "2026-07-01", "2026-07-31"),
        ("trong ngày", "2026-07-01", "2026-07-01"),
        ("trong ngày", "2026-07-04", "2026-07-06"),
        ("ngay", "2026-07-04", "2026-07-04"),
        ("8 giờ làm việc", "2026-07-03", "2026-07-06"),
    ],
)
def test_the_last_day(calendar: WorkingCalendar, printed: str, start: str, last: str) -> None:
    deadline = calendar.add(parse_time_limit(printed), date.fromisoformat(start))
    assert deadline == Deadline(date.fromisoformat(last), estimated=False)


def test_hours_run_from_the_moment(calendar: WorkingCalendar) -> None:
    start = datetime.fromisoformat("2026-07-01T16:00")
    end = datetime.fromisoformat("2026-07-02T00:30")
    assert calendar.add(parse_time_limit("8,5 giờ"), start) == Deadline(end.date(), False, end)  # noqa: FBT003 - not estimated


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2026-07-03T15:00", "2026-07-03"),
        ("2026-07-03T15:01", "2026-07-06"),
        ("2026-07-04T20:00", "2026-07-06"),
    ],
)
def test_the_cut_off_hour(calendar: WorkingCalendar, received: str, last: str) -> None:
    limit = parse_time_limit("trong ngày; sau 15 giờ: ngày làm việc tiếp theo")
    deadline = calendar.add(limit, datetime.fromisoformat(received))
    assert deadline == Deadline(date.fromisoformat(last), estimated=False)


def test_a_year_that_is_not_in_the_register_makes_an_estimate(calendar: WorkingCalendar) -> None:
    limit = parse_time_limit("10 ngày làm việc")
    assert calendar.add(limit, date(2026, 12, 28)) == Deadline(date(2027, 1, 11), estimated=True)
    assert ORDINARY_WEEKS.add(limit, date(2026, 7, 1)) == Deadline(
        date(2026, 7, 15), estimated=True
    )


@pytest.mark.parametrize("printed", ["không quy định", "cấp I: 10 ngày; khác: 20 ngày"])
def test_what_prescribes_no_single_time_has_no_end(calendar: WorkingCalendar, printed: str) -> None:
    assert calendar.add(parse_time_limit(printed), date(2026, 7, 1)) is None


@given(DAYS, st.integers(1, 300))
def test_bare_weeks_are_counted_as_day_by_day(start: date, count: int) -> None:
    day, left = start, count
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    assert ORDINARY_WEEKS.working_day_after(start, count) == day


@given(DAYS, st.integers(1, 60))
def test_a_longer_limit_never_ends_sooner(start: date, count: int) -> None:
    for unit in ("ngày", "ngày làm việc", "tháng", "giờ"):
        one = ORDINARY_WEEKS.add(parse_time_limit(f"{count} {unit}"), start)
        more = ORDINARY_WEEKS.add(parse_time_limit(f"{count + 1} {unit}"), start)
        assert one is not None
        assert more is not None
        assert start <= one.day <= more.day


@pytest.mark.parametrize(
    ("data", "route", "sentence"),
    [
        ({"26": {"nguon": "x"}}, ("26",), "`26` không phải là một năm; viết ví dụ `2026`."),
        ({"2026": []}, ("2026",), "Chỗ này phải là một nhóm khóa: giá trị."),
        ({"2026": {"nghi": []}}, ("2026",), "Lịch năm 2026 thiếu nguồn (`nguon`)."),
        (
            {"2026": {"nguon": "x", "le": []}},
            ("2026", "le"),
            "Không có khóa `le` ở đây; có thể viết: lam_bu, nghi, nguon.",
        ),
        ({"2026": {"nguon": "x", "nghi": "y"}}, ("2026", "nghi"), "Chỗ này phải là một danh sách."),
        (
            {"2026": {"nguon": "x", "nghi": [{"tu": "2026-01-01"}]}},
            ("2026", "nghi", 0),
            "Ngày nghỉ thiếu tên (`ten`).",
        ),
        (
            {"2026": {"nguon": "x", "nghi": [{"ten": "Tết"}]}},
            ("2026", "nghi", 0),
            "Ngày nghỉ thiếu ngày bắt đầu (`tu`).",
        ),
        (
            {"2026": {"nguon": "x", "nghi": [{"tu": " ", "ten": "Tết"}]}},
            ("2026", "nghi", 0, "tu"),
            "Ngày để trống.",
        ),
        ({"2026": {"nguon": "x", "lam_bu": [""]}}, ("2026", "lam_bu", 0), "Ngày để trống."),
        (
            {"2026": {"nguon": "x", "nghi": [{"tu": "1/1/2026", "ten": "Tết"}]}},
            ("2026", "nghi", 0, "tu"),
            "`1/1/2026` không phải là ngày năm-tháng-ngày của năm 2026.",
        ),
        (
            {
                "2026": {
                    "nguon": "x",
                    "nghi": [{"tu": "2026-01-02", "den": "2026-01-01", "ten": "Tết"}],
                }
            },
            ("2026", "nghi", 0),
            "Kỳ nghỉ kết thúc (2026-01-01) trước khi bắt đầu (2026-01-02).",
        ),
        (
            {"2026": {"nguon": "x", "lam_bu": ["2026-01-01"]}},
            ("2026", "lam_bu", 0),
            "Ngày làm bù 2026-01-01 không rơi vào ngày nghỉ hằng tuần.",
        ),
    ],
)
def test_a_broken_register(
    data: dict[str, Any], route: tuple[str | int, ...], sentence: str
) -> None:
    with pytest.raises(CalendarError) as caught:
        WorkingCalendar.from_data(data)
    assert caught.value.route == route
    assert str(caught.value) == sentence


def test_the_register_agrees_with_an_independent_list(calendar: WorkingCalendar) -> None:
    """An exchange that the list lacks, and a holiday that the Code may not hold yet, are meant."""
    listed = country_holidays("VN", years=(2025, 2026))
    day, differing = date(2025, 1, 1), set()
    while day.year < 2027:
        if listed.is_working_day(day) != calendar.is_working(day):
            differing.add(day)
        day += timedelta(days=1)
    meant = {date(2026, 1, 2), date(2026, 1, 10), date(2026, 11, 24)}
    assert differing <= meant
