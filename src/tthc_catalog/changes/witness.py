# A proof that a change is heavier: a sample dossier that was enough before and is not enough
# after. What no dossier can show is not heavier, whatever a rule says; so the tests ask for a
# witness of every heavier effect.

"""Sample dossiers that met the old version of a procedure and do not meet the new one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tthc_catalog.changes.durations import LONGER, time_rule
from tthc_catalog.changes.effects import Effect
from tthc_catalog.changes.impact import measured
from tthc_catalog.changes.matching import match
from tthc_catalog.changes.measures import (
    condition_lines,
    fees_rule,
    nearest,
    nearest_words,
    online_rank,
    validity_rule,
)
from tthc_catalog.changes.words import content, content_of_text, label_of, printed
from tthc_catalog.records.procedure import Parts
from tthc_catalog.records.record import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.changes.change import Change
    from tthc_catalog.changes.impact import ImpactItem
    from tthc_catalog.records.fee import Fee
    from tthc_catalog.records.parts import Channel, Dossier
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.time_limit import TimeLimit
    from tthc_catalog.records.vocabulary import Level, OnlineLevel
    from tthc_catalog.records.working_calendar import WorkingCalendar

# What a heavier rule says is lacking, by the word with which its id begins.
_ASPECTS = {
    "paper": "dossiers", "originals": "dossiers", "copies": "dossiers", "sets": "dossiers",
    "fee": "fees", "time": "time_limit", "channel": "channels", "authority": "levels",
    "condition": "conditions", "validity": "results", "online": "online_level",
    "subject": "subjects",
}  # fmt: skip


@dataclass(frozen=True)
class SampleDossier:
    """What one applicant holds, pays, waits for and needs."""

    channel: str = ""
    case: str = ""
    papers: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Originals and copies by the paper's name."""

    sets: int | None = None
    pays: tuple[Fee, ...] = ()
    waits: TimeLimit | None = None
    """How long the applicant can wait."""

    levels: tuple[Level, ...] = ()
    """The authorities that the applicant can reach."""

    subjects: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    """The conditions that the applicant meets."""

    online: OnlineLevel | None = None
    validity: dict[str, str] = field(default_factory=dict)
    """For how long the applicant needs each result to be valid."""

    def in_words(self) -> dict[str, str]:
        """Return what the dossier holds under the official terms; what is empty is left out."""
        papers = "; ".join(
            f"{name}: {o} bản chính, {c} bản sao" for name, (o, c) in self.papers.items()
        )
        told = {
            title_of(Parts, "channels"): self.channel,
            title_of(Parts, "dossiers"): " – ".join(filter(None, (self.case, papers))),
            title_of(Parts, "time_limit"): printed(self.waits),
            title_of(Parts, "fees"): printed(self.pays),
            title_of(Parts, "levels"): printed(self.levels),
            title_of(Parts, "subjects"): "; ".join(self.subjects),
            title_of(Parts, "conditions"): "; ".join(self.meets),
            title_of(Parts, "online_level"): printed(self.online),
        }
        return {title: words for title, words in told.items() if words}


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a dossier does not meet."""

    part: str
    """Python name of the part that asks for it."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Witness:
    """A dossier that was enough before, and what it lacks now."""

    dossier: SampleDossier
    lacks: tuple[Lack, ...]


def satisfies(
    dossier: SampleDossier, procedure: Procedure, calendar: WorkingCalendar | None = None
) -> bool:
    """Tell whether a dossier meets all that a procedure asks for."""
    return not any(lacks(dossier, procedure, calendar))


def witness(change: Change, item: ImpactItem) -> Witness | None:
    """Return a dossier that proves a heavier effect; None where there is none."""
    calendar = change.calendar
    both = measured(change)
    if item.effect is not Effect.HEAVIER or both is None:
        return None
    old, new = both
    sample = smallest(old, new, item.where[0] if item.where else "")
    if not satisfies(sample, old, calendar):
        return None
    aspect = _ASPECTS[item.rule.id.partition("-")[0]]
    missing = tuple(lack for lack in lacks(sample, new, calendar) if lack.part == aspect)
    return Witness(sample, missing) if missing else None


def smallest(old: Procedure, new: Procedure, where: str = "") -> SampleDossier:
    """Return the smallest dossier that meets the old version: all it asks for and nothing more.

    Args:
        old: the version to meet.
        new: the version after; papers that were only reworded are held under both names.
        where: the channel or the dossier's case to choose; the first one if neither is called so.
    """
    channel = next((each for each in old.channels if label_of(each) == where), None)
    channel = channel or (old.channels[0] if old.channels else None)
    # Where the old version names no channel, whoever came by the new one's was as welcome.
    coming = next((each.kind.value for each in new.channels if label_of(each) == where), "")
    dossier = next((each for each in old.dossiers if each.case == where), None)
    dossier = dossier or (old.dossiers[0] if old.dossiers else None)
    return SampleDossier(
        channel=channel.kind.value if channel else coming,
        case=(dossier.case or "") if dossier else "",
        papers=_papers(dossier, new) if dossier else {},
        sets=dossier.sets if dossier else None,
        pays=(channel.fees if channel else ()) or old.fees,
        waits=(channel.time_limit if channel else None) or old.time_limit,
        levels=old.levels,
        subjects=tuple(printed(each) for each in (*old.subjects, *old.other_subjects)),
        meets=tuple(condition_lines(old.conditions).values()),
        online=old.online_level,
        validity={result.name: result.validity for result in old.results if result.validity},
    )


def _papers(dossier: Dossier, new: Procedure) -> dict[str, tuple[int, int]]:
    held: dict[str, tuple[int, int]] = {}
    for each in dossier.components:
        if each.required:
            # One paper may be listed twice; whoever holds the most is on the safe side.
            originals, copies = held.get(each.name, (0, 0))
            held[each.name] = max(originals, each.originals), max(copies, each.copies)
    after = _dossier_of(dossier.case or "", new)
    for found in match(dossier.components, after.components) if after else ():
        if found.before is not None and found.after is not None and found.before.name in held:
            held[found.after.name] = held[found.before.name]
    return held


def _dossier_of(case: str, procedure: Procedure) -> Dossier | None:
    for dossier in procedure.dossiers:
        if content(dossier.case) == content(case or None):
            return dossier
    return procedure.dossiers[0] if len(procedure.dossiers) == 1 else None


def lacks(
    dossier: SampleDossier, procedure: Procedure, calendar: WorkingCalendar | None = None
) -> Iterator[Lack]:
    """Yield everything that a procedure asks for and a dossier does not meet."""
    yield from _papers_lacking(dossier, procedure)
    channels = [each for each in procedure.channels if each.kind.value == dossier.channel]
    if dossier.channel and not channels and procedure.channels:
        yield Lack("channels", f"Không nộp được theo hình thức {dossier.channel}.")
    else:
        yield from _service_lacking(dossier, procedure, channels, calendar)
    yield from _standing_lacking(dossier, procedure)


def _papers_lacking(dossier: SampleDossier, procedure: Procedure) -> Iterator[Lack]:
    asked = _dossier_of(dossier.case, procedure)
    if asked is None:
        return
    held = {content_of_text(name): counts for name, counts in dossier.papers.items()}
    for component in asked.components:
        if not component.required:
            continue
        counts = held.get(content_of_text(component.name))
        if counts is None:
            yield Lack("dossiers", f"Thiếu giấy tờ: {component.name}.")
        elif counts[0] < component.originals or counts[1] < component.copies:
            need = f"{component.originals} bản chính, {component.copies} bản sao"
            yield Lack("dossiers", f"Không đủ số bản của “{component.name}”: cần {need}.")
    if dossier.sets is not None and asked.sets is not None and dossier.sets < asked.sets:
        yield Lack("dossiers", f"Không đủ số bộ hồ sơ: cần {asked.sets} bộ.")


def _service_lacking(
    dossier: SampleDossier,
    procedure: Procedure,
    channels: list[Channel],
    calendar: WorkingCalendar | None,
) -> Iterator[Lack]:
    limits = [each.time_limit or procedure.time_limit for each in channels] or [
        procedure.time_limit
    ]
    if all(
        time_rule(dossier.waits, limit, calendar) in {*LONGER, "time-dropped"} for limit in limits
    ):
        said = printed(limits[0]) or "không nêu"
        yield Lack("time_limit", f"Chờ được {printed(dossier.waits)} nhưng thời hạn nay là {said}.")
    charges = [each.fees or procedure.fees for each in channels] or [procedure.fees]
    if all(fees_rule(dossier.pays, fees) in {"fee-raised", "fee-introduced"} for fees in charges):
        said = printed(dossier.pays) or "không phải trả"
        yield Lack("fees", f"Chuẩn bị {said} nhưng nay phải trả {printed(charges[0])}.")


def _standing_lacking(dossier: SampleDossier, procedure: Procedure) -> Iterator[Lack]:
    reach, asked = nearest(dossier.levels), nearest(procedure.levels)
    if reach is not None and asked is not None and asked < reach:
        here, there = nearest_words(dossier.levels), nearest_words(procedure.levels)
        yield Lack("levels", f"Chỉ đến được cấp {here}, nay gần nhất là cấp {there}.")
    allowed = {printed(each) for each in (*procedure.subjects, *procedure.other_subjects)}
    for subject in dossier.subjects:
        if allowed and subject not in allowed:
            yield Lack("subjects", f"Không còn áp dụng cho: {subject}.")
    met = {content_of_text(line) for line in dossier.meets}
    for key, line in condition_lines(procedure.conditions).items():
        if key not in met:
            yield Lack("conditions", f"Không đáp ứng điều kiện: {line}.")
    needed, offered = online_rank(dossier.online), online_rank(procedure.online_level)
    if needed is not None and offered is not None and offered < needed:
        yield Lack(
            "online_level",
            f"Cần {printed(dossier.online)}, nay chỉ có {printed(procedure.online_level)}.",
        )
    given = {result.name: result.validity for result in procedure.results}
    for name, needs in dossier.validity.items():
        if name in given and validity_rule(needs, given[name]) == "validity-shorter":
            yield Lack("results", f"Cần “{name}” có hiệu lực {needs}, nay chỉ còn {given[name]}.")
