# Charges: every printed shape with its canonical spelling, every refusal with its sentence.

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.records.fee import (
    Charge,
    Fee,
    FeeError,
    FeeState,
    Reduction,
    Share,
    Tier,
    parse_fee,
    parse_fees,
)
from tthc_catalog.records.money import Money

if TYPE_CHECKING:
    from pathlib import Path

COPIES = "2.000 đồng/trang; từ trang thứ 3: 1.000 đồng/trang; tối đa 200.000 đồng/bản"
CIRCULAR = "Thông tư số 64/2025/TT-BTC"


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("50.000 đồng/hồ sơ", "50.000 đồng/hồ sơ"),
        ("400.000đ.", "400.000 đồng"),
        ("200.000 VNĐ/ giấy phép", "200.000 đồng/giấy phép"),
        ("150.000 Việt Nam Đồng/01 cơ sở/1 lần", "150.000 đồng/cơ sở/lần"),
        ("02 triệu đồng/giấy", "2.000.000 đồng/giấy"),
        ("1,5 triệu đồng", "1.500.000 đồng"),
        ("65.000.000 đồng (sáu mươi lăm triệu đồng)/lần", "65.000.000 đồng/lần"),
        ("25 USD", "25 USD"),
        ("03 USD/Giấy phép", "3 USD/Giấy phép"),
        ("1,5 USD", "1,5 USD"),
        ("từ 50.000 đồng đến 100.000 đồng", "từ 50.000 đến 100.000 đồng"),
        ("1 - 2 triệu đồng/lần", "từ 1.000.000 đến 2.000.000 đồng/lần"),
        ("Lệ phí : 135.000 đồng/lần", "lệ phí: 135.000 đồng/lần"),
        ("Lệ phí cấp mới: 40.000 đồng", "lệ phí cấp mới: 40.000 đồng"),
        ("lệ phí 40.000 đồng", "lệ phí: 40.000 đồng"),
        ("Giá dịch vụ: 350.000 đồng", "giá dịch vụ: 350.000 đồng"),
        ("Mức thu: 20.000 đồng", "20.000 đồng"),
        ("20.000 đồng/lần đối với tổ chức", "đối với tổ chức: 20.000 đồng/lần"),
        ("tối đa không quá 200.000 đồng", "tối đa 200.000 đồng"),
        ("phí: tối đa 200.000 đồng", "phí: tối đa 200.000 đồng"),
        (COPIES, COPIES),
        (
            (
                "2.000 đồng/trang; từ trang thứ ba trở lên thu 1.000 đồng/trang; "
                "mức thu tối đa không quá 200.000 đồng/bản"
            ),
            COPIES,
        ),
        (
            "3.000 đồng/GT-lần; tối thiểu 300.000 đồng",
            "3.000 đồng/GT-lần; tối thiểu 300.000 đồng",
        ),
        ("Không", "miễn phí"),
        ("không thu phí", "miễn phí"),
        ("0 đồng", "miễn phí"),
        ("Phí : Không Đồng", "phí: không"),
        ("Miễn lệ phí", "lệ phí: không"),
        ("Phí, lệ phí: không", "miễn phí"),
        ("Không quy định.", "không quy định"),
        ("Chưa quy định", "chưa quy định"),
        ("Theo quy định của Hội đồng nhân dân cấp tỉnh", FeeState.BY_COUNCIL.value),
        ("Mức lệ phí (nếu có) theo quyết định của HĐND cấp tỉnh.", FeeState.BY_COUNCIL.value),
        ("do Hội đồng nhân dân cấp tỉnh quy định", FeeState.BY_COUNCIL.value),
        ("theo Nghị quyết số 12/2023/NQ-HĐND", "theo Nghị quyết số 12/2023/NQ-HĐND"),
        ("Thông tư số 94/2021/TT-BTC", "theo Thông tư số 94/2021/TT-BTC"),
        ("do Ủy ban nhân dân cấp tỉnh quy định", "theo quy định của Ủy ban nhân dân cấp tỉnh"),
        (
            "Mức thu: bằng 50 % mức thu phí theo Thông tư số 249/2016/TT-BTC",
            "50% mức thu phí theo Thông tư số 249/2016/TT-BTC",
        ),
        (
            (
                "50.000 đồng/hồ sơ (áp dụng mức phí 25.000 đồng kể từ ngày 01/7/2025 đến hết ngày "
                f"31/12/2026 theo {CIRCULAR})"
            ),
            f"50.000 đồng/hồ sơ; từ 01/07/2025 đến hết 31/12/2026: 25.000 đồng theo {CIRCULAR}",
        ),
        (
            "50.000 đồng (Miễn phí từ ngày 07/4/2026 đến 30/6/2026)",
            "50.000 đồng; từ 07/04/2026 đến hết 30/06/2026: miễn phí",
        ),
        ("50.000 đồng (miễn cho hộ nghèo)", "50.000 đồng (miễn cho hộ nghèo)"),
        (
            f"70.000 đồng (từ 01/7/2025 đến hết 31/12/2026, bằng 50% mức phí theo {CIRCULAR}.)",
            f"70.000 đồng; từ 01/07/2025 đến hết 31/12/2026: 50% mức phí theo {CIRCULAR}",
        ),
    ],
)
def test_a_printed_form_has_one_canonical_spelling(printed: str, canonical: str) -> None:
    fee = parse_fee(printed)
    assert str(fee) == fee.text == canonical
    assert parse_fee(canonical) == fee


def test_free_not_prescribed_and_not_yet_prescribed_are_three_states() -> None:
    states = [parse_fee(text).state for text in ("không", "không quy định", "chưa quy định")]
    assert states == [FeeState.FREE, FeeState.NOT_PRESCRIBED, FeeState.NOT_YET_PRESCRIBED]


def test_a_charge_tells_its_parts() -> None:
    assert parse_fee(f"phí chứng thực: {COPIES}") == Fee(
        FeeState.AMOUNT,
        Charge.FEE,
        "chứng thực",
        price=Money(Decimal(2000), basis="trang"),
        tiers=(Tier("trang", 3, Money(Decimal(1000), basis="trang")),),
        cap=Money(Decimal(200000), basis="bản"),
    )
    reduced = parse_fee(
        "100.000 đồng; đến hết 31/12/2026: 50% mức thu theo Thông tư 64/2025/TT-BTC"
    )
    assert reduced.reductions == (
        Reduction(
            date(2026, 12, 31),
            Share(Decimal(50), "mức thu"),
            rule="Thông tư 64/2025/TT-BTC",
        ),
    )
    assert (reduced.amount, reduced.currency) == (Decimal(100000), "đồng")


def test_several_charges_are_parted_by_semicolons_or_lines() -> None:
    assert parse_fees("Phí: 20.000 đồng; lệ phí: không") == parse_fees(
        "- Phí: 20.000 đồng;\n- Lệ phí: không.\n"
    )
    assert [str(fee) for fee in parse_fees(f"cấp mới: {COPIES}; cấp lại: 50.000 đồng")] == [
        f"cấp mới: {COPIES}",
        "cấp lại: 50.000 đồng",
    ]
    with pytest.raises(FeeError, match="có nhiều khoản thu; ghi mỗi khoản thành một mục"):
        parse_fee("Phí: 20.000 đồng; lệ phí: không")


@pytest.mark.parametrize("text", ["135 đồng/lần", "phí: tối đa 200 đồng"])
def test_an_amount_under_a_thousand_is_valid_but_says_so(text: str) -> None:
    assert parse_fee(text).suspicious


@pytest.mark.parametrize("text", ["25 USD", "1.000 đồng", "miễn phí"])
def test_other_amounts_are_not_suspicious(text: str) -> None:
    assert not parse_fee(text).suspicious


STYLE = "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ"


@pytest.mark.parametrize(
    ("typed", "sentence", "suggestion"),
    [
        ("50,000 đồng", f"số tiền “50,000” viết không đúng; {STYLE}", "50.000 đồng"),
        ("2.66.705 đồng", f"số tiền “2.66.705” viết không đúng; {STYLE}", "266.705 đồng"),
        ("50000đ", f"số tiền “50000” viết không đúng; {STYLE}", "50.000 đồng"),
        ("3000.000 đồng/lần", f"số tiền “3000.000” viết không đúng; {STYLE}", "3.000.000 đồng/lần"),
        ("10.000.0000 đồng", f"số tiền “10.000.0000” viết không đúng; {STYLE}", None),
        ("1.5 USD", f"số tiền “1.5” viết không đúng; {STYLE}", "1,5 USD"),
        ("50.000", "số tiền “50.000” thiếu đơn vị; ghi rõ “đồng” hoặc “USD”", "50.000 đồng"),
        ("0,5 đồng", "“0,5” đồng có phần lẻ", None),
        ("50.000 đồng xyz", "không hiểu phần “xyz”", "50.000 đồng (xyz)"),
        ("từ 50.000 đồng", "“từ 50.000” mà không có “đến”", None),
        ("từ 10 USD đến 50.000 đồng", "khoảng tiền phải cùng một loại tiền", None),
        ("2.000 đồng (ba nghìn đồng)", "số và chữ không khớp: “(ba nghìn đồng)”", None),
        ("", "không ghi mức thu nào", None),
        (
            "theo Thông tư 25/2022/TT-BTC: 2.000 đồng và 3.000 đồng",
            "không hiểu phần “và 3.000 đồng”",
            None,
        ),
    ],
)
def test_what_is_no_charge_says_why_and_what_to_type(
    typed: str, sentence: str, suggestion: str | None
) -> None:
    with pytest.raises(FeeError) as caught:
        parse_fees(typed)
    assert str(caught.value) == sentence
    assert caught.value.suggestion == suggestion


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("o Đồng", "miễn phí"),
        ("50.000 dong/ho so", "50.000 đồng/hồ sơ"),
        ("Lệ phí cấp mới 40.000 đồng/lần", "lệ phí cấp mới: 40.000 đồng/lần"),
        ("50.000 đồng (miễn cho hộ nghèo", "50.000 đồng (miễn cho hộ nghèo)"),
        ("Phí thẩm định", None),
        ("1 500 000 đồng/bản", "1.500.000 đồng/bản"),
        ("50000/hồ sơ", "50.000 đồng/hồ sơ"),
        ("50k", "50.000 đồng"),
        ("229/2016/TT", None),
    ],
)
def test_the_nearest_spelling_is_proposed(typed: str, suggestion: str | None) -> None:
    with pytest.raises(FeeError) as caught:
        parse_fees(typed)
    assert caught.value.suggestion == suggestion


# --- properties -----------------------------------------------------------------------------------

DONG = st.integers(1, 10**10).map(lambda number: f"{number:,} đồng".replace(",", "."))
DOLLARS = st.integers(1, 999).map("{} USD".format)
BASES = st.sampled_from(["", "/hồ sơ", "/lần/thẻ", "/01 giấy phép", "/m2", "/GT-lần"])
MONEY = st.builds("{}{}".format, st.one_of(DONG, DOLLARS), BASES)
HEADS = st.one_of(
    MONEY,
    st.sampled_from([
        "miễn phí", "Không", "không quy định", "chưa quy định", "theo nghị quyết của HĐND cấp tỉnh",
        "theo Thông tư số 94/2021/TT-BTC", "50% mức thu phí", "từ 50.000 đến 100.000 đồng/lần",
    ]),
)  # fmt: skip
LABELS = st.sampled_from(
    ["", "phí: ", "Lệ phí: ", "lệ phí cấp lại: ", "Giá dịch vụ: ", "đối với tổ chức: "]
)
TAILS = st.lists(
    st.one_of(
        MONEY.map("từ trang thứ 3: {}".format),
        MONEY.map("từ 01/07/2025 đến hết 31/12/2026: {}".format),
    ),
    max_size=2,
).map(lambda tails: "".join(f"; {tail}" for tail in tails))
CAPS = st.one_of(st.just(""), MONEY.map("; tối đa {}".format))
REMARKS = st.sampled_from(["", " (miễn cho hộ nghèo)", " (Thông tư số 25/2021/TT-BTC)"])
FEE = st.tuples(LABELS, HEADS, TAILS, CAPS, REMARKS).map("".join)


@given(FEE)
def test_every_shape_is_read_and_its_spelling_means_the_same(printed: str) -> None:
    fee = parse_fee(printed)
    assert parse_fee(str(fee)) == fee
    assert str(parse_fee(str(fee))) == str(fee)


@given(st.lists(FEE, min_size=1, max_size=3))
def test_charges_joined_are_the_charges_read_alone(printed: list[str]) -> None:
    alone = tuple(parse_fee(text) for text in printed)
    assert parse_fees("; ".join(printed)) == alone
    assert parse_fees("\n".join(printed)) == alone


@given(
    LABELS,
    st.one_of(DONG, DOLLARS),
    st.sampled_from([" xyz", " 5", "/", " )", "; 3", " đồng", "%", "/!"]),
)
def test_nothing_is_accepted_with_junk_behind_it(label: str, money: str, junk: str) -> None:
    with pytest.raises(FeeError):
        parse_fees(label + money + junk)


NOISE = st.lists(st.sampled_from([
    "50.000", "1,5", "50000", "đồng", "USD", "/", "hồ sơ", "(", ")", ";", ":", "từ", "đến",
    "tối đa", "phí", "lệ phí", "không", "quy định", "miễn", "theo", "Thông tư", "HĐND", "%",
    "mức thu", "đối với", "triệu", "31/12/2026", "đến hết", "trang thứ 3", "\n", "- ",
])).map(" ".join)  # fmt: skip


@given(st.one_of(st.text(), NOISE))
def test_any_text_is_read_or_refused_and_proposals_are_valid(text: str) -> None:
    try:
        fees = parse_fees(text)
    except FeeError as error:
        proposal = error.suggestion
    else:
        proposal = "; ".join(map(str, fees))
    if proposal is not None:
        fees = parse_fees(proposal)
        assert "; ".join(map(str, fees)) == proposal


# --- real material --------------------------------------------------------------------------------


def test_every_amount_of_the_portal_is_read(shared: Path) -> None:
    printed = set()
    with gzip.open(shared / "real" / "portal-2026-06.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for method in json.loads(line)["executionMethods"]:
                for fee in method.get("fees", []):
                    if value := fee["value"]:
                        number = f"{value:,}".replace(",", ".")
                        printed.add(f"{number} {fee['currencyName']}")
    assert len(printed) > 100
    assert all(parse_fee(form).state is FeeState.AMOUNT for form in printed)
    assert sum(parse_fee(form).suspicious for form in printed) > 10


def test_equal_charges_have_one_hash_however_their_amount_is_held() -> None:
    one = parse_fee("50.000 đồng/hồ sơ")
    assert one.price is not None
    other = replace(one, price=replace(one.price, amount=Decimal("5.00E+4")))
    assert one == other
    assert hash(one) == hash(other)
