# What differs between two states of one procedure, part by part.
#
# The cost stands in the order of the questions: parts that are equal are left at once (2 µs a
# record); parts whose content is equal differ only in writing; the items of what is left are worked
# out when somebody asks for them. To say of 180,000 changes which kind they are, nobody needs them.

"""The difference of two states of a procedure, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tthc_catalog.changes.items import ItemChange, Op, items_of
from tthc_catalog.changes.words import content
from tthc_catalog.records.procedure import Parts, Procedure, part_names
from tthc_catalog.records.record import alias_of, title_of

__all__ = ["Difference", "ItemChange", "Op", "PartChange", "difference"]

# What every procedure has by its nature: to leave it out is not to say that there is none.
_NEVER_NONE = frozenset({"publisher", "law_type", "online_level"})

# What a procedure states once for all channels or on each of them; decisions move it.
_OF_CHANNELS = frozenset({"time_limit", "legal_time_limit", "fees"})

BY_CHANNEL = "nêu theo từng cách thực hiện"
"""What stands in the place of a value that moved to the channels."""


@dataclass(frozen=True)
class PartChange:
    """One part of a procedure that does not read as before."""

    part: str
    """Python name of the part."""

    before: Any
    after: Any
    revealed: bool = False
    """Whether one of the sources did not state the part, so that nothing is known to differ."""

    by_channel: bool = False
    """Whether the side that has nothing here states it for each channel, or some of them."""

    @property
    def alias(self) -> str:
        """Its YAML key."""
        return alias_of(Parts, self.part)

    @property
    def title(self) -> str:
        """Its official term."""
        return title_of(Parts, self.part)

    @cached_property
    def editorial(self) -> bool:
        """Whether only the writing differs and not what it says."""
        return content(self.before) == content(self.after)

    @cached_property
    def items(self) -> tuple[ItemChange, ...]:
        """What differs inside, in the order of the new text."""
        return tuple(items_of(self.part, self.before, self.after))


@dataclass(frozen=True)
class Difference:
    """Everything that differs between two states of a procedure."""

    parts: tuple[PartChange, ...]
    code: str
    """The code after; another one than before only where two procedures were paired."""

    unknown: tuple[str, ...] = ()
    """The parts that the source after does not state."""

    @property
    def content(self) -> tuple[PartChange, ...]:
        """The parts that say something else than before."""
        return tuple(part for part in self.parts if not part.editorial and not part.revealed)

    def apply(self, before: Procedure) -> Procedure:
        """Return the state after, made from the state before."""
        values = dict(before.__dict__)
        values.update({part.part: part.after for part in self.parts})
        values.update(code=self.code, unknown=self.unknown)
        return Procedure.model_construct(_fields_set=set(values), **values)


def difference(before: Procedure, after: Procedure) -> Difference:
    """Compare two states of a procedure part by part."""
    parts: list[PartChange] = []
    if before is not after:
        old, new = before.__dict__, after.__dict__
        silent = {*before.unknown} ^ {*after.unknown}
        for name in part_names():
            was, now = old[name], new[name]
            if was is now or was == now:
                continue
            unstated = name in _NEVER_NONE and (was is None or now is None)
            unstated = unstated or alias_of(Parts, name) in silent
            spread = name in _OF_CHANNELS and _by_channel(name, before, after)
            parts.append(PartChange(name, was, now, revealed=unstated, by_channel=spread))
    return Difference(tuple(parts), after.code, after.unknown)


def _by_channel(name: str, before: Procedure, after: Procedure) -> bool:
    """Tell whether the side that lacks a value has it on its channels."""
    return any(
        not getattr(side, name) and any(getattr(channel, name) for channel in side.channels)
        for side in (before, after)
    )
