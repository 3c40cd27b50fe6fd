"""What must hold in a catalogue: one rule, one file."""

from __future__ import annotations

from tthc_catalog.rules.channel_without_time_limit import channel_without_time_limit
from tthc_catalog.rules.checking import check
from tthc_catalog.rules.rule import Checkup, Publication, Rule, Scope, Version

RULES: tuple[Rule, ...] = (channel_without_time_limit,)
"""Every rule, in the order in which the documentation lists them."""

__all__ = ["RULES", "Checkup", "Publication", "Rule", "Scope", "Version", "check"]
