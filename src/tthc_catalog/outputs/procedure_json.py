# A procedure for machines, in the English names. The shape is frozen as version 1: fields may be
# added, none is renamed or removed.

"""A procedure, its state and its history as JSON, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tthc_catalog.catalog import ALWAYS

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.catalog import Entry, Life, State, Transitional

VERSION = 1


def state_json(state: State) -> str:
    """Return one state of a procedure."""
    return _text({"version": VERSION, **state_data(state)})


def history_json(life: Life) -> str:
    """Return every document and every state of a life."""
    return _text(
        {
            "version": VERSION,
            "code": life.code,
            "documents": [
                entry_data(entry) for entry in sorted(life.entries, key=lambda e: e.order)
            ],
            "states": [state_data(state) for state in life.states],
        }
    )


def governing_json(code: str, answer: Transitional) -> str:
    """Return which version rules a dossier under way; `rule` is null where none is stated."""
    return _text(
        {
            "version": VERSION,
            "code": code,
            "rule": answer.rule.name.lower() if answer.rule else None,
            "changes": [entry_data(entry) for entry in answer.entries],
            "versions": [state_data(state) for state in answer.versions],
        }
    )


def state_data(state: State) -> dict[str, Any]:
    """Return a state as plain data."""
    return {
        "code": state.code,
        "status": state.status.name.lower(),
        "since": _day(state.since),
        "until": _day(state.until),
        "successors": list(state.successors),
        "ended_levels": list(state.ended_levels),
        "documents": [entry.index for entry in state.entries],
        "procedure": state.procedure.model_dump(mode="json", by_alias=False, exclude_defaults=True),
    }


def entry_data(entry: Entry) -> dict[str, Any]:
    """Return a document's place on the two clocks as plain data; unknown days are null."""
    document = entry.document
    return {
        "index": entry.index,
        "decision": entry.label or None,
        "signed": _day(entry.signed),
        "effective": _day(entry.starts) if entry.basis.name in {"STATED", "SIGNED"} else None,
        "effect_basis": entry.basis.name.lower(),
        "expires": _day(entry.ends),
        "known_since": _day(entry.known),
        "recorded": _day(document.recorded),
        "corrects": entry.corrects,
        "parts": list(document.restated),
        "successors": list(document.successors),
        "abolished": document.abolished is not None,
        "events": [event.value for event in document.events],
    }


def _day(day: date | None) -> str | None:
    return None if day is None or day == ALWAYS else day.isoformat()


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
