# The site's face in MkDocs, and the only module that knows MkDocs. It holds no thought: it asks
# MkDocs to render one shell page and a stub for each navigation entry, and hands the folder over to
# `outputs/site`. Whoever replaces MkDocs replaces this file.

"""The MkDocs plugin `tthc`, and the same rendering for callers that have no MkDocs of their own."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from tthc_catalog.catalog import Catalog
from tthc_catalog.errors import BadRequestError, TthcError
from tthc_catalog.imports import KINDS
from tthc_catalog.outputs.site import (
    ICON,
    SECTIONS,
    SHELL_FILE,
    SHELL_MARKDOWN,
    SHELL_PAGE,
    STYLE,
    print_site,
)
from tthc_catalog.outputs.site.frame import frame_folder
from tthc_catalog.outputs.site.frame_words import LANGUAGES, word

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_MATERIALS_ICON = "assets/images/favicon.png"

log = get_plugin_logger("tthc")


class CatalogPluginConfig(Config):  # type: ignore[no-untyped-call] # MkDocs states no types there
    """What `mkdocs.yml` may say of the plugin."""

    catalog = config_options.Type(str, default="catalog")
    """Folder of the catalogue, from the folder of `mkdocs.yml`."""

    language = config_options.Choice(LANGUAGES, default="vi")
    """Language of the frame: menus, labels, headings. Records stay as they were published."""

    today = config_options.Optional(config_options.Type(date))
    """The day on which the site speaks; by default the day of the build."""


class CatalogPlugin(BasePlugin[CatalogPluginConfig]):  # type: ignore[no-untyped-call] # as above
    """Prints a catalogue of administrative procedures into a MkDocs site."""

    frame_only = False
    """Whether somebody else will print the pages, so that the shell must stay."""

    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a development server will add a script of its own to every page."""
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the catalogue and give pages their style."""
        # A folder for each page costs thirty times what the page itself costs to write.
        config.use_directory_urls = False
        if self.config.language != "vi":
            config.theme["language"] = self.config.language
        if self.serving:
            config.watch.append(str(self._catalog_folder(config)))
        config.extra_css.insert(0, STYLE)
        if config.theme.get("favicon") in {None, _MATERIALS_ICON}:
            config.theme["favicon"] = ICON  # a twentieth of its size
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the shell, and a stub for each page that the navigation may name."""
        files.append(
            File.generated(
                config, SHELL_PAGE, content=SHELL_MARKDOWN, inclusion=InclusionLevel.NOT_IN_NAV
            )
        )
        for address, name in SECTIONS:
            stub = address.replace(".html", ".md")
            if files.get_file_from_path(stub) is None:
                text = f"---\ntitle: {word(name, self.config.language)}\n---\n"
                inclusion = (
                    InclusionLevel.INCLUDED if config.nav is None else InclusionLevel.NOT_IN_NAV
                )
                files.append(File.generated(config, stub, content=text, inclusion=inclusion))
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Print the catalogue into what MkDocs has rendered."""
        if self.frame_only:
            return
        site = Path(config.site_dir)
        today = self.config.today or date.today()  # noqa: DTZ011 - a legal day is the reader's calendar day
        try:
            catalog = Catalog.load(self._catalog_folder(config), hashes=True)
            printed = print_site(
                catalog,
                site,
                site,
                today=today,
                base=config.site_url or None,
                policy=not self.serving,
                kinds=KINDS,
            )
        except TthcError as error:
            raise PluginError(str(error)) from error
        if catalog.findings:
            log.warning(
                "Danh mục có %d phát hiện; chạy `tthc check` để xem.", len(catalog.findings)
            )
        log.info("Danh mục: %s.", printed)

    def _catalog_folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.catalog


def render_shell(config_file: str | Path, cache: Path | None = None) -> Path:
    """Return the folder of the frame that `print_site` fills: shell, assets, ordinary pages.

    It is rendered once for each state of `mkdocs.yml`, its documents and the packages that render
    it, and kept for the next time.

    Args:
        config_file: the site's `mkdocs.yml`.
        cache: folder to keep frames in; by default `$XDG_CACHE_HOME/tthc_catalog/frames`.

    Raises:
        BadRequestError: MkDocs cannot read the configuration or render the page.
    """
    path = Path(config_file).resolve()
    frame = frame_folder(path, cache)
    if (frame / SHELL_FILE).is_file():
        return frame
    try:
        frame.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=frame.parent))
    except OSError:
        # A home without a place for caches, as in many containers: the frame serves this run only.
        fresh = frame = Path(tempfile.mkdtemp(prefix="tthc-frame-"))
        atexit.register(shutil.rmtree, fresh, ignore_errors=True)
    try:
        _render(path, fresh)
    except (MkDocsException, SystemExit) as error:
        shutil.rmtree(fresh, ignore_errors=True)
        message = f"MkDocs không dựng được khung từ {path}: {error}"
        raise BadRequestError(message) from error
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if fresh == frame:
        return frame
    shutil.rmtree(frame, ignore_errors=True)
    try:
        fresh.rename(frame)
    except OSError:
        # Another build has put the same frame there in between.
        if not (frame / SHELL_FILE).is_file():
            raise
        shutil.rmtree(fresh, ignore_errors=True)
    return frame


def _render(config_file: Path, folder: Path) -> None:
    config = load_config(str(config_file), site_dir=str(folder))
    plugin = config.plugins.get("tthc")
    if not isinstance(plugin, CatalogPlugin):
        message = f"Tệp {config_file} không bật phần mở rộng `tthc` trong mục plugins."
        raise BadRequestError(message)
    # MkDocs keeps one instance of a plugin for all configurations of a process.
    plugin.frame_only, plugin.serving = True, False
    try:
        mkdocs_build.build(config)
    finally:
        plugin.frame_only = False


def serve(config_file: str | Path, address: str = "127.0.0.1:8000") -> None:
    """Serve the site on this machine and print it again whenever a record or a document changes."""
    from mkdocs.commands import serve as mkdocs_serve  # noqa: PLC0415 - a build needs no server

    mkdocs_serve.serve(str(config_file), dev_addr=address, livereload=True)
