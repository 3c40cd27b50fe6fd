"""`tthc ripple`: which live procedures rest on a text that has gone or changed."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, catalog_option, format_option, in_repository, load, today

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.rules.ripple import Ripple


@click.command(name="ripple")
@click.argument("number", required=False, metavar="[VĂN-BẢN]")
@catalog_option
@click.option("--on", "day", type=DAY, help="Thủ tục có hiệu lực vào ngày này (mặc định: hôm nay).")
@click.option("--ended", is_flag=True, help="Chỉ văn bản hết hiệu lực, không kể được sửa đổi.")
@format_option("text", "json")
def command(number: str | None, folder: str, day: date | None, ended: bool, form: str) -> None:
    """Liệt kê thủ tục đang có hiệu lực viện dẫn văn bản đã hoặc sắp hết hiệu lực, được sửa đổi.

    Mã thoát: 0 không có thủ tục nào viện dẫn văn bản đã hết hiệu lực, 1 có.
    """
    from tthc_catalog.errors import BadRequestError
    from tthc_catalog.records.identifiers import find_number
    from tthc_catalog.rules import ripples

    catalog = load(folder)
    when = day or today()
    found = [ripple for ripple in ripples(catalog, when) if not ended or ripple.fate.wave.ends]
    if number is not None:
        wanted = find_number(number) or number
        if wanted not in catalog.legal_documents:
            message = f"legal_documents.yaml không có văn bản {wanted}."
            raise BadRequestError(message)
        found = [ripple for ripple in found if ripple.fate.number == wanted]
    if form == "json":
        listed = [_plain(ripple, in_repository(folder)) for ripple in found]
        click.echo(json.dumps({"version": 1, "ripples": listed}, ensure_ascii=False, indent=2))
    else:
        for fate, group in groupby(found, key=lambda ripple: ripple.fate):
            click.echo(f"{fate.number} {fate.says(when)}")
            for ripple in group:
                beside = ", đã viện dẫn cả văn bản mới" if ripple.cites_successor else ""
                click.echo(f"  {ripple.code}  {ripple.name}{beside}")
    gone = [ripple for ripple in found if ripple.fate.wave.ends and ripple.by(when)]
    codes = {ripple.code for ripple in found}
    click.echo(
        f"{len(codes)} thủ tục, trong đó {len({r.code for r in gone})} viện dẫn văn bản đã hết "
        "hiệu lực.",
        err=True,
    )
    if gone:
        sys.exit(1)


def _plain(ripple: Ripple, folder: str) -> dict[str, object]:
    fate = ripple.fate
    return {
        "code": ripple.code,
        "name": ripple.name,
        "document": fate.number,
        "wave": fate.wave.name.lower(),
        "day": fate.day.isoformat() if fate.day else None,
        "by": fate.by,
        "provision": ripple.provision,
        "cites_successor": ripple.cites_successor,
        "file": ripple.place.seen_from(folder).file,
        "field": ripple.place.field,
    }
