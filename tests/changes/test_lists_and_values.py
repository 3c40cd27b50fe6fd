# What makes two values the same, case by case: sets, repetitions, keys, moves, absent values, forms
# of numbers and of letters. General engines for structured data name these families; the cases here
# are ours, because here the records say which list is a set and by what its items are known.
#
# Every case also passes three steps: what is told, applied to the one side, gives the other;
# comparing again finds nothing; and read the other way round the same items come and go.

from __future__ import annotations

import unicodedata
from typing import Any, NamedTuple

import pytest

from tests.changes.lives import PERMIT, procedure
from tthc_catalog.changes.difference import Op, difference

Plain = dict[str, Any]
ADDED, REMOVED, CHANGED, REORDERED = Op.ADDED, Op.REMOVED, Op.CHANGED, Op.REORDERED
OPPOSITE = {ADDED: REMOVED, REMOVED: ADDED}


class Case(NamedTuple):
    """Two states of one procedure and the items that differ."""

    name: str
    before: Plain
    after: Plain
    told: list[tuple[Op, str, str, str]]
    """Op, label, before, after; the texts as printed."""

    only_written: bool = False


def papers(*each: object) -> Plain:
    return {"ho_so": [{"thanh_phan": list(each)}]}


def direct(**rest: object) -> Plain:
    return {"cach_thuc": [{"kenh": "trực tiếp", **rest}]}


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


A, B, C = "Đơn đề nghị", "Ảnh chân dung", "Sổ hộ khẩu"
LAW, DECREE, OTHER = "50/2014/QH13", "175/2024/NĐ-CP", "176/2024/NĐ-CP"

SETS = [
    Case(
        "order of a set",
        {"doi_tuong": ["Doanh nghiệp", "Hợp tác xã"]},
        {"doi_tuong": ["Hợp tác xã", "Doanh nghiệp"]},
        [(REORDERED, "", "Doanh nghiệp; Hợp tác xã", "Hợp tác xã; Doanh nghiệp")],
        only_written=True,
    ),
    Case(
        "one out, one in",
        {"doi_tuong": ["Doanh nghiệp", "Hợp tác xã"]},
        {"doi_tuong": ["Doanh nghiệp", "Người nước ngoài"]},
        [
            (ADDED, "Người nước ngoài", "", "Người nước ngoài"),
            (REMOVED, "Hợp tác xã", "Hợp tác xã", ""),
        ],
    ),
    Case(
        "an order and a change together tell the change alone",
        papers(A, B),
        papers(C, B, A),
        [(ADDED, C, "", C)],
    ),
    Case(
        "the only item of a set of terms is another one",
        {"cap_thuc_hien": ["huyện"]},
        {"cap_thuc_hien": ["xã"]},
        [(ADDED, "xã", "", "xã"), (REMOVED, "huyện", "huyện", "")],
    ),
    Case(
        "a set that becomes empty",
        {"lien_quan": ["1.000001", "1.000002"]},
        {},
        [(REMOVED, "1.000001", "1.000001", ""), (REMOVED, "1.000002", "1.000002", "")],
    ),
    Case(
        "the order of steps is law",
        {"trinh_tu": [{"noi_dung": "Nộp."}, {"noi_dung": "Nhận."}]},
        {"trinh_tu": [{"noi_dung": "Nhận."}, {"noi_dung": "Nộp."}]},
        [(REORDERED, "", "nội dung thực hiện: Nộp.; nội dung thực hiện: Nhận.",
          "nội dung thực hiện: Nhận.; nội dung thực hiện: Nộp.")],
    ),
]  # fmt: skip

REPETITIONS = [
    Case(
        "a citation twice is the citation",
        {"can_cu": [LAW, DECREE]},
        {"can_cu": [LAW, DECREE, LAW]},
        [(REORDERED, "", f"{LAW}; {DECREE}", f"{LAW}; {DECREE}; {LAW}")],
        only_written=True,
    ),
    Case(
        "one paper twice with different numbers is two lines",
        papers({"ten": A, "ban_chinh": "1"}, {"ten": A, "ban_sao": "2"}),
        papers({"ten": A, "ban_chinh": "1"}),
        [(REMOVED, f"{A} (2)", f"{A} (số bản sao: 2)", "")],
    ),
    Case(
        "of two lines of one name the changed one is told",
        papers({"ten": A, "ban_chinh": "1"}, {"ten": A, "ban_sao": "2"}),
        papers({"ten": A, "ban_sao": "3"}, {"ten": A, "ban_chinh": "1"}),
        [(CHANGED, A, "2", "3")],
    ),
]

KEYS = [
    Case(
        "known by its kind",
        direct(thoi_han="3 ngày"),
        direct(thoi_han="2 ngày"),
        [(CHANGED, "trực tiếp", "3 ngày", "2 ngày")],
    ),
    Case(
        "known by kind and case together",
        {"cach_thuc": [
            {"kenh": "trực tiếp", "truong_hop": "cấp mới", "thoi_han": "3 ngày"},
            {"kenh": "trực tiếp", "truong_hop": "cấp lại", "thoi_han": "1 ngày"},
        ]},
        {"cach_thuc": [
            {"kenh": "trực tiếp", "truong_hop": "cấp lại", "thoi_han": "2 ngày"},
            {"kenh": "trực tiếp", "truong_hop": "cấp mới", "thoi_han": "3 ngày"},
        ]},
        [(CHANGED, "trực tiếp – cấp lại", "1 ngày", "2 ngày")],
    ),
    Case(
        "a key that changes is another item",
        direct(thoi_han="3 ngày"),
        {"cach_thuc": [{"kenh": "bưu chính", "thoi_han": "3 ngày"}]},
        [
            (ADDED, "bưu chính", "", "bưu chính (thời hạn giải quyết: 3 ngày)"),
            (REMOVED, "trực tiếp", "trực tiếp (thời hạn giải quyết: 3 ngày)", ""),
        ],
    ),
    Case(
        "an item in another group has moved",
        {"ho_so": [{"truong_hop": "I", "thanh_phan": [A, B]}, {"truong_hop": "II"}]},
        {"ho_so": [
            {"truong_hop": "I", "thanh_phan": [A]}, {"truong_hop": "II", "thanh_phan": [B]},
        ]},
        [(REMOVED, f"I › {B}", B, ""), (ADDED, f"II › {B}", "", B)],
    ),
    Case(
        "one decree is never another one, however alike",
        {"can_cu": [{"so": DECREE, "ten": "Nghị định quy định chi tiết Luật Xây dựng"}]},
        {"can_cu": [{"so": OTHER, "ten": "Nghị định quy định chi tiết Luật Xây dựng"}]},
        [(ADDED, OTHER, "", OTHER + " (tên văn bản: Nghị định quy định chi tiết Luật Xây dựng)"),
         (REMOVED, DECREE,
          DECREE + " (tên văn bản: Nghị định quy định chi tiết Luật Xây dựng)", "")],
    ),
    Case(
        "the place inside a decree is not the decree",
        {"can_cu": [{"so": DECREE, "dieu_khoan": "Điều 5"}]},
        {"can_cu": [{"so": DECREE, "dieu_khoan": "Điều 6"}]},
        [(CHANGED, DECREE, "Điều 5", "Điều 6")],
    ),
    Case(
        "a printed citation is no citation with a number",
        {"can_cu": [{"so_in": "Nghị định 175 năm 2024"}]},
        {"can_cu": [DECREE]},
        [(ADDED, DECREE, "", DECREE),
         (REMOVED, "Nghị định 175 năm 2024", "Nghị định 175 năm 2024", "")],
    ),
]  # fmt: skip

ABSENT = [
    Case("nothing becomes something", {}, {"mo_ta": "Có."}, [(ADDED, "", "", "Có.")]),
    Case("something becomes nothing", {"mo_ta": "Có."}, {}, [(REMOVED, "", "Có.", "")]),
    Case(
        "a number that is not stated is not nought",
        papers({"ten": A, "ban_chinh": "1"}),
        papers({"ten": A, "ban_chinh": "0"}),
        [(CHANGED, A, "1", "0")],
    ),
    Case(
        "not prescribed is no absent limit",
        direct(thoi_han="không quy định"),
        direct(),
        [(REMOVED, "trực tiếp", "không quy định", "")],
    ),
    Case(
        "free and not prescribed are two statements",
        direct(phi_le_phi="miễn phí"),
        direct(phi_le_phi="không quy định"),
        [(CHANGED, "trực tiếp", "miễn phí", "không quy định")],
    ),
]

NUMBERS = [
    Case(f"{one} is {other}", direct(thoi_han=one), direct(thoi_han=other), [])
    for one, other in (
        ("2 ngày", "02 ngày"),
        ("2,5 ngày làm việc", "2,50 ngày làm việc"),
        ("0,5 ngày làm việc", "1/2 ngày làm việc"),
        ("10 ngày", "10 (mười) ngày"),
        ("10 ngày", "không quá 10 ngày"),
    )
] + [
    Case("one money in two spellings", direct(phi_le_phi="50.000 đồng"),
         direct(phi_le_phi="50.000đ"), []),
    Case(
        "numbers beyond what a float can tell apart",
        direct(phi_le_phi="9.007.199.254.740.992 đồng"),
        direct(phi_le_phi="9.007.199.254.740.993 đồng"),
        [(CHANGED, "trực tiếp", "9.007.199.254.740.992 đồng", "9.007.199.254.740.993 đồng")],
    ),
    Case(
        "a unit is no number",
        direct(thoi_han="10 ngày"),
        direct(thoi_han="10 ngày làm việc"),
        [(CHANGED, "trực tiếp", "10 ngày", "10 ngày làm việc")],
    ),
    Case(
        "a sum is not its parts",
        direct(thoi_han="13 ngày"),
        direct(thoi_han="8 + 5 ngày"),
        [(CHANGED, "trực tiếp", "13 ngày", "8 + 5 ngày")],
    ),
]  # fmt: skip

LETTERS = [
    Case(
        "a name decomposed",
        papers(A), papers(nfd(A)),
        [(CHANGED, nfd(A), A, nfd(A))], only_written=True,
    ),
    Case(
        "a text decomposed",
        {"mo_ta": nfd("Độ dài")}, {"mo_ta": "Độ dài"},
        [(CHANGED, "", nfd("Độ dài"), "Độ dài")], only_written=True,
    ),
    Case(
        "a tab for a space",
        {"mo_ta": "Nộp hồ sơ"}, {"mo_ta": "Nộp\thồ sơ"},
        [(CHANGED, "", "Nộp hồ sơ", "Nộp\thồ sơ")], only_written=True,
    ),
    Case(
        "lines broken elsewhere",
        {"mo_ta": "Nộp hồ sơ tại quầy."}, {"mo_ta": "Nộp hồ sơ\ntại quầy."},
        [(CHANGED, "", "Nộp hồ sơ tại quầy.", "Nộp hồ sơ\ntại quầy.")], only_written=True,
    ),
    Case(
        "a letter of another alphabet is another letter",
        papers("Bản cam kết"), papers("Bản c\u0430m kết"),
        [(CHANGED, "Bản c\u0430m kết", "Bản cam kết", "Bản c\u0430m kết")],
    ),
    Case(
        "a negation is a change, however short",
        {"mo_ta": "Phải nộp lại."}, {"mo_ta": "Không phải nộp lại."},
        [(CHANGED, "", "Phải nộp lại.", "Không phải nộp lại.")],
    ),
    Case(
        "one sign in a long text",
        {"mo_ta": "a" * 5000 + "b"}, {"mo_ta": "a" * 5000 + "c"},
        [(CHANGED, "", "a" * 5000 + "b", "a" * 5000 + "c")],
    ),
]  # fmt: skip

NAMES = [
    Case(f"a paper called {name!r}", papers(A), papers(A, name), [(ADDED, name, "", name)])
    for name in ("1", "[0]", "root['a']", "a.b/c", "nháy \" kép '", "đổi thứ tự", "thêm", "…")
]

CASES = [*SETS, *REPETITIONS, *KEYS, *ABSENT, *NUMBERS, *LETTERS, *NAMES]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
class TestCases:
    """Each case, as told and through the three steps."""

    def test_it_is_told(self, case: Case) -> None:
        before, after = procedure(**case.before), procedure(**case.after)
        told = difference(before, after)
        found = [
            (item.op, item.label, item.before, item.after)
            for part in told.parts
            for item in part.items
        ]
        assert found == case.told
        assert all(part.editorial is case.only_written for part in told.parts)

    def test_applied_it_gives_the_other_side_and_nothing_is_left(self, case: Case) -> None:
        before, after = procedure(**case.before), procedure(**case.after)
        applied = difference(before, after).apply(before)
        assert applied == after
        assert difference(applied, after).parts == ()

    def test_the_other_way_round_the_same_items_come_and_go(self, case: Case) -> None:
        before, after = procedure(**case.before), procedure(**case.after)
        there, back = (
            sorted(
                (op if one is before else OPPOSITE.get(op, op)).value
                for part in difference(one, other).parts
                for op in [item.op for item in part.items]
            )
            for one, other in ((before, after), (after, before))
        )
        assert there == back


def test_names_are_unlike_each_other() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))
    assert PERMIT["can_cu"] == [LAW, DECREE]
