# Time limits: every printed shape with its canonical spelling, every refusal with its sentence, and
# the comparison that never takes days for working days.

from __future__ import annotations

import gzip
import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.records.time_limit import (
    Stage,
    State,
    TimeLimit,
    TimeLimitError,
    Unit,
    parse_time_limit,
)
from tthc_catalog.records.working_calendar import WorkingCalendar

if TYPE_CHECKING:
    from pathlib import Path

SAME_DAY_UNTIL_15 = "trong ngày, nhận sau 15 giờ thì ngày làm việc tiếp theo"


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("20 ngày", "20 ngày"),
        ("02 ngày", "2 ngày"),
        ("10 NGÀY  LÀM\u00a0VIỆC.", "10 ngày làm việc"),
        ("10 ng\u0061\u0300y la\u0300m vi\u1ec7c", "10 ngày làm việc"),
        ("2,50 ngày làm việc", "2,5 ngày làm việc"),
        ("1/2 ngày làm việc", "0,5 ngày làm việc"),
        ("nửa tháng", "0,5 tháng"),
        ("10 (mười) ngày làm việc", "10 ngày làm việc"),
        ("25 (hai mươi lăm) ngày", "25 ngày"),
        ("2,5 (hai phẩy năm) ngày", "2,5 ngày"),
        ("4 giờ làm việc", "4 giờ làm việc"),
        ("1 tháng", "1 tháng"),
        ("8 + 5 ngày làm việc", "8 + 5 ngày làm việc"),
        ("08 ngày + 05 ngày", "8 + 5 ngày"),
        ("8 ngày làm việc + 5 ngày", "8 ngày làm việc + 5 ngày"),
        ("20-30 ngày", "20 đến 30 ngày"),
        ("từ 20 ngày đến 30 ngày", "20 đến 30 ngày"),
        ("tối đa 10 ngày", "10 ngày"),
        ("Trong thời hạn không quá 10 ngày làm việc", "10 ngày làm việc"),
        ("Thời hạn giải quyết: 15 ngày", "15 ngày"),
        ("không quy định", "không quy định"),
        ("Không quy định cụ thể", "không quy định"),
        ("ngay", "ngay"),
        ("Ngay sau khi nhận đủ hồ sơ", "ngay sau khi nhận đủ hồ sơ"),
        ("ngay trong ngày", "trong ngày"),
        ("trong ngày; sau 15 giờ: ngày làm việc tiếp theo", SAME_DAY_UNTIL_15),
        ("trong ngày (nhận sau 15h00 thì ngày làm việc kế tiếp)", SAME_DAY_UNTIL_15),
        (
            (
                "Ngay trong ngày tiếp nhận hồ sơ; trường hợp nhận hồ sơ sau 15 giờ mà không giải "
                "quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo."
            ),
            SAME_DAY_UNTIL_15,
        ),
        ("20 ngày (tính cả ngày nghỉ)", "20 ngày (tính cả ngày nghỉ)"),
        (
            "05 ngày làm việc (kể từ ngày nhận đủ hồ sơ hợp lệ)",
            "5 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ",
        ),
        (
            "20 ngày, có thể dài hơn theo thỏa thuận, kể từ ngày nhận phiếu",
            "20 ngày kể từ ngày nhận phiếu, có thể dài hơn theo thỏa thuận",
        ),
        (
            "20 ngày (công trình cấp I); 55 ngày (trường hợp khác)",
            "công trình cấp I: 20 ngày; trường hợp khác: 55 ngày",
        ),
        (
            "trường hợp A: 20 ngày; trường hợp B: 55 ngày",
            "trường hợp A: 20 ngày; trường hợp B: 55 ngày",
        ),
        ("30 ngày; vụ việc phức tạp: 45 ngày", "30 ngày; vụ việc phức tạp: 45 ngày"),
        ("18 ngày đối với tổ chức", "đối với tổ chức: 18 ngày"),
    ],
)
def test_a_printed_form_has_one_canonical_spelling(printed: str, canonical: str) -> None:
    limit = parse_time_limit(printed)
    assert str(limit) == limit.text == canonical
    assert parse_time_limit(canonical) == limit


@pytest.mark.parametrize(
    ("typed", "sentence", "suggestion"),
    [
        (
            "10",
            "thiếu đơn vị thời gian; ghi rõ “ngày”, “ngày làm việc”, “giờ” hoặc “tháng”",
            None,
        ),
        ("2.5 ngày", "“2.5” dùng dấu chấm; phần thập phân viết sau dấu phẩy", "2,5 ngày"),
        ("10 ngày lv", "không hiểu phần “lv”", "10 ngày làm việc"),
        (
            "10 ngày làm việc, không tính thời gian xác minh",
            "không hiểu phần “, không tính thời gian xác minh”",
            "10 ngày làm việc (không tính thời gian xác minh)",
        ),
        (
            "10 ngày (làm việc)",
            "phần “(làm việc)” phải đứng liền sau “ngày”, không trong ngoặc",
            "10 ngày làm việc",
        ),
        ("10 (mười hai) ngày", "số và chữ không khớp: “(mười hai)”", None),
        ("0 ngày", "thời hạn bằng không; giải quyết ngay thì ghi “ngay” hoặc “trong ngày”", None),
        ("20 ngày; 30 ngày", "có nhiều thời hạn mà không nêu trường hợp", None),
        ("30-20 ngày", "khoảng thời gian phải đi từ số nhỏ đến số lớn, cùng một đơn vị", None),
        ("từ 20 ngày", "“từ” mà không có “đến”", None),
        ("20 ngày (", "không hiểu phần “(”", None),
        (
            "10 ngày kể từ ngày nhận hồ sơ và 5 ngày",
            "còn một thời hạn nữa trong “kể từ ngày nhận hồ sơ và 5 ngày”",
            None,
        ),
        (
            "trong ngày, nhận sau 25 giờ thì ngày làm việc tiếp theo",
            "không có giờ nào là “sau 25 giờ”",
            None,
        ),
    ],
)
def test_what_is_no_time_limit_says_why_and_what_to_type(
    typed: str, sentence: str, suggestion: str | None
) -> None:
    with pytest.raises(TimeLimitError) as caught:
        parse_time_limit(typed)
    assert str(caught.value) == sentence
    assert caught.value.suggestion == suggestion


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("10 ngay lam viec", "10 ngày làm việc"),
        ("8h", "8 giờ"),
        ("10 ngày (lv)", "10 ngày làm việc"),
        ("10 ngày (làm việc) kể từ ngày nhận", "10 ngày làm việc kể từ ngày nhận"),
        ("mười lăm ngày", "15 ngày"),
        ("khong quy dinh", "không quy định"),
        ("20 ngày (tính cả ngày nghỉ", "20 ngày (tính cả ngày nghỉ)"),
        ("Theo mô tả", None),
    ],
)
def test_the_nearest_spelling_is_proposed_and_valid(typed: str, suggestion: str | None) -> None:
    with pytest.raises(TimeLimitError) as caught:
        parse_time_limit(typed)
    assert caught.value.suggestion == suggestion


def test_a_limit_tells_its_parts() -> None:
    limit = parse_time_limit(
        "8 + 5 ngày làm việc kể từ ngày nhận phiếu (không kể ngày chờ bổ sung)"
    )
    assert limit.state is State.STATED
    assert limit.stages == (
        Stage(Decimal(8), Unit.WORKING_DAY),
        Stage(Decimal(5), Unit.WORKING_DAY),
    )
    assert (limit.unit, limit.total) == (Unit.WORKING_DAY, Decimal(13))
    assert limit.start == "kể từ ngày nhận phiếu"
    assert limit.note == "không kể ngày chờ bổ sung"
    assert parse_time_limit("8 ngày làm việc + 5 ngày").unit is None


# --- comparison -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "shorter"),
    [
        ("10 ngày", "20 ngày", True),
        ("20 ngày", "20 ngày", False),
        ("8 + 5 ngày làm việc", "13 ngày làm việc", False),
        ("10 ngày làm việc", "20 ngày", True),
        ("20 ngày", "10 ngày làm việc", False),
        ("5 ngày làm việc", "7 ngày", None),
        ("7 ngày", "5 ngày làm việc", False),
        ("20 ngày làm việc", "20 ngày", False),
        ("20 ngày", "20 ngày làm việc", True),
        ("15 ngày", "1 tháng", True),
        ("30 ngày", "1 tháng", None),
        ("trong ngày", "3 ngày", True),
        ("20 đến 30 ngày", "25 ngày", None),
        ("không quy định", "10 ngày", None),
        ("10 ngày, có thể gia hạn", "20 ngày", None),
        ("10 ngày kể từ ngày cấp phiếu", "20 ngày kể từ ngày đóng thầu", None),
        ("10 ngày kể từ ngày cấp phiếu", "20 ngày", True),
        ("cấp I: 10 ngày; khác: 20 ngày", "cấp I: 15 ngày; khác: 20 ngày", True),
        ("cấp I: 10 ngày; khác: 20 ngày", "30 ngày", True),
        ("cấp I: 10 ngày; khác: 20 ngày", "15 ngày", None),
        ("cấp I: 10 ngày; khác: 20 ngày", "cấp I: 10 ngày; khác: 20 ngày", False),
    ],
)
def test_shorter_than(left: str, right: str, shorter: bool | None) -> None:  # noqa: FBT001 - the expected answer
    assert parse_time_limit(left).shorter_than(parse_time_limit(right)) is shorter


def test_holidays_may_make_ten_working_days_outlast_twenty_days() -> None:
    calendar = WorkingCalendar.from_data(
        {
            "2025": {
                "nguon": "thử",
                "nghi": [{"tu": "2025-01-27", "den": "2025-01-31", "ten": "Tết"}],
            }
        }
    )
    ten, twenty = parse_time_limit("10 ngày làm việc"), parse_time_limit("20 ngày")
    assert ten.bounds() == (12, 14)
    assert ten.bounds(calendar) == (12, 21)
    assert ten.shorter_than(twenty, calendar) is None


@pytest.mark.parametrize(
    ("printed", "bounds"),
    [
        ("1 ngày làm việc", (1, 3)),
        ("5 ngày làm việc", (5, 7)),
        ("20 ngày", (20, 22)),
        ("1 tháng", (28, 33)),
        ("24 giờ", (1, 1)),
        ("4 giờ", (0, 1)),
        (SAME_DAY_UNTIL_15, (0, 3)),
        ("10 ngày, có thể gia hạn", (10, None)),
        ("cấp I: 10 ngày; khác: 20 ngày", (10, 22)),
        ("không quy định", None),
    ],
)
def test_bounds_in_ordinary_weeks(printed: str, bounds: tuple[int, int | None] | None) -> None:
    assert parse_time_limit(printed).bounds() == bounds


def test_cuts_are_percentages_within_one_unit_only() -> None:
    def cut(after: str, legal: str) -> Decimal | None:
        return parse_time_limit(after).cut_from(parse_time_limit(legal))

    assert cut("20 ngày", "30 ngày") == Decimal("33.33")
    assert cut("38 ngày", "75 ngày") == Decimal("49.33")
    assert cut("2,5 ngày làm việc", "4 ngày làm việc") == Decimal("37.50")
    assert cut("10 ngày làm việc", "20 ngày") is None
    assert cut("không quy định", "20 ngày") is None


# --- properties -----------------------------------------------------------------------------------

NUMBERS = st.one_of(
    st.integers(1, 999).map(str),
    st.integers(1, 99).map("{:02d}".format),
    st.integers(1, 99).map("{},5".format),
)
UNITS = st.sampled_from([unit.value for unit in Unit])
INTRODUCTIONS = st.sampled_from(["", "không quá ", "Trong thời hạn ", "tối đa là "])
STAGE = st.one_of(
    st.builds("{} {}".format, NUMBERS, UNITS),
    st.builds("{} đến {} {}".format, st.integers(1, 99), st.integers(100, 999), UNITS),
)
CORES = st.one_of(
    st.lists(STAGE, min_size=1, max_size=3).map(" + ".join),
    st.sampled_from(["ngay", "trong ngày", "không quy định", SAME_DAY_UNTIL_15]),
)
STARTS = st.sampled_from(["", " kể từ ngày nhận đủ hồ sơ hợp lệ", " tính từ ngày ghi trên phiếu"])
EXTENSIONS = st.sampled_from(["", ", có thể dài hơn theo thỏa thuận"])
REMARKS = st.sampled_from(["", " (không tính thời gian bổ sung)", " (Sở: 5 ngày; Ủy ban: 3 ngày)"])
SINGLE = st.tuples(INTRODUCTIONS, CORES, STARTS, EXTENSIONS, REMARKS).map("".join)
CONDITIONS = st.sampled_from(
    ["công trình cấp I", "trường hợp khác", "đối với tổ chức", "dự án (nhóm A)"]
)
BY_CASE = st.lists(st.builds("{}: {}".format, CONDITIONS, SINGLE), min_size=2, max_size=3).map(
    "; ".join
)
PRINTED = st.one_of(SINGLE, BY_CASE)


@given(PRINTED)
def test_every_shape_is_read_and_its_spelling_means_the_same(printed: str) -> None:
    limit = parse_time_limit(printed)
    assert parse_time_limit(str(limit)) == limit
    assert str(parse_time_limit(str(limit))) == str(limit)


@given(
    st.builds("{}{}{}".format, INTRODUCTIONS, CORES, REMARKS),
    st.sampled_from([" xyz", " ngày", " 5", " + ", " )", "; 3", " làm", ": ba"]),
)
def test_nothing_is_accepted_with_junk_behind_it(printed: str, junk: str) -> None:
    with pytest.raises(TimeLimitError):
        parse_time_limit(printed + junk)


NOISE = st.lists(st.sampled_from([
    "10", "2,5", "1.5", "ngày", "làm", "việc", "(", ")", ";", ":", "+", "-", "đến", "từ",
    "trong", "kể từ", "không", "quy định", "sau", "giờ", "có thể", "gia hạn", "đối với",
    "trường hợp", "ngay", "mười",
])).map(" ".join)  # fmt: skip


@given(st.one_of(st.text(), NOISE))
def test_any_text_is_read_or_refused_and_proposals_are_valid(text: str) -> None:
    try:
        limit = parse_time_limit(text)
    except TimeLimitError as error:
        proposal = error.suggestion
    else:
        proposal = str(limit)
    if proposal is not None:
        limit = parse_time_limit(proposal)
        assert str(limit) == proposal


@given(SINGLE, SINGLE)
def test_of_two_limits_not_both_are_shorter(left: str, right: str) -> None:
    one, other = parse_time_limit(left), parse_time_limit(right)
    assert not (one.shorter_than(other) and other.shorter_than(one))
    assert not one.shorter_than(one)


# --- real material --------------------------------------------------------------------------------


def test_every_unit_and_number_of_the_portal_is_read(shared: Path) -> None:
    units = {"DAY": "ngày", "WORKING_DAY": "ngày làm việc", "HOUR": "giờ", "MONTH": "tháng"}
    printed = set()
    with gzip.open(shared / "real" / "portal-2026-06.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for method in json.loads(line)["executionMethods"]:
                if (unit := units.get(method.get("processingTimeUnit"))) is not None:
                    number = str(method["processingTime"]).replace(".", ",")
                    printed.add(f"{number} {unit}")
    assert len(printed) > 100
    for form in printed:
        assert parse_time_limit(form).state is State.STATED


@pytest.mark.parametrize(("amount", "same"), [("2", "2.0"), ("2.5", "2.50"), ("20", "2E+1")])
def test_equal_limits_have_one_hash_however_their_number_is_held(amount: str, same: str) -> None:
    one, other = (
        TimeLimit(State.STATED, (Stage(Decimal(number), Unit.DAY),)) for number in (amount, same)
    )
    assert one == other
    assert hash(one) == hash(other)
