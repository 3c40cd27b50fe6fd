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
