"""`tthc import`: take over what others wrote; one subcommand for each source."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, PATH, format_option

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.group(name="import", subcommand_metavar="NGUỒN [THAM-SỐ]…")
def command() -> None:
    """Nhập dữ liệu từ nguồn khác vào danh mục."""


@command.command(name="portal")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="TỆP…")
@click.option("--into", type=PATH, required=True, metavar="THƯ-MỤC",
              help="Thư mục danh mục nhận dữ liệu; chưa có thì được tạo.")  # fmt: skip
@click.option("--as-of", type=DAY, help="Ngày đã hỏi Cổng, khi tệp không nêu.")
@format_option("text", "json")
@click.option("--exit-zero", is_flag=True, help="Luôn thoát với mã 0, kể cả khi có lỗi.")
def portal(
    files: tuple[Path, ...], into: Path, as_of: date | None, form: str, exit_zero: bool
) -> None:
    """Nhập câu trả lời chi tiết của Cổng Dịch vụ công quốc gia.

    TỆP là JSON hoặc JSON từng dòng, nén gzip hay không. Lần nhập sau chỉ ghi thêm điều thật sự
    thay đổi. Ngày hỏi Cổng là ngày ghi nhận, không phải ngày có hiệu lực.

    Mã thoát: 0 xong; 1 có bản ghi không nhận được; 2 yêu cầu sai; 3 không đọc hoặc ghi được.
    """
    from tthc_catalog.cli.import_report import report_data, report_text
    from tthc_catalog.finding import Severity
    from tthc_catalog.imports import import_portal

    report = import_portal(files, into, as_of)
    if form == "json":
        click.echo(json.dumps(report_data(report), ensure_ascii=False, indent=2))
    else:
        for line in report_text(report):
            click.echo(line)
    errors = any(finding.severity is Severity.ERROR for finding in report.findings)
    if errors and not exit_zero:
        sys.exit(1)
