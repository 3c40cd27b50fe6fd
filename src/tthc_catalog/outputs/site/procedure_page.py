# The page of one procedure in the order in which a citizen needs it. The template lays out; this
# module gathers what the template cannot know from the record alone.

"""The page of a procedure, also of one that is no longer in force."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_catalog.catalog import EffectBasis, Status
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Link, Page
from tthc_catalog.outputs.site.terms import ALIASES, TERMS
from tthc_catalog.records.vocabulary import ChannelKind
from tthc_catalog.vietnamese import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tthc_catalog.catalog import State
    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.timeline import Moment
    from tthc_catalog.records.parts import Channel
    from tthc_catalog.records.procedure import Procedure

_DESCRIPTION = 155


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the few things that people come for, with its different answers."""

    label: str
    answers: tuple[tuple[str, str], ...]
    """`(what, for which channels)`; the second is empty where all say the same."""


def procedure_page(edition: Edition, code: str, moments: list[Moment]) -> Page:
    """Return the page of a procedure as it stands on the edition's day."""
    state = edition.states[code]
    procedure = state.procedure
    coming = edition.next_state(code)
    groups = _by_kind(procedure.channels)
    return Page(
        address=addresses.procedure_address(code),
        title=procedure.name,
        description=_description(procedure, groups),
        template="procedure.html",
        section=addresses.FIELDS,
        says={
            "state": state,
            "p": procedure,
            "ids": ALIASES,
            "silent": frozenset(n for n, alias in ALIASES.items() if alias in procedure.unknown),
            "groups": groups,
            "facts": list(_facts(procedure)),
            "field": edition.field_link(procedure.field),
            "levels": [edition.level_link(level) for level in procedure.levels],
            "agencies": _agencies(edition, procedure),
            "grounds": [
                (c, edition.catalog.legal_documents.get(c.number or ""))
                for c in procedure.legal_basis
            ],
            "successors": [edition.procedure_link(other) for other in state.successors],
            "related": [edition.procedure_link(other) for other in procedure.related],
            "last": edition.decision_link(state.last) if state.last else Link(""),
            "since": state.since if _known(state) else None,
            "recorded": state.since
            if state.last and state.last.basis is EffectBasis.RECORDED
            else None,
            "coming": coming,
            "coming_by": edition.decision_link(coming.last) if coming and coming.last else None,
            "coming_to": [edition.procedure_link(other) for other in coming.successors]
            if coming
            else [],
            "moments": moments,
            "Status": Status,
        },
    )


def _known(state: State) -> bool:
    """Whether somebody states since when the procedure reads so."""
    return state.last is not None and state.last.basis in {EffectBasis.STATED, EffectBasis.SIGNED}


def _by_kind(channels: Iterable[Channel]) -> list[tuple[ChannelKind, list[Channel]]]:
    groups: dict[ChannelKind, list[Channel]] = defaultdict(list)
    for channel in channels:
        groups[channel.kind].append(channel)
    order = (ChannelKind.ONLINE, ChannelKind.DIRECT, ChannelKind.POSTAL)
    return [(kind, groups[kind]) for kind in order if kind in groups]


def time_said(channel: Channel, procedure: Procedure) -> str:
    """Return a channel's time limit in words; empty where the source states none."""
    limit = channel.time_limit or procedure.time_limit
    return str(limit) if limit is not None else channel.printed_time_limit or ""


def fee_said(channel: Channel, procedure: Procedure) -> str:
    """Return a channel's charges in words; empty where the source states none."""
    fees = channel.fees or procedure.fees
    return "; ".join([*map(str, fees), *channel.printed_fees])


def _facts(procedure: Procedure) -> Iterable[Fact]:
    channels = procedure.channels
    terms = TERMS["Parts"]
    times = _answers((time_said(channel, procedure), channel) for channel in channels)
    if not channels and procedure.time_limit is not None:
        times = ((str(procedure.time_limit), ""),)
    yield Fact(terms["time_limit"], times)
    fees = _answers((fee_said(channel, procedure), channel) for channel in channels)
    yield Fact(terms["fees"], fees)
    yield Fact(terms["results"], tuple((result.name, "") for result in procedure.results))


def _answers(said: Iterable[tuple[str, Channel]]) -> tuple[tuple[str, str], ...]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for words, channel in said:
        if words:
            found[words][channel.kind.value] = None
    if len(found) == 1:
        return ((next(iter(found)), ""),)
    return tuple((words, ", ".join(kinds)) for words, kinds in found.items())


def _agencies(edition: Edition, procedure: Procedure) -> list[tuple[str, list[Link]]]:
    agencies = procedure.agencies
    named = (
        (
            TERMS["Agencies"][name],
            [edition.agency_link(printed) for printed in getattr(agencies, name)],
        )
        for name in ("executing", "deciding", "delegated", "coordinating")
    )
    return [(term, links) for term, links in named if links]


def _description(procedure: Procedure, groups: list[tuple[ChannelKind, list[Channel]]]) -> str:
    """Return one or two sentences for search engines: who, how long, how."""
    said = [f"Mã {procedure.code}."]
    times = dict.fromkeys(t for c in procedure.channels if (t := time_said(c, procedure)))
    if times:
        said.append(f"{TERMS['Parts']['time_limit']}: {' hoặc '.join(list(times)[:2])}.")
    if groups:
        said.append(f"Nộp {', '.join(kind.value for kind, _ in groups)}.")
    if procedure.subjects:
        said.append(f"{TERMS['Parts']['subjects']}: {', '.join(map(str, procedure.subjects))}.")
    text = squeeze(" ".join(said))
    return text if len(text) <= _DESCRIPTION else f"{text[:_DESCRIPTION].rsplit(' ', 1)[0]}…"
