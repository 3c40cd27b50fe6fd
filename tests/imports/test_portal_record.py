# One answer of the portal, word for word, and what is said about it.

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tthc_catalog.imports import KINDS

if TYPE_CHECKING:
    from tests.imports.conftest import Portal
    from tthc_catalog.records.document import ProcedureDocument


def kept(portal: Portal, **changes: object) -> ProcedureDocument:
    """Import one answer with some changes and read it back."""
    portal.take(portal.answer(**changes))
    return portal.document()


def told(portal: Portal, **changes: object) -> list[str]:
    """Import one answer with some changes and return what is said about it."""
    report = portal.take(portal.answer(**changes))
    return [found.message for found in report.findings]


def test_plain_answer_becomes_a_record_without_findings(portal: Portal) -> None:
    report = portal.take(portal.answer())
    assert report.findings == ()
    assert report.written == (
        "authorities.yaml",
        "fields.yaml",
        "legal_documents.yaml",
        "procedures/vuon-tuoc/1.000010.yaml",
    )
    assert (
        portal.text()
        == """\
ma: "1.000010"
quyet_dinh:
  so: 7/QĐ-BVT
ghi_nhan: 2026-06-10
nguon: Cổng Dịch vụ công quốc gia
ten: Cho mượn thang hái bưởi
linh_vuc: vuon-tuoc
cap_thuc_hien:
  - xã
trinh_tu: |-
  Bước 1: Viết giấy.
  Bước 2: Nhận thang.
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 3 ngày làm việc
    phi_le_phi:
      - 5.000 đồng
    mo_ta: Tại nhà kho
  - kenh: trực tuyến
    thoi_han: 2,5 ngày
    phi_le_phi:
      - miễn phí
ho_so:
  - thanh_phan:
      - ten: Giấy mượn thang
        ban_chinh: 1
        mau:
          - mau-1.docx
      - ten: Ảnh cây bưởi
        ban_sao: 2
doi_tuong:
  - Công dân Việt Nam
  - Hợp tác xã
co_quan:
  quyet_dinh:
    - Ủy ban nhân dân cấp xã
  thuc_hien:
    - Nhà kho xã
ket_qua:
  - ten: Chiếc thang
    ma: KQ.G99.000001
yeu_cau_dieu_kien: Có cây bưởi cao hơn hai mét.
can_cu:
  - 12/2020/NĐ-CP
  - 34/2021/QH15
noi_tiep_nhan: Nhà kho, cuối đường làng
loai: TTHC được luật giao quy định chi tiết
co_quan_cong_bo: Bộ Vườn tược
"""
    )
    catalog = portal.catalog()
    assert {key: entry.name for key, entry in catalog.fields.items()} == {"vuon-tuoc": "Vườn tược"}
    assert {key: entry.name for key, entry in catalog.authorities.items()} == {
        "bo-vuon-tuoc": "Bộ Vườn tược",
        "nha-kho-xa": "Nhà kho xã",
        "uy-ban-nhan-dan-cap-xa": "Ủy ban nhân dân cấp xã",
    }
    laws = {key: (entry.title, entry.kind) for key, entry in catalog.legal_documents.items()}
    assert laws == {
        "12/2020/NĐ-CP": ("Nghị định về thang", "Nghị định"),
        "34/2021/QH15": ("Luật Vườn", "Luật"),
    }
    state = catalog.lives["1.000010"].states[0]
    assert state.entries[0].basis.name == "RECORDED"


# --- time limits and fees -----------------------------------------------------------------------


def method(**changes: object) -> list[dict[str, Any]]:
    """One way to file, with some changes; None leaves a key out."""
    row = {
        "submissionMethod": "DIRECT",
        "processingTime": 3,
        "processingTimeUnit": "DAY",
        "fees": [{"value": 0}],
        **changes,
    }
    return [{key: value for key, value in row.items() if value is not None}]


@pytest.mark.parametrize(
    ("amount", "unit", "limit"),
    [
        (1, "HOUR", "1 giờ"),
        (2, "MONTH", "2 tháng"),
        (16.5, "WORKING_DAY", "16,5 ngày làm việc"),
        ("Không quy định", "OTHER", "không quy định"),
        ("Không quá 03 ngày làm việc", "OTHER", "3 ngày làm việc"),
    ],
)
def test_time_limit_is_typed(portal: Portal, amount: object, unit: str, limit: str) -> None:
    document = kept(portal, executionMethods=method(processingTime=amount, processingTimeUnit=unit))
    assert str(document.channels[0].time_limit) == limit


@pytest.mark.parametrize(
    ("amount", "unit", "printed", "sentence"),
    [
        (
            2,
            "OTHER",
            "2 (không nêu đơn vị)",
            "1.000010: thời hạn “2” khi nộp trực tiếp không có đơn vị; giữ nguyên văn.",
        ),
        (
            "Khi nào bưởi chín",
            "OTHER",
            "Khi nào bưởi chín",
            (
                "1.000010: thời hạn “Khi nào bưởi chín” khi nộp trực tiếp không đọc được; "
                "giữ nguyên văn ở `thoi_han_in`."
            ),
        ),
        (
            4,
            "MOON",
            "4 MOON",
            (
                "1.000010: thời hạn “4 MOON” khi nộp trực tiếp "
                "không đọc được; giữ nguyên văn ở `thoi_han_in`."
            ),
        ),
        (
            0,
            "DAY",
            "0 ngày",
            (
                "1.000010: thời hạn “0 ngày” khi nộp trực tiếp "
                "không đọc được; giữ nguyên văn ở `thoi_han_in`."
            ),
        ),
    ],
)
def test_time_limit_that_says_too_little_is_kept_as_printed(
    portal: Portal, amount: object, unit: str, printed: str, sentence: str
) -> None:
    changes = {"executionMethods": method(processingTime=amount, processingTimeUnit=unit)}
    assert told(portal, **changes) == [sentence]
    channel = portal.document().channels[0]
    assert (channel.time_limit, channel.printed_time_limit) == (None, printed)


@pytest.mark.parametrize("nothing", [None, "", "Không có thông tin"])
def test_time_limit_that_is_not_stated_stays_unknown(portal: Portal, nothing: object) -> None:
    changes = {"executionMethods": method(processingTime=nothing, processingTimeUnit=None)}
    assert told(portal, **changes) == ["1.000010: Cổng không nêu thời hạn khi nộp trực tiếp."]
    assert portal.document().channels[0].time_limit is None


@pytest.mark.parametrize(
    ("fee", "typed"),
    [
        ({"value": 50000, "currencyName": "Việt Nam Đồng"}, "50.000 đồng"),
        ({"value": 50000, "currencyName": "VNĐ", "description": "thang"}, "50.000 đồng (thang)"),
        ({"value": 1.5, "currencyName": "USD"}, "1,5 USD"),
        ({"type": "Lệ phí", "value": 0, "currencyName": "Đồng"}, "lệ phí: không"),
        ({"value": 0, "description": "Không thu phí."}, "miễn phí (Không thu phí.)"),
        ({"type": "FEE", "value": 7000, "currencyName": "đồng"}, "7.000 đồng"),
        ({"description": "Theo nghị quyết của HĐND cấp tỉnh"}, "theo nghị quyết của HĐND cấp tỉnh"),
    ],
)  # fmt: skip
def test_fee_is_typed(portal: Portal, fee: dict[str, Any], typed: str) -> None:
    assert told(portal, executionMethods=method(fees=[fee])) == []
    fees = portal.document().channels[0].fees
    assert [str(each) for each in fees] == [typed]


@pytest.mark.parametrize(
    ("fee", "printed", "sentence"),
    [
        (
            {"value": 0, "description": "135.000 đồng/lần"},
            "miễn phí (135.000 đồng/lần)",
            ("1.000010: Cổng ghi miễn phí khi nộp trực tiếp nhưng kèm “135.000 đồng/lần”; "
            "giữ nguyên văn ở `phi_le_phi_in`."),
        ),
        (
            {"value": 135, "currencyName": "VNĐ"},
            "135 đồng",
            ("1.000010: mức thu “135 đồng” khi nộp trực tiếp "
            "dưới 1.000 đồng, có thể Cổng mất ba chữ số cuối; "
            "giữ nguyên văn."),
        ),
        (
            {"value": 9000},
            "9.000 (không nêu đơn vị tiền)",
            ("1.000010: phí, lệ phí “9.000 (không nêu đơn vị tiền)” khi nộp trực tiếp "
            "không đọc được; "
            "giữ nguyên văn ở `phi_le_phi_in`."),
        ),
        (
            {"value": 9000, "currencyName": "vỏ sò"},
            "9.000 vỏ sò",
            ("1.000010: phí, lệ phí “9.000 vỏ sò” khi nộp trực tiếp "
            "không đọc được; giữ nguyên văn ở `phi_le_phi_in`."),
        ),
        (
            {"type": "Phí", "description": "hai quả bưởi"},
            "phí: hai quả bưởi",
            ("1.000010: phí, lệ phí “phí: hai quả bưởi” khi nộp trực tiếp không đọc được; "
            "giữ nguyên văn ở `phi_le_phi_in`."),
        ),
    ],
)  # fmt: skip
def test_fee_that_may_mean_something_else_is_kept_as_printed(
    portal: Portal, fee: dict[str, Any], printed: str, sentence: str
) -> None:
    assert told(portal, executionMethods=method(fees=[fee])) == [sentence]
    channel = portal.document().channels[0]
    assert (channel.fees, channel.printed_fees) == ((), (printed,))


def test_fee_that_is_not_stated_stays_unknown(portal: Portal) -> None:
    sentence = "1.000010: Cổng không nêu phí, lệ phí khi nộp trực tiếp."
    assert told(portal, executionMethods=method(fees=[])) == [sentence]


def test_attachment_of_a_fee_keeps_its_name(portal: Portal) -> None:
    fee = {"value": 7000, "currencyName": "đồng", "attachment": {"id": "1", "fileName": "bieu.pdf"}}
    document = kept(portal, executionMethods=method(fees=[fee]))
    assert [str(each) for each in document.channels[0].fees] == [
        "7.000 đồng (tệp kèm theo: bieu.pdf)"
    ]


def test_equal_rows_of_a_channel_stand_once_and_different_ones_stay(portal: Portal) -> None:
    rows = [*method(), *method(), *method(processingTime=9)]
    sentence = "1.000010: Cổng ghi 2 dòng giống hệt nhau cho hình thức trực tiếp; giữ một."
    assert told(portal, executionMethods=rows) == [sentence]
    channels = portal.document().channels
    assert [str(channel.time_limit) for channel in channels] == ["3 ngày", "9 ngày"]


def test_channel_outside_the_list_is_kept_in_the_note(portal: Portal) -> None:
    rows = [*method(), *method(submissionMethod="Bồ câu", description="Thả vào buổi sáng")]
    sentences = told(portal, executionMethods=rows)
    assert sentences[0] == (
        "1.000010: hình thức nộp “Bồ câu” không có trong danh mục; giữ ở `ghi_chu`."
    )
    note = portal.document().note or ""
    assert "Bồ câu" in note
    assert "Thả vào buổi sáng" in note


# --- people -------------------------------------------------------------------------------------


def test_glued_subjects_are_parted_when_each_is_known(portal: Portal) -> None:
    glued = "Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX), Đảng viên"
    sentence = "1.000010: Cổng dán 3 đối tượng vào một dòng; đã tách vì nhận ra mọi đối tượng."
    assert told(portal, subjectTypesDetails=[{"name": glued}]) == [sentence]
    assert [str(subject) for subject in portal.document().subjects] == [
        "Cán bộ, công chức, viên chức",
        "Tổ chức (không bao gồm doanh nghiệp, HTX)",
        "Đảng viên",
    ]


def test_glued_subjects_with_a_stranger_stay_whole(portal: Portal) -> None:
    glued = "Doanh nghiệp, Người trồng bưởi"
    assert told(portal, subjectTypesDetails=[{"name": glued}]) == [
        (
            "1.000010: đối tượng “Doanh nghiệp, Người trồng bưởi” không có trong danh mục; "
            "giữ nguyên văn ở `doi_tuong_khac`."
        )
    ]
    document = portal.document()
    assert (document.subjects, document.other_subjects) == ((), (glued,))


def test_no_level_is_unknown(portal: Portal) -> None:
    assert told(portal, isWard=False) == [
        "1.000010: Cổng không nêu `cap_thuc_hien`; ghi vào `chua_ro`."
    ]
    assert portal.document().unknown == ("cap_thuc_hien",)


def test_printed_agencies_are_added_only_when_they_say_more(portal: Portal) -> None:
    document = kept(
        portal,
        executingAgencies="Nhà kho xã",
        coordinatingAgencies="Hội làm vườn, Tổ dân phố\nNgười gác kho",
        delegatedAgencies="Ủy ban nhân dân cấp xã",
        departmentsAuthorized=[{"name": "Người gác kho", "code": "NGK"}],
    )
    assert document.agencies.executing == ("Nhà kho xã",)
    assert document.agencies.deciding == ("Ủy ban nhân dân cấp xã",)
    assert document.agencies.delegated == ("Người gác kho",)
    assert document.agencies.coordinating == ("Hội làm vườn, Tổ dân phố", "Người gác kho")


def test_agency_with_the_mark_of_the_past_is_kept_and_told(portal: Portal) -> None:
    assert told(portal, departmentsExecuting=[{"name": "Nhà kho huyện_old"}]) == [
        "1.000010: cơ quan “Nhà kho huyện_old” mang dấu đã bỏ của Cổng; giữ nguyên văn."
    ]


# --- papers -------------------------------------------------------------------------------------


def papers(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    """One dossier of some papers."""
    return [{"name": "", "profileComponents": list(rows)}]


def test_paper_without_a_name_is_left_out_and_its_form_kept(portal: Portal) -> None:
    rows = papers(
        {"name": "Giấy"}, {"name": " ", "originalQty": 1, "attachments": [{"fileName": "x.doc"}]}
    )
    assert told(portal, executionCases=rows) == [
        "1.000010: Cổng có một dòng thành phần hồ sơ không ghi tên giấy tờ; bỏ dòng trống đó."
    ]
    document = portal.document()
    assert [paper.name for paper in document.dossiers[0].components] == ["Giấy"]
    assert document.note == "Cổng còn nêu: tệp của một giấy tờ không ghi tên: x.doc"


def test_mark_of_duty_counts_only_where_it_tells_papers_apart(portal: Portal) -> None:
    some = papers({"name": "Giấy", "required": True}, {"name": "Ảnh", "required": False})
    document = kept(portal, executionCases=some)
    assert [paper.required for paper in document.dossiers[0].components] == [True, False]


def test_mark_of_duty_on_nothing_is_left_out(portal: Portal) -> None:
    none = papers({"name": "Giấy", "required": False}, {"name": "Ảnh", "required": False})
    assert told(portal, executionCases=none) == [
        "1.000010: Cổng đánh dấu mọi giấy tờ là không bắt buộc, nên dấu này không được ghi."
    ]
    components = portal.document().dossiers[0].components
    assert [paper.required for paper in components] == [True, True]


def test_count_that_is_none_is_kept_in_the_note(portal: Portal) -> None:
    assert told(portal, executionCases=papers({"name": "Giấy", "originalQty": -3})) == [
        "1.000010: số lượng “-3” của một giấy tờ không phải là số đếm; giữ ở `ghi_chu`."
    ]


def test_cases_of_papers_keep_their_names(portal: Portal) -> None:
    cases = [
        {"name": "Thang tre", "profileComponents": [{"name": "Giấy", "code": "G99-KQ1"}]},
        {"name": "Thang sắt", "profileComponents": []},
        {"name": "", "profileComponents": []},
    ]
    document = kept(portal, executionCases=cases)
    assert [dossier.case for dossier in document.dossiers] == ["Thang tre", "Thang sắt"]
    assert document.dossiers[0].components[0].number == "G99-KQ1"


# --- law ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "number"),
    [("Quyết định số 6/QĐ-BVT", "6/QĐ-BVT"), ("3980 /QĐ-BVT", "3980/QĐ-BVT")],
)  # fmt: skip
def test_decision_number_is_read(portal: Portal, printed: str, number: str) -> None:
    document = kept(portal, procedureProposal={"proposalNumber": printed})
    assert document.decision is not None
    assert document.decision.number == number


def test_decision_that_has_no_number_is_kept_as_printed(portal: Portal) -> None:
    assert told(portal, procedureProposal={"proposalNumber": "Demo/QĐ-BVT"}) == [
        (
            "1.000010: “Demo/QĐ-BVT” không phải là số, ký hiệu quyết định; "
            "giữ nguyên văn ở `quyet_dinh.so_in`."
        )
    ]
    decision = portal.document().decision
    assert decision is not None
    assert (decision.number, decision.printed) == (None, "Demo/QĐ-BVT")


@pytest.mark.parametrize(
    "moment", [1782838800000, 1782864000000, "2026-07-01", "01/07/2026", "2026-07-01T00:00:00"]
)
def test_midnight_here_and_in_greenwich_is_one_day(portal: Portal, moment: object) -> None:
    proposal = {
        "proposalNumber": "7/QĐ-BVT",
        "decisionDate": moment,
        "issuingAgency": {"id": "1", "name": "Bộ Vườn tược"},
    }
    document = kept(portal, procedureProposal=proposal)
    assert document.decision is not None
    assert str(document.decision.signed) == "2026-07-01"
    assert document.decision.agency == "Bộ Vườn tược"
    assert document.effective is None


def test_day_that_is_none_is_kept_in_the_note(portal: Portal) -> None:
    proposal = {"proposalNumber": "7/QĐ-BVT", "decisionDate": "mùa bưởi"}
    assert told(portal, procedureProposal=proposal) == [
        "1.000010: “mùa bưởi” không phải là ngày ký; giữ ở `ghi_chu`."
    ]


def test_several_decisions_are_all_kept(portal: Portal) -> None:
    changes = {"procedureProposal": {"proposalNumber": "7/QĐ-BVT"}, "decisionNo": "8/QĐ-BVT"}
    assert told(portal, **changes) == [
        (
            "1.000010: Cổng nêu nhiều quyết định: 7/QĐ-BVT, 8/QĐ-BVT; "
            "lấy số đầu, giữ các số khác ở `ghi_chu`."
        )
    ]
    assert portal.document().note == ("Cổng còn nêu: quyết định: 8/QĐ-BVT")


def test_no_decision_is_told(portal: Portal) -> None:
    assert told(portal, procedureProposal=None) == ["1.000010: Cổng không nêu quyết định công bố."]


def test_legal_grounds_stand_once_and_odd_ones_as_printed(portal: Portal) -> None:
    grounds = [
        {"name": "Nghị định về thang", "code": "Nghị định số 12/2020/NĐ-CP "},
        {"name": "Nghị định về thang", "code": "12/2020/NĐ-CP"},
        {"name": "Luật", "code": "Luật làng"},
        {"name": "Hương ước xóm Bưởi"},
    ]
    assert told(portal, legalBasisesDetails=grounds) == [
        "1.000010: căn cứ “Luật làng” không phải là số, ký hiệu; giữ nguyên văn.",
        "1.000010: căn cứ “Hương ước xóm Bưởi” không phải là số, ký hiệu; giữ nguyên văn.",
        "1.000010: Cổng ghi căn cứ 12/2020/NĐ-CP 2 lần; giữ một.",
    ]
    citations = portal.document().legal_basis
    assert [(each.number, each.printed, each.title) for each in citations] == [
        ("12/2020/NĐ-CP", None, None),
        (None, "Luật làng", "Luật"),
        (None, None, "Hương ước xóm Bưởi"),
    ]


# --- the rest -----------------------------------------------------------------------------------


def test_blank_parts_are_unknown_and_not_none(portal: Portal) -> None:
    sentence = (
        "1.000010: Cổng không nêu `trinh_tu`, `yeu_cau_dieu_kien`, `can_cu`; ghi vào `chua_ro`."
    )
    changes: dict[str, Any] = {
        "executionSteps": [{"name": "", "description": "Không có thông tin"}],
        "description": "",
        "legalBasisesDetails": [],
    }
    assert told(portal, **changes) == [sentence]


def test_conditions_and_description_are_two_things_only_if_they_differ(portal: Portal) -> None:
    portal.take(
        portal.answer(requirementsAndConditions="Cao", description="Cao"),
        portal.answer(code="1.000011", requirementsAndConditions="Cao", description="Thang tre."),
        portal.answer(code="1.000012", requirementsAndConditions="", description="Thang tre."),
    )
    lives = portal.catalog().lives
    both = [
        (life.documents[0].conditions, life.documents[0].description) for life in lives.values()
    ]
    assert both == [("Cao", None), ("Cao", "Thang tre."), (None, "Thang tre.")]


def test_cases_that_contradict_the_channels_are_kept_beside_them(portal: Portal) -> None:
    cases = [{"name": "Cả hai", "code": "1.000010.01", "processingDay": {"qty": 9, "type": "DAY"}}]
    assert told(portal, cases=cases) == [
        (
            "1.000010: Cổng tự mâu thuẫn: cách thức ghi 2,5 ngày, 3 ngày làm việc, "
            "trường hợp ghi 9 ngày; giữ cả hai."
        )
    ]
    assert portal.document().note == ("Cổng còn nêu: thời hạn của trường hợp “Cả hai”: 9 ngày")


def test_type_without_a_name_is_kept(portal: Portal) -> None:
    assert told(portal, formalityType="MOON_REGULATION") == [
        (
            "1.000010: loại thủ tục “MOON_REGULATION” của Cổng không có tên tiếng Việt; "
            "giữ nguyên văn ở `loai`."
        )
    ]


def test_several_fields_keep_the_first_and_name_the_others(portal: Portal) -> None:
    assert told(portal, categoriesDetails=[{"name": "Vườn tược"}, {"name": "Kho tàng"}]) == [
        (
            "1.000010: Cổng xếp vào nhiều lĩnh vực: Vườn tược; Kho tàng; "
            "lấy lĩnh vực đầu, giữ các tên khác ở `ghi_chu`."
        )
    ]


def test_words_without_a_key_are_kept_and_told(portal: Portal) -> None:
    extra = {"targetObjects": [{"id": "7", "text": "Bà con xóm Bưởi"}], "state": "UPDATED"}
    report = portal.take(portal.answer(**extra))
    assert [found.message for found in report.findings] == [
        (
            "1.000010: khóa `targetObjects` của Cổng không có chỗ trong hồ sơ; "
            "giữ ở `ghi_chu`: “Bà con xóm Bưởi”."
        )
    ]
    assert portal.document().note == ("Cổng còn nêu: targetObjects: Bà con xóm Bưởi")
    assert report.left_out == {"state": 1, "targetObjects": 1}


def test_keywords_groups_and_remarks_go_to_the_note(portal: Portal) -> None:
    document = kept(
        portal,
        keywords="bưởi, thang",
        note="Nhớ trả thang",
        serviceGroupsDetails=[{"id": "1", "name": "Làm vườn", "type": "CITIZEN"}],
    )
    assert document.note == (
        "Cổng còn nêu: nhóm dịch vụ: Làm vườn\nNhớ trả thang\ntừ khóa: bưởi, thang"
    )


def test_invisible_characters_become_spaces(portal: Portal) -> None:
    assert told(portal, description="Cao\x00hơn\ttôi\u2028và  bạn \ufeff") == [
        "1.000010: có ký tự điều khiển không nhìn thấy; đã thay bằng dấu cách."
    ]
    assert portal.document().conditions == "Cao hơn tôi\nvà  bạn"


def test_what_turns_the_direction_of_writing_becomes_a_space(portal: Portal) -> None:
    turned = {"description": "Cao\u202ehơn\u2066tôi", "createdDate": 1}
    assert told(
        portal,
        **turned,
        procedureProposal={"proposalNumber": "1/QĐ-X", "decisionDate": "hôm\x07\u202equa"},
        executionCases=papers({"name": "Giấy", "originalQty": "hai\u202e\x07"}),
    )
    document = portal.document()
    assert document.conditions == "Cao hơn tôi"
    assert "hai" in (document.note or "")
    assert portal.catalog().findings == ()


@pytest.mark.parametrize("kind", [["STANDARD"], {"a": "b"}, [], 5, None, "x" * 9999])
def test_a_type_that_is_no_word_says_nothing(portal: Portal, kind: object) -> None:
    portal.take(portal.answer(type=kind))
    assert not portal.document().internal


def test_one_field_however_it_is_written_is_one_entry(portal: Portal) -> None:
    portal.take(
        portal.answer(),
        portal.answer(code="1.000011", categoriesDetails=[{"name": "VƯỜN  TƯỢC"}]),
    )
    catalog = portal.catalog()
    assert list(catalog.fields) == ["vuon-tuoc"]
    assert {life.documents[0].field for life in catalog.lives.values()} == {"vuon-tuoc"}


def test_procedure_without_a_field_has_a_place_of_its_own(portal: Portal) -> None:
    portal.take(portal.answer(categoriesDetails=[]))
    assert (portal.into / "procedures/chua-ro-linh-vuc/1.000010.yaml").exists()


def test_internal_online_and_related_are_kept(portal: Portal) -> None:
    document = kept(
        portal,
        type="STANDARD_INTERNAL",
        isFullProcess=True,
        procedureRelatedGroup=[{"id": "x", "code": "1.000011", "name": "Trả thang"}],
    )
    assert document.internal
    assert document.online_level == "toàn trình"
    assert document.related == ("1.000011 Trả thang",)


def test_steps_keep_their_names(portal: Portal) -> None:
    steps = [{"name": "Viết", "description": "Viết giấy."}, {"name": "Nhận", "description": ""}]
    document = kept(portal, executionSteps=steps)
    assert [(step.name, step.text) for step in document.steps] == [
        ("Viết", "Viết giấy."),
        (None, "Nhận"),
    ]


def test_every_kind_has_an_id_of_its_own_and_a_whole_sentence() -> None:
    assert len({kind.id for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert kind.id.startswith("import-")
        names = re.findall(r"{(\w+)}", kind.says + kind.mend)
        assert kind.says.format_map(dict.fromkeys(names, "…")).endswith((".", "…", "”"))
