# Findings for machines. The shape is its own, frozen as version 1: fields may be added, none is
# renamed or removed.

"""Findings as JSON, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tthc_catalog.finding import in_reading_order
from tthc_catalog.outputs.rule_pages import page_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tthc_catalog.finding import Finding

VERSION = 1


def finding_json(finding: Finding, *, site: str = "", folder: str = "") -> dict[str, Any]:
    """Return one finding as plain data; see `findings_json` for `site` and `folder`."""
    shown = finding.seen_from(folder)
    place = shown.place
    return {
        "id": finding.id,
        "level": finding.severity.value,
        "file": place.file,
        "document": place.document,
        "field": place.field,
        "line": place.line or None,
        "column": place.column or None,
        "message": shown.message,
        "mend": shown.mend or None,
        "law": finding.kind.law or None,
        "page": page_of(finding, site) or None,
        "args": dict(finding.args),
        "fingerprint": finding.fingerprint,
    }


def findings_json(findings: Iterable[Finding], *, site: str = "", folder: str = "") -> str:
    """Return `{"version": 1, "findings": […]}`, in reading order.

    Args:
        findings: what to tell.
        site: address of the catalogue's site, which explains every rule; empty where none is known.
        folder: the catalogue's folder, put before each file; in `args` paths begin in it.
    """
    listed = [
        finding_json(finding, site=site, folder=folder) for finding in in_reading_order(findings)
    ]
    return json.dumps({"version": VERSION, "findings": listed}, ensure_ascii=False, indent=2)
