# `tthc ledger` and `tthc ripple` as officers and CI meet them: what is printed, which exit code.

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from tthc_catalog.cli import tthc
from tthc_catalog.cli.asking import in_repository
from tthc_catalog.errors import BadRequestError, UnreadableError
from tthc_catalog.rules.example import example_files

if TYPE_CHECKING:
    from pathlib import Path

LIFE = "procedures/linh-vuc-mau/1.000001.yaml"
EXAMPLE = """
# legal_documents.yaml
20/2026/NĐ-CP:
  hieu_luc: 2026-07-01
  thay_the: 10/2025/NĐ-CP
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in example_files(EXAMPLE).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def _run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(tthc, [*words, "--catalog", str(folder)])


def test_a_ledger_is_recorded_and_verified(folder: Path) -> None:
    recorded = _run(folder, "ledger", "record", "--on", "2026-09-01")
    assert recorded.exit_code == 0, recorded.output
    assert "2 tài liệu mới, sổ có 2 dòng." in recorded.output
    verified = _run(folder, "ledger", "verify")
    assert verified.exit_code == 0
    head = verified.output.rsplit(" ", 1)[1].strip()
    assert verified.output.endswith(f"\nNguyên vẹn: 2 tài liệu. Đầu chuỗi: {head}\n")
    assert _run(folder, "ledger", "verify", "--head", head).exit_code == 0
    assert _run(folder, "ledger", "verify", "--head", "0" * 64).exit_code == 1


def test_a_rehearsal_writes_nothing(folder: Path) -> None:
    told = _run(folder, "ledger", "record", "--on", "2026-09-01", "--dry-run")
    assert told.output.count("dau_van_tay") == 2
    assert not (folder / "ledger.jsonl").exists()


SECOND = "procedures/linh-vuc-mau/1.000002.yaml"
UNREADABLE_KEY_TWICE = "---\nquyet_dinh: 1/QĐ-UBND\nket_qua: Một\nket_qua: Hai\n"
INVALID_RECORD = "---\nquyet_dinh: 1/QĐ-UBND\ncach_thuc: {kenh: bồ câu}\n"
BRACKET_NOT_CLOSED = "---\nquyet_dinh: [1/QĐ-UBND\n"
ERROR_OF_A_RULE = "---\nquyet_dinh: 1/QĐ-UBND\ndinh_chinh: 7/QĐ-UBND\nket_qua: Giấy phép mới\n"


def _checked(folder: Path) -> Result:
    return CliRunner().invoke(tthc, ["check", str(folder), "--on", "2026-09-01", "--no-cache"])


def test_the_check_tells_an_edited_document(folder: Path) -> None:
    _run(folder, "ledger", "record", "--on", "2026-09-01")
    text = (folder / LIFE).read_text(encoding="utf-8")
    (folder / LIFE).write_text(text.replace("5 ngày", "6 ngày"), encoding="utf-8")
    told = _checked(folder)
    assert told.exit_code == 1
    assert f"{LIFE}:1:1: lỗi [edited-document]" in told.output
    assert "Tài liệu thứ 1 của 1.000001 đã bị sửa sau khi ghi sổ ngày 01/09/2026.\n" in told.output
    assert "  Cách sửa: Trả lại nội dung cũ. Văn bản công bố có sai sót thì" in told.output


def test_the_check_tells_a_removed_document(folder: Path) -> None:
    _run(folder, "ledger", "record", "--on", "2026-09-01")
    (folder / LIFE).unlink()
    assert "lỗi [removed-document]" in _checked(folder).output


def test_the_check_tells_nothing_of_what_is_not_recorded_yet(folder: Path) -> None:
    (folder / "ledger.jsonl").write_text("", encoding="utf-8")
    assert "document]" not in _checked(folder).output


@pytest.mark.parametrize("broken", ["ma: [", "ten: Không có mã\n"])
def test_a_file_that_cannot_be_read_is_not_called_removed(folder: Path, broken: str) -> None:
    _run(folder, "ledger", "record", "--on", "2026-09-01")
    (folder / LIFE).write_text(broken, encoding="utf-8")
    told = _checked(folder)
    assert told.exit_code == 1
    assert "-document]" not in told.output


@pytest.mark.parametrize(
    "added", [UNREADABLE_KEY_TWICE, INVALID_RECORD, BRACKET_NOT_CLOSED, ERROR_OF_A_RULE]
)
def test_what_has_errors_is_not_sealed_and_the_rest_is(folder: Path, added: str) -> None:
    _run(folder, "ledger", "record", "--on", "2026-09-01")
    first = (folder / LIFE).read_text(encoding="utf-8")
    (folder / LIFE).write_text(first + added, encoding="utf-8")
    (folder / SECOND).write_text(
        first.replace("1.000001", "1.000002").replace("ten: Cấp", "ten: Thu hồi"), encoding="utf-8"
    )
    told = _run(folder, "ledger", "record", "--on", "2026-09-02")
    assert told.exit_code == 1
    assert "1 tài liệu mới, sổ có 3 dòng." in told.output
    file = f"{in_repository(str(folder))}/{LIFE}"
    assert f"Chưa ghi sổ tài liệu mới của {file}: tệp còn " in told.output
    assert f" lỗi, xem bằng `tthc check {folder}`.\n" in told.output
    assert '"1.000002"' in (folder / "ledger.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    (folder / LIFE).write_text(first, encoding="utf-8")
    assert _run(folder, "ledger", "record").exit_code == 0


def test_a_file_that_says_not_whose_it_is_is_not_passed_over(folder: Path) -> None:
    (folder / SECOND).write_text("ten: Không có mã\n", encoding="utf-8")
    told = _run(folder, "ledger", "record", "--on", "2026-09-01")
    assert told.exit_code == 1
    assert f"{SECOND}: tệp còn " in told.output
    assert "2 tài liệu mới" in told.output


def test_an_edited_document_fails_and_is_not_recorded_over(folder: Path) -> None:
    _run(folder, "ledger", "record", "--on", "2026-09-01")
    text = (folder / LIFE).read_text(encoding="utf-8")
    (folder / LIFE).write_text(text.replace("5 ngày", "7 ngày"), encoding="utf-8")
    verified = _run(folder, "ledger", "verify")
    assert verified.exit_code == 1
    assert f"{LIFE}:1:1: lỗi [edited-document]" in verified.output
    as_json = _run(folder, "ledger", "verify", "--format", "json")
    assert json.loads(as_json.stdout)["findings"][0]["id"] == "edited-document"
    before = (folder / "ledger.jsonl").read_bytes()
    assert _run(folder, "ledger", "record").exit_code == 1
    assert (folder / "ledger.jsonl").read_bytes() == before


def test_new_documents_fail_only_where_the_ledger_must_be_complete(folder: Path) -> None:
    told = _run(folder, "ledger", "verify")
    assert told.exit_code == 0
    assert "2 tài liệu chưa ghi sổ" in told.output
    assert _run(folder, "ledger", "verify", "--complete").exit_code == 1


def test_a_ledger_needs_a_repository_to_be_held_against_an_older_one(folder: Path) -> None:
    told = _run(folder, "ledger", "verify", "--since", "origin/main")
    assert isinstance(told.exception, UnreadableError)


def test_ripples_are_told_text_by_text(folder: Path) -> None:
    told = _run(folder, "ripple", "--on", "2026-09-01")
    assert told.exit_code == 1
    assert told.stdout == (
        "10/2025/NĐ-CP được thay thế từ 01/07/2026 bởi 20/2026/NĐ-CP\n"
        "  1.000001  Cấp giấy phép mẫu\n"
    )
    ahead = _run(folder, "ripple", "--on", "2026-06-01")
    assert ahead.exit_code == 0
    assert "(sắp tới)" in ahead.stdout


def test_ripples_of_one_text(folder: Path) -> None:
    one = _run(
        folder, "ripple", "Nghị định 10/2025/NĐ-CP", "--on", "2026-09-01", "--format", "json"
    )
    assert [each["code"] for each in json.loads(one.stdout)["ripples"]] == ["1.000001"]
    assert _run(folder, "ripple", "20/2026/NĐ-CP", "--on", "2026-09-01").stdout == ""
    refused = _run(folder, "ripple", "99/2026/NĐ-CP")
    assert isinstance(refused.exception, BadRequestError)
