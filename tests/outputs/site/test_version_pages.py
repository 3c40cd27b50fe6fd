from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.outputs.editions import edition, first, later
from tthc_catalog.outputs.site.posting_sheet import posting_sheet
from tthc_catalog.outputs.site.qr_code import qr_code
from tthc_catalog.outputs.site.standing import standing
from tthc_catalog.outputs.site.version_pages import comparisons, version_pages

if TYPE_CHECKING:
    from tests.outputs.site.conftest import Site
    from tthc_catalog.outputs.site.edition import Edition

AMENDED = later(
    "2/QĐ-BTN", "2026-06-01", hieu_luc="2026-07-01", ho_so="[{thanh_phan: [Đơn, Giấy khám]}]"
)
AGAIN = later("3/QĐ-BTN", "2026-08-01", hieu_luc="2026-08-10")
COMING = later("4/QĐ-BTN", "2026-11-01", hieu_luc="2027-01-01", ket_qua="Thẻ mới")
ENDED = later("5/QĐ-BTN", "2026-09-01", hieu_luc="2026-09-10", bai_bo="{can_cu: 1/2026/NĐ-CP}")


def _kinds(told: Edition) -> list[str]:
    return [standing(told, version).kind for version in told.versions["1.000001"]]


def test_each_version_knows_how_it_stands(tmp_path: Path) -> None:
    assert _kinds(edition(tmp_path / "a", first())) == ["now"]
    assert _kinds(edition(tmp_path / "b", first() + AMENDED + COMING)) == ["past", "now", "coming"]
    assert _kinds(edition(tmp_path / "c", first() + AGAIN)) == ["same", "now"]
    assert _kinds(edition(tmp_path / "d", first() + ENDED)) == ["ended"]
    paused = later("6/QĐ-BTN", "2026-09-01", tam_ngung="Nâng cấp")
    assert _kinds(edition(tmp_path / "e", first() + paused))[-1] == "suspended"


def test_an_old_version_says_since_when_by_what_and_what_to_prepare(tmp_path: Path) -> None:
    told = edition(tmp_path, first() + AMENDED)
    old = told.versions["1.000001"][0]
    stands = standing(told, old)
    assert (str(stands.since), stands.by.words) == ("2026-07-01", "2/QĐ-BTN")
    page = next(version_pages(told, "1.000001"))
    assert page.says["told"] == [
        ("Phải chuẩn bị thêm", "heavier", ["Phải nộp thêm giấy tờ: Giấy khám."]),
        ("Không còn cần nữa", "lighter", ["Không còn phải nộp giấy tờ: Ảnh."]),
    ]
    assert "noindex" in page.head


def test_only_neighbours_that_differ_are_compared(tmp_path: Path) -> None:
    told = edition(tmp_path, first() + AMENDED + AGAIN)
    assert [pair[0].short for pair in comparisons(told, "1.000001").values()] == [
        told.versions["1.000001"][0].short
    ]


def test_a_sheet_leads_to_the_page_of_its_version(tmp_path: Path) -> None:
    told = edition(tmp_path, first() + AMENDED)
    version = told.version_now("1.000001")
    assert version is not None
    html = posting_sheet(told, version).decode()
    assert f"https://thu-tuc.example/phien-ban/1.000001-{version.short}.html" in html
    assert "<svg" in html
    assert "Giấy khám" in html
    assert "áp dụng từ ngày" in html


def test_without_an_address_a_sheet_prints_code_and_version_only(tmp_path: Path) -> None:
    told = edition(tmp_path, first(), base="")
    version = told.version_now("1.000001")
    assert version is not None
    html = posting_sheet(told, version).decode()
    assert "<svg" not in html
    assert f"1.000001-{version.short}" in html


def test_a_qr_code_is_quiet_around_and_the_same_every_time() -> None:
    svg = qr_code("https://thu-tuc.example/phien-ban/1.000001-5b0d2f05.html")
    assert svg == qr_code("https://thu-tuc.example/phien-ban/1.000001-5b0d2f05.html")
    assert 'viewBox="0 0 41 41"' in svg  # version 4 has 33 modules
    assert "style=" not in svg


def test_the_corrected_text_says_so(site: Site) -> None:
    wrong = next(
        path.name
        for path in (site.folder / "phien-ban").glob("9.000008-*.html")
        if "đã được đính chính" in path.read_text("utf-8")
    )
    body = site.body(f"phien-ban/{wrong}")
    assert "Bản này có chỗ sai và đã được đính chính</strong> ngày" in body
    assert "12/QĐ-BTN" in body


KINDS = {
    "version-now": "phien-ban/9.000001-ceb25ff1.html",
    "version-past": "phien-ban/9.000001-5f394389.html",
    "version-corrected": "phien-ban/9.000008-b93f0ce6.html",
    "comparison": "so-sanh/9.000001-ceb25ff1.html",
    "sheets": "niem-yet.html",
    "sheet-list": "niem-yet/cap-tinh.html",
    "statistics": "thong-ke.html",
    "follow": "theo-doi.html",
    "data": "du-lieu.html",
}


@pytest.mark.parametrize("kind", [*KINDS, "sheet"])
def test_a_page_reads_as_agreed(kind: str, site: Site) -> None:
    # After a change that is meant: TTHC_GOLDEN=write, as for the other pages.
    text = site.html("niem-yet/9.000001.html") if kind == "sheet" else site.body(KINDS[kind])
    kept = Path(__file__).parents[2] / "golden" / f"{kind}.html"
    if os.environ.get("TTHC_GOLDEN") == "write":
        kept.write_text(text, "utf-8")
    assert text == kept.read_text("utf-8")
