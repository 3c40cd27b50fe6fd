# Words of a record become markup here and nowhere else: every character passes through `escape`,
# and what looks like markup, Markdown or a script address in a record stays the text that it is.

"""Texts, days and lists as the pages show them."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from tthc_catalog.catalog import ALWAYS
from tthc_catalog.changes.durations import COUNTED_OVER
from tthc_catalog.errors import UnwritableError
from tthc_catalog.files.cache import own_folder
from tthc_catalog.files.writing import write_bytes
from tthc_catalog.outputs.site.frame_words import spoken, translated, word
from tthc_catalog.outputs.site.short_names import short_name
from tthc_catalog.outputs.site.terms import TERMS
from tthc_catalog.records.identifiers import is_code
from tthc_catalog.vietnamese import say_date, say_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from jinja2 import Template
    from jinja2.bccache import Bucket

    from tthc_catalog.outputs.site.edition import Link

_BULLET = re.compile(r"[-–•*]\s+")
_SUB_BULLET = re.compile(r"[+o]\s+")
_BULLETS = frozenset("-–•*+o")
_GOES_ON = re.compile(r"[a-zàáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ(]")
_TERM = re.compile(r"\{\{ t\.(\w+)\.(\w+) \}\}")
_SENTENCE_END = (".", ";", ":", "!", "?", "…")


def prose(text: str) -> Markup:
    """Return plain text as paragraphs and lists.

    A blank line or a finished sentence ends a paragraph, `- ` opens an item and `+ ` an item below
    it, as officers type them; nothing else has a meaning.
    """
    safe = escaped(text)
    if "\n" not in text:
        return _safe(f"<p>{safe}</p>")
    # Nearly no text has anything to escape; the others pay for it line by line.
    spelled = str if safe is text else escape
    parts: list[str] = []
    depth = 0
    for line in _joined(text):
        level, words = _leveled(line, depth)
        while depth > level:
            parts.append("</li></ul>")
            depth -= 1
        if level == 0:
            parts.append(f"<p>{spelled(words)}</p>")
        elif level == depth:
            parts.append(f"</li><li>{spelled(words)}")
        else:
            parts.append(f"<ul><li>{spelled(words)}")
            depth += 1
    parts.append("</li></ul>" * depth)
    return _safe("".join(parts))


def _leveled(line: str, depth: int) -> tuple[int, str]:
    if line[0] in _BULLETS:
        if found := _BULLET.match(line):
            return 1, line[found.end() :]
        if found := _SUB_BULLET.match(line):
            return min(2, depth + 1), line[found.end() :]
    return 0, line


def _joined(text: str) -> Iterable[str]:
    """Yield the lines of a text, with lines that an editor wrapped put together again."""
    kept = ""
    for line in map(str.strip, text.split("\n")):
        if not line:
            if kept:
                yield kept
            kept = ""
        elif kept and not kept.endswith(_SENTENCE_END) and _GOES_ON.match(line):
            kept += f" {line}"
        else:
            if kept:
                yield kept
            kept = line
    if kept:
        yield kept


@cache
def day(value: date) -> Markup:
    """Return a day in Vietnamese print, with the same day for machines."""
    if value == ALWAYS:
        return Markup("chưa rõ")
    return Markup(f'<time datetime="{value.isoformat()}">{say_date(value)}</time>')  # noqa: S704 - digits only


def link(to: Link, up: str) -> Markup:
    """Return words that lead to a page, if there is one; `up` is the way to the root."""
    words = escaped(to.words)
    if to.address is None:
        return _safe(words)
    return _safe(f'<a href="{up}{escaped(to.address)}">{words}</a>')


def _safe(markup: str) -> Markup:
    """Mark a text as safe whose every word has been escaped; `Markup()` would look at it again."""
    return str.__new__(Markup, markup)


def as_printed(words: str | None) -> str:
    """Return words that nobody could read as a value: quoted, so that nobody takes "2" for days."""
    return f"“{words}” (nguồn chỉ in như vậy)" if words else ""


def code_words(code: str) -> str:
    """Return a national code; for a local identity, which is no code, that there is none yet."""
    return code if is_code(code) else "chưa có mã quốc gia"


def sentence(text: str) -> str:
    """Return a term with its first letter large."""
    return text[:1].upper() + text[1:]


def figures_apart(text: str) -> tuple[str, str]:
    """Return a sentence on a change and, as a sentence, the figures that it was counted from."""
    plain, _, figures = text.partition(COUNTED_OVER)
    return (f"{plain}.", sentence(f"{COUNTED_OVER}{figures}"[2:])) if figures else (text, "")


class _Loader(PackageLoader):
    """Sets official terms, `{{ t.Parts.fees }}`, into a template once, as it is read."""

    language = "vi"

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool] | None]:
        source, name, fresh = super().get_source(environment, template)
        if self.language != "vi":
            source = translated(source)

        def term(found: re.Match[str]) -> str:
            return escape(word(TERMS[found[1]][found[2]], self.language))

        return _TERM.sub(term, source), name, fresh


def escaped(value: object) -> str:
    """Return a value as a page may hold it, as `markupsafe.escape` does.

    What comes back is joined to the page and to nothing else, so it need not be marked as safe:
    marking costs more than looking, and a page has a hundred and fifty values.
    """
    if type(value) is Markup:
        return value
    if type(value) is not str:
        return str(value) if type(value) is int else escape(value)
    if "<" in value or "&" in value or '"' in value or "'" in value or ">" in value:
        return escape(value)
    return value


_IMPORT = re.compile(r"^from jinja2\.runtime import .*$", re.MULTILINE)


class _Environment(Environment):
    """Compiles templates that escape by `escaped`."""

    def _generate(self, *template: Any, **more: Any) -> str:  # noqa: ANN401 - handed on
        source = super()._generate(*template, **more)
        return _IMPORT.sub(rf"\g<0>\nfrom {__name__} import escaped as escape", source, count=1)


class _Compiled(BytecodeCache):
    """Compiled templates, kept between runs as Python keeps its modules.

    Jinja's own cache would run a file that a bad disk changed; this one knows what it has written.
    """

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, language
        # What a template becomes depends on this module too, of which Jinja knows nothing.
        self.made_by = Path(__file__).read_text("utf-8")

    def get_source_checksum(self, source: str) -> str:
        """Return what names a template as it is written and compiled today."""
        return super().get_source_checksum(source + self.made_by)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if it is there and whole."""
        with suppress(OSError):
            kept = self._file(bucket).read_bytes()
            told, code = kept[:_DIGEST], kept[_DIGEST:]
            if hashlib.sha256(code).digest() == told:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; where nothing can be written, it is compiled again next time."""
        code = bucket.bytecode_to_string()
        with suppress(UnwritableError):
            write_bytes(self._file(bucket), hashlib.sha256(code).digest() + code, lasting=False)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{self.language}-{bucket.key}.cache"


_DIGEST = hashlib.sha256().digest_size


@cache
def _environment(language: str) -> Environment:
    loader = _Loader("tthc_catalog.outputs.site")
    loader.language = language
    folder = own_folder("templates")
    environment = _Environment(
        loader=loader,
        bytecode_cache=_Compiled(folder, language) if folder else None,
        finalize=None if language == "vi" else spoken,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.clear()  # nobody asks for Jinja's own, and each page would copy them
    # What pages read are attributes and never keys of a mapping, so Python's own way will do.
    environment.getattr = getattr  # type: ignore[assignment,method-assign] # two of the three arguments that it takes
    environment.filters.update(
        prose=prose,
        day=day,
        number=say_number,
        sentence=sentence,
        link=link,
        short=short_name,
        figures_apart=figures_apart,
        code=code_words,
    )
    return environment


@cache
def template(name: str, language: str = "vi") -> Template:
    """Return a compiled template of the package, its own words in a language."""
    return _environment(language).get_template(name)
