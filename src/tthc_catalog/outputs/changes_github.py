# Changes as notices on the lines of a pull request: the document that makes a change is where its
# notice stands. What weighs most comes first, because GitHub shows ten.

"""Changes as GitHub workflow commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.files.positions import locate
from tthc_catalog.finding import FindingKind, Place, Severity
from tthc_catalog.outputs.change_rows import (
    change_rows,
    effect_sentence,
    heading,
    in_order_of_weight,
    pairs,
    reasons,
    summary,
    when,
)
from tthc_catalog.outputs.workflow_commands import SHOWN, annotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.changes.change import Change, Changes

_HERE = FindingKind("change", Severity.INFO, "")


def changes_github(changes: Changes, after: Catalog, *, folder: str = "") -> Iterator[str]:
    """Yield one notice per change, the weightiest first, and one that counts them all.

    Args:
        changes: what to show.
        after: the catalogue after, where the documents stand.
        folder: its folder as seen from the root of the repository.
    """
    for change in in_order_of_weight(changes)[:SHOWN]:
        place = place_of(change, after)
        yield annotation("notice", _text(change), title=heading(change), place=place, folder=folder)
    said = summary(changes)
    if len(changes) > SHOWN:
        said += f"\nChỉ {SHOWN} thay đổi được đánh dấu; `tthc diff --format markdown` in đầy đủ."
    yield annotation("notice", said, title="tthc diff")


def place_of(change: Change, catalog: Catalog) -> Place | None:
    """Return where the document that made a change stands, with its line."""
    life = catalog.lives.get(change.code)
    if life is None:
        return None
    place = Place(life.file, change.entry.index if change.entry else 0)
    if catalog.tree is None:
        return place
    return locate([_HERE.at(place)], catalog.tree.read)[0].place


def _text(change: Change) -> str:
    rows, others = change_rows(change)
    lines = [when(change), *reasons(change)]
    for row, before, after in pairs(row for row in rows if not row.editorial):
        lines.append(f"{row.title}: {before or '(không có)'} → {after or '(không có)'}")
        lines += [effect_sentence(item) for item in row.effects]
    lines += [effect_sentence(item) for item in others]
    return "\n".join(line for line in lines if line)
