# Officers look a key up far more often than they read about it. The page is printed from the
# schemas that editors use, which are printed from the record classes: a key that is not here does
# not exist, and no label is typed a second time.

"""The reference of every key that officers write, as Markdown."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from tthc_catalog.outputs.schema import schema_of, schemas
from tthc_catalog.records.key_order import key_order
from tthc_catalog.records.parts import DECREE
from tthc_catalog.records.procedure import compulsory_parts, parts_by_key
from tthc_catalog.records.registers import DOCUMENTS, REGISTERS
from tthc_catalog.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    Schema = dict[str, Any]

_FILES = (
    ("procedure.schema.json", "procedures/x/1.001193.yaml", "procedures/<lĩnh vực>/<mã>.yaml"),
    ("decision.schema.json", "decisions/2026/x.yaml", "decisions/<năm>/<số quyết định>.yaml"),
    *((schema_of(file), file, file) for file in (*REGISTERS, *DOCUMENTS)),
)
"""Name of the schema, a file that it is for, and what such files are called."""

_INTRODUCTIONS = {
    "fields.yaml": "Mỗi lĩnh vực là một nhóm, đứng dưới mã lĩnh vực do danh mục tự đặt.",
    "authorities.yaml": "Mỗi cơ quan là một nhóm, đứng dưới mã cơ quan do danh mục tự đặt.",
    "legal_documents.yaml": "Mỗi văn bản là một nhóm, đứng dưới số, ký hiệu của nó.",
    "life_events.yaml": "Mỗi sự kiện là một nhóm, đứng dưới mã sự kiện do danh mục tự đặt; trang "
    "chủ hiện theo thứ tự trong tệp.",
    "catalog.yaml": "Tệp chỉ có một tài liệu.",
    "accepted.yaml": "Mỗi phát hiện được chấp nhận là một tài liệu, cách nhau bằng dòng `---`.",
}
_HEAD = f"""\
# Bảng tra các khóa

Trang này được in từ chính chương trình, nên không thiếu khóa nào và không sai tên nào.

- Dưới mỗi khóa là nhãn hiện trên trang tra cứu.
- ● là bộ phận bắt buộc của tài liệu đầu tiên; nguồn không nêu thì ghi khóa ấy vào `chua_ro`.
- ○ là khóa bắt buộc trong nhóm của nó. Khóa không có dấu thì có gì ghi nấy.
- Điều, khoản không nêu tên văn bản là của {DECREE}.
"""
_LAW = re.compile(r"\s*\([^()]*Điều[^()]*\)$")
_FEW = 6
"""A closed list of more terms than this is printed once, at the end of the page."""


class Row(NamedTuple):
    """One key."""

    key: str
    title: str
    """The official term."""

    value: str
    """What to write, in Vietnamese."""

    help: str
    law: str
    required: bool


def glossary() -> str:
    """Return the page: every key of every file, in the order in which files are written."""
    printed = schemas()
    lines = [_HEAD]
    lists: dict[str, tuple[str, list[str]]] = {}
    for name, example, path in _FILES:
        schema = json.loads(printed[name])
        lines += _file(schema, example, path)
        lists = {**dict(_lists(schema, schema.get("$defs", {}))), **lists}
    lines += ["## Các danh sách đóng", "", "Chỉ viết được đúng những từ này.", ""]
    for anchor, (title, terms) in lists.items():
        lines += [f"### {title} {{ #{anchor} }}", "", *(f"- `{term}`" for term in terms), ""]
    return "\n".join(lines).rstrip() + "\n"


def _file(schema: Schema, example: str, path: str) -> Iterator[str]:
    definitions = schema.get("$defs", {})
    top = schema if "properties" in schema else schema["additionalProperties"]
    yield f"## {schema['title']}: `{path}`"
    yield ""
    if path in _INTRODUCTIONS:
        yield _INTRODUCTIONS[path]
        yield ""
    rows = list(_rows(top, definitions))
    order = key_order(example)(()) or ()
    rows.sort(key=lambda row: order.index(row.key) if row.key in order else len(order))
    if path.startswith("procedures"):
        parts = parts_by_key()
        needed = {key for _, key in compulsory_parts()}
        yield "### Đầu tài liệu: của ai, theo quyết định nào, làm gì với thủ tục"
        yield ""
        yield from _table([row for row in rows if row.key not in parts])
        yield "### Các bộ phận của thủ tục"
        yield ""
        yield from _table(
            [row._replace(required=row.key in needed) for row in rows if row.key in parts], "●"
        )
    else:
        yield from _table(rows)
    for heading, record in _groups(top, definitions):
        yield f"### {heading}"
        yield ""
        yield from _table(list(_rows(record, definitions)))


def _groups(top: Schema, definitions: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield each record that stands inside others, once, under the keys that hold it."""
    homes: dict[str, list[str]] = {}
    waiting = [("", top)]
    while waiting:
        way, record = waiting.pop(0)
        for key, property_ in record.get("properties", {}).items():
            name = _record_in(property_, definitions)
            if not name:
                continue
            if name not in homes:
                waiting.append((f"{way}{key}.", definitions[name]))
            homes.setdefault(name, []).append(f"`{way}{key}`")
    for name, ways in homes.items():
        yield f"Trong {', '.join(ways)}", definitions[name]


def _lists(schema: Schema, definitions: Schema) -> Iterator[tuple[str, tuple[str, list[str]]]]:
    """Yield the closed lists that are too long for a table, with their anchor and title."""
    records = [schema, *definitions.values()]
    for record in records:
        for property_ in record.get("properties", {}).values():
            terms = _terms(property_, definitions)
            if terms and len(terms) > _FEW:
                yield slug(property_["title"]), (property_["title"], terms)


def _terms(schema: object, definitions: Schema) -> list[str] | None:
    """Return the closed list that a key's value is taken from."""
    if isinstance(schema, list):
        return next((found for each in schema if (found := _terms(each, definitions))), None)
    if not isinstance(schema, dict):
        return None
    target = definitions.get(str(schema.get("$ref", "")).rsplit("/", 1)[-1], {})
    terms: list[str] | None = target.get("enum") or schema.get("enum")
    return terms or _terms([schema.get("anyOf"), schema.get("items")], definitions)


def _rows(record: Schema, definitions: Schema) -> Iterator[Row]:
    required = record.get("required", ())
    for key, property_ in record["properties"].items():
        law = str(_find(property_, "law") or "")
        told = str(property_.get("description", ""))
        yield Row(
            key,
            property_.get("title", key),
            _value(property_, definitions),
            _LAW.sub("", told) if law else told,
            law.removeprefix(f"{DECREE}, "),
            key in required,
        )


def _table(rows: list[Row], mark: str = "○") -> Iterator[str]:
    # Two columns, because officers look keys up on a phone too.
    yield "| khóa | viết gì |"
    yield "| --- | --- |"
    for row in rows:
        law = f"({row.law})" if row.law else ""
        told = "<br>".join(filter(None, (row.value, row.help, law)))
        required = f" {mark}" if row.required else ""
        yield f"| `{row.key}`{required}<br>{row.title} | {told} |"
    yield ""


def _value(schema: Schema, definitions: Schema) -> str:
    """Return in Vietnamese what to write after a key."""
    options: list[Schema] = schema.get("anyOf", [])
    inner = next((option for option in options if option.get("type") == "array"), schema)
    several = inner.get("type") == "array"
    terms = _terms(schema, definitions)
    if nested := next((option for option in options if "anyOf" in option), None):
        return _value(nested, definitions)
    if _record_in(schema, definitions):
        told = "một hoặc nhiều nhóm khóa" if several else "nhóm khóa"
        short = _shorthand(schema, definitions)
        return f"{told}; viết gọn: chỉ ghi `{short}`" if short else told
    if terms:
        title = schema.get("title", "")
        named = f"từ của danh sách [{title}](#{slug(title)})"
        told = named if len(terms) > _FEW else " · ".join(f"`{term}`" for term in terms)
        return f"một hoặc nhiều: {told}" if several else told
    if schema.get("type") == "object":
        rest = _value(schema["additionalProperties"], definitions)
        return f"mỗi dòng một tên và một mức: {rest}"
    return f"một hoặc nhiều: {_scalar(inner['items'])}" if several else _scalar(schema)


def _shorthand(schema: object, definitions: Schema) -> str | None:
    """Return the key whose value alone may stand for a whole record."""
    if isinstance(schema, list):
        return next((found for each in schema if (found := _shorthand(each, definitions))), None)
    if not isinstance(schema, dict):
        return None
    way = str(schema.get("$ref", "")).split("/properties/")
    return (
        way[1]
        if len(way) > 1
        else _shorthand([schema.get("anyOf"), schema.get("items")], definitions)
    )


def _scalar(schema: Schema) -> str:
    pattern = str(schema.get("pattern", ""))
    forms = (
        (schema.get("format") == "date", "ngày, `2026-07-01`"),
        (schema.get("minimum") == 0, "số đếm, `1`"),
        ("examples" in schema, ", ".join(f"`{each}`" for each in schema.get("examples", ()))),
        ("[1-9]" in pattern, 'mã thủ tục trong dấu nháy, `"1.001193"`'),
        (pattern.startswith("^[a-z]"), "mã nội bộ, `binh-thuan-luat-su-11`"),
        ("http" in pattern, "địa chỉ trang, `https://…`"),
        (bool(pattern), "số, ký hiệu, `1077/QĐ-BXD`"),
    )
    return next((told for holds, told in forms if holds), "chữ")


def _record_in(schema: object, definitions: Schema) -> str | None:
    """Return the name of the record that a key holds, inside lists and choices too."""
    if isinstance(schema, list):
        return next((found for each in schema if (found := _record_in(each, definitions))), None)
    if not isinstance(schema, dict):
        return None
    name = str(schema.get("$ref", "")).rsplit("/", 1)[-1]
    if name in definitions and "properties" in definitions[name]:
        return name
    return _record_in([schema.get("anyOf"), schema.get("items")], definitions)


def _find(schema: object, key: str) -> Any:  # noqa: ANN401 - whatever the schema holds there
    """Return what a schema says of itself, where lightening has put it."""
    if not isinstance(schema, dict):
        return None
    if key in schema:
        return schema[key]
    return next((each[key] for each in schema.get("anyOf", ()) if key in each), None)
