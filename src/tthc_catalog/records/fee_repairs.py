# Records: what was probably meant by a text that is no charge. A guess may be bold, because only
# findings show it and nothing is repaired; whether it can be read is for the grammar to say.

"""Likely spellings of charges that cannot be read."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tthc_catalog.records.money import FIGURES, GROUPED, MONEY_INSIDE, take_money
from tthc_catalog.records.printed import Steps, Unreadable, respelled, say_decimal
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURES_OF_MONEY = re.compile(
    r"(?<![\d/])(?:\d[\d.,]*\d|\d)(?=\s*(?:triệu|nghìn|tỷ)?\s*(?:đ|đông|đồng|dong|vnđ|vnd|usd|eur)(?!\w)|$)",
    re.IGNORECASE,
)
_THOUSANDS_APART = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_SHORT_THOUSANDS = re.compile(r"(?<=\d)k(?!\w)", re.IGNORECASE)
_WITHOUT_UNIT = re.compile(r"(?:\d[\d.,]*)?\d{3}(?=/)(?!/\d)")
_PHRASES = {fold(phrase): phrase for phrase in (
    "đồng", "miễn phí", "lệ phí", "phí", "không", "không thu", "không quy định", "chưa quy định",
    "hồ sơ", "lần", "giấy phép", "tờ khai", "tối đa", "đến hết", "giá dịch vụ", "quy định",
    "triệu đồng",
)} | {"đông": "đồng", "o": "0"}  # fmt: skip


def likely_spellings(text: str, *, named: bool) -> Iterator[str]:
    """Yield spellings that may be what was meant; most of them are no charge either.

    Args:
        text: a text that is no charge, without spaces and stops at its ends.
        named: whether it begins with the name of a charge.
    """
    whole = _THOUSANDS_APART.sub(".", text)
    whole = _SHORT_THOUSANDS.sub(".000 đồng", whole)
    whole = _WITHOUT_UNIT.sub(lambda found: f"{_regrouped(found)} đồng", whole)
    figures = _FIGURES_OF_MONEY.sub(_regrouped, whole)
    yield figures
    if named:
        yield re.sub(r" (?=\d)", ": ", figures, count=1)
    yield f"{figures})"
    parted = re.sub(r"(?<=\d)(?=[^\W\d_])", " ", figures)
    spelt = respelled(re.sub(r" ?/ ?", " / ", parted), _PHRASES)
    yield re.sub(r" / ", "/", spelt)
    if FIGURES.fullmatch(figures) and "." in figures:
        yield f"{figures} đồng"
    yield from _with_remark(figures)


def _regrouped(figures: re.Match[str]) -> str:
    """Write figures in Vietnamese style if the last group shows what the marks were meant as."""
    text = figures[0]
    groups = re.split(r"[.,]", text)
    if GROUPED.fullmatch(text):
        return text
    if len(groups) == 1 and text.lstrip("0"):
        return say_decimal(Decimal(text))
    if len(groups[-1]) == len("000"):
        return say_decimal(Decimal("".join(groups)))
    whole, *fraction = groups
    return (
        f"{whole},{fraction[0]}" if len(fraction) == 1 and len(fraction[0]) < len("000") else text
    )


def _with_remark(text: str) -> Iterator[str]:
    """Propose to put what follows a readable amount into brackets."""
    if not text.count("(") == text.count(")") == 0:
        return
    steps = Steps(text)
    try:
        price = take_money(steps)
    except Unreadable:
        return
    remark = steps.rest.strip(" ,.:-")
    if price and remark and not MONEY_INSIDE.search(remark):
        yield f"{price} ({remark})"
