# What several verbs ask for in the same words: the catalogue, a day, a format. Not a verb itself.

"""Options that several verbs share."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from tthc_catalog.catalog import Catalog

Decorator = "Callable[[Callable[..., Any]], Callable[..., Any]]"


class DayType(click.ParamType):
    """A day, written 2026-07-01 or as Vietnamese print it, 01/07/2026; `nay` is today."""

    name = "NGÀY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with a sentence that shows how to write one."""
        if isinstance(value, date):
            return value
        text = str(value).strip()
        if text.lower() in {"nay", "hôm nay", "today"}:
            return today()
        try:
            if "/" in text:
                day, month, year = text.split("/")
                return date(int(year), int(month), int(day))
            return date.fromisoformat(text)
        except ValueError:
            self.fail(f"«{text}» không phải là ngày; viết 2026-07-01 hoặc 01/07/2026.", param, ctx)


DAY = DayType()


def today() -> date:
    """Return the day on which the command runs; TTHC_TODAY sets another for rehearsals."""
    stated = os.environ.get("TTHC_TODAY")
    return date.fromisoformat(stated) if stated else date.today()  # noqa: DTZ011 - the officer's own day


def catalog_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--catalog DIR`."""
    return click.option(
        "--catalog", "-c", "folder", default="catalog", envvar="TTHC_CATALOG", show_default=True, metavar="THƯ-MỤC",
        help="Thư mục danh mục.",
    )(function)  # fmt: skip


def format_option(
    *choices: str, default: str = "text"
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add `--format`, with the formats that the verb has."""
    return click.option(
        "--format", "form", type=click.Choice(choices), default=default, show_default=True, help="Dạng in ra.",
    )  # fmt: skip


def load(folder: str) -> Catalog:
    """Load the catalogue, saying on stderr what could not be read."""
    from tthc_catalog.catalog import Catalog

    catalog = Catalog.load(folder)
    faults = sum(finding.severity == "error" for finding in catalog.findings)
    if faults:
        click.echo(
            f"tthc: {faults} lỗi khi đọc danh mục, các bản ghi lỗi được bỏ qua; xem `tthc check {folder}`.",
            err=True,
        )
    return catalog
