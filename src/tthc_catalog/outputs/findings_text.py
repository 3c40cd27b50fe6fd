# Findings for eyes: what stands where, what is wrong, how to mend it.

"""Findings as text for the terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity, in_reading_order
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tthc_catalog.finding import Finding


def findings_text(
    findings: Iterable[Finding],
    *,
    folder: str = "",
    acceptable: Callable[[Finding], bool] | None = None,
) -> Iterator[str]:
    """Yield the lines of each finding: place and rule, the sentence, the mend.

    Args:
        findings: what to show.
        folder: the catalogue's folder, put before each file so that terminals can open it.
        acceptable: tells which findings show the fingerprint by which they may be accepted.
    """
    for each in in_reading_order(findings):
        finding = each.seen_from(folder)
        mark = f" {each.fingerprint}" if acceptable and acceptable(each) else ""
        yield f"{finding.place}: {finding.severity.label} [{finding.id}]{mark}"
        yield f"  {finding.message}"
        if finding.mend:
            yield f"  Cách sửa: {finding.mend}"


def findings_summary(findings: Sequence[Finding]) -> str:
    """Return one line that counts the findings by level."""
    counted = Counter(finding.severity for finding in findings)
    if not counted:
        return "Không có phát hiện nào."
    return ", ".join(
        f"{say_number(counted[level])} {level.label}" for level in Severity if counted[level]
    )
