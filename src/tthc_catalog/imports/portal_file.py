# Imports: what the national portal answered, as it stands in files.
#
# Crawlers keep the portal's detail answers in many wrappings: one object, a list, one a line, as
# the service sent them ({"code": "OK", "data": …}) or without, plain or gzipped. This module
# unwraps them and looks at nothing inside.

"""The national portal's detail answers, unwrapped."""

from __future__ import annotations

import gzip
import json
import zlib
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from tthc_catalog.errors import UnreadableError
from tthc_catalog.finding import Finding, FindingKind, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from io import BufferedReader
    from pathlib import Path

LARGEST = 1024 * 1024 * 1024
"""The most bytes that a file may hold unpacked; all 6,800 public procedures take 80 MB."""

BAD_LINE = FindingKind(
    "import-bad-line",
    Severity.ERROR,
    "Dòng {line} không phải là JSON nên bị bỏ qua: {reason}.",
    "Tải lại bản ghi này, hoặc xóa dòng.",
)
NOT_AN_ANSWER = FindingKind(
    "import-not-an-answer",
    Severity.ERROR,
    "Bản ghi {number} không phải là câu trả lời chi tiết của Cổng: {reason}.",
    "Dùng câu trả lời của get-formality-by-citizen, mỗi thủ tục một bản ghi.",
)

KINDS = (BAD_LINE, NOT_AN_ANSWER)

_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20
_ASKED = ("asked_code", "asked", "requested_code", "requestedCode", "requested")
_DETAILS = frozenset({"executionSteps", "executionMethods", "executionCases"})


@dataclass(frozen=True, slots=True)
class Row:
    """One answer as it stands in a file."""

    data: dict[str, Any]
    place: Place
    asked: str
    """The code that was asked for, where the file says so."""

    day: str
    """The day on which it was asked, where the file says so."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All answers of one file, and what in it was none."""

    file: str
    answers: tuple[Row, ...]
    findings: tuple[Finding, ...]

    @property
    def count(self) -> int:
        """How many records the file holds, answers or not."""
        return len(self.answers) + len(self.findings)


def read_rows(path: Path) -> Rows:
    """Read one file of answers: JSON or JSON lines, plain or gzipped.

    Raises:
        UnreadableError: it is missing, damaged, too large, not UTF-8 or holds no JSON at all.
    """
    file = path.as_posix()
    text = _text(path)
    found: list[Finding] = []
    rows: list[Row] = []
    for number, (line, value) in enumerate(_values(text, file, found), start=1):
        place = Place(file, number - 1, (), line)
        row = _row(value, place)
        if isinstance(row, Row):
            rows.append(row)
        else:
            found.append(NOT_AN_ANSWER.at(place, number=number, reason=row))
    return Rows(file, tuple(rows), tuple(found))


def _text(path: Path) -> str:
    try:
        # Opened once: what stands behind a pipe cannot be read again.
        with path.open("rb") as stored, _unpacked(stored) as file:
            chunks: list[bytes] = []
            size = 0
            while chunk := file.read(_CHUNK):
                chunks.append(chunk)
                size += len(chunk)
                if size > LARGEST:
                    raise UnreadableError(f"Tệp {path} quá lớn nên không được đọc.")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        message = f"Tệp nén {path} bị cụt hoặc hỏng; hãy tải lại. Chưa ghi gì vào danh mục."
        raise UnreadableError(message) from error
    except OSError as error:
        why = "không tồn tại" if isinstance(error, FileNotFoundError) else "không đọc được"
        raise UnreadableError(f"Tệp {path} {why}.") from error
    try:
        return b"".join(chunks).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"Tệp {path} không ở mã UTF-8.") from error


def _unpacked(stored: BufferedReader) -> AbstractContextManager[BinaryIO | gzip.GzipFile]:
    packed = stored.peek(len(_GZIP))[: len(_GZIP)] == _GZIP
    return gzip.GzipFile(fileobj=stored) if packed else nullcontext(stored)


def _values(text: str, file: str, found: list[Finding]) -> Iterator[tuple[int, Any]]:
    """Yield every record of a file with its line; the line is 0 where records are not lines."""
    try:
        value = _decoded(text)
    except ValueError as error:
        whole = str(error)
    else:
        yield from ((0, item) for item in _unlisted(value))
        return
    good = False
    broken: list[Finding] = []
    values: list[tuple[int, Any]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = _decoded(line)
        except ValueError as error:
            broken.append(
                BAD_LINE.at(Place(file, 0, (), number), line=number, reason=_short(str(error)))
            )
            continue
        good = good or isinstance(value, dict | list)
        values += [(number, item) for item in _unlisted(value)]
    if not good:
        raise UnreadableError(
            f"Tệp {file} không phải là JSON hay JSON từng dòng ({_short(whole)})."
        )
    found += broken
    yield from values


def _decoded(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("lồng nhau quá sâu") from None
    except json.JSONDecodeError as error:
        where = f"dòng {error.lineno}, " if error.lineno > 1 else ""
        raise ValueError(f"sai cú pháp ở {where}ký tự thứ {error.colno}") from None
    except _SaidError:
        raise
    except ValueError:
        raise ValueError("có số dài quá mức đọc được") from None


class _SaidError(ValueError):
    """What is wrong is said in our words already."""


def _refuse(constant: str) -> None:
    raise _SaidError(f"{constant} không phải là một số")


def _unlisted(value: object) -> list[Any]:
    if isinstance(value, dict) and isinstance(value.get("data"), list):
        return [{**value, "data": item} for item in value["data"]]
    return value if isinstance(value, list) else [value]


def _row(value: object, place: Place) -> Row | str:
    """Return an answer, or why a value is none."""
    asked = day = ""
    while isinstance(value, dict):
        source = value.get("_source")
        for holder in (value, source if isinstance(source, dict) else {}):
            asked = asked or next((str(holder[key]) for key in _ASKED if holder.get(key)), "")
            day = day or str((holder.get("date") if holder is source else "") or "")
        if "data" not in value or _DETAILS & value.keys():
            break
        value = value["data"]
    if value is None:
        return "Cổng không trả về dữ liệu"
    if not isinstance(value, dict):
        return "không phải là một nhóm khóa: giá trị"
    if not _DETAILS & value.keys():
        return "không có trình tự, cách thức, thành phần hồ sơ"
    return Row(value, place, asked, day)


def _short(text: str, longest: int = 120) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
