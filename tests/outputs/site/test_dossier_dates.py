from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.outputs.editions import edition, first, later
from tthc_catalog.outputs.site.dossier_dates import due_code, received
from tthc_catalog.records.time_limit import parse_time_limit

if TYPE_CHECKING:
    from pathlib import Path

AMENDED = later("2/QĐ-BTN", "2026-06-01", hieu_luc="2026-07-01", ket_qua="Thẻ mới")


def _decision(folder: Path, rule: str) -> None:
    folder.joinpath("decisions", "2026").mkdir(parents=True)
    text = f"so: 2/QĐ-BTN\nngay: 2026-06-01\nhieu_luc: 2026-07-01\n{rule}"
    folder.joinpath("decisions", "2026", "2-QĐ-BTN.yaml").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("rule", "versions", "why"),
    [
        (
            "chuyen_tiep: giữ quy định cũ\n",
            ["Bản từ 01/02/2025"],
            "Giữ quy định cũ",
        ),
        (
            "chuyen_tiep: áp dụng quy định mới\n",
            ["Bản từ 01/07/2026"],
            "Áp dụng quy định mới",
        ),
        (
            "chuyen_tiep: được lựa chọn\n",
            ["Bản từ 01/02/2025", "Bản từ 01/07/2026"],
            "Được lựa chọn",
        ),
        (
            "",
            ["Bản từ 01/02/2025", "Bản từ 01/07/2026"],
            "Dữ liệu chưa ghi quy định chuyển tiếp; hãy hỏi nơi nhận hồ sơ",
        ),
    ],
)
def test_an_old_dossier_follows_the_transitional_rule(
    rule: str, versions: list[str], why: str, tmp_path: Path
) -> None:
    _decision(tmp_path, rule)
    new, old = received(edition(tmp_path, first() + AMENDED), "1.000001")
    assert (new.when, new.rule) == ("Từ 01/07/2026", "Chưa có thay đổi nào sau đó")
    assert old.when == "Từ 01/02/2025 đến hết 30/06/2026"
    assert [link.words for link in old.versions] == versions
    assert old.rule == why
    assert [link.words for link in old.decisions] == ["2/QĐ-BTN"]


def test_a_procedure_that_never_changed_needs_no_table(tmp_path: Path) -> None:
    assert received(edition(tmp_path, first()), "1.000001") == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("10 ngày làm việc", "10w"),
        ("8 + 5 ngày làm việc", "8w+5w"),
        ("2,5 ngày làm việc", "2.5w"),
        ("20 đến 30 ngày", "30d"),
        ("3 tháng", "3m"),
        ("4 giờ", "4h"),
        ("trong ngày, nhận sau 15 giờ thì ngày làm việc tiếp theo", "s15:00"),
        ("không quy định", ""),
        ("10 ngày kể từ ngày nhận đủ hồ sơ hợp lệ", "10d"),
        ("10 ngày kể từ ngày kết thúc niêm yết", ""),
    ],
)
def test_a_time_limit_has_a_short_spelling_if_it_runs_from_the_filing(
    words: str, code: str
) -> None:
    assert due_code(parse_time_limit(words)) == code
