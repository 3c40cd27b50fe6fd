# An editor shows one sentence beside each key; a key without one leaves officers guessing.

from __future__ import annotations

import pytest

from tthc_catalog.records import decision, parts, procedure, registers
from tthc_catalog.records.record import Record

KEYS = [
    (model, name)
    for module in (parts, procedure, decision, registers)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, Record)
    # A state is computed and never written.
    if model.__module__ == module.__name__ and model is not procedure.Procedure
    for name in model.__annotations__
    if name in model.model_fields
]


@pytest.mark.parametrize(
    ("model", "name"), KEYS, ids=[f"{model.__name__}.{name}" for model, name in KEYS]
)
def test_a_key_has_a_hint_for_officers(model: type[Record], name: str) -> None:
    hint = model.model_fields[name].description or ""
    assert hint
    assert not hint.startswith("("), "the article alone explains nothing"
