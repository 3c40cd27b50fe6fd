# Changes for the terminal.

"""Changes as text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from tthc_catalog.changes.difference import Op
from tthc_catalog.changes.effects import Effect
from tthc_catalog.changes.witness import witness
from tthc_catalog.outputs.change_rows import (
    NOTHING,
    change_rows,
    effect_sentence,
    heading,
    pairs,
    reasons,
    summary,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.changes.change import Change, Changes
    from tthc_catalog.changes.impact import ImpactItem
    from tthc_catalog.outputs.change_rows import ChangeRow, Sides

WIDTH = 96


def changes_text(changes: Changes, sides: Sides) -> Iterator[str]:
    """Yield the lines of a comparison: what was compared, then each change, then the count."""
    yield f"So sánh {sides}"
    for change in changes:
        yield ""
        yield from change_text(change)
    yield ""
    yield summary(changes) if changes else NOTHING


def change_text(change: Change) -> Iterator[str]:
    """Yield the lines of one change."""
    yield from _wrapped(heading(change), "", "  ")
    if told := when(change):
        yield from _wrapped(told, "  ")
    for reason in reasons(change):
        yield from _wrapped(reason, "  ")
    rows, others = change_rows(change)
    proofs: set[str] = set()
    written = sum(row.editorial for row in rows)
    for row, before, after in pairs(row for row in rows if not row.editorial):
        yield from _row(row, before, after)
        yield from _effects(change, row.effects, "      ", proofs)
    yield from _effects(change, others, "  ", proofs)
    if written:
        yield f"  {written} chỗ chỉ khác về trình bày (--format html in đủ)."


def _row(row: ChangeRow, before: str, after: str) -> Iterator[str]:
    yield from _wrapped(f"{row.title}:", "  ", "    ")
    if row.op is Op.REORDERED:
        yield "      đổi thứ tự"
        return
    if before:
        yield from _wrapped(f"- {before}", "      ", "        ")
    if after:
        yield from _wrapped(f"+ {after}", "      ", "        ")


def _effects(
    change: Change, effects: Iterable[ImpactItem], indent: str, proofs: set[str]
) -> Iterator[str]:
    for item in effects:
        yield from _wrapped(effect_sentence(item), indent, f"{indent}  ")
        proof = witness(change, item) if item.effect is Effect.HEAVIER else None
        if proof is not None:
            lacks = " ".join(lack.sentence for lack in proof.lacks)
            if lacks in proofs:
                continue
            proofs.add(lacks)
            said = f"Ai vừa đáp ứng quy định trước thì nay không còn đáp ứng: {lacks}"
            yield from _wrapped(said, f"{indent}  ")


def _wrapped(text: str, indent: str, hanging: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
