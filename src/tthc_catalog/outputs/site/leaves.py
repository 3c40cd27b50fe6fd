# A list may be too long for a phone on a thin line, so it is cut into leaves. The first has the
# list's own address, which stays when the list grows.

"""Long lists, cut into pages that lead to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from tthc_catalog.outputs.site.addresses import turned
from tthc_catalog.outputs.site.edition import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE_LENGTH = 200
"""Rows on one page of a list."""

RowT = TypeVar("RowT")


class Leaf(NamedTuple, Generic[RowT]):
    """One page of a list."""

    address: str
    number: int
    """Counted from 1."""

    rows: list[RowT]
    turns: list[tuple[Link, int]]
    """All pages of the list with their numbers; none where there is but one."""

    @property
    def mark(self) -> str:
        """What stands after the list's title to tell this page from the first."""
        return f" (trang {self.number})" if self.number > 1 else ""


def leaves(
    address: str,
    rows: list[RowT],
    words: Callable[[list[RowT]], str] | None = None,
) -> Iterator[Leaf[RowT]]:
    """Yield the pages of a list, the first at the list's own address.

    Args:
        address: of the list.
        rows: all that it holds; an empty list is one page as well.
        words: what the link to a page says, from its rows; by default the page's number.
    """
    if len(rows) <= PAGE_LENGTH:
        yield Leaf(address, 1, rows, [])
        return
    pieces = [rows[at : at + PAGE_LENGTH] for at in range(0, len(rows), PAGE_LENGTH)]
    turns = [
        (Link(words(piece) if words else f"Trang {number}", turned(address, number)), number)
        for number, piece in enumerate(pieces, 1)
    ]
    for number, piece in enumerate(pieces, 1):
        yield Leaf(turned(address, number), number, piece, turns)
