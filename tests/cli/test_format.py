# `tthc format` writes files in their one spelling, keys in the order of the records.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tthc

UNTIDY = """# Sổ tay của phòng
cap_thuc_hien:   ['xã']
ten: "Đăng ký thử"   # tên như in
ma: '9.000011'
cach_thuc:
- thoi_han: 3 ngày
  kenh: trực tiếp
"""
TIDY = """# Sổ tay của phòng
ma: "9.000011"
ten: Đăng ký thử  # tên như in
cap_thuc_hien:
  - xã
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 3 ngày
"""


def _untidy(folder: Path) -> Path:
    file = folder / "procedures" / "thu" / "9.000011.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(UNTIDY, "utf-8")
    return file


def test_a_file_is_written_in_its_one_spelling(tthc: Tthc, tmp_path: Path) -> None:
    file = _untidy(tmp_path)
    checked = tthc("format", "--check", str(tmp_path))
    assert (checked.code, checked.out) == (1, f"{file}\n")
    assert file.read_text("utf-8") == UNTIDY
    written = tthc("format", str(file))
    assert (written.code, written.out) == (0, f"{file}\n")
    assert file.read_text("utf-8") == TIDY
    again = tthc("format", "--check", str(tmp_path))
    assert (again.code, again.out, again.err) == (0, "", "0 tệp cần viết lại.\n")


def test_a_file_with_faults_stays_and_the_others_are_written(tthc: Tthc, tmp_path: Path) -> None:
    file = _untidy(tmp_path)
    broken = file.with_name("9.000012.yaml")
    broken.write_text('ma: "9.000012"\nma: "9.000012"\n', "utf-8")
    binary = file.with_name("9.000013.yaml")
    binary.write_bytes(bytes(range(256)))
    ran = tthc("format", str(tmp_path))
    assert (ran.code, ran.out) == (3, f"{file}\n")
    complaints = ran.err.splitlines()
    assert complaints[0].startswith(f"tthc: {broken} chưa định dạng được vì có lỗi, dòng 2:")
    assert complaints[1] == f"tthc: Tệp {binary} không ở mã UTF-8."
    assert broken.read_text("utf-8").count("ma:") == 2


def test_ids_of_a_register_stay_in_their_order(tthc: Tthc, tmp_path: Path) -> None:
    file = tmp_path / "fields.yaml"
    file.write_text("b:\n  ma: B1\n  ten: B\na:\n  ten: A\n", "utf-8")
    assert tthc("format", str(file)).code == 0
    assert file.read_text("utf-8") == "b:\n  ten: B\n  ma: B1\na:\n  ten: A\n"
