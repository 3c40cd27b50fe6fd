# What is wrong with a single value or key. Pydantic's own messages are English and never leave this
# module: each of its error types is mapped to a finding kind of ours. What is wrong with a document
# among the others of its life is found in parsing.py.

"""Pydantic's errors in our words: what is wrong with a key or a value, and what was meant."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tthc_catalog.finding import Finding, FindingKind, Place, Severity
from tthc_catalog.records.record import looks_like_day, record_in
from tthc_catalog.vietnamese import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_E = Severity.ERROR

MISSING_KEY = FindingKind(
    "missing-key", _E, "Thiếu `{key}` ({title}).", "Thêm dòng `{key}: …` vào đây."
)
UNKNOWN_KEY = FindingKind("unknown-key", _E, "Không có khóa nào tên `{key}` ở đây.", "{suggestion}")
NOT_A_CODE = FindingKind(
    "not-a-code", _E, "`{value}` không phải là mã thủ tục.",
    "Mã gồm một chữ số, dấu chấm, sáu chữ số, đặt trong dấu nháy kép{suggestion}. "
    "Nếu văn bản in sai mã, ghi nguyên văn vào khóa `ma_in`.",
)  # fmt: skip
NOT_A_LOCAL_ID = FindingKind(
    "not-a-local-id", _E, "`{value}` không phải là mã nội bộ.",
    "Mã nội bộ gồm các từ không dấu, chữ thường, nối bằng dấu gạch: binh-thuan-luat-su-11.",
)  # fmt: skip
NOT_A_NUMBER = FindingKind(
    "not-a-document-number", _E, "`{value}` không phải là số, ký hiệu văn bản.",
    "{suggestion}; nếu văn bản in khác thế, ghi nguyên văn vào khóa `so_in`.",
)  # fmt: skip
NOT_A_DAY = FindingKind(
    "not-a-day", _E, "`{value}` không phải là ngày.",
    "{suggestion}.",
)  # fmt: skip
DAY_OF_NO_LAW = FindingKind(
    "day-of-no-law", _E, "Không có văn bản nào của ngày `{value}`.",
    "Sửa năm; nếu ngày này thay cho lời “không có thời hạn” hay “chưa rõ” thì bỏ hẳn dòng này.",
)  # fmt: skip
NOT_A_TIME_LIMIT = FindingKind(
    "not-a-time-limit", _E, "Không đọc được thời hạn `{value}`: {reason}.",
    "{suggestion}; nếu văn bản in đúng như vậy, ghi nguyên văn vào khóa `thoi_han_in` "
    "của cách thức.",
)  # fmt: skip
NOT_A_FEE = FindingKind(
    "not-a-fee", _E, "Không đọc được phí, lệ phí `{value}`: {reason}.",
    "{suggestion}; nếu văn bản in đúng như vậy, ghi nguyên văn vào khóa `phi_le_phi_in` "
    "của cách thức.",
)  # fmt: skip
NOT_IN_LIST = FindingKind(
    "not-in-list", _E, "`{value}` không có trong danh sách: {choices}.", "{suggestion}"
)
CURLY_QUOTES = FindingKind(
    "curly-quotes", _E,
    "`{value}` nằm trong dấu nháy cong của Word, nên dấu nháy thành một phần của giá trị.",
    'Thay bằng dấu nháy thẳng: viết "{bare}".',
)  # fmt: skip
NOT_YES_NO = FindingKind(
    "not-yes-no", _E, "`{value}` không phải là `có` hay `không`.", "Viết `có` hoặc `không`."
)
NOT_A_COUNT = FindingKind(
    "not-a-count", _E, "`{value}` không phải là số đếm.", "Viết một số nguyên không âm, ví dụ `1`."
)
EMPTY_TEXT = FindingKind(
    "empty-text", _E, "Giá trị để trống.", "Ghi nội dung, hoặc bỏ hẳn dòng này."
)
WRONG_SHAPE = FindingKind(
    "wrong-shape", _E, "Chỗ này phải là {expected}, không phải {found}.", "{hint}"
)
UNNAMED_DECISION = FindingKind(
    "unnamed-decision", _E, "`quyet_dinh` không nêu số quyết định.",
    "Thêm `so:` với số, ký hiệu (dạng `…/QĐ-…`), hoặc `so_in:` với nguyên văn nếu bản in không "
    "phải số, ký hiệu đúng.",
)  # fmt: skip
NO_REASON = FindingKind(
    "no-reason", _E, "`{value}` không phải là lý do.",
    "Ghi lý do và văn bản làm căn cứ: `{key}: {{ly_do: …, can_cu: …}}`; "
    "văn bản không nêu lý do thì chỉ ghi `can_cu`.",
)  # fmt: skip
KINDS = (
    MISSING_KEY, UNKNOWN_KEY, NOT_A_CODE, NOT_A_LOCAL_ID, NOT_A_NUMBER, NOT_A_DAY,
    DAY_OF_NO_LAW, NOT_A_TIME_LIMIT, NOT_A_FEE, CURLY_QUOTES,
    NOT_IN_LIST, NOT_YES_NO, NOT_A_COUNT, EMPTY_TEXT, WRONG_SHAPE, UNNAMED_DECISION, NO_REASON,
)  # fmt: skip
"""Every kind of finding of this module."""

BY_TYPE = {
    "code": NOT_A_CODE,
    "local_id": NOT_A_LOCAL_ID,
    "number": NOT_A_NUMBER,
    "day": NOT_A_DAY,
    "day_of_no_law": DAY_OF_NO_LAW,
    "time_limit": NOT_A_TIME_LIMIT,
    "fee": NOT_A_FEE,
    "yes_no": NOT_YES_NO,
    "count": NOT_A_COUNT,
    "unnamed_decision": UNNAMED_DECISION,
    "no_reason": NO_REASON,
}
"""The kind of finding behind each error that the record classes raise themselves."""

# In most places a wrong number stands alone: a record may take no printed form beside it.
_NOT_AS_PRINTED = {
    "code": replace(NOT_A_CODE, mend=NOT_A_CODE.mend.partition(" Nếu ")[0]),
    "number": replace(NOT_A_NUMBER, mend="{suggestion}."),
    "time_limit": replace(NOT_A_TIME_LIMIT, mend="{suggestion}."),
    "fee": replace(NOT_A_FEE, mend="{suggestion}."),
}
_NO_SUCH_DAY = "Lịch không có ngày này; xem lại ngày, tháng, năm trong văn bản"
# An example of ours would read as the value meant (a code or a number is always somebody's), so
# only a repair of the typed text is quoted; where there is none, the form is described.
_UNSAID = {
    "code": "",
    "number": "Viết số, gạch chéo rồi ký hiệu, dạng `…/QĐ-…` hoặc `…/2026/NQ-…`",
    "day": "Viết năm-tháng-ngày bằng chữ số, tháng và ngày đủ hai chữ số, ví dụ 2026-07-01",
    "time_limit": "Viết cả số và đơn vị như văn bản in",
    "fee": "Viết số tiền và đơn vị như văn bản in",
}
# Word sets them in pairs, and in the manner of several countries; one of a pair may be straight.
_CURLY = frozenset("“”„‟‘’‚‛«»‹›")
_QUOTES = _CURLY | frozenset("\"'")
_SHAPES = {
    "model_type": "một nhóm khóa: giá trị",
    "model_attributes_type": "một nhóm khóa: giá trị",
    "dict_type": "một nhóm khóa: giá trị",
    "tuple_type": "một danh sách (mỗi dòng bắt đầu bằng `- `)",
    "list_type": "một danh sách (mỗi dòng bắt đầu bằng `- `)",
    "string_type": "một đoạn chữ",
    "string_pattern_mismatch": "một địa chỉ web",
    "string_too_long": "một địa chỉ web ngắn",
}
_HINTS = {
    "một nhóm khóa: giá trị": "Viết mỗi khóa một dòng, thụt vào hai dấu cách.",
    "một danh sách (mỗi dòng bắt đầu bằng `- `)": "Viết mỗi mục một dòng, bắt đầu bằng `- `.",
    "một địa chỉ web ngắn": "Viết địa chỉ của trang chủ, không quá 200 ký tự.",
    "một địa chỉ web": "Viết cả `https://`, ví dụ `https://tthc.example.vn/`.",
    "một đoạn chữ": "Viết một đoạn chữ sau dấu hai chấm; đoạn dài thì viết `|` rồi xuống dòng.",
}

_MOST_KEYS = 8
"""How many keys a sentence lists."""

_A_SLIP = 0.85
"""How alike a mistyped key must be to be meant rather than one that it begins with."""

_LONGEST = 120
"""How many characters of a value a sentence repeats."""


def explained(model: type[BaseModel], detail: ErrorDetails, place: Place) -> Finding:
    """Return the finding that says what pydantic found.

    Args:
        model: the record class that was to be made.
        detail: one of its errors, with the route to it.
        place: where the data of the whole record stands.
    """
    for step in detail["loc"]:
        place = place / step
    kind = detail["type"]
    if kind in BY_TYPE or kind == "enum":
        return _about_value(model, detail, place)
    if kind == "missing":
        alias = str(detail["loc"][-1])
        return MISSING_KEY.at(
            _parent(place), key=alias, title=_title(model, detail["loc"]) or alias
        )
    if kind == "extra_forbidden":
        return _unknown_key(model, detail["loc"], place)
    if kind in {"string_too_short", "too_short"} or _blank(detail["input"]):
        return EMPTY_TEXT.at(place)
    expected = _SHAPES.get(kind, "một giá trị khác")
    return WRONG_SHAPE.at(
        place, expected=expected, found=_shape(detail["input"]), hint=_HINTS.get(expected, "")
    )


def _about_value(model: type[BaseModel], detail: ErrorDetails, place: Place) -> Finding:
    """Return the finding about a text that is not what this key takes."""
    kind = detail["type"]
    typed = _short(detail["input"])
    context: dict[str, Any] = detail.get("ctx", {})
    if _blank(detail["input"]):
        return EMPTY_TEXT.at(place)
    if _blank(context.get("value")):
        # Of a list that is read as a whole, the item is meant.
        items = detail["input"] if isinstance(detail["input"], list) else ()
        empty = next((index for index, item in enumerate(items) if _blank(item)), None)
        return EMPTY_TEXT.at(place if empty is None else place / empty)
    if bare := _without_curly_quotes(detail["input"]):
        return CURLY_QUOTES.at(place, value=typed, bare=_short(bare))
    if kind == "enum":
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        likely = nearest(typed, choices)
        hint = f"Viết `{likely}`." if likely else "Viết một trong các từ ấy."
        return NOT_IN_LIST.at(place, value=typed, choices=", ".join(choices), suggestion=hint)
    arguments = {name: _short(value) for name, value in context.items()}
    if kind == "no_reason":
        arguments["key"] = str(detail["loc"][0])
    elif kind in _UNSAID:
        likely = arguments.get("suggestion")
        if not likely:
            impossible = kind == "day" and looks_like_day(detail["input"])
            arguments["suggestion"] = _NO_SUCH_DAY if impossible else _UNSAID[kind]
        elif kind == "code":
            arguments["suggestion"] = _likely_code(arguments["value"], likely)
        else:
            arguments["suggestion"] = f"Viết `{likely}`"
    if kind in _NOT_AS_PRINTED and not _takes_as_printed(model, detail["loc"]):
        return _NOT_AS_PRINTED[kind].at(place, **arguments)
    return BY_TYPE[kind].at(place, **arguments)


def _parent(place: Place) -> Place:
    return Place(place.file, place.document, place.route[:-1])


def _blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "một nhóm khóa: giá trị"
    if isinstance(value, list | tuple):
        return "một danh sách"
    return f"`{_short(value)}`" if isinstance(value, str) else "giá trị này"


def _without_curly_quotes(value: object) -> str:
    """Return what stands between quotation marks of a word processor; nothing if none do."""
    text = value.strip() if isinstance(value, str) else ""
    ends = {text[:1], text[-1:]}
    return text.strip("".join(_QUOTES)).strip() if ends <= _QUOTES and ends & _CURLY else ""


def _likely_code(typed: str, likely: str) -> str:
    # Zeros at the end are what programs drop that take a code for a number. Whether they did here
    # nobody knows, and with them it may be the code of another procedure.
    if likely.startswith(typed) and not likely.removeprefix(typed).strip("0"):
        return f'; nếu chương trình khác đã bỏ mất số 0 ở cuối thì viết "{likely}"'
    return f'; viết "{likely}"'


def _unknown_key(model: type[BaseModel], loc: tuple[str | int, ...], place: Place) -> Finding:
    typed = str(loc[-1])
    owner = _model_at(model, loc[:-1])
    known = [field.alias or name for name, field in owner.model_fields.items()] if owner else []
    return UNKNOWN_KEY.at(place, key=_short(typed), suggestion=_likely_key(typed, known))


def _likely_key(typed: str, known: Sequence[str]) -> str:
    words = {alias: f" {fold(alias)} " for alias in known}
    said = f" {fold(typed)} "
    likely = nearest(typed, known, cutoff=_A_SLIP)
    if likely is None:
        # The longest key that begins what was typed, or stands inside it; else one that holds it.
        inside = sorted((not said.startswith(w), -len(w), a) for a, w in words.items() if w in said)
        around = sorted((not w.startswith(said), len(w), a) for a, w in words.items() if said in w)
        likely = (inside or around)[0][2] if inside or around else nearest(typed, known)
    if likely is not None:
        return f"Có phải ý là `{likely}`?"
    if len(known) <= _MOST_KEYS:
        return f"Ở đây có thể viết: {', '.join(known)}."
    close = set(difflib.get_close_matches(fold(typed), known, n=_MOST_KEYS, cutoff=0))
    shown = ", ".join(alias for alias in known if alias in close)
    return f"Ở đây có thể viết: {shown} và {len(known) - len(close)} khóa khác."


def _title(model: type[BaseModel], loc: tuple[str | int, ...]) -> str | None:
    owner = _model_at(model, loc[:-1])
    if owner is None:
        return None
    for name, field in owner.model_fields.items():
        if loc[-1] in {field.alias, name}:
            return field.title
    return None


def _takes_as_printed(model: type[BaseModel], loc: tuple[str | int, ...]) -> bool:
    """Return whether what is printed instead of a value has a key: beside it or in the channels."""
    owners = (_model_at(model, loc[:-1]), _model_at(model, (*loc[:-1], "cach_thuc")))
    return any(
        field.alias == f"{loc[-1]}_in"
        for owner in owners
        if owner is not None
        for field in owner.model_fields.values()
    )


def _model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Return the record class that a route leads to."""
    owner: type[BaseModel] | None = model
    for step in loc:
        if owner is None or isinstance(step, int):
            continue
        field = next((f for n, f in owner.model_fields.items() if step in {f.alias, n}), None)
        owner = record_in(field.annotation) if field is not None else None
    return owner
