# The catalogue for programs, as files beside the site: nobody needs a key, nothing has to be kept
# running. The shape is version 1: fields may be added, none is renamed or removed. The log is the
# answer to "what is new since I looked": its numbers only grow, and those of documents that the
# ledger holds are settled. What an entry says is worked out anew each time, for a day of effect may
# become known later and a document of an earlier day may come between; so the log's index holds the
# hash of each page, by which a reader sees that it says something else.

"""Open data: index, table, one file for each procedure, decisions by year, the log of changes."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from tthc_catalog.catalog import ALWAYS, Status
from tthc_catalog.files.compact_json import compact
from tthc_catalog.outputs.open_data_schemas import SCHEMAS
from tthc_catalog.outputs.procedure_json import entry_data, state_data
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.publications import publications
from tthc_catalog.outputs.site.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tthc_catalog.catalog import Version
    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.publications import Publication

__all__ = [
    "INDEX", "LOG", "SCHEMAS", "TABLE", "open_data", "procedure_data", "schema_address",
]  # fmt: skip

VERSION = 1
FOLDER = addresses.OPEN_DATA
INDEX = f"{FOLDER}/index.json"
"""Where everything is found from."""

TABLE = f"{FOLDER}/thu-tuc.csv"
"""All procedures as a table."""

LIST = f"{FOLDER}/thu-tuc.json"
LOG = f"{FOLDER}/thay-doi.json"
"""How many changes there are and which pages of the log hold them."""

PAGE_LENGTH = 500
"""Changes on one page of the log."""


def decisions_address(year: int | None) -> str:
    """Return the decisions of one year; None for those without a date."""
    return f"{FOLDER}/quyet-dinh/{year or 'chua-ro'}.json"


def schema_address(name: str) -> str:
    """Return a JSON Schema."""
    return f"{FOLDER}/luoc-do/{name}.schema.json"


def open_data(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the content of every file of the open data."""
    for name, schema in SCHEMAS.items():
        yield schema_address(name), _json(schema)
    for code in edition.unsettled:
        yield addresses.procedure_data_address(code), _json(procedure_data(edition, code))
    listed = [_listed(edition, code) for code in edition.states]
    yield LIST, _json({"version": VERSION, "procedures": listed})
    yield TABLE, _table(listed)
    years = _decisions(edition)
    for year, decisions in years.items():
        yield decisions_address(year), _json({"version": VERSION, "decisions": decisions})
    told = publications(edition)
    pages = [
        _json({"version": VERSION, "page": number, "changes": page})
        for number, page in enumerate(_log_pages(told), 1)
    ]
    for number, content in enumerate(pages, 1):
        yield _log_address(number), content
    yield (
        LOG,
        _json(
            {
                "version": VERSION,
                "last": len(told),
                "settled": sum(each.recorded for each in told),
                "page_length": PAGE_LENGTH,
                "pages": [_address(edition, _log_address(n)) for n in range(1, len(pages) + 1)],
                "page_hashes": [hashlib.sha256(content).hexdigest() for content in pages],
            }
        ),
    )
    yield INDEX, _json(_index(edition, [decisions_address(year) for year in years]))


def _index(edition: Edition, decisions: Iterable[str]) -> dict[str, Any]:
    settings = edition.catalog.settings
    fields = [edition.states[codes[0]].procedure.field for _, codes in edition.by_field.values()]
    return {
        "version": VERSION,
        "title": settings.title,
        "publisher": settings.publisher,
        "as_of": edition.today.isoformat(),
        "procedures": {"total": len(edition.states), "in_force": len(edition.usable)},
        "files": {
            "list": _address(edition, LIST),
            "table": _address(edition, TABLE),
            "procedure": _address(edition, addresses.procedure_data_address("{code}")),
            "linked_data": _address(edition, addresses.linked_data_address("{code}")),
            "log": _address(edition, LOG),
            "decisions": [_address(edition, address) for address in decisions],
            "feeds": {
                "all": _address(edition, addresses.ALL_FEED),
                "procedure": _address(edition, addresses.procedure_feed_address("{code}")),
                "fields": {
                    field: _address(edition, addresses.field_feed_address(field))
                    for field in fields
                },
                "agencies": {
                    name: _address(edition, addresses.agency_feed_address(name))
                    for name, _ in edition.by_agency.values()
                },
            },
            "calendars": {
                "all": _address(edition, addresses.ALL_CALENDAR),
                "fields": {
                    field: _address(edition, addresses.field_calendar_address(field))
                    for field in fields
                },
            },
            "schemas": {name: _address(edition, schema_address(name)) for name in SCHEMAS},
            "documentation": _address(edition, addresses.DATA),
        },
    }


def _address(edition: Edition, address: str) -> str:
    """Return an absolute address, or one from the site's root where nobody said where that is."""
    return edition.base + address


# --- procedures -----------------------------------------------------------------------------------


def procedure_data(edition: Edition, code: str) -> dict[str, Any]:
    """Return a procedure's states, documents and versions as plain data.

    `current` is the position in `states` of the one that holds on the day of `as_of` in the index;
    null before the first of them.
    """
    life = edition.catalog.lives[code]
    hashes = edition.hashes.get(code, ())
    now = edition.states[code]
    documents = []
    for entry in life.entries:
        data = entry_data(entry)
        data["hash"] = hashes[entry.index] if len(hashes) == len(life.documents) else None
        documents.append(data)
    return {
        "version": VERSION,
        "code": code,
        "page": _address(edition, addresses.procedure_address(code)),
        "current": next((at for at, state in enumerate(life.states) if state is now), None),
        "states": [state_data(state) for state in life.states],
        "documents": documents,
        "versions": [_version(edition, version) for version in edition.versions[code]],
    }


def _version(edition: Edition, version: Version) -> dict[str, Any]:
    return {
        "hash": version.hash,
        "page": _address(edition, addresses.version_address(version.code, version.short)),
        "applies": [
            {"since": _day(span.since), "until": _day(span.until)} for span in version.spans
        ],
        "withdrawn": _day(version.withdrawn.known) if version.withdrawn else None,
        "documents": [entry.index for entry in version.state.entries],
    }


def _listed(edition: Edition, code: str) -> dict[str, Any]:
    state = edition.states[code]
    procedure = state.procedure
    agencies = procedure.agencies.executing or procedure.agencies.deciding
    limits = [channel.time_limit or procedure.time_limit for channel in procedure.channels]
    fees = [str(fee) for channel in procedure.channels for fee in channel.fees or procedure.fees]
    version = edition.version_now(code)
    return {
        "code": code,
        "name": procedure.name,
        "field": procedure.field,
        "field_name": edition.field_link(procedure.field).words,
        "levels": [level.value for level in procedure.levels],
        "agencies": [edition.agency_name(name) for name in agencies],
        "status": state.status.name.lower(),
        "since": _day(state.since),
        "effect_basis": state.last.basis.name.lower() if state.last else None,
        "time_limits": list(dict.fromkeys(str(limit) for limit in limits if limit)),
        "fees": list(dict.fromkeys(fees)),
        "online_level": procedure.online_level.value if procedure.online_level else None,
        "decision": state.last.label or None if state.last else None,
        "successors": list(state.successors),
        "hash": version.hash if version else None,
        "page": _address(edition, addresses.procedure_address(code)),
        "data": _address(edition, addresses.procedure_data_address(code)),
    }


_PARTS = TERMS["Parts"]
_COLUMNS = {
    "code": TERMS["Procedure"]["code"],
    "name": _PARTS["name"],
    "field_name": _PARTS["field"],
    "levels": _PARTS["levels"],
    "agencies": TERMS["Agencies"]["executing"],
    "status": "Tình trạng",
    "since": "Từ ngày",
    "time_limits": _PARTS["time_limit"],
    "fees": _PARTS["fees"],
    "online_level": _PARTS["online_level"],
    "decision": TERMS["ProcedureDocument"]["decision"],
    "successors": "Thủ tục thay thế",
    "hash": "Dấu vân tay phiên bản",
    "page": "Trang",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _table(listed: Iterable[dict[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS.values())
    for row in listed:
        # Programs read names, people words.
        shown = {**row, "status": Status[row["status"].upper()].value}
        writer.writerow([_cell(shown[column]) for column in _COLUMNS])
    # The mark in front tells spreadsheets that the file is UTF-8.
    return f"\ufeff{out.getvalue()}".encode()


def _cell(value: object) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    # A spreadsheet must not take a name for a formula.
    return f"'{text}" if text.startswith(_FORMULA) else text


# --- decisions and the log ------------------------------------------------------------------------


def _decisions(edition: Edition) -> dict[int | None, list[dict[str, Any]]]:
    found: dict[int | None, list[dict[str, Any]]] = defaultdict(list)
    for timed in edition.catalog.decisions:
        decision = timed.decision
        entries = edition.catalog.entries_of(decision)
        data = decision.model_dump(mode="json", by_alias=False, exclude_defaults=True)
        data["page"] = _address(edition, edition.decision_addresses[id(decision)])
        data["documents"] = [
            {"code": life.code, "index": entry.index, "effective": _day(entry.starts)}
            for life, entry in entries
        ]
        found[addresses.decision_year(timed)].append(data)
    return found


def _log_address(number: int) -> str:
    return f"{FOLDER}/thay-doi/{number}.json"


def _log_pages(told: tuple[Publication, ...]) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(told), PAGE_LENGTH):
        yield [_logged(each) for each in told[start : start + PAGE_LENGTH]]


def _logged(each: Publication) -> dict[str, Any]:
    moment, entry, change = each.moment, each.entry, each.change
    return {
        "number": each.number,
        "id": each.name,
        "code": each.code,
        "kind": change.kind.value if change else moment.style,
        "label": moment.label,
        "day": _day(moment.turn.day),
        "effect_basis": entry.basis.name.lower(),
        "known_since": _day(entry.known),
        "decision": entry.label or None,
        "signed": _day(entry.signed),
        "corrects": each.corrects or None,
        "lapses": each.lapses,
        "parts": [part.part for part in moment.parts],
        "net": change.impact.net.value if change and (moment.parts or change.heir) else None,
        "effects": [
            {"rule": item.rule.id, "effect": item.effect.value, "sentence": item.sentence}
            for item in moment.effects
        ],
        "predecessors": list(change.predecessors) if change else [],
        "successors": list(change.successors) if change else [],
        "fingerprint": change.fingerprint if change else None,
    }


def _day(day: date | None) -> str | None:
    return None if day is None or day == ALWAYS else day.isoformat()


def _json(data: dict[str, Any]) -> bytes:
    return compact(data) + b"\n"
