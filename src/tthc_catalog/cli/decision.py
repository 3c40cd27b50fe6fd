"""`tthc decision`: what a decision declares beside what the records say."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, catalog_option, format_option, in_repository, load

if TYPE_CHECKING:
    from datetime import date


@click.command(name="decision")
@click.argument("number", metavar="SỐ")
@catalog_option
@click.option("--signed", type=DAY, help="Ngày ký, khi nhiều quyết định cùng số.")
@click.option("--changes", "changes_too", is_flag=True, help="In đủ từng thay đổi.")
@format_option("text", "json", "github")
@click.option("--exit-zero", is_flag=True, help="Luôn thoát với mã 0, kể cả khi không khớp.")
def command(
    number: str, folder: str, signed: date | None, changes_too: bool, form: str, exit_zero: bool
) -> None:
    """Đối chiếu quyết định SỐ: từng dòng và tổng số của phụ lục với dữ liệu.

    Mã thoát: 0 khớp; 1 có chỗ không khớp; 2 yêu cầu sai; 3 không đọc được.
    """
    from tthc_catalog.changes import changes_by
    from tthc_catalog.outputs.decision_github import decision_github
    from tthc_catalog.outputs.decision_json import decision_json
    from tthc_catalog.outputs.decision_text import decision_text

    catalog = load(folder)
    report = changes_by(catalog.decision(number, signed), catalog)
    if form == "json":
        click.echo(decision_json(report, folder=in_repository(folder)))
    elif form == "github":
        for line in decision_github(report, folder=in_repository(folder)):
            click.echo(line)
    else:
        for line in decision_text(report, changes_too=changes_too):
            click.echo(line)
    if not report.reconciliation.agrees and not exit_zero:
        sys.exit(1)
