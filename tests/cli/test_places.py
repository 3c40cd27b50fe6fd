# Where commands may write, and where they must not: an empty name is no folder, and a site has a
# folder of its own.

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tthc

FOREIGN = (
    "Thư mục docs đã có tệp không do `tthc site` ghi, ví dụ gioi-thieu.md; "
    "nêu thư mục trống hoặc chưa có."
)


def _all_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def here(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project to stand in: a catalogue, a configuration, and a file of somebody's."""
    shutil.copytree(root / "tests" / "fixtures" / "catalog", tmp_path / "catalog")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Thử\ntheme: {name: material, font: false}\nplugins: [tthc]\n", "utf-8"
    )
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "gioi-thieu.md").write_text("# Giới thiệu\n", "utf-8")
    (tmp_path / "home").mkdir()
    monkeypatch.delenv("TTHC_CATALOG")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("site", "--out"),
        ("site", "--config"),
        ("check",),
        ("check", "-c"),
        ("format",),
        ("show", "9.000001", "--catalog"),
        ("import", "portal", "x.json", "--into"),
        ("schema", "--out"),
        ("search", "--queries"),
        ("ledger", "record", "-c"),
    ],
)
@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_not_the_folder_one_stands_in(
    name: str, arguments: tuple[str, ...], tthc: Tthc, here: Path
) -> None:
    before = _all_in(here)
    ran = tthc(*arguments, name)
    assert (ran.code, ran.out) == (2, "")
    if arguments != ("check", "-c"):
        assert "tên rỗng; hãy nêu tên tệp hoặc thư mục." in ran.err
    assert _all_in(here) == before


def test_whether_a_folder_can_be_read_is_no_question_of_usage(
    tthc: Tthc, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.chdir(root)
    ran = tthc("show", "9.000001", "-c", "tests/fixtures/catalog")
    assert ran.code == 0


@pytest.mark.parametrize(
    ("out", "sentence"),
    [
        (".", "Thư mục {here} chứa catalog, không dành riêng cho trang; nêu thư mục khác."),
        ("..", "Thư mục {above} chứa catalog, không dành riêng cho trang; nêu thư mục khác."),
        ("/", "Không dựng trang vào /; nêu một thư mục riêng cho trang."),
        ("home", "Không dựng trang vào {here}/home; nêu một thư mục riêng cho trang."),
        ("catalog", "catalog nằm trong danh mục catalog; nêu một thư mục riêng cho trang."),
        ("catalog/a", "catalog/a nằm trong danh mục catalog; nêu một thư mục riêng cho trang."),
        ("lien-ket", "lien-ket nằm trong danh mục catalog; nêu một thư mục riêng cho trang."),
        ("docs", FOREIGN),
    ],
)
def test_a_site_has_a_folder_of_its_own(out: str, sentence: str, tthc: Tthc, here: Path) -> None:
    (here / "lien-ket").symlink_to(here / "catalog")
    before = _all_in(here)
    ran = tthc("site", "--out", out)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"tthc: {sentence.format(here=here, above=here.parent)}\n"
    assert _all_in(here) == before


def test_a_folder_of_git_or_of_a_host_may_be_a_site(tthc: Tthc, here: Path) -> None:
    (here / "site").mkdir()
    (here / "site" / ".nojekyll").touch()
    assert tthc("site").code == 0
    (here / "site" / "cua-toi.txt").write_text("x", "utf-8")
    assert tthc("site").code == 0
    assert (here / "site" / "cua-toi.txt").read_text("utf-8") == "x"
    assert (here / "site" / ".nojekyll").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--serve", "--out", "x"), "--serve không ghi trang ra đâu; bỏ --out và --base."),
        (
            ("--serve", "--base", "https://a.vn/"),
            "--serve không ghi trang ra đâu; bỏ --out và --base.",
        ),
        (("--address", "127.0.0.1:1"), "--address chỉ dùng cùng --serve."),
        (
            ("--serve", "--address", "8000"),
            "«8000» không phải là MÁY:CỔNG; viết như 127.0.0.1:8000.",
        ),
        (("--serve", "--address", "a:0"), "«a:0» không phải là MÁY:CỔNG; viết như 127.0.0.1:8000."),
        (
            ("--serve", "--address", "a:99999"),
            "«a:99999» không phải là MÁY:CỔNG; viết như 127.0.0.1:8000.",
        ),
    ],
)
def test_options_that_do_not_go_together(
    arguments: tuple[str, ...], sentence: str, tthc: Tthc, here: Path
) -> None:
    ran = tthc("site", *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"tthc: {sentence}\n")


def test_a_pipe_is_no_file_to_format(tthc: Tthc, here: Path) -> None:
    os.mkfifo(here / "ong.yaml")
    ran = tthc("format", "ong.yaml")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "tthc: ong.yaml không phải là tệp hay thư mục.\n"


def test_format_knows_the_catalogue_as_other_verbs_do(
    tthc: Tthc, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "catalog").rename(here / "danh-muc")
    assert tthc("format").code == 3
    monkeypatch.setenv("TTHC_CATALOG", "danh-muc")
    assert "danh-muc/procedures/" in tthc("format", "--check").out


# A shell may have told its background jobs to ignore Ctrl-C.
SERVER = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from tthc_catalog.cli import run
run()
"""


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_stopped_leaves_nothing_behind(
    here: Path, tmp_path: Path, stop: signal.Signals
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    (tmp_path / "tmp").mkdir()
    running = subprocess.Popen(
        [sys.executable, "-c", SERVER, "site", "--serve", "--address", address],
        cwd=here,
        env={**os.environ, "TTHC_CATALOG": "", "TMPDIR": str(tmp_path / "tmp")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        for _ in range(600):
            with suppress(OSError), urllib.request.urlopen(f"http://{address}/") as answer:
                assert "Danh mục" in answer.read().decode()
                break
            assert running.poll() is None
            time.sleep(0.1)
        running.send_signal(stop)
        _, told = running.communicate(timeout=60)
    finally:
        running.kill()
    assert running.returncode == 0, told
    assert list((tmp_path / "tmp").iterdir()) == []
