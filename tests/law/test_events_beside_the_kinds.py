# What decisions do that is none of the four kinds. Each is written by the decision in which it was
# seen; the kind stays what the records show, the event stands beside it, and nothing that the annex
# says is lost on the way to the reader.

from __future__ import annotations

import json
from typing import Any

from tests.changes.lives import PERMIT, begun, by, catalogue, day
from tthc_catalog.catalog import Status
from tthc_catalog.changes import Change, ChangeKind, DecisionReport, changes_by
from tthc_catalog.outputs.change_rows import Sides
from tthc_catalog.outputs.changes_json import changes_json
from tthc_catalog.outputs.changes_text import changes_text
from tthc_catalog.records.vocabulary import Event

Plain = dict[str, Any]

CODE = "1.000001"
OLD = by("56/QĐ-UBND", "2010-01-15")


def report(number: str, signed: str, later: Plain, /, **rest: object) -> DecisionReport:
    """Return what a decision with one row does to one procedure."""
    record: Plain = {"so": number, "ngay": signed, **rest}
    document = {"quyet_dinh": {"so": number, "ngay": signed}, **later}
    catalog = catalogue({CODE: [begun(OLD), document]}, record)
    return changes_by(catalog.decision(number), catalog)


def only(told: DecisionReport) -> Change:
    (change,) = told.changes
    return change


def limits(limit: str) -> Plain:
    return {"cach_thuc": [{**channel, "thoi_han": limit} for channel in PERMIT["cach_thuc"]]}


def stands_beside(told: DecisionReport, kind: ChangeKind, event: str) -> None:
    """Check that the kind is as computed, the event beside it, and that readers are told both."""
    change = only(told)
    assert (change.kind, change.events) == (kind, (event,))
    assert told.reconciliation.agrees, told.reconciliation.rows
    sides = Sides("trước", "sau")
    assert f"Kèm theo: {event}." in "\n".join(changes_text(told.changes, sides))
    (plain,) = json.loads(changes_json(told.changes, sides))["changes"]
    assert (plain["kind"], plain["events"]) == (kind.value, [event])


def test_1351_standardises_a_whole_list() -> None:
    """Chuẩn hóa: one full list in place of earlier ones; what changed is computed, not declared."""
    old = [{"so": f"{number}/QĐ-UBND"} for number in (711, 1109, 1110, 1258)]
    told = report(
        "1351/QĐ-UBND", "2022-10-04", {"trinh_tu": "Nộp hồ sơ tại Bộ phận một cửa."},
        su_kien="chuẩn hóa", thay_the_quyet_dinh=old, phu_luc={"khac": [{"ma": CODE}]},
    )  # fmt: skip
    stands_beside(told, ChangeKind.AMENDED, "chuẩn hóa")
    assert [each.number for each in told.decision.supersedes] == [each["so"] for each in old]


def test_a_standardised_list_that_changes_nothing_is_published_again() -> None:
    told = report(
        "1351/QĐ-UBND", "2022-10-04", {}, su_kien="chuẩn hóa", phu_luc={"khac": [{"ma": CODE}]}
    )
    stands_beside(told, ChangeKind.REPUBLISHED, "chuẩn hóa")


def test_a_correction_of_2080_counts_from_the_day_of_what_it_corrects() -> None:
    """Đính chính: another text of the same version of the law, known only from its own day."""
    wrong = {**by("2080/QĐ-UBND", "2026-06-03", hieu_luc="2026-06-03"), **limits("15 ngày")}
    right = {
        **by("2081/QĐ-UBND", "2026-06-20"), "dinh_chinh": {"so": "2080/QĐ-UBND"},
        **limits("12 ngày"),
    }  # fmt: skip
    correction = {"so": "2081/QĐ-UBND", "ngay": "2026-06-20", "phu_luc": {"khac": [{"ma": CODE}]}}
    catalog = catalogue({CODE: [begun(OLD), wrong, right]}, correction)
    told = changes_by(catalog.decision("2081/QĐ-UBND"), catalog)
    stands_beside(told, ChangeKind.OTHER, "đính chính")
    june = day("2026-06-10")
    texts = [
        str(catalog.on(june, known=known)[CODE].procedure.channels[0].time_limit)
        for known in (june, None)
    ]
    assert texts == ["15 ngày", "12 ngày"]


def test_3199_files_anywhere_whatever_the_boundaries() -> None:
    """Phi địa giới: only the place changes, and applies from a day of its own."""
    told = report(
        "3199/QĐ-UBND", "2025-07-29", {"noi_tiep_nhan": "Bất kỳ xã, phường nào của thành phố"},
        hieu_luc="2025-08-25",
        phu_luc={"khac": [{"ma": CODE, "su_kien": "phi địa giới hành chính"}]},
    )  # fmt: skip
    stands_beside(told, ChangeKind.AMENDED, "phi địa giới hành chính")
    assert only(told).day == day("2025-08-25")
    assert [part.part for part in only(told).parts] == ["receiving"]


def test_3500_cuts_the_time_and_keeps_what_the_law_gives() -> None:
    """Cắt giảm thời gian: both limits are kept, the law's and the province's."""
    cut = {
        "cach_thuc": [
            {**channel, "thoi_han": "38 ngày", "thoi_han_theo_luat": "75 ngày"}
            for channel in PERMIT["cach_thuc"]
        ]
    }
    row = {
        "ma": CODE, "thoi_han": "38 ngày", "thoi_han_theo_luat": "75 ngày",
        "su_kien": "cắt giảm thời gian",
    }  # fmt: skip
    told = report("3500/QĐ-UBND", "2026-08-30", cut, phu_luc={"sua_doi": [row]})
    stands_beside(told, ChangeKind.AMENDED, "cắt giảm thời gian")
    (match,) = told.reconciliation.rows
    assert (str(match.row.time_limit), str(match.row.legal_time_limit)) == ("38 ngày", "75 ngày")
    state = only(told).after
    assert state is not None
    channel = state.procedure.channels[0]
    assert channel.time_limit is not None
    assert channel.legal_time_limit is not None
    assert str(channel.time_limit.cut_from(channel.legal_time_limit)) == "49.33"


def test_1674_takes_papers_away_because_data_say_the_same() -> None:
    told = report(
        "1674/QĐ-UBND", "2026-05-01", {"ho_so": [{"thanh_phan": ["Đơn đề nghị cấp giấy phép"]}]},
        phu_luc={"sua_doi": [{"ma": CODE, "su_kien": "cắt giảm hồ sơ"}]},
    )  # fmt: skip
    stands_beside(told, ChangeKind.AMENDED, "cắt giảm hồ sơ")


def test_2558_delegates_the_decision_and_may_lapse() -> None:
    """Ủy quyền: another agency decides, the procedure stays; after its days the old one returns."""
    told = report(
        "2558/QĐ-UBND", "2025-07-01",
        {
            "co_quan": {"thuc_hien": ["Sở Xây dựng"], "uy_quyen": ["Sở Xây dựng"]},
            "het_hieu_luc": "2026-07-01",
        },
        su_kien="ủy quyền", phu_luc={"khac": [{"ma": CODE}]},
    )  # fmt: skip
    change = only(told)
    assert (change.kind, change.events) == (
        ChangeKind.AMENDED,
        ("áp dụng có thời hạn", "ủy quyền"),
    )
    assert [part.part for part in change.parts] == ["agencies"]
    assert told.reconciliation.agrees
    later = told.catalog.on(day("2026-07-02"))[CODE]
    assert later.procedure.agencies.delegated == ()


def test_3582_links_procedures_into_a_group_with_a_code_of_its_own() -> None:
    """Nhóm liên thông: its own code and time; the linked procedures go on by themselves."""
    group = "3.000722"
    head = by("3582/QĐ-UBND", "2026-09-08")
    row = {"ma": group, "su_kien": "nhóm liên thông"}
    record = {"so": "3582/QĐ-UBND", "ngay": "2026-09-08", "phu_luc": {"moi": [row]}}
    catalog = catalogue(
        {
            CODE: [begun(OLD)],
            group: [begun(head, loai="liên thông", lien_quan=[CODE], **limits("7 ngày làm việc"))],
        },
        record,
    )
    told = changes_by(catalog.decision("3582/QĐ-UBND"), catalog)
    stands_beside(told, ChangeKind.NEW, "nhóm liên thông")
    assert catalog.on(day("2026-10-01"))[CODE].status is Status.IN_FORCE


def test_a_stopped_procedure_resumes() -> None:
    """Tạm ngưng: the law is frozen until another decision; the code stays, and so does the text."""
    stop, go = by("7/QĐ-UBND", "2026-03-01"), by("8/QĐ-UBND", "2026-06-01")
    lives = {
        CODE: [
            begun(OLD),
            {**stop, "tam_ngung": {"ly_do": "Đình chỉ thi hành Nghị định"}},
            {**go, "khoi_phuc": {"ly_do": "Có quyết định khôi phục"}},
        ]
    }
    annex = {"khac": [{"ma": CODE}]}
    records: list[Plain] = [
        {"so": "7/QĐ-UBND", "ngay": "2026-03-01", "phu_luc": annex},
        {"so": "8/QĐ-UBND", "ngay": "2026-06-01", "phu_luc": annex},
    ]
    catalog = catalogue(lives, *records)
    stopped, resumed = (changes_by(catalog.decision(each["so"]), catalog) for each in records)
    stands_beside(stopped, ChangeKind.OTHER, "tạm ngưng")
    stands_beside(resumed, ChangeKind.OTHER, "khôi phục")
    statuses = [catalog.on(day(text))[CODE].status for text in ("2026-04-01", "2026-07-01")]
    assert statuses == [Status.SUSPENDED, Status.IN_FORCE]


def test_224_switches_the_online_service_off_while_the_law_stays() -> None:
    told = report(
        "224/QĐ-UBND", "2026-02-01", {"het_hieu_luc": "2026-02-28"},
        phu_luc={"khac": [{"ma": CODE, "su_kien": "tạm ngừng dịch vụ trực tuyến"}]},
    )  # fmt: skip
    change = only(told)
    assert change.kind is ChangeKind.REPUBLISHED
    assert change.events == ("áp dụng có thời hạn", "tạm ngừng dịch vụ trực tuyến")
    assert not change.parts


def test_1895_moves_the_service_to_another_level_online() -> None:
    told = report(
        "1895/QĐ-UBND", "2026-04-01", {"muc_do_truc_tuyen": "toàn trình"},
        phu_luc={"khac": [{"ma": CODE, "su_kien": "tái cấu trúc quy trình"}]},
    )  # fmt: skip
    stands_beside(told, ChangeKind.AMENDED, "tái cấu trúc quy trình")


def test_an_internal_process_is_approved_and_the_public_record_stays() -> None:
    told = report(
        "3001/QĐ-UBND", "2026-04-01", {},
        phu_luc={"khac": [{"ma": CODE, "su_kien": "quy trình nội bộ"}]},
    )  # fmt: skip
    stands_beside(told, ChangeKind.REPUBLISHED, "quy trình nội bộ")


def test_66_18_2026_nq_cp_applies_until_a_day_and_then_the_old_text_returns() -> None:
    told = report(
        "1077/QĐ-BXD", "2026-06-30", {**limits("3 ngày"), "het_hieu_luc": "2027-02-28"},
        phu_luc={"sua_doi": [{"ma": CODE}]},
    )  # fmt: skip
    stands_beside(told, ChangeKind.AMENDED, "áp dụng có thời hạn")
    back = told.catalog.on(day("2027-03-01"))[CODE]
    assert str(back.procedure.channels[0].time_limit) == "20 ngày"


def test_each_event_of_the_vocabulary_has_its_case_here() -> None:
    """An event without a case would be a word that nobody has tried."""
    tried = {
        "chuẩn hóa", "đính chính", "phi địa giới hành chính", "cắt giảm thời gian",
        "cắt giảm hồ sơ", "ủy quyền", "nhóm liên thông", "tạm ngưng", "tái cấu trúc quy trình",
        "quy trình nội bộ", "tạm ngừng dịch vụ trực tuyến", "áp dụng có thời hạn",
    }  # fmt: skip
    assert tried == {event.value for event in Event}
