# Files: what a YAML parser means when it gives up.
#
# Parsers name the rule of their grammar that failed, in English, at the place where they noticed.
# People need the cause and what to type. The causes are few; they are told from the parser's
# problem, which both parsers (libyaml and the one in Python) word alike, and from the line itself.

"""YAML syntax errors as findings in Vietnamese."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tthc_catalog.files.faults import ANCHOR, DIRECTIVE, EMPTY_KEY, TAG
from tthc_catalog.files.nodes import Mark
from tthc_catalog.finding import FindingKind, Place, Severity

if TYPE_CHECKING:
    import yaml

    from tthc_catalog.finding import Finding

UNCLOSED_QUOTE = FindingKind(
    "unclosed-quote",
    Severity.ERROR,
    "Dấu nháy mở ở đây không được đóng lại.",
    "Thêm dấu nháy đóng ở cuối giá trị{repaired}; "
    "nếu nội dung có dấu nháy kép thì viết nội dung ở dòng dưới, sau `khóa: |`.",
)
UNCLOSED_BRACKET = FindingKind(
    "unclosed-bracket",
    Severity.ERROR,
    "Trong dấu `{bracket}` mở ở dòng {opened} thiếu dấu phẩy hoặc thiếu dấu đóng.",
    "Thêm dấu phẩy giữa các mục và dấu đóng ở cuối{repaired}, hoặc viết mỗi mục trên một dòng.",
)
COLON_IN_VALUE = FindingKind(
    "colon-in-value",
    Severity.ERROR,
    "Giá trị có dấu hai chấm rồi dấu cách nên phần trước bị hiểu là một khóa.",
    "Đặt cả giá trị trong dấu nháy{repaired}, hoặc viết nội dung ở dòng dưới, sau `khóa: |`.",
)
BAD_INDENTATION = FindingKind(
    "bad-indentation",
    Severity.ERROR,
    "Dòng này thụt lề không khớp với các dòng cùng cấp.",
    "Dùng 2 dấu cách cho mỗi cấp; các khóa, các dấu `-` cùng cấp phải thẳng cột.",
)
MISSING_COLON = FindingKind(
    "missing-colon",
    Severity.ERROR,
    "Dòng này không có dạng `khóa: giá trị`.",
    "Viết dấu hai chấm và một dấu cách sau tên khóa{repaired}; "
    "nếu là phần tiếp của giá trị ở trên thì thụt vào sâu hơn khóa của nó.",
)
TEXT_AFTER_QUOTE = FindingKind(
    "text-after-quote",
    Severity.ERROR,
    "Sau dấu nháy đóng còn chữ.",
    "Đặt cả giá trị trong một cặp dấu nháy đơn{repaired}, "
    "hoặc viết nội dung ở dòng dưới, sau `khóa: |`.",
)
RESERVED_CHARACTER = FindingKind(
    "reserved-character",
    Severity.ERROR,
    "Giá trị bắt đầu bằng ký tự `{character}` phải nằm trong dấu nháy.",
    "Đặt cả giá trị trong dấu nháy{repaired}.",
)
BAD_ESCAPE = FindingKind(
    "bad-escape",
    Severity.ERROR,
    "Trong dấu nháy kép, dấu gạch chéo ngược ở đây không hợp lệ.",
    "Viết hai dấu gạch chéo ngược liền nhau, hoặc dùng dấu nháy đơn{repaired}.",
)
BAD_BLOCK_TEXT = FindingKind(
    "bad-block-text",
    Severity.ERROR,
    "Nội dung sau dấu `|` hoặc `>` phải bắt đầu ở dòng dưới và thụt vào đều nhau.",
    "Xuống dòng ngay sau dấu `|` rồi viết nội dung, mỗi dòng thụt vào 2 dấu cách so với khóa.",
)
LOOK_ALIKE = FindingKind(
    "look-alike-character",
    Severity.ERROR,
    "Dòng này có dấu `{character}` ở chỗ phải là `{meant}`.",
    "Gõ lại bằng `{meant}`{repaired}.",
)
NOT_A_SEPARATOR = FindingKind(
    "not-a-separator",
    Severity.ERROR,
    "Dòng `{written}` không ngăn được hai tài liệu.",
    "Viết đúng ba dấu gạch nối `---`, sát đầu dòng.",
)
NO_NEXT_DOCUMENT = FindingKind(
    "no-next-document",
    Severity.ERROR,
    "Có nội dung thừa sau khi phần trước đã kết thúc.",
    "Viết `---` trên một dòng riêng trước phần mới, hoặc kiểm tra thụt lề và dấu đóng.",
)
SYNTAX = FindingKind(
    "yaml-syntax",
    Severity.ERROR,
    "Dòng này không đúng cú pháp YAML.",
    "Viết mỗi nội dung thành `khóa: giá trị`; giá trị có ký hiệu thì đặt trong dấu nháy kép.",
)

KINDS = (
    UNCLOSED_QUOTE, UNCLOSED_BRACKET, COLON_IN_VALUE, BAD_INDENTATION, MISSING_COLON,
    TEXT_AFTER_QUOTE, RESERVED_CHARACTER, BAD_ESCAPE, BAD_BLOCK_TEXT, LOOK_ALIKE, NOT_A_SEPARATOR,
    NO_NEXT_DOCUMENT, SYNTAX,
)  # fmt: skip

# Searched in "context | problem", in this order.
_CAUSES = (
    (re.compile(r"\btag\b"), TAG),
    (re.compile(r"escape|hexdec|while parsing a quoted"), BAD_ESCAPE),
    (re.compile(r"quoted scalar \| found unexpected"), UNCLOSED_QUOTE),
    (re.compile(r"anchor|alias"), ANCHOR),
    (re.compile(r"directive|%YAML|%TAG|incompatible YAML document"), DIRECTIVE),
    (re.compile(r"block scalar"), BAD_BLOCK_TEXT),
    (re.compile(r"cannot start any token"), RESERVED_CHARACTER),
    (re.compile(r"could not find expected ':'"), MISSING_COLON),
    (re.compile(r"flow (?:mapping|sequence) \| "), UNCLOSED_BRACKET),
    (re.compile(r"mapping values are not allowed"), COLON_IN_VALUE),
    (re.compile(r"expected '?<document start>"), NO_NEXT_DOCUMENT),
    (re.compile(r"node content"), RESERVED_CHARACTER),
    (
        re.compile(r"block (?:mapping|collection|sequence)|are not allowed|indentation"),
        BAD_INDENTATION,
    ),
)
_COLON = re.compile(r":(?=\s|$)")
_SEPARATOR = re.compile(r"---(?=\s|$)")
_AFTER_QUOTE = re.compile(r"""[:\-,\[{][ ]+(?:"[^"]*"|'[^']*')\s*$""")


def explain(error: yaml.YAMLError, text: str, name: str, document: int) -> Finding:
    """Return the finding that tells what a parser's error means."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return SYNTAX.at(Place(name, document))
    words = f"{getattr(error, 'context', None)} | {getattr(error, 'problem', None)}"
    kind = next((kind for cause, kind in _CAUSES if cause.search(words)), SYNTAX)
    opened = getattr(error, "context_mark", None) or mark
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    at = line[mark.column : mark.column + 1]

    kind = _closer(kind, line, mark.column)
    at_end = not line or _SEPARATOR.match(line) is not None
    if kind is RESERVED_CHARACTER and at_end:
        # The document ends within brackets; parsers complain of the line that begins the next.
        left_open = max(text.rfind(sign, 0, mark.index) for sign in "[{")
        if left_open >= 0:
            kind, opened = UNCLOSED_BRACKET, _mark_at(text, left_open)
    if kind in {MISSING_COLON, UNCLOSED_QUOTE} or (kind is UNCLOSED_BRACKET and at_end):
        mark = opened
    place = Place(name, document, (), mark.line + 1, mark.column + 1)
    if kind is BAD_INDENTATION and line.strip():
        # Parsers notice at the colon what begins with the line.
        place = replace(place, column=len(line) - len(line.lstrip(" ")) + 1)
    if kind is ANCHOR:
        return kind.at(place, sign=text[opened.index : opened.index + 1], name="")
    if kind is TAG:
        return kind.at(place, tag=text[opened.index : opened.index + 40].split(maxsplit=1)[0])
    if kind is UNCLOSED_BRACKET:
        bracket = text[opened.index : opened.index + 1]
        return kind.at(place, bracket=bracket, opened=opened.line + 1, repaired="")
    if kind is RESERVED_CHARACTER:
        return kind.at(place, character=at, repaired="")
    return kind.at(place, repaired="")


def _mark_at(text: str, index: int) -> Mark:
    """Return the mark of a character, counted from 0 as parsers do."""
    line = text.count("\n", 0, index)
    return Mark(index, line, index - text.rfind("\n", 0, index) - 1)


def _closer(kind: FindingKind, line: str, column: int) -> FindingKind:
    """Return the kind that the line itself speaks for."""
    before, at = line[:column], line[column : column + 1]
    if kind is COLON_IN_VALUE and not _COLON.search(before):
        return BAD_INDENTATION
    if kind is BAD_INDENTATION and at and _AFTER_QUOTE.search(before):
        return TEXT_AFTER_QUOTE
    if kind is BAD_INDENTATION and line.lstrip(" -").startswith(":"):
        return EMPTY_KEY
    if kind is BAD_INDENTATION and before.strip(" -?"):
        return SYNTAX
    if kind is RESERVED_CHARACTER and not at.strip():
        return SYNTAX
    return kind
