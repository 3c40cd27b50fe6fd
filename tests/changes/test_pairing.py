# Catalogues without common codes: pairs by likeness, never by the name alone, never by a guess.

from __future__ import annotations

import random

from tests.changes.lives import PERMIT, procedure
from tthc_catalog.changes import pairing
from tthc_catalog.changes.pairing import Paired, likeness, pair

GROUNDS = ["50/2014/QH13", "175/2024/NĐ-CP"]


def test_the_same_procedure_under_two_codes_is_paired() -> None:
    (found,) = pair({"cap-phep": procedure("cap-phep")}, {"1.000001": procedure("1.000001")})
    assert found == Paired(
        "cap-phep", "1.000001", 1.0, ("linh_vuc", "cap_thuc_hien", "co_quan", "can_cu", "ho_so")
    )


def test_a_name_alone_is_never_enough() -> None:
    """One name stands under eleven codes on the national portal."""
    other = procedure(
        "2.000002", linh_vuc="dat-dai", co_quan={"thuc_hien": ["Sở Nông nghiệp"]},
        can_cu=["31/2024/QH15"], ho_so=[{"thanh_phan": ["Giấy chứng nhận"]}],
    )  # fmt: skip
    assert likeness(procedure(), other) is None


def test_a_name_with_nothing_else_stated_is_not_enough() -> None:
    bare = procedure("cap-phep", linh_vuc="khac", co_quan={}, can_cu=[], ho_so=[])
    assert likeness(bare, procedure()) is None


def test_one_name_at_several_levels_is_paired_level_by_level() -> None:
    """1.003204 at the ministry, 2.001478 at the province, 3.000243 at the commune."""
    theirs = {
        "1.003204": procedure("1.003204", cap_thuc_hien=["bộ"]),
        "2.001478": procedure("2.001478", cap_thuc_hien=["tỉnh"]),
        "3.000243": procedure("3.000243", cap_thuc_hien=["xã"]),
    }
    ours = {
        "an-ninh-tinh": procedure("an-ninh-tinh", cap_thuc_hien=["tỉnh"]),
        "an-ninh-bo": procedure("an-ninh-bo", cap_thuc_hien=["bộ"]),
    }
    assert {(found.old, found.new) for found in pair(ours, theirs)} == {
        ("an-ninh-tinh", "2.001478"),
        ("an-ninh-bo", "1.003204"),
    }


def test_two_provinces_never_have_the_same_procedure() -> None:
    ours = procedure("x-hue", dia_ban=["Huế"])
    theirs = procedure("1.000001", dia_ban=["Hải Phòng"])
    assert likeness(ours, theirs) is None
    assert likeness(ours, procedure("1.000001", dia_ban=["Huế"])) is not None


def test_two_candidates_that_are_equally_alike_pair_with_nobody() -> None:
    theirs = {code: procedure(code) for code in ("1.000001", "1.000002")}
    assert pair({"cap-phep": procedure("cap-phep")}, theirs) == ()


def test_the_better_of_two_candidates_is_taken() -> None:
    worse = procedure("1.000002", can_cu=["50/2014/QH13"], ho_so=[{"thanh_phan": ["Ảnh"]}])
    theirs = {"1.000001": procedure("1.000001"), "1.000002": worse}
    assert [found.new for found in pair({"x-y": procedure("x-y")}, theirs)] == ["1.000001"]


def test_a_province_s_code_belongs_to_its_national_one() -> None:
    local = procedure("1.001612.H48", ten="Đăng ký hộ kinh doanh tại phường", linh_vuc="ho")
    national = procedure("1.001612", ten="Đăng ký thành lập hộ kinh doanh", linh_vuc="ho")
    found = likeness(local, national)
    assert found is not None
    assert "ma" in found.agrees


def test_the_order_of_the_two_sides_does_not_matter() -> None:
    dice = random.Random(1)  # noqa: S311 - nothing secret
    ours = {f"x-{n}": procedure(f"x-{n}", ten=f"Cấp phép loại {n} cho {n * 7}") for n in range(12)}
    theirs = {
        f"1.{n:06d}": procedure(f"1.{n:06d}", ten=f"Cấp phép loại {n} cho {n * 7}")
        for n in range(12)
    }
    expected = {(f"x-{n}", f"1.{n:06d}") for n in range(12)}
    for _ in range(3):
        left, right = list(ours.items()), list(theirs.items())
        dice.shuffle(left)
        dice.shuffle(right)
        assert {(p.old, p.new) for p in pair(dict(left), dict(right))} == expected


def test_only_a_bounded_number_of_candidates_is_measured() -> None:
    theirs = {
        f"1.{n:06d}": procedure(f"1.{n:06d}", ten=f"{PERMIT['ten']} số {n}") for n in range(500)
    }
    ((_, others),) = pairing._candidates({"x-y": procedure("x-y")}, theirs)  # noqa: SLF001 - the bound itself
    assert len(others) <= 8
