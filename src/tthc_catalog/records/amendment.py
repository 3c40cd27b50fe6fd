# The fold of a life: what a document states replaces what stood before, whole; what it does not
# name stays. From when a document counts is not decided here (see catalog/).

"""The state of a procedure after each document of its life."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tthc_catalog.records.procedure import Parts, Procedure, part_names, parts_by_key

if TYPE_CHECKING:
    from tthc_catalog.records.document import ProcedureDocument


def amended(before: Procedure | None, document: ProcedureDocument, code: str) -> Procedure:
    """Return the state after a document: the parts it restates replace those before, whole.

    Args:
        before: the state before it; None for the first document of a life, which states them all.
        document: what a decision did.
        code: whose state it is.
    """
    stated, restated = document.__dict__, document.restated
    if before is None:
        values: dict[str, Any] = {name: stated[name] for name in part_names()}
    else:
        values = dict(before.__dict__)
        for name in restated:
            values[name] = stated[name]
    if document.dropped:
        names = parts_by_key()
        for alias in document.dropped:
            values[names[alias]] = Parts.model_fields[names[alias]].default
    values["code"] = code
    values["unknown"] = _unknown(values.get("unknown", ()), document, restated)
    return _constructed(values)


def _unknown(
    before: tuple[str, ...], document: ProcedureDocument, restated: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the YAML keys of the parts that no document so far tells."""
    if not before and not document.unknown:
        return ()
    names = parts_by_key()
    unknown = (alias for alias in document.unknown if alias in names)
    if not before:
        return tuple(dict.fromkeys(unknown))
    told = {*document.dropped, *(alias for alias, name in names.items() if name in restated)}
    known = (alias for alias in before if alias not in told)
    return tuple(dict.fromkeys((*known, *unknown)))


def _constructed(values: dict[str, Any]) -> Procedure:
    # What `model_construct` makes of values that are all given and all valid, in a tenth of the
    # time: a catalogue is folded whole before its first day can be asked for.
    procedure = Procedure.__new__(Procedure)
    object.__setattr__(procedure, "__dict__", values)
    object.__setattr__(procedure, "__pydantic_fields_set__", _ALL_FIELDS.copy())
    object.__setattr__(procedure, "__pydantic_extra__", None)
    object.__setattr__(procedure, "__pydantic_private__", None)
    return procedure


_ALL_FIELDS = set(Procedure.model_fields)
