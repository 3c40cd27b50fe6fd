# The index is one small JSON file, the same for the browser and for Python: names and facets, no
# text of the pages, no prepared postings. Words are counted where it is read, which takes less
# time than loading the counts would.

"""The search index as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tthc_catalog.vietnamese import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tthc_catalog.search.rows import SearchRow
    from tthc_catalog.search.tables import SearchTables

Payload = dict[str, Any]


def build_payload(rows: Iterable[SearchRow], tables: SearchTables) -> Payload:
    """Return the index as plain data; equal input gives equal data whatever its order."""
    listed = sorted(rows, key=lambda row: (row.field, row.name, row.code))
    place = {row.code: number for number, row in enumerate(listed)}
    lists = {
        "fields": _distinct((row.field,) for row in listed),
        "agencies": _distinct(row.agencies for row in listed),
        "levels": _distinct(row.levels for row in listed),
        "channels": _distinct(row.channels for row in listed),
        "subjects": _distinct(row.subjects for row in listed),
        "decisions": _distinct(row.decisions for row in listed),
    }
    numbers = {key: {text: i for i, text in enumerate(texts)} for key, texts in lists.items()}
    # People gave it a short name, so people ask for it.
    known = {alias.code for alias in tables.aliases}
    packed = []
    for row in listed:
        one = [
            row.code,
            squeeze(row.name),
            numbers["fields"].get(row.field, -1),
            [numbers["agencies"][text] for text in row.agencies],
            _mask(numbers["levels"][text] for text in row.levels),
            _mask(numbers["channels"][text] for text in row.channels),
            _mask(numbers["subjects"][text] for text in row.subjects),
            [numbers["decisions"][text] for text in row.decisions],
            max(row.common, 1 if row.code in known else 0),
            row.status,
            list(row.successors),
        ]
        while one[-1] in ("", [], 0):
            one.pop()
        packed.append(one)
    aliases: dict[int, list[str]] = {}
    for alias in tables.aliases:
        if alias.code in place:
            aliases.setdefault(place[alias.code], []).extend(alias.names)
    return {
        "version": 1,
        **lists,
        "rows": packed,
        "aliases": [[number, *aliases[number]] for number in sorted(aliases)],
        "everyday": [["|".join(entry.says), "|".join(entry.means)] for entry in tables.everyday],
        "asides": list(tables.asides),
    }


def build_index(rows: Iterable[SearchRow], tables: SearchTables) -> str:
    """Return the index as compact JSON for the site: the same bytes for the same input."""
    payload = build_payload(rows, tables)
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")) + "\n"


def _distinct(groups: Iterable[Sequence[str]]) -> list[str]:
    return sorted({text for group in groups for text in group if text})


def _mask(numbers: Iterable[int]) -> int:
    mask = 0
    for number in numbers:
        mask |= 1 << number
    return mask
