# What of a value carries law. Everything that is compared passes through `content`: texts lose
# what only an editor sees, lists lose their order and their repetitions, records keep their stated
# fields. Two values whose contents are equal differ for the eye only, and that is decided here
# once for the whole engine.
#
# `printed` is the other half: the words in which a value is shown.

"""The content of values, apart from how they are written, and the words that show them."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tthc_catalog.records.parts import Citation, Step
from tthc_catalog.records.record import Record
from tthc_catalog.vietnamese import editorial_form

if TYPE_CHECKING:
    from collections.abc import Hashable

# A crawl of printed pages breaks words ("c ấp giấy phép") and leaves control characters, so white
# space carries no law wherever it stands.
_UNPRINTED = re.compile(r"[\s\x00-\x1f\x7f\u00a0\u200b-\u200f\u2028\u2029\ufeff]+")

_NUMBER = re.compile(r"\d+(?:\.\d+)?/\d{4}/[A-ZĐ]+\d*(?:-[A-ZĐ]+)*")

ORDERED: frozenset[type[Record]] = frozenset({Step})
"""Records whose order is itself law: the steps in which a procedure is carried out."""


@lru_cache(maxsize=16384)
def content_of_text(text: str) -> str:
    """Return a text without what carries no law: Unicode form, look-alikes, white space."""
    return _UNPRINTED.sub("", editorial_form(text))


def content(value: object) -> Hashable:
    """Return what of a value carries law; equal contents mean that only the writing differs."""
    if type(value) is str:  # by far the most frequent; a term of a closed list is none
        return content_of_text(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, tuple):
        contents = [content(item) for item in value]
        ordered = any(type(item) in ORDERED for item in value)
        return tuple(dict.fromkeys(contents)) if ordered else frozenset(contents)
    if isinstance(value, Record):
        return tuple(
            [
                (name, content(inner))
                for name, inner in fields_of(value)
                if inner is not None and inner is not False and inner != ()
            ]
        )
    return content_of_text(str(value.value) if isinstance(value, Enum) else str(value))


def spell(told: Hashable) -> str:
    """Return a content as a text that is the same in every run; the order of sets is not."""
    if isinstance(told, frozenset):
        return "{" + ",".join(sorted(spell(item) for item in told)) + "}"
    if isinstance(told, tuple):
        return "(" + ",".join(spell(item) for item in told) + ")"
    return str(told)


def fields_of(record: Record) -> list[tuple[str, Any]]:
    """Return the name and value of every field that carries law."""
    values = record.__dict__
    kind = type(record)
    if kind is Citation and (values["number"] or values["printed"]):
        # The title of a cited document belongs to the register; the number cites it. But whoever
        # types several documents into one title cites them all.
        beside = "; ".join(cited_beside(values["number"], values["title"])) or None
        return [(name, beside if name == "title" else values[name]) for name in _names(kind)]
    return [(name, values[name]) for name in _names(kind)]


def cited_beside(number: str | None, title: str | None) -> tuple[str, ...]:
    """Return the other documents that a title lists beside its own document's number.

    "Luật A số 05/2007/QH12; Luật B số 78/2025/QH15" under 78/2025/QH15 cites both. The title of an
    amending document names the amended one and not itself; that is no list.
    """
    if not number or not title or number not in title:
        return ()
    return tuple(sorted(numbers_in(title) - {number}))


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of legal documents that a text names: 175/2024/NĐ-CP."""
    return frozenset(_NUMBER.findall(text))


@lru_cache(maxsize=64)
def _names(kind: type[Record]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def printed(value: object) -> str:
    """Return a value in the words of the form; an absent value is an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "; ".join(printed(item) for item in value)
    if isinstance(value, Record):
        return _printed_record(value)
    return str(value)


def _printed_record(record: Record) -> str:
    name = label_of(record)
    identity = set(identity_fields(type(record)))
    rest = [
        f"{_lower(field.title or field_name)}: {printed(getattr(record, field_name))}"
        for field_name, field in type(record).model_fields.items()
        if field_name not in identity and getattr(record, field_name) != field.default
    ]
    if not name:
        return "; ".join(rest)
    return f"{name} ({'; '.join(rest)})" if rest else name


def label_of(record: Record) -> str:
    """Return the words by which people tell an item of a list from its neighbours."""
    if isinstance(record, Citation):
        return record.label
    stated = (getattr(record, name) for name in identity_fields(type(record)))
    return " – ".join(printed(value) for value in stated if value is not None)


@lru_cache(maxsize=64)
def identity_fields(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields that tell the items of a list apart, as the records declare them."""
    return tuple(
        name
        for name, field in kind.model_fields.items()
        if isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get("identity")
    )


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
