# What the generator's frame lacks for readers without a mouse or with a phone: the search one tap
# away on every page, and a menu that a keyboard can open. Ordinary documents get the same.

"""Small additions to the frame around every page."""

from __future__ import annotations

import re

from markupsafe import escape

from tthc_catalog.outputs.site.addresses import SEARCH
from tthc_catalog.outputs.site.frame_words import LANGUAGES, VIETNAMESE_LETTER, word

_HEADER = re.compile(r'(<nav class="md-header__inner[^>]*>)(.*?)(</nav>)', re.DOTALL)
_MENU = re.compile(r'<nav (?=class="md-nav md-nav--primary)')
_MENU_ID = "danh-muc-trang"
_SKIPPED = re.compile(r'<a href="#(?P<to>[^"]+)" class="md-skip"')
_SWITCH = re.compile(r'<input(?=[^>]*\btype="(?:checkbox|radio)")[^>]*>')
_ARTICLE = re.compile(r"<article (?=class)(?P<words>.*?</article>)", re.DOTALL)
_UNSPOKEN = re.compile(r"<(pre|code|script)\b.*?</\1>|<[^>]+>", re.DOTALL)
_ENGLISH = 0.05
"""With a smaller share of Vietnamese letters a document is in English; else a quarter is."""

_MISNAMED = (
    (re.compile(r'(<nav class="md-tabs" aria-label=")Tabs(?=")'), "Các mục chính"),
    (
        re.compile(r'(<button [^>]*class="md-top .*?)Trở lại mục lục(?=\s*</button>)', re.DOTALL),
        "Lên đầu trang",
    ),
)
"""What the theme leaves in English, or says of something else, in its Vietnamese."""

_BUNDLE = re.compile(r'<script(?= src="[^"]*assets/javascripts/bundle)')
_NESTED = re.compile(
    r'<li class="md-nav__item md-nav__item--nested">(?:(?!<li).)*?<span class="md-ellipsis">\s*'
    r'(?P<name>.*?)\s*</span>.*?<a href="(?P<to>[^"]*)".*?</ul>\s*</nav>\s*</li>',
    re.DOTALL,
)
_LANGUAGE = re.compile(r'<html[^>]*\slang="?(?P<language>\w+)')
_TITLE = re.compile(r"<title>(?P<words>.*?)</title>", re.DOTALL)
_GLASS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true">'
    '<path fill-rule="evenodd" d="M10 2a8 8 0 1 0 4.9 14.3l5.4 5.4 1.4-1.4-5.4-5.4A8 8 0 0 0 10 2Z'
    'm0 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12Z"/></svg>'
)


MENU_SCRIPT = "assets/tthc/khung.js"
"""What the menu of a small screen needs under a keyboard."""


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
    name = word("Mở danh mục trang", language)
    menu = f'<a class="t-menu" href="#{_MENU_ID}">{name}</a>' if _MENU.search(html) else ""
    html = _HEADER.sub(lambda found: f"{found[1]}{menu}{found[2]}{link}{found[3]}", html, count=1)
    html = _MENU.sub(f'<nav id="{_MENU_ID}" tabindex="-1" ', html, count=1)
    html = _SWITCH.sub(lambda found: found.group().replace(' autocomplete="off"', ""), html)
    html = html.replace(' tabindex=""', "")
    if language == "vi":
        for theirs, ours in _MISNAMED:
            html = theirs.sub(rf"\g<1>{ours}", html, count=1)
    if skip := _SKIPPED.search(html):  # not every browser takes the focus where a link leads
        html = html.replace(f' id="{skip["to"]}"', f' id="{skip["to"]}" tabindex="-1"', 1)
    if menu:
        script = f'<script defer src="{up}{MENU_SCRIPT}"></script>'
        html = html.replace("</body>", f"{script}</body>", 1)
    # What is read comes before what moves: on a thin line styles must not wait for the script.
    return _BUNDLE.sub('<script defer fetchpriority="low"', html)


def spoken_as_written(html: str, language: str) -> str:
    """Return an ordinary page whose article says in which language it is, if not the frame's."""
    found = _ARTICLE.search(html)
    letters = [c for c in _UNSPOKEN.sub("", found["words"]) if c.isalpha()] if found else []
    if found is None or not letters:
        return html
    marked = sum(VIETNAMESE_LETTER.match(letter) is not None for letter in letters)
    written = "en" if marked < _ENGLISH * len(letters) else "vi"
    if written == language:
        return html
    return f'{html[: found.start()]}<article lang="{written}" {html[found.start("words") :]}'


def named(html: str, base: str, address: str) -> str:
    """Return an ordinary page with its title for whoever shares it and its lasting address."""
    said = ""
    if (title := _TITLE.search(html)) and 'property="og:title"' not in html:
        said += f'<meta property="og:title" content="{title["words"]}">'
    if base and 'rel="canonical"' not in html:
        said += f'<link rel="canonical" href="{escape(base + address)}">'
    return html.replace("</head>", f"{said}</head>", 1)


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
