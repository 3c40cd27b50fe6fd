# Changes for machines. The shape is its own, frozen as version 1: fields may be added, none is
# renamed or removed. It has nothing of DeepDiff, whose view may change with its version.

"""Changes as JSON, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tthc_catalog.changes.effects import Effect
from tthc_catalog.changes.witness import witness

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.catalog import State
    from tthc_catalog.changes.change import Change, Changes
    from tthc_catalog.changes.difference import PartChange
    from tthc_catalog.changes.impact import Impact, ImpactItem
    from tthc_catalog.outputs.change_rows import Sides

VERSION = 1


def changes_json(changes: Changes, sides: Sides) -> str:
    """Return `{"version": 1, "before": …, "after": …, "changes": […]}`, in the order of codes."""
    return json.dumps(
        {
            "version": VERSION,
            "before": sides.before,
            "after": sides.after,
            **totals_data(changes),
            "changes": [change_data(change) for change in changes],
        },
        ensure_ascii=False,
        indent=2,
    )


def totals_data(changes: Changes) -> dict[str, Any]:
    """Return how many changes there are of each kind and of each effect."""
    return {
        "counts": {kind.value: count for kind, count in changes.counts.items()},
        "impact": impact_totals(changes.impact),
    }


def impact_totals(impact: Impact) -> dict[str, Any]:
    """Return all effects together and how many procedures have each net effect."""
    return {
        "net": impact.net.value,
        "procedures": {net.value: count for net, count in impact.procedures.items()},
    }


def change_data(change: Change) -> dict[str, Any]:
    """Return one change as plain data."""
    return {
        "code": change.code,
        "old_code": change.old_code or None,
        "inferred": change.inferred,
        "name": change.name,
        "kind": change.kind.value,
        "label": change.kind.label,
        "reasons": [
            {"sentence": reason.sentence, "law": reason.law or None} for reason in change.reasons
        ],
        "day": _day(change.day),
        "decision": change.decision or None,
        "signed": _day(change.entry.signed) if change.entry else None,
        "effect_basis": change.entry.basis.name.lower() if change.entry else None,
        "decision_changed": change.decision_changed,
        "before": _status(change.before),
        "after": _status(change.after),
        "events": [str(event) for event in change.events],
        "ended_levels": list(change.ended_levels),
        "predecessors": list(change.predecessors),
        "successors": list(change.successors),
        "parts": [_part(change, part) for part in change.parts],
        "impact": {
            "net": change.impact.net.value,
            "items": [_effect(change, item) for item in change.impact.items],
        },
        "fingerprint": change.fingerprint,
    }


def _status(state: State | None) -> str | None:
    return state.status.name.lower() if state else None


def _part(change: Change, part: PartChange) -> dict[str, Any]:
    return {
        "part": part.part,
        "key": part.alias,
        "title": part.title,
        "editorial": part.editorial,
        "revealed": part.revealed,
        "before": _value(change.before, part.part),
        "after": _value(change.after, part.part),
        "items": [
            {
                "op": item.op.name.lower(),
                "path": list(item.path),
                "field": item.field,
                "title": item.title,
                "before": item.before or None,
                "after": item.after or None,
                "editorial": item.editorial,
                "likeness": item.likeness,
            }
            for item in part.items
        ],
    }


def _value(state: State | None, part: str) -> object:
    if state is None:
        return None
    return state.procedure.model_dump(mode="json", by_alias=False, include={part}).get(part)


def _effect(change: Change, item: ImpactItem) -> dict[str, Any]:
    proof = witness(change, item) if item.effect is Effect.HEAVIER else None
    return {
        "rule": item.rule.id,
        "effect": item.effect.value,
        "sentence": item.sentence,
        "part": item.part,
        "item": item.item.strip() or None,
        "before": item.before or None,
        "after": item.after or None,
        "where": list(item.where),
        "witness": None
        if proof is None
        else {
            "dossier": proof.dossier.in_words(),
            "lacks": [lack.sentence for lack in proof.lacks],
        },
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
