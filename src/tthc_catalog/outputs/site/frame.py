# A frame is rendered seldom and looked for at every build. So whoever looks for it must not load
# the site generator: this module knows where frames are kept and what they were made from, and only
# `mkdocs_plugin` knows how to make one.
#
# What a frame is made from is known to the generator alone: a configuration can move the documents,
# override templates, run hooks, take over another configuration, read the environment. So whoever
# renders a frame notes its ingredients beside it; with the note, looking again needs no generator.
# A configuration that names other ingredients has itself changed, and is one of them.

"""Where rendered frames are kept, and which of them belongs to a configuration."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_catalog.errors import UnwritableError
from tthc_catalog.files.cache import cache_folder
from tthc_catalog.files.writing import write_atomically
from tthc_catalog.outputs.site.printing import SECTIONS
from tthc_catalog.outputs.site.shell import SHELL_FILE, SHELL_MARKDOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_INHERITED = re.compile(r"^INHERIT:[ \t]*[\"']?([^\"'#\n]+)", re.MULTILINE)
_FROM_ENVIRONMENT = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")
_VARIABLE = re.compile(r"[A-Za-z_]\w*")

_KEPT = 12
"""How many frames are kept, of all configurations of a person together."""

_MAKER = Path(__file__).parents[2] / "mkdocs_plugin.py"


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What a frame is made from, beside what this program adds to every frame."""

    paths: tuple[str, ...]
    """Files, and folders whose every file counts."""

    packages: tuple[str, ...]
    """Names of installed distributions."""

    variables: tuple[str, ...] = ()
    """Names of environment variables that the configuration reads."""

    @property
    def state(self) -> str:
        """Stands for all of them as they are now."""
        told = hashlib.sha256(f"{SHELL_MARKDOWN}{SECTIONS}".encode())
        for words in (*_versions(self.packages), *_values(self.variables)):
            told.update(f"{words}\n".encode(errors="surrogateescape"))
        for path in (*self.paths, str(_MAKER)):
            for name, content in _contents(Path(path)):
                told.update(f"{name} {len(content)}\n".encode(errors="surrogateescape"))
                told.update(content)
        return told.hexdigest()[:24]


def ingredients(
    config_file: Path,
    *,
    paths: Iterable[str],
    modules: Iterable[str],
    packages: Iterable[str],
    settings: object,
) -> Ingredients:
    """Return what the frame of a configuration is made from.

    Args:
        config_file: the configuration; what it inherits and the variables that it names are found
            here, because generators forget them.
        paths: documents, overrides, hooks.
        modules: what renders; the packages that hold them count.
        packages: further packages.
        settings: settings of extensions; files and folders that they name count, such as snippets.
    """
    files = list(_with_inherited(config_file))
    read = [found for file in files for found in _FROM_ENVIRONMENT.findall(_text(file))]
    known = packages_distributions()
    rendering = {name for each in modules for name in known.get(each.partition(".")[0], [])}
    named = _named_in(settings, config_file.parent)
    return Ingredients(
        paths=tuple(dict.fromkeys((*map(str, files), *paths, *named))),
        packages=tuple(sorted({"tthc-catalog", *rendering, *packages})),
        variables=tuple(sorted({name for each in read for name in _VARIABLE.findall(each)})),
    )


def frames_folder() -> Path | None:
    """Return the folder in which frames are kept; None if there is no place for caches."""
    folder = cache_folder()
    return folder / "frames" if folder else None


def kept_frame(config_file: str | Path, cache: Path | None = None) -> Path | None:
    """Return the frame of a configuration, if it has been rendered and nothing changed since.

    Args:
        config_file: the site's `mkdocs.yml`.
        cache: folder to keep frames in; by default `frames_folder()`.
    """
    cache = cache or frames_folder()
    if cache is None:
        return None
    try:
        noted = json.loads(_note(cache, config_file).read_bytes())
        made_from = Ingredients(**{key: tuple(map(str, names)) for key, names in noted.items()})
        frame = cache / made_from.state
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return frame if is_frame(frame) else None


def is_frame(folder: Path) -> bool:
    """Return whether a folder holds a frame that can be read; another user's may not let us."""
    try:
        with (folder / SHELL_FILE).open("rb"):
            return True
    except OSError:
        return False


def forget_old_frames(cache: Path) -> None:
    """Remove all but the frames that were rendered last; rendering one again takes seconds."""
    with suppress(OSError):
        frames = [path for path in cache.iterdir() if path.is_dir()]
        frames.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in frames[_KEPT:]:
            shutil.rmtree(path, ignore_errors=True)


def note_ingredients(config_file: str | Path, cache: Path, made_from: Ingredients) -> None:
    """Remember what the frame of a configuration is made from; it stands at their state."""
    # Without the note the frame will be rendered again, that is all.
    with suppress(OSError, UnwritableError):
        write_atomically(_note(cache, config_file), json.dumps(asdict(made_from)))


def _note(cache: Path, config_file: str | Path) -> Path:
    place = os.fsencode(os.path.realpath(config_file))
    return cache / f"{hashlib.sha256(place).hexdigest()[:24]}.json"


def _versions(packages: tuple[str, ...]) -> Iterator[str]:
    for package in packages:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield f"{package} -"


def _values(variables: tuple[str, ...]) -> Iterator[str]:
    for variable in variables:
        yield f"{variable}={os.environ.get(variable)}"


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of a file, or of all files of a folder; nothing if there is none."""
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    for file in files:
        yield str(file), file.read_bytes()


def _with_inherited(config_file: Path) -> Iterator[Path]:
    """Yield a configuration and those it takes over."""
    yield config_file
    if found := _INHERITED.search(_text(config_file)):
        yield from _with_inherited(config_file.parent / found[1].strip())


def _text(file: Path) -> str:
    return file.read_text("utf-8", errors="replace")


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
