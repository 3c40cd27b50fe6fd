# Three channels side by side, and the reader asks only: which is quicker, which is cheaper? A mark
# is given only where the records leave no doubt; where cases, exemptions or unread texts come in,
# there is none.

"""Which channel of a procedure is the quickest and which the cheapest."""

from __future__ import annotations

from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

from tthc_catalog.changes.measures import fees_rule
from tthc_catalog.outputs.site.channel_notes import Says, otherwise

if TYPE_CHECKING:
    from collections.abc import Callable

    from tthc_catalog.records.parts import Channel
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.time_limit import TimeLimit
    from tthc_catalog.records.vocabulary import ChannelKind
    from tthc_catalog.records.working_calendar import WorkingCalendar

QUICKEST, CHEAPEST = "Nhanh nhất", "Rẻ nhất"
_CHEAPER = {"fee-lowered", "fee-waived"}


def marks(
    procedure: Procedure, calendar: WorkingCalendar | None
) -> dict[ChannelKind, tuple[str, ...]]:
    """Return the marks of each kind of channel that deserves one."""
    channels = {channel.kind: channel for channel in procedure.channels}
    if len(channels) < max(2, len(procedure.channels)):
        return {}  # a single channel, or one with cases of its own

    def quicker(one: Channel, other: Channel) -> bool | None:
        mine, theirs = (each.time_limit or procedure.time_limit for each in (one, other))
        if mine is None or theirs is None:
            return None
        return _sooner(mine, theirs, calendar)

    def cheaper(one: Channel, other: Channel) -> bool | None:
        mine, theirs = (each.fees or procedure.fees for each in (one, other))
        if not mine or not theirs or one.printed_fees or other.printed_fees:
            return None
        rule = fees_rule(theirs, mine)
        return None if rule == "fee-undecided" else rule in _CHEAPER

    best = {
        QUICKEST: set() if otherwise(procedure, Says.TIME) else _best(channels, quicker),
        CHEAPEST: set() if otherwise(procedure, Says.FEE) else _best(channels, cheaper),
    }
    told = {kind: tuple(m for m, kinds in best.items() if kind in kinds) for kind in channels}
    return {kind: given for kind, given in told.items() if given}


@lru_cache(maxsize=16384)
def _sooner(one: TimeLimit, other: TimeLimit, calendar: WorkingCalendar | None) -> bool | None:
    # Few limits stand in thousands of procedures, so the same two meet again and again.
    return one.shorter_than(other, calendar)


def _best(
    channels: dict[ChannelKind, Channel], better: Callable[[Channel, Channel], bool | None]
) -> set[ChannelKind]:
    """Return the kinds that nothing beats, if they beat something and every pair can be told."""
    answers: dict[tuple[ChannelKind, ChannelKind], bool] = {}
    for one, other in permutations(channels, 2):
        # Who is beaten beats nobody back.
        answer = not answers.get((other, one)) and better(channels[one], channels[other])
        if answer is None:
            return set()
        answers[one, other] = answer
    if not any(answers.values()):
        return set()
    return {
        one
        for one in channels
        if not any(answers[other, one] for other in channels if other is not one)
    }
