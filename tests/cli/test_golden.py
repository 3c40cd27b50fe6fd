# What people read, kept as files: help, and each format of a comparison and of a decision. After a
# change that is meant: TTHC_GOLDEN=write pytest tests/cli/test_golden.py, then read the difference.

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Tthc

GOLDEN = Path(__file__).parents[1] / "golden" / "cli"
DAYS = ("diff", "2026-06-30", "2026-07-01")
READ = {
    "help.txt": ("--help",),
    **{
        f"help-{verb.replace(' ', '-')}.txt": (*verb.split(), "--help")
        for verb in (
            "check", "format", "show", "history", "governing", "search", "diff", "decision",
            "import", "import portal", "schema", "site",
        )
    },
    "show.txt": ("show", "9.000008", "--on", "2026-07-01"),
    "show.json": ("show", "9.000008", "--on", "2026-07-01", "--format", "json"),
    "history.txt": ("history", "9.000008"),
    "history.json": ("history", "9.000008", "--format", "json"),
    "governing.txt": ("governing", "9.000001", "--received", "2026-06-20"),
    "governing.json": ("governing", "9.000001", "--received", "2026-06-20", "--format", "json"),
    "diff.txt": DAYS,
    "diff.json": (*DAYS, "--format", "json"),
    "diff.github": (*DAYS, "--format", "github"),
    "diff.md": (*DAYS, "--format", "markdown"),
    "diff.html": (*DAYS, "--format", "html"),
    "diff-far.txt": ("diff", "2025-03-01", "2027-03-01"),
    "decision.txt": ("decision", "77/QĐ-BTN"),
    "decision.json": ("decision", "77/QĐ-BTN", "--format", "json"),
    "decision.github": ("decision", "77/QĐ-BTN", "--format", "github"),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_it_reads_as_agreed(name: str, tthc: Tthc) -> None:
    told = tthc(*READ[name]).out
    kept = GOLDEN / name
    if os.environ.get("TTHC_GOLDEN") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(told, "utf-8")
    assert told == kept.read_text("utf-8")


def test_nothing_is_kept_that_nobody_reads() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(READ)
