# Whoever follows a broken link has a question all the same. The generator's own page for them says
# "Not found" in English; this one offers the search. A server shows it at any depth, so its links
# start at the root of the host.

"""The page for addresses that lead nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tthc_catalog.outputs.site.frame_words import word
from tthc_catalog.outputs.site.typesetting import template

if TYPE_CHECKING:
    from tthc_catalog.outputs.site.edition import Edition

LOST = "404.html"
"""Where servers of static files look for it."""

_ROOTED = re.compile(r'(?<=\s)(?P<to>href|src)="/(?!/)')
_ARTICLE = re.compile(r"(?P<start><article [^>]*>).*?(?=</article>)", re.DOTALL)
_TITLE = re.compile(r"(?<=<title>).*?(?=</title>)", re.DOTALL)


def root_of_site(edition: Edition) -> str:
    """Return the way to the site's first page from the root of its host, with slashes around."""
    return f"/{urlsplit(edition.base).path.strip('/')}/".replace("//", "/")


def lost_page(html: str, edition: Edition) -> str:
    """Return the generator's page for lost readers with words of ours in it."""
    root = root_of_site(edition)
    body = template("lost.html", edition.language).render(up=root)
    html = _ROOTED.sub(rf'\g<to>="{root}', html)
    html = _TITLE.sub(word("Không có trang này", edition.language), html, count=1)
    return _ARTICLE.sub(lambda found: f"{found['start']}\n{body}", html, count=1)
