# Three channels side by side, and the reader asks only: which is quicker, which is cheaper? A mark
# is given only where the records leave no doubt; where cases, exemptions or unread texts come in,
# there is none.

"""Which channel of a procedure is the quickest and which the cheapest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.measures import fees_rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from tthc_catalog.records.parts import Channel
    from tthc_catalog.records.procedure import Procedure
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
        return mine.shorter_than(theirs, calendar)

    def cheaper(one: Channel, other: Channel) -> bool | None:
        mine, theirs = (each.fees or procedure.fees for each in (one, other))
        if not mine or not theirs or one.printed_fees or other.printed_fees:
            return None
        rule = fees_rule(theirs, mine)
        return None if rule == "fee-undecided" else rule in _CHEAPER

    return {
        kind: told
        for kind in channels
        if (
            told := tuple(
                mark
                for mark, better in ((QUICKEST, quicker), (CHEAPEST, cheaper))
                if kind in _best(channels, better)
            )
        )
    }


def _best(
    channels: dict[ChannelKind, Channel], better: Callable[[Channel, Channel], bool | None]
) -> set[ChannelKind]:
    """Return the kinds that nothing beats, if they beat something and every pair can be told."""
    answers = {
        (one, other): better(channels[one], channels[other])
        for one in channels
        for other in channels
        if one is not other
    }
    if None in answers.values() or not any(answers.values()):
        return set()
    return {
        one
        for one in channels
        if not any(answers[other, one] for other in channels if other is not one)
    }
