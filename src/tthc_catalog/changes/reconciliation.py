# The annex is typed from the signed paper, the documents from the content: two independent
# statements. Here they are held against each other, row by row and in totals. Only facts are told;
# whether a mismatch is an error is for the rules to say, and nothing is ever repaired.

"""A decision's annex as signed, held against what the records say."""

from __future__ import annotations

import enum
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tthc_catalog.changes.change import ChangeKind, Happening
from tthc_catalog.changes.merging import InferredMerge, inferred_merges
from tthc_catalog.changes.row_contents import RowDifference, differences
from tthc_catalog.changes.totals import HEADINGS, Total, totals_of
from tthc_catalog.records.decision import Annex
from tthc_catalog.records.record import alias_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.changes.change import Change
    from tthc_catalog.records.decision import AnnexRow, Decision


class Verdict(enum.StrEnum):
    """What the comparison of one row with the records says."""

    MATCHED = "khớp"
    FIRST_SEEN = "lần đầu ghi nhận"
    """The first that is known of the procedure, so nothing speaks for or against the heading."""

    KIND_DIFFERS = "khác loại"
    UNCHANGED = "không có gì thay đổi"
    """Declared amended, but published again with the same content."""

    ONLY_DECLARED = "dữ liệu chưa có"
    """The records hold no document of this decision for the procedure."""

    UNKNOWN = "danh mục không có mã này"
    UNIDENTIFIED = "dòng không có mã"
    """The row names no code, and nobody has said which procedure it means."""


@dataclass(frozen=True)
class RowMatch:
    """One row of the annex beside what the records say of it."""

    heading: str
    """Python name of the heading: one of the four kinds, or `other`."""

    index: int
    """Position under its heading, from 0."""

    row: AnnexRow
    verdict: Verdict
    change: Change | None = None
    """What the records say of the procedure that the row names."""

    related: tuple[Change, ...] = ()
    """What they say of the codes that the row says it replaces, or that it is replaced by."""

    unanswered: tuple[str, ...] = ()
    """Codes of the row's replacement of which the records say nothing by this decision."""

    differences: tuple[RowDifference, ...] = ()
    """What else the row states of its procedure and the records state otherwise."""

    @property
    def declared(self) -> ChangeKind | None:
        """The kind under which the row stands; None under other headings."""
        return ChangeKind(self.heading) if self.heading in HEADINGS else None

    @property
    def computed(self) -> ChangeKind | None:
        """The kind that the records show; None where they show nothing."""
        return self.change.kind if self.change is not None else None

    @property
    def agrees(self) -> bool:
        """Whether nothing in the records speaks against the row."""
        agreeing = self.verdict in {Verdict.MATCHED, Verdict.FIRST_SEEN}
        return agreeing and not self.unanswered and not self.differences

    @property
    def by_meaning(self) -> bool:
        """Whether the row has no code and is only understood to mean the procedure (`hieu_la`)."""
        return self.row.code is None and self.row.means is not None

    @property
    def passive(self) -> bool:
        """Whether the row lists what is replaced instead of what replaces it."""
        return self.heading == "replaced" and bool(self.row.replaced_by) and not self.row.replaces

    @property
    def merged(self) -> tuple[str, ...]:
        """Codes that the records merge into this procedure, whatever the row calls it."""
        merged = self.change is not None and Happening.MERGED in self.change.events
        return self.change.predecessors if merged and self.change is not None else ()

    @property
    def place(self) -> tuple[str, str, int]:
        """Where the row stands in the decision's file."""
        return "phu_luc", alias_of(Annex, self.heading), self.index


@dataclass(frozen=True)
class Reconciliation:
    """The whole annex beside the records."""

    decision: Decision
    rows: tuple[RowMatch, ...]
    computed_only: tuple[Change, ...]
    """What the records change by this decision and no row declares."""

    totals: tuple[Total, ...]
    catalog: Catalog
    changes: tuple[Change, ...]

    @property
    def complete(self) -> bool:
        """Whether all rows of the paper have been copied; if not, missing rows prove nothing."""
        return self.decision.annex.complete

    @property
    def copied(self) -> bool:
        """Whether any row of the annex is known; of a decision that is only cited, none is."""
        return bool(self.rows)

    @property
    def agrees(self) -> bool:
        """Whether every row and total is as the records say, as far as the annex is copied."""
        return (
            all(match.agrees for match in self.rows)
            and all(total.agrees for total in self.totals)
            and not (self.copied and self.complete and self.computed_only)
        )

    def of(self, verdict: Verdict) -> tuple[RowMatch, ...]:
        """Return the rows of one verdict."""
        return tuple(match for match in self.rows if match.verdict is verdict)

    @cached_property
    def inferred_merges(self) -> tuple[InferredMerge, ...]:
        """Merges that no record states: a new procedure alike to those that are abolished."""
        return tuple(inferred_merges(self.changes))

    @property
    def unnamed_ends(self) -> tuple[str, ...]:
        """Codes of abolished rows whose name nobody has, so that no merge can be inferred."""
        rows = (match for match in self.rows if match.heading == "abolished" and match.row.identity)
        return tuple(
            match.row.identity or ""
            for match in rows
            if not match.row.name and not (match.change and match.change.name)
        )


def reconcile(decision: Decision, changes: tuple[Change, ...], catalog: Catalog) -> Reconciliation:
    """Hold a decision's annex against the changes that the records show of it."""
    by_code: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_code[change.code].append(change)
    matches = tuple(
        _matched(heading, index, row, by_code, catalog)
        for heading, index, row in decision.annex.rows()
    )
    named = {code for match in matches for code in _codes_of(match.row)}
    return Reconciliation(
        decision=decision,
        rows=matches,
        computed_only=tuple(change for change in changes if change.code not in named),
        totals=tuple(totals_of(decision, changes)),
        catalog=catalog,
        changes=changes,
    )


def _codes_of(row: AnnexRow) -> Iterator[str]:
    if row.identity:
        yield row.identity
    yield from row.replaces
    yield from row.replaced_by


def _matched(
    heading: str, index: int, row: AnnexRow, by_code: dict[str, list[Change]], catalog: Catalog
) -> RowMatch:
    change = _change_of(row, heading, by_code)
    others = [code for code in (*row.replaces, *row.replaced_by) if code != row.identity]
    related = tuple(each for code in others for each in by_code.get(code, ()))
    # What takes over may have stood before and stay as it is; what gives way must say so.
    unanswered = tuple(code for code in row.replaces if code not in by_code)
    return RowMatch(
        heading,
        index,
        row,
        _verdict(heading, row, change, related, catalog),
        change,
        related,
        unanswered,
        differences(row, change, catalog),
    )


def _change_of(row: AnnexRow, heading: str, by_code: dict[str, list[Change]]) -> Change | None:
    """Return the change that a row speaks of; of several, that of its day, then of its kind."""
    found = by_code.get(row.identity or "", [])
    for fits in (
        lambda change: row.effective is not None and change.day == row.effective,
        lambda change: change.kind.value == heading,
        lambda _: True,
    ):
        for change in found:
            if fits(change):
                return change
    return None


def _verdict(
    heading: str,
    row: AnnexRow,
    change: Change | None,
    related: tuple[Change, ...],
    catalog: Catalog,
) -> Verdict:
    if row.identity is None:
        return Verdict.UNIDENTIFIED if heading != "replaced" or not related else Verdict.MATCHED
    if change is None:
        stands = row.identity in catalog.lives
        if (
            stands
            and heading == "replaced"
            and (row.replaces or not row.replaced_by)
            and any(each.kind is ChangeKind.REPLACED for each in related)
        ):
            # The replacing procedure stood before and stays as it is (2295/QĐ-UBND).
            return Verdict.MATCHED
        return Verdict.ONLY_DECLARED if stands else Verdict.UNKNOWN
    if heading in {"other", change.kind.value}:
        return Verdict.MATCHED
    return _differing(heading, change)


def _differing(heading: str, change: Change) -> Verdict:
    first = change.entry.document.recorded if change.entry is not None else None
    if change.kind is ChangeKind.RECORDED and first is not None:
        # A crawl shows it first: what stood before was never written down.
        return Verdict.FIRST_SEEN
    if heading == "amended" and change.kind in {ChangeKind.REPUBLISHED, ChangeKind.EDITORIAL}:
        return Verdict.UNCHANGED
    return Verdict.KIND_DIFFERS
