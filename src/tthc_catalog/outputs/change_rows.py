# What every telling of changes has in common: one row for each field that changed, with the form's
# label, what it read before and after, and what that means for the applicant. The formats beside
# this module only lay these rows out.

"""The changes of a procedure as rows: label, before, after, effect."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tthc_catalog.changes.change import ChangeKind
from tthc_catalog.changes.difference import BY_CHANNEL, Op
from tthc_catalog.changes.effects import Effect, Net
from tthc_catalog.outputs.procedure_text import effect_words
from tthc_catalog.vietnamese import say_date, say_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.changes.change import Change, Changes
    from tthc_catalog.changes.difference import ItemChange, PartChange
    from tthc_catalog.changes.impact import ImpactItem

MARKS = {Effect.LIGHTER: "▼", Effect.HEAVIER: "▲", Effect.NEUTRAL: "•", Effect.EDITORIAL: "·"}
"""A sign for each effect; the word always stands beside it."""

NOTHING = "Không có gì thay đổi."
_LONGEST = 160
_SILENT = {"part-changed", "only-written"}
"""Effects that only repeat that a part changed, which its row says already."""

_FIELDS = {"time": "time_limit", "fee": "fees", "channel": "channels"}
"""Where effects that are worked out over all channels belong: first word of the rule → field."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One field that changed."""

    part: str
    """Official term of the part."""

    field: str
    """Official term of the field inside it; that of the part where it is one value."""

    labels: tuple[str, ...]
    """What the items concerned are called: the channels, the paper, the step."""

    op: Op
    before: str
    after: str
    editorial: bool = False
    effects: tuple[ImpactItem, ...] = ()
    listed: bool = False
    """Whether it tells what left a list and what came to it, so that no word is like another."""

    @property
    def title(self) -> str:
        """The field as people find it on the form."""
        title = self.part if self.field == self.part else f"{self.part} › {self.field}"
        told = (self.before, self.after)
        labels = [
            label for label in self.labels if not any(said.startswith(label) for said in told)
        ]
        return f"{title} ({'; '.join(labels)})" if labels else title


@dataclass(frozen=True, slots=True)
class Sides:
    """What was held against what, in words."""

    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


def change_rows(change: Change) -> tuple[list[ChangeRow], list[ImpactItem]]:
    """Return the rows of a change, and the effects that belong to no row."""
    rows: list[ChangeRow] = []
    waiting = [item for item in change.impact.items if item.rule.id not in _SILENT]
    for part in change.parts:
        if part.revealed:
            continue
        for item in part.items:
            own = [effect for effect in waiting if _belongs(effect, item)]
            waiting = [effect for effect in waiting if effect not in own]
            _add(rows, part, item, tuple(own))
    return rows, waiting


def _add(
    rows: list[ChangeRow], part: PartChange, item: ItemChange, effects: tuple[ImpactItem, ...]
) -> None:
    path = item.path
    if path and (item.before or item.after).startswith(path[-1]):
        # What the texts begin with need not be said beside them again.
        path = path[:-1]
    label = " › ".join(path)
    # Words that came or went in one list: the list is one field of the form.
    listed = item.op in {Op.ADDED, Op.REMOVED} and (item.field == item.part or not effects)
    nothing = BY_CHANNEL if part.by_channel else ""
    row = ChangeRow(
        part.title, item.title, (label,) if label else (), item.op,
        item.before or nothing, item.after or nothing,
        editorial=item.editorial, effects=effects, listed=listed,
    )  # fmt: skip
    for at, earlier in enumerate(rows):
        alike = (
            (earlier.part, earlier.field, earlier.editorial)
            == (row.part, row.field, row.editorial)
        )  # fmt: skip
        if not alike:
            continue
        same = (earlier.op, earlier.before, earlier.after) == (row.op, row.before, row.after)
        if same and label:
            # The same happened to several items: one row names them all.
            merged = tuple(dict.fromkeys((*earlier.effects, *effects)))
            rows[at] = replace(earlier, labels=(*earlier.labels, label), effects=merged)
            return
        if listed and earlier.listed:
            rows[at] = replace(
                earlier,
                labels=(),
                op=row.op if row.op is earlier.op else Op.CHANGED,
                before="; ".join(filter(None, (earlier.before, row.before))),
                after="; ".join(filter(None, (earlier.after, row.after))),
                effects=(*earlier.effects, *effects),
            )
            return
    rows.append(row)


def _belongs(effect: ImpactItem, item: ItemChange) -> bool:
    """Tell whether an effect speaks of an item; effects of one value speak of their part."""
    stem = effect.rule.id.partition("-")[0]
    if stem in _FIELDS:
        return item.field == _FIELDS[stem] and _of_channel(effect, item)
    if effect.part != item.part:
        return False
    words = (item.before, item.after)
    return {
        "dossiers": effect.item in {*item.path, *words} and (effect.before, effect.after) == words,
        "results": item.field == "validity" and effect.item in item.path,
        "subjects": effect.item in words,
        "other_subjects": effect.item in words,
    }.get(effect.part, True)


def _of_channel(effect: ImpactItem, item: ItemChange) -> bool:
    if item.field == "channels":
        return item.label in effect.where or effect.item in {item.before, item.after}
    place = not effect.where or not item.path or item.path[0] in effect.where
    return place and item.before in effect.before and item.after in effect.after


# --- words ----------------------------------------------------------------------------------------


def summary(changes: Changes) -> str:
    """Return one line that counts the changes by kind and by effect on applicants."""
    if not changes:
        return NOTHING
    kinds = "; ".join(f"{say_number(n)} {_lower(kind.label)}" for kind, n in changes.counts.items())
    counted = changes.impact.procedures
    nets = "; ".join(
        f"{say_number(counted[net])} {net.label}"
        for net in (Net.LIGHTER, Net.HEAVIER, Net.MIXED)
        if net in counted
    )
    effect = f" Với người nộp hồ sơ: {nets}." if nets else ""
    return f"{say_number(len(changes))} thủ tục thay đổi: {kinds}.{effect}"


def heading(change: Change) -> str:
    """Return what a change is called: kind, code, name."""
    code = f"{change.old_code} → {change.code}" if change.old_code else change.code
    return f"{change.kind.label}: {code} {change.name}".rstrip()


def when(change: Change) -> str:
    """Return by which decision and from which day; empty where neither is known."""
    if change.entry is None:
        return f"Từ {say_date(change.day)}." if change.day else ""
    words = effect_words(change.entry)
    label = change.entry.label
    return f"{label}, {words}." if label else f"{words[:1].upper()}{words[1:]}."


def reasons(change: Change) -> list[str]:
    """Return why it is of its kind, and what happened beside it."""
    told = [str(reason) for reason in change.reasons]
    if change.events:
        told.append(f"Kèm theo: {', '.join(change.events)}.")
    return told


def effect_sentence(item: ImpactItem) -> str:
    """Return an effect with its sign, its word and its reason; a neutral one only its reason."""
    if item.effect in {Effect.LIGHTER, Effect.HEAVIER}:
        return f"{MARKS[item.effect]} {item.effect.label}: {item.sentence}"
    return f"{MARKS[item.effect]} {item.sentence}"


def in_order_of_weight(changes: Iterable[Change]) -> list[Change]:
    """Sort changes as a reviewer should see them: content before form, heavier before lighter."""
    nets = [Net.HEAVIER, Net.MIXED, Net.LIGHTER, Net.NEUTRAL, Net.EDITORIAL]
    return sorted(
        changes,
        key=lambda change: (
            not (change.kind.legal or change.kind is ChangeKind.GONE),
            change.only_decision or change.editorial,
            nets.index(change.impact.net),
            change.code,
        ),
    )


def excerpts(before: str, after: str, longest: int = _LONGEST) -> tuple[str, str]:
    """Return both texts cut to where they differ, so that each fits a cell; `…` marks a cut."""
    if len(before) <= longest and len(after) <= longest:
        return before, after
    start = 0
    if before and after:
        start = _common(before, after)
        # Some words before the difference, whole ones, so that the reader finds the place.
        start = max(0, start - longest // 4)
        start = before.find(" ", start) + 1 if start and " " in before[start:] else start
    return _cut(before, start, longest), _cut(after, start, longest)


def _common(before: str, after: str) -> int:
    at = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        at += 1
    return at


def _cut(text: str, start: int, longest: int) -> str:
    piece = text[start:] if start < len(text) else text[-longest:]
    lead = "…" if start else ""
    if len(piece) > longest:
        return f"{lead}{piece[:longest].rsplit(' ', 1)[0]}…"
    return f"{lead}{piece}"


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def pairs(rows: Iterable[ChangeRow]) -> Iterator[tuple[ChangeRow, str, str]]:
    """Yield each row with its texts on one line, cut to where they differ."""
    for row in rows:
        yield row, *excerpts(flat(row.before), flat(row.after))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
