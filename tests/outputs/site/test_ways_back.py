# From a page to its file, from an old address to the new one, from a search engine to all pages.

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import html5lib
import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site import print_site
from tthc_catalog.outputs.site.edition import Edition
from tthc_catalog.outputs.site.reporting import report_links

if TYPE_CHECKING:
    from pathlib import Path

    from tests.outputs.site.conftest import Site

DAY = date(2026, 11, 22)


@pytest.fixture
def records(root: Path, tmp_path: Path) -> Path:
    """A copy of the small catalogue that a test may change."""
    return shutil.copytree(root / "tests" / "fixtures" / "catalog", tmp_path / "catalog")


def _print(records: Path, frame: Path, out: Path) -> Path:
    print_site(Catalog.load(records, cache=False), frame, out, today=DAY)
    return out


# --- the file behind a page -----------------------------------------------------------------------


def test_a_page_leads_to_its_file_and_to_a_report(site: Site) -> None:
    body = site.body("thu-tuc/9.000001.html")
    file = "https://kho.example/thu-nghiem/danh-muc/blob/HEAD/catalog/procedures/giay-to-thu"
    assert f'<a href="{file}/9.000001.yaml">Xem, sửa tệp dữ liệu</a>' in body
    report = "https://kho.example/thu-nghiem/danh-muc/issues/new?title=9.000001%3A+"
    assert f'<a href="{report}' in body


@pytest.mark.parametrize(
    ("repository", "file", "report"),
    [
        (
            "https://kho.example/a/b/-/tree/main/du-lieu/",
            "https://kho.example/a/b/-/tree/main/du-lieu/procedures/giay-to-thu/",
            "https://kho.example/a/b/issues/new?title=",
        ),
        ("javascript:alert(1)", "", ""),
        ("git@kho.example:a/b.git", "", ""),
    ],
)
def test_a_repository_is_taken_as_it_is_told(
    repository: str, file: str, report: str, records: Path
) -> None:
    (records / "catalog.yaml").write_text(f"ten: Thử\nkho_ma: {repository}\n", "utf-8")
    links = report_links(Edition(Catalog.load(records, cache=False), DAY), "9.000001")
    told = [str(link.address) for link in links]
    assert [address.partition("9.0")[0] for address in told] == [report, file] if file else not told


# --- old addresses --------------------------------------------------------------------------------


def test_a_code_that_only_its_successor_knows_leads_on(
    records: Path, frame: Path, tmp_path: Path
) -> None:
    file = records / "procedures/ky-thuat-thu/9.000004.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('thay_the: ["9.000003"', 'thay_the: ["9.000099", "9.000003"'))
    site = _print(records, frame, tmp_path / "site")
    html = (site / "thu-tuc/9.000099.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../thu-tuc/9.000004.html">' in html
    assert '<a href="../thu-tuc/9.000004.html">Công nhận phòng thử nghiệm</a>' in html
    assert "9.000099" not in (site / "sitemap.xml").read_text("utf-8")
    html5lib.HTMLParser(strict=True).parse(html)


# --- for search engines ---------------------------------------------------------------------------


def test_the_sitemap_lists_pages_and_documents_but_no_copies(site: Site) -> None:
    listed = (site.folder / "sitemap.xml").read_text("utf-8")
    for name in ("thu-tuc/9.000001.html", "su-kien/lam-the.html", "can-bo/index.html"):
        assert f"<loc>https://thu-tuc.example/{name}</loc>" in listed
    for name in ("404.html", "niem-yet/9.000001.html", "so-sanh/"):
        assert f"https://thu-tuc.example/{name}" not in listed


def test_no_page_states_its_policy_twice(frame: Path, records: Path, tmp_path: Path) -> None:
    site = shutil.copytree(frame, tmp_path / "in-place")
    print_site(Catalog.load(records, cache=False), site, site, today=DAY)
    for path in sorted(site.rglob("*.html")):
        assert path.read_text("utf-8").count('<meta http-equiv="Content-Sec') == 1, path


def test_no_link_in_the_head_makes_the_frame_look_for_sitemaps(site: Site) -> None:
    """Material asks each `link[rel=alternate]` for the sitemap of a translation."""
    assert 'rel="alternate"' not in site.html("thu-tuc/9.000001.html")
    assert 'rel="alternate " type="application/atom+xml"' in site.html("thu-tuc/9.000001.html")
