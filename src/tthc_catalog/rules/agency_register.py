# Agencies merge and are renamed, and sources print all their names. The register holds each agency
# once with its other names; here it is asked by any of them.

"""The register of agencies, asked by the names that sources print."""

from __future__ import annotations

import heapq
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tthc_catalog.vietnamese import editorial_form, fold, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tthc_catalog.records.registers import Authority

_COMPARED = 8
"""Comparing letters is slow; only so many names that share the most words are worth it."""


class AgencyRegister:
    """The agencies that a catalogue knows."""

    def __init__(self, authorities: Mapping[str, Authority]) -> None:
        """Look at a register: id → agency."""
        self._authorities = authorities

    def named(self, printed: str) -> Authority | None:
        """Return the agency that bears a name or id."""
        return self._by_name.get(_spelt(printed))

    def likely(self, printed: str) -> str | None:
        """Return the registered name most like one that is not registered."""
        words = set(fold(printed).split())
        alike = [(len(words & theirs), name) for name, theirs in self._words if words & theirs]
        return nearest(printed, (name for _, name in heapq.nlargest(_COMPARED, alike)))

    @cached_property
    def ended(self) -> tuple[Authority, ...]:
        """Agencies that have a last day."""
        return tuple(each for each in self._authorities.values() if each.until is not None)

    @cached_property
    def _by_name(self) -> dict[str, Authority]:
        found: dict[str, Authority] = {}
        for authority in self._authorities.values():
            for name in authority.other_names:
                found.setdefault(_spelt(name), authority)
        # Whoever bears a name now goes before whoever once bore it.
        for key, authority in self._authorities.items():
            found |= dict.fromkeys((_spelt(authority.name), _spelt(key)), authority)
        return found

    @cached_property
    def _words(self) -> tuple[tuple[str, frozenset[str]], ...]:
        names = dict.fromkeys(authority.name for authority in self._authorities.values())
        return tuple((name, frozenset(fold(name).split())) for name in names)


@lru_cache(maxsize=4096)
def _spelt(name: str) -> str:
    # Case and spaces do not tell agencies apart; diacritics do.
    return editorial_form(name).lower()
