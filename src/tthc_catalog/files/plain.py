# Files, ground of the stage: what a YAML text is once its spelling is gone.
#
# Every scalar stays the text that was written. YAML's own guesses (1.010000 is the number 1.01, no
# is false) have damaged one procedure code in ten elsewhere, so nobody here lets YAML guess; but
# other programs will, and `special` knows what they would make of a text without quotes.

"""Plain data: mappings, lists and texts, and what other programs would read in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tthc_catalog.finding import Route

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""What reading gives: a text, a list or a mapping of these, to any depth."""

Document: TypeAlias = "dict[str, Plain]"
"""One YAML document: always a mapping."""

Order: TypeAlias = "Callable[[Route], Sequence[str] | None]"
"""Asked with the route of a mapping, gives its keys in the order in which they are written."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""The spellings of nothing."""

# The union of what YAML 1.1 and 1.2 programs take for a number, without plain whole numbers, which
# print back as they were written.
NUMBER = re.compile(
    r"""[-+]?(?:
      0[0-9_]+ | 0b[01_]+ | 0o[0-7_]+ | 0x[0-9a-fA-F_]+
    | [0-9][0-9_]*_[0-9_]*
    | [0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?
    | \.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?
    | [0-9][0-9_]*[eE][-+]?[0-9]+
    | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
    | \.(?:inf|Inf|INF)
    )|\.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)

_LEADS = frozenset("0123456789+-.~nN")


def special(text: str) -> bool:
    """Return whether a text without quotes would not stay itself in other programs.

    Nothing, numbers that print back otherwise, and a dash glued to a word, which is nearly always
    a list item that lacks its space.
    """
    if not text:
        return True
    if text[0] not in _LEADS:
        return False
    return (
        (text[0] == "-" and not text[1:].isdecimal())
        or text in NULLS
        or bool(NUMBER.fullmatch(text))
    )


def misread(text: str) -> str:
    """Return what a program that takes the text for a number would print back."""
    bare = text.replace("_", "")
    sign, digits = (bare[0], bare[1:]) if bare[:1] in {"-", "+"} else ("", bare)
    sign = "-" if sign == "-" else ""
    lower = digits.lower()
    if ":" in digits:
        whole, _, _ = digits.partition(".")
        total = 0
        for part in whole.split(":"):
            total = total * 60 + int(part)
        return f"{sign}{total}"
    if lower[:2] in {"0x", "0b", "0o"} and lower[2:]:
        return f"{sign}{int(lower, 0)}"
    if digits.isdecimal():
        octal = digits.startswith("0") and not set(digits) - set("01234567")
        return f"{sign}{int(digits, 8 if octal else 10)}"
    if lower in {".inf", ".nan"}:
        return f"{sign}{lower[1:]}"
    try:
        return repr(float(sign + digits))
    except ValueError:
        return bare
