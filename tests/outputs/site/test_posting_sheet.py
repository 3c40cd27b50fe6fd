# What hangs on a wall goes on being read after nobody looks at it any more.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.outputs.editions import edition, first, later
from tthc_catalog.outputs.site.posting_sheet import posting_sheet, sheet_lists

if TYPE_CHECKING:
    from pathlib import Path

    from tthc_catalog.outputs.site.edition import Edition

ENDING = later("4/QĐ-BTN", "2026-11-01", hieu_luc="2027-01-01", bai_bo="{can_cu: 1/2026/NĐ-CP}")
ENDED = later("5/QĐ-BTN", "2026-09-01", hieu_luc="2026-09-10", bai_bo="{can_cu: 1/2026/NĐ-CP}")


def _sheet(told: Edition, code: str = "1.000001") -> str:
    version = told.version_now(code)
    assert version is not None
    return posting_sheet(told, version).decode()


def _list(told: Edition, address: str = "niem-yet/cap-xa.html") -> dict[str, Any]:
    return next(page.says for page in sheet_lists(told) if page.address == address)


def test_a_sheet_prints_what_stands_beside_the_channels(tmp_path: Path) -> None:
    ways = (
        "[{kenh: trực tiếp, mo_ta: 'Nhà ở riêng lẻ: 7 ngày.'},"
        " {kenh: trực tuyến, mo_ta: 'Nhà ở riêng lẻ: 7 ngày.'}, {kenh: bưu chính}]"
    )
    told = edition(tmp_path, first(cach_thuc=ways, thoi_han="10 ngày"))
    assert '<p class="note">Trực tiếp, trực tuyến: Nhà ở riêng lẻ: 7 ngày.</p>' in _sheet(told)


def test_a_long_note_is_cut_at_a_word(tmp_path: Path) -> None:
    ways = f"[{{kenh: trực tiếp, thoi_han: 5 ngày, mo_ta: '{'lời ' * 100}'}}]"
    assert f"Ghi chú: {'lời ' * 75}…</p>" in _sheet(edition(tmp_path, first(cach_thuc=ways)))


def test_a_sheet_warns_of_the_day_on_which_it_must_come_down(tmp_path: Path) -> None:
    told = edition(tmp_path, first() + ENDING)
    assert "<strong>Thôi thực hiện từ ngày <time" in _sheet(told)
    assert "</strong> theo 4/QĐ-BTN: từ ngày đó phải gỡ bản này.</p>" in _sheet(told)
    row = _list(told)["rows"][0]
    assert (str(row.coming.since), row.coming.ends) == ("2027-01-01", True)


def test_a_list_names_what_must_come_down(tmp_path: Path) -> None:
    paused = later("6/QĐ-BTN", "2026-10-01", hieu_luc="2026-10-05", tam_ngung="Nâng cấp")
    told = edition(
        tmp_path,
        first(),
        first("1.000002", ten="Cấp thẻ cũ") + ENDED,
        first("1.000003", ten="Cấp thẻ khác") + paused,
        first("1.000004", ten="Cấp thẻ tỉnh", cap_thuc_hien="tỉnh") + ENDED,
    )
    says = _list(told)
    assert [(row.code, row.status, str(row.since)) for row in says["gone"]] == [
        ("1.000003", "tạm ngưng", "2026-10-05"),
        ("1.000002", "đã bãi bỏ", "2026-09-10"),
    ]
    assert [row.code for row in says["rows"]] == ["1.000003", "1.000001"]


def test_an_office_with_nothing_left_still_learns_what_to_take_down(tmp_path: Path) -> None:
    told = edition(
        tmp_path,
        first(),
        first("1.000004", cap_thuc_hien="tỉnh", co_quan="{thuc_hien: Sở Cũ}") + ENDED,
    )
    for address in ("niem-yet/co-quan-so-cu.html", "niem-yet/cap-tinh.html"):
        says = _list(told, address)
        assert (says["count"], [row.code for row in says["gone"]]) == (0, ["1.000004"])
    front = next(page for page in sheet_lists(told) if page.address == "niem-yet.html").says
    assert [(link.words, count) for link, count in front["agencies"]] == [
        ("Sở Cũ", 0),
        ("Ủy ban nhân dân xã", 1),
    ]
    assert [(link.words, count) for link, count in front["levels"]] == [
        ("Cấp xã", 1),
        ("Cấp tỉnh", 0),
    ]


def test_a_sheet_without_papers_is_marked(tmp_path: Path) -> None:
    empty = first("1.000002", cach_thuc="[{kenh: trực tiếp}]", chua_ro="[ho_so]")
    empty = empty.replace("ho_so: [{thanh_phan: [Đơn, Ảnh]}]\n", "")
    told = edition(tmp_path, first(), empty)
    assert {row.code: row.thin for row in _list(told)["rows"]} == {
        "1.000001": False,
        "1.000002": True,
    }


def test_an_office_of_several_spellings_has_one_list(tmp_path: Path) -> None:
    told = edition(
        tmp_path,
        first(),
        first("1.000002", co_quan="{thuc_hien: Uỷ ban Nhân dân cấp xã}"),
        authorities="xa:\n  ten: Ủy ban nhân dân xã\n  ten_khac: Uỷ ban Nhân dân cấp xã\n",
    )
    says = _list(told, "niem-yet/co-quan-uy-ban-nhan-dan-xa.html")
    assert [row.code for row in says["rows"]] == ["1.000001", "1.000002"]
