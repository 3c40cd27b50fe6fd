# What people hold against each other: a day, a folder, a git revision, a crawl of the portal. Each
# becomes a catalogue and, where the words name one, a day. Not a verb itself.

"""The sides of a comparison."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_catalog.cli.asking import day_in, load, say, today
from tthc_catalog.errors import BadRequestError, UnreadableError
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.records.working_calendar import WorkingCalendar

_CRAWLS = (".json", ".jsonl", ".ndjson", ".gz")


@dataclass(frozen=True)
class Side:
    """One side: a catalogue, and the day that the words name."""

    label: str
    catalog: Catalog
    day: date | None = None
    version: bool = False
    """Whether it is a version of the catalogue, whose later days count too."""

    folder: str = ""


def split_range(words: tuple[str, ...]) -> tuple[str, str]:
    """Return the two sides that the arguments name: `A B`, or `A..B` as git writes it.

    Raises:
        BadRequestError: they name one side, or three.
    """
    if len(words) == 1 and "..." in words[0] and not Path(words[0]).exists():
        raise BadRequestError(
            f"«{words[0]}» có ba dấu chấm; hãy viết `A..B`, "
            "với A là kết quả của `git merge-base` khi cần điểm rẽ nhánh."
        )
    if len(words) == 1 and ".." in words[0] and not Path(words[0]).exists():
        before, _, after = words[0].partition("..")
        return before or "HEAD", after or "HEAD"
    if len(words) == 2:  # noqa: PLR2004 - two sides
        return words[0], words[1]
    raise BadRequestError(
        "Hãy nêu hai bên cần so sánh, ví dụ `tthc diff 2026-06-30 2026-07-01` "
        "hoặc `tthc diff main..HEAD`."
    )


def open_side(words: str, folder: str) -> Side:
    """Return the side that words name.

    Args:
        words: a day, a folder, a file of the portal's answers, or a git revision.
        folder: the catalogue of which days and revisions speak.

    Raises:
        BadRequestError: it looks like a day and is none.
        UnreadableError: it is nothing that can be read.
    """
    try:
        day = day_in(words)
    except ValueError:
        raise BadRequestError(f"Lịch không có ngày «{words}».") from None
    if day is not None:
        return Side(f"ngày {say_date(day)}", load(folder), day, folder=folder)
    path = Path(words)
    if words and path.is_dir():
        return Side(words, load(words), version=True, folder=words)
    if path.is_file() or path.name.endswith(_CRAWLS):
        return _crawl(path)
    return _revision(words, folder)


def calendar_at(folder: str) -> WorkingCalendar | None:
    """Return the working calendar of a catalogue; None where there is none that can be read."""
    from tthc_catalog.files.reading import read
    from tthc_catalog.files.tree import FolderTree
    from tthc_catalog.records.working_calendar import CalendarError, WorkingCalendar

    name = "working_calendar.yaml"
    try:
        documents = read(FolderTree(folder).read(name), name).documents
        return WorkingCalendar.from_data(documents[0]) if documents else None
    except (CalendarError, UnreadableError):
        return None


def _revision(words: str, folder: str) -> Side:
    from tthc_catalog.catalog import Catalog
    from tthc_catalog.files.tree import open_tree

    try:
        tree = open_tree(words, folder)
    except UnreadableError as error:
        raise UnreadableError(
            f"«{words}» không phải là ngày, thư mục, tệp của Cổng hay phiên bản git: {error}"
        ) from error
    return Side(words, Catalog.load(tree), version=True, folder=folder)


def _crawl(path: Path) -> Side:
    from tthc_catalog.catalog import Catalog
    from tthc_catalog.imports import import_portal

    if not path.is_file():
        raise UnreadableError(f"Tệp {path} không tồn tại.")
    if not path.name.endswith(_CRAWLS):
        raise BadRequestError(
            f"{path} không phải là thư mục danh mục hay tệp của Cổng ({', '.join(_CRAWLS)})."
        )
    with tempfile.TemporaryDirectory() as spare:
        into = Path(spare) / "catalog"
        say(f"đang đọc {path} …")
        try:
            report = import_portal([path], into)
        except BadRequestError:
            # It does not say when the portal was asked; to compare contents, any day will do.
            report = import_portal([path], into, today())
        if not report.written:
            raise UnreadableError(f"Tệp {path} không có thủ tục nào nhận được.")
        catalog = Catalog.load(into, cache=False)
        refused = report.total.refused
        if refused:
            say(f"{refused} bản ghi của {path} không nhận được; xem `tthc import portal`.")
        # The texts go with the folder; the records stay.
        catalog.tree = None
    days = [
        document.recorded
        for life in catalog.lives.values()
        for document in life.documents
        if document.recorded is not None
    ]
    return Side(path.name, catalog, max(days, default=None))
