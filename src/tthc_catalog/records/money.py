# Records: sums of money as printed, the part that all charges share.
#
# Only Vietnamese style is read: dots between thousands, a comma before decimals. Any other grouping
# is refused, because on the national portal it turned 135.000 đồng into 135 đồng.
#
#   money ::= "từ"? number scale? currency? ("đến" number scale?)? currency ("/" basis)?

"""Sums of money: amount, currency and what each amount is paid for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from tthc_catalog.records.printed import SCALES, Steps, Unreadable, in_words, say_decimal, words

DONG = "đồng"
"""The currency of amounts that name no other."""

_SMALLEST_PLAUSIBLE = 1000

_LONGEST_BASIS = 80
_FROM = words(r"từ(?= \d)")
_TO = re.compile(r"(?:đến|tới)(?= \d)|[-–—](?= ?\d)", re.IGNORECASE)
FIGURES = re.compile(r"\d[\d.,]*\d|\d")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{1,2})?")
_SCALE = words("|".join(SCALES))
_CURRENCY = words(
    r"(?P<dong>đồng việt nam|việt nam đồng|đồng|vnđ|vnd|đ)|(?P<usd>usd|đô ?la mỹ)|(?P<eur>eur|euro)"
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_SPOKEN_END = re.compile(
    r"\s*(?:việt nam )?đồng(?: việt nam)?(?: chẵn)?$|\s*đô la mỹ$", re.IGNORECASE
)
_BASIS = re.compile(r"/ ?(?:0?1 )?([^\W_][^();:.!?…]*)")
_BASIS_STOPS = re.compile(
    r",?\s+(?=(?:theo|đối với|với|trong trường hợp|cho|kể từ|từ ngày|áp dụng|đến hết)\s)",
    re.IGNORECASE,
)
_NOT_IN_BASIS = words(r".*?(?<!\w)(?:nếu|thì|miễn|giảm|tối đa|nhưng|không|bằng)")
MONEY_INSIDE = re.compile(
    r"\d\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*)?(?:đồng|vnđ|vnd|đ|usd|eur)(?!\w)|\d ?%", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, or a range of amounts, and what it is paid for each of."""

    amount: Decimal
    """In whole units of the currency; of a range, the lower end."""

    currency: str = DONG
    """đồng, or an ISO code such as USD."""

    basis: str = ""
    """What one amount covers, as printed: "hồ sơ", "lần/thẻ", "trang"."""

    upto: Decimal | None = None
    """The upper end of a range; None for one amount."""

    def __str__(self) -> str:
        sum_ = f"{say_decimal(self.amount)} {self.currency}"
        if self.upto is not None:
            least, most = say_decimal(self.amount), say_decimal(self.upto)
            sum_ = f"từ {least} đến {most} {self.currency}"
        return f"{sum_}/{self.basis}" if self.basis else sum_

    @property
    def suspicious(self) -> bool:
        """Whether it is under 1.000 đồng, as amounts are whose thousands dot was misread."""
        return self.currency == DONG and self.amount < _SMALLEST_PLAUSIBLE


def whole_money(text: str) -> Money:
    """Read a text that is a sum of money and nothing else, or refuse it."""
    steps = Steps(text)
    money = take_money(steps)
    if money is None or steps.rest or not money.amount:
        raise Unreadable(f"không đọc được số tiền “{text}”")
    return money


def take_money(steps: Steps) -> Money | None:
    """Step over a sum of money; None if no figures stand here."""
    ranged = steps.take(_FROM)
    first = _sum(steps)
    if first is None:
        return None
    last = _sum(steps) if steps.take(_TO) else None
    if ranged and last is None:
        raise Unreadable(f"“từ {first.figures}” mà không có “đến”")
    currency = (last or first).currency
    if currency is None:
        raise Unreadable(f"số tiền “{first.figures}” thiếu đơn vị; ghi rõ “đồng” hoặc “USD”")
    if first.currency not in {None, currency}:
        raise Unreadable("khoảng tiền phải cùng một loại tiền")
    scale = first.scale or (last.scale if last else 1)
    amount = _amount(first.figures, scale, currency)
    _confirm_spoken(steps, amount)
    upto = _amount(last.figures, last.scale, currency) if last else None
    if upto is not None and upto <= amount:
        raise Unreadable("khoảng tiền phải đi từ số nhỏ đến số lớn")
    return Money(amount, currency, _basis(steps), upto)


class _Sum(NamedTuple):
    figures: str
    scale: int
    """0 where none is printed; a range may print it once, at its end."""

    currency: str | None


def _sum(steps: Steps) -> _Sum | None:
    figures = steps.take(FIGURES)
    if not figures:
        return None
    scale = steps.take(_SCALE)
    return _Sum(figures[0], SCALES[scale[0].lower()] if scale else 0, _currency(steps))


def _currency(steps: Steps) -> str | None:
    found = steps.take(_CURRENCY)
    if not found:
        return None
    return DONG if found["dong"] else "USD" if found["usd"] else "EUR"


def _amount(figures: str, scale: int, currency: str) -> Decimal:
    if not GROUPED.fullmatch(figures):
        raise Unreadable(
            f"số tiền “{figures}” viết không đúng; dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ"
        )
    amount = Decimal(figures.replace(".", "").replace(",", ".")) * (scale or 1)
    if currency == DONG and amount != int(amount):
        raise Unreadable(f"“{figures}” đồng có phần lẻ")
    return Decimal(int(amount)) if amount == int(amount) else amount.normalize()


def spoken_sum(text: str) -> Decimal | None:
    """Read a sum written out in words: "sáu mươi lăm triệu đồng"; None if it is none."""
    return in_words(_SPOKEN_END.sub("", text.strip()))


def _confirm_spoken(steps: Steps, amount: Decimal) -> None:
    """Step over "(sáu mươi lăm triệu đồng)" if it says the same; leave other brackets alone."""
    place = steps.place
    spoken = steps.take(_BRACKET)
    if not spoken:
        return
    said = spoken_sum(spoken[1])
    if said is None:
        steps.place = place
    elif said != amount:
        raise Unreadable(f"số và chữ không khớp: “({spoken[1]})”")


def _basis(steps: Steps) -> str:
    found = steps.take(_BASIS)
    if not found:
        return ""
    basis = _BASIS_STOPS.split(found[1], maxsplit=1)[0].rstrip(" ,")
    steps.place = found.start(1) + len(basis)
    while steps.rest.startswith(" "):
        steps.place += 1
    if len(basis) > _LONGEST_BASIS or _NOT_IN_BASIS.match(basis) or MONEY_INSIDE.search(basis):
        raise Unreadable(f"không hiểu phần “/{basis}”")
    return re.sub(r" ?/ ?(?:0?1 )?", "/", basis)
