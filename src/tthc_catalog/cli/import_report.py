# What an import did, for people and programs. Every finding stands in it: what could not be typed
# is kept in the records as it was printed, and somebody must look at it. It stands here because
# outputs and imports are brothers that do not know each other. Not a verb itself.

"""The report of an import, as text and as JSON, version 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tthc_catalog.outputs.findings_json import finding_json
from tthc_catalog.outputs.findings_text import findings_summary, findings_text
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.imports.report import FileReport, ImportReport

VERSION = 1


def report_text(report: ImportReport) -> Iterator[str]:
    """Yield the lines of a report: the findings, then what became of the records of each file."""
    yield from findings_text(report.findings)
    for file in report.files:
        yield f"{file.file}: {_counts(file)}"
    if len(report.files) > 1:
        yield f"Tất cả: {_counts(report.total)}"
    if report.left_out:
        listed = ", ".join(f"{key} ({say_number(n)})" for key, n in report.left_out.items())
        yield f"Khóa của nguồn không có chỗ trong bản ghi: {listed}"
    yield f"Đã ghi {say_number(len(report.written))} tệp. {findings_summary(report.findings)}"


def report_data(report: ImportReport) -> dict[str, Any]:
    """Return a report as plain data."""
    return {
        "version": VERSION,
        "files": [{"file": file.file, **_numbers(file)} for file in report.files],
        "total": _numbers(report.total),
        "written": list(report.written),
        "left_out": report.left_out,
        "counts": report.counts,
        "findings": [finding_json(finding) for finding in report.findings],
    }


def _numbers(file: FileReport) -> dict[str, int]:
    return {
        "read": file.read,
        "written": file.written,
        "appended": file.appended,
        "unchanged": file.unchanged,
        "refused": file.refused,
    }


def _counts(file: FileReport) -> str:
    return (
        f"{say_number(file.read)} bản ghi: {say_number(file.written)} thủ tục mới, "
        f"{say_number(file.appended)} có thay đổi, {say_number(file.unchanged)} không đổi, "
        f"{say_number(file.refused)} không nhận được"
    )
