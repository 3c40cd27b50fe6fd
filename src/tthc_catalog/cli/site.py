"""`tthc site`: the catalogue as a site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, catalog_option, load, say, today
from tthc_catalog.errors import BadRequestError, UnreadableError

if TYPE_CHECKING:
    from datetime import date


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
    try:
        from tthc_catalog.mkdocs_plugin import render_shell, serve
        from tthc_catalog.outputs.site import print_site
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("tthc_catalog"):
            raise
        raise BadRequestError(
            f"Máy này chưa có {error.name}; cài phần dựng trang: pip install 'tthc-catalog[site]'."
        ) from error
    if serving:
        say(f"mở http://{address}/ trong trình duyệt; dừng bằng Ctrl-C.")
        serve(config, address)
        return
    say("đang dựng khung …")
    frame = render_shell(config)
    printed = print_site(load(folder, hashes=True), frame, out, today=day or today(), base=base)
    click.echo(f"{out}: {printed}.", err=True)
