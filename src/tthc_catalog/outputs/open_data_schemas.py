# What a program may rely on in the open data, as JSON Schema (2020-12). Fields may be added, so no
# schema forbids those that it does not name.

"""JSON Schemas of the open data, version 1."""

from __future__ import annotations

from typing import Any

from tthc_catalog.catalog import EffectBasis, Status
from tthc_catalog.changes import ChangeKind
from tthc_catalog.records.procedure import Parts, Procedure

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {"type": "string"}
_FLAG: dict[str, Any] = {"type": "boolean"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_DAY: dict[str, Any] = {
    "type": ["string", "null"],
    "format": "date",
    "description": "năm-tháng-ngày; null khi chưa rõ",
}
_HASH: dict[str, Any] = {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"}
_STATUS: dict[str, Any] = {"enum": [status.name.lower() for status in Status]}
_BASIS: dict[str, Any] = {"enum": [None, *(basis.name.lower() for basis in EffectBasis)]}


def _maybe(schema: dict[str, Any]) -> dict[str, Any]:
    return schema | {"type": [schema["type"], "null"]}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _file(title: str, /, **properties: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": _DRAFT, "title": title, **_object(version={"const": 1}, **properties)}


_CONTENT: dict[str, Any] = {
    "type": "object",
    "required": ["code", "name"],
    "description": "Nội dung thủ tục; bộ phận không có mặt là bộ phận trống.",
    "properties": {
        name: {"title": field.title or name}
        for name, field in {**Parts.model_fields, **Procedure.model_fields}.items()
    },
}
_STATE = _object(
    code=_TEXT,
    status=_STATUS,
    since=_DAY,
    until=_DAY,
    successors=_list(_TEXT),
    ended_levels=_list(_TEXT),
    documents=_list(_COUNT),
    procedure=_CONTENT,
)
_DOCUMENT = _object(
    index=_COUNT,
    decision=_maybe(_TEXT),
    signed=_DAY,
    effective=_DAY,
    effect_basis=_BASIS,
    expires=_DAY,
    known_since=_DAY,
    corrects={"type": ["integer", "null"], "description": "vị trí của tài liệu được đính chính"},
    parts=_list(_TEXT),
    hash=_HASH,
)
_VERSION = _object(
    hash=_HASH,
    page=_TEXT,
    applies=_list(_object(since=_DAY, until=_DAY)),
    withdrawn=_DAY,
    documents=_list(_COUNT),
)
_LISTED = _object(
    code=_TEXT,
    name=_TEXT,
    field=_TEXT,
    field_name=_TEXT,
    levels=_list(_TEXT),
    agencies=_list(_TEXT),
    status=_STATUS,
    since=_DAY,
    effect_basis=_BASIS,
    time_limits=_list(_TEXT),
    fees=_list(_TEXT),
    online_level=_maybe(_TEXT),
    decision=_maybe(_TEXT),
    successors=_list(_TEXT),
    hash=_HASH,
    page=_TEXT,
    data=_TEXT,
)
_CHANGE = _object(
    number={"type": "integer", "minimum": 1, "description": "chỉ tăng; không đổi khi đã vào sổ"},
    id=_TEXT,
    code=_TEXT,
    kind={"enum": [*(kind.value for kind in ChangeKind), "corrected"]},
    label=_TEXT,
    day=_DAY,
    effect_basis=_BASIS,
    known_since=_DAY,
    decision=_maybe(_TEXT),
    signed=_DAY,
    corrects=_maybe(_TEXT),
    lapses=_FLAG,
    parts=_list(_TEXT),
    effects=_list(_object(rule=_TEXT, effect=_TEXT, sentence=_TEXT)),
    predecessors=_list(_TEXT),
    successors=_list(_TEXT),
)
_DECISION = {
    "type": "object",
    "required": ["number", "page", "documents"],
    "properties": {
        "number": _TEXT,
        "signed": _DAY,
        "effective": _DAY,
        "page": _TEXT,
        "documents": _list(_object(code=_TEXT, index=_COUNT, effective=_DAY)),
    },
}

SCHEMAS: dict[str, dict[str, Any]] = {
    "index": _file(
        "Mục lục",
        title=_TEXT,
        as_of={"type": "string", "format": "date"},
        procedures=_object(total=_COUNT, in_force=_COUNT),
        files={"type": "object"},
    ),
    "procedure": _file(
        "Một thủ tục",
        code=_TEXT,
        page=_TEXT,
        current=_maybe(_COUNT),
        states=_list(_STATE),
        documents=_list(_DOCUMENT),
        versions=_list(_VERSION),
    ),
    "list": _file("Danh sách thủ tục", procedures=_list(_LISTED)),
    "decisions": _file("Quyết định của một năm", decisions=_list(_DECISION)),
    "log": _file(
        "Nhật ký thay đổi",
        last=_COUNT,
        settled={
            "type": "integer",
            "minimum": 0,
            "description": "đến số này các thay đổi đã vào sổ dấu vân tay nên giữ nguyên số",
        },
        page_length=_COUNT,
        pages=_list(_TEXT),
        page_hashes={
            "type": "array",
            "items": _TEXT,
            "description": "SHA-256 của từng trang; khác trước thì trang ấy nói khác, hãy đọc lại",
        },
    ),
    "log-page": _file("Một trang của nhật ký", page=_COUNT, changes=_list(_CHANGE)),
}
"""Every schema by its name."""
