# The face of the search: exact rules first, then the ranking; the same answers as search.js.

"""Searching a catalogue's procedures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.search.index import Lexicon
from tthc_catalog.search.numbers import rows_of_codes, rows_of_decisions
from tthc_catalog.search.payload import build_payload
from tthc_catalog.search.question import understand
from tthc_catalog.search.ranking import Scorer
from tthc_catalog.search.rows import SUSPENDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tthc_catalog.search.payload import Payload
    from tthc_catalog.search.rows import SearchRow
    from tthc_catalog.search.tables import SearchTables

EXACT = 10_000_000
"""Score of what a code or a decision number names."""

# Filters: the name of the list that holds the printed words, and the column of a row.
_FILTERS = {"field": ("fields", 2), "agency": ("agencies", 3), "level": ("levels", 4),
            "channel": ("channels", 5), "subject": ("subjects", 6)}  # fmt: skip
_MASKS = ("level", "channel", "subject")
_AGENCIES, _LEVELS = 3, 4
_COMMON, _STATUS, _SUCCESSORS = 8, 9, 10


@dataclass(frozen=True, slots=True)
class Hit:
    """One result."""

    code: str
    name: str
    field: str
    score: int
    """10,000,000 for what a code or decision names; else at most about 1,600,000."""

    status: str = ""
    """Empty while the procedure is in force and can be used; `tạm ngưng` while it cannot."""

    successors: tuple[str, ...] = ()
    """Codes that take its place; after a question for the code they follow in the results."""

    levels: tuple[str, ...] = ()
    """Levels of government; with the agencies they tell procedures of one name apart."""

    agencies: tuple[str, ...] = ()
    """Agencies that carry it out."""


class SearchIndex:
    """The names of a catalogue, ready for questions."""

    def __init__(self, rows: Iterable[SearchRow], tables: SearchTables) -> None:
        self._read(build_payload(rows, tables))

    @classmethod
    def from_json(cls, text: str) -> SearchIndex:
        """Return the index that `build_index` wrote."""
        index = cls.__new__(cls)
        index._read(json.loads(text))  # noqa: SLF001 - its own class
        return index

    def _read(self, payload: Payload) -> None:
        self._payload = payload
        self._lexicon = Lexicon(payload)
        self._numbers = {row[0]: number for number, row in enumerate(payload["rows"])}

    def search(
        self, query: str, limit: int = 10, filters: Mapping[str, str] | None = None
    ) -> list[Hit]:
        """Return what a question finds, best first.

        Args:
            query: Words, a code or a decision number, as people type them.
            limit: The most results wanted.
            filters: Printed words by `field`, `agency`, `level`, `channel`, `subject`.
        """
        found = dict.fromkeys(rows_of_decisions(query, self._payload), EXACT)
        codes, nothing_else = rows_of_codes(query, self._payload)
        words_too = not (found or (codes and nothing_else))
        for number in codes:
            for each in (number, *self._after(number)):
                found.setdefault(each, EXACT)
        if words_too:
            for number, score in self._ranked(query):
                found.setdefault(number, score)
        wanted = self._wanted(filters or {})
        kept = [item for item in found.items() if all(want(item[0]) for want in wanted)]
        return [self._hit(number, score) for number, score in kept[:limit]]

    def _after(self, number: int) -> list[int]:
        """Return the rows that take the place of one, in the end."""
        found: list[int] = []
        open_rows = [number]
        while open_rows:
            row = self._payload["rows"][open_rows.pop(0)]
            for code in row[_SUCCESSORS] if len(row) > _SUCCESSORS else ():
                successor = self._numbers.get(code)
                if successor is not None and successor != number and successor not in found:
                    found.append(successor)
                    open_rows.append(successor)
        return found

    def _ranked(self, query: str) -> list[tuple[int, int]]:
        lexicon = self._lexicon
        scorer = Scorer(understand(query, lexicon), lexicon)
        if scorer.finds_nothing:
            return []
        rows = self._payload["rows"]
        best: dict[int, int] = {}
        for line, mass in zip(lexicon.lines, lexicon.masses, strict=True):
            row = rows[line.row]
            common = row[_COMMON] if len(row) > _COMMON else 0
            ended = len(row) > _STATUS and row[_STATUS] not in {"", SUSPENDED}
            score = scorer.score(line, mass, common, ended=ended)
            if score > best.get(line.row, 0):
                best[line.row] = score
        return sorted(best.items(), key=lambda item: (-item[1], rows[item[0]][0]))

    def _wanted(self, filters: Mapping[str, str]) -> list[Callable[[int], bool]]:
        wanted: list[Callable[[int], bool]] = []
        for key, text in filters.items():
            if text:
                listed, column = _FILTERS[key]
                texts = [each.casefold() for each in self._payload[listed]]
                place = texts.index(text.casefold()) if text.casefold() in texts else -1
                wanted.append(self._test(key, column, place))
        return wanted

    def _test(self, key: str, column: int, place: int) -> Callable[[int], bool]:
        rows = self._payload["rows"]

        def holds(number: int) -> bool:
            row = rows[number]
            if place < 0 or len(row) <= column:
                return False
            if isinstance(row[column], list):
                return place in row[column]
            return bool(row[column] >> place & 1) if key in _MASKS else row[column] == place

        return holds

    def _hit(self, number: int, score: int) -> Hit:
        row = self._payload["rows"][number]
        fields, agencies = self._payload["fields"], self._payload["agencies"]
        return Hit(
            code=row[0],
            name=row[1],
            field=fields[row[2]] if len(row) > 2 and row[2] >= 0 else "",  # noqa: PLR2004 - the column of the field
            score=score,
            status=row[_STATUS] if len(row) > _STATUS else "",
            successors=tuple(row[_SUCCESSORS]) if len(row) > _SUCCESSORS else (),
            levels=tuple(
                level
                for place, level in enumerate(self._payload["levels"])
                if self._test("level", _LEVELS, place)(number)
            ),
            agencies=tuple(agencies[place] for place in row[_AGENCIES])
            if len(row) > _AGENCIES
            else (),
        )
