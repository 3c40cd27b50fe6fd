# The frame speaks Vietnamese; for readers who do not, the same frame can speak English. The words
# of records are law and stay as they are. Templates and modules are written in Vietnamese, as their
# readers see them, and english.yaml is the only place that knows another language: what it does not
# hold stays Vietnamese, and a test tells which words of a template it lacks. It is read when a
# frame speaks English, which most never do.

"""The words of the frame in English."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from importlib.resources import files

from markupsafe import Markup, escape

from tthc_catalog.files.reading import read

LANGUAGES = ("vi", "en")

VIETNAMESE_LETTER = re.compile(r"[À-ỹđĐ]")
"""A letter that English lacks: what holds one is Vietnamese."""

_TOKEN = re.compile(r"(\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<[^>]*>)", re.DOTALL)
_TOLD = re.compile(r'((?:aria-label|content)=")([^"{]*[^"{ ])')
_QUOTED = re.compile(r'"([^"\n]*)"')
_LINK = re.compile(r"(<a [^>]*>)([^<]*)</a>")
_SPOKEN = re.compile(r"^<a(?= )|<(?:p|ul)(?=>)")


@cache
def english() -> dict[str, str]:
    """Return what each word or sentence of the frame is in English."""
    shipped = files("tthc_catalog.outputs.site") / "english.yaml"
    (words,) = read(shipped.read_bytes(), "english.yaml").documents
    return {vietnamese: str(said) for vietnamese, said in words.items()}


def word(words: str, language: str) -> str:
    """Return words of the frame in a language; what the table lacks stays as it is."""
    return english().get(words, words) if language == "en" else words


def translated(source: str) -> str:
    """Return a template whose own words are English; its expressions stay as they are."""
    return "".join(
        _token(piece) if number % 2 else _text(piece)
        for number, piece in enumerate(_TOKEN.split(source))
    )


def _text(piece: str) -> str:
    return "\n".join(
        line.replace(line.strip(), word(line.strip(), "en")) for line in piece.split("\n")
    )


def _token(piece: str) -> str:
    if piece.startswith("<"):
        return _TOLD.sub(lambda found: found[1] + word(found[2], "en"), piece)
    return _QUOTED.sub(lambda found: f'"{word(found[1], "en")}"', piece)


def spoken(value: object) -> object:
    """Return what an expression of an English template prints: records marked as Vietnamese."""
    if isinstance(value, Markup):
        if not value.startswith(("<a ", "<p>", "<ul>")) or not VIETNAMESE_LETTER.search(value):
            return value
        text = str(value)
        if (link := _LINK.fullmatch(text)) and (said := english().get(unescape(link[2]))):
            text = f"{link[1]}{escape(said)}</a>"
        else:
            text = _SPOKEN.sub(r'\g<0> lang="vi"', text)
        return Markup(text)  # noqa: S704 - was safe and stays so
    if not isinstance(value, str) or not VIETNAMESE_LETTER.search(value):
        return value
    if value in english():
        return english()[value]
    return Markup(f'<span lang="vi">{escape(value)}</span>')  # noqa: S704 - escaped in the same line
