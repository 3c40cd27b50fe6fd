# What holds for every pair of procedures, however they are made.

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from tests.changes.lives import CODE, begun, by, catalogue, day, procedure
from tthc_catalog.changes import ChangeKind, compare
from tthc_catalog.changes.difference import difference
from tthc_catalog.changes.effects import Effect, Net
from tthc_catalog.changes.part_effects import effects_between
from tthc_catalog.changes.witness import satisfies, smallest, witness

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from tthc_catalog.catalog import State
    from tthc_catalog.changes.change import Changes
    from tthc_catalog.records.procedure import Procedure

Plain = dict[str, Any]

WORDS = st.sampled_from(
    [
        "Đơn đề nghị",
        "Bản vẽ",
        "Hòa giải",
        "Giấy uỷ quyền",
        "Sổ “hộ khẩu”",
        "Ảnh 3x4 – mới",
        "Tờ khai",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
LIMITS = st.sampled_from(
    ["5 ngày", "5 ngày làm việc", "20 ngày", "2,5 ngày làm việc", "8 + 5 ngày làm việc", "1 tháng",
     "trong ngày", "không quy định"]
)  # fmt: skip
FEES = st.sampled_from(
    ["miễn phí", "50.000 đồng/hồ sơ", "lệ phí cấp mới: 90.000 đồng", "25 USD", "không quy định"]
)
COUNTS = st.integers(0, 3).map(str)
PAPERS = st.fixed_dictionaries(
    {
        "ten": NAMES,
        "ban_chinh": COUNTS,
        "ban_sao": COUNTS,
        "bat_buoc": st.sampled_from(["có", "không"]),
    },
    optional={"ma": st.sampled_from(["KQ-1", "KQ-2"])},
)
CHANNELS = st.fixed_dictionaries(
    {"kenh": st.sampled_from(["trực tiếp", "trực tuyến", "bưu chính"])},
    optional={"truong_hop": NAMES, "thoi_han": LIMITS, "phi_le_phi": st.lists(FEES, max_size=2)},
)
DOSSIERS = st.fixed_dictionaries(
    {"thanh_phan": st.lists(PAPERS, max_size=5)}, optional={"truong_hop": NAMES, "so_bo": COUNTS}
)
GROUNDS = st.sampled_from(["50/2014/QH13", "175/2024/NĐ-CP", "66.18/2026/NQ-CP"]).flatmap(
    lambda number: st.sampled_from(
        [number, {"so": number, "ten": "Luật"}, {"so": number, "dieu_khoan": "1"}]
    )
)


def several(each: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(each, min_size=least, max_size=4)


def some(*terms: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(terms), min_size=1, max_size=3, unique=True)


PARTS = st.fixed_dictionaries(
    {
        "ten": NAMES,
        "cap_thuc_hien": some("bộ", "tỉnh", "xã"),
        "trinh_tu": several(st.fixed_dictionaries({"noi_dung": NAMES}, optional={"ten": NAMES}), 1),
        "cach_thuc": several(CHANNELS),
        "ho_so": several(DOSSIERS),
        "doi_tuong": some("Công dân Việt Nam", "Doanh nghiệp", "Hợp tác xã"),
        "co_quan": st.fixed_dictionaries({}, optional={"thuc_hien": several(NAMES, 1)}),
        "ket_qua": several(st.fixed_dictionaries({"ten": NAMES}, optional={"ma": NAMES})),
        "can_cu": several(GROUNDS),
    },
    optional={
        "yeu_cau_dieu_kien": NAMES,
        "thoi_han": LIMITS,
        "phi_le_phi": FEES,
        "muc_do_truc_tuyen": st.sampled_from(["toàn trình", "một phần"]),
    },
)
PROCEDURES = PARTS.map(lambda parts: procedure(**parts))
# The lists whose order is law, and what stands in no list.
IN_ORDER = {"trinh_tu"}


def written_otherwise(value: Any, dice: random.Random, key: str = "") -> Any:  # noqa: ANN401 - plain data
    """Return the same content in another order, another Unicode form, with other spaces."""
    if isinstance(value, dict):
        return {name: written_otherwise(inner, dice, name) for name, inner in value.items()}
    if isinstance(value, list):
        items = [written_otherwise(item, dice, key) for item in value]
        if key not in IN_ORDER:
            dice.shuffle(items)
        return items
    if key in {"ten", "noi_dung", "truong_hop", "yeu_cau_dieu_kien", "thuc_hien"}:
        spaced = value.replace(" ", dice.choice([" ", "  ", "\u00a0", "\n"]))
        return unicodedata.normalize(dice.choice(["NFC", "NFD"]), spaced)
    return value


@given(PROCEDURES)
def test_nothing_differs_from_itself(one: Procedure) -> None:
    assert difference(one, one).parts == ()
    assert difference(one, one.model_copy()).parts == ()


@given(PROCEDURES, PROCEDURES)
def test_the_difference_applied_to_the_one_gives_the_other(
    one: Procedure, other: Procedure
) -> None:
    assert difference(one, other).apply(one) == other


@given(PARTS, st.randoms(use_true_random=False))
def test_order_unicode_and_spaces_are_only_editorial(parts: Plain, dice: random.Random) -> None:
    told = difference(procedure(**parts), procedure(**written_otherwise(parts, dice)))
    assert told.content == ()
    assert all(part.editorial and part.items for part in told.parts)
    assert all(item.editorial for part in told.parts for item in part.items)


@given(PROCEDURES, PROCEDURES)
def test_a_part_has_items_of_content_exactly_if_it_says_something_else(
    one: Procedure, other: Procedure
) -> None:
    for part in difference(one, other).parts:
        assert part.items
        assert all(item.editorial for item in part.items) == part.editorial


@given(PARTS, PARTS, st.randoms(use_true_random=False))
def test_the_order_of_lists_does_not_change_what_is_told(
    one: Plain, other: Plain, dice: random.Random
) -> None:
    shuffled = written_otherwise(other, dice)
    told = [difference(procedure(**one), procedure(**side)) for side in (other, shuffled)]
    first, second = (
        {part.part: sum(not item.editorial for item in part.items) for part in each.content}
        for each in told
    )
    assert first == second


@given(PROCEDURES, PROCEDURES)
def test_what_is_added_one_way_is_removed_the_other_way(one: Procedure, other: Procedure) -> None:
    there, back = difference(one, other), difference(other, one)
    assert [part.part for part in there.parts] == [part.part for part in back.parts]
    for forth, reverse in zip(there.parts, back.parts, strict=True):
        assert len(forth.items) == len(reverse.items)
        ops = {"thêm": "bỏ", "bỏ": "thêm"}
        assert sorted(ops.get(item.op, item.op) for item in forth.items) == sorted(
            item.op.value for item in reverse.items
        )


@given(PROCEDURES, PROCEDURES)
def test_what_is_heavier_one_way_is_lighter_the_other_way(one: Procedure, other: Procedure) -> None:
    there, back = (
        sorted((item.rule.mirror or item.rule.id) if flip else item.rule.id for item in found)
        for flip, found in (
            (False, effects_between(one, other, difference(one, other).parts)),
            (True, effects_between(other, one, difference(other, one).parts)),
        )
    )
    assert there == back


@given(PROCEDURES)
def test_the_smallest_dossier_meets_its_own_procedure(one: Procedure) -> None:
    assert satisfies(smallest(one, one), one)


@given(PARTS, PARTS)
def test_a_witness_always_proves_what_it_says(one: Plain, other: Plain) -> None:
    for change in _between(one, other):
        for item in change.impact.items:
            proof = witness(change, item)
            if proof is not None and change.before is not None and change.after is not None:
                assert item.effect is Effect.HEAVIER
                assert satisfies(proof.dossier, change.before.procedure)
                assert not satisfies(proof.dossier, change.after.procedure)


@given(PARTS, PARTS)
def test_a_change_is_an_amendment_exactly_if_the_content_changed(one: Plain, other: Plain) -> None:
    found = _between(one, other)
    kinds = [change.kind for change in found]
    assert kinds in ([], [ChangeKind.AMENDED], [ChangeKind.EDITORIAL])
    assert (kinds == [ChangeKind.AMENDED]) == any(change.content for change in found)
    if kinds == [ChangeKind.EDITORIAL]:
        assert found.impact.net is Net.EDITORIAL


@given(PARTS)
def test_what_only_one_side_holds_is_new_one_way_and_gone_the_other_way(parts: Plain) -> None:
    side = catalogue({CODE: [begun(**parts)]}).on(day("2026-07-01"))
    assert [change.kind for change in compare({}, side)] == [ChangeKind.NEW]
    assert [change.kind for change in compare(side, {})] == [ChangeKind.GONE]


STATED = PARTS.map(lambda parts: {"muc_do_truc_tuyen": "toàn trình", **parts})
CODES = ["1.000001", "1.000002", "2.000001"]
AFTERWARDS = st.sampled_from(
    [
        [],
        [by("2/QĐ-BXD", "2026-03-01", tam_ngung="dịch bệnh")],
        [by("2/QĐ-BXD", "2026-03-01", bai_bo="hết hiệu lực")],
        [by("3/QĐ-BXD", "2026-04-01", thay_the_boi=["2.000001"])],
        [by("3/QĐ-BXD", "2026-04-01", ten="Tên khác")],
    ]
)
LIVES = st.dictionaries(
    st.sampled_from(CODES),
    st.tuples(STATED, AFTERWARDS).map(lambda each: [begun(**each[0]), *each[1]]),
)


def _usable(side: Mapping[str, State]) -> dict[str, tuple[str, Procedure]]:
    return {
        code: (state.status.value, state.procedure)
        for code, state in side.items()
        if state.in_force
    }


@given(LIVES, LIVES, st.booleans())
def test_the_changes_applied_to_the_one_side_give_the_other(
    one: dict[str, list[Plain]],
    other: dict[str, list[Plain]],
    infer: bool,  # noqa: FBT001 - drawn, not written
) -> None:
    before, after = (catalogue(lives).on(day("2026-07-01")) for lives in (one, other))
    changes = compare(before, after, infer=infer)
    assert _usable(changes.apply(before)) == _usable(after)
    assert len(compare(before, before)) == 0
    assert _usable(compare(after, before, infer=infer).apply(after)) == _usable(before)


def _between(one: Plain, other: Plain) -> Changes:
    return compare(
        *(catalogue({CODE: [begun(**parts)]}).on(day("2026-07-01")) for parts in (one, other))
    )
