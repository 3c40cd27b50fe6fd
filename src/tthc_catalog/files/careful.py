# Files: the careful reading, node by node with its marks.
#
# Nearly all files are clean and are read by `reading.py` without looking at a single mark. This
# module reads the others: it goes on after a fault as far as the text allows, says everything that
# is wrong at once, and knows for each key and value where it begins and ends.

"""Read a YAML text with all its marks, and tell all that is wrong with how it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

import yaml

from tthc_catalog.files import faults, recovery, syntax
from tthc_catalog.files.direction import DIRECTION, DIRECTION_CHARACTER
from tthc_catalog.files.disputed import disputed
from tthc_catalog.files.nodes import Branch, Leaf, Mark, Reading
from tthc_catalog.files.plain import NULLS, NUMBER, misread, special
from tthc_catalog.files.text import (
    CONTROL_CHARACTER,
    ENOUGH,
    first_control,
    prepare,
    without_controls,
)
from tthc_catalog.files.yaml_events import events
from tthc_catalog.finding import Finding, FindingKind, Place

if TYPE_CHECKING:
    from collections.abc import Collection

    from tthc_catalog.files.nodes import Node
    from tthc_catalog.files.yaml_events import Event, ParserMark
    from tthc_catalog.finding import Route

_TIGHT_COLON = re.compile(r"\s*:\S")


def read_nodes(data: bytes, name: str) -> Reading:
    """Read a file with all its marks, and say everything that is wrong with its spelling."""
    source = prepare(data, name)
    if not source.readable:
        return Reading("", findings=source.findings, whole=False)
    reading = _read_on(source.text, name)
    reading.findings[:0] = source.findings
    reading.findings.sort(key=lambda found: (found.place.line, found.place.column))
    _without_echoes(reading)
    if len(reading.findings) > faults.MOST_FINDINGS:
        rest = len(reading.findings) - faults.MOST_FINDINGS
        reading.findings[faults.MOST_FINDINGS :] = [
            faults.TOO_MANY_FINDINGS.at(Place(name), count=rest)
        ]
    return reading


def _read_on(text: str, name: str) -> Reading:
    """Read a text, and read on after syntax errors where it is clear how."""
    told: list[Finding] = []
    skipped: set[int] = set()
    left = recovery.MOST_ATTEMPTS if len(text) <= recovery.LARGEST else 0
    while True:
        careful = _Careful(text, name, skipped)
        reading = careful.read()
        slip, further = careful.slip, None
        if slip is not None and left:
            further = recovery.recovered(slip, text, careful.begins)
        if slip is None or further is None:
            reading.findings += told if slip is None else [*told, slip]
            return reading
        told.append(further.found)
        if further.skipped:
            index = len(reading.documents)
            skipped.add(index)
            told += [found for found in reading.findings if found.place.document == index]
        text, left = further.text, left - 1


class _StopError(Exception):
    """Reading cannot go on; the finding has been told."""


class _Careful:
    """Builds nodes from the events of one text."""

    def __init__(self, text: str, name: str, skipped: Collection[int] = ()) -> None:
        self.text = text
        self.skipped = skipped
        # What the parser stopped at, and the line where the document began that it was in.
        self.slip: Finding | None = None
        self.begins: int | None = 0
        self.name = name
        self.reading = Reading(text)
        self.get = events(text)
        self.joined: Leaf | None = None
        # Documents that lost a part which a finding explains.
        self.spoilt: set[int] = set()

    def read(self) -> Reading:
        """Read to the end, or as far as it goes."""
        reading = self.reading
        try:
            self.stream()
        except yaml.YAMLError as error:
            self.slip = syntax.explain(error, self.text, self.name, len(reading.documents))
            reading.whole = False
        except _StopError:
            reading.whole = False
        reading.findings += disputed(reading, self.name)
        return reading

    def stream(self) -> None:
        """Read all documents."""
        get = self.get
        get()
        while not isinstance(event := get(), yaml.StreamEndEvent):
            index = len(self.reading.documents)
            if index == faults.MOST_DOCUMENTS:
                self.stop(faults.TOO_MANY_DOCUMENTS, event, (), limit=faults.MOST_DOCUMENTS)
            if event.version or event.tags:
                self.tell(faults.DIRECTIVE, event.start_mark, ())
            self.begins = event.start_mark.line
            root = get()
            node = self.node(root, (), 1)
            if isinstance(node, Branch) and not node.listing:
                if not node.entries and index not in self.spoilt:
                    self.tell(faults.EMPTY_DOCUMENT, root.start_mark, ())
                self.reading.documents.append(node)
            else:
                nothing = isinstance(node, Leaf) and not node.style and node.text in NULLS
                kind = faults.EMPTY_DOCUMENT if nothing else faults.NOT_A_MAPPING
                if index not in self.skipped:
                    self.tell(kind, root.start_mark, ())
                self.reading.documents.append(None)
            get()
            self.begins = None
        if not self.reading.documents:
            self.reading.findings.append(
                faults.EMPTY_DOCUMENT.at(Place(self.name, line=1, column=1))
            )

    def node(self, event: Event, route: Route, depth: int) -> Node:
        """Build the node that begins with an event."""
        if isinstance(event, yaml.AliasEvent):
            self.tell(faults.ANCHOR, event.start_mark, route, sign="*", name=event.anchor)
            return Leaf("", "*", _mark(event.start_mark), _mark(event.end_mark))
        if event.anchor is not None:
            self.tell(faults.ANCHOR, event.start_mark, route, sign="&", name=event.anchor)
        if event.tag is not None:
            self.tell(faults.TAG, event.start_mark, route, tag=_written(event.tag))
        if isinstance(event, yaml.ScalarEvent):
            leaf = self.leaf(event)
            if route and not leaf.style and special(leaf.text) and event.tag is None:
                self.value(leaf, event, route)
            return leaf
        if depth > faults.DEEPEST:
            self.stop(faults.TOO_DEEP, event, route[: faults.DEEPEST], limit=faults.DEEPEST)
        listing = isinstance(event, yaml.SequenceStartEvent)
        mark = _mark(event.start_mark)
        branch = Branch([], listing, bool(event.flow_style), mark, mark)
        if listing:
            self.items(branch, route, depth)
        else:
            self.entries(branch, route, depth)
        return branch

    def items(self, branch: Branch, route: Route, depth: int) -> None:
        """Read the items of a list."""
        while not isinstance(event := self.get(), yaml.SequenceEndEvent):
            index = len(branch.entries)
            branch.entries.append((None, self.node(event, (*route, index), depth + 1)))
        branch.end = _mark(event.end_mark)

    def entries(self, branch: Branch, route: Route, depth: int) -> None:
        """Read the keys and values of a mapping."""
        first: dict[str, int] = {}
        forgotten = 0
        while not isinstance(event := self.get(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.tell(faults.COMPLEX_KEY, event.start_mark, route)
                self.spoilt.add(self.document)
                self.node(event, (), depth + 1)
                self.node(self.get(), (), depth + 1)
                continue
            key = self.leaf(event)
            below = (*route, key.text)
            start = event.start_mark
            following = self.get()
            if branch.flow and self.glued(branch, key, following, below):
                continue
            usable = self.key(key, event, below, flow=branch.flow)
            if usable and key.text in first:
                shown = _short(key.text)
                opens = faults.OPENS_A_DOCUMENT.get(key.text) if len(below) == 1 else None
                if forgotten:
                    advice = faults.ALSO_FORGOTTEN.format(key=shown, line=forgotten)
                elif opens:
                    advice = faults.DOCUMENT_FORGOTTEN.format(key=shown, what=opens)
                    forgotten = start.line + 1
                else:
                    advice = faults.KEEP_ONE.format(key=shown)
                self.tell(
                    faults.DUPLICATE_KEY, start, below,
                    key=shown, first=first[key.text], advice=advice,
                )  # fmt: skip
            first.setdefault(key.text, start.line + 1)
            value = self.node(following, below if usable else (), depth + 1)
            branch.entries.append((key, value))
        branch.end = _mark(event.end_mark)

    def key(self, key: Leaf, event: Event, route: Route, *, flow: bool) -> bool:
        """Judge a key; return whether its value deserves to be judged as well."""
        mark = event.start_mark
        if event.anchor is not None:
            self.tell(faults.ANCHOR, mark, route, sign="&", name=event.anchor)
        if event.tag is not None:
            self.tell(faults.TAG, mark, route, tag=_written(event.tag))
        if not key.text:
            self.tell(faults.EMPTY_KEY, mark, route[:-1])
            return False
        if not key.style and key.text == "<<":
            self.tell(faults.MERGE_KEY, mark, route)
            return False
        if flow and _TIGHT_COLON.match(self.text, key.end.index):
            shown = f"{_short(key.text)}: …"
            self.tell(
                faults.NO_SPACE_AFTER_COLON, mark, route, key=_short(key.text), repaired=shown
            )
            return False
        if not key.style and special(key.text):
            if key.text in NULLS:
                self.tell(faults.EMPTY_KEY, mark, route)
            else:
                self.value(key, event, route)
        return True

    def glued(self, branch: Branch, key: Leaf, following: Event, route: Route) -> bool:
        """Take a word without a value within braces for what it was meant to be, and say so.

        Of `{thoi_han: 2,5 ngày}` YAML makes two keys, of `{so:1/QĐ-X}` a key without a value.
        """
        nothing = isinstance(following, yaml.ScalarEvent) and not following.value
        if not nothing or ":" in self.text[key.end.index : following.start_mark.index]:
            return False
        place = Place(self.name, self.document, route, key.start.line, key.start.column)
        name, colon, value = key.text.partition(":")
        if colon and value.strip() and not key.style:
            shown = _short(f"{name}: {value}")
            self.add(faults.NO_SPACE_AFTER_COLON.at(place, key=_short(name), repaired=shown))
            branch.entries.append(
                (Leaf(name, "", key.start, key.start), Leaf(value, "", key.start, key.end))
            )
            return True
        before = branch.entries[-1] if branch.entries else None
        if colon or before is None or before[0] is None or not isinstance(before[1], Leaf):
            kind = faults.NO_SPACE_AFTER_COLON if colon else faults.COMMA_IN_BRACES
            shown = "khóa: giá trị" if colon else ', ví dụ {thoi_han: "2,5 ngày làm việc"}'
            self.add(kind.at(place, key=_short(key.text), repaired=shown))
            return True
        whole = before[1]
        whole.text, whole.end = self.text[whole.start.index : key.end.index], key.end
        shown = f': {before[0].text}: "{_short(whole.text)}"'
        told = faults.COMMA_IN_BRACES.at(place, key=_short(key.text), repaired=shown)
        if self.reading.findings[-1:] and self.joined is whole:
            # One value with several commas is one slip.
            self.reading.findings[-1] = told.moved(self.reading.findings[-1].place)
        else:
            self.add(told)
        self.joined = whole
        return True

    def leaf(self, event: Event) -> Leaf:
        """Build a scalar and remember it."""
        leaf = Leaf(event.value, event.style or "", _mark(event.start_mark), _mark(event.end_mark))
        if leaf.style == '"' and (odd := first_control(leaf.text)):
            # Written as an escape such as \e, it would reach terminals and pages all the same.
            leaf.text = without_controls(leaf.text)
            kind = DIRECTION_CHARACTER if DIRECTION.match(odd) else CONTROL_CHARACTER
            self.tell(kind, event.start_mark, (), character=f"U+{ord(odd):04X}")
        self.reading.leaves.append(leaf)
        return leaf

    def value(self, leaf: Leaf, event: Event, route: Route) -> None:
        """Say what is wrong with a plain scalar that is special."""
        if leaf.text in NULLS:
            # An empty value begins where the next thing does; people look at its key.
            keys = self.reading.leaves[-2:-1] if leaf.start.index == leaf.end.index else []
            mark = keys[0].start if keys and isinstance(route[-1], str) else leaf.start
            place = Place(self.name, self.document, route, mark.line, mark.column)
            self.add(faults.EMPTY_VALUE.at(place, field=place.field))
        elif NUMBER.fullmatch(leaf.text):
            read = misread(leaf.text[:40])
            self.tell(
                faults.UNQUOTED_NUMBER, event.start_mark, route,
                written=_short(leaf.text), read="" if read == leaf.text else f" {read}",
            )  # fmt: skip
        else:
            self.tell(
                faults.NO_SPACE_AFTER_DASH, event.start_mark, route, written=_short(leaf.text)
            )

    @property
    def document(self) -> int:
        """The index of the document that is being read."""
        return len(self.reading.documents)

    def tell(self, kind: FindingKind, mark: ParserMark, route: Route, **args: object) -> None:
        """Add a finding at a mark of the parser."""
        place = Place(self.name, self.document, route, mark.line + 1, mark.column + 1)
        self.add(kind.at(place, **args))

    def add(self, found: Finding) -> None:
        """Add a finding; a file that has very many is not meant for us."""
        self.reading.findings.append(found)
        if len(self.reading.findings) > ENOUGH:
            raise _StopError

    def stop(self, kind: FindingKind, event: Event, route: Route, **args: object) -> NoReturn:
        """Add a finding after which nothing can be read."""
        self.tell(kind, event.start_mark, route, **args)
        raise _StopError


def _without_echoes(reading: Reading) -> None:
    """Drop syntax errors that a tab or control character of the same line explains better."""
    explained = {
        found.place.line
        for found in reading.findings
        if found.id in {"tab-character", "control-character"}
    }
    reading.findings[:] = [
        found
        for found in reading.findings
        if found.kind not in syntax.KINDS or found.place.line not in explained
    ]


def _mark(mark: ParserMark) -> Mark:
    return Mark(mark.index, mark.line + 1, mark.column + 1)


def _written(tag: str) -> str:
    return _short(tag.replace("tag:yaml.org,2002:", "!!"))


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
