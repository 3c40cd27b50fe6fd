# Stage 2: the only door for pydantic. What the law and the portal's form call a thing, its YAML key
# and its Python name stand together here and nowhere else; a record that exists is right.

"""Facts of law: typed, frozen records."""

from __future__ import annotations

from tthc_catalog.records.decision import AnnexRow, Decision
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.parsing import parse, parse_life
from tthc_catalog.records.procedure import Procedure

__all__ = ["AnnexRow", "Decision", "Procedure", "ProcedureDocument", "parse", "parse_life"]
