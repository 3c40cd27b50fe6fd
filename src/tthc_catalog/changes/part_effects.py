# What each changed part means for whoever applies. The rules stand in effects.py; this module finds
# which of them a part meets. Whatever no rule decides is told as neutral, with its reason: a change
# must never look lighter because nobody could measure it.
#
# Time limits and fees may stand once for all channels or on each of them, and decisions move them
# from one place to the other. So they are compared as each channel's applicant meets them.

"""The effects of changed parts on the applicant, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.changes.difference import ItemChange, Op, PartChange
from tthc_catalog.changes.durations import time_held
from tthc_catalog.changes.effects import EFFECT_RULES, Effect, EffectRule
from tthc_catalog.changes.matching import match
from tthc_catalog.changes.measures import (
    condition_lines,
    fees_rule,
    leaves_a_choice,
    nearest,
    nearest_words,
    online_rank,
    validity_rule,
)
from tthc_catalog.changes.words import label_of, printed
from tthc_catalog.records.parts import Channel, Component
from tthc_catalog.records.vocabulary import ChannelKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.working_calendar import WorkingCalendar

_SHARED = ("channels", "time_limit", "fees")
_UNSTATED = "không nêu"


@dataclass(frozen=True, slots=True)
class ImpactItem:
    """One thing that a change means for the applicant."""

    rule: EffectRule
    part: str
    """Python name of the part."""

    item: str = ""
    before: str = ""
    after: str = ""
    where: tuple[str, ...] = ()
    """The dossier's case or the channels concerned."""

    counted: str = ""
    """The end of the sentence that says over which days time limits were counted."""

    @property
    def effect(self) -> Effect:
        """Lighter, heavier, neutral or editorial."""
        return self.rule.effect

    @property
    def sentence(self) -> str:
        """One Vietnamese sentence that says so."""
        return self.rule.says.format(
            item=self.item, before=self.before, after=self.after, counted=self.counted
        )


def effects_between(
    old: Procedure,
    new: Procedure,
    parts: Iterable[PartChange],
    calendar: WorkingCalendar | None = None,
    year: int = 0,
) -> Iterator[ImpactItem]:
    """Yield what each changed part means for the applicant.

    Args:
        old: what stood before.
        new: what stands after.
        parts: the parts that differ.
        calendar: the working days over which time limits of different units are compared.
        year: the year from which it applies; 0 where nobody knows.
    """
    shared = False
    for part in parts:
        if part.revealed:
            yield ImpactItem(EFFECT_RULES["part-unstated"], part.part, part.title)
        elif part.editorial:
            yield ImpactItem(EFFECT_RULES["only-written"], part.part, part.title)
        elif part.part in _SHARED:
            if not shared:
                shared = True
                yield from _by_channel(old, new, part, calendar, year)
        else:
            found = list(_PARTS[part.part](part)) if part.part in _PARTS else []
            yield from found or [_neutral(part)]


def _neutral(part: PartChange) -> ImpactItem:
    return ImpactItem(EFFECT_RULES["part-changed"], part.part, part.title)


# --- channels, time, fees -------------------------------------------------------------------------


def _by_channel(
    old: Procedure, new: Procedure, part: PartChange, calendar: WorkingCalendar | None, year: int
) -> Iterator[ImpactItem]:
    met: dict[tuple[str, ...], list[str]] = {}
    kinds_before, kinds_after = ({channel.kind for channel in side.channels} for side in (old, new))
    found = False
    for before, after in _routes(old, new):
        if before is None or after is None:
            kind = (after or before or _NO_CHANNEL).kind
            added = before is None
            if kind not in (kinds_before if added else kinds_after):
                found = True
                rule = EFFECT_RULES["channel-added" if added else "channel-removed"]
                yield ImpactItem(rule, "channels", kind.value, where=(kind.value,))
            continue
        stated = before if after is _NO_CHANNEL else after
        label = label_of(stated) if stated is not _NO_CHANNEL else ""
        # Of a side that states no channel, what is missing is not known: the law's "nếu có" speaks
        # of those who state their channels.
        silent = (before is _NO_CHANNEL) != (after is _NO_CHANNEL)
        limits = (before.time_limit or old.time_limit, after.time_limit or new.time_limit)
        held = time_held(*limits, calendar)
        if held.rule and not (silent and None in limits):
            words = held.counted.words(held.rule, year) if held.counted is not None else ""
            key = (held.rule, *(printed(each) or _UNSTATED for each in limits), words)
            met.setdefault(key, []).append(label)
        charges = (before.fees or old.fees, after.fees or new.fees)
        if (rule_id := fees_rule(*charges)) and not (silent and () in charges):
            key = (rule_id, *(printed(each) or _UNSTATED for each in charges), "")
            met.setdefault(key, []).append(label)
    for (rule_id, was, now, words), labels in met.items():
        found = True
        named = tuple(dict.fromkeys(label for label in labels if label))
        which = f" ({', '.join(named)})" if named else ""
        yield ImpactItem(EFFECT_RULES[rule_id], "channels", which, was, now, named, words)
    if not found:
        yield _neutral(part)


_NO_CHANNEL = Channel(kind=ChannelKind.DIRECT)
"""Stands for the one way of procedures that state none."""


def _routes(old: Procedure, new: Procedure) -> Iterator[tuple[Channel | None, Channel | None]]:
    if not old.channels and not new.channels:
        yield _NO_CHANNEL, _NO_CHANNEL
    elif not old.channels or not new.channels:
        # Who states no channel has not closed any: there is one time limit, one fee for whatever
        # channels there are.
        for channel in old.channels:
            yield channel, _NO_CHANNEL
        for channel in new.channels:
            yield _NO_CHANNEL, channel
    for found in match(old.channels, new.channels) if old.channels and new.channels else ():
        yield found.before, found.after


# --- the other parts ------------------------------------------------------------------------------


def _dossiers(part: PartChange) -> Iterator[ImpactItem]:
    for item in part.items:
        if not item.editorial:
            yield from _paper(part, item)


def _paper(part: PartChange, item: ItemChange) -> Iterator[ImpactItem]:
    case = item.path[:-1]
    name = item.path[-1] if item.path else part.title
    rule = ""
    if item.field == "dossiers":
        rule = {Op.ADDED: "case-added", Op.REMOVED: "case-removed"}.get(item.op, "")
    elif item.field == "components":
        component = item.now or item.was
        stem = "paper" if component.required else ""
        rule = (
            f"{stem}-{'added' if item.op is Op.ADDED else 'removed'}"
            if stem
            else "paper-not-required"
        )
        name = component.name
    elif item.field == "name":
        rule = "paper-reworded"
    elif item.field == "required":
        rule = "paper-required" if item.now else "paper-optional"
    elif item.field in {"originals", "copies"}:
        held = [each for each in item.within if isinstance(each, Component)]
        counted = f"{item.field}-{'more' if item.now > item.was else 'fewer'}"
        rule = counted if all(each.required for each in held) else "paper-not-required"
    elif item.field == "sets" and item.was is not None and item.now is not None:
        rule = "sets-more" if item.now > item.was else "sets-fewer"
        case = item.path
    if rule:
        yield ImpactItem(EFFECT_RULES[rule], part.part, name, item.before, item.after, case)
    else:
        yield ImpactItem(
            EFFECT_RULES["part-changed"], part.part, f"{part.title}: {item.title}", where=item.path
        )


def _levels(part: PartChange) -> Iterator[ImpactItem]:
    before, after = nearest(part.before), nearest(part.after)
    words = printed(part.before), printed(part.after)
    if before is None or after is None or before == after:
        yield ImpactItem(EFFECT_RULES["levels-changed"], part.part, "", *words)
        return
    rule = "authority-nearer" if after > before else "authority-farther"
    words = nearest_words(part.before), nearest_words(part.after)
    yield ImpactItem(EFFECT_RULES[rule], part.part, "", *words)


def _subjects(part: PartChange) -> Iterator[ImpactItem]:
    for item in part.items:
        if item.op in {Op.ADDED, Op.REMOVED}:
            rule = "subject-added" if item.op is Op.ADDED else "subject-removed"
            yield ImpactItem(EFFECT_RULES[rule], part.part, item.after or item.before)


def _conditions(part: PartChange) -> Iterator[ImpactItem]:
    before, after = condition_lines(part.before), condition_lines(part.after)
    added = [line for key, line in after.items() if key not in before]
    removed = [line for key, line in before.items() if key not in after]
    if (added and removed) or leaves_a_choice([*before.values(), *after.values()]):
        yield ImpactItem(EFFECT_RULES["condition-reworded"], part.part)
        return
    for rule, lines in (("condition-added", added), ("condition-removed", removed)):
        for line in lines:
            yield ImpactItem(EFFECT_RULES[rule], part.part, line)


def _results(part: PartChange) -> Iterator[ImpactItem]:
    for item in part.items:
        if item.field == "validity" and not item.editorial:
            name = item.path[-1] if item.path else part.title
            words = item.before or _UNSTATED, item.after or _UNSTATED
            yield ImpactItem(
                EFFECT_RULES[validity_rule(item.was, item.now)], part.part, name, *words
            )


def _online(part: PartChange) -> Iterator[ImpactItem]:
    before, after = online_rank(part.before), online_rank(part.after)
    if before is not None and after is not None and before != after:
        rule = "online-higher" if after > before else "online-lower"
        yield ImpactItem(
            EFFECT_RULES[rule], part.part, "", printed(part.before), printed(part.after)
        )


_PARTS: dict[str, Callable[[PartChange], Iterator[ImpactItem]]] = {
    "dossiers": _dossiers,
    "levels": _levels,
    "subjects": _subjects,
    "other_subjects": _subjects,
    "conditions": _conditions,
    "results": _results,
    "online_level": _online,
}
