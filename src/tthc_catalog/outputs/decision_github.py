# Where a decision's annex and the records part, as warnings at the rows of the annex.

"""A decision's annex held against the records, as GitHub workflow commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.files.positions import locate
from tthc_catalog.finding import FindingKind, Place, Severity
from tthc_catalog.outputs.change_rows import summary
from tthc_catalog.outputs.changes_github import place_of
from tthc_catalog.outputs.decision_rows import (
    computed_only_sentence,
    decision_heading,
    row_name,
    total_sentence,
    verdict_sentence,
)
from tthc_catalog.outputs.workflow_commands import SHOWN, annotation
from tthc_catalog.records.decision import Totals
from tthc_catalog.records.record import alias_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.changes.comparison import DecisionReport

_HERE = FindingKind("decision", Severity.WARNING, "")
_TITLE = "tthc decision"


def decision_github(report: DecisionReport, *, folder: str = "") -> Iterator[str]:
    """Yield one warning for each row and total that is not as the records say.

    Args:
        report: what `changes_by` returned.
        folder: the catalogue's folder as seen from the root of the repository.
    """
    warnings = list(_warnings(report, folder))
    yield from warnings[:SHOWN]
    said = f"{decision_heading(report.decision)}. {summary(report.changes)}"
    if len(warnings) > SHOWN:
        said += f"\nCòn {len(warnings) - SHOWN} chỗ nữa; `tthc decision` in đầy đủ."
    elif not warnings:
        said += "\nPhụ lục và dữ liệu khớp nhau."
    yield annotation("notice", said, title=_TITLE)


def _warnings(report: DecisionReport, folder: str) -> Iterator[str]:
    reconciliation = report.reconciliation
    for match in reconciliation.rows:
        if not match.agrees:
            text = f"{row_name(match)}: {verdict_sentence(match)}"
            place = _located(report, Place(report.file, 0, match.place))
            yield annotation("warning", text, title=_TITLE, place=place, folder=folder)
    for total in reconciliation.totals:
        if not total.agrees:
            key = alias_of(Totals, total.heading)
            place = _located(report, Place(report.file, 0, ("tong_so", key)))
            text = total_sentence(total)
            yield annotation("warning", text, title=_TITLE, place=place, folder=folder)
    if reconciliation.copied and reconciliation.complete:
        for change in reconciliation.computed_only:
            there = place_of(change, report.catalog)
            text = f"{change.code}: {computed_only_sentence()}"
            yield annotation("warning", text, title=_TITLE, place=there, folder=folder)


def _located(report: DecisionReport, place: Place) -> Place:
    if report.catalog.tree is None:
        return place
    return locate([_HERE.at(place)], report.catalog.tree.read)[0].place
