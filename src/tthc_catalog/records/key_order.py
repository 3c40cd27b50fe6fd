# In which order the keys of a file stand. The record classes declare their fields in the order of
# the decree's form, so that order is taken from them; `tthc format` and importers write it.

"""The order of keys in the files of a catalogue, as the record classes declare it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tthc_catalog.records.decision import Decision
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.procedure import Parts
from tthc_catalog.records.record import record_in
from tthc_catalog.records.registers import DOCUMENTS, REGISTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pydantic import BaseModel

    from tthc_catalog.finding import Route


def key_order(name: str) -> Callable[[Route], Sequence[str] | None]:
    """Return what gives the keys of each mapping of a file in the order in which they are written.

    Args:
        name: where the file stands in its catalogue: `procedures/ho-tich/1.001193.yaml`.
    """
    model, skipped = _model_of(name), 0
    if name in REGISTERS:
        # A register's first level are ids, which stay in the order in which people put them.
        model, skipped = REGISTERS[name], 1

    def order(route: Route) -> Sequence[str] | None:
        if model is None or len(route) < skipped:
            return None
        return _keys_at(model, tuple(step for step in route[skipped:] if isinstance(step, str)))

    return order


def _model_of(name: str) -> type[BaseModel] | None:
    if name.startswith("procedures/"):
        return ProcedureDocument
    if name.startswith("decisions/"):
        return Decision
    return DOCUMENTS.get(name)


@cache
def _keys_at(model: type[BaseModel], route: tuple[str, ...]) -> tuple[str, ...] | None:
    if not route:
        return _keys(model)
    for name, field in model.model_fields.items():
        if route[0] == (field.alias or name):
            inner = record_in(field.annotation)
            return None if inner is None else _keys_at(inner, route[1:])
    return None


def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    names = list(model.model_fields)
    if model is ProcedureDocument:
        # Whose document it is and what it does come before the parts that it restates.
        names.sort(key=lambda name: name in Parts.model_fields)
    return tuple(model.model_fields[name].alias or name for name in names)
