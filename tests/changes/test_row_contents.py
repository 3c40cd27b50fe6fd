# What an annex prints of a procedure beside its code is held against the records.

from __future__ import annotations

import pytest

from tthc_catalog.changes import changes_by
from tthc_catalog.outputs.decision_rows import verdict_sentence
from tthc_catalog.rules.example import example_catalog

EXAMPLE = """
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
cach_thuc:
  - {{kenh: trực tiếp, thoi_han: "{own}", thoi_han_theo_luat: 7 ngày làm việc}}
  - {{kenh: bưu chính, thoi_han: 4 ngày làm việc}}
can_cu: [10/2025/NĐ-CP, 11/2025/NĐ-CP]
{more}
# fields.yaml
linh-vuc-mau:
  ten: Lĩnh vực mẫu
  ten_khac: Mẫu
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi:
    - ma: "1.000001"
      {row}
"""


def _told(row: str, own: str = "2 ngày làm việc", more: str = "") -> list[tuple[str, str, str]]:
    catalog = example_catalog(EXAMPLE.format(row=row, own=own, more=more))
    [match] = changes_by(catalog.decision("2/QĐ-UBND"), catalog).reconciliation.rows
    assert match.agrees is not bool(match.differences)
    return [(each.key, each.printed, each.stated) for each in match.differences]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "thoi_han: 3 ngày làm việc",
            [("thoi_han", "3 ngày làm việc", "2 ngày làm việc; 4 ngày làm việc")],
        ),
        ("thoi_han: 2 ngày", [("thoi_han", "2 ngày", "2 ngày làm việc; 4 ngày làm việc")]),
        (
            "thoi_han_theo_luat: 8 ngày làm việc",
            [("thoi_han_theo_luat", "8 ngày làm việc", "7 ngày làm việc")],
        ),
        ("linh_vuc: Đất đai", [("linh_vuc", "Đất đai", "Lĩnh vực mẫu")]),
        (
            "can_cu: [10/2025/NĐ-CP, 12/2025/NĐ-CP]",
            [("can_cu", "12/2025/NĐ-CP", "10/2025/NĐ-CP; 11/2025/NĐ-CP")],
        ),
        ("thoi_han: 2 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", []),
        ("thoi_han: 4 ngày làm việc", []),
        ("linh_vuc: mẫu", []),
        ("can_cu: 11/2025/NĐ-CP", []),
    ],
)
def test_what_a_row_states_otherwise(row: str, expected: list[tuple[str, str, str]]) -> None:
    assert _told(row) == expected


def test_an_hour_that_one_side_leaves_out_is_no_difference() -> None:
    assert not _told(
        "thoi_han: trong ngày", "trong ngày, nhận sau 15 giờ thì ngày làm việc tiếp theo"
    )


def test_a_limit_by_case_holds_the_limit_of_a_case() -> None:
    by_case = "không phải xác minh: 3 ngày làm việc; phải xác minh: 5 ngày làm việc"
    assert not _told("thoi_han: 5 ngày làm việc", by_case)
    assert _told("thoi_han: 6 ngày làm việc", by_case)


def test_a_correction_of_the_copy_settles_it() -> None:
    mended = (
        "---\nquyet_dinh: 3/QĐ-UBND\ndinh_chinh: 2/QĐ-UBND\n"
        "cach_thuc: [{kenh: trực tiếp, thoi_han: 3 ngày làm việc}]"
    )
    assert not _told("thoi_han: 3 ngày làm việc", more=mended)


def test_the_decision_tells_both() -> None:
    catalog = example_catalog(
        EXAMPLE.format(row="thoi_han: 3 ngày", own="2 ngày", more="").replace("4 ngày", "2 ngày")
    )
    [match] = changes_by(catalog.decision("2/QĐ-UBND"), catalog).reconciliation.rows
    assert verdict_sentence(match) == (
        "khớp với dữ liệu; Thời hạn: phụ lục in «3 ngày», dữ liệu ghi «2 ngày; 2 ngày làm việc»"
    )
