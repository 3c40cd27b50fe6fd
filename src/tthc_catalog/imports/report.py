# Imports: what an import did, for people and programs.

"""The report of an import."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tthc_catalog.finding import Finding


@dataclass(slots=True)
class FileReport:
    """What became of the records of one file."""

    file: str
    read: int = 0
    """Records in the file, whatever they are."""

    written: int = 0
    """Procedures that the catalogue did not have."""

    appended: int = 0
    """Procedures that got one more document."""

    unchanged: int = 0
    """Records that say nothing new."""

    refused: int = 0
    """Records that were not taken in; a finding says why."""

    def count(self, outcome: str) -> None:
        """Count one record under what became of it."""
        setattr(self, outcome, getattr(self, outcome) + 1)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import read, wrote and found."""

    files: tuple[FileReport, ...]
    findings: tuple[Finding, ...]
    written: tuple[str, ...]
    """Names of the files that were written, below the catalogue's folder."""

    left_out: dict[str, int] = field(default_factory=dict)
    """Keys of the source that have no place in our records, and how often they held something."""

    @property
    def total(self) -> FileReport:
        """All files together."""
        return FileReport(
            "",
            sum(file.read for file in self.files),
            sum(file.written for file in self.files),
            sum(file.appended for file in self.files),
            sum(file.unchanged for file in self.files),
            sum(file.refused for file in self.files),
        )

    @property
    def counts(self) -> dict[str, int]:
        """How often each kind of finding occurs, the most frequent first."""
        return dict(Counter(finding.id for finding in self.findings).most_common())
