"""`tthc check`: everything that can be found wrong, all at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, format_option, in_repository, today

if TYPE_CHECKING:
    from datetime import date


@click.command(name="check")
@click.argument("folder", default="catalog", envvar="TTHC_CATALOG", metavar="[THƯ-MỤC]")
@format_option("text", "json", "github")
@click.option("--on", "day", type=DAY, help="Kiểm tra như vào ngày này (mặc định: hôm nay).")
@click.option("--no-cache", is_flag=True, help="Đọc lại mọi tệp, không dùng bản đọc lần trước.")
@click.option("--exit-zero", is_flag=True, help="Luôn thoát với mã 0, kể cả khi có phát hiện.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    default="warning",
    show_default=True,
    help="Mức thấp nhất làm lệnh thoát với mã 1.",
)
@click.option("--all", "accepted_too", is_flag=True, help="In cả phát hiện đã được chấp nhận.")
def command(
    folder: str,
    form: str,
    day: date | None,
    no_cache: bool,
    exit_zero: bool,
    fail_on: str,
    accepted_too: bool,
) -> None:
    """Kiểm tra danh mục ở THƯ-MỤC, in mọi phát hiện kèm tệp, dòng và cách sửa.

    Mã thoát: 0 không có phát hiện, 1 có phát hiện, 2 yêu cầu sai, 3 không đọc được.
    """
    from tthc_catalog.catalog import Catalog
    from tthc_catalog.outputs.findings_github import findings_github
    from tthc_catalog.outputs.findings_json import findings_json
    from tthc_catalog.outputs.findings_text import findings_summary, findings_text
    from tthc_catalog.rules import check

    catalog = Catalog.load(folder, cache=not no_cache)
    findings = check(catalog, day or today(), accepted_too=accepted_too)
    site = catalog.settings.address or ""
    if form == "json":
        click.echo(findings_json(findings, site=site))
    elif form == "github":
        for line in findings_github(findings, folder=in_repository(folder), site=site):
            click.echo(line)
    else:
        for line in findings_text(findings, folder=in_repository(folder)):
            click.echo(line)
    counted = f"{len(catalog.lives)} thủ tục, {len(catalog.decisions)} quyết định. "
    click.echo(counted + findings_summary(findings), err=True)
    levels = ["info", "warning", "error"]
    failing = levels[levels.index(fail_on) :]
    if not exit_zero and any(finding.severity.value in failing for finding in findings):
        sys.exit(1)
