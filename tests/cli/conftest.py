# The command line run as people run it, but in this process: a new interpreter for each of some
# hundred runs would cost more than all they do.

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from tthc_catalog.cli import main

if TYPE_CHECKING:
    from pathlib import Path


class Ran(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


class Tthc(Protocol):
    """Runs `tthc` with arguments."""

    def __call__(self, *arguments: str) -> Ran:
        """Run it and return what it left behind."""


@pytest.fixture(autouse=True)
def surroundings(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same day, language, width and folder for every run."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "TTHC_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TTHC_TODAY", "2026-11-22")
    monkeypatch.setenv("TTHC_CATALOG", "tests/fixtures/catalog")
    monkeypatch.setenv("LANGUAGE", "vi")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.chdir(root)


@pytest.fixture
def tthc(capsys: pytest.CaptureFixture[str]) -> Tthc:
    """Run `tthc`; whatever it raises but leaving is a failure of the test."""

    def run(*arguments: str) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(arguments)
        told = capsys.readouterr()
        code = left.value.code
        assert isinstance(code, int)
        assert "Traceback" not in told.err
        return Ran(code, told.out, told.err)

    return run


@pytest.fixture
def catalog(root: Path, tmp_path: Path) -> Path:
    """A copy of the tests' catalogue that may be changed."""
    return shutil.copytree(root / "tests" / "fixtures" / "catalog", tmp_path / "catalog")
