# Beside a channel the source often says in words what its cells do not: another time limit for
# some, a reduction that is over. Nobody reads such words into values here; it is only told that
# they are there, so that no box, sheet or date claims more than they allow.

"""The notes beside the channels of a procedure."""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.vietnamese import nfc, squeeze

if TYPE_CHECKING:
    from tthc_catalog.records.procedure import Procedure

_LONGEST = 300


class Says(enum.Enum):
    """What a note speaks of."""

    TIME = re.compile(r"\d\s*(?:phút|giờ|ngày|tuần|tháng|năm)|thời hạn|trong ngày", re.IGNORECASE)
    FEE = re.compile(
        r"\bphí|lệ phí|đồng\b|\bVNĐ|\bUSD|miễn|giảm|\bmức|\bthu\b|cước|không mất tiền",
        re.IGNORECASE,
    )


class Note(NamedTuple):
    """A note and the channels beside which it stands."""

    channels: tuple[str, ...]
    """Empty where it stands beside all of them."""

    words: str
    """On one line; cut at a word, with "…", where it is too long for a sheet."""


def otherwise(procedure: Procedure, what: Says) -> bool:
    """Tell whether a note may say another time limit or another fee than the cell beside it.

    A note that speaks of neither in words known here is taken to explain what could only be quoted.
    """
    for channel in procedure.channels:
        words = nfc(channel.description or "")
        quoted = channel.printed_time_limit if what is Says.TIME else channel.printed_fees
        unclear = quoted and not any(each.value.search(words) for each in Says)
        if words and (unclear or what.value.search(words)):
            return True
    return False


def notes(procedure: Procedure) -> list[Note]:
    """Return each different note once, with where it stands."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for channel in procedure.channels:
        if words := squeeze(channel.description or ""):
            case = f" – {channel.case}" if channel.case else ""
            found[words][channel.kind.value + case] = None
    whole = len(procedure.channels)
    return [
        Note(() if len(channels) == whole else tuple(channels), _short(words))
        for words, channels in found.items()
    ]


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
