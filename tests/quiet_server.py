# Files over HTTP for tests in a browser, without a word in the tests' output.

from __future__ import annotations

from contextlib import suppress
from http.server import SimpleHTTPRequestHandler


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder; a page that is left in the middle is no error."""

    def handle(self) -> None:
        """Answer until the browser goes away."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
