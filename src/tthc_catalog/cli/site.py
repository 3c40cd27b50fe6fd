"""`tthc site`: the catalogue as a site."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from tthc_catalog.cli.asking import DAY, PATH, catalog_option, load, say, today
from tthc_catalog.errors import BadRequestError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.outputs.site import Printed

_LAST_PORT = 65535


@click.command(name="site")
@catalog_option
@click.option(
    "--out",
    type=PATH,
    default=Path("site"),
    show_default=True,
    metavar="THƯ-MỤC",
    help="Ghi trang vào đây; tệp không đổi thì để yên.",
)
@click.option(
    "--config",
    type=PATH,
    default=Path("mkdocs.yml"),
    show_default=True,
    metavar="TỆP",
    help="Cấu hình MkDocs của khung trang.",
)
@click.option("--on", "day", type=DAY, help="Trang nói như vào ngày này (mặc định: hôm nay).")
@click.option(
    "--base",
    metavar="ĐỊA-CHỈ",
    help="Nơi công bố trang (mặc định: địa chỉ trong cài đặt danh mục).",
)
@click.option(
    "--serve",
    "serving",
    is_flag=True,
    help="Mở trang trên máy này; tệp nào đổi thì trang đổi theo. Dừng bằng Ctrl-C.",
)
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="MÁY:CỔNG",
    help="Với --serve: địa chỉ trên máy này.",
)
@click.pass_context
def command(
    context: click.Context,
    folder: str,
    out: Path,
    config: Path,
    day: date | None,
    base: str | None,
    serving: bool,
    address: str,
) -> None:
    """Dựng trang web tra cứu của danh mục.

    Với --serve, không nêu --catalog thì thư mục danh mục là thư mục mà TỆP cấu hình nêu.

    Mã thoát: 0 xong; 2 yêu cầu hoặc cấu hình sai; 3 không đọc hoặc ghi được.
    """
    if not config.is_file():
        raise UnreadableError(f"Không có tệp cấu hình {config}; nêu tệp khác bằng `--config`.")
    stated = {name for name in context.params if _stated(context, name)}
    with _explained():
        if serving:
            if stated & {"out", "base"}:
                raise BadRequestError("--serve không ghi trang ra đâu; bỏ --out và --base.")
            _serve(config, address, Path(folder) if "folder" in stated else None, day)
            return
        if "address" in stated:
            raise BadRequestError("--address chỉ dùng cùng --serve.")
        refuse_to_print_into(out, Path(folder), config)
        printed = _print(folder, config, out, day or today(), base)
    click.echo(f"{out}: {printed}.", err=True)


def _stated(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) not in {None, ParameterSource.DEFAULT}


def _serve(config: Path, address: str, folder: Path | None, day: date | None) -> None:
    from tthc_catalog.mkdocs_plugin import serve

    _, colon, port = address.rpartition(":")
    if not colon or not port.isdecimal() or not 0 < int(port) <= _LAST_PORT:
        raise BadRequestError(f"«{address}» không phải là MÁY:CỔNG; viết như 127.0.0.1:8000.")
    say(f"mở http://{address}/ trong trình duyệt; dừng bằng Ctrl-C.")
    # Who keeps services ends them so; what Ctrl-C tidies up must not be left behind then either.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        serve(config, address, folder=folder, today=day)
    finally:
        signal.signal(signal.SIGTERM, before)


def refuse_to_print_into(out: Path, folder: Path, config: Path) -> None:
    """Make sure that a site's folder is the site's alone.

    Raises:
        BadRequestError: it holds, or is part of, something else.
    """
    from tthc_catalog.outputs.site.writing import MANIFEST

    place, catalog = Path(os.path.realpath(out)), Path(os.path.realpath(folder))
    if place in {Path(place.anchor), Path(os.path.realpath(os.path.expanduser("~")))}:  # noqa: PTH111 - fails where there is none
        raise BadRequestError(f"Không dựng trang vào {place}; nêu một thư mục riêng cho trang.")
    if place == catalog or catalog in place.parents:
        raise BadRequestError(
            f"{out} nằm trong danh mục {folder}; nêu một thư mục riêng cho trang."
        )
    for inner in (catalog, Path(os.path.realpath(config))):
        if place in inner.parents:
            raise BadRequestError(
                f"Thư mục {place} chứa {inner.name}, không dành riêng cho trang; nêu thư mục khác."
            )
    if not place.is_dir() or (place / MANIFEST).is_file():
        return
    # Hidden entries belong to git and to hosts of pages; they are no part of a site.
    foreign = sorted(each.name for each in place.iterdir() if not each.name.startswith("."))
    if foreign:
        raise BadRequestError(
            f"Thư mục {out} đã có tệp không do `tthc site` ghi, ví dụ {foreign[0]}; "
            "nêu thư mục trống hoặc chưa có."
        )


def _print(folder: str, config: Path, out: Path, day: date, base: str | None) -> Printed:
    from tthc_catalog.files.reading import collector_at_rest
    from tthc_catalog.imports import KINDS
    from tthc_catalog.outputs.site import print_site
    from tthc_catalog.outputs.site.frame import kept_frame
    from tthc_catalog.outputs.site.settled import memory_of

    # All that is read stays until the end, so there is nothing to collect.
    with collector_at_rest():
        frame = kept_frame(config) or _rendered(config)
        catalog, memory = load(folder, hashes=True), memory_of(out)
        return print_site(catalog, frame, out, today=day, base=base, memory=memory, kinds=KINDS)


def _rendered(config: Path) -> Path:
    from tthc_catalog.mkdocs_plugin import render_shell

    say("đang dựng khung …")
    return render_shell(config)


@contextmanager
def _explained() -> Iterator[None]:
    """Say what to install where a package is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("tthc_catalog"):
            raise
        raise BadRequestError(
            f"Máy này chưa có {error.name}; cài phần dựng trang: pip install 'tthc-catalog[site]'."
        ) from error
