# Files: what was read last time.
#
# A folder of unchanged files is asked for its sizes and times only. The cache is one file of
# `marshal`, which can hold data but, unlike pickle, cannot call anything; a digest stands before
# it, so a damaged cache is no cache. It is never needed: whatever goes wrong here goes unsaid.

"""A memory of clean files between runs."""

from __future__ import annotations

import hashlib
import marshal
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tthc_catalog.errors import UnwritableError
from tthc_catalog.files.writing import write_bytes

if TYPE_CHECKING:
    from tthc_catalog.files.plain import Document
    from tthc_catalog.files.tree import Stamp, Tree

_MODULES = (
    "canonical.py",
    "careful.py",
    "direction.py",
    "disputed.py",
    "emitting.py",
    "faults.py",
    "nodes.py",
    "plain.py",
    "reading.py",
    "recovery.py",
    "syntax.py",
    "text.py",
    "yaml_events.py",
)
# File systems keep times as roughly as this; younger files are compared by content.
_ROUGHNESS = 2_000_000_000
_DIGEST = 32
_OF_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class Cache:
    """Plain data of clean files, by name and stamp, and by content for git revisions."""

    def __init__(self, path: Path) -> None:
        """Open the cache that stands in a file; a missing or damaged one is empty."""
        self.path = path
        self._entries: dict[str, tuple[Stamp, str, bytes]] = {}
        self._written = 0
        self._changed = False
        self._by_blob: dict[str, bytes] | None = None
        self._header = _header()
        self._load()

    def get(self, tree: Tree, name: str) -> list[Document] | None:
        """Return what a file holds, if it has not changed since it was found clean."""
        stamp = tree.stamp(name)
        if isinstance(stamp, str):
            if self._by_blob is None:
                self._by_blob = {blob: packed for _, blob, packed in self._entries.values()}
            return _unpacked(self._by_blob.get(stamp))
        entry = self._entries.get(name)
        if entry is None or entry[0] != stamp:
            return None
        if max(stamp[1:]) >= self._written - _ROUGHNESS:
            if blob_id(tree.read(name)) != entry[1]:
                return None
            self._changed = True
        return _unpacked(entry[2])

    def put(self, name: str, stamp: Stamp, data: bytes, documents: list[Document]) -> None:
        """Remember a clean file; its stamp was taken before it was read."""
        if not isinstance(stamp, str):
            self._entries[name] = (stamp, blob_id(data), marshal.dumps(documents))
            self._changed = True

    def save(self, tree: Tree, suffix: str) -> None:
        """Write the cache if anything has changed, without the files that are gone."""
        names = set(tree.names(suffix))
        if not names or isinstance(tree.stamp(min(names)), str):
            return
        gone = [name for name in self._entries if name.endswith(suffix) and name not in names]
        for name in gone:
            del self._entries[name]
        if not self._changed and not gone:
            return
        body = marshal.dumps(self._entries)
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_bytes(
                self.path, self._header + hashlib.sha256(body).digest() + body, lasting=False
            )
        except (OSError, UnwritableError):
            return
        self._changed = False

    def _load(self) -> None:
        try:
            status = self.path.lstat()
            # Marshal trusts what it reads, so only a plain file of this user's own is opened.
            user = os.geteuid() if hasattr(os, "geteuid") else status.st_uid
            if not stat.S_ISREG(status.st_mode) or status.st_uid != user:
                return
            self._written = status.st_mtime_ns
            content = self.path.read_bytes()
        except OSError:
            return
        start = len(self._header) + _DIGEST
        body = memoryview(content)[start:]
        if content[:start] != self._header + hashlib.sha256(body).digest():
            return
        entries = _loaded(body)
        self._entries = entries if isinstance(entries, dict) else {}


def cache_folder() -> Path | None:
    """Return the folder of all our caches; None if the user wants none or has no place for one.

    It is `$XDG_CACHE_HOME/tthc_catalog` or `~/.cache/tthc_catalog`. The variable `TTHC_NO_CACHE`,
    set to anything, switches caches off.
    """
    if os.environ.get("TTHC_NO_CACHE"):
        return None
    stated = os.environ.get("XDG_CACHE_HOME", "")
    if Path(stated).is_absolute():
        return Path(stated) / "tthc_catalog"
    # Nobody's home is the root: that is how a container says that this user has none.
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.expanduser fails where there is none
    if not home.is_absolute() or home == Path(home.anchor):
        return None
    return home / ".cache" / "tthc_catalog"


def own_folder(name: str) -> Path | None:
    """Return a folder of our caches for what will be run, not only read; it is made if need be.

    None where there are no caches, or where others could put something into it.
    """
    folder = cache_folder()
    if folder is None:
        return None
    folder /= name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError:
        return None
    user = os.geteuid() if hasattr(os, "geteuid") else status.st_uid
    return folder if status.st_uid == user and not status.st_mode & _OF_OTHERS else None


def open_cache(tree: Tree) -> Cache | None:
    """Return the cache of a tree's folder, a file in `cache_folder`; None if there is no place."""
    folder = cache_folder()
    if folder is None:
        return None
    root = hashlib.sha256(os.fsencode(os.path.realpath(tree.folder))).hexdigest()[:24]
    return Cache(folder / f"{root}.cache")


def _header() -> bytes:
    # The rules of reading are part of the key: a file that was clean for an older release may not
    # be so for this one.
    rules = hashlib.sha256(f"{sys.implementation.cache_tag} {marshal.version}".encode())
    for module in _MODULES:
        rules.update(Path(__file__).with_name(module).read_bytes())
    return b"tthc-cache " + rules.digest()


def blob_id(data: bytes, *, sha256: bool = False) -> str:
    """Return git's own name of a content, so that revisions find what the folder has read.

    Args:
        data: the content.
        sha256: whether the repository names contents by SHA-256, as few do.
    """
    made = hashlib.sha256 if sha256 else hashlib.sha1
    return made(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _unpacked(packed: bytes | None) -> list[Document] | None:
    if packed is None:
        return None
    documents: list[Document] | None = _loaded(packed)
    return documents


def _loaded(packed: bytes | memoryview) -> Any:  # noqa: ANN401 - whatever was packed
    try:
        return marshal.loads(packed)  # noqa: S302 - our own file, its digest is right
    except (EOFError, TypeError, ValueError):
        return None
