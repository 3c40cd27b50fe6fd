# One table of cases for both languages: what cases.json says, words.py and search.js both do.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tthc_catalog.search import SearchIndex, SearchRow, SearchTables, build_index
from tthc_catalog.search.index import Lexicon
from tthc_catalog.search.payload import build_payload
from tthc_catalog.search.question import understand
from tthc_catalog.search.words import (
    is_syllable,
    slips,
    sounds_like,
    tokens,
    without_telex,
    without_vni,
)
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Callable


Cases = dict[str, Any]

PYTHON: dict[str, Callable[..., Any]] = {
    "fold": fold,
    "tokens": lambda text: [list(token) for token in tokens(text)],
    "telex": without_telex,
    "vni": without_vni,
    "syllable": is_syllable,
    "slips": slips,
    "sounds_like": lambda word: list(sounds_like(word)),
}
JAVASCRIPT = {
    "fold": "code.fold(it[0])",
    "tokens": "code.tokens(it[0]).map((token) => [token.word, token.marks])",
    "telex": "code.withoutTelex(it[0])",
    "vni": "code.withoutVni(it[0])",
    "syllable": "code.isSyllable(it[0])",
    "slips": "code.slips(it[0], it[1])",
    "sounds_like": "code.soundsLike(it[0])",
    "understood": "code.wordsOf(code.understand(it[0], lexicon))",
    "found": "code.search(it[0], lexicon, it[1]).slice(0, 4).map((hit) => hit.code)",
}


@pytest.fixture(scope="module")
def small(small_rows: list[SearchRow], small_tables: SearchTables) -> SearchIndex:
    return SearchIndex(small_rows, small_tables)


@pytest.mark.parametrize("kind", PYTHON)
def test_python_words_do_what_the_table_says(kind: str, cases: Cases) -> None:
    for *given, expected in cases[kind]:
        assert PYTHON[kind](*given) == expected, given


def test_python_understands_what_the_table_says(
    cases: Cases, small_rows: list[SearchRow], small_tables: SearchTables
) -> None:
    lexicon = Lexicon(build_payload(small_rows, small_tables))
    for text, expected in cases["understood"]:
        assert understand(text, lexicon).words == expected, text


def test_python_finds_what_the_table_says(cases: Cases, small: SearchIndex) -> None:
    for text, filters, expected in cases["found"]:
        assert [hit.code for hit in small.search(text, 4, filters)] == expected, text


def test_javascript_does_what_the_table_says(
    cases: Cases,
    small_rows: list[SearchRow],
    small_tables: SearchTables,
    in_browser: Callable[[str], Callable[[str, list[Any]], Any]],
) -> None:
    ask = in_browser(build_index(small_rows, small_tables))
    for kind, expression in JAVASCRIPT.items():
        given = [case[:-1] for case in cases[kind]]
        assert ask(expression, given) == [case[-1] for case in cases[kind]], kind
