# Runs the rules over what there is, gives every finding its level and its line, and holds the ledger of
# acceptances against what was found. An acceptance that no longer matches anything is itself a finding.

"""Check a catalogue: every rule on every subject, levels, acceptances, lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.files import locate
from tthc_catalog.finding import Finding, FindingKind, Severity, in_reading_order
from tthc_catalog.rules.rule import Checkup, Publication, Rule, Scope, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tthc_catalog.catalog import Catalog

UNUSED_ACCEPTANCE = FindingKind(
    "unused-acceptance", Severity.WARNING,
    "Chấp nhận `{rule}` (dấu vân tay {fingerprint}) không còn khớp với phát hiện nào.",
    "Xóa mục này khỏi accepted.yaml, hoặc ghi lại dấu vân tay mà `tthc check --format json` in ra.",
)  # fmt: skip
EXPIRED_ACCEPTANCE = FindingKind(
    "expired-acceptance", Severity.WARNING, "Chấp nhận `{rule}` đã hết hạn từ {expires}.",
    "Sửa chỗ được chấp nhận, hoặc gia hạn `den_ngay` kèm lý do mới.",
)  # fmt: skip
UNKNOWN_RULE = FindingKind(
    "unknown-rule", Severity.ERROR, "`muc_do` đặt mức cho `{rule}`, không phải tên một quy tắc.",
    "Xem tên các quy tắc bằng lệnh `tthc rules`.",
)  # fmt: skip

KINDS = (UNUSED_ACCEPTANCE, EXPIRED_ACCEPTANCE, UNKNOWN_RULE)
"""Every kind of finding of this module."""


def check(
    catalog: Catalog,
    today: date,
    *,
    rules: Iterable[Rule] | None = None,
    accepted_too: bool = False,
) -> list[Finding]:
    """Return everything that is wrong with a catalogue, in reading order, with lines.

    Args:
        catalog: what `Catalog.load` returned; its own findings are included.
        today: the day on which it is checked.
        rules: the rules to run; all of them by default.
        accepted_too: whether findings that the catalogue's ledger accepts are returned as well.
    """
    from tthc_catalog.rules import RULES

    chosen = tuple(RULES if rules is None else rules)
    found = [*catalog.findings, *run(catalog, today, chosen)]
    levels = catalog.settings.levels
    found = [
        finding.as_level(levels[finding.id]) if finding.id in levels else finding
        for finding in found
    ]
    found, verdicts = _accepted(catalog, found, today, keep=accepted_too)
    found += verdicts
    if catalog.tree is not None:
        found = locate(found, catalog.tree.read)
    return in_reading_order(found)


def run(catalog: Catalog, today: date, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Yield what rules find, without levels, acceptances or lines."""
    checkup = Checkup(catalog, today)
    by_scope: dict[Scope, list[Rule]] = {scope: [] for scope in Scope}
    for rule in rules:
        by_scope[rule.scope].append(rule)
    for life in catalog.lives.values():
        for rule in by_scope[Scope.LIFE]:
            yield from rule.findings(life, checkup)
        if by_scope[Scope.DOCUMENT]:
            for entry in life.entries:
                version = Version(life, entry)
                for rule in by_scope[Scope.DOCUMENT]:
                    yield from rule.findings(version, checkup)
    if by_scope[Scope.DECISION]:
        for timed in catalog.decisions:
            publication = Publication(timed)
            for rule in by_scope[Scope.DECISION]:
                yield from rule.findings(publication, checkup)
    for rule in by_scope[Scope.CATALOG]:
        yield from rule.findings(checkup, checkup)


def _accepted(
    catalog: Catalog, found: list[Finding], today: date, *, keep: bool
) -> tuple[list[Finding], list[Finding]]:
    verdicts: list[Finding] = []
    accepted: set[tuple[str, str]] = set()
    present = {(finding.id, finding.fingerprint) for finding in found}
    for acceptance, place in catalog.acceptances:
        ticket = (acceptance.rule, acceptance.fingerprint)
        if acceptance.expires is not None and acceptance.expires < today:
            expires = acceptance.expires.isoformat()
            verdicts.append(EXPIRED_ACCEPTANCE.at(place, rule=acceptance.rule, expires=expires))
        elif ticket not in present:
            verdicts.append(
                UNUSED_ACCEPTANCE.at(
                    place, rule=acceptance.rule, fingerprint=acceptance.fingerprint
                )
            )
        else:
            accepted.add(ticket)
    if keep:
        return found, verdicts
    return [
        finding for finding in found if (finding.id, finding.fingerprint) not in accepted
    ], verdicts
