"""`tthc show`: one procedure on a day."""

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


@click.command(name="show")
@code_argument
@catalog_option
@click.option("--on", "day", type=DAY, help="Như vào ngày này (mặc định: hôm nay).")
@click.option("--known", type=DAY, help="Theo những gì đã công bố đến hết ngày này.")
@format_option("text", "json")
def command(code: str, folder: str, day: date | None, known: date | None, form: str) -> None:
    """Xem thủ tục có mã MÃ như quy định vào một ngày."""
    from tthc_catalog.errors import UnknownProcedureError
    from tthc_catalog.outputs.procedure_json import state_json
    from tthc_catalog.outputs.procedure_text import state_text
    from tthc_catalog.vietnamese import say_date

    catalog = load(folder)
    state = catalog.life(code).on(day or today(), known)
    if state is None:
        message = f"Đến {say_date(known or today())} chưa có công bố nào về thủ tục {code}."
        raise UnknownProcedureError(message)
    if form == "json":
        click.echo(state_json(state))
        return
    for line in state_text(state, catalog):
        click.echo(line)
