# The chain of a ledger shows every line that is changed, moved or taken out, but not those that are
# cut off at its end, nor a ledger written anew from its first line. Against that, the ledger is
# held against everything it has been in the commits that led here.
#
# What must hold between a commit and the one before: the lines stay, in their order, and new ones
# come at the end. Two branches may both record documents; who merges them keeps the one ledger and
# records the rest again. So after a merge one side must go on line by line, while of the others
# every document must still be held. What was broken once and put right again is no fault.
#
# A version whose bytes begin the present ledger needs no look inside, and usually all do.

"""The ledger held against its own past in git."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.history import blob_content, is_blob, past_of
from tthc_catalog.files.paths import LEDGER_FILE
from tthc_catalog.finding import FindingKind, Place, Severity
from tthc_catalog.rules.ledger import LEDGER_LAW, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tthc_catalog.files.history import Commit, Past, PastFile
    from tthc_catalog.files.tree import Tree
    from tthc_catalog.finding import Finding
    from tthc_catalog.rules.ledger import LedgerLine
    from tthc_catalog.rules.published import Published

REMOVED_LEDGER = FindingKind(
    "removed-ledger", Severity.ERROR,
    "Sổ {file} không còn{where}; trước đó có {count} dòng, dòng cuối ghi tài liệu thứ {position} "
    "của {identity}.",
    "Lấy lại tệp sổ{commit}; sổ chỉ được nối thêm bằng `tthc ledger record`.", LEDGER_LAW,
    ("file",),
)  # fmt: skip
DROPPED_LINE = FindingKind(
    "dropped-ledger-line", Severity.ERROR,
    "Sổ không còn dòng ghi tài liệu thứ {position} của {identity}, đã ghi ngày {recorded}{where}.",
    "Lấy lại dòng ấy{commit}; sổ chỉ được nối thêm bằng `tthc ledger record`.", LEDGER_LAW,
)  # fmt: skip
REPLACED_LINE = FindingKind(
    "replaced-ledger-line", Severity.ERROR,
    "Sổ ghi tài liệu thứ {position} của {identity} bằng dấu vân tay khác với khi ghi ngày "
    "{recorded}{where}.",
    "Trả lại tài liệu và dòng sổ cũ{commit}. Văn bản công bố có sai sót thì nối thêm tài liệu "
    "`dinh_chinh`.", LEDGER_LAW,
)  # fmt: skip
REORDERED_LEDGER = FindingKind(
    "reordered-ledger", Severity.ERROR,
    "Sổ không còn giữ thứ tự và ngày ghi như cũ từ dòng {line}, dòng ghi tài liệu thứ {position} "
    "của {identity}{where}.",
    "Lấy lại tệp sổ{commit}; nếu hai nhánh cùng ghi sổ thì nhận sổ của nhánh chính rồi ghi lại.",
    LEDGER_LAW,
)  # fmt: skip

KINDS = (REMOVED_LEDGER, DROPPED_LINE, REPLACED_LINE, REORDERED_LEDGER)
"""Every kind of finding about the ledger's past."""


Key: TypeAlias = "tuple[str, int]"
"""What a line records: a document, by its procedure or decision and its position."""


class Held(NamedTuple):
    """A ledger held against its past."""

    findings: list[Finding]
    unchecked: str
    """One Vietnamese sentence on what could not be held against anything; empty if all could."""


def held_against_past(ledger: Ledger, published: Published, tree: Tree) -> Held:
    """Hold a ledger against every version of it that git knows.

    Args:
        ledger: the ledger as it stands.
        published: the documents as they stand, to find their files.
        tree: the catalogue's folder.
    """
    past = past_of(tree.folder, LEDGER_FILE)
    unchecked = _unchecked(past)
    if past is None or not past.versions:
        return Held([], unchecked)
    present = LEDGER_FILE in tree.names(".jsonl")
    content = tree.read(LEDGER_FILE) if present else b""
    if all(_begins(content, version) for version in past.versions if version.blob) and present:
        return Held([], unchecked)
    return Held(list(_Comparison(ledger, content, past, published, tree).findings()), unchecked)


def _unchecked(past: Past | None) -> str:
    if past is None:
        return (
            "Thư mục này không nằm trong kho git nào, nên chưa kiểm được sổ có bị bớt dòng cuối, "
            "viết lại hay xóa đi; so với đầu chuỗi đã công bố ở nơi khác bằng --head."
        )
    if not past.whole:
        return (
            "Kho git chỉ có những lần ghi gần đây, nên chỉ kiểm được sổ với những lần ấy; "
            "lấy đủ lịch sử bằng `git fetch --unshallow`."
        )
    if not past.versions:
        return "Kho git chưa có lần ghi nào chứa sổ, nên chưa có gì để so với sổ."
    return ""


def _begins(content: bytes, version: PastFile) -> bool:
    return is_blob(content[: version.size], version.blob)


@dataclass(frozen=True)
class _Version:
    """The ledger as one commit left it, or as it stands uncommitted."""

    commit: Commit | None
    parents: tuple[int, ...]
    lines: Sequence[LedgerLine]

    @cached_property
    def by_key(self) -> dict[Key, LedgerLine]:
        return {(line.identity, line.index): line for line in self.lines}

    @cached_property
    def hashes(self) -> frozenset[tuple[str, str]]:
        return frozenset((line.identity, line.hash) for line in self.lines)

    def holds(self, line: LedgerLine) -> bool:
        """Tell whether it holds the document of a line, in its place and with its hash."""
        mine = self.by_key.get((line.identity, line.index))
        return mine is not None and mine.hash == line.hash

    def goes_on_from(self, earlier: _Version) -> int | None:
        """Return the position of the first line that is not as it was; None if all are.

        Lines that are gone altogether are told on their own.
        """
        kept = [(key, line.recorded) for key, line in earlier.by_key.items() if key in self.by_key]
        now = ((key, line.recorded) for key, line in self.by_key.items())
        return next(
            (at for at, (was, is_) in enumerate(zip(kept, now, strict=False)) if was != is_), None
        )


class _Comparison:
    """One ledger and all that it has been."""

    def __init__(
        self, ledger: Ledger, content: bytes, past: Past, published: Published, tree: Tree
    ) -> None:
        self.now = _Version(None, (1,), ledger.lines)
        self.files = published.files
        self.merging = past.merging
        self.gone = not content and LEDGER_FILE not in tree.names(".jsonl")
        read: dict[str, Sequence[LedgerLine]] = {"": ()}
        self.versions = [self.now]
        for version in past.versions:
            if version.blob not in read:
                read[version.blob] = _lines(version, ledger, content, tree)
            parents = tuple(parent + 1 for parent in version.parents)
            self.versions.append(_Version(version.commit, parents, read[version.blob]))

    def findings(self) -> Iterator[Finding]:
        """Yield what the ledger no longer holds as it once did."""
        if self.gone:
            yield from self._removed()
            return
        lost = list(self._lost())
        yield from lost
        yield from self._reordered()

    def _removed(self) -> Iterator[Finding]:
        last = next((version for version in self.versions if version.lines), None)
        if last is not None:
            after = [each for each in self.versions if self._made_from(each, last)]
            commit = next((each.commit for each in after if not each.lines), None)
            line = last.lines[-1]
            yield REMOVED_LEDGER.at(
                Place(LEDGER_FILE),
                file=LEDGER_FILE, count=len(last.lines), **_named(line), **_at(commit),
            )  # fmt: skip

    def _made_from(self, version: _Version, earlier: _Version) -> bool:
        return any(self.versions[parent] is earlier for parent in version.parents)

    def _lost(self) -> Iterator[Finding]:
        """Yield the lines that were added once and are gone, or tell another hash now."""
        first: dict[Key, dict[str, LedgerLine]] = {}
        for version in reversed(self.versions[1:]):
            known = [self.versions[parent].by_key for parent in version.parents]
            for key, line in version.by_key.items():
                if not any(key in keys for keys in known):
                    first.setdefault(key, {}).setdefault(line.hash, line)
        for key, lines in first.items():
            now = self.now.by_key.get(key)
            for line in lines.values():
                if self.now.holds(line):
                    continue
                elsewhere = (line.identity, line.hash) in self.now.hashes
                if now is not None and now.hash in lines and elsewhere:
                    # Two branches gave the same place to two documents; both are still held.
                    continue
                kind = DROPPED_LINE if now is None else REPLACED_LINE
                place = Place(self.files.get(line.identity, LEDGER_FILE), line.index)
                yield kind.at(
                    place, recorded=_day(line.recorded), **_named(line), **_at(self._culprit(line))
                )

    def _culprit(self, line: LedgerLine) -> Commit | None:
        """Return the last commit after which a line was no longer held as it was."""
        for version in self.versions:
            before = [self.versions[parent] for parent in version.parents]
            if not version.holds(line) and any(each.holds(line) for each in before):
                return version.commit
        return None

    def _reordered(self) -> Iterator[Finding]:
        for version in self.versions:
            if version is self.now and self.merging:
                continue
            before = [self.versions[parent] for parent in version.parents]
            before = [each for each in before if each.lines]
            ways = [version.goes_on_from(each) for each in before]
            if not before or None in ways:
                continue
            if any(self.now.goes_on_from(each) is None for each in before):
                continue  # put right since
            at = ways[0] or 0
            line = [line for key, line in before[0].by_key.items() if key in version.by_key][at]
            place = Place(LEDGER_FILE, line=min(at + 1, len(self.now.lines) or 1), column=1)
            yield REORDERED_LEDGER.at(place, line=at + 1, **_named(line), **_at(version.commit))


def _lines(version: PastFile, ledger: Ledger, content: bytes, tree: Tree) -> Sequence[LedgerLine]:
    if _begins(content, version) and not ledger.faults:
        return ledger.lines[: content[: version.size].count(b"\n")]
    try:
        return Ledger.parsed(blob_content(tree.folder, version.blob)).lines
    except UnreadableError:  # a partial clone may lack it
        return ()


def _named(line: LedgerLine) -> dict[str, object]:
    return {"position": line.index + 1, "identity": line.identity}


def _at(commit: Commit | None) -> dict[str, object]:
    return {
        "where": f", ở lần ghi {commit}" if commit else "",
        "commit": f" (`git show {commit.id}`)" if commit else " từ git",
    }


def _day(recorded: str) -> str:
    return "/".join(reversed(recorded.split("-")))
