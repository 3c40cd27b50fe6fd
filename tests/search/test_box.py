# The box and the page as people use them: keys only, a phone's composed letters, a shared
# address, hostile records, a strict Content-Security-Policy.

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tthc_catalog.search import SearchIndex, SearchRow, SearchTables, build_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import ConsoleMessage, Page

# The address under which conftest.py serves.
SITE = "http://danh-muc.test/"
FORM = """<form data-tim {whole} role="search" action="tim-kiem.html" method="get"
  data-tim-muc-luc="muc-luc.json" data-tim-trang="thu-tuc/{{code}}.html" {worker}>
<label for="o">Tìm</label><input id="o" name="q" type="search"> {filters}
<button>Tìm</button></form>"""
FILTERS = """<select name="cap" data-tim-loc="level"><option value="">Tất cả</option></select>
<details hidden><summary>Lọc</summary></details>"""
RESULTS = """<p data-tim-so role="status"></p><ol data-tim-ket-qua></ol>
<section data-tim-khong-script>Danh sách A–Z</section>"""
PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>Danh mục</title>
<link rel="stylesheet" href="box.css">{body}<script type="module" src="box.js"></script>"""


@pytest.fixture
def site(
    serve: Callable[[dict[str, str]], Page],
    small_rows: list[SearchRow],
    small_tables: SearchTables,
) -> Callable[..., Page]:
    def opened(lang: str = "vi", worker: str = "", **other: str) -> Page:
        box = FORM.format(whole="", filters="", worker=worker)
        whole = FORM.format(whole="data-tim-trang-tim", filters=FILTERS, worker=worker) + RESULTS
        files = {
            "index.html": PAGE.format(lang=lang, body=box),
            "tim-kiem.html": PAGE.format(lang=lang, body=whole),
            "muc-luc.json": build_index(small_rows, small_tables),
            **{f"thu-tuc/{row.code}.html": "<title>Trang</title>" for row in small_rows},
        }
        page = serve({**files, **other})
        page.on("console", heard)
        page.on("pageerror", lambda raised: problems.append(str(raised)))
        return page

    problems: list[str] = []

    def heard(told: ConsoleMessage) -> None:
        if told.type == "error":
            problems.append(told.text)

    opened.__dict__["problems"] = problems
    return opened


def suggestions(page: Page) -> list[str]:
    page.wait_for_selector("[role=option]")
    return page.locator("[role=option] .tim-ten").all_text_contents()


def test_nothing_is_loaded_before_the_box_is_used(site: Callable[..., Page]) -> None:
    page = site()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(SITE)))
    page.goto(SITE + "index.html")
    page.wait_for_load_state("networkidle")
    assert sorted(asked) == ["box.css", "box.js", "index.html"]
    with page.expect_response("**/muc-luc.json"), page.expect_response("**/search.js"):
        page.focus("#o")
    assert sorted(asked)[-3:] == ["index.html", "muc-luc.json", "search.js"]


def test_keys_alone_lead_to_the_page(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "index.html")
    page.keyboard.press("Tab")
    page.keyboard.type("lay vo")
    assert suggestions(page)[0] == "Thủ tục đăng ký kết hôn"
    box = page.locator("#o")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == "o-goi-y-0"
    assert page.locator("#o-goi-y-0").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    last = page.locator("[role=option]").count() - 1
    assert box.get_attribute("aria-activedescendant") == f"o-goi-y-{last}"
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "lay vo"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(SITE + "thu-tuc/1.000894.html")


def test_enter_without_a_choice_leads_to_the_search_page(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "index.html")
    page.fill("#o", "tạm trú")
    suggestions(page)
    page.press("#o", "Enter")
    page.wait_for_url(SITE + "tim-kiem.html?q=t%E1%BA%A1m+tr%C3%BA")
    page.wait_for_selector("[data-tim-ket-qua] a")
    assert page.input_value("#o") == "tạm trú"
    assert page.get_attribute("[data-tim-ket-qua] a >> nth=0", "href") == "thu-tuc/1.004194.html"
    assert page.locator("[data-tim-khong-script]").is_hidden()


def test_a_press_on_a_suggestion_opens_it(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "index.html")
    page.fill("#o", "tách thửa")
    page.click("[role=option] >> nth=0")
    page.wait_for_url(SITE + "thu-tuc/1.012784.html")


def test_letters_being_composed_are_left_alone(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "index.html")
    page.focus("#o")
    page.evaluate(
        """() => {
          const box = document.querySelector("#o");
          box.value = "tach ho";
          box.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
        }"""
    )
    page.wait_for_timeout(300)
    assert page.locator("[role=option]").count() == 0
    page.dispatch_event("#o", "compositionend")
    assert suggestions(page)[0] == "Tách hộ"


def test_the_number_of_results_is_told_in_vietnamese(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "index.html")
    page.fill("#o", "tách hộ")
    expect(page.locator("[role=status]")).to_have_text("Tìm thấy 1 thủ tục.")
    page.fill("#o", "zzzz")
    told = "Không tìm thấy thủ tục nào. Thử ít chữ hơn, hoặc gõ mã thủ tục."
    expect(page.locator("[role=status]")).to_have_text(told)


def test_the_shell_may_be_english(site: Callable[..., Page]) -> None:
    page = site(lang="en")
    page.goto(SITE + "index.html")
    page.fill("#o", "tách hộ")
    expect(page.locator("[role=status]")).to_have_text("1 found.")


def test_an_address_can_be_shared_with_its_filters(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "tim-kiem.html?q=tam+tru&cap=t%E1%BB%89nh")
    page.wait_for_selector("[data-tim-ket-qua] a")
    assert page.locator(".tim-ma").all_text_contents() == ["1.003460"]
    page.select_option("select", "")
    expect(page.locator(".tim-ma")).not_to_have_count(1)
    assert page.url == SITE + "tim-kiem.html?q=tam+tru"
    page.fill("#o", "")
    expect(page.locator("[data-tim-khong-script]")).to_be_visible()
    assert page.url == SITE + "tim-kiem.html"


def test_filters_stay_empty_handed_where_only_noise_is_left(site: Callable[..., Page]) -> None:
    rows = [
        SearchRow(code="1.001456", name="Cấp hộ chiếu phổ thông", levels=("tỉnh",)),
        SearchRow(code="1.001612", name="Đăng ký thành lập hộ kinh doanh", levels=("bộ",)),
    ]
    page = site(**{"muc-luc.json": build_index(rows, SearchTables())})
    page.goto(SITE + "tim-kiem.html?q=ho+chieu&cap=b%E1%BB%99")
    status = page.locator("[role=status]")
    expect(status).to_have_text("Không tìm thấy thủ tục nào. Thử ít chữ hơn, hoặc gõ mã thủ tục.")
    page.select_option("select", "tỉnh")
    expect(page.locator(".tim-ma")).to_have_text(["1.001456"])


def test_filters_are_filled_before_anything_is_typed(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "tim-kiem.html")
    page.click("summary")
    expect(page.locator("option")).not_to_have_count(1)
    page.select_option("select", "tỉnh")
    expect(page.locator("[role=status]")).to_have_text(
        "Hãy gõ điều cần tìm; bộ lọc chỉ thu hẹp kết quả."
    )


def test_an_abolished_code_shows_what_replaced_it(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "tim-kiem.html?q=1.002809")
    page.wait_for_selector("[data-tim-ket-qua] a")
    assert page.locator(".tim-ma").all_text_contents() == ["1.002809", "3.000347"]
    assert page.text_content(".tim-trang-thai") == "bãi bỏ"
    assert page.text_content(".tim-thay-the") == "thay bằng 3.000347"


def test_a_long_name_leads_without_its_brackets_unless_two_read_alike(
    site: Callable[..., Page],
) -> None:
    listed = ["không theo tuyến/theo tuyến trong đô thị/" * 3, "tín ngưỡng/tôn giáo/tượng đài/" * 4]
    names = [f"Cấp giấy phép xây dựng ({kinds}) và nhà ở" for kinds in listed]
    again = "Gia hạn giấy phép xây dựng ({}) và nhà ở (cấp xã)"
    rows = [
        SearchRow(code="1.013225", name=names[0]),
        SearchRow(code="1.013226", name=names[1]),
        SearchRow(code="1.013227", name=again.format(listed[0])),
    ]
    page = site(**{"muc-luc.json": build_index(rows, SearchTables())})
    page.goto(SITE + "tim-kiem.html?q=giay+phep+xay+dung")
    page.wait_for_selector("[data-tim-ket-qua] a")
    shown = page.locator("[data-tim-ket-qua] a").all_text_contents()
    assert set(shown) == {*names, again.format("…")}


def test_results_of_one_name_say_what_tells_them_apart(site: Callable[..., Page]) -> None:
    name = "Cấp thẻ căn cước"
    rows = [
        SearchRow(code="moi-1", name=name, levels=("bộ",)),
        SearchRow(code="moi-2", name=name, levels=("tỉnh", "xã"), agencies=("Công an tỉnh",)),
        SearchRow(code="moi-3", name=name, levels=("tỉnh", "xã"), agencies=("Sở Nội vụ",)),
        SearchRow(code="moi-4", name=name, levels=("cơ quan khác",)),
        SearchRow(code="moi-5", name=name, levels=("cơ quan khác",)),
        SearchRow(code="moi-6", name="Cấp đổi thẻ căn cước", levels=("xã",)),
    ]
    page = site(**{"muc-luc.json": build_index(rows, SearchTables())})
    page.goto(SITE + "tim-kiem.html?q=the+can+cuoc")
    page.wait_for_selector("[data-tim-ket-qua] a")
    assert page.locator(".tim-rieng").all_text_contents() == [
        "cấp bộ",
        "cấp tỉnh, xã · Công an tỉnh",
        "cấp tỉnh, xã · Sở Nội vụ",
        "cơ quan khác · moi-4",
        "cơ quan khác · moi-5",
    ]
    page.goto(SITE + "index.html")
    page.fill("#o", "the can cuoc")
    page.wait_for_selector("[role=option]")
    assert page.locator(".tim-rieng").count() == 5


def test_a_suspended_procedure_says_so_and_keeps_its_place(site: Callable[..., Page]) -> None:
    rows = [
        SearchRow(code="9.000001", name="Cấp thẻ tàu cá", status="tạm ngưng"),
        SearchRow(code="9.000002", name="Cấp lại thẻ tàu cá"),
    ]
    page = site(**{"muc-luc.json": build_index(rows, SearchTables())})
    page.goto(SITE + "tim-kiem.html?q=cap+the+tau+ca")
    page.wait_for_selector("[data-tim-ket-qua] a")
    assert page.locator(".tim-ma").all_text_contents() == ["9.000001", "9.000002"]
    assert page.locator(".tim-trang-thai").all_text_contents() == ["tạm ngưng"]
    found = SearchIndex(rows, SearchTables()).search("cấp thẻ tàu cá")
    assert [hit.status for hit in found] == ["tạm ngưng", ""]


def test_the_text_of_a_record_never_becomes_markup(site: Callable[..., Page]) -> None:
    hostile = "<img src=x onerror=\"document.title='bị chiếm'\"> cấp phép"
    rows = [SearchRow(code='1.0"><b>', name=hostile, field="<script>", status="<i>")]
    page = site(**{"muc-luc.json": build_index(rows, SearchTables())})
    page.goto(SITE + "tim-kiem.html?q=cap+phep")
    page.wait_for_selector("[data-tim-ket-qua] a")
    assert page.text_content("[data-tim-ket-qua] a") == hostile
    assert page.locator("[data-tim-ket-qua] img, [data-tim-ket-qua] b").count() == 0
    assert page.title() == "Danh mục"
    address = page.get_attribute("[data-tim-ket-qua] a", "href")
    assert address == "thu-tuc/1.0%22%3E%3Cb%3E.html"


def test_a_missing_index_is_told_and_tried_again(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "index.html")
    page.context.route("**/muc-luc.json", lambda route: route.abort())
    page.fill("#o", "tách hộ")
    expect(page.locator("[role=status]")).to_contain_text("A–Z")
    page.context.unroute("**/muc-luc.json")
    page.fill("#o", "tach ho")
    assert suggestions(page) == ["Tách hộ"]


def test_pages_meet_a_strict_content_security_policy(site: Callable[..., Page]) -> None:
    page = site()
    page.goto(SITE + "tim-kiem.html?q=tam+tru")
    page.wait_for_selector("[data-tim-ket-qua] a")
    page.goto(SITE + "index.html")
    page.fill("#o", "tam tru")
    suggestions(page)
    assert site.__dict__["problems"] == []


def test_without_a_script_the_form_still_leads_to_the_page(site: Callable[..., Page]) -> None:
    page = site()
    page.context.route("**/box.js", lambda route: route.abort())
    page.goto(SITE + "index.html")
    page.fill("#o", "tách hộ")
    page.press("#o", "Enter")
    page.wait_for_url(SITE + "tim-kiem.html?q=*")
    assert page.locator("[data-tim-khong-script]").is_visible()
