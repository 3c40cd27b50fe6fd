# The site's face in MkDocs, and the only module that knows MkDocs. It holds no thought: it asks
# MkDocs to render one shell page and a stub for each navigation entry, and hands the folder over to
# `outputs/site`. Whoever replaces MkDocs replaces this file.

"""The MkDocs plugin `tthc`, and the same rendering for callers that have no MkDocs of their own."""

from __future__ import annotations

import atexit
import errno
import shutil
import tempfile
from contextlib import suppress
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from tthc_catalog.catalog import Catalog
from tthc_catalog.errors import (
    BadRequestError,
    TthcError,
    UnreadableError,
    UnwritableError,
    reason,
)
from tthc_catalog.finding import Severity
from tthc_catalog.imports import KINDS
from tthc_catalog.outputs.findings_text import findings_text
from tthc_catalog.outputs.site import (
    ICON,
    SECTIONS,
    SHELL_MARKDOWN,
    SHELL_PAGE,
    STYLE,
    print_site,
)
from tthc_catalog.outputs.site.frame import (
    Ingredients,
    forget_old_frames,
    frames_folder,
    ingredients,
    is_frame,
    note_ingredients,
)
from tthc_catalog.outputs.site.frame_words import LANGUAGES, word

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
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


class Instead(NamedTuple):
    """What somebody wants in place of what `mkdocs.yml` says."""

    folder: Path | None = None
    today: date | None = None


class CatalogPlugin(BasePlugin[CatalogPluginConfig]):  # type: ignore[no-untyped-call] # as above
    """Prints a catalogue of administrative procedures into a MkDocs site."""

    frame_only = False
    """Whether somebody else will print the pages, so that the shell must stay."""

    serving = False

    instead = Instead()

    looked_at: Catalog | None = None
    """The catalogue that was found sound just before the build that goes on."""

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
            config.watch.append(str(self.catalog_folder(config)))
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
        today = self.instead.today or self.config.today or date.today()  # noqa: DTZ011 - a legal day is the reader's calendar day
        try:
            catalog = self.looked_at or Catalog.load(self.catalog_folder(config), hashes=True)
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
        finally:
            self.looked_at = None
        if self.serving:
            _tell(catalog)
        elif catalog.findings:
            log.warning(
                "Danh mục có %d phát hiện; chạy `tthc check` để xem.", len(catalog.findings)
            )
        log.info("Danh mục: %s.", printed)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Keep the last good site while a record is broken.

        MkDocs clears the site before it builds, and a server whose build fails answers nobody until
        a build succeeds. So what can fail is tried first, and a failure is only told.
        """

        def patient() -> None:
            try:
                catalog = Catalog.load(self.catalog_folder(config), hashes=True)
                if _broken(catalog):
                    _tell(catalog)
                    log.error("Danh mục có lỗi; trang giữ như lần dựng được gần nhất.")
                    return
                self.looked_at = catalog
                builder()
            except (TthcError, MkDocsException, SystemExit, OSError) as error:
                log.error("%s", error)  # noqa: TRY400 - people mend files, not programs

        server.builder = patient
        return server

    def catalog_folder(self, config: MkDocsConfig) -> Path:
        """Return the folder of the catalogue that is printed."""
        return self.instead.folder or Path(config.config_file_path).parent / self.config.catalog


def _broken(catalog: Catalog) -> bool:
    return any(finding.severity is Severity.ERROR for finding in catalog.findings)


def _tell(catalog: Catalog) -> None:
    lines = findings_text(catalog.findings)
    if catalog.findings:
        log.warning("Danh mục có %d phát hiện:\n%s", len(catalog.findings), "\n".join(lines))


def render_shell(config_file: str | Path, cache: Path | None = None) -> Path:
    """Return the folder of the frame that `print_site` fills: shell, assets, ordinary pages.

    It is rendered once for each state of what it is made from: the configuration and those it
    takes over, documents, overrides, hooks, the variables of the environment that it names, and the
    packages that render it. It is kept for the next time.

    Args:
        config_file: the site's `mkdocs.yml`.
        cache: folder to keep frames in; by default `frames_folder()`. Without a place for it the
            frame serves this run only.

    Raises:
        BadRequestError: MkDocs cannot read the configuration or render the page.
        UnreadableError: something that the frame is made from cannot be read.
    """
    path = Path(config_file).resolve()
    cache = cache or frames_folder()
    try:
        config = _configuration(path)
        made_from = _made_from(config)
        state = _state(made_from)
        frame = cache / state if cache else None
        if cache is None or frame is None or not is_frame(frame):
            fresh = _folder_to_render_in(cache)
            _render(config, fresh)
            if cache is None or frame is None or fresh.parent != cache:
                return fresh
            if not _stands_in_place(fresh, frame):
                return fresh
    except (MkDocsException, SystemExit) as error:
        message = f"MkDocs không dựng được khung từ {path}: {error}"
        raise BadRequestError(message) from error
    note_ingredients(path, cache, made_from)
    return frame


def _configuration(config_file: Path) -> MkDocsConfig:
    config = load_config(str(config_file))
    if not isinstance(config.plugins.get("tthc"), CatalogPlugin):
        message = f"Tệp {config_file} không bật phần mở rộng `tthc` trong mục plugins."
        raise BadRequestError(message)
    return config


def _state(made_from: Ingredients) -> str:
    try:
        return made_from.state
    except OSError as error:
        message = f"Không đọc được {error.filename} để dựng khung: {reason(error)}."
        raise UnreadableError(message) from error


def _folder_to_render_in(cache: Path | None) -> Path:
    """Return a new folder: among the kept frames, or one that lasts as long as this process."""
    if cache is not None:
        with suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(dir=cache))
    fresh = Path(tempfile.mkdtemp(prefix="tthc-frame-"))
    _remove_at_exit(fresh)
    return fresh


def _remove_at_exit(folder: Path) -> None:
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


def _render(config: MkDocsConfig, folder: Path) -> None:
    config.site_dir = str(folder)
    # MkDocs keeps one instance of a plugin for all configurations of a process.
    plugin = cast("CatalogPlugin", config.plugins["tthc"])
    plugin.frame_only, plugin.serving = True, False
    try:
        mkdocs_build.build(config)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        message = f"Không dựng được khung trong {folder}: {reason(error, writing=True)}."
        raise UnwritableError(message) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        plugin.frame_only = False


def _stands_in_place(fresh: Path, frame: Path) -> bool:
    """Keep a new frame, and tell whether that was possible; if not, it serves this run only."""
    shutil.rmtree(frame, ignore_errors=True)
    try:
        fresh.rename(frame)
    except OSError:
        # What stands there may be another user's, who lets nobody read or remove it.
        if not is_frame(frame):
            _remove_at_exit(fresh)
            return False
        # Another build has put the same frame there in between.
        shutil.rmtree(fresh, ignore_errors=True)
    forget_old_frames(frame.parent)
    return True


def _made_from(config: MkDocsConfig) -> Ingredients:
    # MkDocs declares a list of hooks and gives modules by their names.
    hooks = cast("dict[str, object]", config.hooks).values()
    paths = [config.docs_dir, config.theme.custom_dir, *config.watch]
    paths += [str(hook.__file__) for hook in hooks if hasattr(hook, "__file__")]
    modules = ["mkdocs", "jinja2", "markdown", "pygments", "pymdownx"]
    modules += [type(plugin).__module__ for plugin in config.plugins.values()]
    modules += [extension.partition(":")[0] for extension in config.markdown_extensions]
    themes = [point.dist.name for point in entry_points(group="mkdocs.themes") if point.dist]
    return ingredients(
        Path(config.config_file_path),
        paths=[path for path in paths if path],
        modules=modules,
        packages=themes,
        settings=config.mdx_configs,
    )


# --- serving --------------------------------------------------------------------------------------


def serve(
    config_file: str | Path,
    address: str = "127.0.0.1:8000",
    *,
    folder: Path | None = None,
    today: date | None = None,
) -> None:
    """Serve the site on this machine and print it again whenever a record or a document changes.

    Args:
        config_file: the site's `mkdocs.yml`.
        address: host and port.
        folder: the catalogue's folder; by default the one that the configuration names.
        today: the day on which the site speaks; by default that of the configuration.

    Raises:
        BadRequestError: MkDocs cannot read the configuration, or the address is taken.
    """
    from mkdocs.commands import serve as mkdocs_serve  # noqa: PLC0415 - a build needs no server

    plugin = None
    try:
        config = _configuration(Path(config_file))
        plugin = cast("CatalogPlugin", config.plugins["tthc"])
        plugin.instead = Instead(folder and folder.absolute(), today)
        # A catalogue that is none is told before anything is rendered.
        plugin.looked_at = Catalog.load(plugin.catalog_folder(config), hashes=True)
        mkdocs_serve.serve(str(config_file), dev_addr=address, livereload=True)
    except (MkDocsException, SystemExit) as error:
        message = f"MkDocs không mở được trang từ {config_file}: {error}"
        raise BadRequestError(message) from error
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES}:
            raise
        message = f"Không mở được trang ở {address}: {_NO_PLACE[error.errno]}."
        raise BadRequestError(message) from error
    finally:
        # MkDocs keeps one instance of a plugin for all configurations of a process.
        if plugin is not None:
            plugin.instead, plugin.looked_at = Instead(), None


_NO_PLACE = {
    errno.EADDRINUSE: "cổng này đang có chương trình khác dùng; nêu cổng khác bằng `--address`",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy",
    errno.EACCES: "không có quyền dùng cổng này; nêu cổng từ 1024 trở lên bằng `--address`",
}
