from __future__ import annotations

import json
import re
from itertools import pairwise
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import html5lib

if TYPE_CHECKING:
    from tests.outputs.site.conftest import Site

LOADED = re.compile(
    r'(?:<(?:script|img|iframe)[^>]*\ssrc|<link(?![^>]*canonical)[^>]*\shref)="((?!data:)\w+:[^"]*)'
)
LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
ANCHOR = re.compile(r'\s(?:id|name)="([^"]*)"')
SHEET = re.compile(r"^niem-yet/(?=9\.|thu-nghiem)")
HEADING = re.compile(r"h[1-6]")
DATA = re.compile(r'\sdata-tim-(?:muc-luc|sw)="([^"]*)"')


def test_no_link_of_the_site_is_dead(site: Site) -> None:
    pages = {
        path.relative_to(site.folder).as_posix(): path.read_text("utf-8")
        for path in site.folder.rglob("*.html")
    }
    anchors = {name: set(ANCHOR.findall(html)) for name, html in pages.items()}
    dead: list[str] = []
    for name, html in pages.items():
        if name == "404.html":  # its links start at the root of the server, wherever that is
            continue
        for to in (*LINK.findall(html), *DATA.findall(html)):
            parts = urlsplit(to)
            if parts.scheme or to.startswith("//"):
                continue
            target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
            if target == ".":
                target = "index.html"
            known = anchors.get(target, {parts.fragment}) | {""}
            if not (site.folder / target).is_file() or parts.fragment not in known:
                dead.append(f"{name}: {to}")
    assert sorted(set(dead)) == []


def test_nothing_is_loaded_from_other_hosts(site: Site) -> None:
    for path in (*site.folder.rglob("*.html"), site.folder / "assets/tthc/site.css"):
        text = path.read_text("utf-8")
        assert LOADED.findall(text) == [], path.name
        assert "url(http" not in text


def test_no_page_carries_the_whole_navigation(site: Site) -> None:
    html = site.html("thu-tuc/9.000001.html")
    frame = len(html.encode()) - len(site.body("thu-tuc/9.000001.html").encode())
    assert frame < 16_000


HOME = "https://thu-tuc.example/"


def test_every_page_says_what_it_is(site: Site) -> None:
    titles: dict[str, str] = {}
    for path in sorted(site.folder.rglob("*.html")):
        name = path.relative_to(site.folder).as_posix()
        page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        told = {meta.get("name"): meta.get("content") for meta in page.iter("meta")}
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        links = {link.get("rel"): link.get("href") for link in page.iter("link")}
        title = page.findtext(".//title")
        assert page.get("lang") == "vi", name
        assert told["description"], name
        assert len(ids) == len(set(ids)), name
        assert title
        assert titles.setdefault(title, name) == name
        if name != "404.html":
            # A sheet is the procedure's page in another form.
            own = SHEET.sub("thu-tuc/", name) if name != "index.html" else ""
            assert links["canonical"] == HOME + own
        for script in page.iter("script"):
            if script.get("type") == "application/ld+json":
                assert json.loads(script.text or "")["@type"], name


def test_no_heading_leaves_out_a_level(site: Site) -> None:
    for path in sorted(site.folder.rglob("*.html")):
        page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        levels = [int(e.tag[1]) for e in page.iter() if HEADING.fullmatch(str(e.tag))]
        assert levels.count(1) == 1, path.name
        assert all(after <= before + 1 for before, after in pairwise(levels)), path.name
