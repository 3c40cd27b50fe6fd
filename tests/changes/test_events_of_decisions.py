# A decision states once what it does beside the four kinds; not every row of it is concerned.

from __future__ import annotations

from tests.changes.lives import CODE, begun, by, catalogue
from tthc_catalog.changes import changes_in

DECISION = {"so": "2/QĐ-BXD", "ngay": "2026-07-01", "su_kien": "cắt giảm thời gian"}


def test_an_abolition_does_not_bear_what_its_decision_does_to_others() -> None:
    shorter = by("2/QĐ-BXD", cach_thuc=[{"kenh": "trực tiếp", "thoi_han": "5 ngày"}])
    ended = by("2/QĐ-BXD", bai_bo={"can_cu": "10/2025/NĐ-CP"})
    own = by("2/QĐ-BXD", bai_bo={"can_cu": "10/2025/NĐ-CP"}, su_kien="chuẩn hóa")
    codes = (CODE, "2.000002", "2.000003")
    lives = {
        code: [begun(), after] for code, after in zip(codes, (shorter, ended, own), strict=True)
    }
    catalog = catalogue(lives, DECISION)
    events = [changes_in(catalog.life(code), catalog)[-1].events for code in codes]
    assert events == [("cắt giảm thời gian",), (), ("chuẩn hóa",)]
