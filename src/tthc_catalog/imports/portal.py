# Imports: the national portal, from files of answers to documents of a catalogue.
#
# A crawl tells what the portal showed on a day. That day is a day of knowledge; what the portal
# does not say (since when it applies, by which signature) stays unsaid, and officers add it later
# without rewriting anything. A second crawl appends only what really changed. All files are written
# together at the end, so an import that fails has not happened.
#
#   portal_file      files of answers, unwrapped
#   portal_answer    one answer, taken apart key by key
#   portal_record    one answer to one document (with portal_channels, _papers, _people, _law;
#                    portal_notes holds what is said about it meanwhile)
#   portal_code      whose record it is
#   portal_changes   what a later answer really changed
#   portal_desk      what a record adds to the catalogue

"""Import the national portal's detail answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.errors import BadRequestError
from tthc_catalog.files.writing import alone
from tthc_catalog.imports import (
    portal_channels,
    portal_code,
    portal_desk,
    portal_file,
    portal_law,
    portal_papers,
    portal_people,
    portal_record,
)
from tthc_catalog.imports.portal_desk import Desk
from tthc_catalog.imports.portal_file import Row, read_rows
from tthc_catalog.imports.portal_law import day_of
from tthc_catalog.imports.report import FileReport, ImportReport

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

KINDS = (
    *portal_file.KINDS, *portal_record.KINDS, *portal_papers.KINDS, *portal_channels.KINDS,
    *portal_people.KINDS, *portal_law.KINDS, *portal_code.KINDS, *portal_desk.KINDS,
)  # fmt: skip
"""Every kind of finding of this import."""


def import_portal(files: Sequence[Path], into: Path, as_of: date | None = None) -> ImportReport:
    """Import files of the portal's detail answers into a catalogue.

    Records of several days may stand in one import: they are taken in the order of their days.

    Args:
        files: JSON or JSON lines, plain or gzipped; one answer, a list, or as the service wraps
            them.
        into: the catalogue's folder; it is made if it does not exist.
        as_of: the day on which the portal was asked; by default the `_source.date` of each record.

    Returns:
        What was read, written and found. Records that cannot be taken in are findings.

    Raises:
        BadRequestError: a record does not say on which day the portal was asked, nor does `as_of`.
        UnreadableError: a file or the catalogue cannot be read; nothing has been written.
        UnwritableError: the catalogue cannot be written, or another import is writing there;
            nothing has changed.
    """
    sources = [read_rows(path) for path in files]
    reports = [
        FileReport(source.file, source.count, refused=len(source.findings)) for source in sources
    ]
    dated = [
        (_day(row, as_of), row, report)
        for source, report in zip(sources, reports, strict=True)
        for row in source.answers
    ]
    dated.sort(key=lambda each: each[0])
    with alone(into):
        desk = Desk(into)
        desk.findings += [finding for source in sources for finding in source.findings]
        for day, row, report in dated:
            report.count(desk.take(row, day))
        names = desk.write()
    left_out = dict(desk.left_out.most_common())
    return ImportReport(tuple(reports), tuple(desk.findings), tuple(names), left_out)


def _day(row: Row, as_of: date | None) -> date:
    day = as_of or day_of(row.day)
    if day is None:
        raise BadRequestError(
            f"Bản ghi {row.place.document + 1} của {row.place.file} không nêu ngày lấy dữ liệu; "
            "hãy thêm `--as-of` với ngày đã hỏi Cổng, ví dụ `--as-of 2026-07-17`."
        )
    return day
