# Files: when a file came to say something else, and which files say something else than they did.
# Who names a culprit may take time over it, because something is already known to be wrong. The
# past of one file is asked for at every check, so only sizes and ids of old contents are read.

"""What git knows of how files changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.cache import blob_id
from tthc_catalog.files.git import git
from tthc_catalog.files.tree import RevisionTree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tthc_catalog.files.tree import Tree

_SHORT = 12
_SHA256 = 64


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
        answer = git(folder, "log", "--format=%h%x09%cs%x09%s", "--", name)
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


@dataclass(frozen=True, slots=True)
class PastFile:
    """One file as a commit left it."""

    commit: Commit
    parents: tuple[int, ...]
    """Positions, in the same list, of the commits that it was made from."""

    blob: str
    """Id of its content; empty where the commit left no such file."""

    size: int = 0
    """Bytes of its content."""


@dataclass(frozen=True, slots=True)
class Past:
    """Everything that a file has been in the commits that led to where a repository stands."""

    versions: tuple[PastFile, ...] = ()
    """The newest first; none where no commit holds the file."""

    whole: bool = True
    """Whether all commits are at hand; a shallow clone has only the last ones."""

    merging: bool = False
    """Whether a merge is under way and not committed yet."""


def past_of(folder: Path, name: str) -> Past | None:
    """Return every committed version of a file, each with those it was made from.

    A merge counts where its sides do not hold the same. None where there is no repository, or no
    git.

    Raises:
        UnreadableError: the repository is damaged, so that its commits cannot be listed.
    """
    try:
        shallow = git(folder, "rev-parse", "--is-shallow-repository")
    except UnreadableError:
        return None
    if shallow.returncode:
        return None
    merging = git(folder, "rev-parse", "--verify", "--quiet", "MERGE_HEAD").returncode == 0
    told = git(
        folder, "log", "--simplify-merges", "--parents", "--topo-order",
        "--format=%H%x09%P%x09%cs%x09%s", "--", f":(literal){name}",
    )  # fmt: skip
    if told.returncode and not git(folder, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        raise UnreadableError("Kho git hỏng nên không đọc được các lần ghi; kiểm tra: `git fsck`.")
    # Without a commit there is nothing to tell.
    lines = told.stdout.decode(errors="replace").splitlines() if not told.returncode else []
    rows = [line.split("\t", 3) for line in lines if line.count("\t") > 2]  # noqa: PLR2004 - four fields
    at = {row[0]: index for index, row in enumerate(rows)}
    blobs = _blobs(folder, [f"{row[0]}:./{name}" for row in rows])
    versions = tuple(
        PastFile(
            Commit(row[0][:_SHORT], row[2], row[3]),
            tuple(at[parent] for parent in row[1].split() if parent in at),
            *blob,
        )
        for row, blob in zip(rows, blobs, strict=True)
    )
    return Past(versions, shallow.stdout.strip() == b"false", merging)


def blob_content(folder: Path, blob: str) -> bytes:
    """Return the content that has an id.

    Raises:
        UnreadableError: the repository lacks it.
    """
    answer = git(folder, "cat-file", "blob", blob)
    if answer.returncode:
        raise UnreadableError(f"Kho git không đọc được nội dung {blob}.")
    return answer.stdout


def is_blob(content: bytes, blob: str) -> bool:
    """Tell whether a content has an id."""
    return blob_id(content, sha256=len(blob) == _SHA256) == blob


def _blobs(folder: Path, names: list[str]) -> list[tuple[str, int]]:
    if not names:
        return []
    answer = git(
        folder, "cat-file", "--batch-check=%(objecttype) %(objectname) %(objectsize)", given=names
    )
    found: list[tuple[str, int]] = []
    for line in answer.stdout.decode(errors="replace").splitlines():
        kind, _, rest = line.partition(" ")
        blob, _, size = rest.partition(" ")
        found.append((blob, int(size)) if kind == "blob" and size.isdigit() else ("", 0))
    return found


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
        if name not in known or not is_blob(tree.read(name), then.stamp(name))
    )
