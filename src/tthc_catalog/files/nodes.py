# Files: a YAML text as a tree that knows where each key and value begins and ends.
#
# Only the careful reading (`careful.py`) makes such trees. Places of findings and formatting rest
# on them.

"""YAML nodes with their marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from tthc_catalog.files.plain import Document, Plain
    from tthc_catalog.finding import Finding


@dataclass(frozen=True, slots=True)
class Mark:
    """A position in the text of a file."""

    index: int
    line: int
    """1-based."""
    column: int
    """1-based."""


@dataclass(slots=True)
class Leaf:
    """A scalar: the text that it means, and how it is written."""

    text: str
    style: str
    """`|`, `>`, a quotation mark, or nothing for a plain one."""
    start: Mark
    end: Mark


@dataclass(slots=True)
class Branch:
    """A list or a mapping; what its keys or items are stands in `entries`."""

    entries: list[tuple[Leaf | None, Node]]
    """Key and value; an item of a list has no key."""
    listing: bool
    flow: bool
    start: Mark
    end: Mark
    first: dict[str, int] | None = field(default=None, repr=False, compare=False)
    """Where the first entry of each key is, once somebody has asked for one by its name."""


Node: TypeAlias = "Leaf | Branch"


@dataclass(slots=True)
class Reading:
    """All that the careful reading knows about one file."""

    text: str
    documents: list[Branch | None] = field(default_factory=list)
    """Nothing where a document is not a mapping."""
    findings: list[Finding] = field(default_factory=list)
    whole: bool = True
    """Whether reading reached the end of the file."""
    leaves: list[Leaf] = field(default_factory=list)
    """Every scalar of the file in the order of the text, keys among them."""


def plain(node: Node) -> Plain:
    """Return the plain data of a node; of two equal keys the first counts."""
    if isinstance(node, Leaf):
        return node.text
    if node.listing:
        return [plain(value) for _, value in node.entries]
    data: Document = {}
    for key, value in node.entries:
        if key is not None and key.text not in data:
            data[key.text] = plain(value)
    return data
