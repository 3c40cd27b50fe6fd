# The promise itself, over the 2,625 real names: what people type is among the first three, and the
# browser says the same as Python.

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tthc_catalog.search import Hit, QueryCase, SearchIndex, SearchRow, evaluate_answers
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Callable


HERE = Path(__file__).parent
SEARCH = HERE.parents[1] / "src" / "tthc_catalog" / "search"
# Written by hand, before the ranking existed (held) and after the tables did (fresh).
OWN = ("queries-held.jsonl", "queries-fresh.jsonl")


def read_cases(path: Path) -> list[QueryCase]:
    """Return the questions of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def success_at_3(answers: Callable[[str], list[Hit]], path: Path) -> float:
    """Return the share of questions with an accepted code among the first three."""
    figures = evaluate_answers(lambda asked: [hit.code for hit in answers(asked)], read_cases(path))
    return figures["all"]["success@3"]


def test_dev_questions_are_answered_in_the_first_three(
    answers: Callable[[str], list[Hit]], shared: Path
) -> None:
    assert success_at_3(answers, shared / "search" / "queries-dev.jsonl") >= 0.95


@pytest.mark.parametrize("name", OWN)
def test_our_own_questions_are_answered_in_the_first_three(
    answers: Callable[[str], list[Hit]], name: str
) -> None:
    assert success_at_3(answers, HERE / name) >= 0.95


def test_every_real_name_finds_itself(real_index: SearchIndex, real_rows: list[SearchRow]) -> None:
    some = random.Random(4).sample(real_rows, 40)  # noqa: S311 - no secret, a lasting choice
    for row in some:
        assert fold(row.name) in {fold(hit.name) for hit in real_index.search(row.name, 3)}, (
            row.name
        )
        assert real_index.search(row.code)[0].code == row.code


def test_what_the_site_loads_before_the_first_result_is_small(real_json: str) -> None:
    scripts = b"".join((SEARCH / name).read_bytes() for name in ("box.js", "search.js"))
    assert len(gzip.compress(real_json.encode() + scripts, 9)) <= 150_000


def generated(rows: list[SearchRow]) -> list[str]:
    """Return 200 questions made of real names: pieces, without marks, with slips."""
    draw = random.Random(20261122)  # noqa: S311 - no secret, lasting questions
    asked = []
    for row in draw.sample(rows, 200):
        words = row.name.split()
        start = draw.randrange(max(1, len(words) - 3))
        text = " ".join(words[start : start + draw.randint(2, 7)])
        way = draw.random()
        if way < 0.4:
            text = fold(text)
        elif way < 0.7 and len(text) > 6:
            at = draw.randrange(1, len(text) - 2)
            text = text[:at] + draw.choice(["", "x", text[at + 1] + text[at]]) + text[at + 1 :]
        asked.append(text)
    return asked


def test_the_browser_gives_the_same_order_as_python(
    real_json: str,
    answers: Callable[[str], list[Hit]],
    real_rows: list[SearchRow],
    shared: Path,
    in_browser: Callable[[str], Callable[[str, list[Any]], Any]],
) -> None:
    files = [shared / "search" / "queries-dev.jsonl", *(HERE / name for name in OWN)]
    asked = [case["q"] for path in files for case in read_cases(path)]
    asked += generated(real_rows)
    ask = in_browser(real_json)
    heard = ask("code.search(it, lexicon).slice(0, 10).map((hit) => [hit.code, hit.score])", asked)
    for text, answer in zip(asked, heard, strict=True):
        said = [[hit.code, hit.score] for hit in answers(text)]
        assert answer == said, text
