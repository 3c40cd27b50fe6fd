# Feeds, calendars and the log of changes tell the same events in the same order. The order is that
# of publication and must only ever grow at its end, so it is the ledger's where there is one: a
# document that is entered late, with a day of years ago, still comes last. Names of events are made
# of the documents' hashes: improving the comparison must not make old news new.

"""Every event of a catalogue in the order of publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.catalog import ALWAYS
from tthc_catalog.outputs.site.timeline import timeline
from tthc_catalog.rules.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tthc_catalog.catalog import Catalog, Entry, Life, State
    from tthc_catalog.changes import Change
    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.timeline import Moment

NOT_NEWS = frozenset({"recorded"})
"""Styles of moments that tell nothing new: what the catalogue found when it began."""


@dataclass(frozen=True, slots=True)
class Publication:
    """One document taking effect, or ceasing to, as followers are told of it."""

    number: int
    """Position in the catalogue's log, from 1; for good once the ledger holds the document."""

    name: str
    """What it is known by for ever: code, document, and whether it lapses."""

    code: str
    moment: Moment
    corrects: str = ""
    """The name of the event that this one puts right."""

    recorded: bool = False
    """Whether the ledger holds the document, which settles its place in the log."""

    @property
    def entry(self) -> Entry:
        """The document."""
        return self.moment.turn.entry

    @property
    def change(self) -> Change | None:
        """What it changed; None where everything stayed as it was."""
        return self.moment.change

    @property
    def lapses(self) -> bool:
        """Whether the document ceases to apply."""
        return self.moment.turn.lapses

    @property
    def told(self) -> date | None:
        """The day since which it is known; None where nobody says."""
        days = (self.entry.known, self.entry.signed, self.entry.starts)
        return next((day for day in days if day is not None and day != ALWAYS), None)

    @property
    def news(self) -> bool:
        """Whether something happened, or a catalogue only began to keep records."""
        return self.moment.style not in NOT_NEWS

    @property
    def states(self) -> tuple[State, ...]:
        """The states before and after, those of them that there are."""
        turn = self.moment.turn
        return tuple(state for state in (turn.before, turn.after) if state is not None)


def publications(edition: Edition) -> tuple[Publication, ...]:
    """Return every event of the catalogue in the order of publication."""
    held = edition.__dict__.get("_publications")
    if held is None:
        held = edition.__dict__["_publications"] = tuple(_published(edition))
    found: tuple[Publication, ...] = held
    return found


def timelines(edition: Edition) -> Mapping[str, list[Moment]]:
    """Return the timeline of every procedure; they are worked out once for all that print them."""
    held = edition.__dict__.get("_timelines")
    if held is None:
        lives = edition.catalog.lives
        held = {code: timeline(edition, lives[code]) for code in edition.states}
        edition.__dict__["_timelines"] = held
    found: Mapping[str, list[Moment]] = held
    return found


def _published(edition: Edition) -> Iterable[Publication]:
    catalog = edition.catalog
    recorded = _ledger(catalog)
    waiting = [
        (_place(recorded, code, moment), code, moment)
        for code, moments in timelines(edition).items()
        for moment in moments
    ]
    waiting.sort(key=lambda each: each[0])
    for number, (place, code, moment) in enumerate(waiting, 1):
        entry, life = moment.turn.entry, catalog.lives[code]
        names = edition.hashes.get(code, ())
        corrects = "" if entry.corrects is None else _name(life, entry.corrects, names)
        name = _name(life, entry.index, names) + ("/het-han" if moment.turn.lapses else "")
        corrects = "" if moment.turn.lapses else corrects
        yield Publication(number, name, code, moment, corrects, recorded=not place[0])


def _place(
    recorded: Mapping[tuple[str, int], int], code: str, moment: Moment
) -> tuple[object, ...]:
    entry = moment.turn.entry
    line = recorded.get((code, entry.index))
    after = (entry.known, entry.starts, code, entry.index) if line is None else ()
    return (line is None, line or 0, *after, moment.turn.lapses)


def _ledger(catalog: Catalog) -> dict[tuple[str, int], int]:
    if catalog.tree is None:
        return {}
    lines = Ledger.read(catalog.tree).lines
    return {(line.identity, line.index): number for number, line in enumerate(lines)}


def _name(life: Life, index: int, hashes: tuple[str, ...]) -> str:
    mark = hashes[index][:12] if len(hashes) == len(life.documents) else f"tai-lieu-{index + 1}"
    return f"{life.code}/{mark}"
