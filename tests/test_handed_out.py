# What other repositories take from this one: the GitHub Action, the pre-commit hook, and the
# editor's settings that they copy. Each is run, or held against the files it speaks of.

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml


def _read(path: Path) -> Any:  # noqa: ANN401 - a YAML file holds what it holds
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes text only


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A repository whose catalogue holds a code that lost its quotation marks and its zeros."""
    record = tmp_path / "catalog" / "procedures" / "ho-tich" / "1.01.yaml"
    record.parent.mkdir(parents=True)
    record.write_text("ma: 1.01\nten: Đăng ký khai sinh\n", "utf-8")
    return tmp_path


@pytest.fixture
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner's folder in which the action's first step has installed tthc."""
    folder = tmp_path_factory.mktemp("runner")
    (folder / "tthc").mkdir()
    (folder / "tthc" / "bin").symlink_to(Path(sys.executable).parent)
    return folder


def test_the_action_shows_each_finding_at_its_line(root: Path, damaged: Path, runner: Path) -> None:
    action = _read(root / "action.yml")
    *_, check = action["runs"]["steps"]
    assert check["env"] == {"CATALOG": "${{ inputs.catalog }}"}
    told = subprocess.run(
        [check["shell"], "-e", "-o", "pipefail", "-c", check["run"]],
        cwd=damaged,
        env={
            "CATALOG": action["inputs"]["catalog"]["default"],
            "RUNNER_TEMP": str(runner),
            "PATH": "/usr/bin:/bin",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 1, told.stderr
    assert re.search(
        r"^::error [^\n]*file=catalog/procedures/ho-tich/1\.01\.yaml,[^\n]*line=1\b",
        told.stdout,
        re.MULTILINE,
    )


def test_the_action_pastes_nothing_into_its_scripts(root: Path) -> None:
    """An input pasted into a script is run; a variable is only read."""
    assert all("${{" not in step["run"] for step in _read(root / "action.yml")["runs"]["steps"])


def test_the_hook_refuses_a_damaged_catalogue(root: Path, damaged: Path) -> None:
    (hook,) = _read(root / ".pre-commit-hooks.yaml")
    program, *arguments = hook["entry"].split()
    told = subprocess.run(
        [Path(sys.executable).parent / program, *arguments, *hook["args"]],
        cwd=damaged,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 1, told.stderr
    assert "catalog/procedures/ho-tich/1.01.yaml:1" in told.stdout
    assert re.search(hook["files"], "catalog/procedures/ho-tich/1.01.yaml")


def test_the_editor_knows_a_schema_for_every_record(root: Path) -> None:
    text = (root / ".vscode" / "settings.json").read_text("utf-8")
    settings = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    bound = settings["yaml.schemas"]
    for schema, pattern in bound.items():
        assert (root / schema).is_file(), f"{schema} is not printed"
        records = [path for path in root.glob(pattern) if path.is_file()]
        assert records, f"{pattern} binds no file"
    kinds = {PurePosixPath(pattern).parts[1] for pattern in bound.values()}
    assert kinds == {"procedures", "decisions"}
