# What tests of every stage may ask for: real material beside the repository, and a real browser.

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent

# In CI the same examples are drawn each time, and a slow machine is no failure.
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real material beside the repository; it is not published with it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the real material of ../shared is not on this machine")
    return folder


@pytest.fixture(scope="session")
def frame(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frame that MkDocs renders from the repository's own mkdocs.yml: once for all workers."""
    from tthc_catalog.mkdocs_plugin import render_shell  # noqa: PLC0415 - as the browser

    base = tmp_path_factory.getbasetemp()
    shared_by_workers = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return render_shell(root / "mkdocs.yml", shared_by_workers / "frames")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, cut off from everything but the pages under test."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only browser tests pay for it

    program = shutil.which("chromium")
    if program is None:
        missing = "chromium is not installed; apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--disable-quic",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new tab that remembers nothing of other tests and speaks as our readers' browsers do."""
    context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    yield context.new_page()
    context.close()
