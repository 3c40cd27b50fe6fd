# A decision's number typed wrong in a procedure's document breaks two things far from the slip: the
# annex misses its document, and the document loses its day of effect. The slip is told where it
# stands, but only where something beside the likeness speaks for it: numbers run in a row.

"""Documents that name a decision by a number close to that of another, which must be meant."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.records.decision import Decision


def mistaken_numbers(catalog: Catalog) -> Mapping[tuple[str, int], Decision]:
    """Return, by code and position of a document, the decision that its number must mean.

    It differs by one sign; it names the procedure in its annex or was signed on the same day; and
    no other document of the procedure is by it.
    """
    numbers = {timed.decision.number for timed in catalog.decisions}
    naming: dict[str, list[Decision]] = defaultdict(list)
    signed: dict[date, list[Decision]] = defaultdict(list)
    for timed in catalog.decisions:
        decision = timed.decision
        for _, _, row in decision.annex.rows():
            for code in (row.identity, *row.replaces, *row.replaced_by):
                naming[code or ""].append(decision)
        if decision.signed is not None:
            signed[decision.signed].append(decision)
    found: dict[tuple[str, int], Decision] = {}
    for code, life in catalog.lives.items():
        for entry in life.entries:
            reference = entry.document.decision
            if reference is None or not reference.number or reference.number in numbers:
                continue
            taken = {id(each.decision) for each in life.entries}
            likely = [*naming[code], *(signed[reference.signed] if reference.signed else ())]
            for decision in likely:
                if id(decision) not in taken and one_sign_off(reference.number, decision.number):
                    found[code, entry.index] = decision
                    break
    return found


def one_sign_off(one: str, other: str) -> bool:
    """Tell whether two texts differ by one sign typed wrong, left out, added or swapped."""
    a, b = fold(one), fold(other)
    if len(a) > len(b):
        a, b = b, a
    start = 0
    while start < len(a) and a[start] == b[start]:
        start += 1
    rest, other_rest = a[start:], b[start:]
    if len(a) < len(b):
        return rest == other_rest[1:]
    swapped = rest[1::-1] + rest[2:]
    return rest[1:] == other_rest[1:] or swapped == other_rest
