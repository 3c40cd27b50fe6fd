# Records: the charge as a value, without its grammar (see fee_grammar.py).
#
# "Không", "Không quy định" and "Chưa quy định" are three different statements and three states. An
# amount is kept as printed even where it looks a thousand times too small; it only says so itself.

"""Charges for a procedure, as values."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tthc_catalog.records.money import Money
from tthc_catalog.records.printed import PrintedFormError, say_decimal
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


class Charge(enum.StrEnum):
    """What kind of charge it is (Luật Phí và lệ phí 2015, Điều 3; Luật Giá for services)."""

    FEE = "phí"
    LEVY = "lệ phí"
    SERVICE_PRICE = "giá dịch vụ"


class FeeState(enum.StrEnum):
    """What kind of answer a source gives to the question how much it costs."""

    AMOUNT = "số tiền"
    SHARE = "tỷ lệ"
    FREE = "miễn phí"
    NOT_PRESCRIBED = "không quy định"
    """The source says that no charge is prescribed."""

    NOT_YET_PRESCRIBED = "chưa quy định"
    """The source says that the amount has yet to be prescribed."""

    BY_COUNCIL = "theo nghị quyết của HĐND cấp tỉnh"
    """Set by the provincial people's council; it differs from province to province."""

    BY_TEXT = "theo văn bản"
    """Set by a legal text that the source only points to."""


class FeeError(PrintedFormError):
    """A text is no charge; its sentence says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage of something: "50% mức thu phí quy định tại …"."""

    percent: Decimal
    """Of a hundred: 50 is a half."""

    of: str
    """What it is a part of, as printed."""

    def __str__(self) -> str:
        return f"{say_decimal(self.percent)}% {self.of}"


@dataclass(frozen=True, slots=True)
class Tier:
    """A price that holds from the n-th page, copy … on."""

    thing: str
    """What is counted, as printed: "trang", "bản"."""

    first: int
    """The number, counted from 1, from which the price holds."""

    price: Money

    def __str__(self) -> str:
        return f"từ {self.thing} thứ {self.first}: {self.price}"


@dataclass(frozen=True, slots=True)
class Reduction:
    """A price that holds for a time only."""

    until: date
    """The last day of the reduction."""

    price: Money | Share | None
    """None means free."""

    since: date | None = None
    """The first day of the reduction; None where only its end is stated."""

    rule: str = ""
    """The text that grants it, as printed."""

    def __str__(self) -> str:
        since = f"từ {say_date(self.since)} " if self.since else ""
        price = str(self.price) if self.price else FeeState.FREE.value
        rule = f" theo {self.rule}" if self.rule else ""
        return f"{since}đến hết {say_date(self.until)}: {price}{rule}"


@dataclass(frozen=True, slots=True)
class Fee:
    """One charge; `str()` is its canonical spelling."""

    state: FeeState
    charge: Charge | None = None
    """None where the source does not say what kind of charge it is."""

    subject: str = ""
    """What it is charged for or in which case, as printed: "cấp lại", "đối với tổ chức"."""

    price: Money | None = None
    """For an amount: what is charged; None where only the least or the most is stated."""

    share: Share | None = None
    """For a share: which."""

    tiers: tuple[Tier, ...] = ()
    """Other prices from some number on, in the order of the source."""

    floor: Money | None = None
    """The least that is charged in all."""

    cap: Money | None = None
    """The most that is charged in all."""

    reductions: tuple[Reduction, ...] = ()
    """Prices that hold for a time only."""

    rule: str = ""
    """For a charge set elsewhere: the text that sets it, as printed."""

    note: str = ""
    """A remark printed in brackets at the end: exemptions, the grounds."""

    _words: str = field(default="", init=False, repr=False, compare=False)
    """Its spelling once somebody has asked: few charges stand in thousands of procedures."""

    def __str__(self) -> str:
        if not self._words:
            object.__setattr__(self, "_words", _spelled(self))
        return self._words

    def __hash__(self) -> int:
        # Equal values have one spelling, and a text keeps its hash once it is worked out.
        return hash(str(self))

    @property
    def core(self) -> str:
        """The charge alone, without its name, further sums and all remarks."""
        if self.state is FeeState.AMOUNT:
            return str(self.price) if self.price else ""
        if self.state is FeeState.SHARE:
            return f"{self.share} theo {self.rule}" if self.rule else str(self.share)
        if self.state is FeeState.FREE and self.charge:
            return "không"
        return f"theo {self.rule}" if self.rule else self.state.value

    @property
    def text(self) -> str:
        """The canonical spelling, as `str()`."""
        return str(self)

    @property
    def amount(self) -> Decimal | None:
        """The amount, or the lower end of its range; None where no amount is stated."""
        return self.price.amount if self.price else None

    @property
    def currency(self) -> str | None:
        """The currency of the amount; None where no amount is stated."""
        return self.price.currency if self.price else None

    @property
    def suspicious(self) -> bool:
        """Whether an amount is under 1.000 đồng, which is valid but rarely meant."""
        sums = [self.price, self.floor, self.cap, *(tier.price for tier in self.tiers)]
        sums += [cut.price for cut in self.reductions if isinstance(cut.price, Money)]
        return any(sum_ is not None and sum_.suspicious for sum_ in sums)


def _spelled(fee: Fee) -> str:
    label = " ".join(filter(None, (fee.charge, fee.subject)))
    parts = [f"{label}: {fee.core}" if label else fee.core] if fee.core else []
    parts += [str(tier) for tier in fee.tiers]
    if fee.floor:
        parts.append(f"tối thiểu {fee.floor}")
    if fee.cap:
        cap = f"tối đa {fee.cap}"
        parts.append(f"{label}: {cap}" if label and not parts else cap)
    parts += [str(reduction) for reduction in fee.reductions]
    text = "; ".join(parts)
    return f"{text} ({fee.note})" if fee.note else text


def parse_fee(text: str) -> Fee:
    """Return the one charge that a printed form states.

    Args:
        text: such as "50.000 đồng/hồ sơ", "lệ phí: 135.000 đồng/lần", "miễn phí", "25 USD",
            "2.000 đồng/trang; từ trang thứ 3: 1.000 đồng/trang; tối đa 200.000 đồng/bản",
            "50% mức thu phí …", "theo nghị quyết của HĐND cấp tỉnh".

    Raises:
        FeeError: the text is no charge or holds several; it proposes the nearest spelling.
    """
    from tthc_catalog.records.fee_grammar import read  # noqa: PLC0415 - it builds on the values above

    return read(text)


def parse_fees(text: str) -> tuple[Fee, ...]:
    """Return all charges that a printed form states, one a line or parted by semicolons.

    Raises:
        FeeError: one of them is no charge.
    """
    from tthc_catalog.records.fee_grammar import read_all  # noqa: PLC0415 - as above

    return read_all(text)
