# What real decisions do that no scheme foresees. Each case is written as records and annex, as
# officers would, and named by the decision in which it was seen.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.changes.lives import PERMIT, begun, by, catalogue, day, kinds, procedure
from tthc_catalog.catalog import Catalog, Status
from tthc_catalog.changes import ChangeKind, changes_by, changes_in, compare
from tthc_catalog.changes.pairing import pair
from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.records.vocabulary import Scope, Transition

if TYPE_CHECKING:
    from pathlib import Path

    from tthc_catalog.changes import Change, DecisionReport
    from tthc_catalog.changes.totals import Total

Plain = dict[str, Any]
Lives = dict[str, list[Plain]]

# Published long before anything that is told here.
OLD = by("56/QĐ-UBND", "2010-01-15")
HAI_PHONG = "Chủ tịch UBND thành phố Hải Phòng"
SHORTER = {"cach_thuc": [{**channel, "thoi_han": "3 ngày"} for channel in PERMIT["cach_thuc"]]}


def report(lives: Lives, number: str, signed: str = "", **rest: object) -> DecisionReport:
    record: Plain = {"so": number, **({"ngay": signed} if signed else {}), **rest}
    catalog = catalogue(lives, record)
    return changes_by(catalog.decision(number), catalog)


def change_of(told: DecisionReport, code: str) -> Change:
    return told.changes.by_code[code]


def total(told: DecisionReport, heading: str) -> Total:
    return next(each for each in told.reconciliation.totals if each.heading == heading)


@pytest.fixture(scope="module")
def published(root: Path) -> Catalog:
    """The sample catalogue of this repository, with the annexes as signed."""
    return Catalog.load(root / "catalog", cache=False)


def test_01_1766_a_merge_printed_as_amended_without_code() -> None:
    head = by("1766/QĐ-UBND", "2020-08-03")
    merged = "binh-thuan-luat-su-11"
    sources = ("1.002251", "1.002272")
    ends = {**head, "bai_bo": {"can_cu": "1183/QĐ-BTP"}, "hop_nhat_vao": [merged]}
    told = report(
        {
            sources[0]: [begun(OLD), ends],
            sources[1]: [begun(OLD), ends],
            merged: [begun({**head, "hop_nhat_tu": list(sources)})],
        },
        "1766/QĐ-UBND", "2020-08-03",
        phu_luc={
            "sua_doi": [{"ten": "Chuyển đổi công ty luật", "cap": "tỉnh", "hieu_la": merged}],
            "bai_bo": [{"ma": code} for code in sources],
        },
    )  # fmt: skip
    assert kinds(told.changes) == {merged: "new", **dict.fromkeys(sources, "abolished")}
    amended, *abolished = told.reconciliation.rows
    assert (amended.verdict, amended.by_meaning) == (Verdict.KIND_DIFFERS, True)
    assert amended.merged == sources
    assert not any(row.merged for row in abolished)
    assert [row.verdict for row in abolished] == [Verdict.MATCHED] * 2
    assert change_of(told, sources[0]).successors == (merged,)
    assert change_of(told, merged).events == ("hợp nhất",)
    assert [str(reason) for reason in change_of(told, sources[0]).reasons] == [
        "Bị bãi bỏ. (1183/QĐ-BTP)",
        "Nội dung chuyển sang thủ tục binh-thuan-luat-su-11.",
        "Văn bản không nêu ngày có hiệu lực; tính theo ngày ký 03/08/2020.",
    ]


def test_02_5230_a_merge_printed_as_new_is_only_inferred(published: Catalog) -> None:
    head = by("5230/QĐ-BCA-C06", "2026-08-18")
    title = "Cấp, cấp đổi, cấp lại thẻ căn cước"
    names = ["Cấp thẻ căn cước", "Cấp đổi thẻ căn cước", "Cấp lại thẻ căn cước"]
    codes = ["1.014061", "1.014062", "1.014063"]
    lives: Lives = {
        code: [begun(ten=name), {**head, "bai_bo": "hết hiệu lực"}]
        for code, name in zip(codes, names, strict=True)
    }
    lives["the-can-cuoc-xa"] = [begun(head, ten=title)]
    told = report(
        lives, "5230/QĐ-BCA-C06", "2026-08-18",
        phu_luc={
            "moi": [{"ten": title, "cap": "xã", "hieu_la": "the-can-cuoc-xa"}],
            "bai_bo": [{"ma": code, "cap": "xã"} for code in codes],
        },
    )  # fmt: skip
    assert told.reconciliation.agrees
    assert not any(row.merged for row in told.reconciliation.rows)
    (merge,) = told.reconciliation.inferred_merges
    assert (merge.into, [code for code, _ in merge.sources]) == ("the-can-cuoc-xa", codes)

    real = changes_by(published.decision("5230/QĐ-BCA-C06"), published)
    counted = {heading: total(real, heading).rows for heading in ("new", "amended", "abolished")}
    assert counted == {"new": 10, "amended": 2, "abolished": 28}
    assert total(real, "abolished").codes == 28
    assert all(total(real, heading).agrees for heading in counted)
    inferred = real.reconciliation.inferred_merges
    ended = {change.code for change in real.changes if change.kind is ChangeKind.ABOLISHED}
    assert {code for merge in inferred for code, _ in merge.sources} == ended
    assert {merge.into for merge in inferred} == {f"bca-5230-moi-{row}" for row in range(1, 11)}
    assert real.reconciliation.unnamed_ends == ()
    assert {change.predecessors for change in real.changes} == {()}


def test_02_no_other_decision_read_in_full_is_said_to_merge(published: Catalog) -> None:
    for number in ("1523/QĐ-BCA-C06", "1766/QĐ-UBND", "3500/QĐ-UBND"):
        real = changes_by(published.decision(number), published)
        assert real.reconciliation.inferred_merges == ()


def test_03_3582_three_old_codes_give_way_to_one() -> None:
    head = by("3582/QĐ-UBND", "2026-09-08")
    old = ["2.001023", "2.002621", "2.000986"]
    lives: Lives = {code: [begun(), {**head, "thay_the_boi": ["3.000722"]}] for code in old}
    lives["3.000722"] = [begun({**head, "thay_the": old})]
    told = report(
        lives, "3582/QĐ-UBND", "2026-09-08", hieu_luc="2026-09-08",
        phu_luc={"thay_the": [{"ma": "3.000722", "thay_the": old}]},
    )  # fmt: skip
    assert told.counts == {ChangeKind.REPLACED: 4}
    new = change_of(told, "3.000722")
    assert new.predecessors == tuple(old)
    assert str(new.reasons[0]) == ("Thay thế thủ tục 2.001023, 2.002621, 2.000986. (3582/QĐ-UBND)")
    assert told.reconciliation.agrees
    (row,) = told.reconciliation.rows
    assert {change.code for change in row.related} == set(old)
    assert (total(told, "replaced").rows, total(told, "replaced").computed) == (1, 1)


def test_04_2295_an_already_existing_procedure_takes_over() -> None:
    head = {"quyet_dinh": {"so": "2295/QĐ-UBND", "co_quan": HAI_PHONG}, "hieu_luc": "2025-06-01"}
    told = report(
        {
            "1.012958": [begun(), {**head, "thay_the_boi": ["1.012944"]}],
            "1.012944": [begun()],
        },
        "2295/QĐ-UBND",
        co_quan=HAI_PHONG,
        phu_luc={"thay_the": [{"ma": "1.012944", "thay_the": ["1.012958"]}]},
    )
    assert kinds(told.changes) == {"1.012958": "replaced"}
    assert told.reconciliation.agrees
    assert total(told, "replaced").computed == 1


def test_05_3523_a_replacement_keeps_the_code() -> None:
    head = by("3523/QĐ-UBND", "2026-09-04")
    told = report(
        {"1.013781": [begun(), {**head, "thay_the": ["1.013781"], "ten": "Tên mới"}]},
        "3523/QĐ-UBND", "2026-09-04",
        phu_luc={"thay_the": [{"ma": "1.013781", "thay_the": ["1.013781"]}]},
    )  # fmt: skip
    change = change_of(told, "1.013781")
    assert change.kind is ChangeKind.REPLACED
    assert [part.part for part in change.parts] == ["name"]
    assert change.after is not None
    assert change.after.status is Status.IN_FORCE
    assert str(change.reasons[0]) == "Được thay thế mà vẫn giữ mã. (3523/QĐ-UBND)"
    assert told.reconciliation.agrees


def test_06_a_split_is_the_merge_the_other_way_round() -> None:
    head = by("1/QĐ-BXD", "2026-07-01")
    parts = ["2.000001", "2.000002"]
    lives: Lives = {code: [begun({**head, "tach_tu": ["1.000001"]})] for code in parts}
    lives["1.000001"] = [begun(), {**head, "tach_thanh": parts}]
    told = report(lives, "1/QĐ-BXD", "2026-07-01")
    assert told.counts == {ChangeKind.REPLACED: 3}
    assert change_of(told, "1.000001").successors == tuple(parts)
    assert {change.events for change in told.changes} == {("tách",)}


def test_07_1766_abolished_at_one_level_only() -> None:
    head = by("1766/QĐ-UBND", "2020-08-03")
    ended = {**head, "bai_bo": {"can_cu": "1329/QĐ-BTP", "cap": ["tỉnh"]}}
    told = report(
        {"2.001004": [begun(OLD, cap_thuc_hien=["tỉnh", "xã"]), ended]},
        "1766/QĐ-UBND", "2020-08-03",
        phu_luc={"bai_bo": [{"ma": "2.001004", "cap": "tỉnh", "ghi_chu": "TTHC cấp tỉnh"}]},
    )  # fmt: skip
    change = change_of(told, "2.001004")
    assert change.kind is ChangeKind.ABOLISHED
    assert (change.ended_levels, change.events) == (("tỉnh",), ("thôi thực hiện ở một cấp",))
    assert change.after is not None
    assert change.after.in_force
    assert change.after.procedure.levels == ("xã",)
    assert str(change.reasons[0]) == (
        "Bị bãi bỏ ở cấp tỉnh; các cấp khác vẫn thực hiện. (1329/QĐ-BTP)"
    )
    assert told.reconciliation.agrees


def test_08_1766_rows_codes_and_codes_by_level_are_three_numbers(published: Catalog) -> None:
    real = changes_by(published.decision("1766/QĐ-UBND"), published)
    rows = real.decision.annex.amended
    amended = total(real, "amended")
    assert amended.rows == len(rows) == 50
    assert amended.codes == len({row.identity for row in rows if row.identity})
    pairs = {(row.identity, level) for row in rows if row.identity for level in row.levels or ("",)}
    assert amended.code_levels == len(pairs)
    assert amended.code_levels > amended.codes
    told = report(
        {"2.000815": [begun()]}, "1766/QĐ-UBND",
        phu_luc={"sua_doi": [{"ma": "2.000815", "cap": ["huyện", "xã"]}, {"ma": "2.000815"}]},
    )  # fmt: skip
    counted = total(told, "amended")
    assert (counted.rows, counted.codes, counted.code_levels) == (2, 1, 3)


def test_09_1523_one_name_stands_under_one_code_per_level() -> None:
    name = "Cấp mới Giấy chứng nhận đủ điều kiện về an ninh, trật tự"
    by_level = {"1.003204": "bộ", "2.001478": "tỉnh", "2.000569": "huyện", "3.000243": "xã"}
    sides = {
        code: procedure(
            code, ten=name, cap_thuc_hien=[level], co_quan={"thuc_hien": [f"Công an cấp {level}"]}
        )
        for code, level in by_level.items()
    }
    district = {"2.000569": sides.pop("2.000569")}
    assert pair(district, sides) == ()

    head = by("1523/QĐ-BCA-C06", "2026-03-26")
    lives: Lives = {
        code: [begun(ten=name, cap_thuc_hien=[level]), {**head, **SHORTER}]
        for code, level in by_level.items()
    }
    lives["2.000569"][1] = {**head, "bai_bo": "không còn cấp huyện"}
    told = report(lives, "1523/QĐ-BCA-C06", "2026-03-26")
    assert kinds(told.changes) == {**dict.fromkeys(by_level, "amended"), "2.000569": "abolished"}


def test_10a_1523_a_transfer_from_district_to_commune_between_two_codes() -> None:
    head = by("1523/QĐ-BCA-C06", "2026-03-26")
    ended = {**head, "bai_bo": "chuyển về cấp xã", "chuyen_den": ["3.000243"]}
    taken = {**head, "chuyen_tu": ["2.000569"], **SHORTER}
    told = report(
        {"2.000569": [begun(cap_thuc_hien=["huyện"]), ended], "3.000243": [begun(), taken]},
        "1523/QĐ-BCA-C06", "2026-03-26",
        phu_luc={"sua_doi": [{"ma": "3.000243"}], "bai_bo": [{"ma": "2.000569"}]},
    )  # fmt: skip
    assert kinds(told.changes) == {"2.000569": "abolished", "3.000243": "amended"}
    assert {change.events for change in told.changes} == {("chuyển cấp thực hiện",)}
    assert change_of(told, "2.000569").successors == ("3.000243",)
    assert change_of(told, "3.000243").predecessors == ("2.000569",)
    assert told.reconciliation.agrees


def test_10b_2831_a_transfer_that_keeps_the_code() -> None:
    head = by("2831/QĐ-UBND", "2025-07-10")
    told = report(
        {"1.001612": [begun(cap_thuc_hien=["huyện"]), {**head, "cap_thuc_hien": ["xã"]}]},
        "2831/QĐ-UBND", "2025-07-10", phu_luc={"sua_doi": [{"ma": "1.001612"}]},
    )  # fmt: skip
    change = change_of(told, "1.001612")
    assert change.kind is ChangeKind.AMENDED
    assert [item.sentence for item in change.impact.items] == [
        "Nơi giải quyết gần hơn: từ cấp huyện về cấp xã."
    ]


def test_11_19_2026_tt_nhnn_another_agency_is_an_amendment() -> None:
    head = by("1105/QĐ-NHNN", "2026-05-05")
    branch = {"co_quan": {"thuc_hien": ["Ngân hàng Nhà nước Khu vực"]}}
    codes = [f"1.00000{index}" for index in range(1, 6)]
    lives: Lives = {
        code: [begun(co_quan={"thuc_hien": ["Ngân hàng Nhà nước"]}), {**head, **branch}]
        for code in codes
    }
    told = report(lives, "1105/QĐ-NHNN", "2026-05-05")
    assert told.counts == {ChangeKind.AMENDED: 5}
    assert {part.title for change in told.changes for part in change.parts} == {
        "Cơ quan giải quyết"
    }


def test_12_1351_and_2827_a_decision_ends_others_whole_or_in_part() -> None:
    records: list[Plain] = [
        {"so": "1351/QĐ-UBND", "thay_the_quyet_dinh": ["711/QĐ-UBND", "712/QĐ-UBND"]},
        {
            "so": "2827/QĐ-BGDĐT",
            "thay_the_quyet_dinh": [{"so": "40/QĐ-BGDĐT", "pham_vi": "nội dung liên quan"}],
        },
    ]
    catalog = catalogue({}, *records)
    assert [(each.number, each.scope) for each in catalog.decision("1351/QĐ-UBND").supersedes] == [
        ("711/QĐ-UBND", Scope.WHOLE),
        ("712/QĐ-UBND", Scope.WHOLE),
    ]
    (part,) = catalog.decision("2827/QĐ-BGDĐT").supersedes
    assert part.scope is Scope.PART


def test_13_3501_signed_on_1_september_2026_effective_on_1_march_2027() -> None:
    head = by("3501/QĐ-UBND", "2026-09-01")
    lives: Lives = {
        "1.000001": [begun(), {**head, **SHORTER}],
        "1.000002": [begun(head)],
    }
    record = {"so": "3501/QĐ-UBND", "ngay": "2026-09-01", "hieu_luc": "2027-03-01"}
    catalog = catalogue(lives, record)
    told = changes_by(catalog.decision("3501/QĐ-UBND"), catalog)
    assert told.days == (day("2027-03-01"),)
    assert kinds(told.changes) == {"1.000001": "amended", "1.000002": "new"}
    before, after = catalog.on(day("2027-02-28")), catalog.on(day("2027-03-01"))
    assert before["1.000002"].status is Status.FUTURE
    assert kinds(compare(before, after)) == kinds(told.changes)
    assert len(compare(catalog.on(day("2026-09-02")), before)) == 0


def test_14_3249_four_abolitions_from_1_january_2027_by_their_own_rows() -> None:
    codes = ["1.011606", "1.011607", "1.011608", "3.000412"]
    ended = {"quyet_dinh": {"so": "3249/QĐ-UBND", "co_quan": HAI_PHONG}, "bai_bo": "hết hiệu lực"}
    told = report(
        {code: [begun(), ended] for code in codes}, "3249/QĐ-UBND", co_quan=HAI_PHONG,
        phu_luc={"bai_bo": [{"ma": code, "hieu_luc": "2027-01-01"} for code in codes]},
    )  # fmt: skip
    assert told.counts == {ChangeKind.ABOLISHED: 4}
    assert told.days == (day("2027-01-01"),)
    assert told.reconciliation.agrees


def test_15_378_without_a_clause_on_effect_the_day_of_signing_counts_and_is_told() -> None:
    head = by("378/QĐ-UBND", "2022-03-18")
    told = report({"1.010696": [begun(head)]}, "378/QĐ-UBND", "2022-03-18")
    change = change_of(told, "1.010696")
    assert change.day == day("2022-03-18")
    assert str(change.reasons[-1]) == (
        "Văn bản không nêu ngày có hiệu lực; tính theo ngày ký 18/03/2022."
    )


def test_16_a_late_publication_applies_from_the_law_s_day_and_is_known_from_its_own() -> None:
    late = by("9/QĐ-UBND", "2026-03-01", hieu_luc="2026-01-01", **SHORTER)
    catalog = catalogue({"1.000001": [begun(), late]})
    between = day("2026-01-15")
    as_known_then = catalog.on(between, known=day("2026-02-01"))
    (change,) = compare(as_known_then, catalog.on(between))
    assert (change.kind, change.day) == (ChangeKind.AMENDED, day("2026-01-01"))


def test_17_an_effect_before_the_signature_can_be_seen_as_such() -> None:
    late = by("9/QĐ-UBND", "2026-03-01", hieu_luc="2026-01-01", **SHORTER)
    catalog = catalogue({"1.000001": [begun(), late]})
    change = changes_in(catalog.life("1.000001"), catalog)[-1]
    assert change.entry is not None
    assert change.day is not None
    assert change.entry.signed is not None
    assert (change.entry.signed - change.day).days == 59


def test_18_1766_says_51_and_lists_50(published: Catalog) -> None:
    real = changes_by(published.decision("1766/QĐ-UBND"), published)
    amended, abolished = total(real, "amended"), total(real, "abolished")
    assert (amended.printed, amended.rows, amended.agrees) == (51, 50, False)
    assert (abolished.printed, abolished.rows, abolished.agrees) == (21, 21, True)


def test_19_1_009714_and_1_014056_amended_in_march_and_abolished_in_august_2026() -> None:
    march = by("1523/QĐ-BCA-C06", "2026-03-26", hieu_luc="2026-03-26", **SHORTER)
    august = by("5230/QĐ-BCA-C06", "2026-08-18", hieu_luc="2026-08-18", bai_bo="hết hiệu lực")
    lives: Lives = {code: [begun(), march, august] for code in ("1.009714", "1.014056")}
    catalog = catalogue(lives)
    for code in lives:
        told = [
            (change.kind.value, str(change.day))
            for change in changes_in(catalog.life(code), catalog)
        ]
        assert told == [
            ("new", "2025-01-15"),
            ("amended", "2026-03-26"),
            ("abolished", "2026-08-18"),
        ]


def test_20_3501_dossiers_received_before_1_march_2027_keep_the_old_rules() -> None:
    record = {
        "so": "3501/QĐ-UBND", "ngay": "2026-09-01", "hieu_luc": "2027-03-01",
        "chuyen_tiep": "giữ quy định cũ",
    }  # fmt: skip
    later = by("3501/QĐ-UBND", "2026-09-01", **SHORTER)
    catalog = catalogue({"1.000001": [begun(), later]}, record)
    answer = catalog.governing("1.000001", received=day("2027-02-20"), on=day("2027-03-05"))
    assert answer.rule is Transition.OLD_RULES
    assert [version.until for version in answer.versions] == [day("2027-02-28")]


def test_21_3600_a_province_s_list_that_comes_later_than_1077_of_the_ministry() -> None:
    local = "1.001612.H31"
    ministry = by("1077/QĐ-BXD", "2026-06-30", **SHORTER)
    province = by("3600/QĐ-UBND", "2026-09-09", **SHORTER)
    record = {"so": "3600/QĐ-UBND", "ngay": "2026-09-09", "quyet_dinh_goc": ["1077/QĐ-BXD"]}
    catalog = catalogue({"1.001612": [begun(), ministry], local: [begun(), province]}, record)
    summer = catalog.on(day("2026-08-01"))
    assert summer["1.001612"].procedure.channels != summer[local].procedure.channels
    assert kinds(compare(summer, catalog.on(day("2026-10-01")))) == {local: "amended"}
    assert [base.number for base in catalog.decision("3600/QĐ-UBND").bases] == ["1077/QĐ-BXD"]


def test_22_hai_duong_in_hai_phong_fees_of_former_provinces_hold_each_in_its_own_territory() -> (
    None
):
    lives: Lives = {
        f"1.000001.{place}": [begun(dia_ban=[name], phi_le_phi=fee)]
        for place, name, fee in (
            ("H23", "Hải Dương trước sáp nhập", "50.000 đồng"),
            ("H24", "Hải Phòng trước sáp nhập", "70.000 đồng"),
        )
    }
    catalog = catalogue(lives)
    snapshot = catalog.on(day("2026-07-01"))
    assert {str(state.procedure.fees[0]) for state in snapshot.values()} == {
        "50.000 đồng",
        "70.000 đồng",
    }
    one, other = ({code: snapshot[code].procedure} for code in snapshot)
    assert pair(one, other) == ()


def test_23_3227_a_name_may_outlive_the_agency_that_it_cites() -> None:
    stale = "Cấp giấy phép do Sở Giao thông vận tải thực hiện"
    head = by("3227/QĐ-UBND", "2025-07-31")
    told = report(
        {"1.000001": [begun(ten=stale), {**head, "noi_tiep_nhan": "Bất kỳ xã nào"}]},
        "3227/QĐ-UBND", "2025-07-31", hieu_luc="2025-08-25", su_kien=["phi địa giới hành chính"],
        phu_luc={"khac": [{"ma": "1.000001"}]},
    )  # fmt: skip
    change = change_of(told, "1.000001")
    assert (change.name, change.day) == (stale, day("2025-08-25"))
    assert (change.kind, change.events) == (ChangeKind.AMENDED, ("phi địa giới hành chính",))
    assert told.reconciliation.agrees


def test_24_3582_a_passive_heading_lists_the_old_ones() -> None:
    head = by("3582/QĐ-UBND", "2026-09-08")
    told = report(
        {
            "2.002622": [begun(), {**head, "thay_the_boi": ["2.002913"]}],
            "2.002913": [begun({**head, "thay_the": ["2.002622"]})],
        },
        "3582/QĐ-UBND", "2026-09-08",
        phu_luc={"thay_the": [{"ma": "2.002622", "bi_thay_the_boi": ["2.002913"]}]},
    )  # fmt: skip
    (row,) = told.reconciliation.rows
    assert row.passive
    assert row.change is change_of(told, "2.002622")
    assert [change.code for change in row.related] == ["2.002913"]
    assert told.reconciliation.agrees


def test_25_1766_two_citations_of_one_decision_are_both_kept_as_printed() -> None:
    record = {
        "so": "1766/QĐ-UBND",
        "quyet_dinh_goc": [
            {"so": "1472/QĐ-BTP", "ngay": "2020-06-25"},
            {"so": "1472/QĐ-BTP", "so_in": "1427/QĐ-BTP", "ngay": "2020-06-25"},
            {"so_in": "1217/QĐ-BT", "so": "1217/QĐ-BTP"},
        ],
    }
    bases = catalogue({}, record).decision("1766/QĐ-UBND").bases
    assert [(base.number, base.printed) for base in bases] == [
        ("1472/QĐ-BTP", None),
        ("1472/QĐ-BTP", "1427/QĐ-BTP"),
        ("1217/QĐ-BTP", "1217/QĐ-BT"),
    ]


def test_26_3218_a_name_that_is_an_output_is_still_a_row() -> None:
    name = "Quyết định phê duyệt kinh phí hỗ trợ đào tạo"
    told = report(
        {"quang-binh-2": [begun(by("3218/QĐ-UBND", "2024-11-18"), ten=name)]},
        "3218/QĐ-UBND", "2024-11-18", phu_luc={"moi": [{"ten": name, "hieu_la": "quang-binh-2"}]},
    )  # fmt: skip
    assert change_of(told, "quang-binh-2").name == name
    assert told.reconciliation.agrees


def test_27_1766_a_row_whose_code_cell_says_that_there_is_none() -> None:
    local = "binh-thuan-chung-thuc-chu-ky"
    head = by("1766/QĐ-UBND", "2020-08-03")
    rows = [
        {"ma_in": "Không có mã số", "hieu_la": local},
        {"ma_in": "Không có mã số", "ten": "Thủ tục khác"},
    ]
    told = report(
        {local: [begun(OLD), {**head, "bai_bo": "hết hiệu lực"}]},
        "1766/QĐ-UBND", "2020-08-03", phu_luc={"bai_bo": rows},
    )  # fmt: skip
    known, unknown = told.reconciliation.rows
    assert (known.verdict, known.row.code, known.computed) == (
        Verdict.MATCHED,
        None,
        ChangeKind.ABOLISHED,
    )
    assert unknown.verdict is Verdict.UNIDENTIFIED
    counted = total(told, "abolished")
    assert (counted.rows, counted.codes, counted.nameless) == (2, 1, 1)
