# A decision says twice what it does: in its annex, typed from the paper, and through the documents
# of the procedures. The page shows both side by side and repairs neither.

"""The page of a decision and the lists of decisions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.changes import changes_by
from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Link, Page
from tthc_catalog.outputs.site.terms import TERMS
from tthc_catalog.outputs.site.timeline import label_of
from tthc_catalog.vietnamese import say_date, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.catalog import Timed
    from tthc_catalog.changes import Change
    from tthc_catalog.changes.reconciliation import RowMatch
    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.records.decision import Decision


class Row(NamedTuple):
    """One row of the annex beside what the records say of the same procedure."""

    match: RowMatch
    name: Link
    computed: str
    """The kind that the records show; empty where they say nothing of it."""

    related: tuple[tuple[Link, str, str], ...]
    """What became of the codes that the row says it replaces."""


def decision_page(edition: Edition, timed: Timed) -> Page:
    """Return the page of one decision."""
    decision = timed.decision
    report = changes_by(decision, edition.catalog)
    found = report.reconciliation
    headings: dict[str, list[Row]] = defaultdict(list)
    for match in found.rows:
        headings[match.heading].append(_row(edition, match))
    title = f"{TERMS['ProcedureDocument']['decision']} {decision.number}"
    return Page(
        edition.decision_addresses[id(decision)],
        title,
        _description(decision),
        "decision.html",
        addresses.DECISIONS,
        {
            "d": decision,
            "title": title,
            "found": found,
            "totals": [total for total in found.totals if total.counts_anything],
            "Verdict": Verdict,
            "headings": [(name, TERMS["Annex"][name], rows) for name, rows in headings.items()],
            "merges": [
                (
                    edition.procedure_link(merge.into),
                    [(edition.procedure_link(code), score) for code, score in merge.sources],
                )
                for merge in found.inferred_merges
            ],
            "undeclared": [_told(edition, change) for change in found.computed_only],
            "days": report.days,
            "net": report.impact.procedures,
            "bases": [
                (
                    edition.number_link(base.number) if base.number else Link(base.printed or ""),
                    base.signed,
                )
                for base in decision.bases
            ],
            "supersedes": [(edition.number_link(old.number), old) for old in decision.supersedes],
        },
    )


def _row(edition: Edition, match: RowMatch) -> Row:
    row = match.row
    name = edition.procedure_link(row.identity or "")
    words = row.name or row.abridged_name or (name.words if name.address else "")
    return Row(
        match,
        Link(words, name.address),
        label_of(match.change) if match.change else "",
        tuple(_told(edition, change) for change in match.related),
    )


def _told(edition: Edition, change: Change) -> tuple[Link, str, str]:
    return edition.procedure_link(change.code), label_of(change), change.kind.value


def _description(decision: Decision) -> str:
    said = [decision.title or decision.number]
    if decision.agency:
        said.append(decision.agency)
    if decision.signed:
        said.append(f"ký ngày {say_date(decision.signed)}")
    return ", ".join(said)


def decision_lists(edition: Edition) -> Iterator[Page]:
    """Yield the overview of all decisions and a list for each year."""
    years: dict[int | None, list[Decision]] = defaultdict(list)
    for timed in edition.catalog.decisions:
        years[addresses.decision_year(timed)].append(timed.decision)
    shelf = []
    for year in sorted(years, key=lambda year: -(year or 0)):
        name = f"Năm {year}" if year else "Chưa rõ năm"
        shelf.append((Link(name, addresses.year_address(year)), len(years[year])))
    latest = sorted((t.decision for t in edition.catalog.decisions), key=_newest_first)
    title = "Quyết định công bố"
    yield Page(
        addresses.DECISIONS,
        title,
        "Các quyết định công bố thủ tục hành chính trong danh mục.",
        "decisions.html",
        addresses.DECISIONS,
        {"title": title, "years": shelf, "rows": _listed(edition, latest[:50]), "latest": True},
    )
    for year, decisions in years.items():
        title = f"Quyết định năm {year}" if year else "Quyết định chưa rõ năm"
        yield Page(
            addresses.year_address(year),
            title,
            f"{len(decisions)} quyết định công bố thủ tục hành chính.",
            "decisions.html",
            addresses.DECISIONS,
            {
                "title": title,
                "years": [],
                "rows": _listed(edition, sorted(decisions, key=_newest_first)),
                "latest": False,
            },
        )


def _listed(edition: Edition, decisions: list[Decision]) -> list[tuple[Link, Decision]]:
    return [(Link(d.number, edition.decision_addresses[id(d)]), d) for d in decisions]


def _newest_first(decision: Decision) -> tuple[int, tuple[str, str]]:
    day: date | None = decision.signed or decision.effective
    return -(day.toordinal() if day else 0), sort_key(decision.number)
