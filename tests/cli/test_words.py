# Click speaks Vietnamese through gettext. Its words are translated in messages.po; messages.mo is
# what programs read. After a change of the .po file:
# TTHC_GOLDEN=write pytest tests/cli/test_words.py

from __future__ import annotations

import io
import os
import string
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import tthc_catalog.cli

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from tests.cli.conftest import Tthc

FOLDER = Path(tthc_catalog.cli.__file__).parent / "locale" / "vi" / "LC_MESSAGES"


@pytest.fixture(scope="module")
def words() -> Catalog:
    with (FOLDER / "messages.po").open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


def test_the_compiled_words_are_current(words: Catalog) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, words)
    if os.environ.get("TTHC_GOLDEN") == "write":
        (FOLDER / "messages.mo").write_bytes(compiled.getvalue())
    assert (FOLDER / "messages.mo").read_bytes() == compiled.getvalue()


def test_every_word_of_click_is_translated(words: Catalog) -> None:
    folder = Path(click.__file__).parent
    said = {found[2] for found in extract_from_dir(folder, method_map=[("**.py", "python")])}
    missing = [each for each in said if (entry := words.get(each)) is None or not entry.string]
    assert missing == []


def test_a_translation_asks_for_nothing_that_click_does_not_give(words: Catalog) -> None:
    for message in words:
        sources = [message.id] if isinstance(message.id, str) else list(message.id)
        known = {name for source in sources for name in _names(source)}
        told = [message.string] if isinstance(message.string, str) else message.string or ()
        for each in told:
            assert _names(each) <= known, message.id


def _names(text: str) -> set[str]:
    if "%(" in text:
        return set()
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_another_language_may_be_asked_for(tthc: Tthc, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Cách dùng:" in tthc("show", "--help").out
    assert "Lỗi: Thiếu tham số" in tthc("show").err
    monkeypatch.setenv("LANGUAGE", "en")
    assert "Usage:" in tthc("show", "--help").out
    assert "Error: Missing argument" in tthc("show").err
    monkeypatch.delenv("LANGUAGE")
    assert "Cách dùng:" in tthc("show", "--help").out


def test_the_version_is_told(tthc: Tthc) -> None:
    assert tthc("--version").out == f"tthc {tthc_catalog.__version__}\n"
