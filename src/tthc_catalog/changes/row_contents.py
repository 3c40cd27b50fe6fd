# A row of an annex states more than a code and a kind: a time limit, the one that the law allows, a
# field, texts. Each is a second statement of what the record says, so each is held against it. Only
# what both sides state can differ; what one of them leaves out says nothing.

"""What a row of an annex states of its procedure, held against what the records state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.changes.words import content_of_text
from tthc_catalog.records.decision import AnnexRow
from tthc_catalog.records.record import alias_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.catalog import Catalog, State
    from tthc_catalog.changes.change import Change
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.time_limit import TimeLimit


class RowDifference(NamedTuple):
    """One thing that a row states and the records state otherwise."""

    part: str
    """Python name of the row's field."""

    printed: str
    """What the row states."""

    stated: str
    """What the records state."""

    @property
    def title(self) -> str:
        """The official term."""
        return title_of(AnnexRow, self.part)

    @property
    def key(self) -> str:
        """The YAML key in the row."""
        return alias_of(AnnexRow, self.part)


def differences(
    row: AnnexRow, change: Change | None, catalog: Catalog
) -> tuple[RowDifference, ...]:
    """Return what a row states otherwise than the records do from the row's change on.

    A correction applies from the day of what it corrects, so what holds in the end on that day
    counts as well.
    """
    after = change.after if change is not None else None
    if change is None or after is None or not after.in_force:
        return ()
    found = tuple(_differing(row, after, catalog))
    life = catalog.lives.get(after.code)
    last = life.on(after.since) if found and life is not None else None
    if last is None or last == after or not last.in_force:
        return found
    still = {each.part for each in _differing(row, last, catalog)}
    return tuple(each for each in found if each.part in still)


def _differing(row: AnnexRow, state: State, catalog: Catalog) -> Iterator[RowDifference]:
    procedure = state.procedure
    for part in ("time_limit", "legal_time_limit"):
        printed = getattr(row, part)
        known = _limits(procedure, part)
        if printed is not None and known and not any(_same(printed, each) for each in known):
            yield RowDifference(part, str(printed), "; ".join(dict.fromkeys(map(str, known))))
    if row.field and (entry := catalog.fields.get(procedure.field or "")) is not None:
        names = (entry.name, *entry.other_names)
        if content_of_text(row.field).lower() not in {content_of_text(n).lower() for n in names}:
            yield RowDifference("field", row.field, entry.name)
    cited = {citation.number for citation in procedure.legal_basis}
    missing = [c.label for c in row.legal_basis if c.number and c.number not in cited]
    if cited and missing:
        stated = "; ".join(citation.label for citation in procedure.legal_basis)
        yield RowDifference("legal_basis", "; ".join(missing), stated)


def _limits(procedure: Procedure, part: str) -> list[TimeLimit]:
    stated = [getattr(channel, part) for channel in procedure.channels]
    common = getattr(procedure, part)
    return [limit for limit in (*stated, common) if limit is not None]


def _same(one: TimeLimit, other: TimeLimit) -> bool:
    """Tell whether two limits are of one length; their start and remarks are other matters."""
    ones, others = list(_lengths(one)), list(_lengths(other))
    few, many = (ones, others) if len(ones) <= len(others) else (others, ones)
    return all(any(_same_length(each, like) for like in many) for each in few)


def _lengths(limit: TimeLimit) -> Iterator[TimeLimit]:
    for case in limit.cases:
        yield from _lengths(case.limit)
    if not limit.cases:
        yield limit


def _same_length(one: TimeLimit, other: TimeLimit) -> bool:
    hours = {one.cut_off, other.cut_off} - {None}
    return one.state is other.state and one.stages == other.stages and len(hours) <= 1


def words(found: Iterable[RowDifference]) -> str:
    """Return differences as one phrase."""
    return "; ".join(
        f"{each.title}: phụ lục in «{each.printed}», dữ liệu ghi «{each.stated}»" for each in found
    )
