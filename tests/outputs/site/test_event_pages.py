# People come for what happens to them; a procedure that ended gives way to what follows it.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.outputs.site.conftest import Site


def test_the_home_page_offers_life_events_right_after_the_search(site: Site) -> None:
    body = site.body("index.html")
    assert body.index("t-q") < body.index('href="su-kien/lam-the.html"') < body.index("linh-vuc/")
    assert "Làm thẻ lần đầu, đổi thẻ cũ." in body


def test_an_event_leads_to_what_can_be_filed_today(site: Site) -> None:
    body = site.body("su-kien/mo-phong-thu.html")
    assert "9.000003" not in body  # replaced by
    assert '<a href="../thu-tuc/9.000004.html">Công nhận phòng thử nghiệm</a>' in body
    assert "9.000006" not in body  # abolished without a successor
    assert "<dd>Tạm ngưng</dd>" in body  # 9.000007


def test_an_event_without_any_procedure_left_has_no_page(site: Site) -> None:
    assert not (site.folder / "su-kien/viec-da-het.html").exists()
    assert "Việc không còn thủ tục nào" not in site.body("su-kien.html")


def test_a_procedure_names_the_events_that_it_belongs_to(site: Site) -> None:
    assert '<a href="../su-kien/mo-phong-thu.html">Mở phòng thử</a>' in site.body(
        "thu-tuc/9.000004.html"
    )
