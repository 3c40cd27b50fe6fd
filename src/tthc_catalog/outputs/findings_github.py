# Findings as annotations on the lines of a pull request. GitHub shows ten of a kind per step, so
# the worst come first and a notice counts the rest.

"""Findings as GitHub workflow commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity, in_reading_order
from tthc_catalog.outputs.rule_pages import page_of
from tthc_catalog.outputs.workflow_commands import SHOWN, annotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tthc_catalog.finding import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def findings_github(
    findings: Iterable[Finding],
    *,
    folder: str = "",
    site: str = "",
    acceptable: Callable[[Finding], bool] | None = None,
) -> Iterator[str]:
    """Yield one workflow command per finding, errors first.

    Args:
        findings: what to show.
        folder: the catalogue's folder as seen from the root of the repository.
        site: address of the catalogue's site, which explains every rule; empty where none is known.
        acceptable: tells which findings show the fingerprint by which they may be accepted.
    """
    ordered = in_reading_order(findings)
    for level, command in _COMMANDS.items():
        of_level = [finding for finding in ordered if finding.severity is level]
        for each in of_level[:SHOWN]:
            finding = each.seen_from(folder)
            text = finding.message + (f"\nCách sửa: {finding.mend}" if finding.mend else "")
            text += f"\n{page}" if (page := page_of(finding, site)) else ""
            if acceptable and acceptable(each):
                text += f"\nDấu vân tay để chấp nhận: {each.fingerprint}"
            yield annotation(command, text, title=finding.id, place=finding.place)
        if len(of_level) > SHOWN:
            rest = f"Còn {len(of_level) - SHOWN} {level.label} nữa; `tthc check` in đầy đủ."
            yield annotation("notice", rest, title="tthc check")
