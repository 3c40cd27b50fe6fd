# Small catalogues for the tests of outputs: a few lines of YAML, loaded as an officer's folder is.

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site.edition import Edition

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)
BASE = "https://thu-tuc.example/"


def first(code: str = "1.000001", **other: str) -> str:
    """Return a first document; parts may be given otherwise, as YAML."""
    parts = {
        "quyet_dinh": "{so: 1/QĐ-BTN, ngay: 2025-01-10}",
        "hieu_luc": "2025-02-01",
        "ten": "Cấp thẻ",
        "linh_vuc": "the",
        "cap_thuc_hien": "xã",
        "trinh_tu": "Nộp hồ sơ.",
        "cach_thuc": "[{kenh: trực tiếp, thoi_han: 10 ngày, phi_le_phi: miễn phí}]",
        "ho_so": "[{thanh_phan: [Đơn, Ảnh]}]",
        "doi_tuong": "Công dân Việt Nam",
        "co_quan": "{thuc_hien: Ủy ban nhân dân xã}",
        "ket_qua": "Thẻ",
        "can_cu": "1/2020/NĐ-CP",
        **other,
    }
    return f'ma: "{code}"\n' + "".join(f"{key}: {value}\n" for key, value in parts.items())


def later(number: str, signed: str, **parts: str) -> str:
    """Return a later document."""
    head = f"---\nquyet_dinh: {{so: {number}, ngay: {signed}}}\n"
    return head + "".join(f"{key}: {value}\n" for key, value in parts.items())


def catalog(folder: Path, *lives: str, **registers: str) -> Catalog:
    """Write and load a catalogue; each life is a file."""
    procedures = folder / "procedures" / "the"
    procedures.mkdir(parents=True, exist_ok=True)
    for number, life in enumerate(lives):
        (procedures / f"{number}.yaml").write_text(life, "utf-8")
    for name, text in registers.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    loaded = Catalog.load(folder, cache=False, hashes=True)
    assert [finding.message for finding in loaded.findings] == []
    return loaded


def edition(folder: Path, *lives: str, base: str = BASE, **registers: str) -> Edition:
    """Return the edition of a small catalogue on the tests' day."""
    return Edition(catalog(folder, *lives, **registers), TODAY, base)
