# Files: the same text read by ruamel.yaml.
#
# Bulk reading trusts libyaml. Edits of published law are worth a second, independent reader of the
# YAML 1.2 generation; the tests hold the two readers equal on everything that we accept.

"""Plain data as ruamel.yaml reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from tthc_catalog.files.text import prepare

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

    from tthc_catalog.files.plain import Plain


def read_again(text: str) -> list[Plain] | None:
    """Return the documents of a text; None where ruamel.yaml refuses it."""
    nodes = compose(text)
    if nodes is None:
        return None
    try:
        return [_plain(node) if node else {} for node in nodes]
    except TypeError:
        return None


def compose(text: str) -> list[Node | None] | None:
    """Return the nodes of a text with ruamel's marks; None where ruamel.yaml refuses it."""
    source = prepare(text.encode(errors="surrogatepass"), "")
    reader = YAML(typ="safe", pure=True)
    try:
        return list(reader.compose_all(source.text)) if source.readable else None
    except YAMLError:
        return None


def _plain(node: Node) -> Plain:
    if isinstance(node, ScalarNode):
        return str(node.value)
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    data: dict[str, Plain] = {}
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise TypeError
            data.setdefault(str(key.value), _plain(value))
    return data
