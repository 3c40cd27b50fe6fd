from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from tests.outputs.site.conftest import Site

LOADED = re.compile(
    r'(?:<(?:script|img|iframe)[^>]*\ssrc|<link(?![^>]*canonical)[^>]*\shref)="((?!data:)\w+:[^"]*)'
)
LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
ANCHOR = re.compile(r'\s(?:id|name)="([^"]*)"')
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
