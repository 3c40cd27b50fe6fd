# Imports: what is said about one answer while it is read.

"""Findings about one record of the portal, and words that have no key of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tthc_catalog.finding import Place

if TYPE_CHECKING:
    from tthc_catalog.finding import Finding, FindingKind, Route

_LONGEST = 160


@dataclass(slots=True)
class Notes:
    """Collects what is found in one answer."""

    code: str
    place: Place
    findings: list[Finding] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Words that go to `ghi_chu` because the format has no key for them."""

    def tell(self, kind: FindingKind, route: Route = (), **args: object) -> None:
        """Add a finding at a key of the answer; long words are cut in it, never in the record."""
        place = Place(self.place.file, self.place.document, route, self.place.line)
        told = {name: _short(str(value)) for name, value in args.items()}
        self.findings.append(kind.at(place, code=self.code, **told))

    def keep(self, words: str) -> None:
        """Keep words that have no key."""
        if words not in self.kept:
            self.kept.append(words)


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + "…"
