# Stage 4: what became of a procedure between two states, of which kind it is and what it means for
# applicants; and a decision's annex held against what the records say. Computed, never repaired.

"""Two states, or one decision, to explained and classified changes."""

from __future__ import annotations

from tthc_catalog.changes.change import Change, ChangeKind, Changes, Happening, Reason
from tthc_catalog.changes.comparison import DecisionReport, changes_by, changes_in, compare
from tthc_catalog.changes.difference import Difference, ItemChange, Op, PartChange

__all__ = [
    "Change", "ChangeKind", "Changes", "DecisionReport", "Difference", "Happening", "ItemChange",
    "Op", "PartChange", "Reason", "changes_by", "changes_in", "compare",
]  # fmt: skip
