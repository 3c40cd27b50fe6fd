# Runs the rules over what there is, gives every finding its level and its line, and leaves out what
# the catalogue has accepted.

"""Check a catalogue: every rule on every subject, levels, acceptances, lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.files.paths import LEDGER_FILE
from tthc_catalog.files.positions import locate
from tthc_catalog.finding import Finding, in_reading_order
from tthc_catalog.rules import verdicts
from tthc_catalog.rules.inventory import all_kinds
from tthc_catalog.rules.ledger import Ledger
from tthc_catalog.rules.listed import RULES
from tthc_catalog.rules.published import Published
from tthc_catalog.rules.rule import Rule, Scope
from tthc_catalog.rules.subject import Checkup, Publication
from tthc_catalog.rules.unread import at_their_documents, documents_read, without_followers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.files.tree import Tree


def check(
    catalog: Catalog,
    today: date,
    *,
    rules: Iterable[Rule] | None = None,
    accepted_too: bool = False,
    cache: bool = False,
) -> list[Finding]:
    """Return everything that is wrong with a catalogue, in reading order, with lines.

    Args:
        catalog: what `Catalog.load` returned; its own findings are included. Where it was loaded
            with hashes, these are held against the ledger.
        today: the day on which it is checked.
        rules: the rules to run; by default all that the catalogue does not switch off.
        accepted_too: whether findings that the catalogue's ledger accepts are returned as well.
        cache: whether what was read last time may be taken for what stands in the files, when
            published documents are held against the ledger.
    """
    chosen = verdicts.chosen(catalog, RULES) if rules is None else tuple(rules)
    by_rules = without_followers(catalog, run(catalog, today, chosen))
    found = [*catalog.findings, *at_their_documents(by_rules, documents_read(catalog))]
    found = list(verdicts.at_their_levels(catalog, found, {rule.id for rule in RULES}))
    found, about_acceptances = verdicts.accepted(catalog, found, today, keep=accepted_too)
    found += about_acceptances
    found += verdicts.unknown_rules(catalog, {kind.id for kind in all_kinds()})
    found += verdicts.fixed_levels(
        catalog, {kind.id for kind in all_kinds()} - {r.id for r in RULES}
    )
    if catalog.tree is not None:
        # Not for acceptances: what is published stays as it is (`tthc ledger verify` says more).
        found += _rewritten(catalog, catalog.tree, cache=cache)
        found = locate(found, catalog.tree.read)
    return in_reading_order(found)


def _rewritten(catalog: Catalog, tree: Tree, *, cache: bool) -> list[Finding]:
    """Return which published documents are not as the ledger recorded them."""
    if LEDGER_FILE not in tree.names(".jsonl"):
        return []
    published = Published.in_tree(tree, catalog=catalog, cache=cache)
    return Ledger.read(tree).edits(published)


def run(catalog: Catalog, today: date, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Yield what rules find, without levels, acceptances or lines."""
    checkup = Checkup(catalog, today)
    by_scope: dict[Scope, list[Rule]] = {scope: [] for scope in Scope}
    for rule in rules:
        by_scope[rule.scope].append(rule)
    for story in checkup.stories:
        yield from _found(by_scope[Scope.LIFE], story, checkup)
        for version in story.versions:
            yield from _found(by_scope[Scope.DOCUMENT], version, checkup)
    for timed in catalog.decisions:
        yield from _found(by_scope[Scope.DECISION], Publication(timed, checkup), checkup)
    yield from _found(by_scope[Scope.CATALOG], checkup, checkup)


def _found(rules: Iterable[Rule], subject: object, checkup: Checkup) -> Iterator[Finding]:
    for rule in rules:
        yield from rule.findings(subject, checkup)
