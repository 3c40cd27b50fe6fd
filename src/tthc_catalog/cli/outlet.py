# Records are written by many hands, and a terminal obeys what is printed to it: escape sequences
# move the cursor or rename the window, overrides of direction turn words round, and the log of a
# GitHub workflow takes a line that begins with `::` for a command. Every verb prints text from
# records, so what may not reach a screen is held back in one place, where all of it passes.
#
# Such a character is shown as an escape of JSON (`\u202e`): to eyes it says what stood there, and
# in JSON it stands for just the same character. Not a verb itself.

"""The way out: standard output and error, with nothing in them that a screen would obey."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from typing import TextIO

# Controls but tab and line feed, and what embeds, overrides or isolates a direction of writing.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# GitHub looks for `::` behind spaces at the start of a line, and for `##[` anywhere in it.
_COMMAND = re.compile(r"^([^\S\n]*)::|##\[", re.MULTILINE)


class Outlet:
    """A stream of text that says what it is given and commands nothing."""

    def __init__(self, stream: TextIO, *, annotations: bool = False) -> None:
        """Stand before a stream.

        Args:
            stream: where the text goes.
            annotations: whether a verb that was asked for `--format github` prints them there.
        """
        self._stream = stream
        self._annotations = annotations

    def write(self, text: str) -> int:
        """Write a text; what a screen would obey is written as an escape."""
        if not text.isascii() or not text.isprintable():
            text = _OBEYED.sub(_escape, text)
        if os.environ.get("GITHUB_ACTIONS") == "true" and not (self._annotations and _annotates()):
            text = _COMMAND.sub(_uncommanding, text)
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the stream has
        """Leave all else to the stream."""
        return getattr(self._stream, name)


def _annotates() -> bool:
    """Return whether the verb at work prints workflow commands of its own, which are made safe."""
    context = click.get_current_context(silent=True)
    return context is not None and context.params.get("form") == "github"


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _uncommanding(found: re.Match[str]) -> str:
    return "#\\u0023[" if found[1] is None else f"{found[1]}\\u003a:"
