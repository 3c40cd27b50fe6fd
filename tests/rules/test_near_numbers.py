# A number typed wrong is told where it stands, with the number that must be meant.

from __future__ import annotations

import pytest

from tthc_catalog.rules import check
from tthc_catalog.rules.example import EXAMPLE_DAY, example_catalog
from tthc_catalog.rules.near_numbers import one_sign_off

EXAMPLE = """
ten: Cấp giấy phép mẫu
---
quyet_dinh: {{so: {number}, ngay: {signed}}}
ket_qua: Giấy phép mới
# decisions/2026/2345-QD-UBND.yaml
so: 2345/QĐ-UBND
ngay: 2026-02-05
hieu_luc: 2026-02-10
co_quan: UBND tỉnh
phu_luc: {annex}
"""
ROW = '{sua_doi: [{ma: "1.000001"}]}'


def _told(number: str, signed: str, annex: str) -> list[str]:
    example = EXAMPLE.format(number=number, signed=signed, annex=annex)
    found = check(example_catalog(example), EXAMPLE_DAY)
    return [f"{each.place} {each.id}" for each in found if each.id != "no-transition-rule"]


@pytest.mark.parametrize("annex", [ROW, "{du_dong: không}"])
def test_the_file_with_the_slip_is_named_and_nothing_else(annex: str) -> None:
    assert _told("2354/QĐ-UBND", "2026-02-05", annex) == [
        "procedures/linh-vuc-mau/1.000001.yaml:23:13 decision-number-near"
    ]


def test_a_neighbour_of_another_day_that_names_nothing_is_another_decision() -> None:
    assert _told("2346/QĐ-UBND", "2026-02-06", "{du_dong: không}") == [
        "procedures/linh-vuc-mau/1.000001.yaml:23:13 decision-without-record"
    ]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("2345/QĐ-UBND", "2354/QĐ-UBND", True),
        ("2345/QĐ-UBND", "235/QĐ-UBND", True),
        ("2345/QĐ-UBND", "23345/QĐ-UBND", True),
        ("2345/QĐ-UBND", "2347/QĐ-UBND", True),
        ("2345/QĐ-UBND", "2345/QD-UBND", True),
        ("2345/QĐ-UBND", "2435/QĐ-UBNT", False),
        ("2345/QĐ-UBND", "5432/QĐ-UBND", False),
        ("2345/QĐ-UBND", "2345/QĐ-UBND-1", False),
    ],
)
def test_one_sign_typed_wrong(one: str, other: str, near: bool) -> None:  # noqa: FBT001 - the answer
    assert one_sign_off(one, other) is near
    assert one_sign_off(other, one) is near
