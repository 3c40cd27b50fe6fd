# Niêm yết: what hangs on the wall of an office must be legible from a step away, survive a
# black-and-white printer, and admit when it is out of date. The sheet is a document of its own,
# without the site's frame; its QR code leads to the page of this very version.

"""Sheets for posting, one for each procedure, and the lists an office prints them from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import ALWAYS, Status
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.channel_notes import notes
from tthc_catalog.outputs.site.dossier_folding import folded
from tthc_catalog.outputs.site.edition import Link, Page, level_name, name_key
from tthc_catalog.outputs.site.leaves import leaves
from tthc_catalog.outputs.site.qr_code import qr_code
from tthc_catalog.outputs.site.standing import is_recorded
from tthc_catalog.outputs.site.typesetting import as_printed, template
from tthc_catalog.vietnamese import say_number, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.catalog import State, Version
    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.records.procedure import Procedure

STYLE = "niem-yet.css"
"""The style of sheets, beside that of the site."""

GATHERING = "in-niem-yet.js"
"""The script that gathers sheets for one print job."""


def posting_sheets(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the text of the sheet of every procedure that people can rely on."""
    for code in edition.unsettled:
        if code in edition.usable and (version := edition.version_now(code)):
            yield addresses.sheet_address(code), posting_sheet(edition, version)


def posting_sheet(edition: Edition, version: Version) -> bytes:
    """Return the sheet of one version."""
    state = edition.states[version.code]
    procedure = state.procedure
    page = addresses.version_address(version.code, version.short)
    html = template("sheet.html").render(
        p=procedure,
        state=state,
        version=version,
        since=_since(state),
        recorded=is_recorded(state),
        decision=edition.decision_link(state.last).words if state.last else "",
        coming=_coming(edition, version.code),
        notes=notes(procedure),
        signed=state.last.signed if state.last else None,
        agencies=[edition.agency_name(name) for name in procedure.agencies.executing],
        papers=folded(procedure.dossiers),
        ways=_ways(procedure),
        publisher=edition.catalog.settings.publisher or edition.catalog.settings.title,
        page=page,
        address=edition.base + page if edition.base else "",
        canonical=edition.base + addresses.procedure_address(version.code) if edition.base else "",
        qr=qr_code(edition.base + page) if edition.base else "",
        back=addresses.procedure_address(version.code),
        suspended=state.status.name == "SUSPENDED",
    )
    return html.encode()


class Coming(NamedTuple):
    """What will make a sheet wrong on a day that is known."""

    since: date
    ends: bool
    """Whether the procedure ends then; else it reads otherwise."""

    by: str


def _coming(edition: Edition, code: str) -> Coming | None:
    state = edition.next_state(code)
    if state is None:
        return None
    by = edition.decision_link(state.last).words if state.last else ""
    return Coming(state.since, not state.in_force, by)


def sheets_together(edition: Edition) -> tuple[str, bytes]:
    """Return the address and the text of the page on which many sheets are printed at once.

    It is one page for the whole site: a script gathers the sheets that stand already, so that no
    sheet is written twice.
    """
    address = addresses.SHEETS_TOGETHER
    html = template("sheets_together.html", edition.language).render(
        language=edition.language, canonical=edition.base + address if edition.base else ""
    )
    return address, html.encode()


class Way(NamedTuple):
    """One channel as the sheet prints it."""

    name: str
    time: str
    fee: str


def _ways(procedure: Procedure) -> list[Way]:
    common = [str(fee) for fee in procedure.fees]
    if not procedure.channels and (procedure.time_limit or common):
        return [Way("mọi hình thức", str(procedure.time_limit or ""), "; ".join(common))]
    found = []
    for channel in procedure.channels:
        name = channel.kind.value + (f" – {channel.case}" if channel.case else "")
        limit = channel.time_limit or procedure.time_limit
        time = str(limit) if limit else as_printed(channel.printed_time_limit)
        fees = [*map(str, channel.fees), *map(as_printed, channel.printed_fees)] or common
        found.append(Way(name, time, "; ".join(fees)))
    return found


def _since(state: State) -> date | None:
    return None if state.since == ALWAYS else state.since


# --- lists ----------------------------------------------------------------------------------------


class SheetRow(NamedTuple):
    """One sheet in a list."""

    name: Link
    code: str
    since: date | None
    recorded: bool
    decision: str
    thin: bool
    """Whether there is hardly anything to post: no papers."""

    coming: Coming | None


class GoneRow(NamedTuple):
    """A procedure whose sheet must come down."""

    name: Link
    code: str
    status: str
    since: date | None
    recorded: bool
    decision: str


def sheet_lists(edition: Edition) -> Iterator[Page]:
    """Yield the front of the sheets and a list for each agency and each level."""
    gone = _gone(edition)
    agencies = _shelf(edition.by_agency, "co-quan", gone)
    levels = _shelf(edition.by_level, "cap", gone)
    yield Page(
        addresses.SHEETS,
        "Niêm yết thủ tục hành chính",
        "Bản in khổ A4 của từng thủ tục để niêm yết, theo cơ quan và theo cấp thực hiện.",
        "sheets.html",
        addresses.SHEETS,
        {
            "agencies": [(link, len(codes)) for link, codes in agencies],
            "levels": [(link, len(codes)) for link, codes in levels],
        },
    )
    for link, codes in (*agencies, *levels):
        _, rows = gone.get(link.address or "", ("", []))
        yield from _list(edition, link, codes, rows)


def _shelf(
    groups: dict[str, tuple[str, list[str]]], kind: str, gone: Gone
) -> list[tuple[Link, list[str]]]:
    """Return the lists of one kind and their codes; some have only sheets to take down."""
    found = {_address(kind, at): named for at, named in groups.items()}
    for address, (name, _) in gone.items():
        if address.startswith(_address(kind, "")):
            found.setdefault(address, (name, []))
    shelf = [(Link(name, address), codes) for address, (name, codes) in found.items()]
    return sorted(shelf, key=lambda each: sort_key(each[0].words)) if kind == "co-quan" else shelf


def _address(kind: str, address: str) -> str:
    return f"niem-yet/{kind}-{address.rpartition('/')[2]}"


Gone = dict[str, tuple[str, list[GoneRow]]]
"""What must come down, by the address of the list of sheets it stood in, with the list's name."""


def _gone(edition: Edition) -> Gone:
    found: Gone = {}
    for code, state in edition.states.items():
        if state.status in {Status.IN_FORCE, Status.FUTURE}:
            continue
        agencies = state.procedure.agencies
        names = {edition.agency_name(each) for each in agencies.executing or agencies.deciding}
        lists = {_address("co-quan", addresses.agency_address(name)): name for name in names}
        for level in state.procedure.levels:
            lists[_address("cap", addresses.level_address(level))] = level_name(level)
        row = GoneRow(
            Link(edition.apart_name(code), addresses.procedure_address(code)),
            code,
            state.status.value,
            _since(state),
            is_recorded(state),
            edition.decision_link(state.last).words if state.last else "",
        )
        for address, name in lists.items():
            found.setdefault(address, (name, []))[1].append(row)
    for _, rows in found.values():
        rows.sort(key=_newest_first)
    return found


def _newest_first(row: SheetRow | GoneRow) -> tuple[int, tuple[str, str]]:
    return -(row.since.toordinal() if row.since else 0), name_key(row.name.words)


def _list(edition: Edition, link: Link, codes: list[str], gone: list[GoneRow]) -> Iterator[Page]:
    rows = sorted(
        (_sheet_row(edition, code) for code in codes if edition.version_now(code)),
        key=_newest_first,
    )
    for leaf in leaves(link.address or addresses.SHEETS, rows):
        yield Page(
            leaf.address,
            f"Niêm yết: {link.words}{leaf.mark}",
            f"{say_number(len(rows))} bản in để niêm yết, bản thay đổi gần nhất ở trên.",
            "sheet_list.html",
            addresses.SHEETS,
            {
                "title": link.words,
                "count": len(rows),
                "rows": leaf.rows,
                "gone": gone if leaf.number == 1 else [],
                "turns": leaf.turns,
                "number": leaf.number,
            },
        )


def _sheet_row(edition: Edition, code: str) -> SheetRow:
    state = edition.states[code]
    return SheetRow(
        Link(edition.apart_name(code), addresses.sheet_address(code)),
        code,
        _since(state),
        is_recorded(state),
        edition.decision_link(state.last).words if state.last else "",
        _is_thin(state.procedure),
        _coming(edition, code),
    )


def _is_thin(procedure: Procedure) -> bool:
    return not any(dossier.components for dossier in procedure.dossiers)
