# MkDocs has no maintainer any more. That the pages do not depend on it is a promise only as long as
# somebody tries another generator: Zensical, from those who make Material, renders the shell here.

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.outputs.editions import BASE, TODAY, catalog, first, later
from tthc_catalog.outputs.site import (
    SECTIONS,
    SHELL_FILE,
    SHELL_MARKDOWN,
    SHELL_PAGE,
    STYLE,
    print_site,
)

if TYPE_CHECKING:
    from pathlib import Path

ADDRESSES = [
    "index.html", "thu-tuc/1.000001.html", "thay-doi.html", "linh-vuc.html", "tim-kiem.html"
]  # fmt: skip


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue printed into a frame of Zensical's."""
    folder = tmp_path_factory.mktemp("zensical")
    pages = {SHELL_PAGE: SHELL_MARKDOWN, "index.md": "# Trang chủ\n", "tu-viet.md": "# Tự viết\n"}
    for address, name in SECTIONS:
        pages.setdefault(address.replace(".html", ".md"), f"# {name}\n")
    (folder / "docs").mkdir()
    for name, text in pages.items():
        (folder / "docs" / name).write_text(text, "utf-8")
    settings = {
        "site_name": "Danh mục",
        "use_directory_urls": False,
        "extra_css": [STYLE],
        "theme": {"name": "material", "language": "vi", "font": False},
        "plugins": [],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), "utf-8")
    subprocess.run(
        [sys.executable, "-m", "zensical", "build"], cwd=folder, check=True, capture_output=True
    )
    amended = later("2/QĐ-BTN", "2026-01-05", hieu_luc="2026-02-01", ket_qua="Thẻ mới")
    made = catalog(folder / "catalog", first() + amended)
    print_site(made, folder / "site", folder / "out", today=TODAY, base=BASE)
    return folder / "out"


@pytest.mark.parametrize("address", ADDRESSES)
def test_zensical_can_be_the_host(printed: Path, address: str) -> None:
    html = (printed / address).read_text("utf-8")
    assert html.count("<h1") == 1
    assert html.count("Content-Security-Policy") == 1
    assert "tthc-khung" not in html
    up = "../" * address.count("/")
    assert f'href="{up}{STYLE}"' in html.replace('"./', '"')
    assert (printed / STYLE).is_file()


def test_its_own_pages_come_along(printed: Path) -> None:
    assert "Tự viết" in (printed / "tu-viet.html").read_text("utf-8")
    assert not (printed / SHELL_FILE).exists()


def test_the_words_of_a_record_stand_in_its_frame(printed: Path) -> None:
    html = (printed / "thu-tuc" / "1.000001.html").read_text("utf-8")
    assert "<title>Cấp thẻ - Danh mục</title>" in html
    assert "Thẻ mới" in html
