# What a rule is. A rule is one file: its id, scope, level, article, words and mend, its example, its
# check. The page that explains it is printed from it, and its example is executed by the tests.

"""Rules: what must hold in a catalogue, and the things they look at."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tthc_catalog.finding import Finding, FindingKind, Place, Severity

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.catalog import Catalog, Entry, Life, State, Timed
    from tthc_catalog.records.decision import Decision
    from tthc_catalog.records.procedure import Procedure, ProcedureDocument

Hits = Iterator[tuple[Place, dict[str, object]]]
"""Where a rule is broken, and the arguments for its sentence."""


class Scope(enum.StrEnum):
    """What a rule looks at, one at a time."""

    DOCUMENT = "document"
    """One document of a life: a `Version`."""

    LIFE = "life"
    """The whole life of a procedure: a `catalog.Life`."""

    DECISION = "decision"
    """A decision and what the records say of it: a `Publication`."""

    CATALOG = "catalog"
    """The catalogue on a day: the `Checkup` itself."""


@dataclass(frozen=True)
class Rule:
    """One thing that must hold."""

    kind: FindingKind
    scope: Scope
    check: Callable[..., Hits]
    why: str
    """Why it matters, in Vietnamese; the docstring of the check."""

    bad: str
    """A small example that breaks it, in YAML."""

    good: str
    """The same example, mended."""

    @property
    def id(self) -> str:
        """The lasting id."""
        return self.kind.id

    def findings(self, subject: object, checkup: Checkup) -> Iterator[Finding]:
        """Run the check on one subject."""
        for place, args in self.check(subject, checkup):
            yield self.kind.at(place, **args)


def rule(
    *,
    id: str,
    scope: Scope,
    severity: Severity,
    says: str,
    mend: str,
    law: str = "",
    bad: str,
    good: str,
) -> Callable[[Callable[..., Hits]], Rule]:
    """Make a rule of a check; see `Rule` and `FindingKind` for the arguments."""

    def make(check: Callable[..., Hits]) -> Rule:
        kind = FindingKind(id, severity, says, mend, law)
        return Rule(kind, scope, check, " ".join((check.__doc__ or "").split()), bad, good)

    return make


@dataclass(frozen=True)
class Version:
    """One document of a life, with the state before and after it."""

    life: Life
    entry: Entry

    @property
    def document(self) -> ProcedureDocument:
        """The document itself."""
        return self.entry.document

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.life.file, self.entry.index)

    @cached_property
    def after(self) -> State | None:
        """The state that the document makes."""
        return next((state for state in self.life.states if state.last is self.entry), None)

    @cached_property
    def content(self) -> Procedure | None:
        """The procedure as it reads by this document."""
        return self.after.procedure if self.after else None


@dataclass(frozen=True)
class Publication:
    """A decision with its place."""

    timed: Timed

    @property
    def decision(self) -> Decision:
        """The decision."""
        return self.timed.decision

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.timed.file)


@dataclass
class Checkup:
    """A catalogue looked at on a day: what rules may ask of everything around their subject."""

    catalog: Catalog
    today: date
    reports: dict[int, Any] = field(default_factory=dict)
