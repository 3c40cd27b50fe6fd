# Files: when a file came to say something else, and which files say something else than they did.
# Only asked when something is already known to be wrong, so it may take its time.

"""What git knows of how files changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.cache import blob_id
from tthc_catalog.files.tree import RevisionTree, _git

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tthc_catalog.files.tree import Tree


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


def changed_since(tree: Tree, revision: str, folder: Path | str) -> frozenset[str]:
    """Return the names of the files of a tree that a revision lacks or has otherwise.

    Args:
        tree: the files as they are.
        revision: any name that git knows, of the same folder.
        folder: the folder, inside its repository.

    Raises:
        UnreadableError: no repository, or no such revision.
    """
    then = RevisionTree(revision, folder)
    known = set(then.names())
    return frozenset(
        name
        for name in tree.names()
        if name not in known or then.stamp(name) != blob_id(tree.read(name))
    )
