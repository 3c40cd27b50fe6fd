# From what was typed to what is looked for, one decision after another: words around the question
# go, words that nobody knows are repaired, everyday words gain their official meaning. Nothing that
# was typed is thrown away: a repair or a meaning stands beside it as a second way to match.

"""Questions as people type them, made ready for the ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.search.words import (
    Token,
    is_syllable,
    slips,
    slips_allowed,
    sounds_like,
    spelled,
    tokens,
    without_telex,
    without_vni,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tthc_catalog.search.index import Key, Lexicon

# All shares are in thousandths.
_WHOLE = 1000
_PREFIX = 700
_REPAIRED = (950, 850, 700)
_HEARD = 850
_MEANT = 950
_MOST_PREFIXES = 24
_MOST_REPAIRS = 3
_SPLIT_LEAST = 2
_SPLIT_MOST = 10


class Slot(NamedTuple):
    """One word to be found, with the other words that will do and their worth."""

    choices: tuple[tuple[str, int], ...]
    marks: str = ""
    phrases: tuple[tuple[str, ...], ...] = ()
    """What the word abbreviates, if names hold such words in a row."""


class Option(NamedTuple):
    """One way to say a part of the question."""

    slots: tuple[Slot, ...]
    worth: int


class Part(NamedTuple):
    """A part of the question and all ways to say it; plain words form parts of one slot."""

    options: tuple[Option, ...]


class Question(NamedTuple):
    """What is looked for, in order."""

    parts: tuple[Part, ...]

    @property
    def words(self) -> list[list[str]]:
        """The first choices of every option, for tests and for telling the reader."""
        return [
            [" ".join(slot.choices[0][0] for slot in option.slots) for option in part.options]
            for part in self.parts
        ]


def understand(text: str, lexicon: Lexicon) -> Question:
    """Return what a typed text looks for."""
    typed = tokens(text)
    typed = _without_asides(typed, lexicon) or typed
    unfinished = bool(text) and not text[-1].isspace()
    slots = _mended(typed, lexicon, unfinished=unfinished)
    said = [Token(slot.choices[0][0], slot.marks) for slot in slots]
    found = _keys_in(said, lexicon)
    parts: list[tuple[int, Part]] = []
    covered: set[int] = set()
    for start, key in found:
        end = start + len(key.said)
        covered.update(range(start, end))
        options = [Option(tuple(slots[start:end]), _WHOLE)]
        options += _meanings(key.means)
        parts.append((start, Part(tuple(options))))
    parts += [
        (number, Part((Option((slot,), _WHOLE), *_meanings(slot.phrases))))
        for number, slot in enumerate(slots)
        if number not in covered
    ]
    parts.sort(key=lambda placed: placed[0])
    return Question(tuple(part for _, part in parts))


def _meanings(phrases: Iterable[Sequence[str]]) -> list[Option]:
    return [Option(tuple(Slot(((word, _WHOLE),)) for word in phrase), _MEANT) for phrase in phrases]


def _without_asides(typed: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    kept: list[Token] = []
    at = 0
    while at < len(typed):
        length = 0
        for key in lexicon.asides.get(typed[at].word, ()):
            if _says(typed, at, key, lexicon) and not _needed(typed, at, key, lexicon):
                length = len(key.said)
                break
        if not length:
            kept.append(typed[at])
        at += max(length, 1)
    return kept


def _needed(typed: Sequence[Token], at: int, key: Key, lexicon: Lexicon) -> bool:
    """Tell whether a single word of the question makes a pair that names hold."""
    if len(key.said) > 1:
        return False
    before = typed[at - 1].word if at else ""
    after = typed[at + 1].word if at + 1 < len(typed) else ""
    return bool(lexicon.together(before, typed[at].word) + lexicon.together(typed[at].word, after))


def _keys_in(said: Sequence[Token], lexicon: Lexicon) -> list[tuple[int, Key]]:
    found: list[tuple[int, Key]] = []
    reach = 0
    for start, token in enumerate(said):
        for key in lexicon.keys.get(token.word, ()):
            end = start + len(key.said)
            if end > reach and _says(said, start, key, lexicon):
                found.append((start, key))
                reach = end
                break
    return found


def _says(said: Sequence[Token], start: int, key: Key, lexicon: Lexicon) -> bool:
    if start + len(key.said) > len(said):
        return False
    for offset, wanted in enumerate(key.said):
        token = said[start + offset]
        if token.word != wanted.word:
            return False
        # Marks must agree if the typist set them and they are a word that somebody uses.
        if token.marks and token.marks != wanted.marks and token in lexicon.spellings:
            return False
    return True


def _mended(typed: Sequence[Token], lexicon: Lexicon, *, unfinished: bool) -> list[Slot]:
    slots: list[Slot] = []
    for number, token in enumerate(typed):
        before = slots[-1].choices[0][0] if slots else ""
        after = typed[number + 1].word if number + 1 < len(typed) else ""
        last = unfinished and number + 1 == len(typed)
        # One letter at the end is the beginning of a word that is still being typed.
        if token.word in lexicon.known and not (last and before and len(token.word) == 1):
            slots.append(_heard(token, before, after, lexicon))
        else:
            slots += _unknown(token, before, after, lexicon, last=last)
    return slots


def _heard(token: Token, before: str, after: str, lexicon: Lexicon) -> Slot:
    """Keep a known word; add what it sounds like where only that makes a known pair."""
    choices = [(token.word, _WHOLE)]
    joined = lexicon.together(before, token.word) + lexicon.together(token.word, after)
    if not joined and (before or after):
        ranked = sorted(
            (-lexicon.together(before, other) - lexicon.together(other, after), other)
            for other in sounds_like(token.word)
        )
        choices += [(other, _HEARD) for count, other in ranked[:1] if count < -1]
    return Slot(tuple(choices), token.marks)


def _unknown(token: Token, before: str, after: str, lexicon: Lexicon, *, last: bool) -> list[Slot]:
    for other in (without_vni(token.word), without_telex(token.word)):
        if is_syllable(other) and other != token.word and other in lexicon.known:
            return [_heard(Token(other, ""), before, after, lexicon)]
    phrases = () if is_syllable(token.word) else lexicon.initialled(token.word)
    if phrases:
        return [Slot(((token.word, _WHOLE),), phrases=phrases)]
    split = _split(token.word, lexicon)
    if split:
        return [Slot(((word, _WHOLE),)) for word in split]
    choices: list[tuple[str, int]] = []
    if last:
        longer = [word for word in lexicon.words if word.startswith(token.word)]
        longer.sort(key=lambda word: (-lexicon.together(before, word), -lexicon.often(word), word))
        known = [token.word] if token.word in lexicon.known else []
        paired = [word for word in sounds_like(token.word) if lexicon.together(before, word)]
        choices = [(word, _HEARD) for word in (*known, *paired)]
        choices += [
            (word, _WHOLE if lexicon.together(before, word) else _PREFIX)
            for word in longer[:_MOST_PREFIXES]
        ]
    if not choices:
        choices = _repairs(token.word, before, after, lexicon)
    return [Slot(tuple(choices) or ((token.word, _WHOLE),))]


def _split(word: str, lexicon: Lexicon) -> list[str]:
    """Return the words that make up one typed without spaces; in names they follow one another."""
    ways: list[dict[str, tuple[int, int, str]]] = [{} for _ in range(len(word) + 1)]
    """By how far they reach and their last word: the fewest words, then the most usual pairs."""
    for end in range(_SPLIT_LEAST, len(word) + 1):
        for start in range(max(0, end - _SPLIT_MOST), end - _SPLIT_LEAST + 1):
            last = spelled(word[start:end])
            if not start:
                ways[end][last] = (1, 0, last)
                continue
            found = [
                (count + 1, less - pairs, f"{said} {last}")
                for before, (count, less, said) in ways[start].items()
                if (pairs := lexicon.together(before, last))
            ]
            if found:
                ways[end][last] = min(found)
    whole = [way for way in ways[-1].values() if way[0] > 1]
    return min(whole)[2].split() if whole else []


def _repairs(word: str, before: str, after: str, lexicon: Lexicon) -> list[tuple[str, int]]:
    allowed = slips_allowed(word)
    heard = set(sounds_like(word))
    ranked = []
    for other in lexicon.words:
        apart = 1 if other in heard else slips(word, other) if allowed else 3
        if apart > max(allowed, 1):
            continue
        joined = lexicon.together(before, other) + lexicon.together(other, after)
        strange = 2 * apart - (other in heard) - (2 if joined else 0) + (other[0] != word[0])
        ranked.append((strange, -joined, -lexicon.often(other), other))
    ranked.sort()
    return [
        (other, worth)
        for (_, _, _, other), worth in zip(ranked[:_MOST_REPAIRS], _REPAIRED, strict=False)
    ]
