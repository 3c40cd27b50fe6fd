"""`tthc governing`: which version rules a dossier under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import (
    DAY,
    catalog_option,
    code_argument,
    format_option,
    load,
    today,
)

if TYPE_CHECKING:
    from datetime import date


@click.command(name="governing")
@code_argument
@catalog_option
@click.option("--received", type=DAY, required=True, help="Ngày tiếp nhận hồ sơ.")
@click.option("--on", "day", type=DAY, help="Ngày giải quyết (mặc định: hôm nay).")
@format_option("text", "json")
def command(code: str, folder: str, received: date, day: date | None, form: str) -> None:
    """Hồ sơ của thủ tục MÃ đã nộp ngày nào thì theo quy định nào?"""
    from tthc_catalog.errors import BadRequestError
    from tthc_catalog.outputs.procedure_json import governing_json
    from tthc_catalog.outputs.procedure_text import governing_text

    handled = day or today()
    if handled < received:
        raise BadRequestError("Ngày giải quyết (--on) đứng trước ngày tiếp nhận (--received).")
    answer = load(folder).governing(code, received=received, on=handled)
    if form == "json":
        click.echo(governing_json(code, answer))
        return
    for line in governing_text(answer):
        click.echo(line)
