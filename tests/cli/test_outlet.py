# What records say reaches terminals and the logs of workflows; neither may obey it.

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING, cast

import pytest

from tthc_catalog.cli import READER_LEFT
from tthc_catalog.cli.outlet import Outlet

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from tests.cli.conftest import Tthc

ORDERS = (
    "\x1b]0;đổi tên cửa sổ\x07",
    "\x1b[2J\x1b[31mđỏ",
    "\x9b31m",
    "che\rđè lên",
    "đảo \u202egnohk",
    "\u2066tách\u2069",
    "hai\u2028dòng",
    "\x00",
)


def _written(text: str) -> str:
    stream = io.StringIO()
    Outlet(cast("TextIO", stream)).write(text)
    return stream.getvalue()


@pytest.mark.parametrize("order", ORDERS)
def test_a_terminal_is_given_no_orders(order: str) -> None:
    shown = _written(f"Tên: {order}\n")
    assert shown.replace("\n", "").isprintable()
    # In JSON the escape stands for the same character.
    assert json.loads(f'"{shown.strip()}"') == f"Tên: {order}"


def test_ordinary_text_is_left_as_it_is() -> None:
    text = "Cấp thẻ “thử”\t— 50.000 đồng/hồ sơ · ::không đầu dòng\n  xuống dòng\n"
    assert _written(text) == text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("::error::giả\n", "\\u003a:error::giả\n"),
        ("  ::add-mask::lộ\n", "  \\u003a:add-mask::lộ\n"),
        ("a\n\t::stop-commands::x\n", "a\n\t\\u003a:stop-commands::x\n"),
        ("tên ##[error]giả\n", "tên #\\u0023[error]giả\n"),
        ("a :: b\n", "a :: b\n"),
    ],
)
def test_the_log_of_a_workflow_is_given_no_commands(
    said: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _written(said) == said
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert _written(said) == shown


@pytest.fixture
def hostile(catalog: Path) -> Path:
    """A catalogue with a record whose free text tries to speak to GitHub and to a terminal."""
    record = catalog / "procedures" / "giay-to-thu" / "9.000001.yaml"
    first, line, rest = record.read_text("utf-8").partition("trinh_tu:")
    assert line
    _, _, rest = rest.partition("\nca")  # what follows the part
    text = '"Nộp hồ sơ.\\n::error file=a.yaml::Giả\\n::set-output name=a::b\\n##[error]Giả."'
    record.write_text(f"{first}trinh_tu: {text}\nca{rest}", "utf-8")
    return catalog


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "9.000001", "--on", "2026-06-20"),
        ("show", "9.000001", "--on", "2026-06-20", "--format", "json"),
        ("history", "9.000001"),
        ("check", "--from", "info", "--format", "text"),
        ("check", "--from", "info"),
        ("diff", "2025-01-01", "2025-03-01", "--format", "text"),
        ("diff", "2025-01-01", "2025-03-01"),
    ],
)
def test_records_command_no_workflow(
    arguments: tuple[str, ...], tthc: Tthc, hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTHC_CATALOG", str(hostile))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    ran = tthc(*arguments)
    assert "9.000001" in ran.out or arguments[0] == "check"
    for line in (ran.out + ran.err).splitlines():
        assert "##[" not in line or line.startswith("::")
        if line.lstrip().startswith("::"):
            command = line.lstrip()[2:].partition(" ")[0]
            assert command in {"warning", "notice", "error"}
            assert "title=" in line
            assert "Giả" not in line.partition(",title=")[0]


def _left_at_once(*arguments: str, errors_too: bool = False) -> tuple[int, bytes]:
    """Run `tthc` with nobody at the other end of its output."""
    running = subprocess.Popen(
        [sys.executable, "-m", "tthc_catalog", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if errors_too else subprocess.PIPE,
    )
    assert running.stdout is not None
    running.stdout.close()
    told = running.stderr.read() if running.stderr else b""
    if running.stderr:
        running.stderr.close()
    return running.wait(), told


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("show", "--help"), ("ledger", "--help"), ("rules",)],
)
def test_a_reader_who_leaves_is_told_nothing(arguments: tuple[str, ...]) -> None:
    assert _left_at_once(*arguments) == (READER_LEFT, b"")


def test_a_complaint_that_nobody_reads_keeps_its_code() -> None:
    assert _left_at_once("show", errors_too=True) == (2, b"")
