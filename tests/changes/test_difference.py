# What differs inside a procedure, and that nothing else is ever looked at.

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from tests.changes.lives import PERMIT, procedure
from tthc_catalog.changes import items as engine
from tthc_catalog.changes.difference import ItemChange, Op, PartChange, difference
from tthc_catalog.records.procedure import part_names


def part_of(**parts: object) -> PartChange:
    """Return the one part that differs from the permit's."""
    (part,) = difference(procedure(), procedure(**parts)).parts
    return part


def items(**parts: object) -> list[tuple[str, str, str, str]]:
    return [(item.op, item.label, item.before, item.after) for item in part_of(**parts).items]


def paper(name: str, **rest: str) -> dict[str, str]:
    return {"ten": name, **rest}


FORM = {"ten": "Đơn đề nghị cấp giấy phép", "ban_chinh": "1"}
PLAN = {"ten": "Bản vẽ thiết kế", "ban_sao": "2"}


def test_equal_states_have_no_difference() -> None:
    assert difference(procedure(), procedure()).parts == ()


def test_a_channel_is_known_by_its_kind_wherever_it_stands() -> None:
    direct, online = PERMIT["cach_thuc"][1], PERMIT["cach_thuc"][0]
    changed = [{**direct, "thoi_han": "10 ngày làm việc"}, online]
    assert items(cach_thuc=changed) == [(Op.CHANGED, "trực tiếp", "15 ngày", "10 ngày làm việc")]


def test_a_limit_that_moves_to_the_channels_is_not_taken_away() -> None:
    once = procedure(
        cach_thuc=[{"kenh": "trực tiếp"}, {"kenh": "bưu chính", "phi_le_phi": "miễn phí"}],
        thoi_han="15 ngày",
        phi_le_phi="50.000 đồng",
    )
    each = procedure(cach_thuc=[{"kenh": "trực tiếp", "thoi_han": "15 ngày"}])
    for told in (difference(once, each), difference(each, once)):
        found = {part.part: part.by_channel for part in told.parts}
        assert found == {"channels": False, "time_limit": True, "fees": False}


def test_one_insertion_is_one_item_and_a_moved_paper_none() -> None:
    (item,) = part_of(ho_so=[{"thanh_phan": [paper("Ảnh"), PLAN, FORM]}]).items
    assert (item.op, item.path, item.field) == (Op.ADDED, ("Ảnh",), "components")
    assert item.title == "Thành phần hồ sơ"


def test_a_reworded_paper_is_the_same_one_and_says_how_surely() -> None:
    longer = {**FORM, "ten": "Đơn đề nghị cấp giấy phép theo mẫu"}
    (item,) = part_of(ho_so=[{"thanh_phan": [longer, PLAN]}]).items
    assert item.title == "Tên giấy tờ"
    assert (item.before, item.after) == (FORM["ten"], longer["ten"])
    assert item.likeness == 0.85


def test_papers_that_are_not_alike_are_one_out_and_one_in() -> None:
    assert [op for op, *_ in items(ho_so=[{"thanh_phan": [FORM, paper("Sổ hộ khẩu")]}])] == [
        Op.ADDED,
        Op.REMOVED,
    ]


def test_a_paper_with_a_number_is_known_by_it_whatever_its_name() -> None:
    before = procedure(ho_so=[{"thanh_phan": [paper("Bản sao giấy khai sinh", ma="KQ-1")]}])
    after = procedure(ho_so=[{"thanh_phan": [paper("Trích lục", ma="KQ-1"), paper("Ảnh")]}])
    (part,) = difference(before, after).parts
    assert [(item.op, item.field, item.likeness) for item in part.items] == [
        (Op.CHANGED, "name", None),
        (Op.ADDED, "components", None),
    ]


def test_channels_of_one_kind_and_no_case_are_paired_by_what_they_say_not_by_place() -> None:
    slow = {"kenh": "trực tiếp", "thoi_han": "30 ngày", "mo_ta": "Công trình cấp đặc biệt"}
    fast = {"kenh": "trực tiếp", "thoi_han": "5 ngày", "mo_ta": "Nhà ở riêng lẻ"}
    before = procedure(cach_thuc=[slow, fast])
    after = procedure(cach_thuc=[{**fast, "thoi_han": "4 ngày"}, slow])
    (part,) = difference(before, after).parts
    assert [(item.before, item.after) for item in part.items] == [("5 ngày", "4 ngày")]


def test_a_channel_is_never_alike_to_another_channel() -> None:
    before = procedure(cach_thuc=[{"kenh": "trực tiếp"}])
    after = procedure(cach_thuc=[{"kenh": "trực tuyến"}])
    (part,) = difference(before, after).parts
    assert [item.op for item in part.items] == [Op.ADDED, Op.REMOVED]


def test_a_legal_document_is_its_number_and_its_title_belongs_to_the_register() -> None:
    part = part_of(can_cu=[{"so": "175/2024/NĐ-CP", "ten": "Nghị định"}, "50/2014/QH13"])
    assert part.editorial
    assert [(item.op, item.title, item.editorial) for item in part.items] == [
        (Op.CHANGED, "Tên văn bản", True)
    ]


def test_a_repetition_counts_once() -> None:
    part = part_of(can_cu=["50/2014/QH13", "175/2024/NĐ-CP", "50/2014/QH13"])
    assert part.editorial
    assert [item.op for item in part.items] == [Op.REORDERED]


def test_subjects_in_another_order_are_only_reordered() -> None:
    part = part_of(doi_tuong=["Doanh nghiệp", "Công dân Việt Nam"])
    assert part.editorial
    (item,) = part.items
    assert (item.op, item.before, item.after) == (
        Op.REORDERED,
        "Công dân Việt Nam; Doanh nghiệp",
        "Doanh nghiệp; Công dân Việt Nam",
    )


def test_the_order_of_the_steps_is_law() -> None:
    part = part_of(trinh_tu=list(reversed(PERMIT["trinh_tu"])))
    assert not part.editorial
    assert [(item.op, item.title) for item in part.items] == [(Op.REORDERED, "Trình tự thực hiện")]


@pytest.mark.parametrize(
    "written",
    [
        unicodedata.normalize("NFD", "Cấp giấy phép xây dựng mới"),
        "Cấp  giấy phép\nxây dựng mới",
        "Cấp giấy phép xây dựng m ới",
        "Cấp giấy phép xây\u00a0dựng\u200b mới",
    ],
    ids=["decomposed", "spaces", "space in a word", "invisible"],
)
def test_what_only_an_editor_sees_is_editorial(written: str) -> None:
    part = part_of(ten=written)
    assert part.editorial
    assert [item.editorial for item in part.items] == [True]


@pytest.mark.parametrize(
    "written",
    ["Cấp giấy phép xây dựng mơi", "CẤP giấy phép xây dựng mới", "Cấp giấy phép xây dựng mới."],
    ids=["letter", "case", "full stop"],
)
def test_letters_case_and_punctuation_may_be_law(written: str) -> None:
    assert not part_of(ten=written).editorial


def test_tone_marks_and_quotes_of_another_school_are_editorial() -> None:
    before = procedure(ten="Hòa giải “cơ sở” – tại xã")
    after = procedure(ten='Hoà giải "cơ sở" - tại xã')
    assert [part.editorial for part in difference(before, after).parts] == [True]


def test_names_that_look_like_paths_or_private_keys_are_only_names() -> None:
    odd = ["__bí mật", "root['a'][0]", 'nháy " kép', "1", "ten"]
    added = items(ho_so=[{"thanh_phan": [FORM, PLAN, *map(paper, odd)]}])
    assert [(op, label) for op, label, *_ in added] == [(Op.ADDED, name) for name in odd]


def test_papers_move_between_cases_as_one_out_and_one_in() -> None:
    before = procedure(ho_so=[{"truong_hop": "A", "thanh_phan": ["X"]}, {"truong_hop": "B"}])
    after = procedure(ho_so=[{"truong_hop": "A"}, {"truong_hop": "B", "thanh_phan": ["X"]}])
    (part,) = difference(before, after).parts
    assert [(item.op, item.label) for item in part.items] == [
        (Op.REMOVED, "A › X"),
        (Op.ADDED, "B › X"),
    ]


def test_a_part_that_one_source_does_not_state_is_not_called_different() -> None:
    before = procedure(ket_qua=None, chua_ro=["ket_qua"])
    (part,) = difference(before, procedure()).parts
    assert (part.part, part.revealed) == ("results", True)
    assert difference(before, procedure()).content == ()


def test_leaving_out_the_publisher_does_not_say_that_there_is_none() -> None:
    told = difference(procedure(co_quan_cong_bo="Bộ Xây dựng"), procedure())
    assert [part.revealed for part in told.parts] == [True]
    moved = difference(procedure(co_quan_cong_bo="Bộ X"), procedure(co_quan_cong_bo="Bộ Y"))
    assert [part.revealed for part in moved.parts] == [False]


def test_labels_are_the_official_terms() -> None:
    part = part_of(phi_le_phi="10.000 đồng")
    assert (part.alias, part.title) == ("phi_le_phi", "Phí, lệ phí")


def test_what_is_applied_gives_what_was_compared() -> None:
    before, after = procedure(), procedure("2.000001", ten="Khác", can_cu=["1/2026/NĐ-CP"])
    assert difference(before, after).apply(before) == after


class TestDeepDiff:
    """It is given mappings by key, of parts that differ, and nothing else."""

    @pytest.fixture
    def given(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, Any]]:
        seen: list[tuple[Any, Any]] = []
        ask = engine._differing  # noqa: SLF001 - the one place where DeepDiff is asked

        def watching(old: engine.Tree, new: engine.Tree) -> Any:  # noqa: ANN401 - passed through
            seen.append((old, new))
            return ask(old, new)

        monkeypatch.setattr(engine, "_differing", watching)
        return seen

    def test_it_never_sees_a_list_or_an_equal_item(self, given: list[tuple[Any, Any]]) -> None:
        papers = [paper(f"Giấy tờ số {index}", ban_chinh="1") for index in range(40)]
        changed = [*papers[:20], {**papers[20], "ban_chinh": "2"}, *reversed(papers[21:])]
        before = procedure(ho_so=[{"thanh_phan": papers}])
        after = procedure(ho_so=[{"thanh_phan": changed}], ten="Khác")
        found: list[ItemChange] = []
        for part in difference(before, after).parts:
            found += part.items
        assert [item.label for item in found] == ["", "Giấy tờ số 20"]
        assert given == [
            (
                {"dossiers": {"": {"thanh_phan": {"Giấy tờ số 20": {"ban_chinh": "1"}}}}},
                {"dossiers": {"": {"thanh_phan": {"Giấy tờ số 20": {"ban_chinh": "2"}}}}},
            )
        ]

    def test_editorial_parts_never_reach_it(self, given: list[tuple[Any, Any]]) -> None:
        part = part_of(can_cu=["175/2024/NĐ-CP", "50/2014/QH13"])
        assert part.items
        assert given == []


def test_every_part_can_be_compared_with_its_absence() -> None:
    """No part is of a shape that the engine cannot lay out."""
    empty = procedure()
    full = procedure(
        thoi_han="3 ngày", doi_tuong_khac=["Hộ gia đình"], mau_don=["Mẫu 1"],
        phi_le_phi="1.000 đồng", yeu_cau_dieu_kien="Có đất.",
        muc_do_truc_tuyen="toàn trình", ly_do_mot_phan="x",
        noi_tiep_nhan="y", mo_ta="z", loai="t", co_quan_cong_bo="b", dia_ban=["Huế"],
        lien_quan=["1.000001"], noi_bo="có",
    )  # fmt: skip
    for before, after in ((empty, full), (full, empty)):
        told = difference(before, after)
        assert len(told.parts) == 14
        assert all(part.items for part in told.parts)
        assert told.apply(before) == after
    assert {part.part for part in difference(empty, full).parts} <= set(part_names())
