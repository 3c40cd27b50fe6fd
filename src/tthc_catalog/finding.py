# Ground: how any stage of the program says that something is wrong.
#
# Words come last. A finding keeps the id of its kind, its place and its arguments; the sentence is
# made when somebody reads it, so the same finding is a line in the terminal, an annotation in CI
# and JSON, and an acceptance of it survives rewording.

from __future__ import annotations

import enum
import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Route = tuple[str | int, ...]

_LONGEST = 1200
"""How many characters of a value a sentence repeats: no real name has as many."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Severity(enum.StrEnum):
    """How much a finding matters; only errors make `tthc check` fail by default."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """The Vietnamese word that officers read."""
        return {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}[self.value]


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One thing that can be found wrong: its lasting id and the words that explain it."""

    id: str
    """Kebab-case, never reused for anything else."""

    severity: Severity
    """The level at which it is reported unless the catalogue sets another."""

    says: str
    """Vietnamese sentence; `{name}` stands for an argument of the finding."""

    mend: str = ""
    """What to type instead, in Vietnamese; may use the same arguments."""

    law: str = ""
    """The article it rests on; empty where the kind is a convention of the format."""

    paths: tuple[str, ...] = ()
    """The arguments that name other files of the same catalogue."""

    def at(self, place: Place, **args: object) -> Finding:
        """Return a finding of this kind at a place."""
        return Finding(self, place, tuple(sorted((key, str(value)) for key, value in args.items())))


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a value stands: a file, a document of its stream, a route inside, and then a line."""

    file: str
    """Path as the user knows it, with forward slashes."""

    document: int = 0
    """Index of the YAML document in the file, from 0."""

    route: Route = ()
    """Keys and indices from the top of the document down to the value."""

    line: int = 0
    """1-based; 0 while nobody has looked it up."""

    column: int = 0
    """1-based; 0 while nobody has looked it up."""

    @property
    def field(self) -> str:
        """The route as people write it: `cach_thuc[0].thoi_han`."""
        text = ""
        for step in self.route:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        return text

    def seen_from(self, folder: str) -> Place:
        """Return the place with its file as people open it, for showing only.

        Args:
            folder: the catalogue's folder as seen from where they stand; empty or `.` for the same.
        """
        if folder in {"", "."}:
            return self
        return replace(self, file=f"{folder.rstrip('/')}/{self.file}")

    def __truediv__(self, step: str | int) -> Place:
        """Return the place one step further down; its line is not known yet."""
        return Place(self.file, self.document, (*self.route, step))

    def __str__(self) -> str:
        """`file:line:column`, as far as it is known."""
        if not self.line:
            return self.file
        return (
            f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place."""

    kind: FindingKind
    place: Place
    args: tuple[tuple[str, str], ...] = ()
    """What its sentences name, as sorted pairs of name and text; paths begin in the catalogue."""

    @property
    def id(self) -> str:
        """The id of the kind."""
        return self.kind.id

    @property
    def severity(self) -> Severity:
        """The level of the kind."""
        return self.kind.severity

    @property
    def message(self) -> str:
        """The Vietnamese sentence that says what is wrong."""
        return self._said(self.kind.says)

    @property
    def mend(self) -> str:
        """The Vietnamese sentence that says what to type instead."""
        return self._said(self.kind.mend)

    def _said(self, words: str) -> str:
        # A sentence is one line of visible words, whatever it quotes: logs give a meaning to how a
        # line begins, terminals to control characters.
        return words.format_map({key: _quoted(value) for key, value in self.args})

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits that stay the same when lines move or words are improved."""
        parts = [self.id, self.place.file, str(self.place.document), self.place.field]
        parts += [f"{key}={value}" for key, value in self.args]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]

    def moved(self, place: Place) -> Finding:
        """Return the same finding at a place that is known better."""
        return replace(self, place=place)

    def seen_from(self, folder: str) -> Finding:
        """Return the finding with paths as people open them, for showing only.

        Args:
            folder: the catalogue's folder as seen from where they stand; empty or `.` for the same.

        The fingerprint is that of the finding itself, whose paths begin in the catalogue.
        """
        files = {
            key: Place(value).seen_from(folder).file
            for key, value in self.args
            if value and key in self.kind.paths
        }
        args = tuple((key, files.get(key, value)) for key, value in self.args)
        return replace(self, place=self.place.seen_from(folder), args=args)

    def as_level(self, severity: Severity) -> Finding:
        """Return the same finding at another level."""
        return replace(self, kind=replace(self.kind, severity=severity))


def _quoted(value: str) -> str:
    if len(value) > _LONGEST:
        shown = value[:_LONGEST]
        value = f"{shown}…{'»' if shown.count('«') > shown.count('»') else ''}"
    return _CONTROL.sub("\ufffd", " ".join(value.splitlines()))


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings as a person walks through the files: by file, line, column, then id."""
    return sorted(
        findings,
        key=lambda found: (
            found.place.file,
            found.place.document,
            found.place.line,
            found.place.column,
            found.id,
            found.args,
        ),
    )
