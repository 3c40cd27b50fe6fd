# Whoever holds a printed sheet or an old link asks one thing first: does this still hold, and if
# not, since when and by which decision. A day on which something was only seen is never told as a
# day on which law began or ended.

"""How a version of a procedure stands on the day, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import ALWAYS, EffectBasis
from tthc_catalog.changes import compare
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Link
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.catalog import State, Version
    from tthc_catalog.changes import Change
    from tthc_catalog.outputs.site.edition import Edition


class Standing(NamedTuple):
    """How a version stands on the day of the edition."""

    kind: str
    """`now`, `suspended`, `coming`, `past`, `same`, `corrected` or `ended`."""

    since: date | None
    """The day since which it is not in force any more, or from which it will be."""

    by: Link
    """The decision that did it."""

    change: Change | None
    """What is different now; None where nothing is, or where there is nothing to compare with."""

    now: Link
    """The version that holds now."""

    recorded: bool = False
    """Whether the day is only the one on which the later version was seen."""


def standing(edition: Edition, version: Version) -> Standing:
    """Return how a version stands: still in force, to come, replaced and by what."""
    code = version.code
    current = edition.version_now(code)
    nothing = Link("")
    if current is version:
        coming = edition.next_state(code)
        by = edition.decision_link(coming.last) if coming and coming.last else nothing
        kind = "now" if edition.states[code].status.name == "IN_FORCE" else "suspended"
        return Standing(kind, coming.since if coming else None, by, None, nothing)
    future = [span for span in version.spans if span.since > edition.today]
    if version.spans and len(future) == len(version.spans):
        last = future[0].last
        by = edition.decision_link(last) if last else nothing
        return Standing("coming", future[0].since, by, None, version_link(current))
    since, by, recorded = _ended(edition, version)
    if current is None:
        return Standing("ended", since, by, None, nothing, recorded)
    change = difference(version, current, edition)
    if change is None or not change.content:
        return Standing("same", since, by, change, version_link(current), recorded)
    kind = "past" if version.spans else "corrected"
    return Standing(kind, since, by, change, version_link(current), recorded)


def _ended(edition: Edition, version: Version) -> tuple[date | None, Link, bool]:
    if version.withdrawn is not None:
        return version.withdrawn.known, edition.decision_link(version.withdrawn), False
    past = [span for span in version.spans if span.since <= edition.today]
    states = edition.catalog.lives[version.code].states
    after = next((s for s in states if past and s.since > past[-1].since), None)
    if after is None:
        return None, Link(""), False
    by = edition.decision_link(after.last) if after.last else Link("")
    return after.since, by, is_recorded(after)


def is_recorded(state: State) -> bool:
    """Tell whether the first day of a state is only the one on which it was seen."""
    return state.last is not None and state.last.basis is EffectBasis.RECORDED


def difference(before: Version, after: Version, edition: Edition) -> Change | None:
    """Return what differs between two versions of one procedure."""
    found = compare(
        {before.code: before.state},
        {after.code: after.state},
        infer=False,
        calendar=edition.catalog.calendar,
    )
    return found[0] if found else None


def version_link(version: Version | None) -> Link:
    """Return a version's name and its lasting page; nothing where there is no version."""
    if version is None:
        return Link("")
    return Link(version_name(version.state), addresses.version_address(version.code, version.short))


def version_name(state: State) -> str:
    """Return what a version is called: by the day on which it began, as far as that is known."""
    if state.since == ALWAYS:
        return "Bản chưa rõ ngày bắt đầu"
    return f"Bản {'ghi nhận' if is_recorded(state) else 'từ'} ngày {say_date(state.since)}"
