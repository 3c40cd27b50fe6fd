# The words in which a change is told: its kind, its reasons, what happened beside the kind. A
# change is a fact computed from two states; which kind a decision declared stands in its annex,
# and the two are held against each other elsewhere.

"""Changes: what became of a procedure between two states."""

from __future__ import annotations

import enum
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, overload

from tthc_catalog.changes.difference import Difference
from tthc_catalog.changes.impact import Impact, impact_of, netted
from tthc_catalog.changes.words import content, spell
from tthc_catalog.records.decision import Annex
from tthc_catalog.records.record import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tthc_catalog.catalog import Entry, State
    from tthc_catalog.changes.difference import PartChange
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.working_calendar import WorkingCalendar


class ChangeKind(enum.StrEnum):
    """What became of a procedure; the first four are the kinds of the law.

    Nghị định 63/2010/NĐ-CP, Điều 13 to 15. A value is the name of the annex's heading, where there
    is one.
    """

    NEW = "new"
    AMENDED = "amended"
    REPLACED = "replaced"
    ABOLISHED = "abolished"
    REPUBLISHED = "republished"
    """Published again by another decision; the content is the same."""

    EDITORIAL = "editorial"
    """Written otherwise under the same decision; the content is the same."""

    RECORDED = "recorded"
    """The first that is known of it: it may have stood long before, so nobody may call it new."""

    GONE = "gone"
    """The later side does not hold it, and nothing says that it was abolished."""

    OTHER = "other"
    """An event beside the four kinds: suspended, resumed, corrected, a trial that is over."""

    @property
    def label(self) -> str:
        """The official term."""
        return _LABELS.get(self) or title_of(Annex, self.value)

    @property
    def legal(self) -> bool:
        """Whether it is one of the four kinds of the law."""
        return self in LEGAL_KINDS


LEGAL_KINDS = (ChangeKind.NEW, ChangeKind.AMENDED, ChangeKind.REPLACED, ChangeKind.ABOLISHED)
_LABELS = {
    ChangeKind.REPUBLISHED: "Công bố lại, nội dung không đổi",
    ChangeKind.EDITORIAL: "Chỉ khác về trình bày",
    ChangeKind.RECORDED: "Ghi nhận lần đầu",
    ChangeKind.GONE: "Không còn ghi nhận",
}


class Happening(enum.StrEnum):
    """What states and links show beside the kind; a decision's own events stand next to it."""

    SUSPENDED = "tạm ngưng"
    RESUMED = "khôi phục"
    CORRECTED = "đính chính"
    LEVELS_ENDED = "thôi thực hiện ở một cấp"
    TIME_BOXED = "áp dụng có thời hạn"
    LAPSED = "hết thời hạn áp dụng"
    MERGED = "hợp nhất"
    SPLIT = "tách"
    TRANSFERRED = "chuyển cấp thực hiện"
    RETURNED = "có hiệu lực trở lại"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a change is of its kind."""

    sentence: str
    """One Vietnamese sentence."""

    law: str = ""
    """The legal texts that the records name for it."""

    def __str__(self) -> str:
        return f"{self.sentence} ({self.law})" if self.law else self.sentence


@dataclass(frozen=True)
class Change:
    """What became of one procedure between two states."""

    code: str
    """The code after; of a procedure that the later side does not hold, the code before."""

    kind: ChangeKind
    reasons: tuple[Reason, ...]
    """Why it is of this kind, then what a reader must know beside it."""

    before: State | None
    """The state before; None where it was not known at all."""

    after: State | None
    """The state after; None where the later side does not hold it."""

    parts: tuple[PartChange, ...] = ()
    """The parts that do not read as before, in the order of the form."""

    day: date | None = None
    """The day of effect; None where nobody knows it."""

    entry: Entry | None = None
    """The document that made the change; of several, the last."""

    entries: tuple[Entry, ...] = ()
    """All documents that came in between the two states."""

    decision_changed: bool = False
    """Whether another decision than before was the last to publish it, if one is named."""

    successors: tuple[str, ...] = ()
    """Codes that take over from here."""

    predecessors: tuple[str, ...] = ()
    """Codes that it takes over from."""

    events: tuple[str, ...] = ()
    """What happened beside the kind: `Happening` and `Event` values."""

    ended_levels: tuple[str, ...] = ()
    """The levels at which alone it ended."""

    inferred: float | None = None
    """Where states without a common code are paired by likeness: how sure it is, from 0 to 1."""

    old_code: str = ""
    """The code before, where it is another one."""

    heir: State | None = None
    """The only procedure that takes over from one that ends, as it reads then."""

    calendar: WorkingCalendar | None = field(default=None, repr=False, compare=False)
    """The announced working days over which time limits of different units are counted."""

    @property
    def decision(self) -> str:
        """The number of the decision, or what was printed for it; empty where none is named."""
        return self.entry.label if self.entry else ""

    @property
    def procedure(self) -> Procedure | None:
        """The content after, or what it read last."""
        state = (
            self.after
            if self.after is not None and self.after.in_force
            else self.before or self.after
        )
        return state.procedure if state else None

    @property
    def name(self) -> str:
        """The name of the procedure."""
        return self.procedure.name if self.procedure else ""

    @property
    def content(self) -> tuple[PartChange, ...]:
        """The parts that say something else than before."""
        return tuple(part for part in self.parts if not part.editorial and not part.revealed)

    @property
    def editorial(self) -> bool:
        """Whether parts are written otherwise and nothing says something else."""
        return bool(self.parts) and all(part.editorial for part in self.parts)

    @property
    def only_decision(self) -> bool:
        """Whether the decision is another one and the content the same."""
        return self.kind is ChangeKind.REPUBLISHED

    @property
    def renewed(self) -> bool:
        """Whether this is the replacing side of a replacement: what takes over, not what ends."""
        return self.kind is ChangeKind.REPLACED and self.after is not None and self.after.in_force

    @cached_property
    def impact(self) -> Impact:
        """What it means for the applicant."""
        return impact_of(self, self.calendar)

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hex digits that stay the same when words of the program are improved."""
        told = [self.code, self.old_code, self.kind.value, str(self.day or ""), self.decision]
        told += [
            f"{part.part}={spell(content(part.before))}>{spell(content(part.after))}"
            for part in self.parts
        ]
        told += [*self.successors, *self.predecessors, *self.ended_levels]
        return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Changes(Sequence[Change]):
    """All changes between two sides, in the order of their codes."""

    found: tuple[Change, ...] = ()
    by_code: dict[str, Change] = field(init=False, repr=False, compare=False)
    """The change of each code; of several of one code, the last."""

    def __post_init__(self) -> None:
        """Make the changes findable by code."""
        object.__setattr__(self, "by_code", {change.code: change for change in self.found})

    @classmethod
    def of(cls, found: Iterable[Change]) -> Changes:
        """Put changes into their order: by code, then by day."""
        return cls(tuple(sorted(found, key=lambda change: (change.code, str(change.day or "")))))

    @overload
    def __getitem__(self, at: int) -> Change: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Change]: ...
    def __getitem__(self, at: int | slice) -> Change | Sequence[Change]:
        """Return the change at a position."""
        return self.found[at]

    def __len__(self) -> int:
        """Count the changes."""
        return len(self.found)

    def of_kind(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of some kinds."""
        return tuple(change for change in self.found if change.kind in kinds)

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind; kinds without any are left out."""
        counted = Counter(change.kind for change in self.found)
        return {kind: counted[kind] for kind in ChangeKind if kind in counted}

    def apply(self, before: Mapping[str, State]) -> dict[str, State]:
        """Return the side after, made from the side before, as far as it is in force.

        Args:
            before: the side before, of which the changes tell.
        """
        after = {code: state for code, state in before.items() if state.in_force}
        for change in self.found:
            held = after.pop(change.old_code or change.code, None)
            if change.after is None or not change.after.in_force:
                continue
            procedure = change.after.procedure
            if held is not None:
                told = Difference(change.parts, change.code, procedure.unknown)
                procedure = told.apply(held.procedure)
            after[change.code] = replace(change.after, procedure=procedure)
        return after

    @property
    def impact(self) -> Impact:
        """The effects of all changes together."""
        return netted(change.impact for change in self.found)
