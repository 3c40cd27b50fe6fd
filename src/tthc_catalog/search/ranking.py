# The order of results, in one loop.
#
# A line's score is the share of the question that it answers, where words standing together count
# as words of their own, then a little more for saying little else and for the exact marks. Shares
# are thousandths and sums are whole numbers; the few divisions stand in one expression, so Python
# and JavaScript agree to the last digit.

"""How well a line of words answers a question."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tthc_catalog.search.index import Lexicon, Line
    from tthc_catalog.search.question import Question, Slot

_WHOLE = 1000
_HEAD = 8
"""So many words of a name count fully; long names say their main thing first."""
_FADE = 20
_FAINT = 600
_PAIR = 50
"""Two words standing together weigh half of the two again, in hundredths."""
_MOST = 2500
"""What one part of a question may weigh at most, however long its official words are."""
_BRIEF = 350
_MARKED = 120
_COMMON = 2
_ENDED = 70


class _Slot(NamedTuple):
    choices: tuple[tuple[int, int], ...]
    """Place among the question's words, and worth."""

    weight: int
    marks: str


class _Option(NamedTuple):
    slots: tuple[_Slot, ...]
    pairs: tuple[int, ...]
    worth: int
    mass: int


class Scorer:
    """A question made ready to be held against many lines."""

    def __init__(self, question: Question, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._places: dict[int, int] = {}
        self._parts: list[tuple[int, list[_Option]]] = []
        for part in question.parts:
            options = []
            for option in part.options:
                slots = tuple(self._slot(slot) for slot in option.slots)
                pairs = tuple(_together(one, two) for one, two in pairwise(slots))
                mass = sum(slot.weight for slot in slots) + sum(pairs)
                if mass:
                    options.append(_Option(slots, pairs, option.worth, mass))
            if options:
                heaviest = max(option.mass for option in options)
                self._parts.append((min(heaviest, _MOST), options))
        typed = [slot for _, options in self._parts for slot in options[0].slots]
        self._marked = [slot for slot in typed if slot.marks and slot.choices]
        self._joints = [
            (options[0].slots[-1], following[0].slots[0])
            for (_, options), (_, following) in pairwise(self._parts)
        ]
        self._total = sum(weight for weight, _ in self._parts)
        self._total += sum(_together(one, two) for one, two in self._joints)

    @property
    def finds_nothing(self) -> bool:
        """Whether no word of the question stands in any line."""
        return not self._total

    def _slot(self, slot: Slot) -> _Slot:
        choices = []
        weight = 0
        for word, worth in slot.choices:
            number = self._lexicon.ids.get(word)
            if number is not None:
                place = self._places.setdefault(number, len(self._places))
                choices.append((place, worth))
                weight = max(weight, self._lexicon.weights[number] * worth // _WHOLE)
        return _Slot(tuple(choices), weight, slot.marks)

    def score(self, line: Line, mass: int, common: int, *, ended: bool) -> int:
        """Return how well a line answers, as a whole number; 0 if not at all."""
        places = self._places
        if line.different.isdisjoint(places):
            return 0
        count = len(places)
        present = [0] * count
        adjacent: set[int] = set()
        marks: set[tuple[int, str]] = set()
        answered = 0
        before = -1
        for position, word in enumerate(line.words):
            place = places.get(word, -1)
            if place >= 0:
                answered += self._lexicon.weights[word]
                late = 0 if line.alias else max(position - _HEAD + 1, 0)
                present[place] = max(present[place], _WHOLE - _FADE * late, _FAINT)
                marks.add((place, line.marks[position]))
                if before >= 0:
                    adjacent.add(before * count + place)
            before = place
        got = self._got(present, adjacent)
        exact = 0
        for slot in self._marked:
            exact += (slot.choices[0][0], slot.marks) in marks
        score = got / self._total * (_WHOLE + _BRIEF * answered / mass)
        if self._marked:
            score *= 1 + _MARKED * exact / len(self._marked) / _WHOLE
        score *= (100 + _COMMON * common) / 100
        if ended:
            score *= _ENDED / 100
        return int(score)

    def _got(self, present: Sequence[int], adjacent: set[int]) -> int:
        got = 0
        for weight, options in self._parts:
            best = 0
            for option in options:
                answer = _answered(option, present, adjacent)
                best = max(best, answer)
            got += weight * best
        for one, two in self._joints:
            got += _together(one, two) * _standing(one, two, present, adjacent)
        return got


def _together(one: _Slot, two: _Slot) -> int:
    return _PAIR * (one.weight + two.weight) // 100 if one.weight and two.weight else 0


def _answered(option: _Option, present: Sequence[int], adjacent: set[int]) -> int:
    got = 0
    for choices, weight, _ in option.slots:
        best = 0
        for place, worth in choices:
            if present[place]:
                best = max(best, present[place] * worth // _WHOLE)
        got += weight * best
    if not got:
        return 0
    for at, pair in enumerate(option.pairs):
        got += pair * _standing(option.slots[at], option.slots[at + 1], present, adjacent)
    return got // option.mass * option.worth // _WHOLE


def _standing(one: _Slot, two: _Slot, present: Sequence[int], adjacent: set[int]) -> int:
    if not adjacent:
        return 0
    best = 0
    for first, worth in one.choices:
        for second, value in two.choices:
            if first * len(present) + second in adjacent:
                share = worth * value // _WHOLE
                best = max(best, share * min(present[first], present[second]) // _WHOLE)
    return best
