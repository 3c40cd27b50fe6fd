# Stage 3: all records as a function of a day. Documents are placed on two clocks (from when the law
# applies, since when it is published) and folded into states; nothing is judged here.

"""All records: the catalogue on any day."""

from __future__ import annotations

from tthc_catalog.catalog.catalog import Catalog
from tthc_catalog.catalog.life import Life
from tthc_catalog.catalog.reading import KINDS
from tthc_catalog.catalog.snapshot import Snapshot
from tthc_catalog.catalog.state import (
    ALWAYS,
    EffectBasis,
    Entry,
    State,
    Status,
    Timed,
    Transitional,
    Turn,
)
from tthc_catalog.catalog.versions import Version, hashes_in, versions_of

__all__ = [
    "ALWAYS",
    "KINDS",
    "Catalog",
    "EffectBasis",
    "Entry",
    "Life",
    "Snapshot",
    "State",
    "Status",
    "Timed",
    "Transitional",
    "Turn",
    "Version",
    "hashes_in",
    "versions_of",
]
