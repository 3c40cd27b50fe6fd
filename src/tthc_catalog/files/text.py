# Files: bytes to text, before any YAML.
#
# Two YAML readers disagree about nothing so much as about odd characters: which of them end a line,
# which may stand where. So they are found and taken out before a YAML reader sees them.

"""From bytes to text: encoding, control characters, tabs, size."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.files.direction import DIRECTION, DIRECTION_CHARACTER, TURNS, turns
from tthc_catalog.files.emitting import UNPRINTABLE
from tthc_catalog.finding import Finding, FindingKind, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 4 * 1024 * 1024
"""The most bytes that one file may hold; the largest real record has a quarter of a mebibyte."""

_LONGEST_SHOWN = 90

ENOUGH = 2000
"""After so many findings of a kind nobody looks for more: the file is not meant for us."""

TOO_LARGE = FindingKind(
    "file-too-large",
    Severity.ERROR,
    "Tệp có {size} byte, quá giới hạn {limit} byte nên không được đọc.",
    "Kiểm tra xem có dán nhầm nội dung không; nếu không thì tách tệp.",
)
NOT_UTF_8 = FindingKind(
    "not-utf-8",
    Severity.ERROR,
    "Tệp không được lưu bằng mã UTF-8 ({reason}).",
    "Mở tệp bằng đúng bảng mã cũ rồi lưu lại với mã UTF-8.",
)
BYTE_ORDER_MARK = FindingKind(
    "byte-order-mark",
    Severity.ERROR,
    "Đầu tệp có dấu BOM không nhìn thấy.",
    "Lưu lại tệp với mã UTF-8 không có BOM, hoặc chạy `tthc format`.",
)
CONTROL_CHARACTER = FindingKind(
    "control-character",
    Severity.ERROR,
    "Dòng này có ký tự điều khiển không nhìn thấy {character}.",
    "Xóa ký tự đó; nếu nó thay cho chỗ xuống dòng thì xuống dòng bằng phím Enter.",
)
PRIVATE_CHARACTER = FindingKind(
    "private-character",
    Severity.WARNING,
    "Ký tự {character} chỉ hiện đúng với phông chữ riêng, thường dán từ Word.",
    "Thay bằng ký tự thông thường, ví dụ dấu `-`.",
)
TAB = FindingKind(
    "tab-character",
    Severity.ERROR,
    "Dòng này dùng phím Tab ở chỗ phải là dấu cách.",
    "Thay mỗi Tab bằng dấu cách: 2 dấu cách cho mỗi cấp thụt lề, 1 dấu cách sau `:` và `-`.",
)

NO_BREAK_SPACE = FindingKind(
    "no-break-space",
    Severity.ERROR,
    "Dòng này có dấu cách không ngắt (U+00A0, thường dán từ Word hay trang web) {where}.",
    "Xóa nó rồi gõ lại bằng phím cách{repaired}.",
)
MERGE_CONFLICT = FindingKind(
    "merge-conflict",
    Severity.ERROR,
    "Git chưa gộp xong tệp này: từ đây đến dòng {last} là hai bản sửa cùng một chỗ.",
    "Giữ lại phần đúng (hai tài liệu khác nhau thì giữ cả hai, ngăn bằng `---`), "
    "rồi xóa các dòng `<<<<<<<`, `=======`, `>>>>>>>`.",
)

KINDS = (
    TOO_LARGE, NOT_UTF_8, MERGE_CONFLICT, BYTE_ORDER_MARK, CONTROL_CHARACTER, DIRECTION_CHARACTER,
    PRIVATE_CHARACTER, TAB, NO_BREAK_SPACE,
)  # fmt: skip

# What git leaves of a merge; no line of a record can begin so.
_CONFLICT = re.compile(r"^(?:[<|>]{7}(?:[ ].*)?|={7})\r?$", re.MULTILINE)
_CONTROL = re.compile(f"[{UNPRINTABLE}]|\r(?!\n)")
_ODD = re.compile(f"[{UNPRINTABLE}{TURNS}]|\r(?!\n)")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# A no-break space is part of a text, except where YAML wants a space: before a key, after its
# colon, after a dash. There it glues to the word, and nobody sees it.
_LEADING_BREAKLESS = re.compile("[ \\-]*\u00a0[ \\-\u00a0]*")
_BREAKLESS_AFTER_COLON = re.compile(
    "^[ ]*(?:-[ ]+)*[a-z][a-z0-9_]*[ ]*:([ ]*\u00a0[ \u00a0]*)"
    "|\\{[^{}\"']*?[a-z][a-z0-9_]*:([ ]*\u00a0[ \u00a0]*)"
)
_MAYBE_BREAKLESS = re.compile("(?:^[ \\-]*|[a-z0-9_][ ]*:[ ]*)\u00a0", re.MULTILINE)
_OPENS_BLOCK = re.compile(r"(?:^|[ ])[|>][-+0-9]*[ ]*(?:#.*)?$")
_LINE_END = re.compile("\r\n|\n|\r")
# Bytes that cannot stand in an ordinary file, or only in characters that deserve a closer look:
# controls, the lead bytes of C1 controls, of U+E000 and above, of planes 15 and 16, and of nothing.
_WORTH_A_LOOK = bytes(
    [*range(0x0A), *range(0x0B, 0x20), 0x7F, 0xC0, 0xC1, 0xC2, 0xEE, 0xEF, *range(0xF3, 0x100)]
)
# What libyaml lets pass and other YAML readers do not: a comment glued to the header of a block, a
# block that begins with a line of spaces, dots that end a document, a colon glued to a value.
_GLUED_COMMENT = re.compile(rb"[|>][-+0-9]*#")
_LINE_OF_SPACES = re.compile(rb"\n +\r?\n")
_LINE_SEPARATOR = re.compile(rb"\xe2\x80[\xa8\xa9]")
_DOCUMENT_END = re.compile(rb"^\.\.\.\s", re.MULTILINE)
_TIGHT_COLON = re.compile(rb"[\"'][ \r\n]*:[^ \r\n]")
# An escape within quotation marks can mean a character that may not stand in the text itself.
_ESCAPE = re.compile(rb"\\[0abefvrxuUNLP]")


@dataclass(slots=True)
class Source:
    """The text of a file as YAML readers may see it, and what had to be taken out."""

    text: str
    findings: list[Finding]
    readable: bool = True
    """Whether the text is worth reading at all."""


def ordinary(data: bytes) -> bool:
    """Return whether bytes hold nothing that `prepare` would change or look at twice; fast."""
    if len(data) > LARGEST or data[-1:] != b"\n":
        return False
    # An expression is tried only where a sign of it, which is found much faster, stands somewhere.
    if (
        (b"#" in data and _GLUED_COMMENT.search(data))
        or (b"..." in data and _DOCUMENT_END.search(data))
        or ((b"{" in data or b"[" in data) and _TIGHT_COLON.search(data))
        or (b"\\" in data and _ESCAPE.search(data))
        or ((b" \n" in data or b"\r" in data) and _LINE_OF_SPACES.search(data))
        or (b"\xe2" in data and (_LINE_SEPARATOR.search(data) or turns(data)))
    ):
        return False
    if len(data.translate(None, _WORTH_A_LOOK)) == len(data):
        return True
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return not (
        b"\t" in data
        or _ODD.search(text)
        or _PRIVATE.search(text)
        or (b"\xc2\xa0" in data and _MAYBE_BREAKLESS.search(text))
    )


def prepare(data: bytes, name: str) -> Source:
    """Return the text of a file, with a finding for everything that had to be replaced.

    The last line gets its line break if it has none, so that appending to a file never changes
    what stands above.
    """
    if len(data) > LARGEST:
        return Source(
            "", [TOO_LARGE.at(Place(name), size=len(data), limit=LARGEST)], readable=False
        )
    findings = []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide(data):
        place = Place(name, line=1, column=1)
        return Source("", [NOT_UTF_8.at(place, reason="tệp ở mã UTF-16")], readable=False)
    if data.startswith(codecs.BOM_UTF8):
        findings.append(BYTE_ORDER_MARK.at(Place(name, line=1, column=1)))
        data = data[len(codecs.BOM_UTF8) :]
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        good = data[: error.start].decode()
        line, column = line_and_column(good, len(good))
        place = Place(name, line=line, column=column)
        reason = f"byte {data[error.start]:02X} ở đây không thuộc mã này"
        return Source("", [*findings, NOT_UTF_8.at(place, reason=reason)], readable=False)
    if conflicts := list(_conflicts(text, name)):
        # Which side is meant nobody but people can say, so neither is read.
        return Source("", [*findings, *conflicts], readable=False)
    for kind, pattern in (
        (CONTROL_CHARACTER, _CONTROL),
        (DIRECTION_CHARACTER, DIRECTION),
        (PRIVATE_CHARACTER, _PRIVATE),
    ):
        findings += [
            kind.at(Place(name, line=line, column=column), character=f"U+{ord(found[0]):04X}")
            for found, line, column in first_of_each_line(pattern, text)
        ]
    text = without_controls(text)
    if "\u00a0" in text and _MAYBE_BREAKLESS.search(text):
        text = _with_spaces(text, name, findings)
    if text and not text.endswith("\n"):
        text += "\n"
    return Source(text, findings)


def _wide(data: bytes) -> bool:
    """Return whether bytes are UTF-16 without the mark that says so: every other one is zero.

    Where nearly all are, a disk or a network has lost what was written.
    """
    begins = data[:200]
    return len(begins) < begins.count(0) * 3 <= 2 * len(begins)


def _conflicts(text: str, name: str) -> Iterator[Finding]:
    """Yield each place that git could not merge: from its first mark to its last."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return  # a line of equals signs alone is what somebody drew
    first = last = 0
    for found, line, _ in first_of_each_line(_CONFLICT, text):
        if first and found[0][0] == "<":
            yield MERGE_CONFLICT.at(Place(name, line=first, column=1), last=last)
            first = 0
        first, last = first or line, line
    if first:
        yield MERGE_CONFLICT.at(Place(name, line=first, column=1), last=last)


def _with_spaces(text: str, name: str, findings: list[Finding]) -> str:
    """Put a space for every no-break space that stands where YAML wants one, and tell them."""
    lines = text.split("\n")
    block = -1
    for index, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (indent > block or not line.strip()):
            continue
        block = -1
        if _OPENS_BLOCK.search(line):
            below = len(line) - len(line.lstrip(" -"))
            block = indent if line[below : below + 1] in {"|", ">"} else below
        where, plain = "", line
        if found := _LEADING_BREAKLESS.match(plain):
            after_dash = "-" in found[0].partition("\u00a0")[0]
            where = "sau dấu gạch đầu dòng" if after_dash else "ở đầu dòng, trong phần thụt lề"
            plain = found[0].replace("\u00a0", " ") + plain[found.end() :]
        while found := _BREAKLESS_AFTER_COLON.search(plain):
            part = 1 if found[1] is not None else 2
            where = where or "sau dấu hai chấm"
            plain = f"{plain[: found.start(part)]} {plain[found.end(part) :]}"
        if where:
            column = line.index("\u00a0") + 1
            repaired = f": `{plain.strip()}`" if len(plain) <= _LONGEST_SHOWN else ""
            place = Place(name, line=index + 1, column=column)
            findings.append(NO_BREAK_SPACE.at(place, where=where, repaired=repaired))
            lines[index] = plain
        if len(findings) > ENOUGH:
            break
    return "\n".join(lines)


def first_control(text: str) -> str | None:
    """Return the first character that no text may hold, or None."""
    found = _ODD.search(text)
    return found[0] if found else None


def without_controls(text: str) -> str:
    """Return a text with a space in place of every character that no text may hold."""
    return _ODD.sub(" ", text)


def first_of_each_line(
    pattern: re.Pattern[str], text: str
) -> Iterator[tuple[re.Match[str], int, int]]:
    """Yield the first match in every line, with its line and column, for `ENOUGH` lines."""
    last, line, line_start, seen, count = 0, 1, 0, 0, 0
    for found in pattern.finditer(text):
        for end in _LINE_END.finditer(text, seen, found.start()):
            line, line_start = line + 1, end.end()
        seen = max(found.start(), line_start)
        if line != last:
            yield found, line, found.start() - line_start + 1
            last, count = line, count + 1
            if count == ENOUGH:
                return


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Return the 1-based line and column of a character."""
    ends = list(_LINE_END.finditer(text, 0, index))
    return len(ends) + 1, index - (ends[-1].end() if ends else 0) + 1
