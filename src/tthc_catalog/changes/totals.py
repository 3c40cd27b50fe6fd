# How many procedures a decision says that it publishes, held against the rows of its annex and the
# records. People count rows, codes, or codes by level, so each way of counting is kept; nothing is
# judged here.

"""The totals of a decision, counted in every way in which people count them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.changes.change import ChangeKind
from tthc_catalog.records.decision import Totals
from tthc_catalog.records.record import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.changes.change import Change
    from tthc_catalog.records.decision import AnnexRow, Decision

HEADINGS = ("new", "amended", "replaced", "abolished")
"""Python names of the headings that stand for the four kinds."""


@dataclass(frozen=True, slots=True)
class Total:
    """One heading counted in every way in which people count it."""

    heading: str
    """One of the four kinds, or `all`."""

    printed: int | None
    """The number that the decision prints; None where it prints none."""

    rows: int
    codes: int
    """Distinct codes among the rows; rows without a code are not in it."""

    nameless: int
    """Rows that name no code and are not said to mean any."""

    code_levels: int
    """Distinct pairs of code and level; a row without levels counts once."""

    computed: int
    """Procedures of this kind according to the records; of replacements, what takes over."""

    @property
    def title(self) -> str:
        """The official term of the heading."""
        return title_of(Totals, self.heading)

    @property
    def counts_anything(self) -> bool:
        """Whether there is a number to tell: printed, of rows or of what the records change."""
        return self.printed is not None or bool(self.rows or self.computed)

    @property
    def agrees(self) -> bool:
        """Whether the number printed is that of the rows; True where none is printed."""
        return self.printed is None or self.printed == self.rows


def totals_of(decision: Decision, changes: Iterable[Change]) -> Iterator[Total]:
    """Yield the count of each heading, then that of all.

    Args:
        decision: whose annex is counted.
        changes: what the records show of it.
    """
    rows: dict[str, list[AnnexRow]] = {heading: [] for heading in (*HEADINGS, "other")}
    for heading, _, row in decision.annex.rows():
        rows[heading].append(row)
    others = {row.identity for row in rows["other"] if row.identity}
    changed_otherwise: set[str] = set()
    computed: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        if change.kind is ChangeKind.REPLACED and not change.renewed:
            computed[change.kind.value] |= set(change.successors)
        else:
            computed[change.kind.value].add(change.code)
        if change.code in others:
            changed_otherwise.add(change.code)
    # What a decision prints as its total counts every row, also those outside the four kinds.
    everything = [row for mine in rows.values() for row in mine]
    legal = changed_otherwise.union(*(computed[heading] for heading in HEADINGS))
    for heading, mine, codes in (
        *((heading, rows[heading], computed[heading]) for heading in HEADINGS),
        ("all", everything, legal),
    ):
        identities = [row.identity for row in mine if row.identity]
        yield Total(
            heading=heading,
            printed=getattr(decision.totals, heading),
            rows=len(mine),
            codes=len(set(identities)),
            nameless=len(mine) - len(identities),
            code_levels=len(
                {
                    (row.identity, level)
                    for row in mine
                    if row.identity
                    for level in row.levels or ("",)
                }
            ),
            computed=len(codes),
        )
