# Whatever goes wrong ends in one clear Vietnamese sentence and a documented exit code: 2 for a
# request that cannot be answered, 3 for what cannot be read or written. Never a traceback.

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tthc_catalog import cli

if TYPE_CHECKING:
    from tests.cli.conftest import Tthc

PROGRAM = (sys.executable, "-m", "tthc_catalog")
NEAR = "Mã gần giống trong danh mục: 9.000001."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("dif",), "Không có lệnh 'dif'. (Có phải ý là: 'diff'?)"),
        (("show",), "Thiếu tham số 'MÃ'."),
        (
            ("show", "9.000001", "--knwon"),
            "Không có tùy chọn '--knwon'. (Có phải ý là: '--known', '--on'?)",
        ),
        (
            ("show", "9.000001", "--on", "2026-02-30"),
            "«2026-02-30» không phải là ngày; viết 2026-07-01 hoặc 01/07/2026.",
        ),
        (
            ("show", "9.000001", "--on", "20260701"),
            "«20260701» không phải là ngày; viết 2026-07-01 hoặc 01/07/2026.",
        ),
        (("show", "9.000001", "--format", "xml"), "'xml' không nằm trong 'text', 'json'."),
        (("show", "9.000001.001"), f"Danh mục không có thủ tục mã 9.000001.001. {NEAR}"),
        (("history", "8.0001"), "Danh mục không có thủ tục mã 8.0001."),
        (("decision", "1/QĐ-X"), "Danh mục không có quyết định số 1/QĐ-X."),
        (("governing", "9.000001"), "Thiếu tùy chọn '--received'."),
        (("diff", "2026-06-30"), "Hãy nêu hai bên cần so sánh"),
        (("diff", "a", "b", "c"), "Hãy nêu hai bên cần so sánh"),
        (("diff", "main...HEAD"), "có ba dấu chấm"),
        (("diff", "2026-02-30", "nay"), "Lịch không có ngày «2026-02-30»."),
        (("diff", "--driver", "a", "b"), "`--driver` là để git gọi"),
        (("diff", "README.md", "nay"), "README.md không phải là thư mục danh mục hay tệp của Cổng"),
        (("search",), "Hãy nêu từ cần tìm, hoặc `--queries TỆP`, một trong hai."),
        (("search", "--limit", "0", "thẻ"), "0 không nằm trong khoảng 1<=x<=1000."),
        (("search", "--limit", "x", "thẻ"), "'x' không phải là số nguyên hợp lệ."),
        (("import", "portal"), "Thiếu tham số 'TỆP…'."),
        (("import", "excel"), "Không có lệnh 'excel'."),
    ],
)
def test_a_request_that_cannot_be_answered(
    arguments: tuple[str, ...], sentence: str, tthc: Tthc
) -> None:
    ran = tthc(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check", "nowhere"), "nowhere không tồn tại."),
        (("check", "README.md"), "README.md không phải là thư mục."),
        (("show", "9.000001", "-c", "nowhere"), "nowhere không tồn tại."),
        (("diff", "nowhere", "nay"), "«nowhere» không phải là ngày, thư mục, tệp của Cổng"),
        (("diff", "old.jsonl.gz", "nay"), "Tệp old.jsonl.gz không tồn tại."),
        (("format", "nowhere.yaml"), "nowhere.yaml không tồn tại."),
        (("search", "--queries", "nowhere"), "Không đọc được tệp nowhere: không tồn tại."),
        (("import", "portal", "nowhere", "--into", "x"), "Tệp nowhere không tồn tại."),
        (("site", "--config", "nowhere.yml"), "Không có tệp cấu hình nowhere.yml"),
    ],
)
def test_what_cannot_be_read(arguments: tuple[str, ...], sentence: str, tthc: Tthc) -> None:
    ran = tthc(*arguments)
    assert (ran.code, ran.out) == (3, "")
    assert sentence in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_the_wrong_folder_is_not_found_sound(tthc: Tthc, tmp_path: Path) -> None:
    ran = tthc("check", str(tmp_path))
    assert (ran.code, ran.out) == (3, "")
    assert "không có tệp .yaml nào nên không phải là danh mục." in ran.err


HOSTILE = {
    "binary.jsonl": bytes(range(256)),
    "truncated.jsonl.gz": gzip.compress(b'{"data": {}}\n' * 1000)[:-20],
    "empty.json": b"",
    "list-of-nothing.json": b"[1, null, [], {}]",
    "another-shape.json": json.dumps({"data": {"code": "1.000001"}}).encode(),
    "deep.json": b"[" * 100_000,
    "utf-16.json": '{"data": []}'.encode("utf-16"),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("verb", ["import", "diff"])
def test_a_hostile_crawl_is_refused_and_nothing_is_written(
    verb: str, name: str, tthc: Tthc, tmp_path: Path
) -> None:
    file, into = tmp_path / name, tmp_path / "catalog"
    file.write_bytes(HOSTILE[name])
    if verb == "import":
        ran = tthc("import", "portal", str(file), "--into", str(into), "--as-of", "2026-07-01")
    else:
        ran = tthc("diff", str(file), "nay")
    assert ran.code in ({1, 3} if verb == "import" else {3})
    assert not list(into.rglob("*.yaml"))
    assert ran.out or ran.err


def test_a_binary_file_in_a_catalogue_is_a_finding(tthc: Tthc, catalog: Path) -> None:
    broken = catalog / "procedures" / "giay-to-thu" / "9.000001.yaml"
    broken.write_bytes(bytes(range(256)))
    checked = tthc("check", str(catalog))
    assert checked.code == 1
    assert "procedures/giay-to-thu/9.000001.yaml" in checked.out
    shown = tthc("show", "9.000002", "-c", str(catalog))
    assert shown.code == 0
    assert "lỗi khi đọc danh mục" in shown.err
    gone = tthc("show", "9.000001", "-c", str(catalog))
    assert gone.code == 2


def test_a_day_of_rehearsal_must_be_a_day(tthc: Tthc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHC_TODAY", "ngày mai")
    ran = tthc("show", "9.000001")
    assert ran.code == 2
    assert ran.err.startswith("tthc: Biến môi trường TTHC_TODAY là «ngày mai»")


def test_bad_questions_for_the_search_are_named_by_their_line(tthc: Tthc, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"q": "thẻ", "type": "a", "codes": ["9.000001"]}\n[]\n', "utf-8")
    ran = tthc("search", "--queries", str(file))
    assert ran.code == 3
    assert f"{file}:2: không phải là một câu hỏi" in ran.err
    file.write_text("\n", "utf-8")
    assert "không có câu hỏi nào" in tthc("search", "--queries", str(file)).err


def test_a_fault_of_the_program_is_told_in_two_lines(
    tthc: Tthc, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("x / 0")

    monkeypatch.setattr(cli.Verbs, "list_commands", fails)
    ran = tthc("check")
    assert ran.code == 70
    assert ran.err.splitlines()[0] == "tthc: lỗi trong chương trình: ZeroDivisionError: x / 0"
    assert "TTHC_TRACEBACK=1" in ran.err
    monkeypatch.setenv("TTHC_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main(["check"])


def _start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **options.pop("env", {})}  # type: ignore[dict-item] # of this file
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )


def test_a_reader_who_leaves_is_no_error() -> None:
    running = _start("diff", "2026-06-30", "2026-07-01", "--format", "json")
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("arguments", [("rules",), ("--help",), ("schema",)])
def test_a_full_disk_is_told_in_one_sentence(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*PROGRAM, *arguments],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert ran.returncode == 3
    assert ran.stderr.decode() == "tthc: không đọc hoặc ghi được: đĩa đã đầy.\n"


def test_the_end_comes_at_once_but_after_all_that_was_put_off() -> None:
    program = """
import atexit, sys
from tthc_catalog import cli
class Kept:
    def __del__(self):
        print("freed", flush=True)
kept = Kept()
def main():
    atexit.register(print, "tidied up", flush=True)
    sys.stderr.write("told")
    sys.exit(int(sys.argv[1]))
cli.main = main
cli.run()
"""
    for code in (0, 5):
        ran = subprocess.run(
            [sys.executable, "-c", program, str(code)], check=False, capture_output=True, text=True
        )
        assert (ran.returncode, ran.stdout, ran.stderr) == (code, "tidied up\n", "told")


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "arguments",
    [
        ("format", "catalog"),
        ("ledger", "record", "--catalog", "catalog"),
        ("schema", "--out", "catalog/schema"),
    ],
)
def test_where_nothing_more_fits_nothing_changes(arguments: tuple[str, ...], catalog: Path) -> None:
    record = catalog / "procedures" / "giay-to-thu" / "9.000001.yaml"
    record.write_text(record.read_text("utf-8").replace("{so: 11/QĐ", "{  so: 11/QĐ"), "utf-8")
    before = _files(catalog)
    ran = subprocess.run(
        ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *PROGRAM, *arguments],
        check=False,
        capture_output=True,
        cwd=catalog.parent,
        env={**os.environ, "TTHC_NO_CACHE": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    told = ran.stderr.decode()
    assert ran.returncode == 3, told
    assert "Không ghi được" in told
    assert "tệp lớn quá mức cho phép" in told
    assert _files(catalog) == before


def test_stopping_says_so_and_nothing_more(tmp_path: Path) -> None:
    # A pipe that nobody writes to: the program waits in it until it is stopped.
    waiting = tmp_path / "waiting.jsonl"
    os.mkfifo(waiting)
    # A test run in the background may have been told to ignore Ctrl+C, and would hand that on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = _start("search", "--queries", str(waiting))
    finally:
        signal.signal(signal.SIGINT, before)
    with waiting.open("wb"):  # opens only when the program reads, so it is under way
        running.send_signal(signal.SIGINT)
        told, complaint = running.communicate()
    assert running.returncode == 130
    assert told == b""
    assert complaint.decode().split("\n")[-2:] == [
        "tthc: đã dừng giữa chừng theo yêu cầu.",
        "",
    ]


def test_a_locale_without_vietnamese_gets_utf_8_all_the_same() -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    running = _start("show", "khong-co", "--catalog", "catalog", env=env)
    told, complaint = running.communicate()
    assert (running.returncode, told) == (2, b"")
    assert complaint.decode("utf-8") == "tthc: Danh mục không có thủ tục mã khong-co.\n"
