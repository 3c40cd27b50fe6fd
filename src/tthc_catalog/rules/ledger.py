# Published documents are never edited or removed; this is what makes that more than a habit. Each
# line of the ledger holds the hash of one document and a link made of that hash and of the line
# before, so no line can be changed, dropped or moved without breaking the chain after it.
#
# Documents are known by what they are, not by where they stand: moving a file breaks nothing.

"""The ledger of published documents: record their hashes, verify that nobody rewrote them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.faults import MOST_FINDINGS
from tthc_catalog.files.paths import LEDGER_FILE, number_stem
from tthc_catalog.files.reading import read
from tthc_catalog.finding import FindingKind, Place, Severity
from tthc_catalog.rules.published import hash_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tthc_catalog.files.history import Commit
    from tthc_catalog.files.tree import Tree
    from tthc_catalog.finding import Finding
    from tthc_catalog.rules.published import Published

LEDGER_LAW = "Nghị định 63/2010/NĐ-CP, Điều 26"
"""Why published documents must stay as they were published."""

_MEND = (
    "Trả lại nội dung cũ{commit}. Văn bản công bố có sai sót thì nối thêm tài liệu `dinh_chinh`."
)
EDITED_DOCUMENT = FindingKind(
    "edited-document", Severity.ERROR,
    "Tài liệu thứ {position} của {identity} đã bị sửa sau khi ghi sổ ngày {recorded}{where}.",
    _MEND, LEDGER_LAW,
)  # fmt: skip
REMOVED_DOCUMENT = FindingKind(
    "removed-document", Severity.ERROR,
    "Tài liệu thứ {position} của {identity} ghi sổ ngày {recorded} không còn{where}.",
    _MEND, LEDGER_LAW,
)  # fmt: skip
REORDERED_DOCUMENT = FindingKind(
    "reordered-document", Severity.ERROR,
    "Tài liệu thứ {position} của {identity} bị chuyển thành thứ {now}{where}.",
    "Trả lại thứ tự cũ{commit}; tài liệu mới chỉ nối ở cuối tệp.", LEDGER_LAW,
)  # fmt: skip
UNRECORDED_DOCUMENT = FindingKind(
    "unrecorded-document", Severity.INFO,
    "Tài liệu thứ {position} của {identity} chưa ghi vào sổ.",
    "Chạy `tthc ledger record` khi công bố.",
)  # fmt: skip
BROKEN_LEDGER = FindingKind(
    "broken-ledger", Severity.ERROR, "Dòng {line} của sổ {fault}.",
    "Lấy lại tệp sổ từ lịch sử git; sổ chỉ được nối thêm bằng `tthc ledger record`.",
)  # fmt: skip
REWRITTEN_LEDGER = FindingKind(
    "rewritten-ledger", Severity.ERROR,
    "Sổ không còn bắt đầu bằng {count} dòng mà {since} đã có; khác từ dòng {line}.",
    "Lấy lại các dòng cũ; nếu hai nhánh cùng ghi sổ thì nhận sổ của nhánh chính rồi ghi lại.",
)  # fmt: skip

KINDS = (
    EDITED_DOCUMENT, REMOVED_DOCUMENT, REORDERED_DOCUMENT, UNRECORDED_DOCUMENT, BROKEN_LEDGER,
    REWRITTEN_LEDGER,
)  # fmt: skip
"""Every kind of finding of the ledger."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One published document."""

    identity: str
    """The procedure's code, or the decision's number, day and agency."""

    index: int
    """Position in its file, from 0."""

    hash: str
    """The canonical hash of the document."""

    recorded: str
    """The day on which it was recorded, year-month-day."""

    chain: str
    """The hash of the line before and of this line."""

    def __str__(self) -> str:
        return json.dumps(
            {
                "so": self.identity,
                "thu_tu": self.index,
                "dau_van_tay": self.hash,
                "ghi_ngay": self.recorded,
                "chuoi": self.chain,
            },
            ensure_ascii=False,
        )


@dataclass
class Ledger:
    """The lines of a ledger, in order."""

    lines: list[LedgerLine] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    """Lines that cannot be read or do not follow from the one before."""

    @classmethod
    def read(cls, tree: Tree) -> Ledger:
        """Read the ledger of a catalogue; one that does not exist is empty."""
        return cls.parsed(tree.read(LEDGER_FILE)) if LEDGER_FILE in tree.names(".jsonl") else cls()

    @classmethod
    def parsed(cls, content: bytes) -> Ledger:
        """Read a ledger from its bytes."""
        ledger = cls()
        chain = ""
        for number, text in enumerate(content.decode(errors="replace").splitlines()):
            place = Place(LEDGER_FILE, line=number + 1, column=1)
            line = _parsed(text)
            if line is None:
                fault = "không đọc được"
            elif line.chain != _link(chain, line.identity, line.index, line.hash, line.recorded):
                fault = "không nối với dòng trên: có dòng bị sửa, bỏ hoặc chuyển chỗ"
            else:
                fault = ""
            if fault:
                ledger.faults.append(BROKEN_LEDGER.at(place, line=number + 1, fault=fault))
            if len(ledger.faults) == MOST_FINDINGS:
                break  # no ledger at all, or one cause that the first of them tell
            if line is not None:
                ledger.lines.append(line)
                chain = line.chain
        return ledger

    @property
    def head(self) -> str:
        """The last link: it stands for the whole ledger, to be printed or signed elsewhere."""
        return self.lines[-1].chain if self.lines else ""

    def added(self, published: Published, today: date) -> list[LedgerLine]:
        """Return the lines for all documents that the ledger does not hold yet, chained."""
        known = {(line.identity, line.index) for line in self.lines}
        chain = self.head
        found: list[LedgerLine] = []
        for identity in sorted(published.hashes):
            for index, each in enumerate(published.hashes[identity]):
                if (identity, index) not in known:
                    chain = _link(chain, identity, index, each, today.isoformat())
                    found.append(LedgerLine(identity, index, each, today.isoformat(), chain))
        return found

    def unrecorded(self, published: Published) -> frozenset[str]:
        """Return the identities that have documents which the ledger does not hold yet."""
        known = {(line.identity, line.index) for line in self.lines}
        return frozenset(
            identity
            for identity, hashes in published.hashes.items()
            if any((identity, index) not in known for index in range(len(hashes)))
        )

    def verify(self, published: Published, tree: Tree) -> list[Finding]:
        """Return everything that was rewritten since it was recorded, and what is not recorded."""
        return [
            *self.faults,
            *_rewritten(self.lines, published, tree, self.lines),
            *_new(self.lines, published),
        ]

    def edits(self, published: Published) -> list[Finding]:
        """Return everything that was rewritten, without asking git who did it.

        Of a file that cannot be read nothing is said: its own faults come first.
        """
        left = [
            line
            for line in self.lines
            if published.files.get(line.identity) not in published.unreadable
            and not (line.identity not in published.files and _unread(line, published))
        ]
        return [*self.faults, *_rewritten(left, published, None, self.lines)]

    def since(self, earlier: Ledger, label: str) -> list[Finding]:
        """Return a finding if this ledger is not the earlier one with lines added at its end."""
        pairs = zip([*self.lines, *[None] * len(earlier.lines)], earlier.lines, strict=False)
        for number, (mine, theirs) in enumerate(pairs, start=1):
            if mine != theirs:
                place = Place(LEDGER_FILE, line=min(number, max(len(self.lines), 1)), column=1)
                says = {"count": len(earlier.lines), "since": label, "line": number}
                return [REWRITTEN_LEDGER.at(place, **says)]
        return []


def _parsed(text: str) -> LedgerLine | None:
    try:
        data = json.loads(text)
        identity, index = data["so"], data["thu_tu"]
        rest = (data["dau_van_tay"], data["ghi_ngay"], data["chuoi"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(index, int) or not all(isinstance(each, str) for each in (identity, *rest)):
        return None
    return LedgerLine(identity, index, *rest)


def _link(chain: str, identity: str, index: int, each: str, recorded: str) -> str:
    told = "\x1f".join((chain, identity, str(index), each, recorded))
    return hashlib.sha256(told.encode()).hexdigest()


def _rewritten(
    lines: Sequence[LedgerLine],
    published: Published,
    tree: Tree | None,
    everything: Sequence[LedgerLine],
) -> Iterator[Finding]:
    numbers: dict[str, int] = {}
    for line in lines:
        now = published.hashes.get(line.identity, ())
        if line.index < len(now) and now[line.index] == line.hash:
            continue
        file = published.files.get(line.identity, "")
        commit = None if tree is None else _culprit(line, file, tree)
        says: dict[str, object] = {
            "position": line.index + 1,
            "identity": _spoken(line.identity),
            "recorded": "/".join(reversed(line.recorded.split("-"))),
            "where": f", ở lần ghi {commit}" if commit else "",
            "commit": f" (`git show {commit.id}`)" if commit else "",
        }
        if not file and not numbers:
            numbers = {each.chain: number for number, each in enumerate(everything, start=1)}
        place = (
            Place(file, line.index)
            if file
            else Place(LEDGER_FILE, line=numbers.get(line.chain, 1), column=1)
        )
        if line.hash in now and Counter(now)[line.hash] == 1:
            yield REORDERED_DOCUMENT.at(place, now=now.index(line.hash) + 1, **says)
        elif line.index < len(now):
            yield EDITED_DOCUMENT.at(place, **says)
        else:
            yield REMOVED_DOCUMENT.at(Place(file) if file else place, **says)


def _new(lines: Iterable[LedgerLine], published: Published) -> Iterator[Finding]:
    known = {(line.identity, line.index) for line in lines}
    for identity, hashes in published.hashes.items():
        for index in range(len(hashes)):
            if (identity, index) not in known:
                place = Place(published.files[identity], index)
                said = _spoken(identity)
                yield UNRECORDED_DOCUMENT.at(place, position=index + 1, identity=said)


def _culprit(line: LedgerLine, file: str, tree: Tree) -> Commit | None:
    """Return the commit after which a document no longer read as recorded, if git knows it."""
    from tthc_catalog.files.history import (  # noqa: PLC0415 - asked for by few
        commits_of,
        versions_of,
    )

    if not file:
        touched = commits_of(tree.folder, _former(line))
        return touched[0] if touched else None
    culprit: Commit | None = None
    for commit, data in versions_of(tree.folder, file):
        if data is not None and _holds(data, line, file):
            return culprit
        culprit = commit
    return None


def _spoken(identity: str) -> str:
    """Return an identity as people say it; that of a decision also holds its day and agency."""
    number, _, more = identity.partition(" | ")
    day, _, agency = more.partition(" | ")
    said = f"{number} ngày {'/'.join(reversed(day.split('-')))}" if day else number
    return f"{said} của {agency}" if agency else said


def _unread(line: LedgerLine, published: Published) -> bool:
    """Tell whether the documents of a line may stand in a file that cannot be read."""
    stem = number_stem(line.identity.partition(" | ")[0])
    return any(PurePosixPath(name).stem.startswith(stem) for name in published.unreadable)


def _former(line: LedgerLine) -> str:
    """Return where a file stood that is gone, as a pattern for git."""
    number, _, more = line.identity.partition(" | ")
    if more or "/" in number:
        return f":(glob)decisions/*/{number_stem(number)}*.yaml"
    return f":(glob)procedures/*/{number}.yaml"


def _holds(data: bytes, line: LedgerLine, file: str) -> bool:
    try:
        documents = read(data).documents
    except UnreadableError:
        return False
    return line.index < len(documents) and hash_of(documents[line.index], file) == line.hash
