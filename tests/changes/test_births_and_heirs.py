# What begins, and what gives way: when the first document of a life may be called new, by which
# decision one procedure takes over from another, and what that means for whoever held the old one.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.changes.lives import begun, by, catalogue, day, kinds
from tthc_catalog.changes import Change, ChangeKind, changes_by, changes_in, compare
from tthc_catalog.changes.effects import Effect, Net
from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.changes.witness import witness

if TYPE_CHECKING:
    from tthc_catalog.catalog import Catalog

Plain = dict[str, Any]

OLD, NEW = "1.000001", "1.000002"
SEEN: Plain = {"quyet_dinh": "56/QĐ-BXD", "ghi_nhan": "2026-06-10"}


def history(catalog: Catalog, code: str) -> list[str]:
    return [change.kind.value for change in changes_in(catalog.life(code), catalog)]


@pytest.mark.parametrize(
    "head",
    [
        SEEN,
        {"quyet_dinh": "56/QĐ-BXD"},
        {"ghi_nhan": "2026-06-10"},
        {**SEEN, "hieu_luc": "2026-01-01"},
    ],
    ids=["seen", "no day at all", "seen without a decision", "seen, with the day of effect"],
)  # fmt: skip
def test_what_is_only_known_since_some_day_is_not_new(head: Plain) -> None:
    catalog = catalogue({OLD: [begun(head)]})
    (change,) = changes_in(catalog.life(OLD), catalog)
    assert change.kind is ChangeKind.RECORDED
    assert not change.kind.legal
    assert change.kind.label == "Ghi nhận lần đầu"
    assert change.reasons[0].sentence == "Lần đầu được ghi nhận; không rõ thủ tục có từ bao giờ."


def test_a_decision_that_lists_it_as_new_makes_it_new() -> None:
    record = {"so": "56/QĐ-BXD", "ngay": "2026-05-01", "phu_luc": {"moi": [{"ma": OLD}]}}
    assert history(catalogue({OLD: [begun(SEEN)]}, record), OLD) == ["new"]


def test_a_decision_that_lists_it_as_amended_knows_of_an_earlier_one() -> None:
    record = {"so": "56/QĐ-BXD", "ngay": "2026-05-01", "phu_luc": {"sua_doi": [{"ma": OLD}]}}
    catalog = catalogue({OLD: [begun(SEEN)]}, record)
    told = changes_by(catalog.decision("56/QĐ-BXD"), catalog)
    assert kinds(told.changes) == {OLD: "recorded"}
    assert str(told.changes[0].reasons[0]) == (
        "Lần đầu được ghi nhận; quyết định xếp vào «sửa đổi, bổ sung» nên đã có từ trước. "
        "(56/QĐ-BXD)"
    )
    (row,) = told.reconciliation.rows
    assert (row.verdict, row.agrees) == (Verdict.FIRST_SEEN, True)


def test_an_officer_who_writes_the_first_document_for_an_amendment_is_asked() -> None:
    record = {"so": "56/QĐ-BXD", "ngay": "2026-05-01", "phu_luc": {"sua_doi": [{"ma": OLD}]}}
    catalog = catalogue({OLD: [begun(by("56/QĐ-BXD", "2026-05-01"))]}, record)
    (row,) = changes_by(catalog.decision("56/QĐ-BXD"), catalog).reconciliation.rows
    assert (row.verdict, row.computed) == (Verdict.KIND_DIFFERS, ChangeKind.RECORDED)


def test_between_two_days_the_first_record_is_told_as_such() -> None:
    catalog = catalogue({OLD: [begun(SEEN)], NEW: [begun(by("2/QĐ-BXD", "2026-06-20"))]})
    changes = compare(catalog.on(day("2026-06-01")), catalog.on(day("2026-07-01")))
    assert kinds(changes) == {OLD: "recorded", NEW: "new"}


def replaced_later() -> Catalog:
    """B is made by 1/QĐ-BXD in January; in June 2/QĐ-BXD lets A give way to it."""
    january, june = by("1/QĐ-BXD", "2026-01-15"), by("2/QĐ-BXD", "2026-06-15")
    return catalogue(
        {
            OLD: [begun(by("9/QĐ-BXD", "2020-01-15")), {**june, "thay_the_boi": [NEW]}],
            NEW: [begun(january), {**june, "ket_qua": "Giấy phép mới"}],
        },
        {"so": "1/QĐ-BXD", "ngay": "2026-01-15"},
    )


def test_what_takes_over_later_was_new_at_its_birth() -> None:
    catalog = replaced_later()
    assert history(catalog, NEW) == ["new", "amended"]
    assert history(catalog, OLD) == ["new", "replaced"]
    first, then = changes_in(catalog.life(NEW), catalog)
    assert (first.predecessors, then.predecessors) == ((), (OLD,))
    told = changes_by(catalog.decision("1/QĐ-BXD"), catalog)
    assert kinds(told.changes) == {NEW: "new"}


def test_over_both_days_at_once_the_birth_is_still_a_birth() -> None:
    catalog = replaced_later()
    changes = compare(catalog.on(day("2025-12-31")), catalog.on(day("2026-07-01")))
    assert kinds(changes) == {OLD: "replaced", NEW: "new"}
    again = compare(catalog.on(day("2026-07-01")), catalog.on(day("2026-07-02")))
    assert len(again) == 0


def replaced(*, old: Plain, new: Plain, number: int = 1) -> dict[str, Change]:
    head = by("2/QĐ-BXD", "2026-06-15")
    codes = [f"1.00001{index}" for index in range(number)]
    lives = {code: [begun(**old), {**head, "thay_the_boi": [NEW]}] for code in codes}
    lives[NEW] = [begun({**head, "thay_the": codes}, **new)]
    catalog = catalogue(lives, {"so": "2/QĐ-BXD", "ngay": "2026-06-15"})
    return changes_by(catalog.decision("2/QĐ-BXD"), catalog).changes.by_code


def papers(*names: str) -> Plain:
    return {"ho_so": [{"thanh_phan": [{"ten": name, "ban_chinh": "1"} for name in names]}]}


def test_what_is_replaced_is_measured_against_what_takes_over() -> None:
    told = replaced(old=papers("Đơn"), new={"ten": "Tên khác", **papers("Đơn", "Bản vẽ")})
    change = told["1.000010"]
    assert [(item.rule.id, item.sentence) for item in change.impact.items] == [
        ("procedure-moved", "Người nộp hồ sơ chuyển sang thủ tục 1.000002, nên so với thủ tục đó."),
        ("paper-added", "Phải nộp thêm giấy tờ: Bản vẽ."),
    ]
    assert change.impact.net is Net.HEAVIER
    proof = witness(change, change.impact.of(Effect.HEAVIER)[0])
    assert proof is not None
    assert [lack.sentence for lack in proof.lacks] == ["Thiếu giấy tờ: Bản vẽ."]
    assert [item.sentence for item in told[NEW].impact.items] == [
        "Thay cho thủ tục 1.000010; nặng hay nhẹ hơn được so ở thủ tục đó."
    ]


def test_each_of_several_that_give_way_is_measured_for_itself() -> None:
    told = replaced(old=papers("Đơn", "Bản vẽ"), new=papers("Đơn"), number=3)
    nets = [told[code].impact.net for code in sorted(told)]
    assert nets == [Net.NEUTRAL, Net.LIGHTER, Net.LIGHTER, Net.LIGHTER]


def test_what_nobody_states_of_the_heir_is_one_sentence() -> None:
    unknown = {"ket_qua": None, "can_cu": None, "chua_ro": ["ket_qua", "can_cu"]}
    told = replaced(old={}, new=unknown)["1.000010"]
    assert [item.sentence for item in told.impact.items][1:] == [
        "Một bên không nêu Kết quả thực hiện, Căn cứ pháp lý nên không so sánh được."
    ]


def test_of_two_heirs_nobody_knows_which_one_an_applicant_needs() -> None:
    head = by("2/QĐ-BXD", "2026-06-15")
    catalog = catalogue(
        {
            OLD: [begun(), {**head, "tach_thanh": [NEW, "1.000003"]}],
            NEW: [begun(head)],
            "1.000003": [begun(head)],
        }
    )
    change = changes_in(catalog.life(OLD), catalog)[-1]
    assert [item.rule.id for item in change.impact.items] == ["procedure-ended"]
