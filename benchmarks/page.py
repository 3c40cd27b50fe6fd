# What a first view costs on a slow phone: the home page and the median page of a procedure, from an
# empty cache, over a line and a processor that the browser slows down. Weight, moves and foreign
# hosts are facts of the pages and end with 1 when a limit is passed; times are those of one machine
# and are printed, not judged, unless `--strict` is given.

"""Measure the first view of pages in a real browser."""

from __future__ import annotations

import argparse
import functools
import gzip
import statistics
import sys
import tempfile
import threading
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import sync_playwright

from tthc_catalog.catalog import Catalog
from tthc_catalog.mkdocs_plugin import render_shell
from tthc_catalog.outputs.site import print_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

ROOT = Path(__file__).parent.parent
WEIGHT = 75_000
PAINT = 1_500
RUNS = 5
CHROMIUM = "/usr/bin/chromium"
KIND = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript"}

# What Lighthouse simulates by default, and what the browser's own tools call Slow 4G: there every
# request waits as long as nearly four round trips.
LINES = {
    "Lighthouse's slow 4G": (150.0, 1_638_400 / 8),
    "the browser's Slow 4G": (562.5, 1_474_560 / 8),
}
SLOWER = 4

WATCH = """
window.seen = {paint: 0, moved: 0};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.seen.paint = entry.startTime;
}).observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.seen.moved += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


class View(NamedTuple):
    """One first view."""

    weight: int
    """Bytes of all answers, compressed as a server sends them."""

    requests: int
    paint: float
    """Milliseconds to the largest contentful paint."""

    moved: float
    """Cumulative layout shift."""

    elsewhere: int
    """Requests to other hosts."""


class Compressing(SimpleHTTPRequestHandler):
    """Serves files as a server of today does: compressed, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the compressed file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        body = gzip.compress(path.read_bytes(), 9) if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", KIND.get(path.suffix, "application/octet-stream"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def view(browser: Browser, home: str, address: str, line: tuple[float, float]) -> View:
    """Open a page from an empty cache on a slow phone."""
    latency, throughput = line
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True
    )
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": latency,
            "downloadThroughput": throughput,
            "uploadThroughput": throughput / 2,
        },
    )
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    page.goto(home + address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    seen = page.evaluate("window.seen")
    told = View(
        sum(int(answer.header_value("content-length") or 0) for answer in answers),
        len(answers),
        seen["paint"],
        seen["moved"],
        sum(not answer.url.startswith((home, "data:")) for answer in answers),
    )
    context.close()
    return told


def median_page(folder: Path) -> str:
    """Return the procedure whose page is of the middle size."""
    pages = sorted((folder / "thu-tuc").glob("*.html"), key=lambda path: path.stat().st_size)
    return f"thu-tuc/{pages[len(pages) // 2].name}"


def main() -> int:
    """Print the figures; return 1 if a page passes its limits."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--catalog", type=Path, default=ROOT / "catalog")
    asked.add_argument("--strict", action="store_true", help="judge the times as well")
    given = asked.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        frame, folder = Path(scratch, "frame"), Path(scratch, "site")
        print_site(
            Catalog.load(given.catalog), render_shell(ROOT / "mkdocs.yml", frame), folder,
            today=date(2026, 11, 22),
        )  # fmt: skip
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Compressing, directory=str(folder))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_port}/"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM)
            for address in ("index.html", median_page(folder)):
                for name, line in LINES.items():
                    views = [view(browser, home, address, line) for _ in range(RUNS)]
                    paint = statistics.median(each.paint for each in views)
                    moved = max(each.moved for each in views)
                    first = views[0]
                    print(
                        f"{address}, {name}: {first.weight / 1000:.1f} kB in {first.requests} "
                        f"requests, {first.elsewhere} elsewhere; largest paint {paint:.0f} ms; "
                        f"moved {moved:g}"
                    )
                    failed |= first.weight > WEIGHT or moved > 0 or first.elsewhere > 0
                    failed |= given.strict and name.startswith("Lighthouse") and paint > PAINT
            browser.close()
        server.shutdown()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
