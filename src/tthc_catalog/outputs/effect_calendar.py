# A calendar is read by programs that fetch it again and again. What keeps them from showing an
# event twice or for ever: an identity made of a document (not of the day, which may move), a
# sequence that grows with every correction, and CANCELLED for what was announced and will not come.
#
# A decision that changes three hundred procedures on one day is one event, not three hundred.

"""The days on which changes take effect, as iCalendar (RFC 5545)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from tthc_catalog.catalog import ALWAYS, EffectBasis
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.publications import publications
from tthc_catalog.records.identifiers import is_code
from tthc_catalog.vietnamese import say_number, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from icalendar import Event

    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.publications import Publication

_LISTED = 20
_DAILY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one decision brings about on one day."""

    day: date
    told: Sequence[Publication]
    corrections: int
    """How many times any of it was put right."""

    cancelled: bool
    """Whether none of it will come to pass."""

    stamp: date
    """The day since which all this is known."""

    @property
    def name(self) -> str:
        """What it is known by, on whatever day it takes effect."""
        return min(each.name for each in self.told)


def effect_calendars(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the text of the calendar of all changes and of those of each field."""
    told = [each for each in publications(edition) if _has_its_day(each)]
    title = edition.catalog.settings.title
    yield (
        addresses.ALL_CALENDAR,
        calendar_text(edition, f"{title}: ngày có hiệu lực", effects(edition, told)),
    )
    by_field: dict[str, dict[int, Publication]] = defaultdict(dict)
    for state in edition.usable.values():
        by_field[state.procedure.field] = {}
    for each in told:
        for state in each.states:
            by_field[state.procedure.field][each.number] = each
    for field, listed in by_field.items():
        name = f"{edition.field_link(field).words}: ngày có hiệu lực"
        text = calendar_text(edition, name, effects(edition, listed.values()))
        yield addresses.field_calendar_address(field), text


def _has_its_day(each: Publication) -> bool:
    turn = each.moment.turn
    stated = turn.entry.basis in {EffectBasis.STATED, EffectBasis.SIGNED}
    # A correction changes what an event says, it is none itself.
    return each.news and (each.lapses or (stated and turn.entry.corrects is None))


def effects(edition: Edition, told: Iterable[Publication]) -> list[Effect]:
    """Return what takes effect, one for each decision and day, in the order of days."""
    groups: dict[tuple[date, str, bool], list[Publication]] = defaultdict(list)
    for each in told:
        if (day := _day_of(edition, each)) is not None:
            groups[day, each.moment.decision.words or each.code, each.lapses].append(each)
    found = [_effect(edition, day, listed) for (day, _, _), listed in groups.items()]
    return sorted(found, key=lambda effect: (effect.day, effect.name))


def _corrections(edition: Edition, each: Publication) -> list[date]:
    """Return the days on which what a document says was put right."""
    entries = edition.catalog.lives[each.code].entries
    return [entry.known for entry in entries if entry.corrects == each.entry.index]


def _day_of(edition: Edition, each: Publication) -> date | None:
    """Return the day of an event; None where a correction of it tells it again."""
    if not each.lapses:
        return each.moment.turn.day
    entries = edition.catalog.lives[each.code].entries
    moved = [entry.ends for entry in entries if entry.corrects == each.entry.index and entry.ends]
    if each.entry.corrects is not None:
        return None
    return (moved[-1] if moved else each.entry.ends or ALWAYS) + timedelta(days=1)


def _effect(edition: Edition, day: date, told: list[Publication]) -> Effect:
    corrected = [known for each in told for known in _corrections(edition, each)]
    days = [each.told for each in told if each.told is not None]
    ended = [_never(edition, each, day) for each in told]
    stamps = [known for known in (*days, *corrected, *filter(None, ended)) if known != ALWAYS]
    moved = len(corrected) + sum(known is not None for known in ended)
    return Effect(day, told, moved, None not in ended, max(stamps, default=day))


def _never(edition: Edition, each: Publication, day: date) -> date | None:
    """Return the day since which it is known that an announced change never came; None if it did.

    A procedure that ended before the day can neither be amended nor fall back on that day.
    """
    if each.entry.document.ends:
        return None
    before = edition.catalog.lives[each.code].on(day - timedelta(days=1))
    after = edition.catalog.lives[each.code].on(day)
    if before is None or after is None or after.in_force or not before.entries:
        return None
    if before.in_force or before.since == ALWAYS or before.last is None:
        return None
    enders = [entry for entry in before.entries if entry.document.ends]
    return enders[-1].known if enders else None


# --- the text -------------------------------------------------------------------------------------


def calendar_text(edition: Edition, name: str, listed: Sequence[Effect]) -> bytes:
    """Return a calendar with one event for each effect."""
    from icalendar import Calendar  # noqa: PLC0415 - only those who print calendars need it

    # What begins with X- is written as it is, and a line break would end it.
    name = squeeze(name)
    calendar = Calendar()
    calendar.add("prodid", "-//tthc-catalog//Danh muc thu tuc hanh chinh//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _DAILY, parameters={"VALUE": "DURATION"})
    for effect in listed:
        calendar.add_component(_event(edition, effect))
    return bytes(calendar.to_ical())


def _event(edition: Edition, effect: Effect) -> Event:
    from icalendar import Event as Component  # noqa: PLC0415 - as above

    first = effect.told[0]
    event = Component()
    event.add("uid", f"{effect.name.replace('/', '-')}@{edition.host or 'tthc-catalog'}")
    event.add("sequence", effect.corrections)
    event.add("dtstamp", datetime(*effect.stamp.timetuple()[:3], tzinfo=UTC))
    event.add("dtstart", effect.day)
    event.add("dtend", effect.day + timedelta(days=1))
    event.add("status", "CANCELLED" if effect.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("summary", _summary(effect))
    event.add("description", "\n".join(_lines(effect)))
    link = first.moment.decision.address
    if len(effect.told) == 1 or link is None:
        link = addresses.procedure_address(first.code)
    if edition.base:
        event.add("url", edition.base + link)
    event.add("categories", list(dict.fromkeys(each.moment.label for each in effect.told)))
    return event


def _summary(effect: Effect) -> str:
    first = effect.told[0]
    labels = list(dict.fromkeys(each.moment.label for each in effect.told))
    what = labels[0] if len(labels) == 1 else "Thay đổi"
    what = "Không còn áp dụng" if effect.cancelled else what
    if len(effect.told) == 1:
        state = first.moment.turn.after or first.moment.turn.before
        said = f"{what}: {state.procedure.name}" if state else what
    else:
        said = f"{what}: {say_number(len(effect.told))} thủ tục"
        said += f" ({first.moment.decision.words})" if first.moment.decision.words else ""
    return said


def _lines(effect: Effect) -> Iterator[str]:
    if decision := effect.told[0].moment.decision.words:
        yield decision
    for each in effect.told[:_LISTED]:
        state = each.moment.turn.after or each.moment.turn.before
        name = f" {state.procedure.name}" if state else ""
        yield f"- {each.code}{name}" if is_code(each.code) else f"-{name}"
        for item in each.moment.effects:
            yield f"  {item.sentence}"
    if len(effect.told) > _LISTED:
        yield f"… và {say_number(len(effect.told) - _LISTED)} thủ tục khác."
