# The index is one small JSON file, the same for the browser and for Python: names and facets, no
# text of the pages, no prepared postings. Words are counted where it is read, which takes less
# time than loading the counts would.

"""The search index as data."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from tthc_catalog.files.compact_json import compact
from tthc_catalog.records.vocabulary import Level
from tthc_catalog.vietnamese import sort_key, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tthc_catalog.search.rows import SearchRow
    from tthc_catalog.search.tables import SearchTables

Payload = dict[str, Any]

_LEVELS = [level.value for level in Level]
"""From the ministries down."""

_BITS = 53
"""So many choices fit into one number of a browser; more are listed."""


def build_payload(rows: Iterable[SearchRow], tables: SearchTables) -> Payload:
    """Return the index as plain data; equal input gives equal data whatever its order."""
    listed = sorted(rows, key=lambda row: (row.field, row.name, row.code))
    place = {row.code: number for number, row in enumerate(listed)}
    lists = {
        "fields": _choices((row.field,) for row in listed),
        "agencies": _choices(row.agencies for row in listed),
        "levels": sorted(_choices(row.levels for row in listed), key=_rank),
        "channels": _choices(row.channels for row in listed),
        "subjects": _choices(row.subjects for row in listed),
        "decisions": _choices(row.decisions for row in listed),
    }
    numbers = {
        key: {text.casefold(): number for number, text in enumerate(texts)}
        for key, texts in lists.items()
    }
    # People gave it a short name, so people ask for it.
    known = {alias.code for alias in tables.aliases}
    packed = []
    many = len(lists["subjects"]) > _BITS
    for row in listed:
        subjects = _each(numbers["subjects"], row.subjects)
        one = [
            row.code,
            squeeze(row.name),
            numbers["fields"].get(row.field.casefold(), -1),
            _each(numbers["agencies"], row.agencies),
            _mask(_each(numbers["levels"], row.levels)),
            _mask(_each(numbers["channels"], row.channels)),
            subjects if many else _mask(subjects),
            _each(numbers["decisions"], row.decisions),
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
    return compact(payload).decode() + "\n"


def _choices(groups: Iterable[Sequence[str]]) -> list[str]:
    """Return what can be chosen, in the order of the alphabet, whichever case it is printed in."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for group in groups:
        for text in filter(None, group):
            spelled[text.casefold()][text] += 1
    # The usual spelling speaks for all; between equals the one with the larger letters.
    usual = [min(counted, key=lambda text: (-counted[text], text)) for counted in spelled.values()]
    return sorted(usual, key=lambda text: (sort_key(text), text))


def _rank(level: str) -> int:
    return _LEVELS.index(level) if level in _LEVELS else len(_LEVELS)


def _each(numbers: dict[str, int], texts: Iterable[str]) -> list[int]:
    return list(dict.fromkeys(numbers[text.casefold()] for text in texts if text))


def _mask(numbers: Iterable[int]) -> int:
    mask = 0
    for number in numbers:
        mask |= 1 << number
    return mask
