# Nobody wakes up wanting procedure 1.001193; people have a child. The register of life events leads
# from there to everything that must be done, in the order in which it is usually done.

"""Life events: their list, and a page for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import Status
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.channel_notes import Says, otherwise
from tthc_catalog.outputs.site.edition import Link, Page
from tthc_catalog.outputs.site.short_names import short_name
from tthc_catalog.outputs.site.typesetting import as_printed
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.registers import LifeEvent

TITLE = "Việc trong đời"


class EventCard(NamedTuple):
    """A life event as lists show it."""

    link: Link
    description: str


class EventRow(NamedTuple):
    """One procedure of a life event: enough to choose by, without opening it."""

    link: Link
    code: str
    levels: str
    time: str
    fee: str
    status: str
    """Empty where it can be filed today."""


def event_cards(edition: Edition) -> list[EventCard]:
    """Return every life event that still leads somewhere, in the order of the register."""
    return [
        EventCard(Link(event.name, addresses.event_address(key)), event.description or "")
        for key, event in edition.catalog.life_events.items()
        if event_codes(edition, event)
    ]


def event_codes(edition: Edition, event: LifeEvent) -> list[str]:
    """Return the codes of an event as they stand today: what ended gives way to what follows it."""
    found: dict[str, None] = {}
    for code in event.procedures:
        found.update(dict.fromkeys(_standing(edition, code, set())))
    return list(found)


def _standing(edition: Edition, code: str, seen: set[str]) -> Iterator[str]:
    state = edition.states.get(code)
    if state is None or code in seen:
        return
    seen.add(code)
    if state.in_force or state.status is Status.FUTURE:
        yield code
        return
    for after in state.successors:
        yield from _standing(edition, after, seen)


def events_of(edition: Edition, code: str) -> list[Link]:
    """Return the life events that a procedure belongs to."""
    held: dict[str, list[Link]] = edition.__dict__.setdefault("_events_of", {})
    if not held:
        for key, event in edition.catalog.life_events.items():
            for each in event_codes(edition, event):
                link = Link(event.name, addresses.event_address(key))
                held.setdefault(each, []).append(link)
    return held.get(code, [])


def event_pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of life events and the page of each."""
    cards = event_cards(edition)
    yield Page(
        addresses.EVENTS,
        TITLE,
        f"{say_number(len(cards))} việc thường gặp, mỗi việc gồm các thủ tục cần làm.",
        "life_events.html",
        addresses.EVENTS,
        {"title": TITLE, "cards": cards},
    )
    for key, event in edition.catalog.life_events.items():
        codes = event_codes(edition, event)
        if codes:
            yield Page(
                addresses.event_address(key),
                event.name,
                event.description or f"Các thủ tục cần làm: {event.name}.",
                "life_event.html",
                addresses.EVENTS,
                {
                    "event": event,
                    "rows": [_row(edition, code) for code in codes],
                    "others": [card for card in cards if card.link.words != event.name],
                    "title": TITLE,
                },
            )


def _row(edition: Edition, code: str) -> EventRow:
    state = edition.states[code]
    procedure = state.procedure
    return EventRow(
        Link(short_name(procedure.name), addresses.procedure_address(code)),
        code,
        ", ".join(str(level) for level in procedure.levels),
        _agreed(procedure, "time"),
        _agreed(procedure, "fee"),
        "" if state.status is Status.IN_FORCE else state.status.value,
    )


def _agreed(procedure: Procedure, what: str) -> str:
    """Return a time limit or a fee if all channels agree on it; else that they differ."""
    said: dict[str, None] = {}
    for channel in procedure.channels:
        if what == "time":
            limit = channel.time_limit or procedure.time_limit
            words = str(limit) if limit else as_printed(channel.printed_time_limit)
        else:
            fees = [str(fee) for fee in channel.fees or procedure.fees]
            words = "; ".join([*fees, *map(as_printed, channel.printed_fees)])
        if words:
            said[words] = None
    if len(said) > 1:
        cases = any(channel.case for channel in procedure.channels)
        return "tùy trường hợp" if cases else "tùy cách nộp"
    told = next(iter(said), "")
    differs = otherwise(procedure, Says.TIME if what == "time" else Says.FEE)
    return f"{told} (có trường hợp khác)" if told and differs else told
