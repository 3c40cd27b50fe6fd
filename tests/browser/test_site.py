# What only a browser can tell: nothing is fetched from elsewhere, nothing breaks the policy, pages
# fit small screens, work without a script, and meet WCAG 2.2 AA in both colour schemes.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import (  # type: ignore[import-untyped] # has no types
    Axe,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KINDS = [
    "index.html",
    "tim-kiem.html",
    "su-kien.html",
    "su-kien/mo-phong-thu.html",
    "linh-vuc.html",
    "linh-vuc/giay-to-thu.html",
    "co-quan.html",
    "a-z.html",
    "cap/tinh.html",
    "thu-tuc/9.000001.html",
    "thu-tuc/9.000003.html",
    "thu-tuc/9.000006.html",
    "thu-tuc/9.000007.html",
    "thu-tuc/9.000008.html",
    "thu-tuc/9.000010.html",
    "thu-tuc/thu-nghiem-tren-bien.html",
    "quyet-dinh.html",
    "quyet-dinh/2026-77-QD-BTN.html",
    "thay-doi.html",
    "thay-doi/2026-07.html",
    "niem-yet.html",
    "niem-yet/cap-tinh.html",
    "niem-yet/9.000001.html",
    "phien-ban/9.000001-ceb25ff1.html",  # in force
    "phien-ban/9.000001-5f394389.html",  # past
    "phien-ban/9.000002-03158d5a.html",  # published again
    "phien-ban/9.000003-c1be8fde.html",  # replaced
    "phien-ban/9.000007-2ef23435.html",  # suspended
    "phien-ban/9.000008-5b783736.html",  # to come
    "phien-ban/9.000008-b93f0ce6.html",  # put right
    "so-sanh/9.000001-ceb25ff1.html",
    "so-sanh.html?ma=9.000008&tu=11fabf9b&den=d2d396f2",
    "in-niem-yet.html#9.000001,9.000002",
    "thong-ke.html",
    "theo-doi.html",
    "du-lieu.html",
    "can-bo/index.html",
    "developers/python.html",
    "404.html",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
SCHEMES = {"light": "default", "dark": "slate"}
# axe has been loaded into the page by then.
AGAIN = "async options => (await axe.run(document, options)).violations"


def _open(page: Page, address: str) -> list[str]:
    """Open a page and return what went wrong on the way."""
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return wrong


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_nobody_else_and_keeps_its_policy(kind: str, served: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert _open(page, served + kind) == []
    assert [url for url in asked if not url.startswith((served, "data:"))] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_is_wider_than_its_screen(width: int, served: str, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for kind in KINDS:
        page.goto(served + kind)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind


# Widths and schemes show and hide different things, so everything is judged once in each of them;
# what only colours decide, in every combination.
@pytest.mark.parametrize(
    ("scheme", "width", "other_width"), [("light", 360, 1280), ("dark", 1280, 360)]
)
def test_axe_finds_nothing(
    scheme: Literal["light", "dark"], width: int, other_width: int, served: str, browser: Browser
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found: list[str] = []
    for kind in KINDS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(served + kind)
        # A sheet to be posted has one look only.
        assert page.locator("body").get_attribute("data-md-color-scheme") in {
            None,
            SCHEMES[scheme],
        }
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        page.set_viewport_size({"width": other_width, "height": 900})
        violations += page.evaluate(AGAIN, {"runOnly": COLOURS})
        found += [
            f"{kind}: {violation['id']}: {node['html'][:120]} {node.get('failureSummary', '')}"
            for violation in violations
            for node in violation["nodes"]
        ]
    context.close()
    assert found == []


def test_a_page_is_complete_without_a_script(served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "thu-tuc/9.000001.html")
    for words in ("Ảnh chân dung nền trắng", "7 ngày làm việc", "Miễn phí", "Đã thay đổi gì"):
        assert page.get_by_text(words).first.is_visible()
    box = page.get_by_role("checkbox").first
    box.check()
    assert box.is_checked()
    page.goto(served)
    page.get_by_role("searchbox").fill("the thu nghiem")
    page.get_by_role("button", name="Tìm").click()
    assert page.url.startswith(served + "tim-kiem.html")
    page.get_by_role("link", name="C", exact=True).click()
    assert page.get_by_role("link", name="Cấp thẻ thử nghiệm cho người thực hành").is_visible()
    context.close()


def test_the_search_finds_without_diacritics(served: str, page: Page) -> None:
    assert _open(page, served) == []
    page.get_by_label("Bạn cần làm thủ tục gì?").press_sequentially("cong nhan phong")
    page.get_by_role("option").first.wait_for()
    assert "Công nhận phòng thử" in page.get_by_role("option").first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thu-tuc/9.*.html")


def test_the_search_page_keeps_the_question_in_its_address(served: str, page: Page) -> None:
    assert _open(page, served + "tim-kiem.html?q=9.000003") == []
    results = page.locator("[data-tim-ket-qua] a")
    results.first.wait_for()
    assert "Công nhận phòng thử loại A" in results.first.inner_text()


def test_a_reader_may_turn_the_lights_off(served: str, page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(served + "thu-tuc/9.000001.html")
    page.get_by_title("Chuyển sang nền tối").click()
    page.goto(served + "thu-tuc/9.000002.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
