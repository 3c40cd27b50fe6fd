# What a rule is. A rule is one file: its id, scope, level, article, words and mend, its example,
# its check. The page that explains it is printed from it, and its example is executed by the
# tests.

"""Rules: what must hold in a catalogue."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.finding import Finding, FindingKind, Place, Severity

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup

Hits = Iterator[tuple[Place, Mapping[str, object]]]
"""Where a rule is broken, and the arguments for its sentence."""


class Scope(enum.StrEnum):
    """What a rule looks at, one at a time."""

    DOCUMENT = "document"
    """One document of a life: a `Version`."""

    LIFE = "life"
    """The whole life of a procedure: a `LifeStory`."""

    DECISION = "decision"
    """A decision and what the records say of it: a `Publication`."""

    CATALOG = "catalog"
    """The catalogue on a day: the `Checkup` itself."""

    @property
    def label(self) -> str:
        """What an officer calls it."""
        return {
            "document": "từng tài liệu của thủ tục",
            "life": "cả đời một thủ tục",
            "decision": "từng quyết định công bố",
            "catalog": "toàn danh mục",
        }[self.value]


@dataclass(frozen=True)
class Rule:
    """One thing that must hold."""

    kind: FindingKind
    scope: Scope
    check: Callable[..., Hits]
    why: str
    """Why it matters, in Vietnamese; the docstring of the check."""

    bad: str
    """A small example that breaks it, in YAML; `rules.example` says how it is read."""

    good: str
    """The same example, mended."""

    also: tuple[str, ...] = ()
    """Other rules that the bad example cannot help to break."""

    by_default: bool = True
    """Whether it runs in a catalogue whose `muc_do` does not name it."""

    @property
    def id(self) -> str:
        """The lasting id."""
        return self.kind.id

    def findings(self, subject: object, checkup: Checkup) -> Iterator[Finding]:
        """Run the check on one subject."""
        for place, args in self.check(subject, checkup):
            yield self.kind.at(place, **args)


def rule(  # noqa: PLR0913 - each is a line of the rule's page, and named
    *,
    id: str,  # noqa: A002 - everybody calls it so, and the builtin is not needed here
    scope: Scope,
    severity: Severity,
    says: str,
    mend: str,
    law: str = "",
    bad: str,
    good: str,
    also: tuple[str, ...] = (),
    by_default: bool = True,
) -> Callable[[Callable[..., Hits]], Rule]:
    """Make a rule of a check; see `Rule` and `FindingKind` for the arguments."""

    def make(check: Callable[..., Hits]) -> Rule:
        why = " ".join((check.__doc__ or "").split())
        kind = FindingKind(id, severity, says, mend, law)
        return Rule(kind, scope, check, why, bad.strip(), good.strip(), also, by_default)

    return make
