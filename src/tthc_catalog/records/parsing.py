# From plain data to records, or to findings with a route. Pydantic's own messages are English and
# never leave this module: each of its error types is mapped to a finding kind of ours.

"""Turn plain data into records; every fault becomes a finding, all of them at once."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from tthc_catalog.files.faults import MOST_FINDINGS, TOO_MANY_FINDINGS
from tthc_catalog.finding import Finding, FindingKind, Place, Severity
from tthc_catalog.records.decision import Decision
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.procedure import compulsory_parts, parts_by_key
from tthc_catalog.records.record import record_in
from tthc_catalog.vietnamese import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pydantic_core import ErrorDetails

_E = Severity.ERROR
_8 = "Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2"

MISSING_KEY = FindingKind(
    "missing-key", _E, "Thiếu `{key}` ({title}).", "Thêm dòng `{key}: …` vào đây."
)
UNKNOWN_KEY = FindingKind("unknown-key", _E, "Không có khóa nào tên `{key}` ở đây.", "{suggestion}")
NOT_A_CODE = FindingKind(
    "not-a-code", _E, "`{value}` không phải là mã thủ tục.",
    'Mã có dạng "1.001193", đặt trong dấu nháy; có phải ý là "{suggestion}"? '
    "Nếu văn bản in sai mã, ghi nguyên văn vào khóa `ma_in`.",
)  # fmt: skip
NOT_A_LOCAL_ID = FindingKind(
    "not-a-local-id", _E, "`{value}` không phải là mã nội bộ.",
    "Mã nội bộ gồm các từ không dấu, chữ thường, nối bằng dấu gạch: binh-thuan-luat-su-11.",
)  # fmt: skip
NOT_A_NUMBER = FindingKind(
    "not-a-document-number", _E, "`{value}` không phải là số, ký hiệu văn bản.",
    "Viết như `{suggestion}`; nếu văn bản in khác thế, ghi nguyên văn vào khóa `so_in`.",
)  # fmt: skip
NOT_A_DAY = FindingKind(
    "not-a-day", _E, "`{value}` không phải là ngày.", "Viết năm-tháng-ngày, ví dụ {suggestion}."
)
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
    "Thêm `so: 1077/QĐ-BXD`, hoặc `so_in:` với nguyên văn nếu bản in không phải số, ký hiệu đúng.",
)  # fmt: skip
NO_REASON = FindingKind(
    "no-reason", _E, "`{value}` không phải là lý do.",
    "Ghi lý do và văn bản làm căn cứ: `{key}: {{ly_do: …, can_cu: …}}`; "
    "văn bản không nêu lý do thì chỉ ghi `can_cu`.",
)  # fmt: skip
MISSING_PART = FindingKind(
    "missing-part", _E, "Tài liệu đầu tiên của thủ tục thiếu bộ phận bắt buộc `{key}` ({title}).",
    "Thêm `{key}:`, hoặc nếu nguồn không nêu thì ghi `{key}` vào danh sách `chua_ro`.", _8,
)  # fmt: skip
MISSING_IDENTITY = FindingKind(
    "missing-identity", _E, "Tài liệu đầu tiên của tệp không có mã thủ tục.",
    'Thêm `ma: "1.001193"`; thủ tục chưa có mã quốc gia thì ghi `ma_noi_bo`.',
)  # fmt: skip
IDENTITY_AGAIN = FindingKind(
    "identity-again", _E, "Mã thủ tục chỉ đứng ở tài liệu đầu tiên của tệp.",
    "Bỏ dòng `{key}` ở đây; thủ tục khác thì viết ở tệp khác.",
)  # fmt: skip
UNKNOWN_NOT_A_PART = FindingKind(
    "unknown-not-a-part",
    _E,
    "`chua_ro` nêu `{value}`, không phải tên một bộ phận.",
    "Viết `{suggestion}`.",
)
STATED_AND_UNKNOWN = FindingKind(
    "stated-and-unknown",
    _E,
    "`{key}` vừa được ghi nội dung vừa nằm trong `chua_ro`.",
    "Bỏ `{key}` khỏi `chua_ro`.",
)
DROPPED_NOT_A_PART = FindingKind(
    "dropped-not-a-part", _E, "`bo` nêu `{value}`, không phải tên một bộ phận.",
    "Viết `{suggestion}`.",
)  # fmt: skip
DROPPED_COMPULSORY = FindingKind(
    "dropped-compulsory", _E, "`bo` nêu `{value}`, một bộ phận bắt buộc.",
    "Bộ phận bắt buộc không bỏ được; hãy ghi nội dung mới của `{value}`.", _8,
)  # fmt: skip
DROPPED_AND_STATED = FindingKind(
    "dropped-and-stated", _E, "`{key}` vừa được ghi nội dung vừa nằm trong `bo`.",
    "Bỏ `{key}` khỏi `bo`.",
)  # fmt: skip
DECISION_MISSING = FindingKind(
    "document-without-decision", _E, "Tài liệu này không nêu quyết định nào.",
    "Thêm `quyet_dinh:` với `so` và `ngay`; chép từ nguồn khác thì thêm `ghi_nhan:` và `nguon:`; "
    "chưa biết quyết định nào thì ghi `quyet_dinh` vào danh sách `chua_ro`.",
    "Nghị định 63/2010/NĐ-CP, Điều 15",
)  # fmt: skip

KINDS = (
    MISSING_KEY, UNKNOWN_KEY, NOT_A_CODE, NOT_A_LOCAL_ID, NOT_A_NUMBER, NOT_A_DAY,
    DAY_OF_NO_LAW, NOT_A_TIME_LIMIT, NOT_A_FEE,
    NOT_IN_LIST, NOT_YES_NO, NOT_A_COUNT, EMPTY_TEXT, WRONG_SHAPE, UNNAMED_DECISION, NO_REASON,
    MISSING_PART, MISSING_IDENTITY, IDENTITY_AGAIN, UNKNOWN_NOT_A_PART, STATED_AND_UNKNOWN,
    DECISION_MISSING, DROPPED_NOT_A_PART, DROPPED_COMPULSORY, DROPPED_AND_STATED,
)  # fmt: skip
"""Every kind of finding of this stage."""

_BY_TYPE = {
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
# An example of ours would read as the value meant, so only a repair of the typed text is quoted.
_AS_PRINTED = {
    "time_limit": "Viết cả số và đơn vị như văn bản in",
    "fee": "Viết số tiền và đơn vị như văn bản in",
}
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

AnyRecord = TypeVar("AnyRecord", bound=BaseModel)


def parse(
    model: type[AnyRecord], data: object, place: Place
) -> tuple[AnyRecord | None, list[Finding]]:
    """Return the record that plain data states, or None and every fault of it.

    Args:
        model: the record class.
        data: plain data as `files` reads it.
        place: where the data stands; findings add their route to it.
    """
    try:
        return model.model_validate(data, by_alias=True, by_name=False), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        found = [_finding(model, detail, place) for detail in details[:MOST_FINDINGS]]
        if len(details) > MOST_FINDINGS:
            found.append(TOO_MANY_FINDINGS.at(place, count=len(details) - MOST_FINDINGS))
        return None, found


def parse_decision(data: object, place: Place) -> tuple[Decision | None, list[Finding]]:
    """Return the decision that plain data states, or None and every fault of it."""
    decision, found = parse(Decision, data, place)
    if decision is not None:
        found += _unknown_faults(decision, place)
    return decision, found


def parse_life(
    documents: Sequence[object], file: str
) -> tuple[tuple[ProcedureDocument, ...], list[Finding]]:
    """Return the documents of one procedure file, in their order, and every fault of them.

    A document with faults is left out; if it is the first one, so are all.
    """
    found: list[Finding] = []
    life: list[ProcedureDocument] = []
    whole = True
    for index, data in enumerate(documents):
        place = Place(file, index)
        document, faults = parse(ProcedureDocument, data, place)
        # What a document lacks is told from its keys, so that it is told beside other faults.
        keys = data if isinstance(data, dict) else {}
        faults += _first_faults(keys, place) if index == 0 else _later_faults(keys, place)
        faults += _decision_faults(keys, place)
        if document is not None:
            faults += _unknown_faults(document, place)
            dropped = list(_dropped_faults(document, place))
            faults += dropped
            document = None if dropped else document
        found += faults
        whole = whole and not (faults and index == 0)
        if document is not None:
            life.append(document)
    return (tuple(life) if whole else ()), found


def _first_faults(keys: Mapping[str, Any], place: Place) -> Iterator[Finding]:
    if "ma" not in keys and "ma_noi_bo" not in keys:
        yield MISSING_IDENTITY.at(place)
    unknown = _listed(keys.get("chua_ro", ()))
    for name, alias in compulsory_parts():
        if alias not in keys and alias not in unknown:
            title = ProcedureDocument.model_fields[name].title or alias
            yield MISSING_PART.at(place, key=alias, title=title)


def _listed(value: object) -> Collection[object]:
    # One bare word is a list of one; nothing is looked for inside a word.
    return value if isinstance(value, list | tuple) else (value,)


def _later_faults(keys: Mapping[str, Any], place: Place) -> Iterator[Finding]:
    for alias in ("ma", "ma_noi_bo"):
        if alias in keys:
            yield IDENTITY_AGAIN.at(place / alias, key=alias)


def _decision_faults(keys: Mapping[str, Any], place: Place) -> Iterator[Finding]:
    if (
        "quyet_dinh" in keys
        or "ghi_nhan" in keys
        or "quyet_dinh" in _listed(keys.get("chua_ro", ()))
    ):
        return
    yield DECISION_MISSING.at(place)


def _unknown_faults(document: ProcedureDocument | Decision, place: Place) -> Iterator[Finding]:
    if not document.unknown:
        return
    parts = {field.alias or name: name for name, field in type(document).model_fields.items()}
    for index, alias in enumerate(document.unknown):
        where = place / "chua_ro" / index
        if alias not in parts:
            yield UNKNOWN_NOT_A_PART.at(
                where, value=alias, suggestion=nearest(alias, parts) or "ho_so"
            )
        elif parts[alias] in document.model_fields_set:
            yield STATED_AND_UNKNOWN.at(where, key=alias)


def _dropped_faults(document: ProcedureDocument, place: Place) -> Iterator[Finding]:
    compulsory = {alias for _, alias in compulsory_parts()}
    parts = parts_by_key()
    for index, alias in enumerate(document.dropped):
        where = place / "bo" / index
        if alias not in parts:
            yield DROPPED_NOT_A_PART.at(
                where, value=alias, suggestion=nearest(alias, parts) or "yeu_cau_dieu_kien"
            )
        elif alias in compulsory:
            yield DROPPED_COMPULSORY.at(where, value=alias)
        elif parts[alias] in document.model_fields_set:
            yield DROPPED_AND_STATED.at(where, key=alias)


# --- pydantic's errors in our words ---------------------------------------------------------------


def _finding(model: type[BaseModel], detail: ErrorDetails, place: Place) -> Finding:
    for step in detail["loc"]:
        place = place / step
    kind = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    if kind in _BY_TYPE:
        arguments = {name: _short(value) for name, value in context.items()}
        if kind in _AS_PRINTED:
            likely = arguments.get("suggestion")
            arguments["suggestion"] = f"Viết `{likely}`" if likely else _AS_PRINTED[kind]
        if kind == "no_reason":
            arguments["key"] = str(detail["loc"][0])
        return _BY_TYPE[kind].at(place, **arguments)
    if kind == "missing":
        alias = str(detail["loc"][-1])
        return MISSING_KEY.at(
            _parent(place), key=alias, title=_title(model, detail["loc"]) or alias
        )
    if kind == "extra_forbidden":
        return _unknown_key(model, detail["loc"], place)
    if kind == "enum":
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        value = _short(detail["input"])
        likely = nearest(value, choices)
        hint = f"Viết `{likely}`." if likely else "Viết một trong các từ ấy."
        return NOT_IN_LIST.at(place, value=value, choices=", ".join(choices), suggestion=hint)
    if kind in {"string_too_short", "too_short"}:
        return EMPTY_TEXT.at(place)
    expected = _SHAPES.get(kind, "một giá trị khác")
    return WRONG_SHAPE.at(
        place, expected=expected, found=_shape(detail["input"]), hint=_HINTS.get(expected, "")
    )


def _parent(place: Place) -> Place:
    return Place(place.file, place.document, place.route[:-1])


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "một nhóm khóa: giá trị"
    if isinstance(value, list | tuple):
        return "một danh sách"
    return f"`{_short(value)}`" if isinstance(value, str) else "giá trị này"


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


def _model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Return the record class that a route leads to."""
    owner: type[BaseModel] | None = model
    for step in loc:
        if owner is None or isinstance(step, int):
            continue
        field = next((f for n, f in owner.model_fields.items() if step in {f.alias, n}), None)
        owner = record_in(field.annotation) if field is not None else None
    return owner
