# Official names run to four hundred letters: a list of everything the procedure covers, often in
# brackets. On a phone that fills the screen before anything is said. A page leads with the words
# that tell procedures apart, marks what it left out with "…", and prints the whole name below.

"""The readable lead of a long official name."""

from __future__ import annotations

import re
from functools import cache

_WHOLE, _LONG = 140, 110
"""Names up to the first length are read as they are, five lines on a phone; else the second."""

_ASIDE = 36
"""Brackets up to this length tell procedures apart: "(thực hiện tại cấp tỉnh)"."""

_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_BREAKS = (re.compile(r";\s"), re.compile(r",\s"), re.compile(r"\s"))
_LEAST = 45
"""A lead shorter than this says too little."""

_DANGLING = re.compile(r"[\s,;:/–-]+$")


@cache
def short_name(name: str) -> str:
    """Return the lead of a name; the name itself where it is short enough.

    Long brackets are left out first, then what follows the last semicolon, comma or space that
    fits. "…" stands wherever words are missing, so that a lead never passes for the whole name.
    """
    if len(name) <= _WHOLE:
        return name
    lead = _BRACKETS.sub(_aside, name)
    if len(lead) <= _LONG:
        return lead
    for mark in _BREAKS:
        ends = [found.start() for found in mark.finditer(lead, _LEAST, _LONG)]
        if ends:
            return f"{_DANGLING.sub('', lead[: ends[-1]]).removesuffix(' (…)')}…"
    return f"{lead[: _LONG - 1]}…"


def _aside(found: re.Match[str]) -> str:
    return found.group() if len(found[1]) <= _ASIDE else " (…)"
