# The frame that a generator rendered, completed for readers with a phone, a keyboard, or English.

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

import html5lib
import pytest
from markupsafe import Markup

from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site import print_site
from tthc_catalog.outputs.site.edition import Edition
from tthc_catalog.outputs.site.frame_links import (
    completed,
    flattened,
    language_of,
    spoken_as_written,
)
from tthc_catalog.outputs.site.frame_words import english, spoken, translated, word
from tthc_catalog.outputs.site.lost_page import lost_page
from tthc_catalog.outputs.site.typesetting import template

if TYPE_CHECKING:
    from pathlib import Path

    from tests.outputs.site.conftest import Site

VIETNAMESE = re.compile(r"[À-ỹđĐ]")
TEMPLATES = sorted(
    path.name
    for path in (files("tthc_catalog.outputs.site") / "templates").iterdir()
    if path.name != "sheet.html"  # what hangs on a wall in Vietnam
)


@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("index.html", "tim-kiem.html"),
        ("thu-tuc/9.000001.html", "../tim-kiem.html"),
        ("can-bo/index.html", "../tim-kiem.html"),
    ],
)
def test_the_search_is_one_tap_away_on_every_page(address: str, to: str, site: Site) -> None:
    header = site.html(address).partition("<header")[2].partition("</header>")[0]
    assert f'href="{to}" title="Tìm thủ tục"' in header


def test_the_menu_has_a_name_for_whoever_reaches_it_by_keyboard(site: Site) -> None:
    html = site.html("thu-tuc/9.000001.html")
    assert '<a class="t-menu" href="#danh-muc-trang">Mở danh mục trang</a>' in html
    assert '<nav id="danh-muc-trang" tabindex="-1" class="md-nav md-nav--primary' in html


@pytest.mark.parametrize("address", ["thu-tuc/9.000001.html", "can-bo/index.html"])
def test_the_frame_says_what_it_is_in_vietnamese(address: str, site: Site) -> None:
    html = site.html(address)
    assert '<nav class="md-tabs" aria-label="Các mục chính"' in html
    assert re.search(r"Lên đầu trang\s*</button>", html)


def test_a_document_in_english_says_so(site: Site) -> None:
    assert '<article lang="en" class="md-content__inner' in site.html("developers/python.html")
    for address in ("can-bo/index.html", "index.html", "404.html"):
        assert '<article lang="en"' not in site.html(address)


def test_the_menu_of_a_procedure_names_sections_not_documents(site: Site) -> None:
    html = site.html("thu-tuc/9.000001.html")
    assert "md-nav__item--nested" not in html
    assert '<a href="../can-bo/index.html" class="md-nav__link">' in html
    assert "md-nav__item--nested" in site.html("can-bo/index.html")


def test_sections_within_sections_stay_as_they_are() -> None:
    item = '<li class="md-nav__item md-nav__item--nested"><span class="md-ellipsis">A</span>{}</li>'
    inner = '<nav><ul><li><a href="x.html">x</a></li></ul></nav>'
    nested = item.format(f"<nav><ul>{item.format(inner)}</ul></nav>")
    assert flattened(nested) == nested


def test_what_moves_waits_for_what_is_read(site: Site) -> None:
    html = site.html("thu-tuc/9.000001.html")
    assert '<script defer fetchpriority="low" src="../assets/javascripts/bundle' in html


def test_a_page_without_such_a_frame_stays_as_it_is() -> None:
    assert completed("<p>x</p>") == flattened("<p>x</p>") == "<p>x</p>"


def test_a_document_in_vietnamese_says_so_within_an_english_frame() -> None:
    html = '<article class="a"><p>Quyết định công bố</p></article>'
    assert spoken_as_written(html, "vi") == html
    assert spoken_as_written(html, "en").startswith('<article lang="vi" class="a">')


def test_a_lost_reader_is_offered_the_search(site: Site, tmp_path: Path) -> None:
    html = site.html("404.html")
    assert "<title>Không có trang này</title>" in html
    assert 'action="/tim-kiem.html"' in html
    assert "Not found" not in html
    told = Edition(site.catalog, date(2026, 11, 22), "https://x.example/tthc/")
    below = lost_page((site.frame / "404.html").read_text("utf-8"), told)
    assert 'href="/tthc/assets/stylesheets/' in below
    assert not re.search(r'(?:href|src|action)="/(?!tthc/)', below)


# --- English --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_word_of_a_template_lacks_its_english(name: str) -> None:
    source = (files("tthc_catalog.outputs.site") / "templates" / name).read_text("utf-8")
    said = re.sub(r"\{#.*?#\}", "", translated(source), flags=re.DOTALL)
    left = [line for line in said.splitlines() if VIETNAMESE.search(line)]
    assert left == []


def test_every_template_compiles_in_english() -> None:
    for name in TEMPLATES:
        assert template(name, "en") is not None


def test_the_table_translates_and_never_blanks() -> None:
    assert all(vi.strip() == vi and en.strip() == en and en for vi, en in english().items())
    assert not [en for en in english().values() if VIETNAMESE.search(en.replace("“Thủ tục”", ""))]
    assert word("Lĩnh vực", "vi") == "Lĩnh vực"
    assert word("Không có trong bảng", "en") == "Không có trong bảng"


def test_a_vietnamese_frame_asks_for_no_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("tthc_catalog.outputs.site.frame_words.english")
    assert word("Lĩnh vực", "vi") == "Lĩnh vực"


def test_records_in_an_english_frame_are_marked_as_vietnamese() -> None:
    assert spoken("Đăng ký <b>") == Markup('<span lang="vi">Đăng ký &lt;b&gt;</span>')
    assert spoken(Markup('<a href="x">Đăng ký</a>')) == Markup('<a lang="vi" href="x">Đăng ký</a>')
    assert spoken(Markup("<p>Một</p><p>Đơn</p>")) == Markup(
        '<p lang="vi">Một</p><p lang="vi">Đơn</p>'
    )
    assert spoken(Markup('<a href="x">Lĩnh vực</a>')) == Markup('<a href="x">Field</a>')
    assert spoken("Phí, lệ phí") == "Fees"
    assert spoken(5) == 5
    assert spoken("10") == "10"


def test_an_english_frame_leaves_records_untouched(
    root: Path, frame: Path, site: Site, tmp_path: Path
) -> None:
    english = tmp_path / "frame"
    english.mkdir()
    shell = (frame / "khung.html").read_text("utf-8")
    (english / "khung.html").write_text(shell.replace('lang="vi"', 'lang="en"', 1), "utf-8")
    catalog = Catalog.load(root / "tests" / "fixtures" / "catalog", cache=False)
    print_site(catalog, english, tmp_path / "site", today=date(2026, 11, 22))
    html = (tmp_path / "site" / "thu-tuc/9.000001.html").read_text("utf-8")
    assert "Papers to bring</h2>" in html
    assert "What has changed</h2>" in html
    heading = '<span lang="vi">Cấp thẻ thử nghiệm cho người thực hành</span>'
    assert f'<h1 id="noi-dung" tabindex="-1">{heading}' in html
    assert "Which procedure do you need?" in (tmp_path / "site/index.html").read_text("utf-8")
    for path in sorted((tmp_path / "site").rglob("*.html")):
        html5lib.HTMLParser(strict=True).parse(path.read_text("utf-8"))
    sheet = "niem-yet/9.000001.html"
    assert (tmp_path / "site" / sheet).read_text("utf-8") == site.html(sheet)


def test_a_frame_in_another_language_is_read_as_vietnamese() -> None:
    assert language_of('<!doctype html><html lang="en" class="no-js">') == "en"
    assert language_of('<html lang="fr">') == language_of("<html>") == "vi"
