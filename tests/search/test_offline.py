# After the search was used once, it works without a network, and so do the pages that were read.
# Workers exist only for secure addresses, so here a real server answers on this machine.

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.search import SearchRow, SearchTables, build_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Danh mục</title>
<form data-tim {whole} role="search" action="tim-kiem.html" data-tim-muc-luc="muc-luc.json"
  data-tim-trang="{{code}}.html" data-tim-sw="sw.js"><input id="o" name="q"></form>
<p data-tim-so role="status"></p><ol data-tim-ket-qua></ol>
<script type="module" src="box.js"></script>"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that does not write into the test's output."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(
    tmp_path: Path,
    root: Path,
    small_rows: list[SearchRow],
    small_tables: SearchTables,
) -> Iterator[tuple[str, http.server.ThreadingHTTPServer]]:
    for name in ("box.js", "search.js", "sw.js"):
        shutil.copy(root / "src" / "tthc_catalog" / "search" / name, tmp_path)
    (tmp_path / "index.html").write_text(PAGE.format(whole=""), "utf-8")
    (tmp_path / "tim-kiem.html").write_text(PAGE.format(whole="data-tim-trang-tim"), "utf-8")
    (tmp_path / "1.010038.html").write_text("<meta charset=utf-8><title>Tách hộ</title>", "utf-8")
    (tmp_path / "1.004194.html").write_text(
        "<meta charset=utf-8><title>Đăng ký tạm trú</title>", "utf-8"
    )
    (tmp_path / "muc-luc.json").write_text(build_index(small_rows, small_tables), "utf-8")
    handler = functools.partial(Quiet, directory=str(tmp_path))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", server
    server.server_close()


def test_the_search_and_the_pages_read_work_without_a_network(
    served: tuple[str, http.server.ThreadingHTTPServer], page: Page
) -> None:
    address, server = served
    page.goto(address + "index.html")
    page.fill("#o", "tach ho")
    page.wait_for_selector("[role=option]")
    page.wait_for_function(
        """async () => {
          const kept = (await (await caches.open("tthc-1")).keys()).map((each) => each.url);
          return ["muc-luc.json", "box.js", "search.js", "tim-kiem.html"].every(
            (name) => kept.some((url) => url.endsWith(name)));
        }"""
    )
    page.goto(address + "1.010038.html")
    server.shutdown()
    server.server_close()
    page.goto(address + "tim-kiem.html?q=tach+ho")
    page.wait_for_selector("[data-tim-ket-qua] a")
    assert page.text_content("[data-tim-ket-qua] a") == "Tách hộ"
    page.click("[data-tim-ket-qua] a")
    page.wait_for_url(address + "1.010038.html")
    assert page.title() == "Tách hộ"
    with pytest.raises(Exception, match="net::ERR_"):
        page.goto(address + "1.004194.html")
