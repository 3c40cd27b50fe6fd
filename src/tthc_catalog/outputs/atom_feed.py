# Followers must be told of everything once and of nothing twice. So entries are named by documents
# (see publications.py), `updated` is the day on which the document became known and never the
# clock, a correction is an entry of its own that answers the one it puts right, and what no longer
# fits into a feed stands in its archive pages (RFC 5005), which lead back to the first entry.

"""Atom feeds: all changes, those of a field, of an agency, of one procedure."""

from __future__ import annotations

import re
import uuid
from collections import defaultdict
from dataclasses import dataclass
from html import escape  # what `xml.sax` has for it loads half the web
from typing import TYPE_CHECKING

from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.publications import publications, timelines
from tthc_catalog.records.identifiers import is_code
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tthc_catalog.catalog import State
    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.publications import Publication

MEDIA_TYPE = "application/atom+xml"
LENGTH = 50
"""A feed holds at least so many of the latest entries and less than three times as many."""

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"'
    ' xmlns:fh="http://purl.org/syndication/history/1.0"'
    ' xmlns:thr="http://purl.org/syndication/thread/1.0">'
)
_UNKNOWN_DAY = "1970-01-01"
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG_YEAR = 2026  # RFC 4151: a year in which the address was the publisher's; never changed
_RELATIVE = uuid.UUID("8a3f2c0e-6f0d-5c1b-9a52-2f6f0c9d7e11")


def stable_name(edition: Edition, what: str) -> str:
    """Return a tag URI (RFC 4151) for anything; a UUID where the catalogue has no address."""
    host = edition.host
    return f"tag:{host},{_TAG_YEAR}:tthc/{what}" if host else uuid.uuid5(_RELATIVE, what).urn


@dataclass(frozen=True, slots=True)
class Feed:
    """What one feed is called and what it tells, in the order of publication."""

    address: str
    title: str
    page: str
    """The page that it belongs to."""

    entries: Sequence[Publication]
    whole: bool = False
    """Whether it always holds all its entries, so that it needs no archive."""


def atom_feeds(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the text of every feed and of every archive page."""
    for feed in feeds(edition):
        yield from _printed(edition, feed)


def feeds(edition: Edition) -> Iterator[Feed]:
    """Yield every feed of a catalogue."""
    told = publications(edition)
    news = [each for each in told if each.news]
    yield Feed(
        addresses.ALL_FEED,
        f"{edition.catalog.settings.title}: mọi thay đổi",
        addresses.CHANGES,
        news,
    )
    fields: dict[str, dict[int, Publication]] = defaultdict(dict)
    agencies: dict[str, dict[int, Publication]] = defaultdict(dict)
    for each in news:
        for state in each.states:
            fields[state.procedure.field][each.number] = each
            for name in _agencies(edition, state):
                agencies[name][each.number] = each
    for address, (name, codes) in edition.by_field.items():
        field = edition.states[codes[0]].procedure.field
        listed = list(fields.pop(field, {}).values())
        yield Feed(addresses.field_feed_address(field), f"Thay đổi: {name}", address, listed)
    for field, entries in fields.items():
        link = edition.field_link(field)
        page = link.address or addresses.FIELDS
        title = f"Thay đổi: {link.words}"
        yield Feed(addresses.field_feed_address(field), title, page, list(entries.values()))
    yield from _agency_feeds(edition, agencies)
    lives: dict[str, list[Publication]] = {code: [] for code in timelines(edition)}
    for each in told:
        lives[each.code].append(each)
    for code in edition.unsettled:
        entries_ = lives[code]
        link = edition.procedure_link(code)
        page = link.address or addresses.HOME
        yield Feed(addresses.procedure_feed_address(code), link.words, page, entries_, whole=True)


def _agency_feeds(edition: Edition, told: dict[str, dict[int, Publication]]) -> Iterator[Feed]:
    # Two spellings of one name share an address, as they share a list.
    entries: dict[str, dict[int, Publication]] = defaultdict(dict)
    names: dict[str, str] = {}
    for name in [*(name for name, _ in edition.by_agency.values()), *told]:
        names.setdefault(addresses.agency_feed_address(name), name)
        entries[addresses.agency_feed_address(name)] |= told.get(name, {})
    for address, name in names.items():
        page = edition.agency_link(name).address or addresses.AGENCIES
        listed = [entries[address][number] for number in sorted(entries[address])]
        yield Feed(address, f"Thay đổi: {name}", page, listed)


def _agencies(edition: Edition, state: State) -> Iterator[str]:
    agencies = state.procedure.agencies
    for name in agencies.executing or agencies.deciding:
        yield edition.agency_name(name)


# --- one feed -------------------------------------------------------------------------------------


def _printed(edition: Edition, feed: Feed) -> Iterator[tuple[str, bytes]]:
    archived = 0 if feed.whole else max(0, len(feed.entries) // LENGTH - 1) // 2 * 2 * LENGTH
    sheets = range(0, archived, 2 * LENGTH)
    for number, start in enumerate(sheets, 1):
        part = feed.entries[start : start + 2 * LENGTH]
        before = _archive(feed, number - 1) if number > 1 else ""
        address = _archive(feed, number)
        yield address, _document(edition, feed, part, address, before, archive=True)
    before = _archive(feed, len(sheets)) if sheets else ""
    yield feed.address, _document(edition, feed, feed.entries[archived:], feed.address, before)


def _archive(feed: Feed, number: int) -> str:
    return f"{feed.address.removesuffix('.xml')}-luu-{number}.xml"


def _document(  # noqa: PLR0913 - each of them stands in the head of the feed
    edition: Edition,
    feed: Feed,
    part: Sequence[Publication],
    address: str,
    before: str,
    *,
    archive: bool = False,
) -> bytes:
    root = edition.base or "../" * addresses.depth_of(address)
    publisher = edition.catalog.settings.publisher or edition.catalog.settings.title
    told = max((each.told for each in part if each.told), default=None)
    lines = [
        _HEAD,
        f"<id>{_text(stable_name(edition, feed.address.removesuffix('.xml')))}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{_moment(told)}</updated>",
        f"<author><name>{_text(publisher)}</name></author>",
        f'<link rel="alternate" type="text/html" href={_address(root, feed.page)}/>',
        f'<link rel="self" type="{MEDIA_TYPE}" href={_address(root, address)}/>',
    ]
    if archive:
        lines += ["<fh:archive/>", f'<link rel="current" href={_address(root, feed.address)}/>']
    if feed.whole:
        lines.append("<fh:complete/>")
    if before:
        lines.append(f'<link rel="prev-archive" href={_address(root, before)}/>')
    lines += [_entry(edition, each, root) for each in reversed(part)]
    return ("\n".join(lines) + "\n</feed>\n").encode()


def _entry(edition: Edition, each: Publication, root: str) -> str:
    moment = each.moment
    link = edition.procedure_link(each.code)
    page = _address(root, link.address or addresses.HOME)
    kind = moment.change.kind.value if moment.change else moment.style
    lines = [
        "<entry>",
        f"<id>{_text(stable_name(edition, each.name))}</id>",
        f"<title>{_text(f'{moment.label}: {link.words}')}</title>",
        f"<updated>{_moment(each.told)}</updated>",
        f'<link rel="alternate" type="text/html" href={page}/>',
        f"<category term={_quoted(kind)} label={_attribute(moment.label)}/>",
    ]
    if each.corrects:
        old = _quoted(stable_name(edition, each.corrects))
        lines.append(f"<thr:in-reply-to ref={old} href={page}/>")
    body = "".join(f"<p>{escape(line, quote=False)}</p>" for line in in_words(each))
    lines.append(f'<content type="html">{_text(body)}</content>')
    return "\n".join([*lines, "</entry>"])


def in_words(each: Publication) -> Iterator[str]:
    """Yield the sentences that tell an event: who did it, from when, what it changes."""
    moment = each.moment
    said = f"Mã {each.code}." if is_code(each.code) else "Chưa có mã quốc gia."
    if moment.decision.words:
        said += f" {moment.decision.words}"
        said += f", ký ngày {say_date(each.entry.signed)}." if each.entry.signed else "."
    yield said
    yield f"Ngày có hiệu lực: {moment.when}." if not each.lapses else f"Từ ngày {moment.when}."
    correction = each.entry.document.corrects
    if correction is not None and not each.lapses:
        yield f"Đính chính {correction.number}: {correction.reason or 'không nêu lý do'}."
    for effect in moment.effects:
        yield effect.sentence
    if moment.parts:
        yield f"Thay đổi ở: {', '.join(part.title for part in moment.parts)}."
    for term, links in moment.relatives:
        yield f"{term}: {'; '.join(link.words for link in links)}."


def _moment(day: date | None) -> str:
    # The day begins in Việt Nam.
    return f"{day.isoformat() if day else _UNKNOWN_DAY}T00:00:00+07:00"


def _text(words: str) -> str:
    return escape(_NOT_XML.sub(" ", words), quote=False)


def _attribute(words: str) -> str:
    return _quoted(_NOT_XML.sub(" ", words))


def _quoted(words: str) -> str:
    return f'"{escape(words)}"'


def _address(root: str, address: str) -> str:
    return _quoted(root + ("" if address == addresses.HOME and "://" in root else address))
