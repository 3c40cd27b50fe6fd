# Findings for machines. The shape is its own, frozen as version 1: fields may be added, none is
# renamed or removed.

"""Findings as JSON, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tthc_catalog.finding import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tthc_catalog.finding import Finding

VERSION = 1


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return one finding as plain data."""
    place = finding.place
    return {
        "id": finding.id,
        "level": finding.severity.value,
        "file": place.file,
        "document": place.document,
        "field": place.field,
        "line": place.line or None,
        "column": place.column or None,
        "message": finding.message,
        "mend": finding.mend or None,
        "law": finding.kind.law or None,
        "args": dict(finding.args),
        "fingerprint": finding.fingerprint,
    }


def findings_json(findings: Iterable[Finding]) -> str:
    """Return `{"version": 1, "findings": […]}`, in reading order."""
    listed = [finding_json(finding) for finding in in_reading_order(findings)]
    return json.dumps({"version": VERSION, "findings": listed}, ensure_ascii=False, indent=2)
