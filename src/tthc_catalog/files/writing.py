# Files: text to the disk, whole or not at all.

"""Writing files so that nobody ever meets half of one."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnwritableError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_atomically(path: Path | str, text: str) -> None:
    """Write a text as UTF-8 with line breaks as they are; readers see the old file or the new one.

    A file that existed keeps its permissions.

    Raises:
        UnwritableError: It cannot be written, or the path is a link; the old file is untouched.
    """
    write_bytes(Path(path), _encoded(str(path), text))


def write_bytes(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write bytes as `write_atomically` does.

    Args:
        path: Where to.
        data: The content.
        lasting: Whether to wait until the disk has it.

    Raises:
        UnwritableError: It cannot be written; the old file is untouched.
    """
    temporary = _beside(path)
    try:
        _fill(temporary, path, data, lasting=lasting)
        temporary.replace(path)
    except BaseException as error:
        _remove(temporary)
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise


def write_all(root: Path | str, texts: Mapping[str, str]) -> list[str]:
    """Write several files below a folder: all of them or none.

    First every new content is put beside its place, then all take their places. Files that hold
    the text already are not touched. Missing folders are made.

    Args:
        root: The folder; nothing outside is written, not even through a link.
        texts: Names below the root, with forward slashes, and their texts.

    Returns:
        The names that were written, sorted.

    Raises:
        UnwritableError: Something cannot be written; then nothing has changed.
    """
    top = os.path.realpath(root)
    # Ctrl-C may fall between any two steps, so each thing is noted before it is made.
    old: dict[Path, bytes | None] = {}
    waiting: dict[Path, Path] = {}
    folders: list[Path] = []
    names = []
    path = Path(root)
    try:
        for name, text in sorted(texts.items()):
            path = _inside(top, name)
            data = _encoded(name, text)
            before = path.read_bytes() if path.exists() else None
            if data == before:
                continue
            _make_folders(path.parent, folders)
            waiting[path], old[path] = _beside(path), before
            _fill(waiting[path], path, data)
            names.append(name)
        placed: list[Path] = []
        try:
            for path, temporary in waiting.items():
                placed.append(path)
                temporary.replace(path)
        except BaseException:
            for done in placed:
                _put_back(done, old[done])
            raise
    except BaseException as error:
        for temporary in waiting.values():
            _remove(temporary)
        for folder in reversed(folders):
            with contextlib.suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise
    return names


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other commands from rewriting a folder while its new content is worked out.

    The lock belongs to the process and ends with it, however that ends; no file is left behind.

    Raises:
        UnwritableError: Another command is at work there.
    """
    try:
        import fcntl  # noqa: PLC0415 - not every system has it; there, people must take care
    except ImportError:
        yield
        return
    # The folder itself may not exist yet; what holds it does, or else nothing can be written.
    holder = folder.absolute().parent
    while not holder.is_dir():
        holder = holder.parent
    try:
        handle = os.open(holder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UnwritableError(
                f"Một lệnh khác đang ghi vào {folder}; đợi lệnh đó xong rồi chạy lại."
            ) from None
        except OSError:
            pass  # a file system without locks
        yield
    finally:
        os.close(handle)


def _beside(path: Path) -> Path:
    """Return a place beside another for its new content; the name is hidden and no other's."""
    return path.with_name(f".{path.name[:40]}.{secrets.token_hex(6)}.tmp")


def _fill(temporary: Path, path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Put a content where it waits to take its place, with the permissions of what it replaces."""
    if path.is_symlink():
        raise UnwritableError(f"{path} là một liên kết nên không được ghi đè.")
    # Opened by hand rather than by `tempfile`, so that the user's umask sets the permissions.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        if lasting:
            os.fsync(file.fileno())
    if path.exists():
        temporary.chmod(stat.S_IMODE(path.stat().st_mode))


def _inside(top: str, name: str) -> Path:
    path = Path(top, name)
    real = os.path.realpath(path.parent)
    if ".." in path.parts or (real != top and not real.startswith(top.rstrip(os.sep) + os.sep)):
        raise UnwritableError(f"{name} nằm ngoài thư mục {top} nên không được ghi.")
    return path


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        made.append(path)
        path.mkdir(exist_ok=True)  # somebody else may be writing here as well


def _put_back(path: Path, data: bytes | None) -> None:
    with contextlib.suppress(OSError, UnwritableError):
        if data is None:
            path.unlink()
        else:
            write_bytes(path, data)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _encoded(name: str, text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise UnwritableError(f"{name} có ký tự không viết được bằng mã UTF-8.") from error


def _unwritable(path: Path, error: OSError) -> UnwritableError:
    return UnwritableError(f"Không ghi được {path}: {reason(error, writing=True)}.")
