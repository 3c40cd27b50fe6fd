# The rules as a part of the site: whoever is told of a finding, in a pull request or on a page, can
# follow its id to what it means. The pages say what the program does, whatever catalogue it prints.

"""The pages of the rules on the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from tthc_catalog.outputs.rule_pages import INDEX, index_html, page_html, rule_pages
from tthc_catalog.outputs.site.edition import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.finding import FindingKind

_TITLE = "Quy tắc kiểm tra"


def rule_book(kinds: Iterable[FindingKind] = ()) -> Iterator[Page]:
    """Yield the list of all rules and a page for each kind of finding.

    Args:
        kinds: kinds of stages that outputs cannot see, such as `tthc_catalog.imports.KINDS`.
    """
    pages = rule_pages(kinds)
    said = "Danh mục được kiểm tra theo những quy tắc nào, vì sao, theo căn cứ nào."
    yield _page(INDEX, _TITLE, said, index_html(pages))
    for page in pages:
        yield _page(page.address, f"{_TITLE}: {page.id}", page.title, page_html(page))


def _page(address: str, title: str, description: str, body: str) -> Page:
    markup = Markup(body)  # noqa: S704 - made of the program's own words, each of them escaped
    return Page(address, title, description, "rule_book.html", INDEX, {"body": markup})
