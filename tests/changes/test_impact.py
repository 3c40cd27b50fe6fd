# What a change means for the applicant. Every example is read in both directions: what is heavier
# one way must be lighter the other way, and what is heavier must have a witness.

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from tests.changes.lives import CODE, PERMIT, begun, by, catalogue, day
from tthc_catalog.changes import Change, changes_by, compare
from tthc_catalog.changes.effects import EFFECT_RULES, Effect, EffectRule, Net
from tthc_catalog.changes.impact import Impact, ImpactItem
from tthc_catalog.changes.witness import satisfies, smallest, witness

Plain = dict[str, Any]

FORM, PLAN = PERMIT["ho_so"][0]["thanh_phan"]
ONLINE, DIRECT = PERMIT["cach_thuc"]
RESULT = PERMIT["ket_qua"][0]


def papers(*components: object) -> Plain:
    return {"ho_so": [{"thanh_phan": list(components)}]}


def online(**rest: object) -> Plain:
    return {"cach_thuc": [{"kenh": "trực tuyến", **rest}]}


def change(before: Plain, after: Plain) -> Change:
    sides = [catalogue({CODE: [begun(**parts)]}).on(day("2026-07-01")) for parts in (before, after)]
    (found,) = compare(*sides)
    return found


class Example(NamedTuple):
    """A change that is heavier one way and lighter the other way."""

    lighter: Plain
    heavier: Plain
    rule: str
    up: str
    down: str


EXAMPLES = [
    Example(
        {}, papers(FORM, PLAN, "Ảnh"), "paper-added",
        "Phải nộp thêm giấy tờ: Ảnh.", "Không còn phải nộp giấy tờ: Ảnh.",
    ),
    Example(
        papers(FORM, {**PLAN, "bat_buoc": "không"}), {}, "paper-required",
        "Giấy tờ “Bản vẽ thiết kế” trở thành bắt buộc.",
        "Giấy tờ “Bản vẽ thiết kế” không còn bắt buộc.",
    ),
    Example(
        {}, papers({**FORM, "ban_chinh": "3"}, PLAN), "originals-more",
        "Số bản chính của “Đơn đề nghị cấp giấy phép” tăng từ 1 lên 3.",
        "Số bản chính của “Đơn đề nghị cấp giấy phép” giảm từ 3 xuống 1.",
    ),
    Example(
        {}, papers(FORM, {**PLAN, "ban_sao": "4"}), "copies-more",
        "Số bản sao của “Bản vẽ thiết kế” tăng từ 2 lên 4.",
        "Số bản sao của “Bản vẽ thiết kế” giảm từ 4 xuống 2.",
    ),
    Example(
        {"ho_so": [{"thanh_phan": ["X"], "so_bo": "1"}]},
        {"ho_so": [{"thanh_phan": ["X"], "so_bo": "2"}]},
        "sets-more",
        "Số bộ hồ sơ phải nộp tăng từ 1 lên 2.", "Số bộ hồ sơ phải nộp giảm từ 2 xuống 1.",
    ),
    Example(
        {}, {"cach_thuc": [{**ONLINE, "phi_le_phi": "75.000 đồng/hồ sơ"}, DIRECT]}, "fee-raised",
        "Phí, lệ phí tăng từ 50.000 đồng/hồ sơ lên 75.000 đồng/hồ sơ (trực tuyến).",
        "Phí, lệ phí giảm từ 75.000 đồng/hồ sơ xuống 50.000 đồng/hồ sơ (trực tuyến).",
    ),
    Example(
        online(phi_le_phi="miễn phí"), online(phi_le_phi="50.000 đồng"), "fee-introduced",
        "Trước không phải nộp, nay phải nộp phí, lệ phí 50.000 đồng (trực tuyến).",
        "Không còn phải nộp phí, lệ phí 50.000 đồng (trực tuyến).",
    ),
    Example(
        online(thoi_han="10 ngày làm việc"), online(thoi_han="20 ngày"), "time-longer",
        (
            "Thời hạn giải quyết dài hơn: từ 10 ngày làm việc thành 20 ngày (trực tuyến); "
            "so theo tuần thường, chưa kể ngày nghỉ lễ."
        ),
        (
            "Thời hạn giải quyết ngắn hơn: từ 20 ngày thành 10 ngày làm việc (trực tuyến); "
            "so theo tuần thường, chưa kể ngày nghỉ lễ."
        ),
    ),
    Example(
        online(thoi_han="7 ngày"), online(thoi_han="không quy định"), "time-dropped",
        "Không còn quy định thời hạn giải quyết, trước là 7 ngày (trực tuyến).",
        "Trước không quy định, nay có thời hạn giải quyết 7 ngày (trực tuyến).",
    ),
    Example(
        {}, {"cach_thuc": [DIRECT]}, "channel-removed",
        "Không còn nộp được theo hình thức trực tuyến.", "Nộp được thêm theo hình thức trực tuyến.",
    ),
    Example(
        {}, {"cap_thuc_hien": ["tỉnh"]}, "authority-farther",
        "Nơi giải quyết xa hơn: từ cấp xã lên cấp tỉnh.",
        "Nơi giải quyết gần hơn: từ cấp tỉnh về cấp xã.",
    ),
    Example(
        {"yeu_cau_dieu_kien": "- Có đất"}, {"yeu_cau_dieu_kien": "- Có đất\n- Có vốn"},
        "condition-added", "Thêm yêu cầu, điều kiện: Có vốn.", "Bỏ yêu cầu, điều kiện: Có vốn.",
    ),
    Example(
        {}, {"ket_qua": [{**RESULT, "thoi_han_hieu_luc": "6 tháng"}]}, "validity-shorter",
        "“Giấy phép xây dựng” có hiệu lực ngắn hơn: từ 12 tháng thành 6 tháng.",
        "“Giấy phép xây dựng” có hiệu lực dài hơn: từ 6 tháng thành 12 tháng.",
    ),
    Example(
        {"muc_do_truc_tuyen": "toàn trình"}, {"muc_do_truc_tuyen": "mức độ 3"}, "online-lower",
        "Mức độ trực tuyến thấp hơn: từ toàn trình thành mức độ 3.",
        "Mức độ trực tuyến cao hơn: từ mức độ 3 thành toàn trình.",
    ),
    Example(
        {}, {"doi_tuong": ["Doanh nghiệp"]}, "subject-removed",
        "Không còn áp dụng cho đối tượng: Công dân Việt Nam.",
        "Áp dụng thêm cho đối tượng: Công dân Việt Nam.",
    ),
]  # fmt: skip

# The same in both directions.
NEUTRAL: list[tuple[Plain, Plain, str, str]] = [
    (
        {}, {"ho_so": [*PERMIT["ho_so"], {"truong_hop": "Gia hạn"}]}, "case-added",
        "Thêm hồ sơ cho trường hợp: Gia hạn.",
    ),
    (
        {}, papers({**FORM, "ten": FORM["ten"] + " theo mẫu"}, PLAN), "paper-reworded",
        "Giấy tờ “Đơn đề nghị cấp giấy phép” nay viết là “Đơn đề nghị cấp giấy phép theo mẫu”.",
    ),
    (
        {}, papers(FORM, PLAN, {"ten": "Ảnh", "bat_buoc": "không"}), "paper-not-required",
        "Giấy tờ không bắt buộc có thay đổi: Ảnh.",
    ),
    (
        online(phi_le_phi="50.000 đồng"), online(phi_le_phi="theo nghị quyết của HĐND cấp tỉnh"),
        "fee-undecided",
        (
            "Phí, lệ phí đổi từ 50.000 đồng thành "
            "theo nghị quyết của HĐND cấp tỉnh, chưa rõ cao hay thấp (trực tuyến)."
        ),
    ),
    (
        online(thoi_han="5 ngày làm việc"), online(thoi_han="7 ngày"), "time-undecided",
        (
            "Thời hạn đổi từ 5 ngày làm việc thành 7 ngày, chưa rõ dài hay ngắn (trực tuyến); "
            "so theo tuần thường, chưa kể ngày nghỉ lễ."
        ),
    ),
    (
        online(thoi_han="5 + 3 ngày làm việc"), online(thoi_han="8 ngày làm việc"), "time-as-long",
        "Thời hạn dài như cũ: 5 + 3 ngày làm việc nay viết là 8 ngày làm việc (trực tuyến).",
    ),
    (
        {"yeu_cau_dieu_kien": "Có đất hợp pháp"}, {"yeu_cau_dieu_kien": "Có giấy tờ về đất"},
        "condition-reworded", "Yêu cầu, điều kiện được viết lại.",
    ),
    (
        {}, {"ket_qua": ["Giấy phép xây dựng"]}, "validity-undecided",
        "Thời hạn hiệu lực của “Giấy phép xây dựng” đổi: từ 12 tháng thành không nêu.",
    ),
    (
        {}, {"cap_thuc_hien": ["tỉnh", "xã"]}, "levels-changed",
        "Cấp thực hiện thay đổi: từ xã thành tỉnh; xã.",
    ),
    ({}, {"trinh_tu": "Nộp."}, "part-changed", "Thay đổi ở Trình tự thực hiện."),
]  # fmt: skip


def told(found: Change) -> list[tuple[str, str]]:
    return [(item.rule.id, item.sentence) for item in found.impact.items]


@pytest.mark.parametrize("example", EXAMPLES, ids=[each.rule for each in EXAMPLES])
class TestBothDirections:
    """One example, read there and back."""

    def test_it_is_heavier_one_way(self, example: Example) -> None:
        found = change(example.lighter, example.heavier)
        assert told(found) == [(example.rule, example.up)]
        assert found.impact.net is Net.HEAVIER

    def test_it_is_lighter_the_other_way(self, example: Example) -> None:
        found = change(example.heavier, example.lighter)
        assert told(found) == [(EFFECT_RULES[example.rule].mirror, example.down)]
        assert found.impact.net is Net.LIGHTER

    def test_a_dossier_proves_that_it_is_heavier(self, example: Example) -> None:
        found = change(example.lighter, example.heavier)
        (item,) = found.impact.items
        proof = witness(found, item)
        assert proof is not None
        assert proof.lacks
        assert found.before is not None
        assert found.after is not None
        assert satisfies(proof.dossier, found.before.procedure)
        assert not satisfies(proof.dossier, found.after.procedure)

    def test_what_is_lighter_has_no_witness(self, example: Example) -> None:
        found = change(example.heavier, example.lighter)
        assert [witness(found, item) for item in found.impact.items] == [None]


@pytest.mark.parametrize(
    ("before", "after", "rule", "sentence"), NEUTRAL, ids=[each[2] for each in NEUTRAL]
)
def test_what_nobody_can_call_lighter_or_heavier_is_neutral_both_ways(
    before: Plain, after: Plain, rule: str, sentence: str
) -> None:
    found = change(before, after)
    assert told(found) == [(rule, sentence)]
    assert found.impact.net is Net.NEUTRAL
    assert change(after, before).impact.net is Net.NEUTRAL


@pytest.mark.parametrize("rule", EFFECT_RULES.values(), ids=EFFECT_RULES)
def test_every_rule_has_its_mirror_or_says_why_not(rule: EffectRule) -> None:
    assert bool(rule.mirror) != bool(rule.alone)
    if rule.mirror:
        assert EFFECT_RULES[rule.mirror].mirror == rule.id
        assert EFFECT_RULES[rule.mirror].effect is rule.effect.mirrored
    else:
        assert rule.effect.mirrored is rule.effect


def test_every_rule_is_met_by_an_example() -> None:
    met = {example.rule for example in EXAMPLES} | {rule for *_, rule, _ in NEUTRAL}
    met |= {EFFECT_RULES[rule].mirror for rule in met}
    elsewhere = {
        "procedure-begun", "procedure-ended", "procedure-moved", "procedure-takes-over",
        "only-written", "part-unstated",
        "time-longer-but-holidays", "time-shorter-but-holidays",
    }  # fmt: skip
    assert set(EFFECT_RULES) - met == elsewhere


def test_what_is_only_written_otherwise_is_editorial() -> None:
    found = change({}, {"doi_tuong": list(reversed(PERMIT["doi_tuong"]))})
    assert told(found) == [("only-written", "Đối tượng thực hiện chỉ khác về trình bày.")]
    assert found.impact.net is Net.EDITORIAL


def test_what_one_side_does_not_state_is_not_compared() -> None:
    found = change({"ket_qua": None, "chua_ro": ["ket_qua"]}, {"trinh_tu": "Nộp."})
    assert told(found) == [
        ("part-changed", "Thay đổi ở Trình tự thực hiện."),
        ("part-unstated", "Một bên không nêu Kết quả thực hiện nên không so sánh được."),
    ]


def test_what_begins_or_ends_has_nothing_to_be_compared_with() -> None:
    born = catalogue({CODE: [begun()]})
    early, late = born.on(day("2025-01-01")), born.on(day("2026-01-01"))
    assert [rule for rule, _ in told(compare(early, late)[0])] == ["procedure-begun"]
    assert [rule for rule, _ in told(compare(late, early)[0])] == ["procedure-ended"]


def test_a_time_limit_that_moves_from_all_channels_to_each_is_no_change_of_time() -> None:
    each = {"cach_thuc": [{"kenh": "trực tuyến", "thoi_han": "5 ngày"}]}
    all_ = {"cach_thuc": ["trực tuyến"], "thoi_han": "5 ngày"}
    assert [rule for rule, _ in told(change(each, all_))] == ["part-changed"]


def test_channels_with_one_and_the_same_change_are_one_sentence() -> None:
    shorter = [{**channel, "thoi_han": "3 ngày"} for channel in PERMIT["cach_thuc"]]
    before = [{**channel, "thoi_han": "9 ngày"} for channel in PERMIT["cach_thuc"]]
    (found,) = change({"cach_thuc": before}, {"cach_thuc": shorter}).impact.items
    assert found.sentence == (
        "Thời hạn giải quyết ngắn hơn: từ 9 ngày thành 3 ngày (trực tuyến, trực tiếp)."
    )


def test_lighter_and_heavier_do_not_cancel_out() -> None:
    found = change({}, {"cap_thuc_hien": ["tỉnh"], **papers(FORM)})
    assert found.impact.net is Net.MIXED
    assert found.impact.net.label == "có mặt nhẹ hơn, có mặt nặng hơn"
    assert found.impact.counts == {Effect.LIGHTER: 1, Effect.HEAVIER: 1}


@pytest.mark.parametrize(
    ("before", "after", "rules"),
    [
        # Within a line a semicolon goes on with the sentence as often as it begins another one.
        ("Có vốn 600 tỷ đồng", "Có vốn 600 tỷ đồng; hoặc bảo lãnh", ["condition-reworded"]),
        ("Theo Điều 134; khoản 1 Điều 138", "Theo Điều 134", ["condition-reworded"]),
        # One more way to meet a condition is no burden; one more line that says so neither.
        ("Có vốn\nhoặc bảo lãnh", "Có vốn", ["condition-reworded"]),
        ("a) Có vốn; hoặc\nb) Bảo lãnh", "a) Có vốn", ["condition-reworded"]),
        (
            "Đáp ứng một trong các điều kiện sau:\n- Có vốn",
            "Đáp ứng một trong các điều kiện sau:\n- Có vốn\n- Có bảo lãnh",
            ["condition-reworded"],
        ),
        ("Có đất", "Có đất\nTrừ trường hợp xây tạm", ["condition-reworded"]),
        # Lines are conditions, however they are marked and ended.
        ("- Có đất;\n- Có vốn.", "+ Có vốn;\n+ Có đất.", ["part-changed"]),
        ("- Có đất;\n- Có vốn.", "- Có đất;\n- Có vốn;\n- Có thợ.", ["condition-added"]),
        ("Vốn hoặc đất của tổ chức", "Vốn hoặc đất của tổ chức\nCó thợ", ["condition-added"]),
    ],
)
def test_conditions_are_lines(before: str, after: str, rules: list[str]) -> None:
    found = change({"yeu_cau_dieu_kien": before}, {"yeu_cau_dieu_kien": after})
    assert [rule for rule, _ in told(found)] == rules


def test_what_states_no_channel_has_closed_none() -> None:
    silent = {"cach_thuc": None, "thoi_han": "5 ngày", "chua_ro": ["cach_thuc"]}
    found = change(online(thoi_han="20 ngày"), silent)
    assert told(found) == [
        ("part-unstated", "Một bên không nêu Cách thức thực hiện nên không so sánh được."),
        (
            "time-shorter",
            "Thời hạn giải quyết ngắn hơn: từ 20 ngày thành 5 ngày (trực tuyến).",
        ),
    ]
    assert found.impact.net is Net.LIGHTER


def test_fees_of_a_side_that_states_no_channel_are_not_known_to_be_none() -> None:
    silent = {"cach_thuc": None, "thoi_han": "4 ngày", "chua_ro": ["cach_thuc"]}
    found = change(silent, online(thoi_han="5 ngày", phi_le_phi="50.000 đồng"))
    rules = [rule for rule, _ in told(found)]
    assert rules == ["part-unstated", "time-longer"]
    proof = witness(found, found.impact.items[1])
    assert proof is not None
    assert proof.dossier.channel == "trực tuyến"


def test_a_farther_authority_is_named_by_the_nearest_levels() -> None:
    found = change({"cap_thuc_hien": ["tỉnh", "xã", "cơ quan khác"]}, {"cap_thuc_hien": ["tỉnh"]})
    (item,) = found.impact.items
    assert item.sentence == "Nơi giải quyết xa hơn: từ cấp xã lên cấp tỉnh."
    proof = witness(found, item)
    assert proof is not None
    assert [lack.sentence for lack in proof.lacks] == [
        "Chỉ đến được cấp xã, nay gần nhất là cấp tỉnh."
    ]


def test_free_with_a_remark_is_not_taken_for_free() -> None:
    remark = online(phi_le_phi="miễn phí (Theo quy định của HĐND cấp tỉnh)")
    found = change(remark, online(phi_le_phi="50.000 đồng"))
    assert [rule for rule, _ in told(found)] == ["fee-undecided"]


def test_fees_that_are_parted_otherwise_stay_undecided() -> None:
    before = online(phi_le_phi=["lệ phí cấp mới: 90.000 đồng", "lệ phí cấp đổi: 50.000 đồng"])
    after = online(phi_le_phi=["lệ phí cấp mới: 80.000 đồng", "lệ phí cấp lại: 50.000 đồng"])
    assert [rule for rule, _ in told(change(before, after))] == ["fee-undecided"]


def test_currencies_are_never_compared() -> None:
    found = change(online(phi_le_phi="25 USD"), online(phi_le_phi="600.000 đồng"))
    assert [rule for rule, _ in told(found)] == ["fee-undecided"]


def test_a_decision_is_netted_over_its_procedures() -> None:
    record = {"so": "1077/QĐ-BXD", "ngay": "2026-07-01"}
    head = by("1077/QĐ-BXD", "2026-07-01")
    parts: dict[str, Plain] = {
        "1.000001": papers(FORM), "1.000002": papers(FORM, PLAN, "Ảnh"), "1.000003": {},
    }  # fmt: skip
    lives: dict[str, list[Any]] = {
        code: [begun(), {**head, **each}] for code, each in parts.items()
    }
    catalog = catalogue(lives, record)
    report = changes_by(catalog.decision("1077/QĐ-BXD"), catalog)
    assert report.impact.procedures == {Net.LIGHTER: 1, Net.HEAVIER: 1, Net.NEUTRAL: 1}
    assert report.impact.net is Net.MIXED


def test_an_impact_without_items_is_neutral() -> None:
    assert Impact().net is Net.NEUTRAL


def test_a_witness_speaks_the_words_of_the_form() -> None:
    found = change({}, papers(FORM, PLAN, "Ảnh"))
    proof = witness(found, found.impact.items[0])
    assert proof is not None
    assert [lack.sentence for lack in proof.lacks] == ["Thiếu giấy tờ: Ảnh."]
    assert proof.dossier.in_words() == {
        "Cách thức thực hiện": "trực tuyến",
        "Thành phần, số lượng hồ sơ": (
            "Đơn đề nghị cấp giấy phép: 1 bản chính, 0 bản sao; "
            "Bản vẽ thiết kế: 0 bản chính, 2 bản sao"
        ),
        "Thời hạn giải quyết": "20 ngày",
        "Phí, lệ phí": "50.000 đồng/hồ sơ",
        "Cấp thực hiện": "xã",
        "Đối tượng thực hiện": "Công dân Việt Nam; Doanh nghiệp",
    }


def test_a_reworded_paper_lacks_nothing() -> None:
    found = change({}, papers({**FORM, "ten": FORM["ten"] + " theo mẫu"}, PLAN))
    assert found.before is not None
    assert found.after is not None
    old, new = found.before.procedure, found.after.procedure
    assert satisfies(smallest(old, new), new)


def test_a_neutral_effect_has_no_witness() -> None:
    found = change({}, {"trinh_tu": "Nộp."})
    (item,) = found.impact.items
    assert isinstance(item, ImpactItem)
    assert witness(found, item) is None
