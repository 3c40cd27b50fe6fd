# What of a procedure can be found by searching. It stands apart from the site so that the terminal
# can search where no site is installed.

"""A catalogue on a day as the search sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.search import SearchIndex, SearchRow, shipped_tables, tables_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.catalog import Catalog, State


def catalog_index(catalog: Catalog, today: date) -> SearchIndex:
    """Return the search over a catalogue, with the words that the catalogue adds."""
    tables = shipped_tables()
    if catalog.search_tables:
        tables += tables_from(catalog.search_tables)
    return SearchIndex(search_rows(catalog, today), tables)


def search_rows(catalog: Catalog, today: date) -> Iterator[SearchRow]:
    """Yield every procedure of a day, also those that lead to their successors."""
    for code, state in catalog.on(today).items():
        yield _row(catalog, code, state)


def _row(catalog: Catalog, code: str, state: State) -> SearchRow:
    procedure = state.procedure
    agencies = procedure.agencies.executing or procedure.agencies.deciding
    field = catalog.fields.get(procedure.field)
    return SearchRow(
        code=code,
        name=procedure.name,
        field=field.name if field else procedure.field,
        agencies=tuple(_agency_name(catalog, printed) for printed in agencies),
        levels=tuple(level.value for level in procedure.levels),
        channels=tuple(dict.fromkeys(channel.kind.value for channel in procedure.channels)),
        subjects=(*(subject.value for subject in procedure.subjects), *procedure.other_subjects),
        decisions=tuple(dict.fromkeys(entry.label for entry in state.entries if entry.label)),
        status="" if state.in_force else state.status.value,
        successors=state.successors,
    )


def _agency_name(catalog: Catalog, printed: str) -> str:
    entry = catalog.authorities.get(printed)
    return entry.name if entry else printed
