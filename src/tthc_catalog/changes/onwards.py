# Two versions of one catalogue, such as a branch and what it would be merged into. What a reviewer
# must see is not only what differs today: most decisions are signed before they take effect. So
# today is compared, and what comes later is told document by document, each on its own day.

"""Compare two versions of a catalogue today and on every later day of effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.change import Changes
from tthc_catalog.changes.comparison import changes_in, compare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.changes.change import Change


def compare_onwards(old: Catalog, new: Catalog, today: date) -> Changes:
    """Return what differs between two versions of a catalogue from a day on.

    Args:
        old: the version before.
        new: the version after.
        today: the day from which it is asked; what only one of them had in force before that day
            is not told.

    Returns:
        The changes of today, and one for each later day of effect that only one version knows.
    """
    return Changes.of([*compare(old.on(today), new.on(today)), *_later(old, new, today)])


def _later(old: Catalog, new: Catalog, today: date) -> Iterator[Change]:
    gone: dict[date, set[str]] = {}
    for code in {**old.lives, **new.lives}:
        before = old.lives[code].entries if code in old.lives else ()
        after = new.lives[code].entries if code in new.lives else ()
        if before == after:
            continue
        if any(entry.starts > today and entry not in before for entry in after):
            for change in changes_in(new.lives[code], new):
                comes = change.day is not None and change.day > today
                if comes and not any(entry in before for entry in change.entries):
                    yield change
        for entry in before:
            if entry.starts > today and entry not in after:
                gone.setdefault(entry.starts, set()).add(code)
    for day, codes in sorted(gone.items()):
        # A document that was announced and is taken back: its day must still be held up to both.
        then = compare(old.on(day), new.on(day), infer=False)
        yield from (change for change in then if change.code in codes and change.day is None)
