# Niêm yết: what hangs on the wall of an office must be legible from a step away, survive a
# black-and-white printer, and admit when it is out of date. The sheet is a document of its own,
# without the site's frame; its QR code leads to the page of this very version.

"""Sheets for posting, one for each procedure, and the lists an office prints them from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import ALWAYS, EffectBasis
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.dossier_folding import folded
from tthc_catalog.outputs.site.edition import Link, Page, name_key
from tthc_catalog.outputs.site.list_pages import PAGE_LENGTH
from tthc_catalog.outputs.site.qr_code import qr_code
from tthc_catalog.outputs.site.typesetting import as_printed, template
from tthc_catalog.vietnamese import say_number

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
        recorded=state.last is not None and state.last.basis is EffectBasis.RECORDED,
        decision=state.last.label if state.last else "",
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


def sheet_lists(edition: Edition) -> Iterator[Page]:
    """Yield the front of the sheets and a list for each agency and each level."""
    agencies = _shelf(edition.by_agency, "co-quan")
    levels = _shelf(edition.by_level, "cap")
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
        yield from _list(edition, link, codes)


def _shelf(groups: dict[str, tuple[str, list[str]]], kind: str) -> list[tuple[Link, list[str]]]:
    return [
        (Link(name, f"niem-yet/{kind}-{address.rpartition('/')[2]}"), codes)
        for address, (name, codes) in groups.items()
    ]


def _list(edition: Edition, link: Link, codes: list[str]) -> Iterator[Page]:
    rows = sorted(
        (_sheet_row(edition, code) for code in codes if edition.version_now(code)),
        key=lambda row: (-(row.since.toordinal() if row.since else 0), name_key(row.name.words)),
    )
    sheets = [rows[at : at + PAGE_LENGTH] for at in range(0, len(rows), PAGE_LENGTH)]
    address = link.address or addresses.SHEETS
    turns = [
        (Link(f"Trang {number}", addresses.turned(address, number)), number)
        for number in range(1, len(sheets) + 1)
    ]
    for number, sheet in enumerate(sheets, 1):
        yield Page(
            addresses.turned(address, number),
            f"Niêm yết: {link.words}" + (f" (trang {number})" if number > 1 else ""),
            f"{say_number(len(rows))} bản in để niêm yết, bản thay đổi gần nhất ở trên.",
            "sheet_list.html",
            addresses.SHEETS,
            {
                "title": link.words,
                "count": len(rows),
                "rows": sheet,
                "turns": turns if len(turns) > 1 else [],
                "number": number,
            },
        )


def _sheet_row(edition: Edition, code: str) -> SheetRow:
    state = edition.states[code]
    last = state.last
    return SheetRow(
        Link(state.procedure.name, addresses.sheet_address(code)),
        code,
        _since(state),
        last is not None and last.basis is EffectBasis.RECORDED,
        last.label if last else "",
    )
