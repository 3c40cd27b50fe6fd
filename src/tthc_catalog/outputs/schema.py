# The record classes printed as JSON Schema, for editors. One schema serves every document of a
# procedure's file: the compulsory parts are required only where `ma` or `ma_noi_bo` stands.

"""JSON Schemas of the files that officers edit."""

from __future__ import annotations

import json
from enum import EnumType
from typing import TYPE_CHECKING, Any

from tthc_catalog.records import vocabulary
from tthc_catalog.records.decision import Decision
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.procedure import compulsory_parts
from tthc_catalog.records.record import Record
from tthc_catalog.records.registers import DOCUMENTS, REGISTERS

if TYPE_CHECKING:
    from pydantic import BaseModel

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TITLES = {
    "fields.yaml": "Danh mục lĩnh vực",
    "authorities.yaml": "Danh mục cơ quan",
    "legal_documents.yaml": "Danh mục văn bản",
    "life_events.yaml": "Danh mục sự kiện",
    "catalog.yaml": "Cài đặt danh mục",
    "accepted.yaml": "Phát hiện đã được chấp nhận",
}


def schemas() -> dict[str, str]:
    """Return file name → text of every schema, the same bytes every time."""
    return {
        "procedure.schema.json": _text(_procedure()),
        "decision.schema.json": _text(_schema(Decision, "Quyết định công bố")),
        **{
            schema_of(file): _text(_register(model, _TITLES[file]))
            for file, model in REGISTERS.items()
        },
        **{
            schema_of(file): _text(_schema(model, _TITLES[file]))
            for file, model in DOCUMENTS.items()
        },
    }


def schema_of(file: str) -> str:
    """Return the name of the schema of a file that stands at the root of a catalogue."""
    return f"{file.removesuffix('.yaml')}.schema.json"


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


_SHORTHANDS = {each.__name__: each.shorthand for each in Record.__subclasses__() if each.shorthand}
"""Records for which a bare text may stand, and the key whose value it then is."""

_FORMS = {"pattern", "format", "enum", "const", "examples"}
"""What shows that a text is not any text."""

_TERMS = {name for name, each in vars(vocabulary).items() if isinstance(each, EnumType)}
"""Closed lists of words."""

_LISTED = {*_SHORTHANDS, *_TERMS}
"""Items for a list of which a bare one may stand."""


def _lighten(schema: object) -> None:
    """Make the schema say what the files say: shorthand texts, no English class docs, no nulls."""
    if isinstance(schema, list):
        for item in schema:
            _lighten(item)
    elif isinstance(schema, dict):
        _lighten_mapping(schema)


def _lighten_mapping(schema: dict[str, Any]) -> None:
    _drop_null(schema)
    if "$ref" in schema and _name_in(schema) in _SHORTHANDS:
        reference = schema.pop("$ref")
        schema["anyOf"] = [{"$ref": reference}, {"$ref": _shorthand(reference)}]
        return
    for definition in schema.get("$defs", {}).values():
        definition.pop("description", None)
        definition.pop("title", None)
    if schema.get("type") == "array":
        if schema.get("default") == []:
            schema.pop("default")
        if _takes_text(schema.get("items", {})):
            items = dict(schema)
            kept: dict[str, Any] = {
                name: items.pop(name) for name in ("title", "description") if name in items
            }
            schema.clear()
            alone = _alone(items["items"])
            schema.update({**kept, "anyOf": [items, alone]})
            _lighten([items["items"], alone])
            return
    if schema.get("type") == "string" and not _FORMS & schema.keys():
        # A text may be a whole number without quotes: to an editor that is no string.
        schema["type"] = ["string", "integer"]
    for value in list(schema.values()):
        _lighten(value)


def _drop_null(schema: dict[str, Any]) -> None:
    options = schema.get("anyOf")
    if not isinstance(options, list) or {"type": "null"} not in options:
        return
    options.remove({"type": "null"})
    if len(options) == 1:
        schema.pop("anyOf")
        schema.update({**options[0], **schema})
    if schema.get("default", 0) is None:
        schema.pop("default")


def _takes_text(items: object) -> bool:
    if not isinstance(items, dict):
        return False
    return items.get("type") == "string" or "enum" in items or _name_in(items) in _LISTED


def _alone(item: dict[str, Any]) -> dict[str, Any]:
    """Return what may stand for a list of one."""
    if _name_in(item) in _SHORTHANDS:
        return {"$ref": _shorthand(item["$ref"])}
    return dict(item)


def _shorthand(reference: str) -> str:
    return f"{reference}/properties/{_SHORTHANDS[reference.rsplit('/', 1)[-1]]}"


def _name_in(schema: dict[str, Any]) -> str:
    return str(schema.get("$ref", "")).rsplit("/", 1)[-1]
