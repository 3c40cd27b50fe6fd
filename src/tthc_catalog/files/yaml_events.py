# Files: which YAML parser there is, and what its events look like.
#
# PyYAML's stubs know of neither libyaml's parser nor what events carry, so it is said here, once.

"""Events of a YAML text, from libyaml or, where PyYAML came without it, from pure Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from yaml import parser, reader, scanner

if TYPE_CHECKING:
    from collections.abc import Callable


class ParserMark(Protocol):
    """A position as the parser counts it: everything from 0, in characters."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """What the parser meets next; which attributes it has depends on its class."""

    start_mark: ParserMark
    end_mark: ParserMark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None
    version: tuple[int, int] | None
    tags: dict[str, str] | None


class PurePythonParser(reader.Reader, scanner.Scanner, parser.Parser):
    """The same events without libyaml, fifteen times slower."""

    def __init__(self, stream: str | bytes) -> None:
        reader.Reader.__init__(self, stream)
        scanner.Scanner.__init__(self)
        parser.Parser.__init__(self)


try:
    from yaml._yaml import CParser
except ImportError:
    LIBYAML = None
else:
    LIBYAML = CParser


def events(text: str | bytes) -> Callable[[], Event]:
    """Return a function that gives the next event of a text.

    Raises:
        yaml.YAMLError: The text begins with what is no text; the function raises it as well.
    """
    parser_of = LIBYAML or PurePythonParser
    return cast("Callable[[], Event]", parser_of(text).get_event)
