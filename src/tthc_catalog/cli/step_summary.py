# GitHub shows ten annotations of a kind; the page of a run has room for the rest. Not a verb
# itself.

"""The summary page of a GitHub workflow's step."""

from __future__ import annotations

import os
from pathlib import Path

from tthc_catalog.cli.asking import say


def to_step_summary(markdown: str) -> None:
    """Add a text to the summary of the step that runs, if one does."""
    file = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if not file:
        return
    try:
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write(f"{markdown}\n")
    except OSError as error:
        say(f"không ghi được tóm tắt của bước ({error.errno}).")
