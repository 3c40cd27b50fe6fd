"""`tthc site`: the catalogue as a site."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, catalog_option, load, say, today
from tthc_catalog.errors import BadRequestError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.outputs.site import Printed


@click.command(name="site")
@catalog_option
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    metavar="THƯ-MỤC",
    help="Ghi trang vào đây; tệp không đổi thì để yên.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
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
def command(
    folder: str,
    out: Path,
    config: Path,
    day: date | None,
    base: str | None,
    serving: bool,
    address: str,
) -> None:
    """Dựng trang web tra cứu của danh mục.

    Với --serve, thư mục danh mục là thư mục mà TỆP cấu hình nêu.

    Mã thoát: 0 xong; 2 yêu cầu hoặc cấu hình sai; 3 không đọc hoặc ghi được.
    """
    if not config.is_file():
        raise UnreadableError(f"Không có tệp cấu hình {config}; nêu tệp khác bằng `--config`.")
    with _explained():
        if serving:
            from tthc_catalog.mkdocs_plugin import serve

            say(f"mở http://{address}/ trong trình duyệt; dừng bằng Ctrl-C.")
            serve(config, address)
            return
        printed = _print(folder, config, out, day or today(), base)
    click.echo(f"{out}: {printed}.", err=True)


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
