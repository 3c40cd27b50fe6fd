# Files: when a file came to say something else. Only asked when something is already known to be
# wrong, so it may take its time.

"""The commits of git that touched a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.tree import RevisionTree, _git

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit."""

    id: str
    """Its short name."""

    day: str
    """The day on which it was made, year-month-day."""

    subject: str
    """The first line of its message."""

    def __str__(self) -> str:
        return f"{self.id} ({self.day}, «{self.subject}»)"


def commits_of(folder: Path, name: str) -> list[Commit]:
    """Return the commits that touched a file of a folder, the newest first; none without git."""
    try:
        answer = _git(folder, "log", "--format=%h%x09%cs%x09%s", "--", name)
    except UnreadableError:
        return []
    if answer.returncode:
        return []
    lines = answer.stdout.decode(errors="replace").splitlines()
    return [Commit(*line.split("\t", 2)) for line in lines if line.count("\t") > 1]


def versions_of(folder: Path, name: str) -> Iterator[tuple[Commit, bytes | None]]:
    """Yield each commit that touched a file with what it left there, the newest first."""
    for commit in commits_of(folder, name):
        try:
            yield commit, RevisionTree(commit.id, folder).read(name)
        except UnreadableError:
            yield commit, None
