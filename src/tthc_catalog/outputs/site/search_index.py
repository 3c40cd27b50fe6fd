# The search is made elsewhere (`tthc_catalog.search`); here it meets the site: the files that the
# pages must carry.

"""The search index of a site, and the files that run it in a browser."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tthc_catalog.search import build_index, rows_of, tables_of

if TYPE_CHECKING:
    from tthc_catalog.outputs.site.edition import Edition

INDEX = "tim-kiem.json"
WORKER = "sw.js"
SCRIPT = "box.js"

_SCRIPTS = (SCRIPT, "search.js")
_STYLE = "box.css"


def search_index(edition: Edition) -> bytes:
    """Return the index that a page loads when its search is first used."""
    return build_index(
        rows_of(edition.snapshot, edition.catalog), tables_of(edition.catalog)
    ).encode()


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
