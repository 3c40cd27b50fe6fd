# One printed site for all tests of the site.

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site import Printed, print_site

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)


class Site(NamedTuple):
    """A printed site and what it was printed from."""

    folder: Path
    frame: Path
    catalog: Catalog
    printed: Printed

    def html(self, address: str) -> str:
        """Return a page."""
        return (self.folder / address).read_text("utf-8")

    def body(self, address: str) -> str:
        """Return a page's own text, without the frame."""
        html = self.html(address)
        start = html.index('<article class="md-content__inner md-typeset">')
        article = html[start : html.index("</article>", start)]
        return article.partition(">")[2].strip() + "\n"


@pytest.fixture(scope="session")
def site(frame: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small catalogue of the tests, printed."""
    folder = tmp_path_factory.mktemp("site")
    catalog = Catalog.load(root / "tests" / "fixtures" / "catalog", cache=False)
    assert catalog.findings == ()
    printed = print_site(catalog, frame, folder, today=TODAY)
    return Site(folder, frame, catalog, printed)
