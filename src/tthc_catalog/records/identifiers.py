# Identifiers that know their own form: the national code of a procedure and the number of a
# document. Forms are opaque otherwise; no meaning is read into digits.

"""Procedure codes and document numbers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from tthc_catalog.vietnamese import squeeze

CODE_PATTERN = r"[1-9]\.\d{6}(?:\.[A-Za-z0-9]{1,8}(?:\.[A-Za-z0-9]{1,8}){0,5})?"
LOCAL_PATTERN = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+"
_CODE = re.compile(CODE_PATTERN, re.ASCII)
_LOCAL = re.compile(LOCAL_PATTERN, re.ASCII)
_DAMAGED = re.compile(r"([1-9])\.(\d{2,5})", re.ASCII)
_UNDOTTED = re.compile(r"([1-9])(\d{6})", re.ASCII)

# 1077/QĐ-BXD · 44/2026/QĐ-UBND · 66.18/2026/NQ-CP · 105a/QĐ-NHNN · 18/2017/QH14 · 1523/QĐ-BCA-C06
# A symbol typed without its stroke is another symbol: 1077/QD-BXD is no number.
_STROKES = {
    "QD": "QĐ", "ND": "NĐ", "HDND": "HĐND", "HDBT": "HĐBT", "LDTBXH": "LĐTBXH",
    "BLDTBXH": "BLĐTBXH", "BGDDT": "BGDĐT",
}  # fmt: skip
_BARE = rf"([/-])({'|'.join(_STROKES)})(?=[/-]|$)"
_NUMBER = re.compile(
    rf"(?!.*[/-](?:{'|'.join(_STROKES)})(?:[/-]|$))"
    r"\d+(?:\.\d+)?[a-z]?/(?:\d{4}/)?[A-ZĐ][A-Za-zĐƯđ0-9]*(?:[-/][A-ZĐƯ][A-Za-zĐƯđ0-9]*)*"
)
_LEAD = re.compile(
    r"^(?:(?:quyết định|nghị định|nghị quyết|thông tư liên tịch|thông tư|luật|bộ luật|pháp lệnh"
    r"|công văn)\s+)?(?:số\s*:?\s*)?",
    re.IGNORECASE,
)


def is_code(text: str) -> bool:
    """Whether the text is a national code `d.dddddd`, with or without a local part."""
    return _CODE.fullmatch(text) is not None


def suggest_code(text: str) -> str | None:
    """Return the code that was probably meant, for the words of a finding only; never to repair."""
    tidy = squeeze(text).strip("'\" .,;")
    if is_code(tidy):
        return tidy
    if damaged := _DAMAGED.fullmatch(tidy):
        return f"{damaged[1]}.{damaged[2]:0<6}"
    if undotted := _UNDOTTED.fullmatch(tidy):
        return f"{undotted[1]}.{undotted[2]}"
    joined = tidy.replace(" ", "").replace(",", ".")
    return joined if is_code(joined) else None


def _check_code(text: str) -> str:
    if not is_code(text):
        raise PydanticCustomError(
            "code", "not a code", {"value": text, "suggestion": suggest_code(text) or ""}
        )
    return text


ProcedureCode = Annotated[
    str,
    AfterValidator(_check_code),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{CODE_PATTERN}$",
            "patternErrorMessage": 'Mã thủ tục có dạng "1.001193" và luôn đặt trong dấu nháy',
        }
    ),
]
"""National code `d.dddddd`, optionally with a local part; a text, never a number."""


def _check_local(text: str) -> str:
    if not _LOCAL.fullmatch(text):
        raise PydanticCustomError("local_id", "not a local id", {"value": text})
    return text


LocalId = Annotated[
    str,
    AfterValidator(_check_local),
    WithJsonSchema({"type": "string", "pattern": f"^{LOCAL_PATTERN}$"}),
]
"""Identity of a procedure that has no national code: lower-case words joined by hyphens."""


def _check_identity(text: str) -> str:
    if not is_code(text) and not _LOCAL.fullmatch(text):
        raise PydanticCustomError(
            "code", "not a code", {"value": text, "suggestion": suggest_code(text) or ""}
        )
    return text


Identity = Annotated[
    str,
    AfterValidator(_check_identity),
    WithJsonSchema({"type": "string", "pattern": f"^(?:{CODE_PATTERN}|{LOCAL_PATTERN})$"}),
]
"""A national code or a local identity: whatever names one procedure for ever."""


def root_of(code: str) -> str:
    """Return the national code without its local part; a local identity is its own root."""
    return code[:8] if is_code(code) else code


def is_number(text: str) -> bool:
    """Whether the text is a document number and nothing else."""
    return _NUMBER.fullmatch(text) is not None


@lru_cache(maxsize=16384)
def find_number(printed: str) -> str | None:
    """Return the document number that a printed form holds if only well-known words precede it.

    `Quyết định số 6225/QĐ-BQP` holds `6225/QĐ-BQP`; `Demo/QĐ-BCA` or `12` hold none.
    """
    text = _LEAD.sub("", squeeze(printed), count=1)
    text = re.sub(r"\s*/\s*", "/", text)
    return text if is_number(text) else None


def suggest_number(text: str) -> str | None:
    """Return the number that was probably meant, for the words of a finding only."""
    # Eth looks like the Vietnamese letter and is another one.
    stroked = text.replace("Ð", "Đ").replace("ð", "đ")
    for spelled in (squeeze(stroked), squeeze(stroked).upper()):
        meant = find_number(re.sub(_BARE, lambda found: found[1] + _STROKES[found[2]], spelled))
        if meant:
            return meant
    return None


@lru_cache(maxsize=16384)
def _tidy_number(text: str) -> str | None:
    # Thousands of procedures cite the same few texts.
    tidy = squeeze(text)
    return tidy if is_number(tidy) else None


def _check_number(text: str) -> str:
    tidy = _tidy_number(text)
    if tidy is None:
        raise PydanticCustomError(
            "number", "not a number", {"value": text, "suggestion": suggest_number(text) or ""}
        )
    return tidy


DocumentNumber = Annotated[
    str,
    AfterValidator(_check_number),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{_NUMBER.pattern}$",
            "patternErrorMessage": "Số, ký hiệu văn bản có dạng 1077/QĐ-BXD hoặc 66.18/2026/NQ-CP",
        }
    ),
]
"""Number and symbol of a legal document, as `1077/QĐ-BXD`.

Numbers restart every year, so a number is no key alone.
"""
