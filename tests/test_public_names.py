# The promise to developers is tthc_catalog.__all__; these tests hold it.

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest

import tthc_catalog

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [name for name in tthc_catalog.__all__ if not name.startswith("__")]


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_there_and_explained(name: str) -> None:
    thing = getattr(tthc_catalog, name)
    assert thing.__doc__, f"{name} has no docstring"
    assert thing.__name__ == name
    assert thing.__module__.startswith("tthc_catalog.")


def test_names_are_sorted_unique_and_all_listed() -> None:
    assert sorted(set(tthc_catalog.__all__)) == tthc_catalog.__all__
    assert dir(tthc_catalog) == tthc_catalog.__all__


def test_the_table_of_homes_names_exactly_the_public_names() -> None:
    assert sorted(tthc_catalog._HOMES) == NAMES  # noqa: SLF001 - the table is what is tested


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'tthc_catalog' has no attribute 'Catalogue'"):
        tthc_catalog.Catalogue  # noqa: B018 - the look-up is the test


def test_a_name_is_the_same_thing_from_both_places() -> None:
    from tthc_catalog.finding import Finding  # noqa: PLC0415 - after the lazy look-up, on purpose

    assert tthc_catalog.Finding is Finding
    assert tthc_catalog.load == tthc_catalog.Catalog.load


def test_exchanged_arguments_are_told_at_once(root: Path) -> None:
    catalog = tthc_catalog.load(root / "tests" / "fixtures" / "catalog")
    told = r"index_of\(catalog.on\(day\), catalog\) needs Snapshot, Catalog, not Catalog, Snapshot"
    with pytest.raises(TypeError, match=told):
        tthc_catalog.index_of(catalog, catalog.on(date(2026, 7, 1)))  # type: ignore[arg-type] # the point


def test_the_version_is_what_the_installed_command_says(root: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tthc_catalog", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert tthc_catalog.__version__ in told.stdout
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" in project["dynamic"], "the version is written in __init__.py alone"
