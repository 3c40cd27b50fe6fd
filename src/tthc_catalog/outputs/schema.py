# The record classes printed as JSON Schema, for editors. One schema serves every document of a
# procedure's file: the compulsory parts are required only where `ma` or `ma_noi_bo` stands.

"""JSON Schemas of the files that officers edit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tthc_catalog.records.decision import Decision
from tthc_catalog.records.procedure import ProcedureDocument, compulsory_parts
from tthc_catalog.records.registers import (
    Acceptance,
    Authority,
    FieldEntry,
    LegalDocument,
    Settings,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return file name → text of every schema, the same bytes every time."""
    return {
        "procedure.schema.json": _text(_procedure()),
        "decision.schema.json": _text(_schema(Decision, "Quyết định công bố")),
        "fields.schema.json": _text(_register(FieldEntry, "Danh mục lĩnh vực")),
        "authorities.schema.json": _text(_register(Authority, "Danh mục cơ quan")),
        "legal_documents.schema.json": _text(_register(LegalDocument, "Danh mục văn bản")),
        "catalog.schema.json": _text(_schema(Settings, "Cài đặt danh mục")),
        "accepted.schema.json": _text(_schema(Acceptance, "Phát hiện đã được chấp nhận")),
    }


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, mode="validation")
    _lighten(schema)
    schema.pop("description", None)
    return {
        "$schema": _DIALECT,
        "title": title,
        **{k: v for k, v in schema.items() if k != "title"},
    }


def _procedure() -> dict[str, Any]:
    schema = _schema(ProcedureDocument, "Một tài liệu trong đời của một thủ tục")
    # A part may be left out of the first document when the source does not state it (`chua_ro`),
    # which JSON Schema cannot tie together; so the editor only asks for what is never unknown.
    always = ["ten"]
    first = {
        "required": always,
        "$comment": f"Bộ phận bắt buộc: {', '.join(a for _, a in compulsory_parts())}",
    }
    schema["allOf"] = [
        {"if": {"anyOf": [{"required": ["ma"]}, {"required": ["ma_noi_bo"]}]}, "then": first}
    ]
    schema.pop("required", None)
    return schema


def _register(model: type[BaseModel], title: str) -> dict[str, Any]:
    entry = _schema(model, title)
    definitions = entry.pop("$defs", None)
    entry.pop("$schema")
    entry.pop("title")
    schema: dict[str, Any] = {
        "$schema": _DIALECT,
        "title": title,
        "type": "object",
        "additionalProperties": entry,
    }
    if definitions:
        schema["$defs"] = definitions
    return schema


_SHORTHANDS = {
    "Citation",
    "Component",
    "Form",
    "Result",
    "Step",
    "Channel",
    "Ending",
    "Correction",
    "DecisionRef",
}


def _lighten(schema: Any) -> None:
    """Make the schema say what the files say: shorthand texts, no English class docs, no nulls."""
    if isinstance(schema, list):
        for item in schema:
            _lighten(item)
        return
    if not isinstance(schema, dict):
        return
    if "$ref" in schema and schema["$ref"].rsplit("/", 1)[-1] in _SHORTHANDS:
        reference = schema.pop("$ref")
        schema["anyOf"] = [{"$ref": reference}, {"type": "string"}]
        return
    options = schema.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        options.remove({"type": "null"})
        if len(options) == 1:
            schema.pop("anyOf")
            schema.update({**options[0], **schema})
        if schema.get("default", 0) is None:
            schema.pop("default")
    if schema.get("type") == "array" and schema.get("default") == []:
        schema.pop("default")
    for name, definition in schema.get("$defs", {}).items():
        definition.pop("description", None)
        definition.pop("title", None) if name != "title" else None
    if schema.get("type") == "array" and _takes_text(schema.get("items", {})):
        items = dict(schema)
        kept = {name: items.pop(name) for name in ("title", "description") if name in items}
        schema.clear()
        schema.update({**kept, "anyOf": [items, {"type": "string"}]})
        _lighten(items.get("items"))
        return
    for value in list(schema.values()):
        _lighten(value)


def _takes_text(items: Any) -> bool:
    if not isinstance(items, dict):
        return False
    if items.get("type") == "string" or "enum" in items:
        return True
    return items.get("$ref", "").rsplit("/", 1)[-1] in {
        "Citation", "Component", "Form", "Result", "Step", "Channel", "Level", "Subject", "Event", "Supersession",
        "Reference",
    }  # fmt: skip
