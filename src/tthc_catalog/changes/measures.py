# How two values of one thing are held against each other: which is dearer, nearer, valid longer.
# Each answer is the id of a rule of effects.py, or nothing where they are as good as equal; and
# each function gives the mirrored rule when its arguments change places. Time limits have a module
# of their own.

"""Compare fees, levels, conditions and validity from the applicant's side."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from tthc_catalog.changes.matching import match
from tthc_catalog.changes.words import content_of_text
from tthc_catalog.records.fee import Fee, FeeState
from tthc_catalog.records.time_limit import TimeLimitError, parse_time_limit
from tthc_catalog.records.vocabulary import Level, OnlineLevel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from tthc_catalog.records.money import Money

_NEARNESS = {Level.MINISTRY: 0, Level.PROVINCE: 1, Level.DISTRICT: 2, Level.COMMUNE: 3}
# Levels 3 and 4 of before 2022 are what is called "một phần" and "toàn trình" since.
_ONLINE = {
    OnlineLevel.NONE: 0, OnlineLevel.LEVEL_1: 1, OnlineLevel.LEVEL_2: 2, OnlineLevel.LEVEL_3: 3,
    OnlineLevel.PARTIAL: 3, OnlineLevel.LEVEL_4: 4, OnlineLevel.FULL: 4,
}  # fmt: skip
# A semicolon inside a line parts conditions as often as it goes on with "hoặc", "cụ thể" or another
# number of a list (1,321 times in the portal's texts of June 2026), so lines alone count.
_CONDITION = re.compile(r"\n+")
_CHOICE = re.compile(
    r"^\W*(?:\w{1,2}\)\s*)?(?:hoặc|trừ)\b|\bhoặc\W*$|\bmột trong (?:các|những|số|hai|ba)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def fees_rule(was: tuple[Fee, ...], now: tuple[Fee, ...]) -> str:
    """Return the rule that tells what became of all charges together; empty if they are equal.

    Charges that change in opposite directions, or are parted otherwise than before, stay undecided.
    """
    if was == now:
        return ""
    if len(was) == len(now) == 1 and _same_charge(was[0], now[0]):
        return _fee_rule(was[0], now[0])
    matches = match(was, now)
    added = any(found.before is None for found in matches)
    removed = any(found.after is None for found in matches)
    rules = {_fee_rule(found.before, found.after) for found in matches} - {""}
    if not rules:
        return ""
    if (added and removed) or len(rules) > 1:
        return "fee-undecided"
    return rules.pop()


def _fee_rule(was: Fee | None, now: Fee | None) -> str:
    if was == now:
        return ""
    free_before, free_after = _is_free(was), _is_free(now)
    if free_before and free_after:
        return ""
    for free, other, rule in (
        (free_before, now, "fee-introduced"),
        (free_after, was, "fee-waived"),
    ):
        if free:
            owed = other is not None and other.state in {FeeState.AMOUNT, FeeState.SHARE}
            return rule if owed else "fee-undecided"
    if was is None or now is None:
        return "fee-undecided"
    return _dearer(was, now)


def _is_free(fee: Fee | None) -> bool:
    """Whether nothing is due; "miễn phí" with a remark beside it often means something else."""
    if fee is None:
        return True
    if fee.state in {FeeState.FREE, FeeState.NOT_PRESCRIBED}:
        return not fee.note and not fee.rule
    price = fee.price
    return (
        price is not None
        and price.amount == 0
        and not price.upto
        and not fee.tiers
        and not fee.note
    )


def _same_charge(was: Fee, now: Fee) -> bool:
    return was.charge == now.charge and was.subject == now.subject


_TERMS = attrgetter("state", "charge", "subject", "tiers", "reductions", "rule", "note")
"""What must be the same about two charges for their sums to say which is dearer."""


def _dearer(was: Fee, now: Fee) -> str:
    if _TERMS(was) != _TERMS(now):
        return "fee-undecided"
    steps = [_money(getattr(was, name), getattr(now, name)) for name in ("price", "floor", "cap")]
    steps.append(_share(was, now))
    moved = {step for step in steps if step != 0}
    if moved == {1}:
        return "fee-raised"
    return "fee-lowered" if moved == {-1} else "fee-undecided"


def _money(was: Money | None, now: Money | None) -> int | None:
    """Return -1, 0 or 1; None where the two cannot be compared."""
    if was == now:
        return 0
    if was is None or now is None or (was.currency, was.basis) != (now.currency, now.basis):
        return None
    ends = [(was.amount, now.amount), (was.upto or was.amount, now.upto or now.amount)]
    steps = {_sign(after - before) for before, after in ends} - {0}
    return steps.pop() if len(steps) == 1 else None


def _share(was: Fee, now: Fee) -> int | None:
    if was.share == now.share:
        return 0
    if was.share is None or now.share is None or was.share.of != now.share.of:
        return None
    return _sign(now.share.percent - was.share.percent)


def _sign(number: Decimal) -> int:
    return (number > 0) - (number < 0)


def nearest(levels: Iterable[Level]) -> int | None:
    """Return how near the nearest level is to people's homes; None where no level says."""
    return max((_NEARNESS[level] for level in levels if level in _NEARNESS), default=None)


def nearest_words(levels: Iterable[Level]) -> str:
    """Return the level that is nearest to people's homes, in words."""
    ranked = [level for level in levels if level in _NEARNESS]
    return max(ranked, key=_NEARNESS.__getitem__).value if ranked else ""


def online_rank(level: OnlineLevel | None) -> int | None:
    """Return how much can be done online; None where nothing is stated."""
    return None if level is None else _ONLINE[level]


def condition_lines(text: str | None) -> dict[str, str]:
    """Return the single conditions of a text, by what they say."""
    lines = (line.strip(" -+*•\t.;") for line in _CONDITION.split(text or ""))
    return {content_of_text(line): line for line in lines if line}


def leaves_a_choice(lines: Iterable[str]) -> bool:
    """Tell whether conditions are alternatives or have exceptions, so that more may be lighter."""
    return any(_CHOICE.search(line) for line in lines)


def validity_rule(was: str | None, now: str | None) -> str:
    """Return the rule that tells what became of the time for which a result is valid."""
    if was is None or now is None:
        return "validity-undecided"
    try:
        before, after = parse_time_limit(was), parse_time_limit(now)
    except TimeLimitError:
        return "validity-undecided"
    if after.shorter_than(before):
        return "validity-shorter"
    return "validity-longer" if before.shorter_than(after) else "validity-undecided"
