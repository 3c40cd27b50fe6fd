"""`tthc format`: files in their one spelling."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import PATH, say

if TYPE_CHECKING:
    from collections.abc import Iterator

# What the first folders and the files of a catalogue are called, to find its root from a file.
_FOLDERS = {"procedures", "decisions"}


@click.command(name="format")
@click.argument("paths", nargs=-1, type=PATH, metavar="[TỆP|THƯ-MỤC]…")
@click.option("--check", "only_check", is_flag=True, help="Chỉ nêu tệp cần viết lại, không ghi.")
def command(paths: tuple[Path, ...], only_check: bool) -> None:
    """Viết lại tệp YAML theo đúng một cách trình bày; nội dung và ghi chú giữ nguyên.

    Không nêu gì thì viết lại cả danh mục. In tên những tệp đã viết lại. Tệp có lỗi thì
    để nguyên và được nêu trên stderr.

    Mã thoát: 0 xong; 1 với --check: có tệp cần viết lại; 2 yêu cầu sai; 3 có tệp không đọc hoặc
    ghi được.
    """
    from tthc_catalog.errors import TthcError
    from tthc_catalog.files.formatting import format_text
    from tthc_catalog.files.writing import write_atomically
    from tthc_catalog.records.key_order import key_order

    changed = failed = 0
    for path in _files(paths or (Path(os.environ.get("TTHC_CATALOG") or "catalog"),)):
        name = _name_in_catalog(path)
        try:
            text = _text(path)
            tidy = format_text(text, key_order(name), str(path))
            if tidy == text:
                continue
            if not only_check:
                write_atomically(path, tidy)
        except TthcError as error:
            say(str(error))
            failed += 1
            continue
        click.echo(str(path))
        changed += 1
    done = "cần viết lại" if only_check else "đã viết lại"
    click.echo(f"{changed} tệp {done}.", err=True)
    if failed:
        sys.exit(3)
    if only_check and changed:
        sys.exit(1)


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    from tthc_catalog.errors import UnreadableError
    from tthc_catalog.files.tree import FolderTree

    for path in paths:
        if path.is_dir():
            yield from (path / name for name in FolderTree(path).names(".yaml"))
        elif path.is_file():
            yield path
        elif path.exists():
            # A pipe or a device has no end, or no place to be written back to.
            raise UnreadableError(f"{path} không phải là tệp hay thư mục.")
        else:
            raise UnreadableError(f"{path} không tồn tại.")


def _name_in_catalog(path: Path) -> str:
    """Return the name of a file below its catalogue's folder, which tells what it holds."""
    parts = path.absolute().parts
    for at in range(len(parts) - 2, -1, -1):
        if parts[at] in _FOLDERS:
            return "/".join(parts[at:])
    return path.name


def _text(path: Path) -> str:
    from tthc_catalog.errors import UnreadableError, reason

    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError:
        raise UnreadableError(f"Tệp {path} không ở mã UTF-8.") from None
    except OSError as error:
        raise UnreadableError(f"Không đọc được tệp {path}: {reason(error)}.") from error
