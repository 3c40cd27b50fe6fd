# What help promises: Vietnamese words, examples that can be typed, and the exit codes that the verb
# really has.

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from tthc_catalog.cli import VERBS
from tthc_catalog.cli import tthc as program
from tthc_catalog.cli.examples import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Tthc

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|default|required|show|help|error|exit|file|folder)\b",
    re.IGNORECASE,
)
# Names that are typed as they stand.
NAMES = re.compile(
    r"diff\.tthc\.command|tthc [^\n]*|--[a-z-]+|\[[a-z|]+\]|stderr|`[^`]*`|"
    r": (?:text|error|warning)\b[^\]]*"
)


@pytest.mark.parametrize("verb", EXAMPLES)
def test_help_is_vietnamese_and_shows_an_example(verb: str, tthc: Tthc) -> None:
    ran = tthc(*verb.split(), "--help")
    assert (ran.code, ran.err) == (0, "")
    assert "Ví dụ:" in ran.out
    below = re.sub(r"^  [a-z]+  ", "  ", NAMES.sub("", ran.out), flags=re.MULTILINE)
    assert not ENGLISH.search(below), ENGLISH.search(below)
    assert "..." not in ran.out


def test_whoever_asks_for_help_first_leaves_vietnamese_to_the_others() -> None:
    program = (
        "from click.testing import CliRunner; from tthc_catalog.cli import tthc;"
        "CliRunner().invoke(tthc, ['--version']);"
        "print(CliRunner().invoke(tthc, ['--help']).stdout)"
    )
    surroundings = {name: value for name, value in os.environ.items() if name != "LANGUAGE"}
    told = subprocess.run(
        [sys.executable, "-c", program],
        check=True, capture_output=True, encoding="utf-8",
        env=surroundings | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert "In hướng dẫn này rồi thoát." in told.stdout
    assert "Show this message" not in told.stdout


def test_every_verb_has_examples() -> None:
    assert {verb for verb in EXAMPLES if " " not in verb} == set(VERBS)


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_an_example_can_be_typed(line: str, tthc: Tthc) -> None:
    word, *arguments = shlex.split(line)
    assert word == "tthc"
    context: click.Context | None = None
    command: click.Command = program
    while isinstance(command, click.Group):
        context = click.Context(command, parent=context)
        name, found, arguments = command.resolve_command(context, arguments)
        assert found is not None, name
        command = found
    command.make_context(command.name, list(arguments), parent=context)


def _broken(catalog: Path) -> None:
    (catalog / "fields.yaml").write_text("- [", "utf-8")


def _untidy(catalog: Path) -> None:
    record = catalog / "procedures" / "giay-to-thu" / "9.000001.yaml"
    record.write_text(record.read_text("utf-8").replace("{so: 11/QĐ", "{  so: 11/QĐ"), "utf-8")


def _without_errors(catalog: Path) -> None:
    for file in sorted((catalog / "decisions").rglob("*QĐ*")):
        file.rename(file.with_name(file.name.replace("QĐ", "QD")))


def _rewritten(catalog: Path) -> None:
    (catalog / "ledger.jsonl").write_text("{}\n", "utf-8")


def _crawl(catalog: Path) -> None:
    (catalog.parent / "x.json").write_text('{"data": {"code": "1.000001"}}', "utf-8")


def _gone(catalog: Path) -> None:
    shutil.rmtree(catalog)


def _repealed(catalog: Path) -> None:
    register = catalog / "legal_documents.yaml"
    text = register.read_text("utf-8")
    ended = text.replace(
        "  hieu_luc: 2020-03-01\n", "  hieu_luc: 2020-03-01\n  het_hieu_luc: 2026-01-01\n"
    )
    register.write_text(ended, "utf-8")


# Verb -> exit code -> what to type, and what is done to the catalogue before.
ENDINGS: dict[str, dict[int, tuple[str, Callable[[Path], None] | None]]] = {
    "check": {
        0: ("check {c} --exit-zero", None),
        1: ("check {c}", _broken),
        2: ("check {c} --on x", None),
        3: ("check {c}", _gone),
    },
    "format": {
        0: ("format {c}", None),
        1: ("format --check {c}", _untidy),
        2: ("format --x", None),
        3: ("format {c}", _gone),
    },
    "show": {
        0: ("show 9.000001 -c {c}", None),
        2: ("show 1.999999 -c {c}", None),
        3: ("show 9.000001 -c {c}", _gone),
    },
    "history": {
        0: ("history 9.000001 -c {c}", None),
        2: ("history 1.999999 -c {c}", None),
        3: ("history 9.000001 -c {c}", _gone),
    },
    "governing": {
        0: ("governing 9.000001 --received 2026-06-20 -c {c}", None),
        2: ("governing 9.000001 -c {c}", None),
        3: ("governing 9.000001 --received 2026-06-20 -c {c}", _gone),
    },
    "search": {
        0: ("search the -c {c}", None),
        1: ("search zzzzzz -c {c}", None),
        2: ("search -c {c}", None),
        3: ("search the -c {c}", _gone),
    },
    "diff": {
        0: ("diff 2026-06-30 2026-07-01 -c {c}", None),
        1: ("diff 2026-06-30 2026-07-01 -c {c} --exit-code", None),
        2: ("diff 2026-06-30 -c {c}", None),
        3: ("diff 2026-06-30 2026-07-01 -c {c}", _gone),
    },
    "decision": {
        0: ("decision 77/QĐ-BTN -c {c} --exit-zero", None),
        1: ("decision 77/QĐ-BTN -c {c}", None),
        2: ("decision 1/QĐ-X -c {c}", None),
        3: ("decision 77/QĐ-BTN -c {c}", _gone),
    },
    "import portal": {
        0: ("import portal {c}/../x.json --into {c}/new --as-of 2026-07-01 --exit-zero", _crawl),
        1: ("import portal {c}/../x.json --into {c}/new --as-of 2026-07-01", _crawl),
        2: ("import portal {c}/../x.json", None),
        3: ("import portal {c}/../x.json --into {c}/new", None),
    },
    "ledger record": {
        0: ("ledger record -c {c}", _without_errors),
        1: ("ledger record -c {c}", _rewritten),
        3: ("ledger record -c {c}", _gone),
    },
    "ledger verify": {
        0: ("ledger verify -c {c}", None),
        1: ("ledger verify -c {c}", _rewritten),
        2: ("ledger verify -c {c} --x", None),
        3: ("ledger verify -c {c}", _gone),
    },
    "ripple": {
        0: ("ripple -c {c} --on 1990-01-01", None),
        1: ("ripple -c {c}", _repealed),
    },
    "rules": {0: ("rules", None), 2: ("rules x", None)},
    "schema": {0: ("schema", None), 2: ("schema --x", None), 3: ("schema --out /dev/null/x", None)},
    "site": {
        2: ("site -c {c} --out {c}", None),
        3: ("site -c {c} --out {c}/../site --config {c}/none.yml", None),
    },
}
ELSEWHERE = {("site", 0), ("rules", 3), ("schema", 1)}
"""What is tried in tests of their own (a site), or cannot happen to a verb that reads nothing."""


@pytest.mark.parametrize("verb", ENDINGS)
def test_a_verb_has_the_exit_codes_that_its_help_names(verb: str, tthc: Tthc) -> None:
    said = " ".join(tthc(*verb.split(), "--help").out.split())
    codes = said.partition("Mã thoát: ")[2].partition("Tùy chọn")[0]
    named = {int(code) for code in re.findall(r"(?:^|[;,] )(\d)\b", codes)}
    assert named - {code for name, code in ELSEWHERE if name == verb} == set(ENDINGS[verb])


@pytest.mark.parametrize(
    ("verb", "code"), [(verb, code) for verb, codes in ENDINGS.items() for code in codes]
)
def test_a_verb_ends_as_its_help_says(verb: str, code: int, tthc: Tthc, catalog: Path) -> None:
    line, prepare = ENDINGS[verb][code]
    if prepare:
        prepare(catalog)
    ran = tthc(*line.format(c=catalog).split())
    assert ran.code == code, ran.err
    assert ran.err.strip() or ran.out.strip() or code == 0


def test_every_verb_is_tried() -> None:
    groups = {verb.partition(" ")[0] for verb in EXAMPLES if " " in verb}
    assert set(ENDINGS) == set(EXAMPLES) - groups
