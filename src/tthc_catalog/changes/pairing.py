# Two catalogues that share no codes: ours and a portal's export, or two that number on their own.
# One name stands under eleven codes in reality, so a name alone never makes a pair; and where two
# candidates are about equally alike, saying nothing is better than guessing.
#
# The cost is bounded: names are looked up by their rarest words, and only those few candidates are
# measured.

"""Pair procedures of two catalogues that have no common code."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.changes.words import content
from tthc_catalog.records.identifiers import is_code, root_of
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tthc_catalog.records.procedure import Procedure

_LEAST = 0.75
_LEAST_NAME = 60.0
_MARGIN = 0.03
_AGREES = 0.5
_BEYOND_THE_NAME = 2
_BEYOND_THE_LEVEL = 4
_RAREST_WORDS = 4
_CANDIDATES = 200
_BEST_NAMES = 8
_NAME_WEIGHT = 0.45
_WEIGHTS = {
    "linh_vuc": 0.1,
    "cap_thuc_hien": 0.1,
    "co_quan": 0.1,
    "can_cu": 0.15,
    "ho_so": 0.15,
    "ma": 0.15,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two procedures are, and in what."""

    score: float
    """From 0 to 1."""

    agrees: tuple[str, ...]
    """YAML keys of what agrees beside the name."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Two procedures that are taken for the same one."""

    old: str
    new: str
    score: float
    agrees: tuple[str, ...]


def pair(old: Mapping[str, Procedure], new: Mapping[str, Procedure]) -> tuple[Paired, ...]:
    """Pair procedures one to one by likeness; what is not clearly alike stays unpaired."""
    found = [
        Paired(code, other, alike.score, alike.agrees)
        for code, others in _candidates(old, new)
        for other in others
        if (alike := likeness(old[code], new[other])) is not None
    ]
    found.sort(key=lambda each: (-each.score, each.old, each.new))
    rivals: dict[tuple[str, str], list[float]] = defaultdict(list)
    for each in found:
        for side in _sides(each):
            rivals[side].append(_rank(each, old, new))
    taken: set[tuple[str, str]] = set()
    pairs: list[Paired] = []
    for each in sorted(found, key=lambda each: -_rank(each, old, new)):
        if taken.isdisjoint(_sides(each)):
            taken.update(_sides(each))
            rank = _rank(each, old, new)
            if all(_stands_out(rank, rivals[side]) for side in _sides(each)):
                pairs.append(each)
    return tuple(pairs)


def likeness(old: Procedure, new: Procedure, *, merging: bool = False) -> Likeness | None:
    """Return how alike two procedures are; None where they must not be taken for the same.

    A name alone is never enough: at least two other things must agree, all of them where the
    levels do not, and procedures of two different territories are never the same.

    Args:
        old: the one procedure.
        new: the other one.
        merging: whether the new one may be a merge, whose name holds that of the old one and more.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - only catalogues without common codes need it

    if old.territory and new.territory and content(old.territory) != content(new.territory):
        return None
    measure = fuzz.token_set_ratio if merging else fuzz.token_sort_ratio
    name = measure(fold(old.name), fold(new.name))
    shares = dict(_shares(old, new))
    agrees = tuple(alias for alias, share in shares.items() if share >= _AGREES)
    beyond = [alias for alias in agrees if alias != "cap_thuc_hien"]
    needed = _BEYOND_THE_LEVEL if shares.get("cap_thuc_hien", 1.0) == 0 else _BEYOND_THE_NAME
    if len(beyond) < needed or (name < _LEAST_NAME and "ma" not in agrees):
        return None
    weight = _NAME_WEIGHT + sum(_WEIGHTS[alias] for alias in shares)
    score = (
        _NAME_WEIGHT * name / 100 + sum(_WEIGHTS[alias] * share for alias, share in shares.items())
    ) / weight
    return Likeness(round(score, 3), agrees) if score >= _LEAST else None


def _shares(old: Procedure, new: Procedure) -> Iterator[tuple[str, float]]:
    """Yield how much of each thing is common, for things that both sides state."""
    if is_code(old.code) and is_code(new.code) and root_of(old.code) == root_of(new.code):
        yield "ma", 1.0
    stated = {
        "linh_vuc": (
            [fold(old.field)] if old.field else [],
            [fold(new.field)] if new.field else [],
        ),
        "cap_thuc_hien": (old.levels, new.levels),
        "co_quan": (_folded(old.agencies.all()), _folded(new.agencies.all())),
        "can_cu": (
            _folded(c.label for c in old.legal_basis),
            _folded(c.label for c in new.legal_basis),
        ),
        "ho_so": (_papers(old), _papers(new)),
    }
    for alias, (ours, theirs) in stated.items():
        if ours and theirs:
            left, right = set(ours), set(theirs)
            yield alias, len(left & right) / len(left | right)


def _folded(texts: Iterable[str]) -> list[str]:
    return [fold(text) for text in texts]


def _papers(procedure: Procedure) -> list[str]:
    return [
        fold(component.name) for dossier in procedure.dossiers for component in dossier.components
    ]


def _sides(each: Paired) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("old", each.old), ("new", each.new)


def _rank(each: Paired, old: Mapping[str, Procedure], new: Mapping[str, Procedure]) -> float:
    """Return the score; the very same name stands clear above all names that are only alike."""
    same = content(old[each.old].name) == content(new[each.new].name)
    return each.score + same


def _stands_out(rank: float, ranks: list[float]) -> bool:
    """Whether no other candidate comes close."""
    rivals = ranks.copy()
    rivals.remove(rank)
    return not rivals or rank - max(rivals) >= _MARGIN


def _candidates(
    old: Mapping[str, Procedure], new: Mapping[str, Procedure]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only catalogues without common codes need it

    names = {code: fold(procedure.name) for code, procedure in new.items()}
    by_word: dict[str, list[str]] = defaultdict(list)
    by_root: dict[str, list[str]] = defaultdict(list)
    for code, name in names.items():
        by_root[root_of(code)].append(code)
        for word in dict.fromkeys(name.split()):
            by_word[word].append(code)
    for code, procedure in old.items():
        name = fold(procedure.name)
        rarest = sorted(
            (w for w in set(name.split()) if w in by_word), key=lambda w: (len(by_word[w]), w)
        )
        near: Counter[str] = Counter()
        for word in rarest[:_RAREST_WORDS]:
            near.update(by_word[word][:_CANDIDATES])
        block = {other: names[other] for other in near}
        alike = process.extract(
            name,
            block,
            scorer=fuzz.ratio,
            processor=None,
            limit=_BEST_NAMES,
            score_cutoff=_LEAST_NAME,
        )
        yield (
            code,
            tuple(
                dict.fromkeys([*(other for _, _, other in alike), *by_root.get(root_of(code), ())])
            ),
        )
