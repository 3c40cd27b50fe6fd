# The order of results, in one loop.
#
# A line's score is the share of the question that it answers, then a little more for answering it
# next to each other, at its head, and saying little else. Shares are thousandths and sums of whole
# numbers; the one division comes last, so Python and JavaScript agree to the last digit.

"""Search: what a question finds, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.search.index import Lexicon
from tthc_catalog.search.numbers import (
    codes_in,
    decisions_in,
    part_of_code,
    rows_of_code,
    rows_of_decisions,
)
from tthc_catalog.search.payload import build_payload
from tthc_catalog.search.question import Question, understand

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tthc_catalog.search.payload import Payload
    from tthc_catalog.search.rows import SearchRow
    from tthc_catalog.search.tables import SearchTables

P = dict(PAIR=50, HEAD=8, FADE=20, FAINT=600, FIELD=350, DENS=350, MARK=80, CAP=2500, POW=1.0)


@dataclass(frozen=True, slots=True)
class Hit:
    """One result."""

    code: str
    name: str
    field: str
    score: float
    """1,000,000 and more for a code or decision; else up to about 1.5, larger is better."""

    status: str = ""
    successors: tuple[str, ...] = ()


class _Option(NamedTuple):
    slots: tuple[tuple[tuple[tuple[int, int], ...], int, str], ...]  # choices, weight, marks
    pairs: tuple[int, ...]
    worth: int
    mass: int


class SearchIndex:
    """The names of a catalogue, ready for questions."""

    def __init__(self, rows: Iterable[SearchRow], tables: SearchTables) -> None:
        self._lexicon = Lexicon(build_payload(rows, tables))

    @classmethod
    def from_payload(cls, payload: Payload) -> SearchIndex:
        """Return the index that was written as data."""
        index = cls.__new__(cls)
        index._lexicon = Lexicon(payload)
        return index

    def search(self, query, limit=10, filters=None):
        payload = self._lexicon.payload
        allowed = None
        ordered: dict[int, float] = {}
        digits = part_of_code(query)
        for code in codes_in(query):
            for number in rows_of_code(code, payload):
                self._with_successors(number, ordered)
        decided = decisions_in(query, payload)
        for number in rows_of_decisions(decided, payload):
            ordered.setdefault(number, 1e6)
        if digits:
            for number in rows_of_code(digits, payload):
                self._with_successors(number, ordered)
        if not (digits or decided):
            for number, score in self._ranked(query):
                ordered.setdefault(number, score)
        hits = []
        for number, score in ordered.items():
            row = payload["rows"][number]
            hits.append(Hit(row[0], row[1], payload["fields"][row[2]] if row[2] >= 0 else "", score))
            if len(hits) >= limit:
                break
        return hits

    def _with_successors(self, number, ordered):
        ordered.setdefault(number, 1e6)

    def _ranked(self, query):
        lx = self._lexicon
        q = understand(query, lx)
        # compile
        local: dict[int, int] = {}
        W = lx.weights

        def lid(word):
            i = lx.ids.get(word)
            if i is None:
                return -1
            return local.setdefault(i, len(local))

        parts = []
        for part in q.parts:
            opts = []
            for o in part.options:
                slots = []
                for s in o.slots:
                    ch = [(lid(w), f) for w, f in s.choices]
                    ch = [(a, f) for a, f in ch if a >= 0]
                    w = max((W[lx.ids[w]] * f // 1000 for w, f in s.choices if w in lx.ids), default=0)
                    slots.append((tuple(ch), w, s.marks))
                pw = [P["PAIR"] * (slots[i][1] + slots[i + 1][1]) // 100 for i in range(len(slots) - 1)]
                mass = sum(s[1] for s in slots) + sum(pw)
                if mass:
                    opts.append(_Option(tuple(slots), tuple(pw), o.worth, mass))
            if opts:
                parts.append((min(max(o.mass for o in opts), P["CAP"]), opts))
        if not parts:
            return []
        # neighbours
        joins = []
        for a, b in zip(parts, parts[1:]):
            la, fb = a[1][0].slots[-1], b[1][0].slots[0]
            if la[1] and fb[1]:
                joins.append((la, fb, P["PAIR"] * (la[1] + fb[1]) // 100))
        total = sum(w for w, _ in parts) + sum(j[2] for j in joins)
        marked = sum(1 for _, opts in parts for s in opts[0].slots if s[2])
        K = len(local)
        fieldhit = []
        inv = {v: k for k, v in local.items()}
        for fw in lx.field_words:
            fieldhit.append([l for w, l in local.items() if w in fw])
        rows = lx.payload["rows"]
        best: dict[int, float] = {}
        for n, line in enumerate(lx.lines):
            present = [0] * K
            marksok = set()
            adj = set()
            prev = -1
            mass = 0
            hit = False
            for pos, w in enumerate(line.words):
                l = local.get(w, -1)
                if l >= 0:
                    hit = True
                    mass += W[w]
                    p = 1000 if pos < P["HEAD"] or line.alias else max(P["FAINT"], 1000 - P["FADE"] * (pos - P["HEAD"] + 1))
                    if p > present[l]:
                        present[l] = p
                    marksok.add((l, line.marks[pos]))
                    if prev >= 0:
                        adj.add(prev * K + l)
                prev = l
            if not hit:
                continue
            if P["FIELD"]:
                fi = rows[line.row][2] if len(rows[line.row]) > 2 else -1
                if fi >= 0:
                    for l in fieldhit[fi]:
                        if present[l] == 0:
                            present[l] = P["FIELD"]
            got = 0
            okmarks = 0
            def slotv(s):
                v = 0
                for l, f in s[0]:
                    x = present[l] * f // 1000
                    if x > v:
                        v = x
                return v
            def adjv(s, t):
                v = 0
                for l, f in s[0]:
                    for m, g in t[0]:
                        if l * K + m in adj:
                            v = max(v, f * g // 1000 * min(present[l], present[m]) // 1000)
                return v
            for w, opts in parts:
                bestv = 0
                for o in opts:
                    v = sum(s[1] * slotv(s) for s in o.slots)
                    v += sum(pw * adjv(o.slots[i], o.slots[i + 1]) for i, pw in enumerate(o.pairs))
                    v = v // o.mass * o.worth // 1000
                    bestv = max(bestv, v)
                got += w * bestv
                if marked:
                    for s in opts[0].slots:
                        if s[2] and s[0] and (s[0][0][0], s[2]) in marksok:
                            okmarks += 1
            for la, fb, pw in joins:
                got += pw * adjv(la, fb)
            cov = got / total / 1000
            dens = mass / lx.masses[n]
            score = cov ** P["POW"] * (1000 + P["DENS"] * dens + (P["MARK"] * okmarks / marked if marked else 0)) / 1000
            if rows[line.row][8:9] and rows[line.row][8]:
                score *= 1 + rows[line.row][8] * 0.02
            if score > best.get(line.row, 0):
                best[line.row] = score
        return sorted(best.items(), key=lambda kv: (-round(kv[1], 6), rows[kv[0]][0]))
