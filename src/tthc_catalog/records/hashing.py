# What a document says, as one number. Comments, the order of keys, quotes, line breaks at the end
# of a text and the Unicode form say nothing, so formatting a file never changes the number;
# everything else does. It rests on the plain data, not on the records, so that no later release
# reads another meaning into a document that was published years before.

"""The canonical hash of a published document."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from tthc_catalog.files.compact_json import compact
from tthc_catalog.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Mapping


def document_hash(data: object) -> str:
    """Return the SHA-256 of a document's canonical form, in 64 hex digits.

    Args:
        data: plain data as `files` reads it: groups, lists and texts.
    """
    return hashlib.sha256(canonical(data)).hexdigest()


def canonical(data: object) -> bytes:
    """Return the one spelling of plain data: JSON without spaces, keys sorted, texts in NFC."""
    text = compact(data, keys_sorted=True)
    return text if _settled(text) else compact(_plain(data), keys_sorted=True)


def _settled(text: bytes) -> bool:
    """Return whether data that was spelled as it is written surely has its canonical spelling."""
    # No space at an end, and no end of a line but a spelled one.
    if b'" ' in text or b' "' in text or not _lettered(text):
        return False
    lines = text.split(b"\\n")
    ends = len(lines) - 1
    if (signs := text.count(b"\\")) > ends and signs > ends + text.count(b'\\"'):
        return False  # another sign that JSON spells
    return all(line[-1:] not in _EDGES for line in lines[:-1]) and all(
        line[:1] != b'"' for line in lines[1:]
    )


_EDGES = frozenset({b" ", b'"'})
"""What does not stand before the end of a line: a space, or the beginning of the text."""


def _lettered(text: bytes) -> bool:
    """Return whether all that is not ASCII can be printed and is in NFC.

    The other letters are looked at alone. Letters that NFC would join stay side by side in this;
    only the marks that join a letter of ASCII, all of U+0300 to U+037F, would go unseen.
    """
    rest = text.translate(None, _ASCII)
    if b"\xcc" in rest or b"\xcd" in rest:
        return False
    letters = rest.decode()
    return letters.isprintable() and is_normalized("NFC", letters)


_ASCII = bytes(range(0x7F))


_NOT_ON_THE_PAPER = {"hieu_la", "nguon", "thu_tu"}


def decision_hash(data: object) -> str:
    """Return the hash of what a decision's paper says, without what the catalogue adds to it.

    Which procedure a row without a code is understood to mean (`hieu_la`), where the copy comes
    from (`nguon`) and the order among decisions of one day (`thu_tu`) may be found out later.
    """
    return document_hash(_as_printed(data))


def finished(data: Mapping[str, object]) -> bool:
    """Whether a decision's record is complete: its day is known and all rows are copied."""
    annex = data.get("phu_luc")
    return "ngay" in data and not (isinstance(annex, dict) and annex.get("du_dong") == "không")


def identity_of(data: Mapping[str, object]) -> str | None:
    """Return what a first document or a decision is known by for ever; None if it says nothing.

    A procedure is its code or local identity; a decision its number, day of signing and agency.
    """
    for key in ("ma", "ma_noi_bo"):
        if isinstance(code := data.get(key), str):
            return nfc(code).strip()
    number = data.get("so")
    if not isinstance(number, str):
        return None
    rest = (data.get("ngay"), data.get("co_quan"))
    return " | ".join(nfc(each).strip() for each in (number, *rest) if isinstance(each, str))


def _as_printed(data: object) -> object:
    if isinstance(data, dict):
        return {k: _as_printed(v) for k, v in data.items() if k not in _NOT_ON_THE_PAPER}
    return [_as_printed(item) for item in data] if isinstance(data, list) else data


def _plain(data: object) -> object:
    if isinstance(data, dict):
        return {nfc(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    text = nfc(str(data)).strip()
    # What can be printed has no end of a line in it.
    if text.isprintable():
        return text
    return "\n".join(line.rstrip() for line in text.splitlines())
