# A decision for machines. The shape is its own, frozen as version 1: fields may be added, none is
# renamed or removed.

"""A decision's annex held against the records, as JSON, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tthc_catalog.finding import Place
from tthc_catalog.outputs.changes_json import change_data, totals_data
from tthc_catalog.outputs.decision_rows import verdict_sentence

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.changes.comparison import DecisionReport
    from tthc_catalog.changes.reconciliation import RowMatch
    from tthc_catalog.changes.totals import Total

VERSION = 1


def decision_json(report: DecisionReport, *, folder: str = "") -> str:
    """Return the decision, its rows, its totals and its changes.

    Args:
        report: what to tell.
        folder: the catalogue's folder, put before the decision's file.
    """
    decision = report.decision
    reconciliation = report.reconciliation
    return json.dumps(
        {
            "version": VERSION,
            "decision": decision.number,
            "signed": _day(decision.signed),
            "effective": _day(decision.effective),
            "days": [day.isoformat() for day in report.days],
            "agency": decision.agency,
            "title": decision.title,
            "file": report.file and Place(report.file).seen_from(folder).file,
            "agrees": reconciliation.agrees,
            "complete": reconciliation.complete,
            "copied": reconciliation.copied,
            "rows": [_row(match) for match in reconciliation.rows],
            "computed_only": [change.code for change in reconciliation.computed_only],
            "inferred_merges": [
                {
                    "into": merge.into,
                    "sources": [{"code": code, "score": score} for code, score in merge.sources],
                }
                for merge in reconciliation.inferred_merges
            ],
            "totals": [_total(total) for total in reconciliation.totals],
            **totals_data(report.changes),
            "changes": [change_data(change) for change in report.changes],
        },
        ensure_ascii=False,
        indent=2,
    )


def _row(match: RowMatch) -> dict[str, Any]:
    row = match.row
    return {
        "heading": match.heading,
        "index": match.index,
        "code": row.code,
        "printed_code": row.printed_code,
        "means": row.means,
        "name": row.name or row.abridged_name,
        "declared": match.declared.value if match.declared else None,
        "computed": match.computed.value if match.computed else None,
        "verdict": match.verdict.name.lower(),
        "agrees": match.agrees,
        "sentence": verdict_sentence(match),
        "passive": match.passive,
        "replaces": list(row.replaces),
        "replaced_by": list(row.replaced_by),
        "merged": list(match.merged),
        "unanswered": list(match.unanswered),
        "differences": [
            {"key": each.key, "printed": each.printed, "stated": each.stated}
            for each in match.differences
        ],
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "heading": total.heading,
        "title": total.title,
        "printed": total.printed,
        "rows": total.rows,
        "codes": total.codes,
        "nameless": total.nameless,
        "code_levels": total.code_levels,
        "computed": total.computed,
        "agrees": total.agrees,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
