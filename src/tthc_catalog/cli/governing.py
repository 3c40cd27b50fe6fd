"""`tthc governing`: which version rules a dossier under way."""

from __future__ import annotations

import json
from datetime import date

import click

from tthc_catalog.cli.asking import DAY, catalog_option, format_option, load, today


@click.command(name="governing")
@click.argument("code", metavar="MÃ")
@catalog_option
@click.option("--received", type=DAY, required=True, help="Ngày tiếp nhận hồ sơ.")
@click.option("--on", "day", type=DAY, help="Ngày giải quyết (mặc định: hôm nay).")
@format_option("text", "json")
def command(code: str, folder: str, received: date, day: date | None, form: str) -> None:
    """Hồ sơ của thủ tục MÃ đã nộp ngày nào thì theo quy định nào?"""
    from tthc_catalog.outputs.procedure_json import entry_data, state_data
    from tthc_catalog.outputs.procedure_text import entry_words, status_words

    answer = load(folder).governing(code, received=received, on=day or today())
    if form == "json":
        data = {
            "version": 1,
            "code": code,
            "rule": answer.rule.name.lower() if answer.rule else None,
            "changes": [entry_data(entry) for entry in answer.entries],
            "versions": [state_data(state) for state in answer.versions],
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    if not answer.entries:
        click.echo("Từ ngày tiếp nhận đến nay quy định không thay đổi.")
    for entry in answer.entries:
        rule = (
            entry.decision.transition.rule.value
            if entry.decision and entry.decision.transition
            else None
        )
        click.echo(f"- {entry_words(entry)}: {rule or 'không nêu quy định chuyển tiếp'}")
    if answer.rule is None and answer.entries:
        click.echo(
            "Không quyết định nào nêu quy định chuyển tiếp; hãy hỏi cơ quan giải quyết. Các bản có thể áp dụng:"
        )
    else:
        click.echo("Áp dụng:")
    for state in answer.versions:
        click.echo(f"  {state.code}, bản {status_words(state)}")
