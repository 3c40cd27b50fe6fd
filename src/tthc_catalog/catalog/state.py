# The nouns of time: a document placed on two clocks, and the state it leads to.

"""Documents on two clocks and the states of a procedure."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tthc_catalog.records.decision import Decision
    from tthc_catalog.records.document import ProcedureDocument
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.vocabulary import Transition

ALWAYS = date.min
"""Stands for a day before all others: what has no known day is taken as always known."""


class EffectBasis(enum.StrEnum):
    """Where the day of effect of a document comes from."""

    STATED = "văn bản nêu"
    SIGNED = "theo ngày ký"
    RECORDED = "chưa rõ, đã có vào ngày ghi nhận"
    UNKNOWN = "chưa rõ"


class Status(enum.StrEnum):
    """Tình trạng of a procedure on a day."""

    FUTURE = "chưa có hiệu lực"
    IN_FORCE = "đang có hiệu lực"
    SUSPENDED = "tạm ngưng"
    ABOLISHED = "đã bãi bỏ"
    REPLACED = "đã được thay thế"
    EXPIRED = "đã hết thời hạn áp dụng"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a life, placed on both clocks."""

    index: int
    """Position in the file, from 0."""

    document: ProcedureDocument

    starts: date
    """The day from which it applies; for a correction, that of the document it corrects."""

    basis: EffectBasis
    """How `starts` is known."""

    ends: date | None
    """The last day on which it applies, for time-boxed documents."""

    known: date
    """The day since which it is published; `ALWAYS` where nobody says."""

    decision: Decision | None
    """The decision's own record, where the catalogue has it."""

    corrects: int | None = None
    """Index of the document that this one corrects."""

    order: tuple[date, int, date, int, int] = (ALWAYS, 0, ALWAYS, 0, 0)
    """Order of application among the documents that apply."""

    @property
    def label(self) -> str:
        """How the decision is called: its number, or what was printed in its place."""
        return self.document.decision.label if self.document.decision else ""

    @property
    def signed(self) -> date | None:
        """Day of signing, from the document or from the decision's record."""
        if self.document.decision and self.document.decision.signed:
            return self.document.decision.signed
        return self.decision.signed if self.decision else None

    @property
    def provisional(self) -> bool:
        """Whether the day of signing stands in for a day of effect that nobody has looked up.

        Only a decision whose record is there and does not call its day of effect unknown is known
        to state none.
        """
        return self.basis is EffectBasis.SIGNED and (
            self.decision is None or "hieu_luc" in self.decision.unknown
        )


@dataclass(frozen=True, slots=True)
class State:
    """How a procedure stands from one day to another."""

    code: str
    """National code or local identity."""

    status: Status
    procedure: Procedure
    """Its content: after an end what it read last, before its start what it will read."""

    since: date
    """First day of this state; `ALWAYS` where nobody knows it."""

    until: date | None
    """Last day of this state, as far as the documents tell."""

    entries: tuple[Entry, ...] = ()
    """The documents that apply, in order of application; the last one made this state."""

    successors: tuple[str, ...] = ()
    """Codes that take over from it, in the order in which documents name them."""

    ended_levels: tuple[str, ...] = ()
    """Levels at which it was abolished on its own."""

    @property
    def last(self) -> Entry | None:
        """The document that made this state."""
        return self.entries[-1] if self.entries else None

    @property
    def in_force(self) -> bool:
        """Whether a citizen can rely on it (a suspended procedure exists but cannot be used)."""
        return self.status in {Status.IN_FORCE, Status.SUSPENDED}


class Transitional(NamedTuple):
    """Which version governs a dossier received earlier, and by which rule."""

    rule: Transition | None
    """None: the decisions in between state no rule."""

    versions: tuple[State, ...]
    """What governs: one version, both where one may choose, all candidates without a rule."""

    entries: tuple[Entry, ...]
    """The changes between the day of receipt and the day asked for."""


class Turn(NamedTuple):
    """What one document does to a procedure: the state just before it and just after it."""

    entry: Entry
    before: State | None
    """None where it was not known before."""

    after: State | None
    lapses: bool = False
    """Whether the document stops to apply here instead of starting to."""

    @property
    def day(self) -> date:
        """The day on which it happens."""
        if self.lapses and self.entry.ends is not None:
            return self.entry.ends + timedelta(days=1)
        return self.entry.starts


class Timed(NamedTuple):
    """A decision with the file it stands in."""

    decision: Decision
    file: str
