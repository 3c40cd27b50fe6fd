# What every rule promises by being one.

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import tthc_catalog.rules as package
from tthc_catalog import catalog, files
from tthc_catalog.imports import KINDS as IMPORT_KINDS
from tthc_catalog.records import parsing
from tthc_catalog.rules import RULES, Rule, all_kinds, ledger, ledger_past, rule_of, verdicts
from tthc_catalog.rules.inventory import RETIRED

if TYPE_CHECKING:
    from tthc_catalog.finding import FindingKind

HERE = Path(__file__).parent
MACHINERY = {
    "__init__", "agency_register", "checking", "example", "inventory", "ledger", "ledger_past",
    "listed", "near_numbers", "published", "ripple", "rule", "subject", "succession",
    "unread", "verdicts",
}  # fmt: skip


def test_there_are_enough_rules() -> None:
    assert len(RULES) >= 40


def test_no_rule_is_forgotten_in_the_list() -> None:
    folder = Path(package.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - MACHINERY
    assert modules == {rule.id.replace("-", "_") for rule in RULES}


def test_an_id_stands_for_one_thing_and_is_never_reused() -> None:
    kinds = all_kinds(IMPORT_KINDS)
    ids = [kind.id for kind in kinds]
    assert len(ids) == len(set(ids))
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert not set(ids) & RETIRED
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each) for each in ids)


def test_no_published_id_disappears() -> None:
    """`published_ids.txt` only grows: an id that is gone must stand among the retired ones."""
    published = set((HERE / "published_ids.txt").read_text(encoding="utf-8").split())
    ids = {kind.id for kind in all_kinds(IMPORT_KINDS)}
    assert published - ids == RETIRED
    assert ids <= published, f"add to published_ids.txt: {sorted(ids - published)}"


def test_kinds_of_one_id_are_one_kind() -> None:
    groups = (
        files.KINDS, parsing.KINDS, catalog.KINDS, verdicts.KINDS, ledger.KINDS, ledger_past.KINDS,
        IMPORT_KINDS,
    )  # fmt: skip
    said: dict[str, FindingKind] = {}
    for kind in (*(each for group in groups for each in group), *(rule.kind for rule in RULES)):
        assert said.setdefault(kind.id, kind) == kind


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks(rule: Rule) -> None:
    assert rule.why.endswith(".")
    assert rule.kind.says.endswith((".", "}"))
    assert rule.kind.mend
    assert rule.bad != rule.good
    assert rule_of(rule.id) is rule


@pytest.mark.parametrize("kind", all_kinds(IMPORT_KINDS), ids=lambda kind: kind.id)
def test_words_are_templates_that_can_be_filled(kind: FindingKind) -> None:
    for template in (kind.says, kind.mend):
        names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
        assert all(name.isidentifier() for name in names), template
