# The plugin as `mkdocs build` runs it, in a project of its own.

from __future__ import annotations

import errno
import os
import re
import shutil
import socket
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from tthc_catalog.catalog import Catalog
from tthc_catalog.errors import BadRequestError, UnreadableError
from tthc_catalog.imports import KINDS
from tthc_catalog.mkdocs_plugin import CatalogPlugin, Instead, render_shell, serve
from tthc_catalog.outputs.site import print_site
from tthc_catalog.outputs.site.frame import kept_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

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


def _with(project: Path, more: str) -> Path:
    project.write_text(CONFIG + more, "utf-8")
    return project


def _custom_docs(project: Path) -> Path:
    (project.parent / "docs").rename(project.parent / "trang")
    _with(project, "docs_dir: trang\n")
    return project.parent / "trang" / "gioi-thieu.md"


def _override(project: Path) -> Path:
    theme = "theme: {name: material, language: vi, font: false, custom_dir: de-len}"
    (project.parent / "de-len" / "partials").mkdir(parents=True)
    project.write_text(re.sub(r"theme: .*", theme, CONFIG), "utf-8")
    (project.parent / "de-len" / "partials" / "footer.html").write_text(
        "<footer></footer>", "utf-8"
    )
    return project.parent / "de-len" / "partials" / "footer.html"


def _hook(project: Path) -> Path:
    _with(project, "hooks: [moc.py]\n")
    hook = project.parent / "moc.py"
    hook.write_text("def on_config(config):\n    return config\n", "utf-8")
    return hook


def _inherited(project: Path) -> Path:
    mother = project.with_name("goc.yml")
    mother.write_text("site_description: Thử\n", "utf-8")
    _with(project, "INHERIT: goc.yml\n")
    return mother


def _theme_setting(project: Path) -> Path:
    return _with(project, "\n")


def _snippets(project: Path) -> Path:
    words = project.with_name("tu-ngu.md")
    words.write_text("*[TTHC]: thủ tục hành chính\n", "utf-8")
    _with(project, "markdown_extensions:\n  - pymdownx.snippets: {auto_append: [tu-ngu.md]}\n")
    return words


@pytest.mark.parametrize(
    "ingredient", [_custom_docs, _override, _hook, _inherited, _theme_setting, _snippets]
)
def test_a_frame_is_as_new_as_what_it_is_made_from(
    ingredient: Callable[[Path], Path], project: Path, tmp_path: Path, rendered: list[Path]
) -> None:
    changing, cache = ingredient(project), tmp_path / "frames"
    assert kept_frame(project, cache) is None
    first = render_shell(project, cache)
    assert kept_frame(project, cache) == first
    changing.write_text(changing.read_text("utf-8") + "\n", "utf-8")
    assert kept_frame(project, cache) is None
    second = render_shell(project, cache)
    assert second != first
    assert kept_frame(project, cache) == second
    assert len(rendered) == 2


def test_a_frame_is_as_new_as_the_variables_and_packages_it_rests_on(
    project: Path, tmp_path: Path, rendered: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "frames"
    _with(project, "copyright: !ENV [TTHC_THU_BAN_QUYEN, TTHC_THU_KHAC, không]\n")
    first = render_shell(project, cache)
    monkeypatch.setenv("TTHC_THU_KHAC", "Bộ Thử nghiệm")
    assert kept_frame(project, cache) is None
    assert render_shell(project, cache) != first
    monkeypatch.delenv("TTHC_THU_KHAC")
    assert render_shell(project, cache) == first
    assert kept_frame(project, cache) == first
    monkeypatch.setattr("tthc_catalog.outputs.site.frame.version", lambda _: "99.0")
    assert kept_frame(project, cache) is None
    assert render_shell(project, cache) != first
    assert len(rendered) == 3


def test_frames_do_not_pile_up(project: Path, tmp_path: Path) -> None:
    cache = tmp_path / "frames"
    for number in range(20):
        old = cache / f"frame-{number}"
        old.mkdir(parents=True)
        os.utime(old, (number, number))
    frame = render_shell(project, cache)
    kept = {path.name for path in cache.iterdir() if path.is_dir()}
    assert kept == {frame.name, *(f"frame-{number}" for number in range(9, 20))}


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b'{"paths": 1}', b'{"other": []}', b"\xff"])
def test_a_damaged_note_is_no_note(
    damage: bytes, project: Path, tmp_path: Path, rendered: list[Path]
) -> None:
    first = render_shell(project, tmp_path)
    (note,) = tmp_path.glob("*.json")
    note.write_bytes(damage)
    assert kept_frame(project, tmp_path) is None
    assert render_shell(project, tmp_path) == first
    assert kept_frame(project, tmp_path) == first
    assert len(rendered) == 1


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where frames were rendered; MkDocs itself is not asked to."""
    folders: list[Path] = []

    def stand_in(config: MkDocsConfig) -> None:
        folders.append(Path(config.site_dir))
        (folders[-1] / "khung.html").write_text("khung", "utf-8")

    monkeypatch.setattr("tthc_catalog.mkdocs_plugin.mkdocs_build.build", stand_in)
    return folders


def test_without_a_place_for_caches_there_is_a_frame_all_the_same(
    project: Path, rendered: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert kept_frame(project) is None
    assert (render_shell(project) / "khung.html").is_file()
    assert kept_frame(project) is None


def test_a_frame_needs_no_place_to_be_kept(project: Path, tmp_path: Path) -> None:
    (tmp_path / "no-folder").touch()
    frame = render_shell(project, tmp_path / "no-folder" / "frames")
    assert (frame / "khung.html").is_file()
    assert render_shell(project, tmp_path / "no-folder" / "frames") != frame


@pytest.mark.parametrize("writable", [True, False])
def test_a_kept_frame_that_may_not_be_read_is_none(
    writable: bool,  # noqa: FBT001 - a parameter of the test
    project: Path,
    tmp_path: Path,
    rendered: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The frame of another user; to root, as whom tests may run, no mode of a file says no.
    cache = tmp_path / "frames"
    theirs = render_shell(project, cache)
    opened, removed, made = Path.open, shutil.rmtree, tempfile.mkdtemp

    def refuse(path: object, *, allowed: bool = False) -> None:
        if theirs in {path, Path(str(path)).parent} and not allowed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def opening(path: Path, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - handed on
        refuse(path)
        return opened(path, *args, **options)

    def removing(path: Path, **options: Any) -> None:  # noqa: ANN401 - handed on
        if path != theirs:
            removed(path, **options)

    def making(prefix: str | None = None, dir: Path | None = None) -> str:  # noqa: A002 - its name
        refuse(theirs, allowed=writable or dir is None)
        return made(prefix=prefix, dir=dir)

    monkeypatch.setattr(Path, "open", opening)
    monkeypatch.setattr("tthc_catalog.mkdocs_plugin.shutil.rmtree", removing)
    monkeypatch.setattr("tthc_catalog.mkdocs_plugin.tempfile.mkdtemp", making)
    assert kept_frame(project, cache) is None
    ours = render_shell(project, cache)
    assert ours != theirs
    assert (ours / "khung.html").read_text("utf-8") == "khung"
    assert len(rendered) == 2
    monkeypatch.undo()
    assert kept_frame(project, cache) == theirs


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
    assert not (tmp_path / "frames").exists()


def test_mkdocs_finds_the_plugin_by_its_name(project: Path) -> None:
    assert isinstance(load_config(str(project)).plugins["tthc"], CatalogPlugin)


# --- serving --------------------------------------------------------------------------------------


class Served(NamedTuple):
    """A server that was started for real but for its endless loop."""

    server: LiveReloadServer
    root: Path

    def page(self, address: str = "thu-tuc/9.000001.html") -> str:
        """Return a page as it stands now."""
        return (self.root / address).read_text("utf-8")

    def watches(self, path: Path) -> bool:
        """Return whether a change of a file would be noticed."""
        watched = [Path(each) for each in self.server._watched_paths]  # noqa: SLF001 - there is no door
        return any(each == path or each in path.parents for each in watched)


@pytest.fixture
def serving(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Serve a project; the given test runs where the server would wait for changes."""

    def start(test: Callable[[Served], None], **options: Any) -> None:  # noqa: ANN401 - handed on
        def loop(server: LiveReloadServer, **_: object) -> None:
            test(Served(server, Path(server.root)))

        monkeypatch.setattr(LiveReloadServer, "serve", loop)
        monkeypatch.setattr(LiveReloadServer, "shutdown", LiveReloadServer.server_close)
        serve(project, "127.0.0.1:0", **options)

    return start


def test_a_served_site_follows_records_registers_and_acceptances(
    serving: Callable[..., None], project: Path
) -> None:
    def test(served: Served) -> None:
        catalog = project.parent / "danh-muc"
        record = catalog / "procedures" / "giay-to-thu" / "9.000001.yaml"
        assert all(
            served.watches(path)
            for path in (record, catalog / "fields.yaml", catalog / "accepted.yaml", project)
        )
        for file, before, after, page in (
            (record, "cho người thực hành", "đã sửa", "thu-tuc/9.000001.html"),
            (catalog / "fields.yaml", "Giấy tờ", "Giấy tờ đổi tên", "linh-vuc.html"),
        ):
            text = file.read_text("utf-8")
            assert before in text
            file.write_text(text.replace(before, after), "utf-8")
            served.server.builder()
            assert after in served.page(page)

    serving(test)


def test_a_broken_record_keeps_the_last_good_site(
    serving: Callable[..., None], project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def test(served: Served) -> None:
        record = project.parent / "danh-muc" / "procedures" / "giay-to-thu" / "9.000001.yaml"
        good, page = record.read_text("utf-8"), served.page()
        record.write_text(good + "ten: [\n", "utf-8")
        served.server.builder()
        assert "9.000001.yaml:78:1: lỗi [yaml-syntax]" in caplog.text
        assert "trang giữ như lần dựng được gần nhất" in caplog.text
        assert served.page() == page
        record.write_text(good.replace("cho người thực hành", "đã sửa"), "utf-8")
        served.server.builder()
        assert "đã sửa" in served.page()

    serving(test)


def test_a_catalogue_or_a_configuration_that_is_gone_keeps_the_last_good_site(
    serving: Callable[..., None], project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def test(served: Served) -> None:
        page, catalog = served.page(), project.parent / "danh-muc"
        catalog.rename(project.parent / "di-dau")
        served.server.builder()
        assert "danh-muc không tồn tại" in caplog.text
        (project.parent / "di-dau").rename(catalog)
        project.write_text("site_name: [", "utf-8")
        served.server.builder()
        assert served.page() == page

    serving(test)


def test_a_served_site_opens_with_what_can_be_read(
    serving: Callable[..., None], project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def test(served: Served) -> None:
        assert not (served.root / "thu-tuc" / "9.000001.html").exists()
        assert (served.root / "thu-tuc" / "9.000002.html").exists()
        assert "[yaml-syntax]" in caplog.text

    record = project.parent / "danh-muc" / "procedures" / "giay-to-thu" / "9.000001.yaml"
    record.write_text("ten: [\n", "utf-8")
    serving(test)


def test_a_served_catalogue_and_day_may_be_others_than_the_configuration_says(
    serving: Callable[..., None], project: Path
) -> None:
    def test(served: Served) -> None:
        assert served.watches(other / "fields.yaml")
        assert not served.watches(project.parent / "danh-muc" / "fields.yaml")
        assert "Cấp thẻ khác" in served.page()
        assert "01/03/2025" in served.page()

    other = project.parent / "khac"
    shutil.copytree(project.parent / "danh-muc", other)
    record = other / "procedures" / "giay-to-thu" / "9.000001.yaml"
    record.write_text(record.read_text("utf-8").replace("Cấp thẻ thử nghiệm", "Cấp thẻ khác"))
    serving(test, folder=other, today=date(2025, 3, 1))
    # Nothing of it stays for the next configuration of this process.
    plugin = load_config(str(project)).plugins["tthc"]
    assert isinstance(plugin, CatalogPlugin)
    assert plugin.instead == Instead()


def test_an_address_that_is_taken_is_one_clear_sentence(project: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        with pytest.raises(BadRequestError, match="cổng này đang có chương trình khác dùng"):
            serve(project, address)


def test_a_catalogue_that_is_missing_is_told_before_anything_is_rendered(project: Path) -> None:
    with pytest.raises(UnreadableError, match="khong-co không tồn tại"):
        serve(project, folder=project.parent / "khong-co")
