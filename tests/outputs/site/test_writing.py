from __future__ import annotations

import errno
import json
import os
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.errors import BadRequestError, UnreadableError, UnwritableError
from tthc_catalog.outputs.open_data import LOG
from tthc_catalog.outputs.site import SHELL_FILE, Printed, print_site
from tthc_catalog.outputs.site.writing import MANIFEST, Press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.outputs.site.conftest import Site

DAY = date(2026, 11, 22)
SHARED_BY_ALL = {
    ".tthc-site.json",
    "sitemap.xml",
    "du-lieu/v1/thay-doi/1.json",
    "du-lieu/v1/thu-tuc.csv",
    "du-lieu/v1/thu-tuc.json",
    "feed/co-quan/uy-ban-nhan-dan-cap-xa.xml",
    "feed/linh-vuc/giay-to-thu.xml",
    "feed/tat-ca.xml",
}
"""Files that name every procedure's documents by their hashes."""


@pytest.fixture
def records(root: Path, tmp_path: Path) -> Path:
    """A copy of the small catalogue that a test may change."""
    return shutil.copytree(root / "tests" / "fixtures" / "catalog", tmp_path / "catalog")


def _print(records: Path, frame: Path, out: Path) -> Printed:
    return print_site(Catalog.load(records, cache=False), frame, out, today=DAY)


def _times(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_second_build_writes_nothing(records: Path, frame: Path, tmp_path: Path) -> None:
    first = _print(records, frame, tmp_path / "site")
    times = _times(tmp_path / "site")
    again = _print(records, frame, tmp_path / "site")
    assert first.unchanged == first.removed == 0
    assert again == Printed(0, first.written, 0)
    assert _times(tmp_path / "site") == times


def test_one_changed_paper_is_one_changed_page(records: Path, frame: Path, tmp_path: Path) -> None:
    _print(records, frame, tmp_path / "site")
    before = _times(tmp_path / "site")
    record = records / "procedures/giay-to-thu/9.000002.yaml"
    record.write_text(record.read_text("utf-8").replace("[Thẻ cũ]", "[Thẻ cũ còn hạn]"), "utf-8")

    printed = _print(records, frame, tmp_path / "site")

    after = _times(tmp_path / "site")
    changed = {name for name in after if after[name] != before.get(name)}
    code = "9.000002"
    assert {"thu-tuc/9.000002.html", "niem-yet/9.000002.html"} <= changed
    assert {name for name in changed if code not in name} <= {*SHARED_BY_ALL, LOG}
    # The versions of a document that was rewritten have other names.
    assert printed.removed == 2


def test_only_our_own_pages_are_removed(records: Path, frame: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    _print(records, frame, out)
    (out / "thu-tuc" / "cua-nguoi-khac.html").write_text("x", "utf-8")
    (records / "procedures/an-toan-thu/9.000010.yaml").unlink()

    printed = _print(records, frame, out)

    assert printed.removed >= 1
    assert not (out / "thu-tuc/9.000010.html").exists()
    assert (out / "thu-tuc/cua-nguoi-khac.html").exists()


def test_a_manifest_cannot_lead_out_of_the_folder(
    records: Path, frame: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    _print(records, frame, out)
    precious = tmp_path / "precious.txt"
    precious.write_text("x", "utf-8")
    (out / ".tthc-site.json").write_text('["../precious.txt"]', "utf-8")
    _print(records, frame, out)
    assert precious.exists()


def test_a_frame_without_marks_is_refused(records: Path, tmp_path: Path) -> None:
    frame = tmp_path / "frame"
    frame.mkdir()
    with pytest.raises(UnreadableError, match=r"không có trang khung\.html"):
        _print(records, frame, tmp_path / "site")
    (frame / SHELL_FILE).write_text("<html><head></head><body></body></html>", "utf-8")
    with pytest.raises(BadRequestError, match="không còn dấu"):
        _print(records, frame, tmp_path / "site")


def test_a_folder_that_is_a_file_is_one_clear_sentence(
    records: Path, frame: Path, tmp_path: Path
) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    with pytest.raises(UnwritableError, match="Không ghi được"):
        _print(records, frame, tmp_path / "site")


def test_printing_is_the_same_every_time(site: Site, frame: Path, tmp_path: Path) -> None:
    print_site(site.catalog, frame, tmp_path, today=DAY)
    for path in site.folder.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / path.relative_to(site.folder)).read_bytes()


def _nearly_full() -> Callable[[int, bytes], int]:
    """Return how a disk writes that takes five more bytes."""
    write, room = os.write, 5

    def take(file: int, content: bytes) -> int:
        nonlocal room
        if not room:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = write(file, content[:room])
        room -= taken
        return taken

    return take


def _slow() -> Callable[[int, bytes], int]:
    """Return how a disk writes that takes four bytes at a time."""
    write = os.write
    return lambda file, content: write(file, content[:4])


def test_a_page_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press(tmp_path / "site")
    press.put("a/b.html", b"old")
    monkeypatch.setattr(os, "write", _nearly_full())
    with pytest.raises(UnwritableError, match="đĩa đã đầy"):
        press.put("a/b.html", b"new and longer")
    with pytest.raises(UnwritableError, match="đĩa đã đầy"):
        press.put("a/c.html", b"another")
    monkeypatch.undo()
    assert sorted(path.name for path in (tmp_path / "site" / "a").iterdir()) == ["b.html"]
    assert (tmp_path / "site" / "a" / "b.html").read_bytes() == b"old"


def test_a_page_that_the_disk_takes_in_two_parts_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press(tmp_path)
    press.put("claimed.html", b"")
    monkeypatch.setattr(os, "write", _slow())
    press.put("a.html", b"a page longer than four bytes")
    monkeypatch.undo()
    assert (tmp_path / "a.html").read_bytes() == b"a page longer than four bytes"


def test_a_build_that_fails_leaves_a_folder_that_the_next_one_mends(
    records: Path, frame: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    put, pages = Press.put, 0

    def failing(self: Press, address: str, content: bytes) -> None:
        nonlocal pages
        pages += 1
        if pages == 60:
            raise UnwritableError("Không ghi được.")
        put(self, address, content)

    monkeypatch.setattr(Press, "put", failing)
    with pytest.raises(UnwritableError):
        _print(records, frame, out)
    monkeypatch.undo()
    half = _times(out)
    listed = set(json.loads((out / ".tthc-site.json").read_text("utf-8")))
    assert listed == set(half) - {".tthc-site.json"}

    (records / "procedures/an-toan-thu/9.000010.yaml").unlink()
    _print(records, frame, out)
    whole = tmp_path / "whole"
    _print(records, frame, whole)
    assert set(_times(out)) == set(_times(whole))


def test_where_not_even_the_list_has_room_nothing_new_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Press(tmp_path) as press:
        press.put("old.html", b"old")
        press.finish()

    def build() -> None:
        with Press(tmp_path) as press:
            press.put("new.html", b"new")
            monkeypatch.setattr(os, "write", _nearly_full())
            press.put("newer.html", b"newer than all")

    with pytest.raises(UnwritableError):
        build()
    monkeypatch.undo()
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "old.html"]
    assert json.loads((tmp_path / MANIFEST).read_bytes()) == ["old.html"]


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.html"
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").symlink_to(elsewhere)
    with pytest.raises(UnwritableError, match="có thư mục hoặc tệp cùng tên"):
        Press(tmp_path / "site").put("a.html", b"x")
    assert not elsewhere.exists()
