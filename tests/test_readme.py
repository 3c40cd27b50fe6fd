# The README makes promises to a stranger; what can be held without a fresh machine is held here.

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def readme(root: Path) -> str:
    return (root / "README.md").read_text("utf-8")


def test_it_opens_with_two_commands_for_a_fresh_machine(readme: str, root: Path) -> None:
    first, second = re.findall(r"```sh\n(.+?)\n```", readme, re.DOTALL)[:2]
    assert first.split("  #")[0].split() == ["sh", ".ci/serve"]
    assert second.split("  #")[0].split() == ["sh", ".ci/test"]
    for script in (".ci/serve", ".ci/test", ".ci/run"):
        subprocess.run(["sh", "-n", script], cwd=root, check=True)


def test_continuous_integration_runs_the_second_command_and_nothing_else(root: Path) -> None:
    lines = (root / ".ci" / "run").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        'exec sh "$(dirname "$0")/test"'
    ]


def test_every_command_of_the_table_is_a_command(readme: str) -> None:
    promised = set(re.findall(r"`tthc ((?:import )?[a-z]+)", readme))
    assert len(promised) >= 8
    for words in sorted(promised):
        told = subprocess.run(
            [sys.executable, "-m", "tthc_catalog", *words.split(), "--help"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 0, f"tthc {words}: {told.stderr}"


def test_the_python_example_runs(readme: str, root: Path) -> None:
    (example,) = re.findall(r"```python\n(.+?)```", readme, re.DOTALL)
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", example],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert "1.013225" in told.stdout
