# Stage 5: what must hold. One rule, one file; `listed.py` names them all, and a test tells who
# forgets one there.

"""What must hold in a catalogue: one rule, one file."""

from __future__ import annotations

from tthc_catalog.rules.checking import check
from tthc_catalog.rules.inventory import all_kinds, rule_of
from tthc_catalog.rules.listed import RULES
from tthc_catalog.rules.ripple import Ripple, Wave
from tthc_catalog.rules.rule import Rule, Scope
from tthc_catalog.rules.subject import Checkup, ripples

__all__ = [
    "RULES",
    "Checkup",
    "Ripple",
    "Rule",
    "Scope",
    "Wave",
    "all_kinds",
    "check",
    "ripples",
    "rule_of",
]
