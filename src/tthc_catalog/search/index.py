# The index made ready for questions: every name and every short name is one line of words.
#
# A question reads all lines from first to last. With 10,000 procedures that is 150,000 steps, less
# than posting lists would cost in memory and code, and it makes the ranking the same loop in Python
# and in JavaScript. Weights of words are whole numbers, so both count alike.

"""Names as lines of words, and the vocabulary of a catalogue."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.search.words import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tthc_catalog.search.payload import Payload

# Every name may begin with these words; they tell nothing.
_OPENING = ("thu", "tuc")
_SHORTEST_INITIALS = 3
_LONGEST_INITIALS = 7
_MOST_ROWS = 2


class Line(NamedTuple):
    """A name or short name: whose it is, its words, and which spelling each of them has."""

    row: int
    words: tuple[int, ...]
    marks: tuple[str, ...]
    alias: bool
    different: frozenset[int]
    """The words once more, each once, to see at a glance that a line says nothing of a question."""


class Key(NamedTuple):
    """An everyday phrase and what it stands for, each meaning as words."""

    said: tuple[Token, ...]
    means: tuple[tuple[str, ...], ...]


class Lexicon:
    """What a catalogue's names and the tables say about words."""

    def __init__(self, payload: Payload) -> None:
        self.payload = payload
        self.ids: dict[str, int] = {}
        self.words: list[str] = []
        self.lines: list[Line] = []
        self.pairs: dict[tuple[int, int], int] = {}
        self.spellings: set[Token] = set()
        for number, row in enumerate(payload["rows"]):
            self._add_line(number, row[1], alias=False)
        for number, *names in payload["aliases"]:
            for name in names:
                self._add_line(number, name, alias=True)
        frequency = [0] * len(self.words)
        for line in self.lines:
            for word in line.different:
                frequency[word] += 1
        self.frequency = frequency
        count = len(self.lines)
        self.weights = [math.floor(100 * math.log(1 + count / each) + 0.5) for each in frequency]
        self.masses = [sum(self.weights[word] for word in line.words) for line in self.lines]
        self.keys: dict[str, list[Key]] = {}
        self.known: set[str] = set(self.words)
        for says, means in payload["everyday"]:
            meanings = tuple(
                tuple(token.word for token in tokens(mean)) for mean in means.split("|")
            )
            for said in says.split("|"):
                self._add_key(Key(tuple(tokens(said)), meanings))
        self.asides: dict[str, list[Key]] = {}
        for aside in payload["asides"]:
            key = Key(tuple(tokens(aside)), ())
            self._know(key.said)
            self.asides.setdefault(key.said[0].word, []).append(key)
        for keys in (*self.keys.values(), *self.asides.values()):
            keys.sort(key=lambda key: -len(key.said))

    def _add_line(self, row: int, name: str, *, alias: bool) -> None:
        found = tokens(name)
        if tuple(token.word for token in found[:2]) == _OPENING:
            found = found[2:]
        numbers = []
        for token in found:
            if token.word not in self.ids:
                self.ids[token.word] = len(self.words)
                self.words.append(token.word)
            numbers.append(self.ids[token.word])
            self.spellings.add(token)
        for pair in pairwise(numbers):
            self.pairs[pair] = self.pairs.get(pair, 0) + 1
        marks = tuple(token.marks for token in found)
        self.lines.append(Line(row, tuple(numbers), marks, alias, frozenset(numbers)))

    def _add_key(self, key: Key) -> None:
        self._know(key.said)
        self.keys.setdefault(key.said[0].word, []).append(key)

    def _know(self, said: Sequence[Token]) -> None:
        for token in said:
            self.known.add(token.word)
            self.spellings.add(token)

    def together(self, first: str, second: str) -> int:
        """Return how often two words follow one another in names."""
        one, two = self.ids.get(first), self.ids.get(second)
        return 0 if one is None or two is None else self.pairs.get((one, two), 0)

    def often(self, word: str) -> int:
        """Return in how many names a word stands."""
        number = self.ids.get(word)
        return 0 if number is None else self.frequency[number]

    def initialled(self, letters: str) -> tuple[tuple[str, ...], ...]:
        """Return the words in a row whose first letters these are, the most frequent row first."""
        length = len(letters)
        if not _SHORTEST_INITIALS <= length <= _LONGEST_INITIALS or not letters.isalpha():
            return ()
        found: dict[tuple[int, ...], int] = {}
        initials = [word[0] for word in self.words]
        for line in self.lines:
            words = line.words
            for start in range(len(words) - length + 1):
                row = words[start : start + length]
                if all(initials[word] == letters[at] for at, word in enumerate(row)):
                    found[row] = found.get(row, 0) + 1
        ranked = sorted(
            (-count, [self.words[word] for word in row]) for row, count in found.items()
        )
        return tuple(tuple(row) for _, row in ranked[:_MOST_ROWS])
