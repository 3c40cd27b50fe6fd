# What several verbs ask for in the same words: the catalogue, a code, a day, a format. Not a verb
# itself.

"""Options that several verbs share."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from tthc_catalog.errors import BadRequestError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tthc_catalog.catalog import Catalog

Function = TypeVar("Function", bound="Callable[..., Any]")

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PRINTED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_TODAY = {"nay", "hôm nay", "today"}


def day_in(text: str) -> date | None:
    """Return the day that a text states; None if it does not look like one.

    Raises:
        ValueError: It looks like a day, but the calendar has no such day.
    """
    tidy = text.strip()
    if tidy.lower() in _TODAY:
        return today()
    if _ISO.fullmatch(tidy):
        return date.fromisoformat(tidy)
    if printed := _PRINTED.fullmatch(tidy):
        day, month, year = (int(number) for number in printed.groups())
        return date(year, month, day)
    return None


class PathType(click.Path):
    """A file or folder. An empty name is refused: it would mean the folder one stands in."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path, or fail where no name is given."""
        if isinstance(value, str) and not value.strip():
            self.fail("tên rỗng; hãy nêu tên tệp hoặc thư mục.", param, ctx)
        return super().convert(value, param, ctx)


# Whether a path can be read is for whoever reads it to say: that is exit code 3, not 2.
PATH = PathType(path_type=Path, readable=False)
NAME = PathType(readable=False)
"""As `PATH`, for verbs that keep the text as it was typed."""


class DayType(click.ParamType[date]):
    """A day, written 2026-07-01 or as Vietnamese print it, 01/07/2026; `nay` is today."""

    name = "NGÀY"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day, or fail with a sentence that shows how to write one."""
        if isinstance(value, date):
            return value
        text = str(value).strip()
        try:
            day = day_in(text)
        except ValueError:
            day = None
        if day is None:
            self.fail(f"«{text}» không phải là ngày; viết 2026-07-01 hoặc 01/07/2026.", param, ctx)
        return day


DAY = DayType()


def today() -> date:
    """Return the day on which the command runs; TTHC_TODAY sets another for rehearsals."""
    stated = os.environ.get("TTHC_TODAY", "")
    if not stated:
        return date.today()  # noqa: DTZ011 - a legal day is the officer's own calendar day
    try:
        return date.fromisoformat(stated)
    except ValueError:
        raise BadRequestError(
            f"Biến môi trường TTHC_TODAY là «{stated}», không phải là ngày; viết 2026-07-01."
        ) from None


class CountType(click.IntRange):
    """A whole number within bounds."""

    name = "số nguyên"


class CodeType(click.ParamType[str]):
    """A procedure's code; shells complete it from the names of the catalogue's files."""

    name = "MÃ"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the codes that begin so."""
        del param
        folder = Path(ctx.params.get("folder") or os.environ.get("TTHC_CATALOG") or "catalog")
        files = (folder / "procedures").glob("*/*.yaml")
        codes = sorted(path.stem for path in files if path.stem.startswith(incomplete))
        return [CompletionItem(code) for code in codes]


def code_argument(function: Function) -> Function:
    """Add the argument that names one procedure."""
    return click.argument("code", metavar="MÃ", type=CodeType())(function)


def catalog_option(function: Function) -> Function:
    """Add `--catalog DIR`."""
    return click.option(
        "--catalog", "-c", "folder", type=NAME, default="catalog", envvar="TTHC_CATALOG",
        show_default=True, metavar="THƯ-MỤC", help="Thư mục danh mục.",
    )(function)  # fmt: skip


def format_option(*choices: str) -> Callable[[Function], Function]:
    """Add `--format`, with the formats that the verb has.

    The first is the default, but in a workflow of GitHub a verb that can annotate does so.
    """
    shown = choices[0]
    if "github" in choices:
        shown += "; trong GitHub Actions: github"

    def default() -> str:
        in_workflow = os.environ.get("GITHUB_ACTIONS") == "true"
        return "github" if in_workflow and "github" in choices else choices[0]

    return click.option(
        "--format", "form", type=click.Choice(choices), default=default,
        show_default=shown,
        help="Dạng in ra.",
    )  # fmt: skip


def load(folder: str, *, hashes: bool = False) -> Catalog:
    """Load the catalogue, saying on stderr what could not be read."""
    from tthc_catalog.catalog import Catalog

    catalog = Catalog.load(folder, hashes=hashes)
    faults = sum(finding.severity.value == "error" for finding in catalog.findings)
    if faults:
        say(
            f"{faults} lỗi khi đọc danh mục, các bản ghi lỗi được bỏ qua; "
            f"xem `tthc check {folder}`."
        )
    return catalog


def say(sentence: str) -> None:
    """Tell on stderr what goes on; it is not part of the answer."""
    click.echo(f"tthc: {sentence}", err=True)


def in_repository(folder: str) -> str:
    """Return a folder as seen from here, as annotations name files."""
    try:
        return Path(os.path.relpath(folder)).as_posix()
    except ValueError:
        return folder
