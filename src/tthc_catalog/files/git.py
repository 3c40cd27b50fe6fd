# Files: the only module that runs git, or any other program.
#
# Git is asked for what it prints on any machine: no pager, no words of the user's language, no
# repository but the one around the folder that is named.

"""Questions to git, one at a time or one after the other."""

from __future__ import annotations

import os
import subprocess
import threading
import weakref
from typing import IO, TYPE_CHECKING

from tthc_catalog.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def git(folder: Path, *words: str, given: Iterable[str] = ()) -> subprocess.CompletedProcess[bytes]:
    """Run git once and return its answer, whether it is one or a refusal.

    Args:
        folder: a folder of the repository.
        words: what stands behind `git` on a command line.
        given: lines that it reads from its standard input.

    Raises:
        UnreadableError: git does not run on this machine.
    """
    try:
        return subprocess.run(
            _command(folder, *words),
            input="".join(f"{line}\n" for line in given).encode(errors="surrogateescape"),
            capture_output=True,
            check=False,
            env=_environment(),
        )
    except OSError as error:
        raise UnreadableError("Không chạy được git trên máy này.") from error


class Contents:
    """One git process that hands out contents as long as its tree is used."""

    def __init__(self, folder: Path) -> None:
        """Ask about the repository around a folder."""
        self._process = subprocess.Popen(
            _command(folder, "cat-file", "--batch"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        self._lock = threading.Lock()
        weakref.finalize(self, _end, self._process)

    def read(self, blob: str) -> bytes | None:
        """Return the content of a blob; None where git does not hand it out."""
        asking, telling = self._process.stdin, self._process.stdout
        if asking is None or telling is None:
            return None
        with self._lock:
            try:
                asking.write(f"{blob}\n".encode())
                asking.flush()
            except OSError:
                return None
            return _content(telling)


def _content(telling: IO[bytes]) -> bytes | None:
    head = telling.readline().split()
    if len(head) != 3 or head[1] != b"blob":  # noqa: PLR2004 - id, kind, size
        return None
    size = int(head[2])
    content = telling.read(size)
    telling.read(1)
    return content if len(content) == size else None


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    process.wait()


def _command(folder: Path, *words: str) -> list[str]:
    return ["git", "-C", str(folder), "--no-pager", *words]


def _environment() -> dict[str, str]:
    # Hooks of git set GIT_DIR and its like, which would point at another repository than `-C`.
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    ours = {
        key: os.environ[key]
        for key in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM")
        if key in os.environ
    }
    return {**kept, **ours, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
