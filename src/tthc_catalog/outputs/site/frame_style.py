# A theme brings the style of everything that its documents might hold: tabs, annotations, code,
# search, writing from right to left. Pages of the catalogue hold none of it, and four fifths of
# that file would hold up the first view on every phone. So the frame of our pages gets one file
# with the rules that can apply; documents keep the theme's own. What is not understood is kept.

"""The style of the frame, without the rules that no page of the catalogue can use."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SHEET = re.compile(r'<link rel="stylesheet" href="(?P<to>assets/stylesheets/[^"]*\.css)"\s*/?>')
_SCRIPT = re.compile(r'<script[^>]*\ssrc="(?P<to>[^"]*)"')
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_MARK = re.compile(r'"[^"]*"|\'[^\']*\'|[{}]')
_WORD = re.compile(r"-?[A-Za-z_][\w-]*")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_ASIDE = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_VARIABLE = re.compile(r"(?P<name>--[\w-]+):(?:\"[^\"]*\"|url\(\"[^\"]*\"\)|[^;{}\"])*;?")
_NAMED_LATER = frozenset({"md-skip"})
"""Classes that pages get after the frame was rendered."""


def restyled(html: str, frame: Path, address: str) -> tuple[str, bytes]:
    """Return a frame that loads one style in place of the theme's, and that style.

    Args:
        html: the frame's page at the root of the site.
        frame: the folder that the generator made.
        address: where the style will stand.

    Returns:
        The page as it was and nothing, where the theme's style is not found.
    """
    links = [link for link in _SHEET.finditer(html) if (frame / link["to"]).is_file()]
    if not links:
        return html, b""
    used = {*_NAMED_LATER, *_WORD.findall(html)}
    for source in _sources(html, frame):
        used.update(_WORD.findall(source))
    style = "".join((frame / link["to"]).read_text("utf-8") for link in links)
    for link in links[1:]:
        html = html.replace(link.group(), "", 1)
    one = f'<link rel="stylesheet" href="{address}">'
    return html.replace(links[0].group(), one, 1), trimmed(style, used).encode()


def _sources(html: str, frame: Path) -> Iterator[str]:
    for template in (files("tthc_catalog.outputs.site") / "templates").iterdir():
        yield template.read_text("utf-8")
    for script in _SCRIPT.finditer(html):
        path = frame / script["to"]
        if path.is_file():
            yield path.read_text("utf-8")


def trimmed(style: str, used: set[str]) -> str:
    """Return a style without rules for classes that are not used, nor for right-to-left text."""
    style = "".join(_kept(_REMARK.sub("", style), used))
    # Pictures stand in variables; those of rules that are gone weigh most of all.
    asked = set(re.findall(r"var\((--[\w-]+)", style)) | used
    return _VARIABLE.sub(
        lambda found: (
            found.group() if found["name"] in asked or "url(" not in found.group() else ""
        ),
        style,
    )


def _kept(style: str, used: set[str]) -> Iterator[str]:
    for head, body in _blocks(style):
        if body is None:
            yield head
        elif head.startswith(("@media", "@supports", "@layer", "@container")):
            inner = "".join(_kept(body, used))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            selectors = [each for each in _COMMA.split(head) if _applies(each, used)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _applies(selector: str, used: set[str]) -> bool:
    if "[dir=rtl]" in selector:
        return False
    # "a--b" is a state of "a": scripts set it while the page is read.
    names = _CLASS.findall(_ASIDE.sub("", selector))
    return all(name in used or name.partition("--")[0] in used for name in names)


def _blocks(style: str) -> Iterator[tuple[str, str | None]]:
    """Yield the head and the body of each block; statements without a body with None."""
    depth = start = opened = 0
    for mark in _MARK.finditer(style):
        if mark.group() == "{":
            if depth == 0:
                opened = mark.start()
            depth += 1
        elif mark.group() == "}":
            depth -= 1
            if depth == 0:
                head = style[start:opened]
                statements, semicolon, head = head.rpartition(";")
                if semicolon:
                    yield f"{statements};", None
                yield head.strip(), style[opened + 1 : mark.start()]
                start = mark.end()
