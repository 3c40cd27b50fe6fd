# The direction of imports is a promise to whoever reads the code, so it is a test like any other.

from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def _contracts(root: Path) -> list[str]:
    config = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return [contract["id"] for contract in config["tool"]["importlinter"]["contracts"]]


def _lint_imports(folder: Path, path: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of the folder's pyproject.toml on the package found on a path."""
    code = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(path), "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_contract_is_kept(root: Path) -> None:
    told = _lint_imports(root, root / "src")
    assert told.returncode == 0, told.stdout + told.stderr
    assert f"{len(_contracts(root))} kept, 0 broken" in told.stdout


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [
        ("the river flows one way", "records/stray.py", "import tthc_catalog.rules"),
        ("the river flows one way", "stray.py", ""),
        ("YAML is read", "cli/stray.py", "import yaml"),
        ("YAML is read", "records/stray.py", "from ruamel.yaml import YAML"),
        ("other programs", "cli/stray.py", "import subprocess"),
        ("models are made", "outputs/stray.py", "from pydantic import BaseModel"),
        ("DeepDiff", "rules/stray.py", "import deepdiff"),
        ("templates", "cli/stray.py", "import jinja2"),
        ("the command line's library", "outputs/stray.py", "import click"),
        ("MkDocs", "outputs/stray.py", "import mkdocs.config"),
    ],
)
def test_a_stray_import_breaks_its_contract(
    contract: str, module: str, line: str, root: Path, tmp_path: Path
) -> None:
    """The contracts hold because they can break, not because they look at nothing."""
    package = tmp_path / "tthc_catalog"
    for source in (root / "src" / "tthc_catalog").rglob("*.py"):
        # Empty modules of the same names: the shape is what the contracts need.
        copy = package / source.relative_to(root / "src" / "tthc_catalog")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.touch()
    (package / module).write_text(line, "utf-8")
    (tmp_path / "pyproject.toml").write_bytes((root / "pyproject.toml").read_bytes())

    told = _lint_imports(tmp_path, tmp_path)

    assert told.returncode == 1, told.stdout + told.stderr
    broken = [said for said in told.stdout.splitlines() if said.endswith("BROKEN")]
    assert len(broken) == 1
    assert broken[0].startswith(contract)
