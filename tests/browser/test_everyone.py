# Readers without a mouse, with large letters, with their own colours, on paper, on a thin line.

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const seen = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  return {
    name: (element.getAttribute("aria-label") ?? element.textContent).trim(),
    tag: element.localName,
    seen,
    outlined: getComputedStyle(element).outlineStyle !== "none" || element.type === "checkbox"
      || element.type === "radio",
  };
}"""
FIRST_VIEW = 75_000
"""Bytes, compressed, that the first view of a procedure may cost."""


def _walk(page: Page, steps: int) -> list[dict[str, Any]]:
    """Press Tab so often; where the page ends, focus rests on the body and is no stop."""
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        found.append(page.evaluate(FOCUSED))
    return [step for step in found if step["tag"] != "body"]


def test_a_keyboard_alone_finds_and_reads_a_procedure(served: str, page: Page) -> None:
    page.goto(served)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["name"] == "Chuyển tới nội dung"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("cong nhan phong")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thu-tuc/9.*.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # skip to the content
    for step in _walk(page, 30):
        assert step["seen"], step
        assert step["outlined"], step


def test_every_stop_of_a_keyboard_is_seen(served: str, page: Page) -> None:
    for kind in ("index.html", "su-kien/mo-phong-thu.html", "tim-kiem.html"):
        page.goto(served + kind)
        for step in _walk(page, 30):
            assert step["outlined"], (kind, step)


def test_the_menu_of_a_small_screen_opens_under_a_keyboard(served: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + "thu-tuc/9.000001.html")
    _to_the_menu(page)
    assert page.evaluate(FOCUSED)["seen"]
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Quyết định")
    assert not link.is_visible()
    assert "Quyết định" not in [step["name"] for step in _walk(page, 8)]
    page.reload()
    _to_the_menu(page)
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert link.is_visible()
    steps = _walk(page, 14)
    assert "Quyết định" in [step["name"] for step in steps]
    for step in steps:
        assert step["seen"], step


def test_escape_closes_the_menu_and_gives_the_focus_back(served: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(served + "thu-tuc/9.000001.html")
    _to_the_menu(page)
    page.keyboard.press("Enter")
    assert "Trang chủ" in [step["name"] for step in _walk(page, 3)]
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED)["name"] == "Mở danh mục trang"
    assert "Trang chủ" not in [step["name"] for step in _walk(page, 3)]
    page.locator("a.t-menu").focus()
    page.keyboard.press("Enter")
    _walk(page, 24)
    assert not page.locator("#__drawer").is_checked()


@pytest.mark.parametrize("kind", ["thu-tuc/9.000001.html", "can-bo/index.html"])
def test_the_first_link_takes_the_focus_to_the_content(kind: str, served: str, page: Page) -> None:
    page.goto(served + kind)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED)["tag"] == "h1"


def test_buttons_keep_an_edge_in_the_readers_own_colours(served: str, browser: Browser) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(served)
    edge = page.get_by_role("button", name="Tìm").evaluate("e => getComputedStyle(e).borderStyle")
    assert edge == "solid"
    page.get_by_role("combobox").press_sequentially("the thu nghiem")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    colours = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
    background, colour = chosen.evaluate(colours)
    assert background != page.get_by_role("option").last.evaluate(colours)[0]
    for part in chosen.locator("span").all():
        assert part.evaluate(colours) == ["rgba(0, 0, 0, 0)", colour]
    context.close()


def _to_the_menu(page: Page) -> None:
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED)["name"] == "Mở danh mục trang":
            return
    pytest.fail("no keyboard reaches the menu")


def test_the_search_is_one_tap_away_on_a_phone(served: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(served + "thu-tuc/9.000001.html")
    page.get_by_role("link", name="Tìm thủ tục").click()
    page.wait_for_url("**/tim-kiem.html")
    assert page.get_by_label("Bạn cần làm thủ tục gì?").is_visible()


@pytest.mark.parametrize("width", [320, 640])
def test_four_times_enlarged_nothing_is_cut_off(width: int, served: str, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 512})
    for kind in (
        "index.html",
        "tim-kiem.html",
        "su-kien/mo-phong-thu.html",
        "thu-tuc/9.000001.html",
        "so-sanh/9.000001-ceb25ff1.html",
        "quyet-dinh/2026-77-QD-BTN.html",
        "niem-yet/9.000001.html",
        "thong-ke.html",
    ):
        page.goto(served + kind)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind


def test_in_the_readers_own_colours_badges_keep_their_edge(served: str, browser: Browser) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(served + "thu-tuc/9.000001.html")
    for name in (".t-badge", ".t-mark", ".t-kind"):
        edge = page.locator(name).first.evaluate("e => getComputedStyle(e).borderTopWidth")
        assert edge == "1px", name
    context.close()


def test_paper_is_white_whatever_the_screen_was(served: str, browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(served + "thu-tuc/9.000001.html")
    page.emulate_media(media="print")
    for name in (".t-code", ".t-facts dt", ".t-facts dd", ".t-tags li", "h2", ".t-way"):
        color = page.locator(name).first.evaluate("e => getComputedStyle(e).color")
        assert max(int(part) for part in color[4:-1].split(",")) < 128, (name, color)
    assert not page.get_by_role("link", name="Tìm thủ tục").is_visible()
    context.close()


def test_paper_says_nothing_that_holds_only_today(served: str, page: Page) -> None:
    page.goto(served + "thu-tuc/9.000001.html")
    due = page.locator(".t-due").first
    due.filter(has_text="hạn").wait_for()
    page.emulate_media(media="print")
    assert not due.is_visible()


def test_on_a_phone_a_difference_says_what_is_before_and_what_after(
    served: str, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(served + "thu-tuc/9.000001.html")
    page.locator(".t-timeline details").first.evaluate("e => e.open = true")
    cells = page.locator(".t-diff tbody tr").first.locator("td")
    told = "e => getComputedStyle(e, '::before').content"
    assert [cell.evaluate(told) for cell in cells.all()] == ['"Trước: "', '"Sau: "']
    assert cells.first.evaluate("e => getComputedStyle(e).borderTopWidth") == "0px"


def test_a_ticked_paper_keeps_its_numbers_readable(served: str, page: Page) -> None:
    page.goto(served + "thu-tuc/9.000001.html")
    page.get_by_role("checkbox").first.check()
    numbers = page.locator(".t-checklist small").first
    # A line through the words runs through plain blocks inside them, whatever those ask for.
    assert numbers.evaluate("e => getComputedStyle(e).display") == "inline-block"


def test_the_filters_stay_folded_until_they_are_wanted(served: str, page: Page) -> None:
    page.goto(served + "tim-kiem.html")
    assert not page.get_by_label("Lĩnh vực").is_visible()
    page.get_by_text("Lọc kết quả").click()
    assert page.get_by_label("Lĩnh vực").is_visible()


def test_ticks_stay_while_the_tab_is_open(served: str, page: Page) -> None:
    page.goto(served + "thu-tuc/9.000001.html")
    page.get_by_role("checkbox").nth(1).check()
    page.goto(served + "thu-tuc/9.000002.html")
    page.goto(served + "thu-tuc/9.000001.html")
    page.wait_for_load_state("networkidle")
    boxes = page.get_by_role("checkbox")
    assert [box.is_checked() for box in boxes.all()][:3] == [False, True, False]


def test_linked_data_is_read_and_not_run(served: str, page: Page) -> None:
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(served + "thu-tuc/9.000001.html")
    text = page.locator('script[type="application/ld+json"]').inner_text()
    told = json.loads(text)
    assert told["@type"] == "GovernmentService"
    assert {channel["name"] for channel in told["availableChannel"]} == {
        "trực tiếp",
        "trực tuyến",
        "bưu chính",
    }
    assert wrong == []


@pytest.mark.parametrize("kind", ["index.html", "thu-tuc/9.000001.html", "tim-kiem.html"])
def test_a_first_view_is_light_and_nothing_moves(kind: str, served: str, page: Page) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = len(gzip.compress(response.body()))

    page.on("response", weigh)
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
        " window.moved += entry.value }).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(served + kind)
    page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) <= FIRST_VIEW, sizes
    assert [url for url in sizes if not url.startswith((served, "data:"))] == []
    assert page.evaluate("window.moved") == 0
