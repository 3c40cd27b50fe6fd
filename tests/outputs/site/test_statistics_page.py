from __future__ import annotations

from typing import TYPE_CHECKING

from tests.outputs.editions import edition, first, later
from tthc_catalog.outputs.site.statistics_page import Figure, statistics_page

if TYPE_CHECKING:
    from pathlib import Path

CUT = (
    "[{kenh: trực tiếp, thoi_han: 7 ngày, thoi_han_theo_luat: 10 ngày}, "
    "{kenh: trực tuyến, thoi_han: 5 ngày làm việc, thoi_han_theo_luat: 10 ngày}]"
)


def _figures(tmp_path: Path) -> dict[str, Figure]:
    faster = later("2/QĐ-BTN", "2026-06-01", hieu_luc="2026-07-01", cach_thuc=CUT)
    told = edition(
        tmp_path,
        first(muc_do_truc_tuyen="toàn trình") + faster,
        first("1.000002", muc_do_truc_tuyen="một phần", cap_thuc_hien="tỉnh"),
    )
    return {figure.id: figure for figure in statistics_page(told).says["figures"]}


def test_changes_are_counted_by_month_and_kind(tmp_path: Path) -> None:
    rows = dict(_figures(tmp_path)["theo-thang"].rows)
    assert len(rows) == 24
    assert rows["7/2026"] == [0, 1, 0, 0]
    assert rows["2/2025"] == [2, 0, 0, 0]


def test_online_services_are_shares_of_each_level(tmp_path: Path) -> None:
    rows = dict(_figures(tmp_path)["truc-tuyen"].rows)
    assert rows == {"Tất cả": [1, 1, 0, 0], "Cấp tỉnh": [0, 1, 0, 0], "Cấp xã": [1, 0, 0, 0]}


def test_only_cuts_in_one_unit_count(tmp_path: Path) -> None:
    rows = dict(_figures(tmp_path)["cat-giam"].rows)
    assert rows["30 % đến dưới 50 %"] == [1]
    assert sum(values[0] for values in rows.values()) == 1


def test_the_time_between_signing_and_effect_is_a_median(tmp_path: Path) -> None:
    assert dict(_figures(tmp_path)["chuan-bi"].rows) == {"2025": [22], "2026": [30]}


def test_every_picture_stays_in_its_frame_and_has_words(tmp_path: Path) -> None:
    for figure in _figures(tmp_path).values():
        width, height = figure.size
        assert figure.summary.startswith(figure.title)
        for bar in figure.bars:
            assert bar.x >= 0
            assert bar.x + bar.width <= width
            assert bar.y >= 0
            assert bar.y + bar.height <= height
