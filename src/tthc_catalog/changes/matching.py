# Which item of the old list is which item of the new one. Position never counts: items are the
# same by the identity that the records declare, then by their number, and only what is left over
# is paired by likeness, visibly. An engine that pairs a list by itself needs quadratic time and
# reports a moved paper as two changes; one that knows the identity needs neither.

"""Pairs of items from two lists, by declared identity first and by likeness last."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from tthc_catalog.changes.words import content, fields_of, identity_fields, label_of, printed, spell
from tthc_catalog.records.fee import Fee
from tthc_catalog.records.parts import Citation, Dossier
from tthc_catalog.records.record import Record
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

_LONGEST = 400
_LONGEST_LABEL = 120
_ALIKE = 70.0
_CONTAINED = 95.0
_CONTAINED_COUNTS = 0.8
_FEW_WORDS = 5
_BEST = 4

Pair = tuple[Any, Any, float | None]


@dataclass(frozen=True, slots=True)
class Match:
    """One item of a list as it stood before and as it stands after."""

    label: str
    """What the item is called; unique within the list, empty for an only item without a name."""

    before: Any
    """None where the item was added."""

    after: Any
    """None where the item was removed."""

    likeness: float | None = None
    """Where the two are taken for the same item because they are alike: how much, from 0 to 1."""


def match(before: tuple[Any, ...], after: tuple[Any, ...]) -> list[Match]:
    """Pair the items of two lists; repetitions of one item count once.

    The matches stand in the order of the new list, removed items at the end.
    """
    left, right = _distinct(before), _distinct(after)
    pairs: list[Pair] = [
        (left.pop(key), right.pop(key), None) for key in list(left) if key in right
    ]
    # In an order of their own, so that where an item stood decides no tie.
    rest = _Rest(
        *(sorted(side.values(), key=lambda item: spell(content(item))) for side in (left, right))
    )
    for key_of in (_identity, _number):
        pairs += rest.pair_by(key_of)
    if len(left) == len(right) == 1:
        pairs += rest.pair_the_only_ones()
    pairs += rest.pair_by_likeness()
    pairs += [(None, item, None) for item in rest.right]
    place = {id(item): index for index, item in enumerate(after)}
    pairs.sort(key=lambda pair: place[id(pair[1])])
    pairs += [(item, None, None) for item in rest.left]
    return list(_labelled(pairs))


def _distinct(items: Iterable[Any]) -> dict[Hashable, Any]:
    found: dict[Hashable, Any] = {}
    for item in items:
        found.setdefault(content(item), item)
    return found


class _Rest:
    """What is still without a partner on both sides."""

    def __init__(self, left: list[Any], right: list[Any]) -> None:
        self.left = left
        self.right = right

    def pair_by(self, key_of: Callable[[Any], Hashable]) -> Iterator[Pair]:
        """Pair what has the same key; where several share one, those that are most alike."""
        groups: dict[Hashable, tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
        for side, items in enumerate((self.left, self.right)):
            for item in items:
                if (key := key_of(item)) is not None:
                    groups[key][side].append(item)
        for left, right in groups.values():
            if len(left) == len(right) == 1:
                yield self._take(left[0], right[0], None)
            elif left and right:
                for _, one, other in _ranked(left, right, whole=True, least=0.0):
                    if _holds(self.left, one) and _holds(self.right, other):
                        yield self._take(one, other, None)

    def pair_the_only_ones(self) -> Iterator[Pair]:
        """Pair the one item left on each side where a list usually has a single one."""
        if len(self.left) == len(self.right) == 1:
            one, other = self.left[0], self.right[0]
            only = isinstance(one, Dossier | Fee) or (
                isinstance(one, Record) and _nameless(one, other)
            )
            if only and _same_terms(one, other):
                yield self._take(one, other, None)

    def pair_by_likeness(self) -> Iterator[Pair]:
        """Pair what reads alike, the most alike first."""
        if not self.left or not self.right or isinstance(self.left[0], Enum):
            return
        if isinstance(self.left[0], Citation):
            # One decree is never another one, however alike their titles are.
            return
        for score, one, other in _ranked(self.left, self.right, whole=False, least=_ALIKE):
            if _holds(self.left, one) and _holds(self.right, other) and _same_terms(one, other):
                yield self._take(one, other, round(score / 100, 2))

    def _take(self, one: object, other: object, likeness: float | None) -> Pair:
        self.left = [item for item in self.left if item is not one]
        self.right = [item for item in self.right if item is not other]
        return one, other, likeness


def _holds(items: list[Any], wanted: object) -> bool:
    return any(item is wanted for item in items)


def _identity(item: object) -> Hashable:
    """Return the declared identity; None where the item states none of it."""
    if isinstance(item, Fee):
        return item.charge, content(item.subject)
    if not isinstance(item, Record):
        return None
    stated = tuple(getattr(item, name) for name in identity_fields(type(item)))
    return tuple(content(value) for value in stated) if any(stated) else None


def _number(item: object) -> Hashable:
    number = getattr(item, "number", None) if isinstance(item, Record) else None
    return content(number) if number else None


def _nameless(one: Record, other: Record) -> bool:
    return not label_of(one) and not label_of(other)


def _same_terms(one: object, other: object) -> bool:
    """Whether the terms of closed lists agree: a channel is never alike to another channel."""
    if not isinstance(one, Record):
        return True
    return all(
        getattr(one, name) == getattr(other, name)
        for name in identity_fields(type(one))
        if isinstance(getattr(one, name), Enum)
    )


def _text(item: object, *, whole: bool) -> str:
    """Return the folded words by which likeness is measured; the order of lists does not count."""
    if isinstance(item, Dossier) and not whole:
        words = " ".join([item.case or "", *sorted(each.name for each in item.components)])
    elif isinstance(item, Record) and not whole:
        words = label_of(item)
    else:
        words = ""
    return fold((words.strip() or _unordered(item))[:_LONGEST])


def _unordered(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(sorted(_unordered(item) for item in value))
    if isinstance(value, Record):
        return "; ".join(filter(None, (_unordered(inner) for _, inner in fields_of(value))))
    return printed(value)


def _ranked(
    left: list[Any], right: list[Any], *, whole: bool, least: float
) -> list[tuple[float, Any, Any]]:
    """Return candidate pairs, the most alike first; equal scores in the order of the lists."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most comparisons never come here

    ours = [_text(item, whole=whole) for item in left]
    theirs = [_text(item, whole=whole) for item in right]
    limit = None if not least else _BEST
    found: dict[tuple[int, int], float] = {}
    for at, text in enumerate(ours):
        for _, score, index in process.extract(
            text, theirs, scorer=fuzz.ratio, processor=None, limit=limit, score_cutoff=least
        ):
            found[at, index] = score
        if least and text.count(" ") + 1 >= _FEW_WORDS:
            for words, score, index in process.extract(
                text,
                theirs,
                scorer=fuzz.token_set_ratio,
                processor=None,
                limit=limit,
                score_cutoff=_CONTAINED,
            ):
                if words.count(" ") + 1 >= _FEW_WORDS:
                    held = max(found.get((at, index), 0.0), score * _CONTAINED_COUNTS)
                    found[at, index] = held
    order = sorted(found, key=lambda pair: (-found[pair], *pair))
    return [(found[pair], left[pair[0]], right[pair[1]]) for pair in order]


def _labelled(pairs: list[Pair]) -> Iterator[Match]:
    taken: dict[str, int] = defaultdict(int)
    for before, after, likeness in pairs:
        item = after if after is not None else before
        label = _label(item)
        if not label and (len(pairs) > 1 or before is None or after is None):
            label = printed(item)
        if len(label) > _LONGEST_LABEL:
            label = label[:_LONGEST_LABEL].rsplit(" ", 1)[0] + " …"
        taken[label] += 1
        yield Match(
            label if taken[label] == 1 else f"{label} ({taken[label]})", before, after, likeness
        )


def _label(item: object) -> str:
    if isinstance(item, Record):
        return label_of(item)
    if isinstance(item, Fee):
        return " ".join(filter(None, (item.charge, item.subject)))
    return printed(item)
