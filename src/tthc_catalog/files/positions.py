# Files: where in its file a finding is.
#
# Stages above know routes (`cach_thuc[0].thoi_han`), people need lines. Lines are looked up only
# for findings, after the work is done, from the same parser that read the file; a test holds its
# marks equal to those of ruamel.yaml, which takes twenty times as long.

"""Lines and columns for findings that know only their route."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.careful import read_nodes
from tthc_catalog.files.nodes import Branch, Leaf
from tthc_catalog.files.reading import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from tthc_catalog.files.nodes import Mark, Node
    from tthc_catalog.finding import Finding, Route


def locate(
    findings: Iterable[Finding],
    read: Callable[[str], bytes],
    about_keys: Collection[str] = ("unknown-key",),
) -> list[Finding]:
    """Fill in line and column of findings that have none.

    A finding about a text points at the text, also where it stands for a list of one; about a list
    or a group of lines, at the key above it; about something that is missing, at what should hold
    it. A file that cannot be read any more leaves its findings as they are.

    Args:
        findings: In any order, which is kept.
        read: Gives the content of a file by the name in the findings' places.
        about_keys: Ids of kinds that speak of the key at the end of their route.
    """
    located = list(findings)
    unknown: dict[str, list[int]] = {}
    for index, found in enumerate(located):
        if not found.place.line:
            unknown.setdefault(found.place.file, []).append(index)
    # One file after the other, so that the nodes of one only are in memory.
    with collector_at_rest():
        for name, indices in unknown.items():
            documents = _documents(name, read)
            for index in indices:
                found = located[index]
                place = found.place
                root = documents[place.document] if place.document < len(documents) else None
                if root is not None:
                    mark = mark_of(root, place.route, key=found.id in about_keys)
                    located[index] = found.moved(replace(place, line=mark.line, column=mark.column))
    return located


def _documents(name: str, read: Callable[[str], bytes]) -> list[Branch | None]:
    try:
        return read_nodes(read(name), name).documents
    except UnreadableError:
        return []


def mark_of(root: Node, route: Route, *, key: bool = False) -> Mark:
    """Return where a value begins, or the nearest thing above it that exists.

    Args:
        root: The document.
        route: Keys and indices down to the value.
        key: Whether the key is meant rather than its value.
    """
    name: Leaf | None = None
    node = root
    for step in route:
        entry = step_down(node, step)
        if entry is None and isinstance(node, Leaf):
            break  # a bare text that stands for a list, or for a record of which it is one key
        if entry is None:
            # Missing: a list's item points at its first key, a mapping at the key that names it.
            return name.start if name else node.start
        name, node = entry
    if name is None:
        return node.start
    if key or (isinstance(node, Branch) and not node.flow) or node.start.index == node.end.index:
        return name.start
    return node.start


def step_down(node: Node, step: str | int) -> tuple[Leaf | None, Node] | None:
    """Return the key and value, or the item, that a step of a route leads to."""
    if not isinstance(node, Branch):
        return None
    if node.listing:
        inside = isinstance(step, int) and 0 <= step < len(node.entries)
        return node.entries[int(step)] if inside else None
    if node.first is None:
        # A register may have a finding for each of its thousands of keys.
        node.first = {}
        for index, (key, _) in enumerate(node.entries):
            if key is not None:
                node.first.setdefault(key.text, index)
    at = node.first.get(step) if isinstance(step, str) else None
    return None if at is None else node.entries[at]
