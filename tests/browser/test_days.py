# What `thu-tuc.js` says of days must be what the catalogue's own calendar says.

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site.dossier_dates import calendar_file, due_code
from tthc_catalog.records.time_limit import parse_time_limit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LIMITS = (
    "10 ngày làm việc",
    "2,5 ngày làm việc",
    "8 + 5 ngày làm việc",
    "20 ngày",
    "2 tuần",
    "3 tháng",
    "1 năm",
    "4 giờ",
    "36 giờ",
    "12 giờ làm việc",
    "trong ngày",
    "5 đến 7 ngày làm việc",
)
COUNT = """
async ([script, calendar, cases]) => {
  const { calendarOf, day, deadline } = await import(script);
  const ours = calendarOf(calendar);
  return cases.map(([code, start]) => {
    const { last, estimated } = deadline(code, day(start), ours);
    return [last.toISOString().slice(0, 10), estimated];
  });
}
"""


def test_the_script_counts_as_the_calendar_does(root: Path, served: str, page: Page) -> None:
    catalog = Catalog.load(root / "catalog")
    calendar = catalog.calendar
    assert calendar is not None
    days = [date(2025, 12, 20) + timedelta(days=3 * number) for number in range(120)]
    limits = [parse_time_limit(words) for words in LIMITS]
    cases = [(limit, day) for limit in limits for day in days]
    page.goto(served)
    told = page.evaluate(
        COUNT,
        [
            f"{served}assets/tthc/thu-tuc.js",
            json.loads(calendar_file(catalog)),
            [[due_code(limit), day.isoformat()] for limit, day in cases],
        ],
    )
    for (limit, day), (last, estimated) in zip(cases, told, strict=True):
        deadline = calendar.add(limit, day)
        assert deadline is not None
        assert (last, estimated) == (deadline.day.isoformat(), deadline.estimated), (limit, day)


def test_the_page_says_whether_a_due_day_can_be_told(served: str, page: Page) -> None:
    page.clock.install(time="2026-11-23T09:00:00+07:00")
    page.goto(f"{served}thu-tuc/9.000001.html")
    place = page.locator("[data-han='10w']").first
    place.filter(has_text="Chưa tính được").wait_for()
    # The small catalogue has no working calendar at all.
    assert place.inner_text() == ("Chưa tính được hạn: danh mục chưa có lịch năm 2026")


TOLD = """
async ([script, calendar, code, today]) => {
  const { calendarOf, day, told } = await import(script);
  return told(code, day(today), calendarOf(calendar), "16:00");
}
"""


@pytest.mark.parametrize(
    "case",
    [
        ("1w", "2026-11-20", "Nộp hôm nay: hạn 23/11/2026"),
        # Received on Monday, so Tuesday is the first working day: a Sunday counts for nothing.
        (
            "1w",
            "2026-11-22",
            "Hôm nay nghỉ; nếu được tiếp nhận ngày 23/11/2026: hạn 24/11/2026",
        ),
        # A cut-off says nothing of a day on which nobody sits there.
        (
            "s15:00",
            "2026-11-21",
            "Hôm nay nghỉ; nếu được tiếp nhận ngày 23/11/2026: hạn 23/11/2026",
        ),
        (
            "5d",
            "2026-04-25",
            "Hôm nay nghỉ; nếu được tiếp nhận ngày 28/04/2026: hạn 04/05/2026",
        ),
        (
            "40w",
            "2026-11-23",
            "Chưa tính được hạn: danh mục chưa có lịch năm 2027",
        ),
        (
            "0",
            "2027-03-01",
            "Chưa tính được hạn: danh mục chưa có lịch năm 2027",
        ),
    ],
)
def test_no_due_day_is_told_that_nobody_can_count_on(
    case: tuple[str, str, str], root: Path, served: str, page: Page
) -> None:
    code, today, words = case
    calendar = json.loads(calendar_file(Catalog.load(root / "catalog")))
    page.goto(served)
    assert page.evaluate(TOLD, [f"{served}assets/tthc/thu-tuc.js", calendar, code, today]) == words


def test_the_date_box_finds_the_version(served: str, page: Page) -> None:
    page.goto(f"{served}thu-tuc/9.000001.html")
    box = page.get_by_label("Ngày nơi tiếp nhận đã nhận hồ sơ")
    box.fill("2026-06-30")
    answer = page.locator("[data-nop-hop] output")
    assert answer.inner_text() == "Bản từ 01/03/2025. Giữ quy định cũ (77/QĐ-BTN)"
    box.fill("2026-07-01")
    assert answer.inner_text().startswith("Bản từ 01/07/2026.")
    box.fill("2024-01-01")
    assert answer.inner_text() == (
        "Danh mục chỉ biết thủ tục này từ ngày 01/03/2025; quy định trước đó không rõ."
        " Hãy hỏi nơi tiếp nhận hồ sơ."
    )


def test_an_office_sees_which_sheets_to_print_again(served: str, page: Page) -> None:
    page.goto(f"{served}niem-yet/cap-tinh.html")
    page.get_by_label("Ngày đã dán ở nơi niêm yết").fill("2026-08-01")
    assert page.locator("[data-dan-hop] output").inner_text() == (
        "1 bản trong trang này phải in lại, 2 bản phải gỡ xuống."
    )
    down = page.locator("[data-go] tbody tr")
    assert down.count() == 2
    page.get_by_label("Ngày đã dán ở nơi niêm yết").fill("2026-09-01")
    assert down.filter(visible=True).count() == 1
    page.get_by_label("Ngày đã dán ở nơi niêm yết").fill("2026-08-01")
    assert page.locator("tr.t-chosen strong").inner_text().strip() == "In lại"
