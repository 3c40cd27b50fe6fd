# The search is made elsewhere (`tthc_catalog.search`); here it meets the catalogue: what of a
# procedure can be found, and which files the pages must carry.

"""The search index of a site, and the files that run it in a browser."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tthc_catalog.search import SearchRow, build_index, shipped_tables, tables_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.catalog import State
    from tthc_catalog.outputs.site.edition import Edition

INDEX = "tim-kiem.json"
WORKER = "sw.js"
SCRIPT = "box.js"

_SCRIPTS = (SCRIPT, "search.js")
_STYLE = "box.css"


def search_rows(edition: Edition) -> Iterator[SearchRow]:
    """Yield every procedure as the search sees it, also those that lead to their successors."""
    for code, state in edition.states.items():
        yield _row(edition, code, state)


def _row(edition: Edition, code: str, state: State) -> SearchRow:
    procedure = state.procedure
    agencies = procedure.agencies.executing or procedure.agencies.deciding
    return SearchRow(
        code=code,
        name=procedure.name,
        field=edition.field_link(procedure.field).words,
        agencies=tuple(edition.agency_name(name) for name in agencies),
        levels=tuple(level.value for level in procedure.levels),
        channels=tuple(dict.fromkeys(channel.kind.value for channel in procedure.channels)),
        subjects=(*(subject.value for subject in procedure.subjects), *procedure.other_subjects),
        decisions=tuple(dict.fromkeys(entry.label for entry in state.entries if entry.label)),
        status="" if state.in_force else state.status.value,
        successors=state.successors,
    )


def search_index(edition: Edition) -> bytes:
    """Return the index that a page loads when its search is first used."""
    tables = shipped_tables()
    if edition.catalog.search_tables:
        tables += tables_from(edition.catalog.search_tables)
    return build_index(search_rows(edition), tables).encode()


@cache
def search_files() -> dict[str, bytes]:
    """Return the scripts of the search by file name."""
    folder = files("tthc_catalog.search")
    return {name: (folder / name).read_bytes() for name in _SCRIPTS}


@cache
def search_style() -> bytes:
    """Return the style of the search box."""
    return (files("tthc_catalog.search") / _STYLE).read_bytes()


@cache
def search_worker() -> bytes:
    """Return the worker that keeps pages for reading without a network; it rules the whole site."""
    return (files("tthc_catalog.search") / WORKER).read_bytes()
