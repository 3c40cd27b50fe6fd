# The press: every page of an edition through its template into the shell and onto the disk. A page
# costs its own text; the order of pages does not matter and none waits for another.

"""Print a catalogue as a site."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from tthc_catalog.errors import BadRequestError, UnreadableError
from tthc_catalog.files.reading import collector_at_rest
from tthc_catalog.outputs import atom_feed, effect_calendar, linked_data, open_data
from tthc_catalog.outputs.site import addresses, search_index
from tthc_catalog.outputs.site.change_pages import change_pages, chronicle
from tthc_catalog.outputs.site.cited_texts import cited_texts_page
from tthc_catalog.outputs.site.decision_page import decision_lists, decision_page
from tthc_catalog.outputs.site.dossier_dates import CALENDAR, calendar_file
from tthc_catalog.outputs.site.edition import Edition
from tthc_catalog.outputs.site.event_pages import TITLE as EVENTS_TITLE
from tthc_catalog.outputs.site.event_pages import event_pages
from tthc_catalog.outputs.site.follow_pages import follow_pages, letters
from tthc_catalog.outputs.site.frame_links import (
    MENU_SCRIPT,
    completed,
    flattened,
    language_of,
    named,
    spoken_as_written,
)
from tthc_catalog.outputs.site.frame_style import restyled
from tthc_catalog.outputs.site.frame_words import word
from tthc_catalog.outputs.site.home_page import home_page, offline_page, search_page
from tthc_catalog.outputs.site.list_pages import list_pages
from tthc_catalog.outputs.site.lost_page import LOST, lost_page, root_of_site
from tthc_catalog.outputs.site.old_addresses import old_addresses
from tthc_catalog.outputs.site.posting_sheet import (
    GATHERING,
    posting_sheets,
    sheet_lists,
    sheets_together,
)
from tthc_catalog.outputs.site.posting_sheet import STYLE as SHEET_STYLE
from tthc_catalog.outputs.site.procedure_page import procedure_page
from tthc_catalog.outputs.site.publications import timelines
from tthc_catalog.outputs.site.rule_book import rule_book
from tthc_catalog.outputs.site.settled import Settled, looks_of
from tthc_catalog.outputs.site.shell import SHELL_FILE, Shell, with_policy
from tthc_catalog.outputs.site.statistics_page import statistics_page
from tthc_catalog.outputs.site.typesetting import template
from tthc_catalog.outputs.site.version_pages import (
    COMPARING,
    NO_INDEX,
    chosen_versions,
    version_pages,
    version_says,
)
from tthc_catalog.outputs.site.writing import MANIFEST, Press, Printed
from tthc_catalog.records.record import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.finding import FindingKind
    from tthc_catalog.outputs.site.edition import Page

ASSETS = "assets/tthc"
"""Where the site's own style and scripts stand."""

STYLE = f"{ASSETS}/site.css"

FRAME_STYLE = f"{ASSETS}/khung.css"
"""What of the theme's style the catalogue's pages use."""

ICON = f"{ASSETS}/bieu-tuong.svg"
"""What a tab of the browser shows, where the site names no picture of its own."""

_COMMENT = re.compile(rb"/\*.*?\*/\s*|(?<=\n)[ \n]+", re.DOTALL)
"""What maintainers read and every reader would have to load."""

_SCRIPT_COMMENT = re.compile(rb"^[ ]*(?://[^\n]*|/\*\*.*?\*/)?\n|^[ ]+", re.DOTALL | re.MULTILINE)
"""The same in a script: whole lines only, so that nothing within a text is taken for one."""

SECTIONS = (
    (addresses.HOME, "Trang chủ"),
    (addresses.SEARCH, "Tìm kiếm"),
    (addresses.EVENTS, EVENTS_TITLE),
    (addresses.FIELDS, "Lĩnh vực"),
    (addresses.AGENCIES, "Cơ quan"),
    (addresses.LEVELS, "Cấp thực hiện"),
    (addresses.LETTERS, "A–Z"),
    (addresses.CHANGES, "Thay đổi"),
    (addresses.DECISIONS, "Quyết định"),
    (addresses.SHEETS, "Niêm yết"),
    (addresses.STATISTICS, "Thống kê"),
    (addresses.FOLLOW, "Theo dõi"),
    (addresses.DATA, "Dữ liệu mở"),
)
"""The pages that a site's navigation may lead to, with their names."""


def print_site(  # noqa: PLR0913 - each of them changes what is printed
    catalog: Catalog,
    frame: Path,
    out: Path,
    *,
    today: date,
    base: str | None = None,
    policy: bool = True,
    memory: Path | None = None,
    kinds: Iterable[FindingKind] = (),
) -> Printed:
    """Print every page of a catalogue into a rendered frame.

    Args:
        catalog: what to print.
        frame: the folder that a site generator made; it holds the shell and what belongs to it.
        out: the folder of the site; may be the frame itself.
        today: the day on which the site speaks.
        base: address at which it is published; by default the one in the catalogue's settings.
        policy: whether the pages carry a Content-Security-Policy; off only for a server that adds
            scripts of its own to pages.
        memory: file that remembers what was printed from what (`settled.memory_of`); with it, a
            catalogue that was loaded with hashes is printed only where something changed.
        kinds: see `pages`.

    Returns:
        How many files were written, left alone and removed.

    Raises:
        UnreadableError: the frame has no shell page.
        UnwritableError: the folder cannot be written.
        BadRequestError: the shell page has lost its marks, or `base` is no web address.
    """
    address = catalog.settings.address if base is None else base
    if address and not is_web_address(address):
        raise BadRequestError(f"«{address}» không phải là địa chỉ web; viết như https://x.vn/.")
    framed = _shell_of(frame)
    root = f"{address.rstrip('/')}/" if address else ""
    edition = Edition(catalog, today, root, language=language_of(framed))
    framed, style = restyled(
        completed(flattened(framed), language=edition.language), frame, FRAME_STYLE
    )
    shell = Shell(framed, policy=policy)
    press = Press(out)
    settled = Settled.of(edition, press, memory, (shell.html, str(policy), *looks_of(frame)))
    if settled.whole:
        return press.printed
    edition.settled = settled.codes
    if style:
        press.put(FRAME_STYLE, style)
    listed = settled.listed
    # Nothing that printing makes lives longer than its page.
    with collector_at_rest(), press:
        for page in pages(edition, kinds):
            press.put(page.address, filled(edition, shell, page))
            if NO_INDEX not in page.head:
                listed.append(page.address)
        for address, content in _files(edition):
            press.put(address, content)
        listed += _take_frame(edition, frame, press, out, policy=policy)
        _put_sitemap(edition, press, frame, out, listed)
        printed = press.finish()
    settled.save(edition, press, listed)
    return printed


def pages(edition: Edition, kinds: Iterable[FindingKind] = ()) -> Iterator[Page]:
    """Yield every page of an edition.

    Args:
        edition: what to print.
        kinds: kinds of findings that have pages beside those of the rules, such as
            `tthc_catalog.imports.KINDS`.
    """
    moments = timelines(edition)
    told = chronicle(edition, moments)
    yield home_page(edition, told)
    yield search_page(edition)
    yield offline_page()
    yield chosen_versions()
    yield from event_pages(edition)
    yield from procedure_pages(edition)
    for code in edition.unsettled:
        yield from version_pages(edition, code)
    yield from old_addresses(edition)
    for timed in edition.catalog.decisions:
        yield decision_page(edition, timed)
    yield from decision_lists(edition)
    yield from list_pages(edition)
    yield from change_pages(told)
    yield from sheet_lists(edition)
    yield from follow_pages(edition)
    yield statistics_page(edition)
    yield cited_texts_page(edition)
    yield from rule_book(kinds)


def procedure_pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of every procedure whose page does not stand already."""
    moments = timelines(edition)
    for code in edition.unsettled:
        page = procedure_page(edition, code, moments[code])
        page.says.update(version_says(edition, code))
        yield page._replace(head=linked_data.procedure_head(edition, code))


def filled(edition: Edition, shell: Shell, page: Page) -> bytes:
    """Return a page as it is served: its template, filled, within the frame."""
    up = Markup("../") * addresses.depth_of(page.address)
    body = template(page.template, edition.language).render(up=up, **page.says)
    return shell.page(
        page.address,
        title=word(page.title, edition.language),
        description=word(page.description, edition.language),
        head=_head(edition, page),
        body=body,
        section=page.section,
    )


def _head(edition: Edition, page: Page) -> str:
    title, description = escape(page.title), escape(page.description)
    said = (
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:description" content="{description}">'
        '<meta property="og:type" content="website"><meta property="og:locale" content="vi_VN">'
    )
    if edition.base:
        address = escape(edition.base + ("" if page.address == addresses.HOME else page.address))
        said += (
            f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
        )
    return said + (page.head or linked_data.list_head(page.address))


def _shell_of(frame: Path) -> str:
    try:
        return (frame / SHELL_FILE).read_text("utf-8")
    except OSError as error:
        message = f"Thư mục khung {frame} không có trang {SHELL_FILE}; hãy dựng lại khung."
        raise UnreadableError(message) from error


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield what pages load, and what is no page: sheets, feeds, calendars, data."""
    assets = files("tthc_catalog.outputs.site") / "assets"
    style = (assets / "site.css").read_bytes() + search_index.search_style()
    yield STYLE, _COMMENT.sub(b"", style)
    yield ICON, (assets / "bieu-tuong.svg").read_bytes()
    yield f"{ASSETS}/{SHEET_STYLE}", _COMMENT.sub(b"", (assets / SHEET_STYLE).read_bytes())
    for name in ("thu-tuc.js", COMPARING, GATHERING):
        yield f"{ASSETS}/{name}", _SCRIPT_COMMENT.sub(b"", (assets / name).read_bytes())
    yield MENU_SCRIPT, _SCRIPT_COMMENT.sub(b"", (assets / "khung.js").read_bytes())
    yield f"{ASSETS}/{CALENDAR}", calendar_file(edition.catalog)
    yield from posting_sheets(edition)
    yield sheets_together(edition)
    yield from atom_feed.atom_feeds(edition)
    yield from effect_calendar.effect_calendars(edition)
    yield from letters(edition)
    yield from open_data.open_data(edition)
    yield from linked_data.linked_data(edition)
    for name, content in search_index.search_files().items():
        yield f"{ASSETS}/{name}", _SCRIPT_COMMENT.sub(b"", content)
    yield search_index.WORKER, search_index.search_worker()
    yield f"{ASSETS}/{search_index.INDEX}", search_index.search_index(edition)


def _take_frame(
    edition: Edition, frame: Path, press: Press, out: Path, *, policy: bool
) -> list[str]:
    """Bring over what the generator made beside the shell: its assets and the ordinary pages.

    Returns:
        The addresses of the ordinary pages.
    """
    documents: list[str] = []
    skip = {*press.made, SHELL_FILE, MANIFEST, "sitemap.xml", "sitemap.xml.gz"}
    if frame.resolve() == out.resolve():
        (out / SHELL_FILE).unlink(missing_ok=True)
    for path in sorted(frame.rglob("*")):
        name = path.relative_to(frame).as_posix()
        if name in skip or not path.is_file() or name.startswith(f"{ASSETS}/"):
            continue
        if path.suffix == ".html":
            lost = name == LOST
            up = root_of_site(edition) if lost else "../" * addresses.depth_of(name)
            html = completed(path.read_text("utf-8"), up, edition.language)
            html = lost_page(html, edition) if lost else html
            html = spoken_as_written(html, edition.language)
            html = html if lost else named(html, edition.base, name)
            press.put(name, (with_policy(html) if policy else html).encode())
            if not lost:
                documents.append(name)
        elif frame.resolve() != out.resolve():
            press.put(name, path.read_bytes())
        else:
            press.keep(name)
    return documents


def _put_sitemap(edition: Edition, press: Press, frame: Path, out: Path, listed: list[str]) -> None:
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        if frame.resolve() == out.resolve():
            (out / name).unlink(missing_ok=True)
    if not edition.base:
        return
    rows = "".join(
        f"<url><loc>{escape(edition.base + address)}</loc></url>\n" for address in sorted(listed)
    )
    press.put(
        "sitemap.xml",
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'.encode(),
    )
