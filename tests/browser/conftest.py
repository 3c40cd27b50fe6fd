# The printed site as a real server gives it to a real browser.

from __future__ import annotations

import functools
import threading
from datetime import date
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.quiet_server import QuietHandler
from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site import print_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def served(frame: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small catalogue's site."""
    folder = tmp_path_factory.mktemp("site")
    catalog = Catalog.load(root / "tests" / "fixtures" / "catalog", cache=False)
    print_site(catalog, frame, folder, today=date(2026, 11, 22))
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(QuietHandler, directory=folder)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
