# Two questions with a day in them: which version governs a dossier that was handed in on some day,
# and when will one that is handed in today be ready. The first is a table that needs no script; the
# second is known only in the reader's browser, so the page carries the time limit in a short
# spelling that `thu-tuc.js` counts over the working calendar.

"""Which version governs a dossier, and when a dossier filed today must be settled."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import ALWAYS, EffectBasis
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Link
from tthc_catalog.records.time_limit import State as Answer
from tthc_catalog.records.time_limit import Unit
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.catalog import Catalog, Life, State, Transitional
    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.time_limit import TimeLimit

CALENDAR = "lich.json"
"""File of the working calendar, beside the scripts."""

_LETTERS = {
    Unit.MINUTE: "p",
    Unit.HOUR: "h",
    Unit.WORKING_HOUR: "g",
    Unit.DAY: "d",
    Unit.WORKING_DAY: "w",
    Unit.WEEK: "k",
    Unit.MONTH: "m",
    Unit.YEAR: "y",
}


class Received(NamedTuple):
    """What governs the dossiers that were received in a stretch of days."""

    first: date | None
    """None where it begins before all that is known."""

    last: date | None
    """None where no end is known."""

    when: str
    versions: tuple[Link, ...]
    rule: str
    """Why: the transitional rule in words."""

    decisions: tuple[Link, ...]
    recorded: bool
    """Whether one of the days is only the one on which a change was seen."""


def received(edition: Edition, code: str) -> list[Received]:
    """Return which version governs, for every stretch of days of receipt; the latest first."""
    life = edition.catalog.lives[code]
    following = (*life.states[1:], None)
    rows = [
        row
        for state, after in zip(life.states, following, strict=True)
        if (row := _row(edition, life, state, after))
    ]
    return rows[::-1] if len(rows) > 1 or _ended(edition, life) else []


def _ended(edition: Edition, life: Life) -> bool:
    state = life.on(edition.today)
    return state is not None and not state.in_force and bool(state.entries)


def _row(edition: Edition, life: Life, state: State, after: State | None) -> Received | None:
    if not state.in_force:
        return None
    on = max(edition.today, state.since)
    answer = edition.catalog.governing(life.code, received=state.since, on=on)
    last = state.until
    first = None if state.since == ALWAYS else state.since
    return Received(
        first,
        last,
        _span(first, last),
        tuple(_version_link(edition, life, version) for version in answer.versions),
        _rule(answer),
        tuple(dict.fromkeys(edition.decision_link(entry) for entry in answer.entries)),
        _recorded(state) or (after is not None and _recorded(after)),
    )


def _recorded(state: State) -> bool:
    return state.last is not None and state.last.basis is EffectBasis.RECORDED


def _rule(answer: Transitional) -> str:
    if not answer.entries:
        return "Chưa có thay đổi nào sau đó"
    if answer.rule is not None:
        return answer.rule.value[:1].upper() + answer.rule.value[1:]
    return "Dữ liệu chưa ghi quy định chuyển tiếp; hãy hỏi nơi nhận hồ sơ"


def _version_link(edition: Edition, life: Life, state: State) -> Link:
    if not state.in_force:
        return Link(f"Thủ tục {state.status.value}")
    if state.since == ALWAYS:
        words = "Bản chưa rõ ngày bắt đầu"
    else:
        words = f"Bản {'ghi nhận' if _recorded(state) else 'từ'} {say_date(state.since)}"
    for version in edition.versions[life.code]:
        if state in version.spans:
            return Link(words, addresses.version_address(life.code, version.short))
    return Link(words)


def _span(first: date | None, last: date | None) -> str:
    if first is None:
        return f"Đến hết {say_date(last)}" if last else "Mọi ngày"
    if last is None:
        return f"Từ {say_date(first)}"
    return f"Từ {say_date(first)} đến hết {say_date(last)}"


# --- filed today ----------------------------------------------------------------------------------


def due_codes(procedure: Procedure) -> dict[str, str]:
    """Return the short spelling of every time limit that can be counted, by its printed words."""
    limits = [channel.time_limit or procedure.time_limit for channel in procedure.channels]
    found = {str(limit): due_code(limit) for limit in (*limits, procedure.time_limit) if limit}
    return {words: code for words, code in found.items() if code}


def due_code(limit: TimeLimit) -> str:
    """Return a time limit as `thu-tuc.js` reads it: "10w", "8w+5w", "0", "s15:00"; else empty."""
    if limit.extension or (limit.start and not _from_filing(limit.start)):
        return ""
    if limit.state is Answer.AT_ONCE:
        return "0"
    if limit.state is Answer.SAME_DAY:
        return f"s{limit.cut_off:%H:%M}" if limit.cut_off else "s"
    return "+".join(f"{stage.most.normalize():f}{_LETTERS[stage.unit]}" for stage in limit.stages)


def _from_filing(start: str) -> bool:
    # A limit that runs from another event than the filing cannot be counted from today.
    return "nhận" in start and ("hồ sơ" in start or "đơn" in start)


def calendar_file(catalog: Catalog) -> bytes:
    """Return the working calendar as `thu-tuc.js` reads it: years, days off, days made up."""
    years = catalog.calendar.years if catalog.calendar else ()
    told = {
        "nam": [year.year for year in years],
        "nghi": [day.isoformat() for year in years for day, _ in year.holidays],
        "lam": [day.isoformat() for year in years for day in year.worked],
    }
    return json.dumps(told, separators=(",", ":")).encode()


def same_text(rows: list[Received]) -> Iterator[Received]:
    """Yield rows with neighbours that say the same put together."""
    held: Received | None = None
    for row in rows:
        if held and (held.versions, held.rule, held.decisions) == row[3:6]:
            held = held._replace(
                first=row.first,
                when=_span(row.first, held.last),
                recorded=held.recorded or row.recorded,
            )
            continue
        if held:
            yield held
        held = row
    if held:
        yield held
