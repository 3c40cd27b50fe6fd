# The example on a rule's page is the rule's first test: the bad one breaks exactly this rule, the
# good one breaks none.

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tthc_catalog.rules import RULES, Rule, check
from tthc_catalog.rules.example import EXAMPLE_DAY, example_catalog

if TYPE_CHECKING:
    from tthc_catalog.finding import Finding


def _found(rule: Rule, example: str) -> list[Finding]:
    running = [each for each in RULES if each.by_default or each is rule]
    return check(example_catalog(example), EXAMPLE_DAY, rules=running)


def _told(findings: list[Finding]) -> str:
    return "\n".join(f"{found.place} [{found.id}] {found.message}" for found in findings)


def test_the_ground_of_all_examples_is_sound() -> None:
    assert not check(example_catalog("ten: Cấp giấy phép mẫu"), EXAMPLE_DAY)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_bad_example_breaks_this_rule(rule: Rule) -> None:
    found = _found(rule, rule.bad)
    ids = {each.id for each in found}
    assert rule.id in ids, _told(found)
    assert ids - {rule.id} == set(rule.also), _told(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_good_example_breaks_none(rule: Rule) -> None:
    found = _found(rule, rule.good)
    assert not found, _told(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_is_found_has_a_line_and_whole_sentences(rule: Rule) -> None:
    for found in _found(rule, rule.bad):
        assert found.place.line, found
        assert found.message.endswith("."), found.message
        assert found.mend.endswith((".", "?")), found.mend
        assert "{" not in found.message.replace("phu_luc: {", "")
