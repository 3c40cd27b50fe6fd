# Whole pages are kept as files, so that a change of a template is seen as readers will see it.
# After a change that is meant: TTHC_GOLDEN=write pytest tests/outputs/site/test_pages.py, then read
# the difference.

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest

if TYPE_CHECKING:
    from tests.outputs.site.conftest import Site

KINDS = {
    "in-force": "thu-tuc/9.000001.html",
    "suspended": "thu-tuc/9.000007.html",
    "replaced": "thu-tuc/9.000003.html",
    "abolished": "thu-tuc/9.000006.html",
    "corrected-boxed-coming": "thu-tuc/9.000008.html",
    "unknown-parts": "thu-tuc/9.000010.html",
    "future": "thu-tuc/thu-nghiem-tren-bien.html",
    "life-events": "su-kien.html",
    "life-event": "su-kien/mo-phong-thu.html",
    "decision": "quyet-dinh/2026-77-QD-BTN.html",
    "home": "index.html",
    "search": "tim-kiem.html",
    "changes": "thay-doi.html",
    "month": "thay-doi/2026-07.html",
    "list": "linh-vuc/giay-to-thu.html",
    "shelf": "linh-vuc.html",
    "letters": "a-z.html",
    "decisions": "quyet-dinh.html",
}
GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_reads_as_agreed(kind: str, site: Site) -> None:
    body = site.body(KINDS[kind])
    kept = GOLDEN / f"{kind}.html"
    if os.environ.get("TTHC_GOLDEN") == "write":
        kept.write_text(body, "utf-8")
    assert body == kept.read_text("utf-8")


def test_every_page_is_valid_html(site: Site) -> None:
    for path in sorted(site.folder.rglob("*.html")):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(path.read_text("utf-8"))


def test_a_code_that_ended_leads_to_its_successor(site: Site) -> None:
    body = site.body("thu-tuc/9.000003.html")
    assert "Đã được thay thế</span> từ ngày" in body
    assert '<a href="../thu-tuc/9.000004.html">Công nhận phòng thử nghiệm</a>' in body


def test_what_nobody_knows_is_shown_as_unknown(site: Site) -> None:
    body = site.body("thu-tuc/9.000010.html")
    assert "Nội dung dưới đây ghi nhận ngày" in body
    assert "; nguồn chưa cho biết ngày bắt đầu áp dụng." in body
    assert "Chưa rõ ngày có hiệu lực, ghi nhận ngày 15/06/2026" in body
    assert "“2” <small>Thời hạn như in trong nguồn</small>" in body
    assert body.count("Nguồn không nêu") == 4  # papers, grounds, agencies, and whom to go to


def test_a_correction_shows_both_texts(site: Site) -> None:
    body = site.body("thu-tuc/9.000008.html")
    assert "<del>12 ngày</del>" in body
    assert "<ins>2 ngày</ins>" in body


def test_a_coming_change_is_announced(site: Site) -> None:
    assert "Sắp thay đổi</span> Từ ngày" in site.body("thu-tuc/9.000008.html")


def test_lists_follow_the_vietnamese_alphabet(site: Site) -> None:
    # Â before C, C before Đ, Đ before K: not the order of code points.
    letters = site.body("a-z.html")
    order = [letters.index(f">{letter}</a>") for letter in ("Â", "C", "Đ", "K", "X")]
    assert order == sorted(order)


def test_a_decision_shows_where_annex_and_records_differ(site: Site) -> None:
    body = site.body("quyet-dinh/2026-77-QD-BTN.html")
    assert "Có chỗ khác nhau giữa phụ lục và dữ liệu." in body
    assert "≠" not in body, "the sign belongs to the style, not to the words"
    assert "Danh mục không có mã này" in body
    assert "Không có gì thay đổi" in body
