# Every id that a finding can bear, in one list. An id is a promise: officers accept findings by it
# and set its level, so it is never given to anything else, also not after its rule is gone.

"""All kinds of findings of all stages, and the rules among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog import catalog, files
from tthc_catalog.records import parsing
from tthc_catalog.rules import ledger, ledger_past, verdicts
from tthc_catalog.rules.listed import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tthc_catalog.finding import FindingKind
    from tthc_catalog.rules.rule import Rule

RETIRED: frozenset[str] = frozenset()
"""Ids of rules that are gone; nothing may bear them again."""


def all_kinds(*more: Iterable[FindingKind]) -> tuple[FindingKind, ...]:
    """Return every kind of finding, in the order of the stages.

    Args:
        more: kinds of stages that this one cannot see, such as `tthc_catalog.imports.KINDS`.
    """
    rules = {rule.id: rule.kind for rule in RULES}
    kinds = (
        *(kind for kind in files.KINDS if kind.id not in rules),
        *parsing.KINDS, *catalog.KINDS, *rules.values(), *verdicts.KINDS, *ledger.KINDS,
        *ledger_past.KINDS, *(kind for group in more for kind in group),
    )  # fmt: skip
    return tuple({kind.id: kind for kind in kinds}.values())


def rule_of(kind_id: str) -> Rule | None:
    """Return the rule behind an id; None for what reading itself finds."""
    return next((rule for rule in RULES if rule.id == kind_id), None)
