"""`tthc rules`: what is checked, and why."""

from __future__ import annotations

import json

import click

from tthc_catalog.cli.asking import format_option


@click.command(name="rules")
@click.argument("rule_id", required=False, metavar="[QUY-TẮC]")
@click.option("--all", "everything", is_flag=True, help="Cả những lỗi khi đọc, nhập và ghi sổ.")
@format_option("text", "json")
def command(rule_id: str | None, everything: bool, form: str) -> None:
    """Liệt kê các quy tắc kiểm tra, hoặc giải thích một QUY-TẮC với ví dụ sai và đúng."""
    from tthc_catalog.errors import BadRequestError
    from tthc_catalog.imports import KINDS
    from tthc_catalog.outputs.rule_pages import page_text, rule_pages
    from tthc_catalog.vietnamese import nearest

    pages = {page.id: page for page in rule_pages(KINDS)}
    if rule_id is not None:
        if rule_id not in pages:
            likely = nearest(rule_id, pages)
            hint = f" Có phải ý là {likely}?" if likely else ""
            raise BadRequestError(f"Không có quy tắc nào tên {rule_id}.{hint}")
        chosen = [pages[rule_id]]
    else:
        chosen = [page for page in pages.values() if everything or page.rule is not None]
    if form == "json":
        listed = [
            {
                "id": page.id,
                "level": page.kind.severity.value,
                "default": page.rule is None or page.rule.by_default,
                "scope": page.rule.scope.value if page.rule else None,
                "says": page.kind.says,
                "mend": page.kind.mend or None,
                "law": page.kind.law or None,
                "why": page.rule.why if page.rule else None,
                "bad": page.rule.bad if page.rule else None,
                "good": page.rule.good if page.rule else None,
            }
            for page in chosen
        ]
        click.echo(json.dumps({"version": 1, "rules": listed}, ensure_ascii=False, indent=2))
        return
    if rule_id is not None:
        click.echo("\n".join(page_text(chosen[0])))
        return
    for page in chosen:
        click.echo(f"{page.id} ({page.level})")
        click.echo(f"  {page.title}")
