# The plugin as `mkdocs build` runs it, in a project of its own.

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tthc_catalog.catalog import Catalog
from tthc_catalog.errors import BadRequestError
from tthc_catalog.imports import KINDS
from tthc_catalog.mkdocs_plugin import CatalogPlugin, render_shell
from tthc_catalog.outputs.site import print_site

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
site_name: Thử
theme: {name: material, language: vi, font: false}
plugins:
  - tthc: {catalog: danh-muc, today: 2026-11-22}
"""


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A project with a catalogue, a document of its own and no navigation."""
    shutil.copytree(root / "tests" / "fixtures" / "catalog", tmp_path / "danh-muc")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "gioi-thieu.md").write_text("# Giới thiệu\n\nXin chào.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return tmp_path / "mkdocs.yml"


def _build(project: Path) -> None:
    """Build as `mkdocs build --strict` does."""
    config = load_config(str(project), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def test_mkdocs_build_prints_the_catalogue(project: Path) -> None:
    _build(project)
    site = project.parent / "site"
    assert "Cấp thẻ thử nghiệm" in (site / "thu-tuc/9.000001.html").read_text("utf-8")
    assert "Xin chào" in (site / "gioi-thieu.html").read_text("utf-8")
    assert "Content-Security-Policy" in (site / "gioi-thieu.html").read_text("utf-8")
    assert not (site / "khung.html").exists()


def test_the_plugin_and_the_command_print_the_same_pages(project: Path, tmp_path: Path) -> None:
    _build(project)
    frame = render_shell(project, tmp_path / "frames")
    out = tmp_path / "other"
    catalog = Catalog.load(project.parent / "danh-muc")
    print_site(catalog, frame, out, today=date(2026, 11, 22), kinds=KINDS)
    for path in sorted(out.rglob("*.html")):
        name = path.relative_to(out)
        assert path.read_bytes() == (project.parent / "site" / name).read_bytes(), name


def test_the_frame_is_rendered_once(project: Path, tmp_path: Path) -> None:
    first = render_shell(project, tmp_path / "frames")
    made = (first / "khung.html").stat().st_mtime_ns
    assert render_shell(project, tmp_path / "frames") == first
    assert (first / "khung.html").stat().st_mtime_ns == made
    (project.parent / "docs" / "gioi-thieu.md").write_text("# Khác\n", "utf-8")
    assert render_shell(project, tmp_path / "frames") != first


def test_a_frame_needs_no_place_to_be_kept(project: Path, tmp_path: Path) -> None:
    (tmp_path / "no-folder").touch()
    frame = render_shell(project, tmp_path / "no-folder" / "frames")
    assert (frame / "khung.html").is_file()
    assert render_shell(project, tmp_path / "no-folder" / "frames") != frame


def test_serving_watches_the_records_and_leaves_room_for_its_script(project: Path) -> None:
    config = load_config(str(project))
    config.plugins.on_startup(command="serve", dirty=False)
    config = config.plugins.on_config(config)
    assert str(project.parent / "danh-muc") in config.watch
    build(config)
    html = (project.parent / "site" / "index.html").read_text("utf-8")
    assert "Content-Security-Policy" not in html


def test_a_configuration_without_the_plugin_is_refused(project: Path, tmp_path: Path) -> None:
    project.write_text("site_name: Thử\nplugins: []\n", "utf-8")
    with pytest.raises(BadRequestError, match="không bật phần mở rộng"):
        render_shell(project, tmp_path / "frames")
    assert list((tmp_path / "frames").iterdir()) == []


def test_mkdocs_finds_the_plugin_by_its_name(project: Path) -> None:
    assert isinstance(load_config(str(project)).plugins["tthc"], CatalogPlugin)
