# Findings for eyes: what stands where, what is wrong, how to mend it.

"""Findings as text for the terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity, in_reading_order
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tthc_catalog.finding import Finding


def findings_text(findings: Iterable[Finding], *, folder: str = "") -> Iterator[str]:
    """Yield the lines of each finding: place and rule, the sentence, the mend.

    Args:
        findings: what to show.
        folder: the catalogue's folder, put before each file so that terminals can open it.
    """
    lead = f"{folder.rstrip('/')}/" if folder not in {"", "."} else ""
    for finding in in_reading_order(findings):
        yield f"{lead}{finding.place}: {finding.severity.label} [{finding.id}]"
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
