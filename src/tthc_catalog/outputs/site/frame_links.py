# What the generator's frame lacks for readers without a mouse or with a phone: the search one tap
# away on every page, and a menu that a keyboard can open. Ordinary documents get the same.

"""Small additions to the frame around every page."""

from __future__ import annotations

import re

from tthc_catalog.outputs.site.addresses import SEARCH
from tthc_catalog.outputs.site.frame_words import LANGUAGES, word

_HEADER = re.compile(r'(<nav class="md-header__inner.*?)(</nav>)', re.DOTALL)
_DRAWER = re.compile(r'(<input(?=[^>]*\bid="__drawer")[^>]*?)(\s*/?>)')
_BUNDLE = re.compile(r'<script(?= src="[^"]*assets/javascripts/bundle)')
_NESTED = re.compile(
    r'<li class="md-nav__item md-nav__item--nested">(?:(?!<li).)*?<span class="md-ellipsis">\s*'
    r'(?P<name>.*?)\s*</span>.*?<a href="(?P<to>[^"]*)".*?</ul>\s*</nav>\s*</li>',
    re.DOTALL,
)
_LANGUAGE = re.compile(r'<html[^>]*\slang="?(?P<language>\w+)')
_GLASS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true">'
    '<path fill-rule="evenodd" d="M10 2a8 8 0 1 0 4.9 14.3l5.4 5.4 1.4-1.4-5.4-5.4A8 8 0 0 0 10 2Z'
    'm0 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12Z"/></svg>'
)


def completed(html: str, up: str = "", language: str = "vi") -> str:
    """Return a page of the generator with a link to the search and a menu that can be focused.

    Args:
        html: the page as the generator rendered it.
        up: the way to the root of the site: "../" for each folder.
        language: of the frame, see `frame_words`.
    """
    search = word("Tìm thủ tục", language)
    link = (
        f'<a class="md-header__button md-icon t-find" href="{up}{SEARCH}" '
        f'title="{search}" aria-label="{search}">{_GLASS}</a>'
    )
    html = _HEADER.sub(lambda found: f"{found[1]}{link}{found[2]}", html, count=1)
    name = word("Mở danh mục trang", language)
    html = _DRAWER.sub(rf'\1 aria-label="{name}"\2', html, count=1)
    # What is read comes before what moves: on a thin line styles must not wait for the script.
    return _BUNDLE.sub('<script defer fetchpriority="low"', html)


def language_of(html: str) -> str:
    """Return the language in which a frame speaks: that of its theme, if the table knows it."""
    found = _LANGUAGE.search(html)
    return found["language"] if found and found["language"] in LANGUAGES else "vi"


def flattened(html: str) -> str:
    """Return a frame whose menu names sections, not the documents in them.

    Thousands of pages would carry every document's name; and what unfolds in the menu unfolds only
    under a mouse.
    """

    def link(found: re.Match[str]) -> str:
        if found.group().count("<ul") != 1:
            return found.group()  # sections within sections stay as they are
        return (
            f'<li class="md-nav__item"><a href="{found["to"]}" class="md-nav__link">'
            f'<span class="md-ellipsis">{found["name"]}</span></a></li>'
        )

    return _NESTED.sub(link, html)
