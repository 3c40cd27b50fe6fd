"""`tthc schema`: the JSON Schemas that editors bind to the files."""

from __future__ import annotations

from pathlib import Path

import click

from tthc_catalog.cli.asking import PathType


@click.command(name="schema")
@click.option(
    "--out",
    "folder",
    type=PathType(file_okay=False, path_type=Path),
    metavar="THƯ-MỤC",
    help="Ghi vào thư mục này; bỏ trống thì in lược đồ của thủ tục ra màn hình.",
)
def command(folder: Path | None) -> None:
    """In lược đồ JSON (2020-12) của hồ sơ thủ tục, quyết định và các danh mục dùng chung."""
    from tthc_catalog.files.writing import write_all
    from tthc_catalog.outputs.schema import schemas

    printed = schemas()
    if folder is None:
        click.echo(printed["procedure.schema.json"], nl=False)
        return
    for name in write_all(folder, printed):
        click.echo(name)
