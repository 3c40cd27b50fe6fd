# Labels of pages come from the records, which alone know what a thing is called in law. Nothing
# else in the site spells a label of a part.

"""Official terms and YAML keys, by record and attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.records.decision import Annex, AnnexRow, Decision, Totals, TransitionRule
from tthc_catalog.records.document import DecisionRef, ProcedureDocument
from tthc_catalog.records.parts import (
    Agencies,
    Channel,
    Citation,
    Component,
    Dossier,
    Form,
    Result,
    Step,
)
from tthc_catalog.records.procedure import Parts, Procedure
from tthc_catalog.records.registers import LegalDocument

if TYPE_CHECKING:
    from tthc_catalog.records.record import Record


def _titles(model: type[Record]) -> dict[str, str]:
    return {name: field.title or name for name, field in model.model_fields.items()}


TERMS: dict[str, dict[str, str]] = {
    model.__name__: _titles(model)
    for model in (
        Agencies,
        Annex,
        AnnexRow,
        Channel,
        Citation,
        Component,
        Decision,
        DecisionRef,
        Dossier,
        Form,
        LegalDocument,
        Parts,
        Procedure,
        ProcedureDocument,
        Result,
        Step,
        Totals,
        TransitionRule,
    )
}
"""Official terms by record and attribute; pages take their labels from here."""

ALIASES: dict[str, str] = {name: field.alias or name for name, field in Parts.model_fields.items()}
"""YAML keys of the parts by attribute; they are the anchors of a procedure's page."""
