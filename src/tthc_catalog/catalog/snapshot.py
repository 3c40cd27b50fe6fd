# What a day looks like: every procedure with its state, and the lists people ask for.

"""The catalogue on one day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from tthc_catalog.catalog.state import State
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.working_calendar import WorkingCalendar


class Snapshot(Mapping[str, State]):
    """The catalogue on one day: a mapping from code to state."""

    def __init__(
        self,
        day: date,
        states: Mapping[str, State],
        known: date | None = None,
        calendar: WorkingCalendar | None = None,
    ) -> None:
        """Hold the states of one day, and the catalogue's working days."""
        self.day = day
        self.known = known
        self.calendar = calendar
        self._states = states

    def __getitem__(self, code: str) -> State:
        """Return the state of a code."""
        return self._states[code]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the codes."""
        return iter(self._states)

    def __len__(self) -> int:
        """Count the codes, whatever their status."""
        return len(self._states)

    @cached_property
    def in_force(self) -> dict[str, Procedure]:
        """Content of every procedure in force (or suspended), by code."""
        return {code: state.procedure for code, state in self._states.items() if state.in_force}

    def where(
        self, *, field: str | None = None, level: str | None = None, agency: str | None = None
    ) -> dict[str, Procedure]:
        """Return the procedures in force of a field, a level, an agency, or all three at once."""
        wanted = fold(agency) if agency else None
        return {
            code: procedure
            for code, procedure in self.in_force.items()
            if (field is None or procedure.field == field)
            and (level is None or level in procedure.levels)
            and (wanted is None or any(fold(name) == wanted for name in procedure.agencies.all()))
        }
