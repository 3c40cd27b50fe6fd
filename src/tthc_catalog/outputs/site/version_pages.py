# A sheet on a wall and a printed page stay as they are while the law goes on. Each version keeps a
# page of its own, at an address made of its documents, that says whether it still holds and what
# has changed for whoever prepared by it. While a version holds, its page is short: the procedure's
# own page says the same and more.

"""The lasting page of each version, and two versions side by side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from tthc_catalog.changes.difference import BY_CHANNEL
from tthc_catalog.changes.effects import Effect
from tthc_catalog.changes.words import printed
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.dossier_dates import due_codes, received, same_text
from tthc_catalog.outputs.site.edition import Link, Page
from tthc_catalog.outputs.site.ending import local_end
from tthc_catalog.outputs.site.standing import (
    difference,
    standing,
    version_link,
    version_name,
)
from tthc_catalog.outputs.site.terms import TERMS
from tthc_catalog.records.parts import Agencies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.catalog import Version
    from tthc_catalog.changes import Change, PartChange
    from tthc_catalog.changes.impact import ImpactItem
    from tthc_catalog.outputs.site.edition import Edition

NO_INDEX = '<meta name="robots" content="noindex">'
"""For pages that a search engine must not show in place of the law in force."""

COMPARING = "so-sanh.js"
"""The script that puts any two versions together and marks the words that differ."""

_NEIGHBOURS = 2
"""So many versions need no choice: their comparison is printed."""

PARTS = tuple(name for name in TERMS["Parts"] if name not in {"name", "internal"})
"""The parts that a version's page prints, in the order of the form."""


def version_pages(edition: Edition, code: str) -> Iterator[Page]:
    """Yield a page for each version of a procedure, and one for each pair of neighbours."""
    pairs = comparisons(edition, code)
    for version in edition.versions[code]:
        yield _version_page(edition, version, compared=version.hash in pairs)
    for before, after, change in pairs.values():
        yield _comparison_page(edition, before, after, change)


def comparisons(edition: Edition, code: str) -> dict[str, tuple[Version, Version, Change]]:
    """Return the neighbouring versions whose contents differ, by the hash of the later one."""
    held = edition.__dict__.setdefault("_comparisons", {})
    if code not in held:
        versions = edition.versions[code]
        changes = [
            (before, after, difference(before, after, edition))
            for before, after in pairwise(versions)
        ]
        held[code] = {
            after.hash: (before, after, change)
            for before, after, change in changes
            if change is not None and change.content
        }
    found: dict[str, tuple[Version, Version, Change]] = held[code]
    return found


def _version_page(edition: Edition, version: Version, *, compared: bool) -> Page:
    stands = standing(edition, version)
    state = version.state
    name = state.procedure.name
    # Any two of several versions are put together from their pages, so each must be whole.
    several = len(edition.versions[version.code]) > _NEIGHBOURS
    return Page(
        addresses.version_address(version.code, version.short),
        f"{version_name(state)} ({version.code}-{version.short}): {name}",
        f"Bản {version.short} của thủ tục {version.code}: còn áp dụng không, đã thay đổi những gì.",
        "version.html",
        addresses.FIELDS,
        {
            "v": version,
            "state": state,
            "p": state.procedure,
            "named": version_name(state),
            "stands": stands,
            "told": _told(stands.change),
            "page": edition.procedure_link(version.code),
            "decision": edition.decision_link(state.last) if state.last else Link(""),
            "signed": state.last.signed if state.last else None,
            "successors": [
                edition.apart_link(to) for to in edition.states[version.code].successors
            ],
            "local": local_end(edition, version.code),
            "comparison": addresses.comparison_address(version.code, version.short)
            if compared
            else "",
            "sheet": addresses.sheet_address(version.code),
            "parts": [
                (name, TERMS["Parts"][name], _worded(edition, name, value))
                for name in (PARTS if stands.kind != "now" or several else ())
                if (value := getattr(state.procedure, name))
            ],
            "recorded": _recorded(edition, version),
            "printed": printed,
        },
        "" if stands.kind == "now" else NO_INDEX,
    )


def _recorded(edition: Edition, version: Version) -> list[tuple[int, str]]:
    """Return the number and the hash of each document that applies, as the ledger records them."""
    hashes = edition.hashes.get(version.code, ())
    if len(hashes) != len(edition.catalog.lives[version.code].documents):
        return []
    return sorted((entry.index + 1, hashes[entry.index]) for entry in version.state.entries)


def _told(change: Change | None) -> list[tuple[str, str, list[str]]]:
    """Return what changed for whoever prepared by an older version, heading by heading."""
    if change is None:
        return []
    unknown = {part.part: part.title for part in change.parts if part.revealed}
    items = [
        item
        for item in change.impact.items
        if item.effect is not Effect.EDITORIAL and item.part not in unknown
    ]
    papers = [item for item in items if item.part == "dossiers"]
    others = [item for item in items if item.part != "dossiers"]
    headings = (
        ("Phải chuẩn bị thêm", "heavier", _of(papers, Effect.HEAVIER)),
        ("Không còn cần nữa", "lighter", _of(papers, Effect.LIGHTER)),
        ("Thuận lợi hơn", "lighter", _of(others, Effect.LIGHTER)),
        ("Chặt hơn hoặc tốn hơn", "heavier", _of(others, Effect.HEAVIER)),
        ("Cũng có thay đổi", "neutral", _of(items, Effect.NEUTRAL)),
        ("Một bên không nêu nên không so sánh được", "neutral", list(unknown.values())),
    )
    return [heading for heading in headings if heading[2]]


def _of(items: list[ImpactItem], effect: Effect) -> list[str]:
    return list(dict.fromkeys(item.sentence for item in items if item.effect is effect))


def _comparison_page(edition: Edition, before: Version, after: Version, change: Change) -> Page:
    name = after.state.procedure.name
    unknown = {part.part for part in change.parts if part.revealed}
    apart = {part.part for part in change.content} | unknown
    return Page(
        addresses.comparison_address(after.code, after.short),
        f"So sánh bản {before.short} với bản {after.short} ({after.code}): {name}",
        f"Thủ tục {after.code}: {version_name(before.state)} và "
        f"{version_name(after.state).lower()} cạnh nhau.",
        "comparison.html",
        addresses.FIELDS,
        {
            "code": after.code,
            "name": name,
            "before": version_link(before),
            "after": version_link(after),
            "corrected": not before.spans,
            "told": _told(change),
            "changed": [
                (
                    part.part,
                    part.title,
                    _side(edition, part, part.before),
                    _side(edition, part, part.after),
                )
                for part in change.content
            ],
            "same": [
                TERMS["Parts"][name]
                for name in PARTS
                if name not in apart and getattr(after.state.procedure, name)
            ],
            "unknown": [TERMS["Parts"][name] for name in PARTS if name in unknown],
            "page": edition.procedure_link(after.code),
            "printed": printed,
        },
        NO_INDEX,
    )


def _side(edition: Edition, part: PartChange, value: Any) -> Any:  # noqa: ANN401 - as below
    return _worded(edition, part.part, value) or (BY_CHANNEL if part.by_channel else value)


def _worded(edition: Edition, part: str, value: Any) -> Any:  # noqa: ANN401 - a part of any type
    """Return the value of a part with the names that stand behind ids of the registers."""
    if part == "field" and value:
        return edition.field_link(value).words
    if isinstance(value, Agencies):
        named = {
            kind: tuple(edition.agency_name(name) for name in names)
            for kind, names in value.__dict__.items()
        }
        return value.model_copy(update=named)
    return value


def chosen_versions() -> Page:
    """Return the page on which a reader holds any two versions against each other."""
    return Page(
        addresses.COMPARING,
        "So sánh hai bản",
        "Hai bản bất kỳ của một thủ tục cạnh nhau, từng phần, có đánh dấu chỗ thêm và chỗ bỏ.",
        "chosen_versions.html",
        addresses.FIELDS,
        {},
        NO_INDEX,
    )


# --- on the procedure's own page ------------------------------------------------------------------


class VersionRow(NamedTuple):
    """A version as the list on the procedure's page tells it."""

    link: Link
    short: str
    kind: str
    now: bool
    comparison: str
    decision: Link


def version_says(edition: Edition, code: str) -> dict[str, Any]:
    """Return what a procedure's page says of its versions and of the days of dossiers."""
    pairs = comparisons(edition, code)
    current = edition.version_now(code)
    rows = [
        VersionRow(
            version_link(version),
            version.short,
            _stage(edition, version, current),
            version is current,
            addresses.comparison_address(code, version.short) if version.hash in pairs else "",
            edition.decision_link(version.state.last) if version.state.last else Link(""),
        )
        for version in reversed(edition.versions[code])
    ]
    ended = not edition.states[code].in_force
    return {
        "versions": rows,
        "received": list(same_text(received(edition, code))) if pairs or ended else [],
        "due": due_codes(edition.states[code].procedure) if current else {},
        "version": current,
        "sheet": addresses.sheet_address(code) if current else "",
        "feed": addresses.procedure_feed_address(code),
        "data": addresses.procedure_data_address(code),
    }


def _stage(edition: Edition, version: Version, current: Version | None) -> str:
    if version is current:
        return "đang áp dụng"
    if not version.spans:
        return "đã đính chính"
    return "sắp áp dụng" if version.spans[0].since > edition.today else ""
