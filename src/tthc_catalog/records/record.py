# Every fact of law is a frozen record that refuses what it does not know. This module holds what
# all of them share: the base class, the way a part of the decree's form is declared (three names of
# one thing side by side), and the small values that several records use.

"""The base of all records and the small typed values they share."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Final, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from tthc_catalog.vietnamese import nfc

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Words as printed: outer white space does not count, an empty text is an error."""

_LONGEST_ADDRESS = 200
_WEB_ADDRESS = r"^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?(/[A-Za-z0-9._~%+,@-]*)*$"
WebAddress = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=_LONGEST_ADDRESS, pattern=_WEB_ADDRESS),
]
"""Where pages stand: `https://tthc.example.vn/`. It goes into links, so nothing else passes."""


def is_web_address(text: str) -> bool:
    """Return whether a text can be the address of a site."""
    return len(text) <= _LONGEST_ADDRESS and re.fullmatch(_WEB_ADDRESS, text) is not None


class Record(BaseModel):
    """A frozen fact: nothing extra is allowed, and a record that exists is a record that is right.

    Python code uses the English names, YAML the Vietnamese keys (`alias`), people the official
    terms (`title`).
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        regex_engine="python-re",
    )

    shorthand: ClassVar[str | None] = None
    """The key whose value alone may stand for the whole record, where a field says `shortened`."""


def key(  # noqa: PLR0913 - one argument for each thing that a declaration may say
    alias: str,
    title: str,
    *,
    default: Any = ...,  # noqa: ANN401 - of whatever type the field is
    law: str = "",
    help: str = "",  # noqa: A002 - the officer's word for it; the builtin is not needed here
    compulsory: bool = False,
    identity: bool = False,
) -> Any:  # noqa: ANN401 - stands for a value of the field's own type, as pydantic's Field does
    """Declare one key of a record: YAML key, official term, article, and the hint editors show.

    Args:
        alias: the key in YAML, Vietnamese without diacritics.
        title: the official term, as labels print it.
        default: the value when the key is absent; required when not given.
        law: the article that asks for it.
        help: one Vietnamese sentence for editors.
        compulsory: whether the first document of a procedure must state it.
        identity: whether this key tells the items of a list apart when lists are compared.
    """
    extra: dict[str, Any] = {}
    if law:
        extra["law"] = law
    if compulsory:
        extra["compulsory"] = True
    if identity:
        extra["identity"] = True
    description = " ".join(text for text in (help, f"({law})" if law else "") if text) or None
    return Field(
        default, alias=alias, title=title, description=description, json_schema_extra=extra or None
    )


def title_of(record: type[Record], name: str) -> str:
    """Return the official term of a field, by its Python name."""
    return record.model_fields[name].title or name


def alias_of(record: type[Record], name: str) -> str:
    """Return the YAML key of a field, by its Python name."""
    return record.model_fields[name].alias or name


# --- days ---------------------------------------------------------------------------------------

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_PRINTED = re.compile(
    r"(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(\d{4})",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})")
# 9999-12-31 is how other programs write "for ever", 0001-01-01 how they write nothing.
_YEARS = range(1800, 3000)


def parse_day(value: object) -> date:
    """Read a day written `2026-07-01`; nothing is guessed from other spellings."""
    if type(value) is date:
        return value
    if isinstance(value, str):
        text = value.strip()
        try:
            if _ISO.fullmatch(text):
                day = date.fromisoformat(text)
                if day.year in _YEARS:
                    return day
                raise PydanticCustomError("day_of_no_law", "no day of law", {"value": text})
        except ValueError as error:
            if isinstance(error, PydanticCustomError):
                raise
        meant = _day_meant(text)
        raise PydanticCustomError("day", "not a day", {"value": text, "suggestion": meant})
    raise PydanticCustomError("day", "not a day", {"value": str(value), "suggestion": ""})


def looks_like_day(value: object) -> bool:
    """Return whether a text is written as people write days, though no calendar may have it."""
    return isinstance(value, str) and _numbers_of_day(value.strip()) is not None


def _day_meant(text: str) -> str:
    """Return in our spelling a day that is written as people write days; else nothing."""
    numbers = _numbers_of_day(text)
    try:
        return date(*numbers).isoformat() if numbers else ""
    except ValueError:
        return ""


def _numbers_of_day(text: str) -> tuple[int, int, int] | None:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif found := _PRINTED.fullmatch(nfc(text)):
        day, month, year = found.groups()
    else:
        return None
    return int(year), int(month), int(day)


Day = Annotated[
    date,
    PlainValidator(parse_day),
    PlainSerializer(lambda day: day.isoformat(), return_type=str),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
"""A calendar day, written `2026-07-01`."""


# --- yes or no, counts --------------------------------------------------------------------------

_YES_NO: Final = {"có": True, "không": False}


def _parse_yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in _YES_NO:
        return _YES_NO[value.strip().lower()]
    raise PydanticCustomError("yes_no", "neither có nor không", {"value": str(value)})


YesNo = Annotated[
    bool,
    PlainValidator(_parse_yes_no),
    PlainSerializer(lambda value: "có" if value else "không", return_type=str),
    WithJsonSchema({"type": "string", "enum": ["có", "không"]}),
]
"""`có` or `không`."""


_LONGEST_COUNT = 6
"""Digits of the largest count; what is longer is a mistake."""


def _parse_count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if (
        isinstance(value, str)
        and value.isascii()
        and value.isdigit()
        and len(value) <= _LONGEST_COUNT
    ):
        return int(value)
    raise PydanticCustomError("count", "not a whole number", {"value": str(value)})


Count = Annotated[
    int,
    PlainValidator(_parse_count),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,6}$"}),
]
"""A whole number, not negative."""


def shortened(record: type[Record]) -> BeforeValidator:
    """Let a bare text stand for a record by its `shorthand`."""
    name = record.shorthand

    def expand(value: object) -> object:
        return {name: value} if isinstance(value, str) else value

    return BeforeValidator(expand)


def listed(record: type[Record] | None = None) -> BeforeValidator:
    """Let a bare text stand for a list of one; and each text for a record by its `shorthand`."""
    name = record and record.shorthand

    def expand(value: object) -> object:
        if isinstance(value, str):
            value = [value]
        if name is not None and isinstance(value, list | tuple):
            return [{name: item} if isinstance(item, str) else item for item in value]
        return value

    return BeforeValidator(expand)


def record_in(annotation: object) -> type[BaseModel] | None:
    """Return the record class that stands in an annotation, inside lists and choices too."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        if (found := record_in(inner)) is not None:
            return found
    return None
