# The sample catalogue is what people read first: it passes its own rules, but for what its
# ledger of acceptances explains.

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.changes import changes_in
from tthc_catalog.changes.effects import Effect
from tthc_catalog.changes.witness import witness
from tthc_catalog.finding import Severity
from tthc_catalog.rules import check, ledger_past

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 9, 20)


@pytest.fixture(scope="module")
def catalog(root: Path) -> Catalog:
    return Catalog.load(root / "catalog", cache=False)


def test_the_catalogue_is_clean(catalog: Catalog) -> None:
    told = [
        f"{found.place}: [{found.id}] {found.message}"
        for found in check(catalog, DAY)
        if found.severity is not Severity.INFO
    ]
    assert not told, "\n".join(told)


def test_every_acceptance_gives_a_reason_of_its_own_kind(catalog: Catalog) -> None:
    found = check(catalog, DAY, accepted_too=True)
    known = {each.fingerprint: each.id for each in found}
    # What is accepted of the ledger's past only `tthc ledger verify` finds, in git.
    of_past = {kind.id for kind in ledger_past.KINDS}
    assert catalog.acceptances
    for acceptance, _ in catalog.acceptances:
        if acceptance.rule not in of_past:
            assert known[acceptance.fingerprint] == acceptance.rule
        assert acceptance.reason.endswith(".")


def test_every_heavier_change_has_a_dossier_that_proves_it(catalog: Catalog) -> None:
    unproved = [
        f"{change.code} {change.decision}: {item.sentence}"
        for life in catalog.lives.values()
        for change in changes_in(life, catalog)
        for item in change.impact.of(Effect.HEAVIER)
        if witness(change, item) is None
    ]
    assert unproved == []


def test_it_shows_what_signed_papers_get_wrong(catalog: Catalog) -> None:
    """1766/QĐ-UBND says 51 and lists 50; neither number is repaired."""
    said = {
        each.message
        for each in check(catalog, DAY, accepted_too=True)
        if each.id == "total-differs"
    }
    assert said == {"Quyết định in tổng số «Sửa đổi, bổ sung» là 51, phụ lục có 50 dòng."}
