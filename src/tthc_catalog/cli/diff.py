"""`tthc diff`: what changed between any two sides; also a diff driver for git."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, catalog_option, format_option, in_repository, today
from tthc_catalog.cli.step_summary import to_step_summary

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.changes import Changes
    from tthc_catalog.cli.sides import Side


@click.command(name="diff")
@click.argument("words", nargs=-1, metavar="BÊN-TRƯỚC BÊN-SAU")
@catalog_option
@click.option(
    "--on", "day", type=DAY, help="So sánh như vào ngày này (với bên không phải là ngày)."
)
@format_option("text", "json", "github", "markdown", "html")
@click.option("--common", is_flag=True, help="Chỉ so sánh những mã có ở cả hai bên.")
@click.option("--exit-code", is_flag=True, help="Thoát với mã 1 khi có thay đổi, như git diff.")
@click.option("--driver", is_flag=True, help="Để git gọi: xem tài liệu về diff.tthc.command.")
def command(
    words: tuple[str, ...],
    folder: str,
    day: date | None,
    form: str,
    common: bool,
    exit_code: bool,
    driver: bool,
) -> None:
    """So sánh hai bên, in từng thay đổi: loại, bộ phận, trước, sau, nặng hay nhẹ hơn.

    Mỗi bên là một ngày (2026-07-01), một thư mục danh mục, một phiên bản git (HEAD~1, main;
    `main..HEAD` nêu cả hai bên) hoặc một tệp của Cổng Dịch vụ công (.json, .jsonl, .gz). Tệp
    của Cổng thường chỉ có một phần danh mục: thêm --common.

    Hai phiên bản được so sánh vào hôm nay và mọi ngày có hiệu lực về sau, trừ khi có --on.

    Mã thoát: 0 xong; 1 với --exit-code: có thay đổi; 2 yêu cầu sai; 3 không đọc được.
    """
    from tthc_catalog.cli.sides import calendar_at, open_side, split_range

    if driver:
        from tthc_catalog.cli.git_driver import drive

        for line in drive(words, today()):
            click.echo(line)
        return
    before, after = split_range(words)
    old, new = open_side(before, folder), open_side(after, folder)
    if new.catalog.calendar is None:
        # A crawl has none, and an old version may have had none: today's is as good for both.
        new.catalog.calendar = old.catalog.calendar or calendar_at(folder)
    changes = _compared(old, new, day, common=common)
    _print(changes, old, new, form)
    if exit_code and changes:
        click.get_current_context().exit(1)


def _compared(old: Side, new: Side, day: date | None, *, common: bool) -> Changes:
    from tthc_catalog.changes import Changes, compare
    from tthc_catalog.changes.onwards import compare_onwards

    shared = old.catalog.lives.keys() & new.catalog.lives.keys()
    if old.version and new.version and day is None:
        changes = compare_onwards(old.catalog, new.catalog, today())
        return Changes.of(c for c in changes if c.code in shared) if common else changes
    # A side that names no day is seen on the day of the other one.
    before = old.catalog.on(old.day or day or new.day or today())
    after = new.catalog.on(new.day or day or old.day or today())
    if not common:
        return compare(before, after)
    codes = [code for code in before if code in shared and code in after]
    return compare(
        {code: before[code] for code in codes},
        {code: after[code] for code in codes},
        infer=False,
        calendar=after.calendar,
    )


def _print(changes: Changes, old: Side, new: Side, form: str) -> None:
    from tthc_catalog.outputs.change_rows import Sides
    from tthc_catalog.outputs.changes_github import changes_github
    from tthc_catalog.outputs.changes_html import changes_html
    from tthc_catalog.outputs.changes_json import changes_json
    from tthc_catalog.outputs.changes_markdown import changes_markdown
    from tthc_catalog.outputs.changes_text import changes_text

    sides = Sides(old.label, new.label)
    if form == "json":
        click.echo(changes_json(changes, sides))
    elif form == "markdown":
        click.echo(changes_markdown(changes, sides), nl=False)
    elif form == "html":
        click.echo(changes_html(changes, sides), nl=False)
    elif form == "github":
        for line in changes_github(changes, new.catalog, folder=in_repository(new.folder or ".")):
            click.echo(line)
        to_step_summary(changes_markdown(changes, sides))
    else:
        for line in changes_text(changes, sides):
            click.echo(line)
