# GitHub reads annotations from the log of a step. What a text may hold there, and how many are
# shown, is the same for findings, changes and decisions.

"""GitHub workflow commands: one line for each annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tthc_catalog.finding import Place

SHOWN = 10
"""How many annotations of one level GitHub shows for one step."""


def annotation(
    command: str, text: str, *, title: str, place: Place | None = None, folder: str = ""
) -> str:
    """Return one workflow command.

    Args:
        command: `error`, `warning` or `notice`.
        text: what it says; may have several lines.
        title: its short title.
        place: where it belongs, in a catalogue.
        folder: the catalogue's folder as seen from the root of the repository.
    """
    where = []
    if place is not None:
        path = place.seen_from(folder).file
        where.append(f"file={_property(path)}")
        if place.line:
            where.append(f"line={place.line}")
        if place.column:
            where.append(f"col={place.column}")
    where.append(f"title={_property(title)}")
    return f"::{command} {','.join(where)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
