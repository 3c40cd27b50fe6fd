# Search: names of procedures, found as people type them. The same ranking stands in search.js for
# the site; one table of cases and a run over real names keep the two alike.

"""Search over the catalogue's words."""

from __future__ import annotations

from tthc_catalog.search.catalogued import index_of, rows_of, tables_of
from tthc_catalog.search.evaluation import Evaluation, QueryCase, evaluate, evaluate_answers
from tthc_catalog.search.payload import build_index
from tthc_catalog.search.rows import SearchRow
from tthc_catalog.search.searching import Hit, SearchIndex
from tthc_catalog.search.shipped import read_tables, shipped_tables
from tthc_catalog.search.tables import Alias, Everyday, SearchTables, tables_from

__all__ = [
    "Alias",
    "Evaluation",
    "Everyday",
    "Hit",
    "QueryCase",
    "SearchIndex",
    "SearchRow",
    "SearchTables",
    "build_index",
    "evaluate",
    "evaluate_answers",
    "index_of",
    "read_tables",
    "rows_of",
    "shipped_tables",
    "tables_from",
    "tables_of",
]
