# Findings as annotations on the lines of a pull request. GitHub shows ten of a kind per step, so the
# worst come first and a notice counts the rest.

"""Findings as GitHub workflow commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.finding import Finding

SHOWN = 10
"""How many annotations of one level GitHub shows for one step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def findings_github(findings: Iterable[Finding], *, folder: str = "") -> Iterator[str]:
    """Yield one workflow command per finding, errors first.

    Args:
        findings: what to show.
        folder: the catalogue's folder as seen from the root of the repository.
    """
    ordered = in_reading_order(findings)
    for level, command in _COMMANDS.items():
        of_level = [finding for finding in ordered if finding.severity is level]
        for finding in of_level[:SHOWN]:
            yield _command(command, finding, folder)
        if len(of_level) > SHOWN:
            rest = len(of_level) - SHOWN
            yield f"::notice title=tthc check::Còn {rest} {level.label} nữa; xem đầy đủ trong nhật ký của bước này."


def _command(command: str, finding: Finding, folder: str) -> str:
    place = finding.place
    path = f"{folder.rstrip('/')}/{place.file}" if folder not in {"", "."} else place.file
    where = [f"file={_property(path)}"]
    if place.line:
        where.append(f"line={place.line}")
    if place.column:
        where.append(f"col={place.column}")
    where.append(f"title={_property(finding.id)}")
    text = finding.message + (f"\nCách sửa: {finding.mend}" if finding.mend else "")
    return f"::{command} {','.join(where)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
