# Every command, option and exit code is documented; every field of the JSON shapes too.

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import click
import pytest

from tthc_catalog import cli
from tthc_catalog.cli import tthc as program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Tthc


def _commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(program)
    for verb in program.list_commands(context):
        command = program.get_command(context, verb)
        assert command is not None
        if isinstance(command, click.Group):
            yield from ((f"{verb} {name}", each) for name, each in command.commands.items())
        else:
            yield verb, command


COMMANDS = dict(_commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_its_options_are_explained_to_officers(name: str, root: Path) -> None:
    page = (root / "docs" / "can-bo" / "lenh.md").read_text("utf-8")
    (section,) = re.findall(rf"^## `tthc {name}`\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    options = {
        max(parameter.opts, key=len)
        for parameter in COMMANDS[name].params
        if isinstance(parameter, click.Option)
    }
    missing = {option for option in options if option not in section and option != "--catalog"}
    assert missing == set()
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", section.split("\n### ")[0]))
    assert told - {"--no-ext-diff"} <= options, "an option is explained that is none"


def test_no_command_is_explained_that_is_none(root: Path) -> None:
    page = (root / "docs" / "can-bo" / "lenh.md").read_text("utf-8")
    assert set(re.findall(r"^## `tthc (.+)`$", page, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("page", ["can-bo/lenh.md", "developers/cli.md"])
def test_every_exit_code_is_explained(page: str, root: Path) -> None:
    text = (root / "docs" / page).read_text("utf-8")
    rows = " ".join(re.findall(r"^\| ([\d, ]+) \|", text, re.MULTILINE))
    codes = {0, cli.FINDINGS, cli.BAD_REQUEST, cli.UNREADABLE, cli.INTERNAL}
    codes |= {cli.INTERRUPTED, cli.READER_LEFT}
    assert {int(code) for code in re.findall(r"\d+", rows)} == codes


ASKED = {
    "check": ("check",),
    "show": ("show", "9.000008"),
    "history": ("history", "9.000008"),
    "governing": ("governing", "9.000001", "--received", "2026-06-20"),
    "search": ("search", "the"),
    "diff": ("diff", "2026-06-30", "2026-07-01"),
    "decision": ("decision", "77/QĐ-BTN"),
    "ripple": ("ripple",),
    "rules": ("rules",),
}
# What stands under these is named by records or by counted things, not by the shape.
OPEN = {"procedure", "args", "counts", "procedures", "dossier", "before", "after", "changes"}


@pytest.mark.parametrize("verb", ASKED)
def test_every_field_is_explained_to_developers(verb: str, tthc: Tthc, root: Path) -> None:
    page = (root / "docs" / "developers" / "cli.md").read_text("utf-8")
    shapes = page[page.index("## JSON") : page.index("## In a pull request")]
    sections = dict(re.findall(r"^### (.+?)\n(.*?)(?=^### |\Z)", shapes, re.DOTALL | re.MULTILINE))
    explained = set(re.findall(r"`([\w@]+)`", sections[verb]))
    if verb == "history":
        explained |= set(re.findall(r"`(\w+)`", sections["show"]))
    data = json.loads(tthc(*ASKED[verb], "--format", "json").out)
    opened = OPEN - ({"changes"} if verb == "diff" else set())
    if verb == "governing":
        opened |= {"versions"}
    assert set(_fields(data, opened)) - explained == set()


def _fields(data: object, opened: set[str]) -> Iterator[str]:
    if isinstance(data, list):
        for item in data:
            yield from _fields(item, opened)
    elif isinstance(data, dict):
        for name, value in data.items():
            yield name
            if name not in opened:
                yield from _fields(value, opened)
