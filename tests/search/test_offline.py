# After the first page was looked at, the search works without a network, and so do the pages that
# were read; for the others there is a page that says so.
# Workers exist only for secure addresses, so here a real server answers on this machine.

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from tests.quiet_server import QuietHandler
from tthc_catalog.search import SearchRow, SearchTables, build_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Danh mục</title>
<form data-tim {whole} role="search" action="tim-kiem.html" data-tim-muc-luc="muc-luc.json"
  data-tim-trang="{{code}}.html" data-tim-sw="sw.js" {keep}><input id="o" name="q"></form>
<p data-tim-so role="status"></p><ol data-tim-ket-qua></ol>
<script type="module" src="box.js"></script>"""

OFFLINE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Ngoại tuyến</title>
<p hidden><a data-tim-lai href="index.html">Thử lại</a></p>
<script type="module" src="box.js"></script>"""
KEPT = """async (names) => {
  for (let turn = 0; turn < 300; turn++) {
    const kept = (await (await caches.open("tthc-1")).keys()).map((each) => each.url);
    if (names.every((name) => kept.some((url) => url.endsWith(name)))) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}"""


@pytest.fixture
def served(
    tmp_path: Path,
    root: Path,
    small_rows: list[SearchRow],
    small_tables: SearchTables,
) -> Iterator[tuple[str, http.server.ThreadingHTTPServer]]:
    for name in ("box.js", "search.js", "sw.js"):
        shutil.copy(root / "src" / "tthc_catalog" / "search" / name, tmp_path)
    keep = 'data-tim-giu="a-z.html ngoai-tuyen.html"'
    for name, whole, kept in (
        ("index.html", "", ""),
        ("trang-chu.html", "", keep),
        ("tim-kiem.html", "data-tim-trang-tim", ""),
    ):
        (tmp_path / name).write_text(PAGE.format(whole=whole, keep=kept), "utf-8")
    (tmp_path / "a-z.html").write_text("<meta charset=utf-8><title>A–Z</title>", "utf-8")
    (tmp_path / "ngoai-tuyen.html").write_text(OFFLINE, "utf-8")
    (tmp_path / "1.010038.html").write_text("<meta charset=utf-8><title>Tách hộ</title>", "utf-8")
    (tmp_path / "1.004194.html").write_text(
        "<meta charset=utf-8><title>Đăng ký tạm trú</title>", "utf-8"
    )
    (tmp_path / "muc-luc.json").write_text(build_index(small_rows, small_tables), "utf-8")
    handler = functools.partial(QuietHandler, directory=str(tmp_path))
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
    assert page.evaluate(KEPT, ["muc-luc.json", "box.js", "search.js", "tim-kiem.html"])
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


def test_a_first_look_is_enough_to_keep_the_lists_and_the_search(
    served: tuple[str, http.server.ThreadingHTTPServer], page: Page
) -> None:
    address, server = served
    page.goto(address + "trang-chu.html")
    assert page.evaluate(KEPT, ["muc-luc.json", "search.js", "a-z.html", "ngoai-tuyen.html"])
    server.shutdown()
    server.server_close()
    page.goto(address + "a-z.html")
    assert page.title() == "A–Z"
    page.goto(address + "trang-chu.html")
    page.fill("#o", "tach ho")
    page.wait_for_selector("[role=option]")
    page.goto(address + "1.004194.html")
    assert page.title() == "Ngoại tuyến"
    assert page.get_attribute("[data-tim-lai]", "href") == address + "1.004194.html"
    page.goto(address + "ngoai-tuyen.html?trang=https://noi-khac.test/")
    assert page.get_attribute("[data-tim-lai]", "href") == "index.html"
    assert page.locator("[data-tim-lai]").is_hidden()


def test_nothing_is_kept_for_readers_who_save_data(
    served: tuple[str, http.server.ThreadingHTTPServer], page: Page
) -> None:
    address, _ = served
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page.goto(address + "trang-chu.html")
    page.wait_for_timeout(500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    page.focus("#o")
    assert page.evaluate(KEPT, ["muc-luc.json", "a-z.html"])
