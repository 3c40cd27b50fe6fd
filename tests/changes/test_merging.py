# Merges that no decision calls so: names of one decision, at one level, and nothing else.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.changes.lives import begun, by, catalogue
from tthc_catalog.changes import changes_by

if TYPE_CHECKING:
    from tthc_catalog.changes.reconciliation import Reconciliation

Plain = dict[str, Any]

HEAD = by("5/QĐ-BCA", "2026-08-18")
# A row of an annex holds no more than this: the other parts stay unknown.
SILENT = ["trinh_tu", "cach_thuc", "ho_so", "doi_tuong", "co_quan", "ket_qua", "can_cu"]
UNKNOWN: Plain = {**dict.fromkeys(SILENT), "chua_ro": SILENT}


def decided(
    ended: dict[str, tuple[str, str]], begins: dict[str, tuple[str, str]]
) -> Reconciliation:
    """Return what a decision ends and begins: name and level by code."""
    over = {**HEAD, "bai_bo": "hết hiệu lực"}
    lives = {
        code: [begun(ten=name, cap_thuc_hien=[level], **UNKNOWN), over]
        for code, (name, level) in ended.items()
    }
    for code, (name, level) in begins.items():
        lives[code] = [begun(HEAD, ten=name, cap_thuc_hien=[level], **UNKNOWN)]
    annex = {
        "moi": [{"ten": name, "hieu_la": code} for code, (name, _) in begins.items()],
        "bai_bo": [{"ma": code} for code in ended],
    }
    catalog = catalogue(lives, {"so": "5/QĐ-BCA", "ngay": "2026-08-18", "phu_luc": annex})
    return changes_by(catalog.decision("5/QĐ-BCA"), catalog).reconciliation


def merges(found: Reconciliation) -> dict[str, dict[str, float]]:
    return {each.into: dict(each.sources) for each in found.inferred_merges}


CARD = "Cấp, cấp đổi, cấp lại thẻ căn cước"


def test_names_alone_are_enough_within_one_decision_and_level() -> None:
    old = {
        "1.000001": ("Cấp thẻ căn cước cho người dưới 14 tuổi", "xã"),
        "1.000002": ("Thủ tục cấp đổi thẻ căn cước (thực hiện tại cấp xã)", "xã"),
        "1.000003": ("Cấp lại thẻ căn cước", "tỉnh"),
    }
    found = merges(decided(old, {"moi-xa": (CARD, "xã"), "moi-tinh": (CARD, "tỉnh")}))
    assert found == {"moi-tinh": {"1.000003": 1.0}, "moi-xa": {"1.000001": 1.0, "1.000002": 1.0}}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Cấp giấy phép", "Cấp giấy phép vận chuyển pháo hoa nổ"),
        ("Cấp giấy phép xây dựng", "Cấp giấy phép vận chuyển pháo hoa nổ, thuốc pháo nổ"),
        ("Xác nhận thông tin số chứng minh nhân dân", CARD),
        ("Cấp lại giấy phép nhập khẩu", "Cấp giấy phép nhập khẩu, xuất khẩu, quá cảnh pháo hoa"),
    ],
)
def test_a_few_words_in_common_are_not(old: str, new: str) -> None:
    assert merges(decided({"1.000001": (old, "bộ")}, {"bca-5-moi": (new, "bộ")})) == {}


def test_of_two_new_names_that_fit_alike_none_is_chosen() -> None:
    old = {"1.000001": ("Cấp lại thẻ căn cước", "xã")}
    assert merges(decided(old, {"moi-1": (CARD, "xã"), "moi-2": (CARD, "xã")})) == {}


def test_rows_whose_name_nobody_has_are_told() -> None:
    head = {"so": "5/QĐ-BCA", "ngay": "2026-08-18"}
    catalog = catalogue({}, {**head, "phu_luc": {"bai_bo": [{"ma": "1.000001"}]}})
    found = changes_by(catalog.decision("5/QĐ-BCA"), catalog).reconciliation
    assert found.unnamed_ends == ("1.000001",)
