# The kind of a change, its reasons, and the two ways to ask: between two sides, or by one decision.

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.changes.lives import CODE, PERMIT, begun, by, catalogue, day, kinds
from tthc_catalog.changes import Change, ChangeKind, changes_by, changes_in, compare

if TYPE_CHECKING:
    from tests.changes.lives import Plain
    from tthc_catalog.catalog import Catalog

SHORTER = [{**channel, "thoi_han": "10 ngày làm việc"} for channel in PERMIT["cach_thuc"]]
AMENDED = by("1077/QĐ-BXD", "2026-06-30", hieu_luc="2026-07-01", cach_thuc=SHORTER)


def one(catalog: Catalog, since: str = "2026-06-30", until: str = "2026-07-01") -> Change:
    """Return the one change between two days."""
    (change,) = compare(catalog.on(day(since)), catalog.on(day(until)))
    return change


def said(change: Change) -> list[str]:
    return [str(reason) for reason in change.reasons]


def one_after(later: Plain) -> Change:
    return one(catalogue({CODE: [begun(), later]}))


def test_a_side_compared_with_itself_changes_nothing() -> None:
    snapshot = catalogue({CODE: [begun(), AMENDED]}).on(day("2026-07-01"))
    assert len(compare(snapshot, snapshot)) == 0


def test_equal_catalogues_read_apart_change_nothing() -> None:
    sides = [catalogue({CODE: [begun(), AMENDED]}).on(day("2026-07-01")) for _ in range(2)]
    assert len(compare(*sides)) == 0


def test_an_amendment_names_its_parts_its_decision_and_its_day() -> None:
    change = one_after(AMENDED)
    assert change.kind is ChangeKind.AMENDED
    assert change.kind.label == "Sửa đổi, bổ sung"
    assert [part.title for part in change.parts] == ["Cách thức thực hiện"]
    assert (change.decision, change.day) == ("1077/QĐ-BXD", day("2026-07-01"))
    assert said(change) == ["Thay đổi ở: Cách thức thực hiện. (1077/QĐ-BXD)"]


def test_new_legal_grounds_are_a_reason() -> None:
    grounds = [*PERMIT["can_cu"], "66.18/2026/NQ-CP"]
    change = one_after({**AMENDED, "can_cu": grounds})
    assert said(change)[1] == "Có thêm căn cứ pháp lý. (66.18/2026/NQ-CP)"


def test_a_decision_that_repeats_the_content_only_publishes_again() -> None:
    again = by("1077/QĐ-BXD", "2026-06-30", hieu_luc="2026-07-01", cach_thuc=PERMIT["cach_thuc"])
    change = one_after(again)
    assert change.kind is ChangeKind.REPUBLISHED
    assert change.only_decision
    assert change.decision_changed
    assert said(change) == ["Quyết định mới công bố lại, nội dung không đổi. (1077/QĐ-BXD)"]


def test_another_order_under_another_decision_is_told_as_such() -> None:
    turned = list(reversed(PERMIT["cach_thuc"]))
    change = one_after({**AMENDED, "cach_thuc": turned})
    assert change.kind is ChangeKind.REPUBLISHED
    assert change.editorial
    assert said(change) == ["Quyết định mới công bố lại, chỉ khác về trình bày. (1077/QĐ-BXD)"]


def test_another_order_under_the_same_decision_is_editorial() -> None:
    turned = begun(cach_thuc=list(reversed(PERMIT["cach_thuc"])))
    sides = [catalogue({CODE: [first]}).on(day("2026-07-01")) for first in (begun(), turned)]
    (change,) = compare(*sides)
    assert change.kind is ChangeKind.EDITORIAL
    assert change.kind.label == "Chỉ khác về trình bày"
    assert not change.kind.legal


def test_what_begins_is_new_and_what_ends_abolished() -> None:
    ended = by("2/QĐ-BXD", "2026-06-30", hieu_luc="2026-07-01", bai_bo={"can_cu": "1/2026/NĐ-CP"})
    change = one_after(ended)
    assert change.kind is ChangeKind.ABOLISHED
    assert said(change) == ["Bị bãi bỏ. (1/2026/NĐ-CP)"]
    born = one(catalogue({CODE: [begun()]}), "2025-01-14", "2025-01-15")
    assert born.kind is ChangeKind.NEW
    assert said(born)[0] == "Trước đó chưa có thủ tục này. (56/QĐ-BXD)"


def test_the_same_two_days_the_other_way_round_turn_new_into_gone() -> None:
    catalog = catalogue({CODE: [begun()]})
    early, late = catalog.on(day("2025-01-14")), catalog.on(day("2025-01-15"))
    assert kinds(compare(early, late)) == {CODE: "new"}
    assert kinds(compare(late, early)) == {CODE: "gone"}


def test_an_old_code_gives_way_to_a_new_one() -> None:
    ended = by("2/QĐ-BXD", "2026-07-01", thay_the_boi=["2.000002"])
    catalog = catalogue({CODE: [begun(), ended], "2.000002": [begun(by("2/QĐ-BXD", "2026-07-01"))]})
    changes = compare(catalog.on(day("2026-06-30")), catalog.on(day("2026-07-01")))
    assert kinds(changes) == {CODE: "replaced", "2.000002": "replaced"}
    old, new = changes
    assert (old.successors, new.predecessors) == (("2.000002",), (CODE,))
    assert (old.renewed, new.renewed) == (False, True)


def test_suspension_and_resumption_are_events_beside_the_kind() -> None:
    stopped = by("2/QĐ-BXD", "2026-07-01", tam_ngung={"ly_do": "chờ hướng dẫn"})
    resumed = by("3/QĐ-BXD", "2026-08-01", khoi_phuc={"ly_do": "đã có hướng dẫn"})
    catalog = catalogue({CODE: [begun(), stopped, resumed]})
    change = one(catalog)
    assert (change.kind, change.events) == (ChangeKind.OTHER, ("tạm ngưng",))
    change = one(catalog, "2026-07-31", "2026-08-01")
    assert (change.kind, change.events) == (ChangeKind.OTHER, ("khôi phục",))


def test_a_correction_is_no_amendment() -> None:
    fixed = by(
        "2/QĐ-BXD", "2026-07-01", dinh_chinh={"so": "1077/QĐ-BXD"},
        cach_thuc=[{**channel, "thoi_han": "9 ngày làm việc"} for channel in SHORTER],
    )  # fmt: skip
    catalog = catalogue({CODE: [begun(), AMENDED, fixed]})
    change = changes_in(catalog.life(CODE), catalog)[-1]
    assert (change.kind, change.events) == (ChangeKind.OTHER, ("đính chính",))
    assert change.day == day("2026-07-01")
    assert said(change)[0] == "Đính chính văn bản đã công bố, không phải sửa đổi. (2/QĐ-BXD)"


def test_a_time_box_is_told_where_it_starts_and_where_it_lapses() -> None:
    boxed = {**AMENDED, "het_hieu_luc": "2026-12-31"}
    catalog = catalogue({CODE: [begun(), boxed]})
    start, lapse = changes_in(catalog.life(CODE), catalog)[1:]
    assert (start.kind, start.events) == (ChangeKind.AMENDED, ("áp dụng có thời hạn",))
    assert said(start)[-1] == "Chỉ áp dụng đến hết ngày 31/12/2026."
    assert (lapse.kind, lapse.events) == (ChangeKind.OTHER, ("hết thời hạn áp dụng",))
    assert lapse.day == day("2027-01-01")
    assert lapse.impact.net.value == "heavier"
    assert one(catalog, "2026-12-31", "2027-01-01").kind is ChangeKind.OTHER


def test_the_later_of_two_decisions_of_one_day_starts_where_the_first_ended() -> None:
    first = by("1/QĐ-BXD", "2026-06-30", cach_thuc=SHORTER)
    second = by("2/QĐ-BXD", "2026-06-30", cach_thuc=SHORTER, ten="Tên mới")
    records = [
        {"so": "1/QĐ-BXD", "ngay": "2026-06-30", "hieu_luc": "2026-07-01", "thu_tu": "1"},
        {"so": "2/QĐ-BXD", "ngay": "2026-06-30", "hieu_luc": "2026-07-01", "thu_tu": "2"},
    ]
    catalog = catalogue({CODE: [begun(), first, second]}, *records)
    parts = [
        [part.part for part in change.parts]
        for record in records
        for change in changes_by(catalog.decision(record["so"]), catalog).changes
    ]
    assert parts == [["channels"], ["name"]]


def test_a_decision_with_effect_in_the_future_is_told_with_its_day() -> None:
    record = {"so": "1077/QĐ-BXD", "ngay": "2026-06-30", "hieu_luc": "2027-03-01"}
    later = by("1077/QĐ-BXD", "2026-06-30", cach_thuc=SHORTER)
    catalog = catalogue({CODE: [begun(), later]}, record)
    report = changes_by(catalog.decision("1077/QĐ-BXD"), catalog)
    assert kinds(report.changes) == {CODE: "amended"}
    assert report.days == (day("2027-03-01"),)


def test_between_two_catalogues_the_newly_named_decisions_count() -> None:
    ours = catalogue({CODE: [begun()]}).on(day("2026-07-01"))
    theirs = catalogue({CODE: [begun(by("9/QĐ-BXD", "2025-05-05"))]}).on(day("2026-07-01"))
    (change,) = compare(ours, theirs)
    assert (change.kind, change.decision) == (ChangeKind.REPUBLISHED, "9/QĐ-BXD")


def test_what_another_catalogue_does_not_hold_is_said_to_be_missing_there() -> None:
    ours = catalogue({CODE: [begun()]}).on(day("2026-07-01"))
    (change,) = compare(ours, {})
    assert change.kind is ChangeKind.GONE
    assert said(change) == ["Bên sau không có thủ tục này; không có văn bản nào nói là bị bãi bỏ."]


def test_codes_that_no_side_shares_are_paired_and_marked_as_inferred() -> None:
    ours = catalogue({"cap-phep": [begun()]}).on(day("2026-07-01"))
    theirs = catalogue({CODE: [begun(cach_thuc=SHORTER)]}).on(day("2026-07-01"))
    (change,) = compare(ours, theirs)
    assert (change.code, change.old_code, change.inferred) == (CODE, "cap-phep", 1.0)
    assert change.kind is ChangeKind.AMENDED
    assert said(change)[-1] == "Không có mã chung; ghép với cap-phep vì giống nhau 100%."
    assert kinds(compare(ours, theirs, infer=False)) == {
        "cap-phep": "gone",
        CODE: "new",
    }


def test_changes_stand_in_the_order_of_their_codes_and_are_found_by_them() -> None:
    catalog = catalogue({code: [begun()] for code in ("3.000003", "1.000001", "2.000002")})
    changes = compare(catalog.on(day("2025-01-01")), catalog.on(day("2026-01-01")))
    assert [change.code for change in changes] == ["1.000001", "2.000002", "3.000003"]
    assert changes.by_code["2.000002"] is changes[1]
    assert changes.counts == {ChangeKind.NEW: 3}
    assert changes.of_kind(ChangeKind.AMENDED) == ()


def test_a_fingerprint_keeps_to_what_changed() -> None:
    again, other = one_after(AMENDED), one_after({**AMENDED, "ten": "Tên khác"})
    assert one_after(AMENDED).fingerprint == again.fingerprint
    assert again.fingerprint != other.fingerprint
    assert len(again.fingerprint) == 12


def test_a_fingerprint_does_not_depend_on_the_run() -> None:
    code = "from tests.changes.test_comparison import *; print(one_after(AMENDED).fingerprint)"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True, check=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert told == {one_after(AMENDED).fingerprint + "\n"}


def test_to_say_which_kinds_there_are_nobody_loads_deepdiff() -> None:
    code = (
        "import sys; from tests.changes.test_comparison import *\n"
        "change = one_after(AMENDED); assert change.kind; assert 'deepdiff' not in sys.modules\n"
        "assert change.parts[0].items; assert 'deepdiff' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": "."})
