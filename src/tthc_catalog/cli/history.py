"""`tthc history`: the whole life of one procedure."""

from __future__ import annotations

import click

from tthc_catalog.cli.asking import catalog_option, code_argument, format_option, load


@click.command(name="history")
@code_argument
@catalog_option
@format_option("text", "json")
def command(code: str, folder: str, form: str) -> None:
    """Xem cả đời thủ tục có mã MÃ: mỗi quyết định đã làm gì, từ ngày nào."""
    from tthc_catalog.outputs.history_text import history_text
    from tthc_catalog.outputs.procedure_json import history_json

    catalog = load(folder)
    life = catalog.life(code)
    if form == "json":
        click.echo(history_json(life))
        return
    for line in history_text(life, catalog):
        click.echo(line)
