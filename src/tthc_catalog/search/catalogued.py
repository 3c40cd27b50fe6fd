# Where the search meets the catalogue: what of a procedure can be found.

"""The search over a catalogue as it is on one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.catalog import Catalog, Snapshot, Status
from tthc_catalog.search.rows import SearchRow
from tthc_catalog.search.searching import SearchIndex
from tthc_catalog.search.shipped import shipped_tables
from tthc_catalog.search.tables import tables_from

if TYPE_CHECKING:
    from tthc_catalog.search.tables import SearchTables


def rows_of(snapshot: Snapshot, catalog: Catalog) -> list[SearchRow]:
    """Return every procedure as the search sees it, also those that lead to their successors."""
    found = []
    for code, state in snapshot.items():
        procedure = state.procedure
        field = catalog.fields.get(procedure.field)
        agencies = procedure.agencies.executing or procedure.agencies.deciding
        known = [catalog.authorities.get(printed) for printed in agencies]
        row = SearchRow(
            code=code,
            name=procedure.name,
            field=field.name if field else procedure.field,
            agencies=tuple(
                entry.name if entry else printed
                for entry, printed in zip(known, agencies, strict=True)
            ),
            levels=tuple(level.value for level in procedure.levels),
            channels=tuple(dict.fromkeys(channel.kind.value for channel in procedure.channels)),
            subjects=(*(each.value for each in procedure.subjects), *procedure.other_subjects),
            decisions=tuple(dict.fromkeys(entry.label for entry in state.entries if entry.label)),
            status="" if state.status is Status.IN_FORCE else state.status.value,
            successors=state.successors,
        )
        found.append(row)
    return found


def tables_of(catalog: Catalog) -> SearchTables:
    """Return the tables of the package, extended by the catalogue's own `search.yaml`.

    Raises:
        UnreadableError: An entry of the catalogue's file is not what it must be.
    """
    return shipped_tables() + tables_from(catalog.search_tables)


def index_of(snapshot: Snapshot, catalog: Catalog) -> SearchIndex:
    """Return the search over a catalogue on a day, ready for questions.

    Args:
        snapshot: The day: what `catalog.on(day)` returned.
        catalog: The catalogue, whose registers name fields and agencies.

    Raises:
        TypeError: The two are not what they must be, as where they are exchanged.
    """
    found: tuple[object, object] = (snapshot, catalog)
    if not (isinstance(found[0], Snapshot) and isinstance(found[1], Catalog)):
        given = ", ".join(type(each).__name__ for each in found)
        raise TypeError(f"index_of(catalog.on(day), catalog) needs Snapshot, Catalog, not {given}")
    return SearchIndex(rows_of(snapshot, catalog), tables_of(catalog))
