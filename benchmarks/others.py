# What a site would have without our search: Material's own (lunr in the browser's worker, over the
# whole text) and Pagefind, each as its own documentation sets it up, over the same pages.

"""The searches that ours is compared with."""

from __future__ import annotations

import functools
import gzip
import html
import http.server
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tthc_catalog.search import Evaluation, QueryCase, evaluate_answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from playwright.sync_api import Page

MKDOCS = """site_name: Danh mục
use_directory_urls: false
theme: {name: material, language: vi}
plugins: [{search: {lang: vi}}]
not_in_nav: "/*.md"
nav: [index.md]
"""
# Material's worker speaks numbers: 0 set up, 1 ready, 2 question, 3 answer.
LUNR = """async ([script, index]) => {
  window.worker = new Worker(script);
  const data = await (await fetch(index)).json();
  window.heard = () => new Promise((resolve) => {
    worker.onmessage = (event) => resolve(event.data);
  });
  const ready = heard();
  worker.postMessage({type: 0, data: {...data, options: {suggest: false}}});
  await ready;
}"""
LUNR_ASK = """async (text) => {
  const answer = heard();
  worker.postMessage({type: 2, data: text});
  const items = (await answer).data.items ?? [];
  return items.slice(0, 12).map((item) => item[0].location);
}"""
PAGEFIND_ASK = """async (text) => {
  window.pagefind ??= await import("/pagefind/pagefind.js");
  const found = (await pagefind.search(text)).results.slice(0, 12);
  return (await Promise.all(found.map((each) => each.data()))).map((each) => each.url);
}"""


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def serve(pages: Mapping[str, str]) -> Iterator[str]:
    """Serve some texts on this machine."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in pages.items():
            Path(folder, name).write_text(text, "utf-8")
        with serve_folder(Path(folder)) as address:
            yield address


@contextmanager
def tab() -> Iterator[Page]:
    """Open a tab of Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser.new_page()
        browser.close()


def _texts(record: Mapping[str, Any]) -> list[str]:
    steps = [each.get("description") or "" for each in record.get("executionSteps") or []]
    number = (record.get("procedureProposal") or {}).get("proposalNumber") or ""
    return [f"{record['code']} {number}", *steps, record.get("description") or ""]


def compare(
    records: Sequence[Mapping[str, Any]], cases: Sequence[QueryCase]
) -> Iterator[tuple[str, Evaluation]]:
    """Yield what other searches achieve on the same questions, those that are installed."""
    yield from _material(records, cases)
    if importlib.util.find_spec("pagefind"):
        yield from _pagefind(records, cases)


def _code(address: str) -> str:
    return address.rsplit("/", 1)[-1].split("#", maxsplit=1)[0].removesuffix(".html")


def _material(
    records: Sequence[Mapping[str, Any]], cases: Sequence[QueryCase]
) -> Iterator[tuple[str, Evaluation]]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "docs").mkdir()
        (folder / "mkdocs.yml").write_text(MKDOCS, "utf-8")
        (folder / "docs" / "index.md").write_text("# Danh mục\n", "utf-8")
        for record in records:
            text = "\n\n".join([f"# {' '.join(record['name'].split())}", *_texts(record)])
            (folder / "docs" / f"{record['code']}.md").write_text(text, "utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        index = (folder / "site" / "search" / "search_index.json").read_bytes()
        script = next((folder / "site" / "assets" / "javascripts" / "workers").glob("*.js"))
        with serve_folder(folder / "site") as address, tab() as page:
            page.set_default_timeout(120_000)
            page.goto(address + "index.html")
            where = str(script.relative_to(folder / "site"))
            page.evaluate(LUNR, [where, "search/search_index.json"])
            figures = evaluate_answers(
                lambda text: [_code(each) for each in page.evaluate(LUNR_ASK, text)], cases
            )
        size = len(gzip.compress(index, 6)) / 1000
        yield f"Material's own search; {size:.0f} kB gz on every page", figures


def _pagefind(
    records: Sequence[Mapping[str, Any]], cases: Sequence[QueryCase]
) -> Iterator[tuple[str, Evaluation]]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for record in records:
            texts = "".join(f"<p>{html.escape(text)}</p>" for text in _texts(record))
            name = html.escape(record["name"])
            (folder / f"{record['code']}.html").write_text(
                f'<!doctype html><html lang="vi"><title>{name}</title><body><h1>{name}</h1>{texts}',
                "utf-8",
            )
        (folder / "index.html").write_text("<title>Danh mục</title>", "utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
        loaded: list[int] = []
        with serve_folder(folder) as address, tab() as page:
            page.on("response", lambda answer: loaded.append(len(answer.body())))
            page.goto(address + "index.html")
            page.evaluate(PAGEFIND_ASK, cases[0]["q"])
            first = sum(loaded) / 1000
            figures = evaluate_answers(
                lambda text: [_code(each) for each in page.evaluate(PAGEFIND_ASK, text)], cases
            )
        yield f"Pagefind; {first:.0f} kB before the first result", figures
