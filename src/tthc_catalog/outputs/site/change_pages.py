# What took effect when: a page for each month, the newest on the front, what is still to come above
# it. The day of effect decides the month; changes whose day nobody knows stand on pages of their
# own by the month in which they were recorded, so that nobody counts them as law of that month.

"""Pages of changes by time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import ALWAYS, EffectBasis
from tthc_catalog.changes import ChangeKind
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Link, Page
from tthc_catalog.outputs.site.leaves import leaves
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.timeline import Moment

LATEST = 50
"""Changes on the front of the section."""


class Event(NamedTuple):
    """One change among others, as a list tells it."""

    day: date
    code: str
    name: Link
    label: str
    style: str
    when: str
    decision: Link
    parts: tuple[str, ...]
    """Titles of the parts that say something else than before."""

    recorded: bool
    """Whether the day is only that of recording."""


class Chronicle(NamedTuple):
    """All changes of a catalogue: the latest first, and what is to come, nearest first."""

    past: list[Event]
    coming: list[Event]

    @property
    def news(self) -> list[Event]:
        """What changed for people, not what was only published again or first recorded."""
        quiet = (ChangeKind.RECORDED, ChangeKind.REPUBLISHED, ChangeKind.EDITORIAL)
        silent = {kind.value for kind in quiet}
        return [event for event in self.past if event.style not in silent]


def chronicle(edition: Edition, timelines: Mapping[str, list[Moment]]) -> Chronicle:
    """Return every change that has a day, in the order of days."""
    past: list[Event] = []
    coming: list[Event] = []
    for code, moments in timelines.items():
        name = edition.procedure_link(code)
        for moment in moments:
            if moment.turn.day != ALWAYS:
                (coming if moment.coming else past).append(_event(code, name, moment))
    past.sort(key=lambda event: (-event.day.toordinal(), event.decision.words))
    coming.sort(key=lambda event: event.day)
    return Chronicle(past, coming)


def _event(code: str, name: Link, moment: Moment) -> Event:
    return Event(
        day=moment.turn.day,
        code=code,
        name=name,
        label=moment.label,
        style=moment.style,
        when=moment.when,
        decision=moment.decision,
        parts=tuple(part.title for part in moment.parts),
        recorded=moment.turn.entry.basis is EffectBasis.RECORDED,
    )


def change_pages(told: Chronicle) -> Iterator[Page]:
    """Yield the front of the section and a page for each month, cut where a month is long."""
    months: dict[str, list[Event]] = defaultdict(list)
    recorded: dict[str, list[Event]] = defaultdict(list)
    for event in told.past:
        if event.recorded:
            recorded[addresses.recorded_address(event.day)].append(event)
        else:
            months[addresses.month_address(event.day)].append(event)
    yield Page(
        addresses.CHANGES,
        "Thay đổi mới nhất",
        "Thủ tục mới ban hành, sửa đổi, thay thế, bãi bỏ theo ngày có hiệu lực.",
        "changes.html",
        addresses.CHANGES,
        {
            "coming": told.coming,
            "latest": told.news[:LATEST],
            "months": _shelf(months),
            "recorded": _shelf(recorded),
        },
    )
    for address, events in months.items():
        yield from _month(address, events, "Thay đổi trong tháng")
    for address, events in recorded.items():
        yield from _month(address, events, "Ghi nhận trong tháng")


def _shelf(months: Mapping[str, list[Event]]) -> list[tuple[Link, str]]:
    return [
        (Link(f"Tháng {events[0].day.month}/{events[0].day.year}", address), _counted(events))
        for address, events in months.items()
    ]


def _month(address: str, events: list[Event], lead: str) -> Iterator[Page]:
    title = f"{lead} {events[0].day.month}/{events[0].day.year}"
    for leaf in leaves(address, events):
        yield Page(
            leaf.address,
            f"{title}{leaf.mark}",
            f"{say_number(len(events))} thay đổi. {_counted(events)}.",
            "month.html",
            addresses.CHANGES,
            {
                "title": title,
                "counted": _counted(events),
                "recorded": events[0].recorded,
                "events_": leaf.rows,
                "number": leaf.number,
                "turns": leaf.turns,
            },
        )


def _counted(events: Iterable[Event]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for event in events:
        counts[event.label] += 1
    order = [kind.label for kind in ChangeKind]
    ranked = sorted(
        counts, key=lambda label: (order.index(label) if label in order else len(order), label)
    )
    return ", ".join(
        f"{say_number(counts[label])} {label[:1].lower()}{label[1:]}" for label in ranked
    )
