# A decision for the terminal: each row of the annex with what the records say of it, then what the
# records change and no row declares, then the totals.

"""A decision's annex held against the records, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.outputs.change_rows import summary
from tthc_catalog.outputs.changes_text import change_text
from tthc_catalog.outputs.decision_rows import (
    decision_heading,
    merge_sentence,
    remarks,
    row_heading,
    row_name,
    speaks,
    total_sentence,
    undeclared_heading,
    verdict_sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.changes.comparison import DecisionReport
    from tthc_catalog.changes.reconciliation import Reconciliation


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
    yield from _rows(reconciliation)
    yield from _undeclared(reconciliation)
    yield from _merges(reconciliation)
    totals = [total for total in reconciliation.totals if total.counts_anything]
    if reconciliation.copied and totals:
        yield ""
        yield "Tổng số:"
        for total in totals:
            yield f"  {total_sentence(total)}"
    yield ""
    yield summary(report.changes)
    if changes_too:
        for change in report.changes:
            yield ""
            yield from change_text(change)


def _rows(reconciliation: Reconciliation) -> Iterator[str]:
    if not reconciliation.rows:
        return
    yield ""
    yield "Phụ lục và dữ liệu (= khớp, ≠ không khớp):"
    for match in reconciliation.rows:
        sign = "=" if match.agrees else "≠"
        yield f"  {sign} {row_heading(match)}: {row_name(match)}"
        if speaks(match):
            yield f"      {verdict_sentence(match)}"


def _undeclared(reconciliation: Reconciliation) -> Iterator[str]:
    if not reconciliation.computed_only:
        return
    sign = "≠" if reconciliation.copied and reconciliation.complete else "+"
    yield ""
    yield undeclared_heading(reconciliation)
    for change in reconciliation.computed_only:
        yield f"  {sign} {change.kind.label}: {change.code} {change.name}".rstrip()


def _merges(reconciliation: Reconciliation) -> Iterator[str]:
    if not reconciliation.inferred_merges:
        return
    yield ""
    yield "Có thể là hợp nhất (suy từ tên, quyết định không nói):"
    for merge in reconciliation.inferred_merges:
        yield f"  ? {merge_sentence(merge)}"
    if reconciliation.unnamed_ends:
        yield f"  Chưa rõ tên nên chưa xét: {', '.join(reconciliation.unnamed_ends)}."
