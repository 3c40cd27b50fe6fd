# The page of one procedure in the order in which a citizen needs it. The template lays out; this
# module gathers what the template cannot know from the record alone.

"""The page of a procedure, also of one that is no longer in force."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import EffectBasis, Status
from tthc_catalog.changes import ChangeKind
from tthc_catalog.changes.difference import BY_CHANNEL
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.channel_marks import marks
from tthc_catalog.outputs.site.channel_notes import Says, otherwise
from tthc_catalog.outputs.site.cited_texts import fate_words
from tthc_catalog.outputs.site.dossier_folding import folded
from tthc_catalog.outputs.site.edition import Link, Page
from tthc_catalog.outputs.site.ending import local_words, near
from tthc_catalog.outputs.site.event_pages import events_of
from tthc_catalog.outputs.site.reporting import report_links
from tthc_catalog.outputs.site.short_names import short_name
from tthc_catalog.outputs.site.terms import ALIASES, TERMS
from tthc_catalog.outputs.site.typesetting import as_printed
from tthc_catalog.records.identifiers import is_code
from tthc_catalog.records.vocabulary import ChannelKind
from tthc_catalog.vietnamese import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tthc_catalog.catalog import State
    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.timeline import Moment
    from tthc_catalog.records.parts import Channel
    from tthc_catalog.records.procedure import Procedure

_DESCRIPTION = 155
_PLACE = 90
_BEGINNINGS = {ChangeKind.NEW, ChangeKind.RECORDED}

_KINDS = (ChannelKind.ONLINE, ChannelKind.DIRECT, ChannelKind.POSTAL)


class Way(NamedTuple):
    """One channel in words, with what the procedure states for all of them at once."""

    channel: Channel
    time: str
    """Empty where no time limit could be read from the source."""

    legal: str
    """What the law allows where the office is quicker; empty where nobody says."""

    fees: list[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the few things that people come for, with its different answers."""

    label: str
    answers: tuple[tuple[str, str], ...]
    """`(what, for which channels or cases)`; the second is empty where all say the same."""

    more: str
    """Anchor of the part that tells all of them."""

    caveat: bool = False
    """Whether a note beside a channel says otherwise for some; then no answer holds for all."""


def procedure_page(edition: Edition, code: str, moments: list[Moment]) -> Page:
    """Return the page of a procedure as it stands on the edition's day."""
    state = edition.states[code]
    procedure = state.procedure
    coming = edition.next_state(code)
    ways = _ways(procedure)
    facts = [*_facts(procedure, ways), _place(edition, procedure)]
    return Page(
        address=addresses.procedure_address(code),
        title=edition.apart_name(code),
        description=_description(procedure, facts, ways),
        template="procedure.html",
        section=addresses.FIELDS,
        says={
            "state": state,
            "p": procedure,
            "silent": frozenset(n for n, alias in ALIASES.items() if alias in procedure.unknown),
            "groups": _by_kind(ways),
            "lead": short_name(procedure.name),
            "facts": facts if state.in_force or state.status is Status.FUTURE else [],
            "papers": folded(procedure.dossiers),
            "marks": marks(procedure, edition.catalog.calendar),
            "life_events": events_of(edition, code),
            "latest": _latest(moments),
            "report": report_links(edition, code),
            "field": edition.field_link(procedure.field),
            "levels": [edition.level_link(level) for level in procedure.levels],
            "agencies": _agencies(edition, procedure),
            "grounds": [
                (
                    c,
                    edition.catalog.legal_documents.get(c.number or ""),
                    fate_words(edition, c.number),
                )
                for c in procedure.legal_basis
            ],
            "successors": [edition.apart_link(other) for other in state.successors],
            "related": [edition.apart_link(other) for other in procedure.related],
            "newer": _newer(edition, state),
            "near": [] if state.in_force or state.successors else near(edition, code),
            "local": local_words(edition, state, state.last) if state.last else "",
            "last": edition.decision_link(state.last) if state.last else Link(""),
            "since": state.since if _known(state) else None,
            "recorded": state.since
            if state.last and state.last.basis is EffectBasis.RECORDED
            else None,
            "coming": coming,
            "coming_by": edition.decision_link(coming.last) if coming and coming.last else None,
            "coming_to": [edition.apart_link(other) for other in coming.successors]
            if coming
            else [],
            "coming_status": coming.status.value.replace("đã ", "sẽ ") if coming else "",
            "coming_local": local_words(edition, coming, coming.last)
            if coming and coming.last
            else "",
            "moments": moments,
            "by_channel": BY_CHANNEL,
            "Status": Status,
        },
    )


def _newer(edition: Edition, state: State) -> list[tuple[Link, date]]:
    """Return the related procedures in force that were seen on a later day than this one."""
    return [
        (edition.apart_link(other), edition.usable[other].since)
        for other in state.procedure.related
        if other in edition.usable and edition.usable[other].since > state.since
    ]


def _latest(moments: list[Moment]) -> Moment | None:
    """Return the last change that people feel, if one has taken effect."""
    for moment in moments:
        if moment.effects and not moment.coming and moment.change is not None:
            return None if moment.change.kind in _BEGINNINGS else moment
    return None


def _known(state: State) -> bool:
    """Whether somebody states since when the procedure reads so."""
    return state.last is not None and state.last.basis in {EffectBasis.STATED, EffectBasis.SIGNED}


def _ways(procedure: Procedure) -> list[Way]:
    """Return every channel, also with what the procedure states for all of them at once."""
    common = [str(fee) for fee in procedure.fees]
    return [
        Way(
            channel,
            str(channel.time_limit or procedure.time_limit or ""),
            str(channel.legal_time_limit or procedure.legal_time_limit or ""),
            [str(fee) for fee in channel.fees] or common,
        )
        for channel in procedure.channels
    ]


def _by_kind(ways: Iterable[Way]) -> list[tuple[ChannelKind, list[Way]]]:
    groups: dict[ChannelKind, list[Way]] = defaultdict(list)
    for way in ways:
        groups[way.channel.kind].append(way)
    return [(kind, groups[kind]) for kind in _KINDS if kind in groups]


def _facts(procedure: Procedure, ways: list[Way]) -> Iterable[Fact]:
    terms = TERMS["Parts"]
    times = _answers((way.time or as_printed(way.channel.printed_time_limit), way) for way in ways)
    if not ways and procedure.time_limit is not None:
        times = ((str(procedure.time_limit), ""),)
    yield Fact(terms["time_limit"], times, "cach-thuc", otherwise(procedure, Says.TIME))
    fees = _answers(
        ("; ".join([*way.fees, *map(as_printed, way.channel.printed_fees)]), way) for way in ways
    )
    if not ways and procedure.fees:
        fees = (("; ".join(map(str, procedure.fees)), ""),)
    yield Fact(terms["fees"], fees, "cach-thuc", otherwise(procedure, Says.FEE))
    results = tuple((result.name, "") for result in procedure.results)
    yield Fact(terms["results"], results, "ket-qua")


def _place(edition: Edition, procedure: Procedure) -> Fact:
    """Return where to file: the printed place if it is short, else who carries it out."""
    printed = squeeze(procedure.receiving or "")
    if printed and len(printed) <= _PLACE:
        return Fact(TERMS["Parts"]["receiving"], ((printed, ""),), "cach-thuc")
    names = [edition.agency_name(name) for name in procedure.agencies.executing]
    return Fact(TERMS["Agencies"]["executing"], tuple((name, "") for name in names), "co-quan")


def _answers(said: Iterable[tuple[str, Way]]) -> tuple[tuple[str, str], ...]:
    """Return each different answer with what it holds for: channels, or cases if they decide."""
    kinds: dict[str, dict[str, None]] = defaultdict(dict)
    cases: dict[str, dict[str, None]] = defaultdict(dict)
    for words, way in said:
        if words:
            kinds[words][way.channel.kind.value] = None
            cases[words].update({way.channel.case: None} if way.channel.case else {})
    if len(kinds) == 1:
        return ((next(iter(kinds)), ""),)
    apart = {frozenset(each) for each in kinds.values()}
    told = cases if len(apart) == 1 and all(cases.values()) else kinds
    return tuple((words, ", ".join(told[words])) for words in kinds)


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


def _description(procedure: Procedure, facts: list[Fact], ways: list[Way]) -> str:
    """Return one or two sentences for search engines: how long, how, for whom."""
    said = [f"Mã {procedure.code}." if is_code(procedure.code) else "Chưa có mã quốc gia."]
    times = facts[0]
    if times.answers:
        other = " (có trường hợp khác)" if times.caveat else ""
        words = " hoặc ".join(words for words, _ in times.answers[:2])
        said.append(f"{times.label}: {words}{other}.")
    if ways:
        said.append(f"Nộp {', '.join(dict.fromkeys(way.channel.kind.value for way in ways))}.")
    if procedure.subjects:
        subjects = ", ".join(subject.value for subject in procedure.subjects)
        said.append(f"{TERMS['Parts']['subjects']}: {subjects}.")
    text = squeeze(" ".join(said))
    return text if len(text) <= _DESCRIPTION else f"{text[:_DESCRIPTION].rsplit(' ', 1)[0]}…"
