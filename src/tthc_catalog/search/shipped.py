# The tables travel inside the package, so every catalogue starts with them.

"""The tables that come with the package, and those that a catalogue adds."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.reading import read
from tthc_catalog.search.tables import SearchTables, tables_from

_FILES = ("everyday.yaml", "abbreviations.yaml", "aliases.yaml", "asides.yaml")


def read_tables(data: bytes | str, name: str) -> SearchTables:
    """Return the tables of one YAML file, such as a catalogue's `search.yaml`.

    Args:
        data: The content of the file.
        name: The file's name as the user knows it.

    Raises:
        UnreadableError: The file is not written well, or an entry is not what it must be.
    """
    stream = read(data, name)
    for finding in stream.findings:
        raise UnreadableError(f"{finding.place}: {finding.message}")
    tables = SearchTables()
    for document in stream.documents:
        tables += tables_from(document)
    return tables


@cache
def shipped_tables() -> SearchTables:
    """Return the tables that come with the package."""
    folder = files("tthc_catalog.search")
    tables = SearchTables()
    for name in _FILES:
        tables += read_tables((folder / name).read_bytes(), name)
    return tables
