# Files: where texts come from.
#
# The catalogue on disk and the catalogue of a git revision are the same thing to everybody above:
# names and bytes.

"""A set of named files, in a folder or in a git revision."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Protocol, TypeAlias

from tthc_catalog.errors import UnreadableError, reason
from tthc_catalog.files.git import Contents, git
from tthc_catalog.files.text import first_control, without_controls

Stamp: TypeAlias = "tuple[int, int, int] | str"
"""Changes whenever a file does: size and times in a folder, the blob's id in a revision."""


_AT_ONCE = 1 << 16
"""How many bytes are asked for at a time: more than nearly any record has."""


class Tree(Protocol):
    """Named files, wherever they are; names are relative, with forward slashes."""

    label: str
    """How people call the tree."""

    folder: Path
    """The folder on disk; for a revision, the folder whose past it is."""

    def names(self, suffix: str = "") -> list[str]:
        """Return the sorted names of all files that end so; hidden ones and links out are none."""

    def read(self, name: str) -> bytes:
        """Return a file's content.

        Raises:
            UnreadableError: There is no such file, or it cannot be read.
        """

    def stamp(self, name: str) -> Stamp:
        """Return what tells this content from any other that had the name.

        Raises:
            UnreadableError: There is no such file.
        """


class FolderTree:
    """The files of a folder and of all folders in it."""

    def __init__(self, folder: Path | str) -> None:
        """Look at a folder.

        Raises:
            UnreadableError: It is missing, no folder, or closed to us.
        """
        self.folder = Path(folder)
        self.label = self.folder.as_posix()
        self._root = os.path.realpath(self.folder)
        try:
            found = self.folder.stat()
        except (FileNotFoundError, NotADirectoryError):
            raise UnreadableError(f"{self.label} không tồn tại.") from None
        except OSError as error:
            raise UnreadableError(f"Không đọc được {self.label}: {reason(error)}.") from error
        if not stat.S_ISDIR(found.st_mode):
            raise UnreadableError(f"{self.label} không phải là thư mục.")

    def names(self, suffix: str = "") -> list[str]:
        """Return the sorted names of all files that end so; hidden ones and links out are none."""
        found: list[str] = []
        waiting = [""]
        while waiting:
            below = waiting.pop()
            try:
                with os.scandir(f"{self._root}/{below}") as entries:
                    for entry in entries:
                        name = f"{below}{entry.name}"
                        if entry.name.startswith("."):
                            continue
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(f"{name}/")
                        elif entry.name.endswith(suffix) and self._counts(entry):
                            found.append(_printable(name, self.label))
            except OSError as error:
                where = f"{self.label}/{below}".rstrip("/")
                raise UnreadableError(
                    f"Không đọc được thư mục {where}: {reason(error)}."
                ) from error
        return sorted(found)

    def read(self, name: str) -> bytes:
        """Return a file's content."""
        try:
            return _content_of(self._path(name))
        except OSError as error:
            raise UnreadableError(f"Không đọc được tệp {name}: {reason(error)}.") from error

    def stamp(self, name: str) -> Stamp:
        """Return size, time of the last writing and time of the last change, in nanoseconds."""
        try:
            status = os.stat(self._path(name))  # noqa: PTH116 - Path costs more than the answer
        except OSError as error:
            raise UnreadableError(f"Không đọc được tệp {name}: {reason(error)}.") from error
        return status.st_size, status.st_mtime_ns, status.st_ctime_ns

    def _counts(self, entry: os.DirEntry[str]) -> bool:
        if entry.is_symlink():
            target = os.path.realpath(entry.path)
            return target.startswith(self._root + os.sep) and Path(target).is_file()
        return entry.is_file(follow_symlinks=False)

    def _path(self, name: str) -> str:
        if name.startswith("/") or ".." in name.split("/") or "\0" in name:
            raise UnreadableError(f"{name!r} không nằm trong {self.label}.")
        return f"{self._root}/{name}"


class RevisionTree:
    """The files that a folder had in a git revision."""

    def __init__(self, revision: str, beside: Path | str = ".") -> None:
        """Look at a revision.

        Args:
            revision: Any name that git knows (`HEAD~3`, a tag, a commit): the same folder in that
                revision. With a path, `REV:path`: that folder, counted from the repository's top.
            beside: A folder of the repository.

        Raises:
            UnreadableError: No repository, no such revision, no such folder in it, or no git.
        """
        self.folder = Path(beside)
        self.label = revision
        name, colon, path = revision.partition(":")
        if not colon:
            path = (
                self._ask("rev-parse", "--show-prefix").decode(errors="surrogateescape").strip("\n")
            )
        else:
            self._ask("rev-parse", "--git-dir")
        commit = self._ask(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}",
            otherwise=f"Kho git không có phiên bản {name!r}.",
        ).decode().strip()  # fmt: skip
        listing = self._ask(
            "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{path.strip('/')}",
            otherwise=f"Phiên bản {name!r} không có thư mục {path!r}.",
        )  # fmt: skip
        self._blobs: dict[str, str] = {}
        for line in listing.split(b"\0")[:-1]:
            meta, _, raw = line.partition(b"\t")
            mode, kind, blob = meta.decode().split()
            name = raw.decode(errors="surrogateescape")
            hidden = any(part.startswith(".") for part in name.split("/"))
            if kind == "blob" and mode != "120000" and not hidden:
                self._blobs[_printable(name, self.label)] = blob
        self._contents: Contents | None = None

    def names(self, suffix: str = "") -> list[str]:
        """Return the sorted names of all files that end so; hidden ones and links are none."""
        return sorted(name for name in self._blobs if name.endswith(suffix))

    def read(self, name: str) -> bytes:
        """Return a file's content."""
        blob = str(self.stamp(name))
        if self._contents is None:
            self._contents = Contents(self.folder)
        content = self._contents.read(blob)
        if content is None:
            raise UnreadableError(f"Kho git không đọc được tệp {name} của {self.label}.")
        return content

    def stamp(self, name: str) -> str:
        """Return the id of the file's content."""
        try:
            return self._blobs[name]
        except KeyError:
            raise UnreadableError(f"{self.label} không có tệp {name}.") from None

    def _ask(self, *words: str, otherwise: str = "") -> bytes:
        answer = git(self.folder, *words)
        if answer.returncode:
            if otherwise:
                raise UnreadableError(otherwise)
            told = answer.stderr.decode(errors="replace")
            if "dubious ownership" in told:
                raise UnreadableError(
                    f"Kho git tại {self.label} thuộc người dùng khác, git từ chối đọc."
                )
            raise UnreadableError(f"{self.folder.as_posix()} không nằm trong một kho git.")
        return answer.stdout


def open_tree(where: str, beside: Path | str = "catalog") -> Tree:
    """Return the tree that a person names: a folder, or a git revision of the catalogue.

    Args:
        where: A folder; else `REV` or `REV:path` as for `RevisionTree`.
        beside: The catalogue's folder, whose past a revision is.

    Raises:
        UnreadableError: It is neither.
    """
    if where and Path(where).is_dir():
        return FolderTree(where)
    beside = Path(beside)
    if not where or where.startswith(("/", "./", "../")) or not beside.is_dir():
        raise UnreadableError(f"{where or 'Tên rỗng'} không tồn tại.")
    return RevisionTree(where, beside)


def _content_of(path: str) -> bytes:
    """Read a file with the fewest calls of the system; a buffered file asks it five times more."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        pieces = []
        while piece := os.read(file, _AT_ONCE):
            pieces.append(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)
    finally:
        os.close(file)


def _printable(name: str, label: str) -> str:
    if first_control(name) or "\n" in name or "\t" in name:
        try:
            name.encode()
        except UnicodeEncodeError:
            shown = name.encode(errors="surrogateescape").decode(errors="replace")
            what = "không ở mã UTF-8"
        else:
            # A line break in a name would speak as a line of its own in every log.
            shown, what = name, "có ký tự không nhìn thấy"
        shown = without_controls(" ".join(shown.split()))
        raise UnreadableError(f"Tên tệp {shown} trong {label} {what}.")
    return name
