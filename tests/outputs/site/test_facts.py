# The few things that people come for, said once and told apart by what really decides.

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site.edition import Edition
from tthc_catalog.outputs.site.procedure_page import procedure_page
from tthc_catalog.rules.example import ExampleTree, example_files

if TYPE_CHECKING:
    from tthc_catalog.outputs.site.procedure_page import Fact

ONE_FOR_ALL = """
cach_thuc:
  - {kenh: trực tiếp, thoi_han: 5 ngày làm việc, phi_le_phi: miễn phí}
  - {kenh: trực tuyến, thoi_han: 5 ngày làm việc, phi_le_phi: 10.000 đồng/hồ sơ}
"""
BY_CASE = """
cach_thuc:
  - {kenh: trực tiếp, truong_hop: cấp mới, thoi_han: 7 ngày, phi_le_phi: miễn phí}
  - {kenh: trực tiếp, truong_hop: cấp lại, thoi_han: 3 ngày, phi_le_phi: miễn phí}
  - {kenh: trực tuyến, truong_hop: cấp mới, thoi_han: 7 ngày, phi_le_phi: miễn phí}
  - {kenh: trực tuyến, truong_hop: cấp lại, thoi_han: 3 ngày, phi_le_phi: miễn phí}
"""


def _facts(example: str) -> dict[str, Fact]:
    catalog = Catalog.load(ExampleTree(example_files(example)), cache=False)
    page = procedure_page(Edition(catalog, date(2026, 9, 1)), "1.000001", [])
    return {fact.label: fact for fact in page.says["facts"]}


@pytest.mark.parametrize(
    ("example", "label", "answers"),
    [
        (ONE_FOR_ALL, "Thời hạn giải quyết", (("5 ngày làm việc", ""),)),
        (
            ONE_FOR_ALL,
            "Phí, lệ phí",
            (("miễn phí", "trực tiếp"), ("10.000 đồng/hồ sơ", "trực tuyến")),
        ),
        (BY_CASE, "Thời hạn giải quyết", (("7 ngày", "cấp mới"), ("3 ngày", "cấp lại"))),
        (BY_CASE, "Phí, lệ phí", (("miễn phí", ""),)),
        ("noi_tiep_nhan: Quầy 3, trụ sở", "Địa chỉ tiếp nhận hồ sơ", (("Quầy 3, trụ sở", ""),)),
        (f"noi_tiep_nhan: {'Rất xa ' * 20}", "Cơ quan trực tiếp thực hiện", (("Sở Mẫu", ""),)),
    ],
)
def test_answers_are_told_apart_by_what_decides(
    example: str, label: str, answers: tuple[tuple[str, str], ...]
) -> None:
    assert _facts(example)[label].answers == answers


@pytest.mark.parametrize(
    ("note", "time", "fee"),
    [
        ("Nhà ở riêng lẻ: 7 ngày làm việc.", True, False),
        ("Mức giảm áp dụng đến hết 31/12/2023; cổng còn ghi.", False, True),
        ("Từ 01/7/2025 đến hết 31/12/2026 thu 25.000 đồng/hồ sơ.", False, True),
        ("Nộp tại quầy tiếp nhận của sở hoặc của xã.", False, False),
    ],
)
def test_a_note_that_says_otherwise_is_pointed_at(note: str, time: bool, fee: bool) -> None:  # noqa: FBT001 - cases of a table
    found = _facts(ONE_FOR_ALL.replace("kenh: trực tiếp,", f'kenh: trực tiếp, mo_ta: "{note}",'))
    assert found["Thời hạn giải quyết"].caveat is time
    assert found["Phí, lệ phí"].caveat is fee


def test_a_note_beside_what_could_only_be_quoted_is_about_that() -> None:
    told = ONE_FOR_ALL.replace(
        "phi_le_phi: miễn phí", "phi_le_phi_in: [20 VNĐ], mo_ta: Ở cơ quan đại diện"
    )
    assert _facts(told)["Phí, lệ phí"].caveat
    assert not _facts(told)["Thời hạn giải quyết"].caveat
