# The site's generator renders one ordinary page, the shell, with marks where a page's own text
# goes. This module cuts it at the marks once for each depth, so that a page costs a few joins, and
# states the Content-Security-Policy that the frame's own scripts need and no other script gets.
#
# It knows nothing of MkDocs: whatever renders a page that keeps the marks can be the host.

"""The frame around every page: rendered once by a site generator, filled by us."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import escape

from tthc_catalog.errors import BadRequestError
from tthc_catalog.outputs.site.addresses import depth_of

SHELL_PAGE = "khung.md"
"""The Markdown page that a generator renders as the shell; its result is `khung.html`."""

_TITLE = "tthc-khung-tieu-de"
_DESCRIPTION = "tthc-khung-mo-ta"
_HEAD = "<!-- tthc-khung-dau -->"
_BODY = "<!-- tthc-khung-noi-dung <h1> -->"  # the <h1> keeps Material from adding one of its own

SHELL_FILE = SHELL_PAGE.replace(".md", ".html")

SHELL_MARKDOWN = f"""---
title: {_TITLE}
description: {_DESCRIPTION}
hide: [navigation, toc, footer]
search: {{exclude: true}}
---

{_BODY}
"""

_LINK = re.compile(r"""(?P<before>\s(?:href|src|action)=")(?P<to>[^"]*)""")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|$")
_BASE = re.compile(r'(?P<before>"base":\s*"|new URL\(")(?P<to>\.*/?)(?=")')
_WORKER = re.compile(r'(?P<before>"search":\s*")(?P<to>[^"]*)')
_CANONICAL = re.compile(r'\s*<link rel="canonical"[^>]*>')
_NEIGHBOURS = re.compile(r'\s*<link rel="(?:prev|next)"[^>]*>')
_PIECE = re.compile("(" + "|".join(map(re.escape, (_TITLE, _DESCRIPTION, _HEAD, _BODY))) + ")")
_TAB = re.compile(r'<li class="md-tabs__item">\s*<a href="(?P<to>[^"]*)" class="md-tabs__link"')
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_SKIP = re.compile(r'(<div data-md-component="skip">)\s*(</div>)')
_START = "noi-dung"
_INDENT = re.compile(r"\s*\n\s*")
"""Indentation means nothing in a frame without preformatted text, and weighs on every page."""

_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)


@dataclass
class Shell:
    """A rendered frame, ready to be filled.

    Raises:
        BadRequestError: the page has lost its marks, so it is not our frame.
    """

    html: str
    policy: bool = True
    """Whether pages carry a Content-Security-Policy."""

    _cuts: dict[tuple[int, str], tuple[str | bytes, ...]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Make sure that the marks are there before anything is printed."""
        if self.html.count(_BODY) != 1 or _TITLE not in self.html:
            message = "Trang khung không còn dấu đánh vị trí; bộ dựng trang có thể đã đổi mẫu."
            raise BadRequestError(message)

    def page(  # noqa: PLR0913 - these are the marks of the frame
        self, address: str, *, title: str, description: str, head: str, body: str, section: str = ""
    ) -> bytes:
        """Return a whole page.

        Args:
            address: where it will stand; its depth decides the frame's relative links.
            title: plain text, escaped here.
            description: plain text, escaped here.
            head: markup for the end of `<head>`, already safe.
            body: markup of the article, already safe.
            section: address of the navigation entry that it belongs to.
        """
        words = {
            _TITLE: str(escape(title)).encode(),
            _DESCRIPTION: str(escape(description)).encode(),
            _HEAD: head.encode(),
            _BODY: body.replace("<h1>", f'<h1 id="{_START}" tabindex="-1">', 1).encode(),
        }
        pieces = self._cut(depth_of(address), section)
        return b"".join([piece if type(piece) is bytes else words[str(piece)] for piece in pieces])

    @cached_property
    def _bare(self) -> str:
        """The frame without what is true of one page only, and with the link to the text."""
        html = _NEIGHBOURS.sub("", _CANONICAL.sub("", self.html))
        skip = f'<a href="#{_START}" class="md-skip">Chuyển tới nội dung</a>'
        return _INDENT.sub("\n", _SKIP.sub(rf"\1{skip}\2", html))

    def _cut(self, depth: int, section: str) -> tuple[str | bytes, ...]:
        known = self._cuts.get((depth, section))
        if known is None:
            html = deepened(_marking(self._bare, section), depth)
            html = with_policy(html) if self.policy else html
            html = html.replace("</head>", f"{_HEAD}</head>", 1)
            pieces = _PIECE.split(html)
            known = self._cuts[depth, section] = tuple(
                piece if _PIECE.fullmatch(piece) else piece.encode() for piece in pieces
            )
        return known


def deepened(html: str, depth: int) -> str:
    """Return the frame of a page at the root as it must read some folders deeper."""
    if not depth:
        return html
    up = "../" * depth

    def deeper(found: re.Match[str]) -> str:
        to = found["to"]
        if _ELSEWHERE.match(to):
            return found.group()
        return f"{found['before']}{up}{to.removeprefix('./')}"

    html = _LINK.sub(deeper, html)
    html = _WORKER.sub(deeper, html)
    return _BASE.sub(lambda found: f"{found['before']}{up.removesuffix('/')}", html)


def with_policy(html: str) -> str:
    """Return a page with a policy: the scripts that it has may run, nothing comes from elsewhere.

    Inline scripts of the frame are named by their hashes; text that came in by way of a record
    could not run even if it were markup.
    """
    hashes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(script['body'].encode()).digest()).decode()}'"
        for script in _SCRIPT.finditer(html)
        if script["body"]
        and "json" not in script["attributes"]
        and "src=" not in script["attributes"]
    ]
    policy = "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *dict.fromkeys(hashes)]),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        ]
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda found: f"{found.group()}{meta}", html, count=1)


def _marking(html: str, section: str) -> str:
    """Mark the navigation entry of a section, where the frame has such entries."""

    def marked(found: re.Match[str]) -> str:
        if found["to"].removeprefix("./") != section:
            return found.group()
        active = "md-tabs__item md-tabs__item--active"
        link = f'<a href="{found["to"]}" class="md-tabs__link" aria-current="true"'
        return f'<li class="{active}">{link}'

    return _TAB.sub(marked, html) if section else html
