"""Printing only what changed gives the very site that printing everything gives."""

from __future__ import annotations

import os
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site import Printed, print_site
from tthc_catalog.outputs.site.settled import memory_of
from tthc_catalog.outputs.site.writing import MANIFEST

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 22)
BASE = "https://tthc.example.gov.vn/"
RECORD = "procedures/giay-to-thu/9.000002.yaml"


@pytest.fixture
def records(root: Path, tmp_path: Path) -> Path:
    """A copy of the small catalogue that a test may change."""
    return shutil.copytree(root / "tests" / "fixtures" / "catalog", tmp_path / "catalog")


class Builds:
    """Builds of one catalogue into one folder that is remembered."""

    def __init__(self, records: Path, frame: Path, folder: Path) -> None:
        self.records, self.frame, self.folder = records, frame, folder
        self.out = folder / "site"

    def again(self, today: date = DAY) -> Printed:
        """Print once more and hold the folder against one that is printed whole."""
        memory = self.folder / "memory.json"
        catalog = Catalog.load(self.records, cache=False, hashes=True)
        printed = print_site(catalog, self.frame, self.out, today=today, base=BASE, memory=memory)
        fresh = self.folder / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        print_site(catalog, self.frame, fresh, today=today, base=BASE)
        assert _contents(self.out) == _contents(fresh)
        return printed

    def replace(self, name: str, old: str, new: str) -> None:
        """Edit a record."""
        path = self.records / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


@pytest.fixture
def builds(records: Path, frame: Path, tmp_path: Path) -> Builds:
    """A catalogue that has been printed once."""
    found = Builds(records, frame, tmp_path)
    found.again()
    return found


def test_nothing_is_printed_where_nothing_changed(builds: Builds) -> None:
    files = len(_contents(builds.out))
    assert builds.again() == Printed(0, files, 0)


def test_every_record_that_changes_changes_all_that_tells_of_it(builds: Builds) -> None:
    for path in sorted(builds.records.rglob("*.yaml")):
        kept = path.read_text("utf-8")
        name = path.relative_to(builds.records).as_posix()
        if name.startswith("procedures/"):
            changed = kept.replace("ten: ", "ten: Sửa ", 1)
        elif name.startswith("decisions/"):
            changed = kept.replace("trich_yeu: ", "trich_yeu: Sửa ", 1)
        else:
            changed = kept.replace("ten: ", "ten: Sửa ", 1)
        path.write_text(changed, "utf-8")
        builds.again()
    for path in sorted(builds.records.glob("procedures/*/*.yaml"))[::3]:
        path.unlink()
        builds.again()


def test_a_changed_paper_prints_one_procedure(builds: Builds) -> None:
    builds.replace(RECORD, "[Thẻ cũ]", "[Thẻ cũ còn hạn]")
    printed = builds.again()
    assert 0 < printed.written < 20


def test_another_day_is_another_site(builds: Builds) -> None:
    builds.again(date(2024, 1, 1))
    builds.again(date(2027, 1, 1))


def test_a_file_that_was_touched_or_lost_is_printed_again(builds: Builds) -> None:
    (builds.out / "thu-tuc/9.000002.html").write_text("khác", "utf-8")
    (builds.out / "tim-kiem.html").unlink()
    printed = builds.again()
    assert printed.written == 2


def test_a_damaged_memory_is_no_memory(builds: Builds) -> None:
    for damage in (b"", b"[]", b'{"9.000002": 1}', b"\xff"):
        (builds.folder / "memory.json").write_bytes(damage)
        assert builds.again().written == 0


def test_whoever_wants_no_cache_has_no_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path))
    monkeypatch.delenv("TTHC_NO_CACHE", raising=False)
    found = memory_of(tmp_path / "site")
    assert found is not None
    assert tmp_path in found.parents
    monkeypatch.setenv("TTHC_NO_CACHE", "1")
    assert memory_of(tmp_path / "site") is None
