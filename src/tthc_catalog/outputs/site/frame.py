# A frame is rendered seldom and looked for at every build. So whoever looks for it must not load
# the site generator: this module knows where frames are kept and what they depend on, and only
# `mkdocs_plugin` knows how to make one.

"""Where rendered frames are kept, and which of them belongs to a configuration."""

from __future__ import annotations

import hashlib
import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tthc_catalog.outputs.site.printing import SECTIONS
from tthc_catalog.outputs.site.shell import SHELL_FILE, SHELL_MARKDOWN

_MAKER = Path(__file__).parents[2] / "mkdocs_plugin.py"


def frame_folder(config_file: str | Path, cache: Path | None = None) -> Path:
    """Return the folder where the frame of a configuration stands, or will stand once rendered.

    It is named after the state of `mkdocs.yml`, its documents and the packages that render it.

    Args:
        config_file: the site's `mkdocs.yml`.
        cache: folder to keep frames in; by default `$XDG_CACHE_HOME/tthc_catalog/frames`.
    """
    return (cache or _cache_folder()) / _fingerprint(Path(config_file).resolve())


def kept_frame(config_file: str | Path, cache: Path | None = None) -> Path | None:
    """Return the frame of a configuration, if it has been rendered; see `frame_folder`."""
    frame = frame_folder(config_file, cache)
    return frame if (frame / SHELL_FILE).is_file() else None


def _fingerprint(config_file: Path) -> str:
    told = hashlib.sha256(f"{SHELL_MARKDOWN}{SECTIONS}".encode())
    for package in ("mkdocs", "mkdocs-material", "tthc-catalog"):
        try:
            told.update(f"{package} {version(package)}\n".encode())
        except PackageNotFoundError:
            told.update(f"{package} -\n".encode())
    docs = config_file.parent / "docs"
    sources = [config_file, *sorted(path for path in docs.rglob("*") if path.is_file())]
    for source in (*sources, _MAKER):
        told.update(f"{source}\n".encode())
        told.update(source.read_bytes())
    return told.hexdigest()[:24]


def _cache_folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(home) if os.path.isabs(home) else Path.home() / ".cache"  # noqa: PTH117 - as the caches of files/
    return base / "tthc_catalog" / "frames"
