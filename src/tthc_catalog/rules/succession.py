# Who takes over from whom. Either side may state a succession, so each statement is kept with its
# place and with the key by which the other side would say the same; the rules hold them together.

"""Statements that one procedure takes over from another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.finding import Place
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.record import alias_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from tthc_catalog.catalog import Life, State

# Relation -> how the other side states the same one.
_FORWARD = {
    "replaced_by": "thay_the",
    "merged_into": "hop_nhat_tu",
    "split_into": "tach_tu",
    "transferred_to": "chuyen_tu",
}
_BACKWARD = {
    "replaces": "thay_the_boi",
    "merged_from": "hop_nhat_vao",
    "split_from": "tach_thanh",
    "transferred_from": "chuyen_den",
}
_MIRRORS = _FORWARD | _BACKWARD
_TAKES_ALL = {"thay_the", "hop_nhat_tu", "chuyen_tu"}
"""Keys by which a procedure says that nothing is left of another; a split may leave the rest."""


class Link(NamedTuple):
    """One procedure names another that it takes over from, or that takes over from it."""

    source: str
    target: str
    key: str
    """The YAML key that states it."""

    mirror: str
    """The key by which the other side would state the same."""

    forward: bool
    """Whether the target takes over from the source."""

    place: Place


def links_of(lives: Iterable[Life]) -> Iterator[Link]:
    """Yield every statement of a succession, from either side."""
    for life in lives:
        for entry in life.entries:
            stated = entry.document.model_fields_set
            for name, mirror in _MIRRORS.items():
                if name in stated:
                    key = alias_of(ProcedureDocument, name)
                    place = Place(life.file, entry.index) / key
                    for index, target in enumerate(getattr(entry.document, name)):
                        forward = name in _FORWARD
                        yield Link(life.code, target, key, mirror, forward, place / index)


def not_ended(link: Link, states: Mapping[str, State]) -> bool:
    """Tell whether a procedure says that it took over from another that is in force beside it.

    Args:
        link: the statement.
        states: every procedure in force or suspended on the day from which the statement applies.
    """
    return (
        link.key in _TAKES_ALL
        and link.source != link.target
        and {link.source, link.target} <= states.keys()
        and not states[link.target].ended_levels
        and any(entry.index == link.place.document for entry in states[link.source].entries)
    )


def onward(links: Iterable[Link], known: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return for each procedure the known ones that take over from it, without itself."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for link in links:
        old, new = (link.source, link.target) if link.forward else (link.target, link.source)
        if old != new and old in known and new in known:
            found[old][new] = None
    return {old: tuple(heirs) for old, heirs in found.items()}
