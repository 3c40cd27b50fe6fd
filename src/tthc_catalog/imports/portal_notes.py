# Imports: what is said about one answer while it is read.

"""Findings about one record of the portal, and words that have no key of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tthc_catalog.finding import Place
from tthc_catalog.imports.portal_answer import tidy

if TYPE_CHECKING:
    from collections.abc import Collection

    from tthc_catalog.finding import Finding, FindingKind, Route

_LONGEST = 160
# Where the portal states what our parts state, as far as anything is ever found there.
_PARTS = {
    "executionMethods": ("cach_thuc",), "executionCases": ("ho_so",),
    "categoriesDetails": ("linh_vuc",), "formalityType": ("loai",),
    "legalBasisesDetails": ("can_cu",), "subjectTypesDetails": ("doi_tuong", "doi_tuong_khac"),
    "delegatedAgencies": ("co_quan",), "executingAgencies": ("co_quan",),
    "authorizedAgencies": ("co_quan",), "coordinatingAgencies": ("co_quan",),
}  # fmt: skip


@dataclass(slots=True)
class Notes:
    """Collects what is found in one answer."""

    code: str
    place: Place
    findings: list[Finding] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Words that go to `ghi_chu` because the format has no key for them."""

    channel: str = ""
    """The channel whose row is being read; what is told meanwhile names it."""

    _of_channels: dict[tuple[object, ...], tuple[int, list[str]]] = field(default_factory=dict)

    def tell(self, kind: FindingKind, route: Route = (), **args: object) -> None:
        """Add a finding at a key of the answer; long words are cut in it, never in the record."""
        place = Place(self.place.file, self.place.document, route, self.place.line)
        told = {name: _short(str(value)) for name, value in args.items()}
        if self.channel:
            # The portal repeats a row for each channel; one sentence names them all.
            same = (kind.id, *sorted(told.items()))
            index, channels = self._of_channels.setdefault(same, (len(self.findings), []))
            if self.channel not in channels:
                channels.append(self.channel)
            told["channel"] = ", ".join(channels)
            if index < len(self.findings):
                place = self.findings[index].place
                self.findings[index] = kind.at(place, code=self.code, **told)
                return
        self.findings.append(kind.at(place, code=self.code, **told))

    def only_about(self, parts: Collection[str]) -> None:
        """Forget what was found in parts that are not written because nothing changed in them."""
        self.findings = [
            found
            for found in self.findings
            if not found.place.route
            or not (about := _PARTS.get(str(found.place.route[0])))
            or any(part in parts for part in about)
        ]

    def keep(self, words: str) -> None:
        """Keep words that have no key."""
        # Some of them are values that no key of ours took as a text.
        plain = tidy(words)
        if plain not in self.kept:
            self.kept.append(plain)


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + "…"
