# Files: the fast reading of clean files, and the door to the careful one.
#
# A catalogue has thousands of files and nearly all are clean, most of them in the spelling that we
# write ourselves (`canonical.py`). The others are read straight from libyaml's events to plain
# data, with no look at a mark. At the first thing that is not ordinary these readers give up,
# without judging, and `careful.py` reads the file again and explains. So there is one place where
# faults are judged, and clean files do not pay for it.

"""Reading YAML files strictly: plain data, and findings for all that is not plain."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tthc_catalog.files import faults
from tthc_catalog.files.canonical import read_canonical
from tthc_catalog.files.careful import read_nodes
from tthc_catalog.files.nodes import plain
from tthc_catalog.files.plain import special
from tthc_catalog.files.text import ordinary
from tthc_catalog.files.yaml_events import events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tthc_catalog.files.cache import Cache
    from tthc_catalog.files.plain import Document, Plain
    from tthc_catalog.files.tree import Tree
    from tthc_catalog.files.yaml_events import Event
    from tthc_catalog.finding import Finding


@dataclass(slots=True)
class Stream:
    """What one file holds."""

    documents: list[Document] = field(default_factory=list)
    """One for each YAML document; an empty one stands for a document that a finding explains."""

    findings: list[Finding] = field(default_factory=list)
    """All that is wrong with how the file is written, each with its line."""

    whole: bool = True
    """Whether the file was read to its end; if not, documents may be missing after the last."""


def read(data: bytes | str, name: str = "") -> Stream:
    """Read one file.

    Args:
        data: The content; text counts as UTF-8.
        name: The file's name as the user knows it, for the places of findings.
    """
    if isinstance(data, str):
        data = data.encode(errors="surrogatepass")
    if ordinary(data):
        documents = read_canonical(data) or _read_clean(data)
        if documents is not None:
            return Stream(documents)
    reading = read_nodes(data, name)
    roots = [plain(node) if node else {} for node in reading.documents]
    return Stream(
        [root for root in roots if isinstance(root, dict)], reading.findings, reading.whole
    )


def read_tree(
    tree: Tree, suffix: str = ".yaml", cache: Cache | None = None
) -> Iterator[tuple[str, Stream]]:
    """Read all files of a tree in the order of their names.

    Garbage collection rests until the last file has been taken: nothing that is read refers to
    itself, and looking for such rings doubles the time.

    Args:
        tree: Where the files are.
        suffix: Ending of the names that are read.
        cache: Remembers clean files between runs; it is written when the last file has been read.

    Raises:
        UnreadableError: The tree or one of its files cannot be read at all.
    """
    with collector_at_rest():
        for name in tree.names(suffix):
            known = cache.get(tree, name) if cache else None
            if known is not None:
                yield name, Stream(known)
                continue
            stamp = tree.stamp(name) if cache else None
            data = tree.read(name)
            stream = read(data, name)
            if cache and stamp and not stream.findings:
                cache.put(name, stamp, data, stream.documents)
            yield name, stream
        if cache:
            cache.save(tree, suffix)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from looking at thousands of new objects that all stay."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class _NotOrdinaryError(Exception):
    """Something that only the careful reading can judge."""


def _read_clean(data: bytes) -> list[Document] | None:
    """Return the documents of a file without any fault; None at the first doubt."""
    try:
        get = events(data)
        get()
        documents: list[Document] = []
        while not isinstance(event := get(), yaml.StreamEndEvent):
            if event.version or event.tags:
                return None
            root = get()
            if not isinstance(root, MappingStartEvent) or len(documents) == faults.MOST_DOCUMENTS:
                return None
            if root.anchor is not None or root.tag is not None:
                return None
            documents.append(_mapping(get, 1))
            get()
    except (_NotOrdinaryError, yaml.YAMLError):
        return None
    return documents if documents and all(documents) else None


# In the two functions below every test runs for each of a million scalars, so they are written for
# speed: types are compared with `is`, and nothing is called that can be asked in place.


def _mapping(get: Callable[[], Event], depth: int) -> Document:  # noqa: C901 - see above
    if depth > faults.DEEPEST:
        raise _NotOrdinaryError
    data: Document = {}
    while True:
        event = get()
        if not isinstance(event, ScalarEvent):
            if isinstance(event, MappingEndEvent):
                return data
            raise _NotOrdinaryError
        key = event.value
        if (
            key in data
            or not key
            or key == "<<"
            or event.tag is not None
            or event.anchor is not None
        ):
            raise _NotOrdinaryError
        if not event.style and special(key):
            raise _NotOrdinaryError
        event = get()
        kind: type = type(event)
        if kind is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                raise _NotOrdinaryError
            if not event.style and special(event.value):
                raise _NotOrdinaryError
            data[sys.intern(key)] = event.value
        elif event.anchor is not None or event.tag is not None:
            raise _NotOrdinaryError
        elif kind is SequenceStartEvent:
            data[sys.intern(key)] = _listing(get, depth + 1)
        else:
            data[sys.intern(key)] = _mapping(get, depth + 1)


def _listing(get: Callable[[], Event], depth: int) -> list[Plain]:
    if depth > faults.DEEPEST:
        raise _NotOrdinaryError
    data: list[Plain] = []
    while True:
        event = get()
        kind: type = type(event)
        if kind is SequenceEndEvent:
            return data
        if event.anchor is not None or event.tag is not None:
            raise _NotOrdinaryError
        if kind is ScalarEvent:
            if not event.style and special(event.value):
                raise _NotOrdinaryError
            data.append(event.value)
        elif kind is MappingStartEvent:
            data.append(_mapping(get, depth + 1))
        else:
            data.append(_listing(get, depth + 1))
