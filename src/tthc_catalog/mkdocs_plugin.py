# The site's face in MkDocs, and the only module that knows MkDocs. It holds no thought: it asks
# MkDocs to render one shell page and a stub for each navigation entry, and hands the folder over to
# `outputs/site`. Whoever replaces MkDocs replaces this file.

"""The MkDocs plugin `tthc`, and the same rendering for callers that have no MkDocs of their own."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from contextlib import suppress
from datetime import date
from importlib.metadata import entry_points, packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

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
from tthc_catalog.outputs.site.frame import Ingredients, frames_folder, note_ingredients
from tthc_catalog.outputs.site.frame_words import LANGUAGES, word

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        made_from = _ingredients(config)
        state = _state(made_from)
        frame = cache / state if cache else None
        if cache is None or frame is None or not (frame / SHELL_FILE).is_file():
            fresh = _folder_to_render_in(cache)
            _render(config, fresh)
            if cache is None or frame is None or fresh.parent != cache:
                return fresh
            _put_in_place(fresh, frame)
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
    atexit.register(shutil.rmtree, fresh, ignore_errors=True)
    return fresh


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


def _put_in_place(fresh: Path, frame: Path) -> None:
    shutil.rmtree(frame, ignore_errors=True)
    try:
        fresh.rename(frame)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        # Another build may have put the same frame there in between.
        if not (frame / SHELL_FILE).is_file():
            raise


# --- what a frame is made from --------------------------------------------------------------------

_INHERITED = re.compile(r"^INHERIT:[ \t]*[\"']?([^\"'#\n]+)", re.MULTILINE)
_FROM_ENVIRONMENT = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")
_VARIABLE = re.compile(r"[A-Za-z_]\w*")


def _ingredients(config: MkDocsConfig) -> Ingredients:
    """Return what the frame of a configuration is made from."""
    files = list(_with_inherited(Path(config.config_file_path)))
    texts = [file.read_text("utf-8", errors="replace") for file in files]
    read = [found for text in texts for found in _FROM_ENVIRONMENT.findall(text)]
    paths = [*files, config.docs_dir, *config.watch]
    # MkDocs declares a list of hooks and gives modules by their names.
    hooks = cast("dict[str, object]", config.hooks)
    paths += [str(hook.__file__) for hook in hooks.values() if hasattr(hook, "__file__")]
    paths += [config.theme.custom_dir] if config.theme.custom_dir else []
    # Extensions of Markdown may read files, such as snippets and glossaries.
    paths += _named_in(config.mdx_configs, files[0].parent)
    modules = ["mkdocs", "tthc_catalog", "jinja2", "markdown", "pygments", "pymdownx"]
    modules += [type(plugin).__module__ for plugin in config.plugins.values()]
    modules += [extension.partition(":")[0] for extension in config.markdown_extensions]
    known = packages_distributions()
    packages = {name for each in modules for name in known.get(each.partition(".")[0], [])}
    packages |= {"tthc-catalog"}
    packages |= {point.dist.name for point in entry_points(group="mkdocs.themes") if point.dist}
    return Ingredients(
        paths=tuple(dict.fromkeys(map(str, paths))),
        packages=tuple(sorted(packages)),
        variables=tuple(sorted({name for each in read for name in _VARIABLE.findall(each)})),
    )


def _named_in(value: object, folder: Path) -> Iterator[str]:
    """Yield the files and folders below a folder that somebody's settings name."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _named_in(each, folder)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _named_in(each, folder)
    elif isinstance(value, str) and value and "\0" not in value:
        path = Path(os.path.normpath(folder / value))
        with suppress(OSError):
            if path not in {folder, *folder.parents} and path.exists():
                yield str(path)


def _with_inherited(config_file: Path) -> Iterator[Path]:
    """Yield a configuration and those it takes over; MkDocs itself forgets which they were."""
    yield config_file
    text = config_file.read_text("utf-8", errors="replace")
    if found := _INHERITED.search(text):
        yield from _with_inherited(config_file.parent / found[1].strip())


def serve(config_file: str | Path, address: str = "127.0.0.1:8000") -> None:
    """Serve the site on this machine and print it again whenever a record or a document changes."""
    from mkdocs.commands import serve as mkdocs_serve  # noqa: PLC0415 - a build needs no server

    mkdocs_serve.serve(str(config_file), dev_addr=address, livereload=True)
