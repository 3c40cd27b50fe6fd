# From plain data to records. A fixture in tests/broken/records bears the name of the kind of
# finding it is for; what is found in all of them, word for word, stands in findings.txt beside
# them. After a change that is meant: TTHC_GOLDEN=write pytest tests/records/test_parsing.py

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic_core import PydanticCustomError

from tthc_catalog.files.faults import MOST_FINDINGS
from tthc_catalog.files.reading import read
from tthc_catalog.finding import Place
from tthc_catalog.records import validation
from tthc_catalog.records.decision import Decision
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.parsing import KINDS, parse, parse_decision, parse_life
from tthc_catalog.records.procedure import compulsory_parts
from tthc_catalog.records.record import is_web_address, parse_day
from tthc_catalog.records.registers import LegalDocument, LifeEvent, Settings

if TYPE_CHECKING:
    from pydantic import BaseModel

    from tthc_catalog.finding import Finding

BROKEN = Path(__file__).parents[1] / "broken" / "records"
FIXTURES = sorted(path.stem for path in BROKEN.glob("*.yaml"))
FIRST = {
    "ma": "9.000001",
    "quyet_dinh": {"so": "1/QĐ-X"},
    "ten": "Thủ tục thử",
    "linh_vuc": "thu",
    "cap_thuc_hien": "xã",
    "chua_ro": ["trinh_tu", "cach_thuc", "ho_so", "doi_tuong", "co_quan"],
}


def _found(name: str) -> list[Finding]:
    stream = read((BROKEN / f"{name}.yaml").read_bytes(), name)
    assert not stream.findings, "the fault must be one of the record, not of the file"
    return parse_life(stream.documents, name)[1]


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_a_kind_of_finding_has_a_fixture_that_shows_it(kind: str) -> None:
    assert kind in {finding.id for finding in _found(kind)}


def test_the_findings_of_all_fixtures_read_as_agreed() -> None:
    lines: list[str] = []
    for name in FIXTURES:
        lines.append(f"{name}.yaml")
        for found in _found(name):
            place = f"tài liệu {found.place.document + 1}, {found.place.field or '(cả tài liệu)'}"
            lines.append(f"  {place}: [{found.id}]")
            lines += [f"    {found.message}", f"    {found.mend}"]
    told = "\n".join(lines) + "\n"
    if os.environ.get("TTHC_GOLDEN") == "write":
        (BROKEN / "findings.txt").write_text(told, "utf-8")
    assert told == (BROKEN / "findings.txt").read_text("utf-8")


def test_a_record_with_very_many_faults_tells_some_and_counts_the_rest() -> None:
    nonsense = {f"k{index}": "v" for index in range(1000)}
    _, faults = parse(Settings, nonsense, Place("catalog.yaml"))
    assert len(faults) == MOST_FINDINGS + 1
    assert faults[-1].message == "Tệp còn 800 lỗi nữa không được kể ở đây."


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://thu-tuc.example/a/", ""),
        ("http://127.0.0.1:8000", ""),
        ("javascript:alert(1)", "một địa chỉ web"),
        ("thu-tuc.example", "một địa chỉ web"),
        ("//thu-tuc.example", "một địa chỉ web"),
        ('https://x/"><script>', "một địa chỉ web"),
        ("http://[::1", "một địa chỉ web"),
        ("https://x/" + "a" * 200, "một địa chỉ web ngắn"),
    ],
)
def test_links_begin_with_nothing_but_a_web_address(address: str, told: str) -> None:
    settings, faults = parse(Settings, {"dia_chi": address}, Place("catalog.yaml"))
    assert [fault.message.split(",")[0] for fault in faults] == (
        [f"Chỗ này phải là {told}"] if told else []
    )
    assert all(fault.mend for fault in faults)
    assert is_web_address(address) is (settings is not None)


def test_every_fault_of_a_record_is_told_at_once() -> None:
    told = [(finding.id, finding.place.field) for finding in _found("several-faults")]
    assert told == [
        ("not-in-list", "cap_thuc_hien[1]"),
        ("not-in-list", "cach_thuc[0].kenh"),
        ("not-a-time-limit", "cach_thuc[0].thoi_han"),
        ("not-a-fee", "cach_thuc[1].phi_le_phi"),
        ("unknown-key", "cach_thuc[1].le_phi"),
        ("missing-key", "ho_so[0].thanh_phan[0]"),
        ("not-a-count", "ho_so[0].thanh_phan[0].ban_chinh"),
        ("not-yes-no", "ho_so[0].thanh_phan[0].bat_buoc"),
        ("not-a-code", "ma"),
        ("not-a-document-number", "quyet_dinh.so"),
        ("not-a-day", "hieu_luc"),
        ("missing-part", ""),
        ("missing-part", ""),
        ("missing-part", ""),
    ]


def test_a_record_that_exists_is_right() -> None:
    life, found = parse_life([FIRST, {"quyet_dinh": "2/QĐ-X", "ten": "Tên mới"}], "x")
    assert found == []
    assert [document.restated for document in life] == [("name", "field", "levels"), ("name",)]


def test_a_later_document_with_a_fault_is_left_out_and_the_others_stay() -> None:
    later = [{"quyet_dinh": "2/QĐ-X", "ten": ""}, {"quyet_dinh": "3/QĐ-X"}]
    life, found = parse_life([FIRST, *later], "x")
    assert [document.decision and document.decision.label for document in life] == [
        "1/QĐ-X",
        "3/QĐ-X",
    ]
    assert [(finding.id, finding.place.document) for finding in found] == [("empty-text", 1)]


def test_without_its_first_document_a_life_says_nothing() -> None:
    life, found = parse_life([{**FIRST, "ma": "1.01"}, {"quyet_dinh": "2/QĐ-X"}], "x")
    assert life == ()
    assert [finding.id for finding in found] == ["not-a-code"]


def test_of_a_document_that_could_not_be_read_nothing_is_said_again() -> None:
    life, found = parse_life([FIRST, {}, {"quyet_dinh": "3/QĐ-X"}], "x")
    assert found == []
    assert [document.decision and document.decision.label for document in life] == [
        "1/QĐ-X",
        "3/QĐ-X",
    ]
    assert parse_life([{}, {"quyet_dinh": "2/QĐ-X"}], "x") == ((), [])
    assert parse_decision({}, Place("x")) == (None, [])


def test_a_procedure_among_the_decisions_is_told_once() -> None:
    decision, (found,) = parse_decision(FIRST, Place("decisions/2026/9.000001.yaml"))
    assert decision is None
    assert found.message == "Tệp này ghi một thủ tục, nhưng nằm trong thư mục của các quyết định."
    assert found.mend == "Chuyển tệp sang `procedures/<lĩnh vực>/`."


def test_one_fee_as_printed_needs_no_list() -> None:
    channel = {"kenh": "trực tiếp", "phi_le_phi_in": "1,500,000 Việt Nam Đồng"}
    first = {**FIRST, "cach_thuc": [channel], "chua_ro": ["ho_so", "doi_tuong", "co_quan"]}
    (document,), found = parse_life([{**first, "trinh_tu": "Nộp"}], "x")
    assert found == []
    assert document.channels[0].printed_fees == ("1,500,000 Việt Nam Đồng",)


def test_what_a_source_does_not_state_is_said_to_be_unknown() -> None:
    for _, alias in compulsory_parts():
        left_out = {key: value for key, value in FIRST.items() if key not in {alias, "chua_ro"}}
        unknown = [each for _, each in compulsory_parts() if each not in left_out]
        assert parse_life([{**left_out, "chua_ro": unknown}], "x")[1] == []
        rest = [each for each in unknown if each != alias]
        (missing,) = parse_life([{**left_out, "chua_ro": rest}], "x")[1]
        assert dict(missing.args)["key"] == alias


def test_one_unknown_part_needs_no_list() -> None:
    known = {key: "x" for _, key in compulsory_parts()}
    for alone in ("ho_so", "ho_so_khac"):
        found = parse_life([{**known, "ma": "9.000001", "chua_ro": alone}], "x")[1]
        missing = [dict(each.args)["key"] for each in found if each.id == "missing-part"]
        assert missing == []
    del known["ho_so"]
    found = parse_life([{**known, "ma": "9.000001", "chua_ro": "ho_so_khac"}], "x")[1]
    assert "missing-part" in {each.id for each in found}


@pytest.mark.parametrize("data", ["văn bản", ["a"], None, "1"])
def test_a_document_that_is_no_mapping_is_a_finding(data: object) -> None:
    document, found = parse(ProcedureDocument, data, Place("x"))
    assert document is None
    assert [finding.id for finding in found] == ["wrong-shape"]


def test_a_decision_names_what_is_wrong_in_its_annex() -> None:
    data = {
        "so": "77/QĐ-X",
        "phu_luc": {"sua_doi": [{"ma": "1.1"}, {"cap": "quận"}], "moi_ban_hanh": []},
        "chuyen_tiep": "tùy",
    }
    decision, found = parse(Decision, data, Place("x"))
    assert decision is None
    assert [(each.id, each.place.field) for each in found] == [
        ("not-in-list", "chuyen_tiep.ho_so_da_nhan"),
        ("not-a-code", "phu_luc.sua_doi[0].ma"),
        ("not-in-list", "phu_luc.sua_doi[1].cap[0]"),
        ("unknown-key", "phu_luc.moi_ban_hanh"),
    ]
    assert found[0].mend == "Viết một trong các từ ấy."


@pytest.mark.parametrize(
    ("model", "data", "told"),
    [
        (Decision, {"so": "77/QD-X"}, ["Viết `77/QĐ-X`."]),
        (Decision, {"so": "1/QĐ-X", "thay_the_quyet_dinh": "2/QD-X"}, ["Viết `2/QĐ-X`."]),
        (
            Decision,
            {"so": "1/QĐ-X", "quyet_dinh_goc": "2/QD-X"},
            ["Viết `2/QĐ-X`; nếu văn bản in khác thế, ghi nguyên văn vào khóa `so_in`."],
        ),
        (
            LegalDocument,
            {"sua_doi": "Luật Đất đai"},
            ["Viết số, gạch chéo rồi ký hiệu, dạng `…/QĐ-…` hoặc `…/2026/NQ-…`."],
        ),
        (
            LifeEvent,
            {"ten": "Sinh con", "thu_tuc": ["2001193"]},
            ['Mã gồm một chữ số, dấu chấm, sáu chữ số, đặt trong dấu nháy kép; viết "2.001193".'],
        ),
        (
            Decision,
            {"so": "1/QĐ-X", "phu_luc": {"moi": [{"ma": "2001193", "hieu_la": "2001193"}]}},
            [
                (
                    "Mã gồm một chữ số, dấu chấm, sáu chữ số, đặt trong dấu nháy kép; "
                    'viết "2.001193". Nếu văn bản in sai mã, ghi nguyên văn vào khóa `ma_in`.'
                ),
                'Mã gồm một chữ số, dấu chấm, sáu chữ số, đặt trong dấu nháy kép; viết "2.001193".',
            ],
        ),
        (
            Decision,
            {"so": "1/QĐ-X", "phu_luc": {"moi": [{"thoi_han": "5 ngay"}]}},
            ["Viết `5 ngày`."],
        ),
    ],
)
def test_a_printed_form_is_asked_for_only_where_a_key_takes_it(
    model: type[BaseModel], data: dict[str, object], told: list[str]
) -> None:
    _, found = parse(model, data, Place("x"))
    assert [each.mend for each in found] == told


def test_settings_say_which_levels_there_are() -> None:
    _, found = parse(Settings, {"muc_do": {"x": "nặng"}}, Place("x"))
    assert found[0].message == "`nặng` không có trong danh sách: lỗi, cảnh báo, lưu ý, tắt."


def test_a_long_value_is_repeated_in_part_only() -> None:
    _, found = parse(ProcedureDocument, {"thoi_han": "dài " * 100}, Place("x"))
    assert len(found[0].message) < 300
    assert "…" in found[0].message


def test_no_english_word_of_pydantic_reaches_an_officer() -> None:
    for name in FIXTURES:
        for found in _found(name):
            assert "nput" not in found.message
            assert "should" not in found.message + found.mend


def test_every_error_of_ours_has_a_kind() -> None:
    with pytest.raises(PydanticCustomError) as raised:
        parse_day("mai")
    assert raised.value.type in validation.BY_TYPE
