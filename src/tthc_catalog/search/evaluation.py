# Figures that anyone can check: a question counts as answered if one of the codes that a person who
# means it would accept stands among the first results.

"""How well the search answers a list of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tthc_catalog.search.searching import SearchIndex

_DEPTHS = (1, 3, 10)


class QueryCase(TypedDict):
    """One line of a file of questions."""

    q: str
    type: str
    codes: list[str]


class Evaluation(TypedDict):
    """Success at 1, 3 and 10 and the mean reciprocal rank: of all questions, and by their type."""

    all: dict[str, float]
    by_type: dict[str, dict[str, float]]


def evaluate(index: SearchIndex, cases: Iterable[QueryCase]) -> Evaluation:
    """Return how well an index answers questions."""
    return evaluate_answers(lambda asked: [hit.code for hit in index.search(asked)], cases)


def evaluate_answers(
    answer: Callable[[str], Sequence[str]], cases: Iterable[QueryCase]
) -> Evaluation:
    """Return how well any search answers questions.

    Args:
        answer: Gives the codes found for a question, best first.
        cases: The questions.
    """
    ranks: dict[str, list[int]] = {}
    for case in cases:
        found = list(answer(case["q"]))[: _DEPTHS[-1]]
        accepted = set(case["codes"])
        rank = next((at for at, code in enumerate(found, 1) if code in accepted), 0)
        ranks.setdefault(case["type"], []).append(rank)
    everything = [rank for listed in ranks.values() for rank in listed]
    return {
        "all": _figures(everything),
        "by_type": {kind: _figures(ranks[kind]) for kind in sorted(ranks)},
    }


def _figures(ranks: Sequence[int]) -> dict[str, float]:
    count = len(ranks) or 1
    figures = {
        f"success@{depth}": round(sum(1 for rank in ranks if 0 < rank <= depth) / count, 4)
        for depth in _DEPTHS
    }
    return {**figures, "mrr": round(sum(1 / rank for rank in ranks if rank) / count, 4)}
