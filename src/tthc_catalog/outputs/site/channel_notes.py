# Beside a channel the source often says in words what its cells do not: another time limit for
# some, a reduction that is over. Nobody reads such words into values here; it is only told that
# they are there, so that no box, sheet or date claims more than they allow.

"""The notes beside the channels of a procedure."""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.vietnamese import nfc, squeeze

if TYPE_CHECKING:
    from tthc_catalog.records.procedure import Procedure

_LONGEST = 300


class Says(enum.Enum):
    """What a note speaks of."""

    TIME = enum.auto()
    FEE = enum.auto()


_WORDS = {
    Says.TIME: re.compile(r"\d\s*(?:phút|giờ|ngày|tuần|tháng|năm)|thời hạn|trong ngày"),
    Says.FEE: re.compile(
        r"\bphí|lệ phí|đồng\b|\bvnđ|\busd|miễn|giảm|\bmức|\bthu\b|cước|không mất tiền"
    ),
}
# One of these stands in whatever the expressions find; to look for them takes a tenth of the time.
_HINTS = {
    Says.TIME: ("phút", "giờ", "ngày", "tuần", "tháng", "năm", "thời hạn"),
    Says.FEE: ("phí", "đồng", "vnđ", "usd", "miễn", "giảm", "mức", "thu", "cước", "tiền"),
}


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
        if not channel.description:
            continue
        said = _said(channel.description)
        quoted = channel.printed_time_limit if what is Says.TIME else channel.printed_fees
        if what in said or (quoted and not said):
            return True
    return False


@lru_cache(maxsize=4096)
def _said(note: str) -> frozenset[Says]:
    words = nfc(note).lower()
    found: set[Says] = set()
    for what, hints in _HINTS.items():
        for hint in hints:
            if hint in words:
                if _WORDS[what].search(words):
                    found.add(what)
                break
    return frozenset(found)


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
