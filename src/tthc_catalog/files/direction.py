# Files: characters that turn the direction of writing.
#
# Vietnamese never needs them, and with them a line reads otherwise than it is written: a reviewer
# of a pull request sees one text and the catalogue holds another, in comments too. The marks that
# only hint at a direction (U+200E) come along with text pasted from web pages and turn nothing.

"""What is wrong with a text that does not read in the order in which it is written."""

from __future__ import annotations

import re

from tthc_catalog.finding import FindingKind, Severity

DIRECTION_CHARACTER = FindingKind(
    "direction-character",
    Severity.ERROR,
    "Ký tự không nhìn thấy {character} đảo chiều chữ, nên dòng này hiện ra khác với điều nó ghi.",
    "Xóa ký tự đó; nếu không thấy thì gõ lại cả dòng.",
)

TURNS = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates, as a regular expression writes a set of characters."""

DIRECTION = re.compile(f"[{TURNS}]")

_BYTES = re.compile(rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])")


def turns(data: bytes) -> bool:
    """Return whether bytes may hold such a character; fast."""
    return (b"\xe2\x80" in data or b"\xe2\x81" in data) and _BYTES.search(data) is not None
