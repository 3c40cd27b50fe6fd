# A page of a procedure that ended is where many arrive and where nobody may be left standing. What
# the records say takes its place goes first, elsewhere; here stands what only may: never told as a
# fact, always with the reason for which it is named. And an end that one province has decided is
# told as that province's.

"""What to tell whoever arrives at a procedure that has ended."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.changes import changes_by
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.catalog import Catalog, Entry, State, Timed
    from tthc_catalog.outputs.site.edition import Edition, Link

_SHOWN = 4
_SHARED_WORDS = 2
"""So many words of the names must be the same before one of the same field is worth showing."""

_SMALL_WORDS = frozenset(
    ("bi", "boi", "cac", "cap", "cho", "cua", "duoc", "do", "doi", "hoac", "khi", "la", "nguoi",
     "tai", "theo", "thu", "thuoc", "trong", "tu", "tuc", "va", "vao", "ve", "viec", "voi")
)  # fmt: skip


class Near(NamedTuple):
    """A procedure in force that may concern whoever looked for one that ended."""

    link: Link
    why: str


def local_end(edition: Edition, code: str) -> str:
    """Return whose list an end concerns, where a province decided it; else empty."""
    state = edition.states[code]
    return "" if state.in_force or state.last is None else local_words(edition, state, state.last)


def local_words(edition: Edition, state: State, entry: Entry) -> str:
    """Return that a document is of one place's list only; empty where no province decided it."""
    if not edition.local_issuer(entry):
        return ""
    territory = "; ".join(state.procedure.territory)
    whose = f"danh mục của {territory}" if territory else "danh mục của địa phương đã ra quyết định"
    return f"Điều này theo {whose}; ở nơi khác, hãy hỏi nơi tiếp nhận hồ sơ."


def near(edition: Edition, code: str) -> list[Near]:
    """Return what may be of use instead of a procedure that ended without a successor."""
    found: dict[str, str] = {}
    for other, why in _candidates(edition, code):
        if other != code and other in edition.usable:
            found.setdefault(other, why)
        if len(found) == _SHOWN:
            break
    return [Near(edition.apart_link(other), why) for other, why in found.items()]


def _candidates(edition: Edition, code: str) -> Iterator[tuple[str, str]]:
    state = edition.states[code]
    for other in state.procedure.related:
        yield other, "được ghi là thủ tục liên quan"
    for other, score in _inferred(edition).get(code, ()):
        yield other, f"suy đoán từ tên, giống {score * 100:.0f} %"
    levels = set(state.procedure.levels)
    last = state.last
    if last is not None and last.decision is not None:
        begun = [
            (-_shared(edition, code, life.code), life.code)
            for life, entry in edition.catalog.entries_of(last.decision)
            if entry.index == 0 and life.code in edition.usable
        ]
        for shared, other in sorted(begun):
            fresh = edition.states[other].procedure
            same = fresh.field == state.procedure.field and levels & set(fresh.levels)
            if same and -shared >= _SHARED_WORDS:
                yield other, "được công bố trong cùng quyết định"
    alike = [
        (not levels & set(edition.states[other].procedure.levels), -shared, other)
        for other in _by_field(edition).get(state.procedure.field, ())
        if (shared := _shared(edition, code, other)) >= _SHARED_WORDS
    ]
    for elsewhere, _, other in sorted(alike):
        yield other, "cùng lĩnh vực, khác cấp" if elsewhere else "cùng lĩnh vực, cùng cấp"


def _shared(edition: Edition, code: str, other: str) -> int:
    return len(_words(edition, code) & _words(edition, other))


def _words(edition: Edition, code: str) -> frozenset[str]:
    held: dict[str, frozenset[str]] = edition.__dict__.setdefault("_name_words", {})
    if code not in held:
        words = fold(edition.states[code].procedure.name).split()
        held[code] = frozenset(words) - _SMALL_WORDS
    return held[code]


def _by_field(edition: Edition) -> dict[str, list[str]]:
    held: dict[str, list[str]] = edition.__dict__.setdefault("_by_field_codes", {})
    if not held:
        for code, state in edition.usable.items():
            held.setdefault(state.procedure.field, []).append(code)
    return held


def _inferred(edition: Edition) -> dict[str, list[tuple[str, float]]]:
    """Return what merges are inferred, by the code that ended."""
    found: dict[str, list[tuple[str, float]]] | None = edition.__dict__.get("_inferred")
    if found is None:
        found = defaultdict(list)
        for timed in merging(edition.catalog):
            report = changes_by(timed.decision, edition.catalog)
            for merge in report.reconciliation.inferred_merges:
                for code, score in merge.sources:
                    found[code].append((merge.into, score))
        edition.__dict__["_inferred"] = found
    return found


def merging(catalog: Catalog) -> Iterator[Timed]:
    """Yield the decisions that end procedures without a successor and begin others."""
    for timed in catalog.decisions:
        entries = catalog.entries_of(timed.decision)
        ends = any(
            entry.document.abolished is not None and not entry.document.successors
            for _, entry in entries
        )
        if ends and any(entry.index == 0 for _, entry in entries):
            yield timed
