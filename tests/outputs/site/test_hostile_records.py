# Nothing that a record says may become markup, script or an address that runs.

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site import print_site

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></head><body><h1>x",
    "<!-- tthc-khung-noi-dung <h1> -->",
    "tthc-khung-tieu-de",
    "{{ 7 * 7 }}{% raw %}",
    "[x](javascript:alert(1)) `code` **b**",
    "&lt;b&gt; &amp; \\u0000",
    "javascript:alert(1)",
)


class Seen(HTMLParser):
    """What a browser would find."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.images = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what could run."""
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        places = {"href", "src", "action"}
        self.addresses += [value or "" for name, value in attrs if name in places]
        self.scripts += [tag] if tag == "script" else []
        self.images += tag == "img"


def _record(code: str, words: str) -> str:
    said = "'" + words.replace("'", "''") + "'"
    return f"""\
ma: "{code}"
quyet_dinh: {{so_in: {said}}}
ghi_nhan: 2026-06-15
nguon: {said}
ghi_chu: {said}
ten: {said}
linh_vuc: {said}
cap_thuc_hien: xã
trinh_tu: [{{ten: {said}, noi_dung: {said}}}]
cach_thuc:
  - kenh: trực tiếp
    truong_hop: {said}
    thoi_han_in: {said}
    phi_le_phi_in: [{said}]
    mo_ta: {said}
ho_so: [{{truong_hop: {said}, thanh_phan: [{{ten: {said}, mau: [{said}]}}]}}]
doi_tuong_khac: {said}
co_quan: {{thuc_hien: {said}}}
ket_qua: {said}
mau_don: {said}
can_cu: [{{so_in: {said}, ten: {said}, dieu_khoan: {said}}}]
yeu_cau_dieu_kien: {said}
noi_tiep_nhan: {said}
chua_ro: [doi_tuong]
"""


@pytest.fixture(scope="session")
def plain(frame: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _printed(frame, tmp_path_factory.mktemp("plain"), ("lời thường",) * len(HOSTILE))


@pytest.fixture(scope="session")
def hostile(frame: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _printed(frame, tmp_path_factory.mktemp("hostile"), HOSTILE)


def _printed(frame: Path, folder: Path, words: tuple[str, ...]) -> Path:
    records = folder / "catalog" / "procedures" / "thu"
    records.mkdir(parents=True)
    for number, said in enumerate(words):
        code = f"9.{number:06d}"
        (records / f"{code}.yaml").write_text(_record(code, said), "utf-8")
    catalog = Catalog.load(folder / "catalog", cache=False)
    assert [finding.message for finding in catalog.findings] == []
    print_site(
        catalog, frame, folder / "site", today=date(2026, 11, 22), base="https://thu-tuc.example"
    )
    return folder / "site"


def _seen(path: Path) -> Seen:
    seen = Seen()
    seen.feed(path.read_text("utf-8"))
    return seen


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=HOSTILE)
def test_the_words_of_a_record_stay_words(number: int, hostile: Path, plain: Path) -> None:
    page = f"thu-tuc/9.{number:06d}.html"
    seen, usual = _seen(hostile / page), _seen(plain / page)
    assert len(seen.scripts) == len(usual.scripts)
    assert seen.handlers == usual.handlers == []
    assert seen.images == usual.images == 0
    assert [a for a in seen.addresses if a.startswith("javascript")] == []


def test_no_page_of_a_hostile_catalogue_runs_anything(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        seen = _seen(path)
        assert seen.handlers == []
        assert [a for a in seen.addresses if a.startswith("javascript")] == []


def test_a_hostile_name_cannot_leave_the_folder(hostile: Path) -> None:
    names = {path.relative_to(hostile).as_posix() for path in hostile.rglob("*")}
    assert [name for name in names if ".." in name or "<" in name] == []
