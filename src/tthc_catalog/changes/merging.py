# A decision may print a merge as "new" beside abolitions (5230/QĐ-BCA-C06: 28 rows became five
# titles). Nothing in the paper links them, so nothing here does either: what is alike is told as
# inferred, with how sure it is, for an officer to confirm in the records.
#
# The new rows of such a decision hold a name and a level and nothing else, so names decide. Across
# catalogues they must not (one name stands under eleven codes); within one decision, at one level,
# a new name that takes up all words of an old one is no accident. A merge drops what told its
# sources apart: for whom each was, and where. So those words are not asked for; and what the
# sources say together must make up the new name, or a short old name would be found in any.

"""Merges that a decision does not call so."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.changes.change import ChangeKind
from tthc_catalog.changes.pairing import likeness
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.changes.change import Change
    from tthc_catalog.records.procedure import Procedure

_HELD = 0.75
"""How much of an old name must stand in the new one."""

_MADE_UP = 0.7
"""How much of the new name must come from the old ones."""

_CLEARLY = 0.05
"""By how much the best of several new names must be better than the next."""

_FEWEST_WORDS = 3
_FOR_WHOM = re.compile(r"\s(?:cho nguoi|doi voi|cho to chuc|cho ca nhan)\s.*")
_WHERE = re.compile(r"\([^()]*\)")
_LEAD = re.compile(r"^thu tuc\s+")
_SMALL_WORDS = frozenset(
    ("cac", "cua", "duoc", "hoac", "theo", "tai", "thuoc", "trong", "va", "vao", "ve", "voi")
)


@dataclass(frozen=True, slots=True)
class InferredMerge:
    """Procedures that end and one that begins, alike though no record links them."""

    into: str
    sources: tuple[tuple[str, float], ...]
    """Each code with how sure it is, from 0 to 1."""


def inferred_merges(changes: Iterable[Change]) -> Iterator[InferredMerge]:
    """Yield the merges that the changes of one decision suggest and no record states."""
    begun: list[tuple[str, Procedure]] = []
    ended: list[tuple[str, Procedure]] = []
    for each in changes:
        if each.kind is ChangeKind.NEW and not each.predecessors and each.after is not None:
            begun.append((each.code, each.after.procedure))
        lone = not each.successors and not each.ended_levels
        if each.kind is ChangeKind.ABOLISHED and lone and each.before is not None:
            ended.append((each.code, each.before.procedure))
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for code, old in ended:
        scores = sorted(
            ((score, new) for new, target in begun if (score := _alike(old, target))), reverse=True
        )
        if scores and (len(scores) == 1 or scores[0][0] - scores[1][0] >= _CLEARLY):
            found[scores[0][1]].append((code, scores[0][0]))
    olds, news = dict(ended), dict(begun)
    for into, sources in sorted(found.items()):
        told = set[str]().union(*(_words(olds[code].name) for code, _ in sources))
        asked = _words(news[into].name)
        if len(asked & told) >= _MADE_UP * len(asked):
            yield InferredMerge(into, tuple(sorted(sources)))


def _alike(old: Procedure, new: Procedure) -> float:
    """Return how sure it is that one procedure went into another; 0 where it is not."""
    if old.levels and new.levels and not set(old.levels) & set(new.levels):
        return 0.0
    alike = likeness(old, new, merging=True)
    asked, offered = _words(old.name, core=True), _words(new.name)
    held = len(asked & offered) / len(asked) if len(asked) >= _FEWEST_WORDS else 0.0
    return max(alike.score if alike is not None else 0.0, held if held >= _HELD else 0.0)


def _words(name: str, *, core: bool = False) -> set[str]:
    """Return the words of a name; of its core without those that say for whom and where."""
    folded = _LEAD.sub("", fold(_WHERE.sub(" ", name)))
    if core:
        folded = _FOR_WHOM.sub("", folded)
    return set(re.findall(r"\w+", folded)) - _SMALL_WORDS
