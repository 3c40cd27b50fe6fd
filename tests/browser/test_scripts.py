# What scripts put together from pages that stand already: any two versions, many sheets at once.

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

STAYING = """
async ([script, left, right]) => {
  const { staying } = await import(script);
  const words = (text) => text.split(" ").filter(Boolean);
  const told = staying(words(left), words(right));
  return [left, right].map((text, side) =>
    words(text).map((word, at) => (told[side][at] ? word : `*${word}`)).join(" "));
}
"""


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("5 ngày làm việc", "3 ngày làm việc", ["*5 ngày làm việc", "*3 ngày làm việc"]),
        ("xã", "bộ tỉnh", ["*xã", "*bộ *tỉnh"]),
        ("xã huyện", "xã", ["xã *huyện", "xã"]),
        ("nộp đơn", "nộp đơn", ["nộp đơn", "nộp đơn"]),
        ("", "nộp đơn", ["", "*nộp *đơn"]),
        # A word that stays by chance between two changes is no help to a reader.
        ("a b c và d e f", "a g h và i k f", ["a *b *c *và *d *e f", "a *g *h *và *i *k f"]),
    ],
)
def test_words_that_stay_are_told_from_those_that_changed(
    left: str, right: str, told: list[str], served: str, page: Page
) -> None:
    page.goto(served + "so-sanh.html")
    assert page.evaluate(STAYING, [f"{served}assets/tthc/so-sanh.js", left, right]) == told


def test_any_two_versions_stand_side_by_side(served: str, page: Page) -> None:
    page.goto(served + "thu-tuc/9.000008.html")
    wrong, now = "Bản từ ngày 01/03/2025 (đã đính chính)", "Bản từ ngày 01/07/2026 (đang áp dụng)"
    page.get_by_label("Bản", exact=True).select_option(label=wrong)
    page.get_by_label("với", exact=True).select_option(label=now)
    page.get_by_role("button", name="So sánh").press("Enter")
    page.wait_for_url("**/so-sanh.html?ma=9.000008&tu=*&den=*")
    status = page.locator("[data-so-sanh-tin]").filter(has_text="phần")
    assert status.inner_text() == "Khác nhau ở 1 phần, giống nhau ở 8 phần."
    assert page.locator(".t-sides thead th").all_inner_texts() == [wrong, now]
    assert page.locator(".t-sides th[scope=rowgroup]").all_inner_texts() == ["Cách thức thực hiện"]
    assert page.locator(".t-sides del").all_inner_texts() == ["12 ngày;", "135.000"]
    assert page.locator(".t-sides ins").all_inner_texts() == ["1 ngày làm việc;", "100.000"]
    assert page.get_by_role("heading", name="Với người làm thủ tục").is_visible()
    page.get_by_label("với", exact=True).select_option(label=wrong)
    page.get_by_role("button", name="So sánh").click()
    page.get_by_text("Hai bên là cùng một bản").wait_for()
    page.go_back()
    status.wait_for()
    assert page.get_by_label("với", exact=True).locator(":checked").inner_text() == now


def test_neighbours_are_marked_where_words_differ(served: str, page: Page) -> None:
    page.goto(served + "so-sanh/9.000001-ceb25ff1.html")
    page.locator(".t-sides ins").first.wait_for()
    before, after = page.locator(".t-sides tbody tr:nth-child(2)").first.locator("td").all()
    assert before.locator("ins").count() == after.locator("del").count() == 0


@pytest.mark.parametrize(
    "asked", ["", "?ma=../x", "?ma=9.000001", "?ma=9.999999", "?ma=9.000008&tu=x"]
)
def test_a_choice_that_cannot_be_shown_is_answered_in_words(
    asked: str, served: str, page: Page
) -> None:
    page.goto(served + "so-sanh.html" + asked)
    told = page.locator("[data-so-sanh-tin]")
    told.filter(has_text=".").wait_for()
    assert told.inner_text().startswith(("Hãy mở một thủ tục", "Không tải được", "Khác nhau"))


def test_without_a_script_no_choice_is_offered_that_leads_nowhere(
    served: str, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "thu-tuc/9.000008.html")
    assert not page.get_by_role("button", name="So sánh").is_visible()
    assert page.get_by_role("link", name="so sánh với bản trước").first.is_visible()
    page.goto(served + "so-sanh.html")
    assert "Trình duyệt của bạn không chạy mã" in page.content()
    page.goto(served + "niem-yet/cap-tinh.html")
    assert not page.get_by_role("checkbox").first.is_visible()
    assert page.get_by_role("link", name="Cấp thẻ thử nghiệm").first.is_visible()
    context.close()


def test_an_office_prints_its_sheets_in_one_job(served: str, page: Page) -> None:
    page.goto(served + "niem-yet/cap-tinh.html")
    rows = page.locator("[data-dan] tbody tr")
    count = rows.count()
    page.get_by_label("Xác nhận kết quả thử").uncheck()
    page.get_by_role("button", name=f"In {count - 1} bản").click()
    page.locator("[data-in]:visible").wait_for()
    assert page.locator("[data-gom]").inner_text() == (
        f"Đã gom {count - 1} bản, mỗi bản bắt đầu ở một trang giấy mới."
    )
    assert page.locator("article.sheet h1").count() == count - 1
    page.emulate_media(media="print")
    assert not page.get_by_role("button").is_visible()
    breaks = page.locator(".sheet + .sheet").first.evaluate("e => getComputedStyle(e).breakBefore")
    assert breaks == "page"


def test_only_outdated_sheets_are_chosen_for_a_day_of_posting(served: str, page: Page) -> None:
    page.goto(served + "niem-yet/cap-tinh.html?dan=2026-08-01")
    button = page.get_by_role("button", name="In 1 bản")
    button.wait_for()
    assert page.locator("[data-dan] :checked").count() == 1
    everything = page.get_by_label("Chọn mọi bản trong trang này")
    everything.check()
    everything.uncheck()
    assert page.get_by_role("button", name="In 0 bản").is_disabled()


def test_a_sheet_that_is_gone_is_named(served: str, page: Page) -> None:
    page.goto(served + "in-niem-yet.html#9.000001,9.999999,%3Cscript%3E")
    page.get_by_text("Không tải được: 9.999999.").wait_for()
    assert page.locator("article.sheet").count() == 1
