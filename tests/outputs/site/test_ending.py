# Whoever arrives where nothing can be filed any more must not be left standing, nor be told more
# than the records know.

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.outputs.editions import edition, first, later
from tthc_catalog.outputs.site.change_pages import change_pages, chronicle
from tthc_catalog.outputs.site.ending import local_end, near
from tthc_catalog.outputs.site.publications import timelines
from tthc_catalog.outputs.site.standing import standing

if TYPE_CHECKING:
    from pathlib import Path

REGISTER = "ubnd-mau:\n  ten: Ủy ban nhân dân tỉnh Mẫu\n  ten_khac: UBND tỉnh Mẫu\n  cap: tỉnh\n"
ENDED = "---\nquyet_dinh: {so: 5/QĐ-UBND, ngay: 2026-09-01, co_quan: UBND tỉnh Mẫu}\n"
ENDED += "hieu_luc: 2026-09-10\nbai_bo: {can_cu: 1/2026/NĐ-CP}\n"


def test_the_end_that_a_province_decided_is_told_as_its_own(tmp_path: Path) -> None:
    told = edition(tmp_path / "a", first() + ENDED, authorities=REGISTER)
    last = told.states["1.000001"].last
    assert last is not None
    assert told.decision_link(last).words == "5/QĐ-UBND của Ủy ban nhân dân tỉnh Mẫu"
    assert local_end(told, "1.000001") == (
        "Điều này theo danh mục của địa phương đã ra quyết định; "
        "ở nơi khác, hãy hỏi nơi tiếp nhận hồ sơ."
    )
    told = edition(tmp_path / "b", first(dia_ban="Tỉnh Mẫu") + ENDED)
    assert local_end(told, "1.000001").startswith("Điều này theo danh mục của Tỉnh Mẫu;")
    central = ENDED.replace("UBND", "BTN").replace(" tỉnh Mẫu", "")
    told = edition(tmp_path / "c", first() + central, authorities=REGISTER)
    assert local_end(told, "1.000001") == ""


def test_what_may_help_is_named_with_its_reason(tmp_path: Path) -> None:
    ended = later("5/QĐ-BTN", "2026-09-01", hieu_luc="2026-09-10", bai_bo="{can_cu: 1/2026/NĐ-CP}")
    told = edition(
        tmp_path,
        first(ten="Cấp lại thẻ mẫu bị mất") + ended,
        first("1.000002", ten="Cấp đổi thẻ mẫu đã hỏng"),
        first("1.000003", ten="Cấp thẻ mẫu", cap_thuc_hien="tỉnh"),
        first("1.000004", ten="Khai tử"),
        first("1.000005", ten="Cấp đổi thẻ mẫu khác", linh_vuc="khac"),
    )
    assert [(each.link.words, each.why) for each in near(told, "1.000001")] == [
        ("Cấp đổi thẻ mẫu đã hỏng", "cùng lĩnh vực, cùng cấp"),
        ("Cấp thẻ mẫu", "cùng lĩnh vực, khác cấp"),
    ]


def test_a_day_of_recording_is_no_day_of_the_law(tmp_path: Path) -> None:
    seen = later("2/QĐ-BTN", "2026-06-01", ghi_nhan="2026-07-17", ket_qua="Thẻ mới")
    told = edition(tmp_path, first() + seen.replace(", ngay: 2026-06-01", ""))
    stands = standing(told, told.versions["1.000001"][0])
    assert (stands.kind, stands.recorded, str(stands.since)) == ("past", True, "2026-07-17")
    front, *months = change_pages(chronicle(told, timelines(told)))
    assert [link.address for link, _ in front.says["recorded"]] == [
        "thay-doi/ghi-nhan-2026-07.html"
    ]
    assert "thay-doi/2026-07.html" not in [page.address for page in months]
