# From plain data to records, or to findings with a route. What is wrong with a value is said by
# validation.py; here stands what only the whole document, or its place in the life, can tell.

"""Turn plain data into records; every fault becomes a finding, all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from tthc_catalog.files.faults import MOST_FINDINGS, TOO_MANY_FINDINGS
from tthc_catalog.finding import Finding, FindingKind, Place, Severity
from tthc_catalog.records import validation
from tthc_catalog.records.decision import Decision
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.procedure import compulsory_parts, parts_by_key
from tthc_catalog.vietnamese import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

_E = Severity.ERROR
_8 = "Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2"

MISSING_PART = FindingKind(
    "missing-part", _E, "Tài liệu đầu tiên của thủ tục thiếu bộ phận bắt buộc `{key}` ({title}).",
    "Thêm `{key}:`, hoặc nếu nguồn không nêu thì ghi `{key}` vào danh sách `chua_ro`.", _8,
)  # fmt: skip
MISSING_IDENTITY = FindingKind(
    "missing-identity", _E, "Tài liệu đầu tiên của tệp không có mã thủ tục.",
    "Thêm dòng `ma:` với mã trong dấu nháy kép; thủ tục chưa có mã quốc gia thì ghi `ma_noi_bo`.",
)  # fmt: skip
IDENTITY_AGAIN = FindingKind(
    "identity-again", _E, "Mã thủ tục chỉ đứng ở tài liệu đầu tiên của tệp.",
    "Bỏ dòng `{key}` ở đây; thủ tục khác thì viết ở tệp khác.",
)  # fmt: skip
UNKNOWN_NOT_A_PART = FindingKind(
    "unknown-not-a-part",
    _E,
    "`chua_ro` nêu `{value}`, không phải tên một bộ phận.",
    "{suggestion}",
)
STATED_AND_UNKNOWN = FindingKind(
    "stated-and-unknown",
    _E,
    "`{key}` vừa được ghi nội dung vừa nằm trong `chua_ro`.",
    "Bỏ `{key}` khỏi `chua_ro`.",
)
DROPPED_NOT_A_PART = FindingKind(
    "dropped-not-a-part", _E, "`bo` nêu `{value}`, không phải tên một bộ phận.",
    "{suggestion}",
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

MISPLACED_RECORD = FindingKind(
    "misplaced-record", _E, "Tệp này ghi một {record}, nhưng nằm trong thư mục của {others}.",
    "Chuyển tệp sang `{folder}`.",
)  # fmt: skip

KINDS = (
    *validation.KINDS, MISSING_PART, MISSING_IDENTITY, IDENTITY_AGAIN, UNKNOWN_NOT_A_PART,
    STATED_AND_UNKNOWN, DECISION_MISSING, DROPPED_NOT_A_PART, DROPPED_COMPULSORY,
    DROPPED_AND_STATED, MISPLACED_RECORD,
)  # fmt: skip
"""Every kind of finding of this stage."""

# None of these stands in the record of a decision.
_OF_PROCEDURES = frozenset({"ma", "ma_noi_bo", "quyet_dinh", "ten", "linh_vuc", "cach_thuc"})

AnyRecord = TypeVar("AnyRecord", bound=BaseModel)


def parse(
    model: type[AnyRecord], data: object, place: Place
) -> tuple[AnyRecord | None, list[Finding]]:
    """Return the record that plain data states, or None and every fault of it.

    Of a whole document that is empty nothing is said: reading told why.

    Args:
        model: the record class.
        data: plain data as `files` reads it.
        place: where the data stands; findings add their route to it.
    """
    if data == {} and not place.route:
        return None, []
    try:
        return model.model_validate(data, by_alias=True, by_name=False), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        found = [validation.explained(model, detail, place) for detail in details[:MOST_FINDINGS]]
        if len(details) > MOST_FINDINGS:
            found.append(TOO_MANY_FINDINGS.at(place, count=len(details) - MOST_FINDINGS))
        return None, found


def parse_decision(data: object, place: Place) -> tuple[Decision | None, list[Finding]]:
    """Return the decision that plain data states, or None and every fault of it."""
    if is_procedure(data):
        folder = "procedures/<lĩnh vực>/"
        says = {"record": "thủ tục", "others": "các quyết định", "folder": folder}
        return None, [MISPLACED_RECORD.at(place, **says)]
    decision, found = parse(Decision, data, place)
    if decision is not None:
        found += _unknown_faults(decision, place)
    return decision, found


def is_procedure(data: object) -> bool:
    """Return whether a document opens the file of a procedure, wherever that file lies."""
    return isinstance(data, dict) and bool({"ma", "ma_noi_bo"} & data.keys())


def parse_life(
    documents: Sequence[object], file: str
) -> tuple[tuple[ProcedureDocument, ...], list[Finding]]:
    """Return the documents of one procedure file, in their order, and every fault of them.

    A document with faults is left out; if it is the first one, so are all.
    """
    life, found = _life(documents, file)
    return tuple(life.values()), found


def positions(documents: Sequence[object]) -> tuple[int, ...]:
    """Return where in a procedure's file the documents stand that `parse_life` does not leave out.

    Args:
        documents: all documents of the file, as plain data.
    """
    return tuple(_life(documents, "")[0])


def _life(
    documents: Sequence[object], file: str
) -> tuple[dict[int, ProcedureDocument], list[Finding]]:
    """Return the documents without a fault by their place in the file, and every fault."""
    if documents and _is_decision(documents[0]):
        folder = "decisions/<năm ký>/"
        says = {"record": "quyết định", "others": "các thủ tục", "folder": folder}
        return {}, [MISPLACED_RECORD.at(Place(file), **says)]
    found: list[Finding] = []
    life: dict[int, ProcedureDocument] = {}
    whole = True
    for index, data in enumerate(documents):
        place = Place(file, index)
        if data == {}:
            whole = whole and index > 0
            continue  # reading told why nothing of it can be read
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
            life[index] = document
    return (life if whole else {}), found


def _is_decision(data: object) -> bool:
    """Return whether a document is the record of a decision, put among the procedures."""
    return isinstance(data, dict) and "so" in data and not _OF_PROCEDURES & data.keys()


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
            suggestion = _part_meant(alias, parts, "ho_so")
            yield UNKNOWN_NOT_A_PART.at(where, value=alias, suggestion=suggestion)
        elif parts[alias] in document.model_fields_set:
            yield STATED_AND_UNKNOWN.at(where, key=alias)


def _part_meant(typed: str, parts: Collection[str], example: str) -> str:
    likely = nearest(typed, parts) or next((p for p in parts if p.startswith(f"{typed}_")), None)
    if likely is None:
        # A part that nothing speaks for would be taken for the one that is meant.
        return f"Chỉ ghi tên khóa của bộ phận, ví dụ `{example}`; lời giải thích ghi ở `ghi_chu`."
    return f"Viết `{likely}`."


def _dropped_faults(document: ProcedureDocument, place: Place) -> Iterator[Finding]:
    compulsory = {alias for _, alias in compulsory_parts()}
    parts = parts_by_key()
    for index, alias in enumerate(document.dropped):
        where = place / "bo" / index
        if alias not in parts:
            suggestion = _part_meant(alias, parts, "yeu_cau_dieu_kien")
            yield DROPPED_NOT_A_PART.at(where, value=alias, suggestion=suggestion)
        elif alias in compulsory:
            yield DROPPED_COMPULSORY.at(where, value=alias)
        elif parts[alias] in document.model_fields_set:
            yield DROPPED_AND_STATED.at(where, key=alias)
