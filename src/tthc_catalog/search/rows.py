# What the search needs to know of a procedure, and nothing else, so that it can be tried without a
# catalogue.

"""One procedure as the search sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SUSPENDED: Final = "tạm ngưng"
"""The status of what can be found as before, but not be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRow:
    """What can be found of one procedure."""

    code: str
    """National code or local identity."""

    name: str
    """Official name."""

    field: str = ""
    """Name of the field (lĩnh vực)."""

    agencies: tuple[str, ...] = ()
    """Names of the agencies that carry it out."""

    levels: tuple[str, ...] = ()
    """Levels of government, as the records print them: bộ, tỉnh, xã."""

    channels: tuple[str, ...] = ()
    """Ways of filing: trực tiếp, trực tuyến, bưu chính."""

    subjects: tuple[str, ...] = ()
    """Who applies, in the printed words."""

    decisions: tuple[str, ...] = ()
    """Numbers of the decisions that publish or change it."""

    status: str = ""
    """Empty while in force; otherwise a word for the reader, such as `bãi bỏ` or `SUSPENDED`."""

    successors: tuple[str, ...] = ()
    """Codes that take its place."""

    common: int = 0
    """0 to 3: how often people ask for it, if the catalogue knows."""
