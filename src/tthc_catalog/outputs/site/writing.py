# A build writes what is new and leaves alone what is not: mirrors, caches and people who follow a
# folder then see what really changed. What we wrote is listed in a manifest, and only what stands
# in that list is ever removed.

"""Writing the pages of a site, only where they differ."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from tthc_catalog.errors import UnwritableError, reason

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = ".tthc-site.json"
"""Lists the files that we wrote, so that only they are removed when they are no longer made."""


@dataclass
class Printed:
    """What a build did."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0

    def __str__(self) -> str:
        """One Vietnamese line for the terminal."""
        return (
            f"{self.written} tệp ghi mới, {self.unchanged} tệp giữ nguyên, {self.removed} tệp xóa"
        )


@dataclass
class Press:
    """Writes files below a folder and remembers which.

    Raises:
        UnwritableError: the folder or a file in it cannot be written.
    """

    out: Path
    printed: Printed = field(default_factory=Printed)
    _made: set[str] = field(default_factory=set)
    _folders: set[str] = field(default_factory=set)
    _fresh: set[str] = field(default_factory=set)
    """Folders that this build made, in which no file can stand but its own."""

    _new: list[str] = field(default_factory=list)
    _claimed: bool = False

    def put(self, address: str, content: bytes) -> None:
        """Write a file unless it already reads so."""
        path = os.path.join(self.out, address)  # noqa: PTH118 - Path costs more than the file
        folder = address.rpartition("/")[0]
        new = folder in self._fresh and address not in self._made
        self._made.add(address)
        try:
            there = None if new else _reads(path, content)
            if there:
                self.printed.unchanged += 1
                return
            if not self._claimed:
                self._claim()
            if folder not in self._folders:
                self._make_folder(folder)
            if there is None:
                _fill(path, content, os.O_EXCL)
                self._new.append(path)
            else:
                # Whoever reads the page at this moment must not meet half of it.
                fresh = f"{path}.tmp"
                _fill(fresh, content, os.O_TRUNC)
                os.replace(fresh, path)  # noqa: PTH105 - as above
        except OSError as error:
            message = f"Không ghi được tệp {path}: {reason(error, writing=True)}."
            raise UnwritableError(message) from error
        self.printed.written += 1

    @property
    def made(self) -> set[str]:
        """The addresses of this build so far."""
        return self._made

    def leave(self, address: str) -> None:
        """Count a file that is known to read as it should without being made again."""
        self._made.add(address)
        self.printed.unchanged += 1

    def keep(self, address: str) -> None:
        """Remember a file that stands there already, so that it is not taken for a left-over."""
        self._made.add(address)

    def finish(self) -> Printed:
        """Remove what an earlier build wrote and this one did not; return what was done."""
        before = self._manifest()
        try:
            for address in sorted(before - self._made):
                self._remove(address)
            if before != self._made:
                self._list(self._made)
        except OSError as error:
            message = f"Không ghi được thư mục {self.out}: {reason(error, writing=True)}."
            raise UnwritableError(message) from error
        return self.printed

    def __enter__(self) -> Self:
        """Begin a build."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Leave, after a failure, a folder that the next build can mend: it knows what is ours."""
        if kind is None or not self._claimed:
            return
        try:
            self._list(self._manifest() | self._made)
        except OSError:
            # Where not even the list has room, nothing new stays that it does not name.
            for path in self._new:
                with suppress(OSError):
                    os.unlink(path)  # noqa: PTH108 - as above

    def _remove(self, address: str) -> None:
        path = self.out / address
        if self.out.resolve() not in path.resolve().parents:
            return
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            path.unlink()
            self.printed.removed += 1
        with suppress(OSError):
            path.parent.rmdir()

    def _claim(self) -> None:
        """Mark the folder as ours before the first page is written, however the build ends."""
        self.out.mkdir(parents=True, exist_ok=True)
        if not (self.out / MANIFEST).exists():
            self._list(set())
        self._claimed = True

    def _list(self, made: set[str]) -> None:
        listed = json.dumps(sorted(made), ensure_ascii=False, indent=0)
        fresh = f"{self.out / MANIFEST}.tmp"
        _fill(fresh, f"{listed}\n".encode(), os.O_TRUNC)
        os.replace(fresh, self.out / MANIFEST)  # noqa: PTH105 - as the pages

    def _make_folder(self, folder: str) -> None:
        path = self.out / folder
        if not path.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            self._fresh.add(folder)
        self._folders.add(folder)

    def _manifest(self) -> set[str]:
        try:
            listed = json.loads((self.out / MANIFEST).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return set()
        return {str(name) for name in listed} if isinstance(listed, list) else set()


def _fill(path: str, content: bytes, mode: int) -> None:
    """Write a file whole; what could not be finished does not stay.

    A file object would ask the system twice more about each of ten thousand files.
    """
    file = os.open(path, os.O_WRONLY | os.O_CREAT | mode | _AS_IT_IS, 0o666)
    try:
        try:
            written = os.write(file, content)
            # A disk that is nearly full takes a part and fails at the next attempt only.
            while written < len(content):
                written += os.write(file, content[written:])
        finally:
            os.close(file)
    except BaseException:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - as above
        raise


_AS_IT_IS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Where line ends would be rewritten, they are not; no other program inherits the file."""


def _reads(path: str, content: bytes) -> bool | None:
    """Return whether a file reads as it should; None where there is no file."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - Path costs more than the file
            if os.fstat(file.fileno()).st_size != len(content):
                return False
            return file.readall() == content
    except FileNotFoundError:
        return None
