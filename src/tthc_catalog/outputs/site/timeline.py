# "Đã thay đổi gì": the turns of one life, newest first, each with what it rests on and what it
# changed. Unknown days are shown as unknown; a correction shows the text before and after it.

"""The timeline of a procedure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.catalog import EffectBasis
from tthc_catalog.changes import ChangeKind, Happening, changes_in
from tthc_catalog.changes.effects import Effect
from tthc_catalog.outputs.site.terms import TERMS
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.catalog import Entry, Life, Turn
    from tthc_catalog.changes import Change, PartChange
    from tthc_catalog.changes.impact import ImpactItem
    from tthc_catalog.outputs.site.edition import Edition, Link

_ACTS = TERMS["ProcedureDocument"]
_RELATIONS = (
    "replaces", "merged_from", "split_from", "transferred_from",
    "replaced_by", "merged_into", "split_into", "transferred_to",
)  # fmt: skip
_BASES = {
    EffectBasis.STATED: "văn bản nêu ngày có hiệu lực",
    EffectBasis.SIGNED: "văn bản không nêu ngày có hiệu lực, tính từ ngày ký",
}
_PROVISIONAL = "chưa biết văn bản nêu ngày có hiệu lực nào, tạm tính từ ngày ký"


@dataclass(frozen=True, slots=True)
class Moment:
    """One turn as the page tells it."""

    turn: Turn
    change: Change | None
    """None where the turn left everything as it was."""

    label: str
    style: str
    when: str
    """The day of effect, or that it is not known."""

    basis: str
    """How that day is known."""

    decision: Link
    relatives: tuple[tuple[str, tuple[Link, ...]], ...]
    coming: bool

    @property
    def parts(self) -> tuple[PartChange, ...]:
        """The parts that say something else than before."""
        return self.change.content if self.change else ()

    @property
    def effects(self) -> tuple[ImpactItem, ...]:
        """What it means for whoever applies, where a rule can tell."""
        if self.change is None or not (self.parts or self.change.heir):
            return ()
        told = self.change.impact.items
        return tuple(item for item in told if item.effect in {Effect.LIGHTER, Effect.HEAVIER})

    @property
    def rewritten(self) -> tuple[PartChange, ...]:
        """The parts that are only written in another way."""
        parts = self.change.parts if self.change else ()
        return tuple(part for part in parts if part.editorial and not part.revealed)

    @property
    def revealed(self) -> tuple[PartChange, ...]:
        """The parts that one of the sources does not state: nobody knows whether they changed."""
        return tuple(part for part in self.change.parts if part.revealed) if self.change else ()


def timeline(edition: Edition, life: Life) -> list[Moment]:
    """Return every turn of a life, the latest day of effect first."""
    told = {
        (id(change.entry), Happening.LAPSED.value in change.events): change
        for change in changes_in(life, edition.catalog)
    }
    return [
        _moment(edition, turn, told.get((id(turn.entry), turn.lapses)))
        for turn in reversed(life.turns)
    ]


def label_of(change: Change) -> str:
    """Return what a change is called: its kind, or the event where it is none of the four."""
    if change.kind is not ChangeKind.OTHER or not change.events:
        return change.kind.label
    return change.events[0][:1].upper() + change.events[0][1:]


def _moment(edition: Edition, turn: Turn, change: Change | None) -> Moment:
    label, style = ChangeKind.REPUBLISHED.label, ChangeKind.REPUBLISHED.value
    if turn.entry.document.corrects is not None and not turn.lapses:
        label, style = _ACTS["corrects"], "corrected"
    elif change is not None:
        label, style = label_of(change), change.kind.value
    return Moment(
        turn=turn,
        change=change,
        label=label,
        style=style,
        when=when_of(turn.entry) if not turn.lapses else say_date(turn.day),
        basis="" if turn.lapses else _basis(turn.entry),
        decision=edition.decision_link(turn.entry),
        relatives=() if turn.lapses else tuple(_relatives(edition, turn.entry)),
        coming=turn.day > edition.today,
    )


def when_of(entry: Entry) -> str:
    """Return the day of effect of a document in words that claim no more than is known."""
    if entry.basis is EffectBasis.UNKNOWN:
        return "Chưa rõ ngày có hiệu lực"
    if entry.basis is EffectBasis.RECORDED:
        return f"Chưa rõ ngày có hiệu lực, ghi nhận ngày {say_date(entry.starts)}"
    return say_date(entry.starts)


def _basis(entry: Entry) -> str:
    return _PROVISIONAL if entry.provisional else _BASES.get(entry.basis, "")


def _relatives(edition: Edition, entry: Entry) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for name in _RELATIONS:
        if codes := getattr(entry.document, name):
            yield _ACTS[name], tuple(edition.apart_link(code) for code in codes)
