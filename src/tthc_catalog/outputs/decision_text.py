# A decision for the terminal: each row of the annex with what the records say of it, then what the
# records change and no row declares, then the totals.

"""A decision's annex held against the records, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.outputs.change_rows import summary
from tthc_catalog.outputs.changes_text import change_text
from tthc_catalog.outputs.decision_rows import (
    agrees,
    computed_only_sentence,
    decision_heading,
    remarks,
    row_heading,
    row_name,
    total_sentence,
    verdict_sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.changes.comparison import DecisionReport


def decision_text(report: DecisionReport, *, changes_too: bool = False) -> Iterator[str]:
    """Yield the lines of a decision.

    Args:
        report: what `changes_by` returned.
        changes_too: whether every change is told in full.
    """
    reconciliation = report.reconciliation
    yield decision_heading(report.decision)
    if report.decision.title:
        yield report.decision.title
    yield from remarks(reconciliation)
    if reconciliation.rows:
        yield ""
        yield "Phụ lục và dữ liệu:"
    for match in reconciliation.rows:
        sign = "=" if agrees(match) else "≠"
        yield f"  {sign} {row_heading(match)}: {row_name(match.row)}"
        yield f"      {verdict_sentence(match)}"
    for change in reconciliation.computed_only:
        sign = "≠" if reconciliation.copied and reconciliation.complete else "+"
        yield f"  {sign} {change.kind.label}: {change.code} {change.name}".rstrip()
        yield f"      {computed_only_sentence()}"
    yield ""
    yield "Tổng số:"
    for total in reconciliation.totals:
        yield f"  {total_sentence(total)}"
    yield ""
    yield summary(report.changes)
    if changes_too:
        for change in report.changes:
            yield ""
            yield from change_text(change)
