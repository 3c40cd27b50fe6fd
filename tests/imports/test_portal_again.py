# A second crawl appends only what really changed.

from __future__ import annotations

import copy
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.imports.conftest import DAY, PLAIN, Portal
from tthc_catalog.imports import import_portal

if TYPE_CHECKING:
    from collections.abc import Callable

JULY = date(2026, 7, 17)
KEPT = (
    "1 bản ghi không có gì mới (1.000010) nhưng không nêu hết điều danh mục đã biết, hoặc còn "
    "nêu quyết định cũ; không ghi gì, giữ nội dung đã biết."
)


@pytest.fixture
def june(portal: Portal) -> Portal:
    """A portal whose procedure was imported in June."""
    portal.take(portal.answer())
    return portal


def added(portal: Portal, before: str) -> str:
    """Return what stands below the old text, which must be untouched."""
    text: str = portal.text()
    assert text.startswith(before)
    return text.removeprefix(before)


def test_same_crawl_twice_writes_nothing(june: Portal) -> None:
    before = {path: path.stat().st_mtime_ns for path in june.into.rglob("*.yaml")}
    report = june.take(june.answer())
    assert (report.total.unchanged, report.written, report.findings) == (1, (), ())
    assert {path: path.stat().st_mtime_ns for path in june.into.rglob("*.yaml")} == before


def test_changed_part_with_a_new_decision_is_appended_whole(june: Portal) -> None:
    before = june.text()
    methods = copy.deepcopy(PLAIN["executionMethods"])
    methods[0]["processingTime"] = 1
    report = june.take(
        june.answer(executionMethods=methods, procedureProposal={"proposalNumber": "9/QĐ-BVT"}),
        day=JULY,
    )
    assert (report.total.appended, report.findings) == (1, ())
    assert report.written == ("procedures/vuon-tuoc/1.000010.yaml",)
    assert (
        added(june, before)
        == """\
---
quyet_dinh:
  so: 9/QĐ-BVT
ghi_nhan: 2026-07-17
nguon: Cổng Dịch vụ công quốc gia
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 1 ngày làm việc
    phi_le_phi:
      - 5.000 đồng
    mo_ta: Tại nhà kho
  - kenh: trực tuyến
    thoi_han: 2,5 ngày
    phi_le_phi:
      - miễn phí
"""
    )
    assert str(june.on(JULY).channels[0].time_limit) == "1 ngày làm việc"
    assert str(june.on(DAY).channels[0].time_limit) == "3 ngày làm việc"


def test_new_number_alone_is_a_document_without_parts(june: Portal) -> None:
    before = june.text()
    june.take(june.answer(procedureProposal={"proposalNumber": "9/QĐ-BVT"}), day=JULY)
    assert (
        added(june, before)
        == """\
---
quyet_dinh:
  so: 9/QĐ-BVT
ghi_nhan: 2026-07-17
nguon: Cổng Dịch vụ công quốc gia
"""
    )


def test_content_alone_names_no_decision(june: Portal) -> None:
    before = june.text()
    report = june.take(june.answer(description="Có cây bưởi cao hơn ba mét."), day=JULY)
    assert [found.message for found in report.findings] == [
        (
            "1.000010: nội dung trên Cổng đổi (`yeu_cau_dieu_kien`) mà số quyết định vẫn thế; "
            "ghi không kèm quyết định."
        )
    ]
    assert (
        added(june, before)
        == """\
---
ghi_nhan: 2026-07-17
nguon: Cổng Dịch vụ công quốc gia
yeu_cau_dieu_kien: Có cây bưởi cao hơn ba mét.
"""
    )
    assert june.take(june.answer(description="Có cây bưởi cao hơn ba mét."), day=JULY).written == ()


def test_what_is_found_in_parts_that_stay_is_not_said_again(june: Portal) -> None:
    methods = copy.deepcopy(PLAIN["executionMethods"])
    for method in methods:
        method["processingTime"], method["processingTimeUnit"] = "Khi nào bưởi chín", "OTHER"
    report = june.take(june.answer(executionMethods=methods), day=JULY)
    channels = "trực tiếp, trực tuyến"
    (told,) = (found for found in report.findings if found.id == "import-time-limit-not-read")
    assert f"khi nộp {channels} không đọc được" in told.message
    more = june.take(
        june.answer(executionMethods=methods, description="Cao hơn ba mét.", isWard=False),
        day=date(2026, 8, 1),
    )
    assert more.written
    assert [found.id for found in more.findings] == [
        "import-changed-without-decision",
        "import-no-longer-stated",
    ]
    again = june.take(
        june.answer(executionMethods=methods, description="Cao hơn ba mét.", isWard=False),
        day=date(2026, 8, 2),
    )
    assert [found.message for found in again.findings] == [KEPT]


def test_part_that_is_no_longer_stated_stays(june: Portal) -> None:
    report = june.take(june.answer(description="Không có thông tin", executionSteps=[]), day=JULY)
    assert [found.message for found in report.findings] == [KEPT]
    assert report.written == ()


def test_what_a_row_no_longer_states_stays_in_it(june: Portal) -> None:
    methods = copy.deepcopy(PLAIN["executionMethods"])
    del methods[0]["description"], methods[1]["fees"]
    assert june.take(june.answer(executionMethods=methods), day=JULY).written == ()
    before = june.text()
    methods[0]["processingTime"] = 1
    june.take(june.answer(executionMethods=methods), day=JULY)
    new = added(june, before)
    assert "mo_ta: Tại nhà kho" in new
    assert "- miễn phí" in new


def test_part_that_was_unknown_is_added(portal: Portal) -> None:
    portal.take(portal.answer(description=""))
    portal.take(portal.answer(), day=JULY)
    assert portal.on(JULY).conditions == "Có cây bưởi cao hơn hai mét."
    assert portal.on(JULY).unknown == ()


def test_marks_that_only_one_crawl_carries_are_no_change(june: Portal) -> None:
    cases = copy.deepcopy(PLAIN["executionCases"])
    for number, paper in enumerate(cases[0]["profileComponents"]):
        paper |= {"code": f"G99-{number}", "required": number == 0, "hasElectronicForm": True}
    assert june.take(june.answer(executionCases=cases), day=JULY).written == ()


def test_title_of_a_legal_ground_is_no_change_but_a_number_in_it_is(june: Portal) -> None:
    grounds = copy.deepcopy(PLAIN["legalBasisesDetails"])
    grounds[0]["name"] = "Nghị định của Chính phủ về thang"
    assert june.take(june.answer(legalBasisesDetails=grounds), day=JULY).written == ()
    grounds[0]["name"] = "Nghị định về thang; Nghị định 99/2022/NĐ-CP"
    report = june.take(june.answer(legalBasisesDetails=grounds), day=JULY)
    assert [found.id for found in report.findings] == ["import-changed-without-decision"]


def test_older_crawl_that_says_otherwise_is_refused(june: Portal) -> None:
    june.take(june.answer(description="Có cây bưởi cao hơn ba mét."), day=JULY)
    before = june.text()
    assert june.take(june.answer()).total.unchanged == 1
    report = june.take(june.answer(description="Không cần cây."), day=date(2026, 6, 20))
    assert [found.message for found in report.findings] == [
        (
            "1.000010: bản ghi ngày 20/06/2026 cũ hơn điều danh mục đã biết ngày 17/07/2026 "
            "và nói khác; không nhận."
        )
    ]
    assert (report.total.refused, june.text()) == (1, before)


def test_two_records_of_one_day_must_agree(portal: Portal) -> None:
    report = portal.take(portal.answer(), portal.answer(), portal.answer(description="Khác."))
    assert (report.total.written, report.total.unchanged, report.total.refused) == (1, 1, 1)
    assert [found.message for found in report.findings] == [
        "1.000010: hai bản ghi cùng ngày 10/06/2026 nói khác nhau; không nhận bản ghi sau."
    ]


def test_crawls_of_several_days_in_one_import_are_taken_in_their_order(portal: Portal) -> None:
    new = portal.answer(description="Mới.", _source={"date": "2026-07-17"})
    old = portal.answer(_source={"date": "2026-06-10"})
    files = [portal.file(new, name="b.json"), portal.file(old, name="a.json")]
    report = import_portal(files, portal.into)
    assert [(file.written, file.appended) for file in report.files] == [(0, 1), (1, 0)]
    days = [document.recorded for document in portal.catalog().lives["1.000010"].documents]
    assert days == [DAY, JULY]


def test_ended_procedure_that_is_still_shown_is_told(june: Portal) -> None:
    path = next(june.into.rglob("1.000010.yaml"))
    ending = "---\nquyet_dinh: {so: 8/QĐ-BVT, ngay: 2026-06-30}\nbai_bo: {ly_do: Hết thang}\n"
    path.write_text(path.read_text() + ending)
    report = june.take(june.answer(description="Khác."), day=JULY)
    assert [found.message for found in report.findings] == [
        "1.000010: danh mục ghi là đã bãi bỏ nhưng Cổng vẫn đăng; không ghi thêm."
    ]
    assert report.written == ()


def test_decision_that_people_have_entered_is_no_news(june: Portal) -> None:
    path = next(june.into.rglob("1.000010.yaml"))
    typed = (
        "---\n# gõ theo bản giấy\nquyet_dinh: {so: 9/QĐ-BVT, ngay: 2026-06-30}\n"
        "hieu_luc: 2026-07-01\nyeu_cau_dieu_kien: Có cây bưởi cao hơn ba mét.\n"
    )
    path.write_text(path.read_text() + typed)
    news = june.answer(
        description="Có  cây bưởi cao hơn ba mét.", procedureProposal={"proposalNumber": "9/QĐ-BVT"}
    )
    assert june.take(news, day=JULY).written == ()


def test_earlier_decision_on_the_portal_is_no_news(june: Portal) -> None:
    path = next(june.into.rglob("1.000010.yaml"))
    path.write_text(path.read_text() + "---\nquyet_dinh: {so: 9/QĐ-BVT, ngay: 2026-06-30}\n")
    report = june.take(june.answer(), day=JULY)
    assert [found.message for found in report.findings] == [KEPT]
    assert report.written == ()


def test_decision_of_long_ago_does_not_move_what_was_seen_today(june: Portal) -> None:
    news = june.answer(
        description="Mới.",
        procedureProposal={"proposalNumber": "3/QĐ-BVT", "decisionDate": 1554422400000},
    )
    june.take(news, day=JULY)
    assert june.on(JULY).conditions == "Mới."
    assert june.on(DAY).conditions == "Có cây bưởi cao hơn hai mét."
    assert june.take(news, day=JULY).written == ()


def test_file_with_windows_line_ends_keeps_them(june: Portal) -> None:
    path = next(june.into.rglob("1.000010.yaml"))
    old = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(old)
    june.take(june.answer(description="Mới."), day=JULY)
    new = path.read_bytes()
    assert new.startswith(old)
    assert new.count(b"\n") == new.count(b"\r\n")


# --- what can never be a change -----------------------------------------------------------------


def _shaken(value: object, draw: Callable[[Any], Any]) -> object:
    """Return the same words in other lists, another Unicode form and with other spaces."""
    if isinstance(value, dict):
        return {key: _shaken(inner, draw) for key, inner in value.items()}
    if isinstance(value, list):
        return list(draw(st.permutations([_shaken(inner, draw) for inner in value])))
    if isinstance(value, str):
        form = draw(st.sampled_from(["NFC", "NFD"]))
        space = draw(st.sampled_from([" ", "  ", "\u00a0", "\n", "\t "]))
        return unicodedata.normalize(form, value).replace(" ", space)
    return value


@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_order_spaces_and_unicode_form_are_no_change(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    portal.take(portal.answer())
    answer = portal.answer()
    shaken = {
        key: value
        if key in {"code", "formalityType", "procedureProposal"}
        else _shaken(value, data.draw)
        for key, value in answer.items()
    }
    report = portal.take(shaken, day=JULY)
    assert report.written == ()


WORDS = st.text(max_size=20)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*PLAIN, "value", "id", "fees", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(
    changes=st.dictionaries(
        st.sampled_from([*PLAIN, "cases", "keywords", "note", "x"]), JSON, max_size=5
    )
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_portal_says_the_catalogue_stays_readable(
    changes: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    portal = Portal(tmp_path_factory.mktemp("portal"))
    answer = {**copy.deepcopy(PLAIN), **changes}
    first = portal.take(answer)
    assert first.total.written + first.total.refused == 1
    if first.total.written:
        portal.catalog()
        assert portal.take(answer, day=JULY).written == ()
