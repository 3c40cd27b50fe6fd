# What a change means for whoever applies: what was met before is held against what is met now, part
# by part (part_effects.py), and the effects are netted.
#
# Whoever held a procedure that gives way to a single other one goes on with that one: what ends is
# measured against its heir, and the heir's own beginning is not counted a second time.

"""The effect of a change on the applicant: lighter, heavier, neutral or editorial, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from tthc_catalog.changes.difference import PartChange, difference
from tthc_catalog.changes.effects import EFFECT_RULES, Effect, Net
from tthc_catalog.changes.part_effects import ImpactItem, effects_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tthc_catalog.catalog import State
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.working_calendar import WorkingCalendar

__all__ = ["Impact", "ImpactItem", "impact_of", "measured", "netted"]


@dataclass(frozen=True)
class Impact:
    """All that a change, or a whole decision, means for applicants."""

    items: tuple[ImpactItem, ...] = ()
    procedures: dict[Net, int] = field(default_factory=dict)
    """How many procedures there are of each net effect."""

    @property
    def counts(self) -> dict[Effect, int]:
        """How many items there are of each effect."""
        counted = Counter(item.effect for item in self.items)
        return {effect: counted[effect] for effect in Effect if effect in counted}

    @property
    def net(self) -> Net:
        """All effects together; lighter and heavier do not cancel out."""
        found = self.counts
        if Effect.LIGHTER in found and Effect.HEAVIER in found:
            return Net.MIXED
        for effect, net in (
            (Effect.LIGHTER, Net.LIGHTER),
            (Effect.HEAVIER, Net.HEAVIER),
            (Effect.NEUTRAL, Net.NEUTRAL),
        ):
            if effect in found:
                return net
        return Net.EDITORIAL if found else Net.NEUTRAL

    def of(self, effect: Effect) -> tuple[ImpactItem, ...]:
        """Return the items of one effect."""
        return tuple(item for item in self.items if item.effect is effect)


def netted(impacts: Iterable[Impact]) -> Impact:
    """Return several procedures' impacts as one."""
    items: list[ImpactItem] = []
    procedures: Counter[Net] = Counter()
    for impact in impacts:
        items += impact.items
        procedures.update(impact.procedures)
    return Impact(tuple(items), {net: procedures[net] for net in Net if net in procedures})


class Told(Protocol):
    """What must be known of a change to say what it means; see `Change`."""

    @property
    def before(self) -> State | None: ...
    @property
    def after(self) -> State | None: ...
    @property
    def parts(self) -> tuple[PartChange, ...]: ...
    @property
    def heir(self) -> State | None: ...
    @property
    def predecessors(self) -> tuple[str, ...]: ...
    @property
    def day(self) -> date | None: ...


def measured(change: Told) -> tuple[Procedure, Procedure] | None:
    """Return what an applicant met before and what the same applicant meets now.

    None where either is missing: nothing stood before, or nothing single follows.
    """
    before = change.before
    after = change.after if change.after is not None and change.after.in_force else change.heir
    if before is None or not before.in_force or after is None or not after.in_force:
        return None
    return before.procedure, after.procedure


def impact_of(change: Told, calendar: WorkingCalendar | None = None) -> Impact:
    """Return what a change means for the applicant.

    Args:
        change: the change.
        calendar: the working days over which time limits of different units are compared; ordinary
            weeks if none is given.
    """
    items = tuple(_items_of(change, calendar))
    alone = Impact(items)
    return Impact(items, {alone.net: 1})


def _items_of(change: Told, calendar: WorkingCalendar | None) -> Iterator[ImpactItem]:
    stands = change.after is not None and change.after.in_force
    both = measured(change)
    if both is None:
        if stands and change.predecessors:
            codes = ", ".join(change.predecessors)
            yield ImpactItem(EFFECT_RULES["procedure-takes-over"], "name", codes)
        else:
            yield ImpactItem(EFFECT_RULES[f"procedure-{'begun' if stands else 'ended'}"], "name")
        return
    parts = change.parts
    if not stands:
        yield ImpactItem(EFFECT_RULES["procedure-moved"], "name", both[1].code)
        # Another procedure has another name; that alone means nothing to whoever applies.
        found = [each for each in difference(*both).parts if each.part != "name"]
        parts = tuple(each for each in found if not each.revealed)
        if silent := ", ".join(each.title for each in found if each.revealed):
            yield ImpactItem(EFFECT_RULES["part-unstated"], "name", silent)
    year = change.day.year if change.day is not None else 0
    yield from effects_between(*both, parts, calendar, year)
