# What a catalogue has to say about findings: the levels it sets, those it accepts. An acceptance
# that no longer matches anything is itself a finding, and so is a level that is set for no rule.

"""Levels and acceptances, held against what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Finding, FindingKind, Place, Severity
from tthc_catalog.rules import ledger_past
from tthc_catalog.rules.unread import documents_read
from tthc_catalog.vietnamese import nearest, say_date

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date

    from tthc_catalog.catalog import Catalog
    from tthc_catalog.rules.rule import Rule

UNUSED_ACCEPTANCE = FindingKind(
    "unused-acceptance", Severity.WARNING,
    "Chấp nhận `{rule}` (dấu vân tay {fingerprint}) không còn khớp với phát hiện nào.",
    "Xóa mục này khỏi accepted.yaml, hoặc ghi lại dấu vân tay mà `tthc check` in sau tên quy tắc.",
)  # fmt: skip
EXPIRED_ACCEPTANCE = FindingKind(
    "expired-acceptance", Severity.WARNING,
    "Chấp nhận `{rule}` (dấu vân tay {fingerprint}) đã hết hạn từ {expires}.",
    "Sửa chỗ được chấp nhận, hoặc gia hạn `den_ngay` kèm lý do mới.",
)  # fmt: skip
DOUBLE_ACCEPTANCE = FindingKind(
    "double-acceptance", Severity.WARNING,
    "Phát hiện `{rule}` (dấu vân tay {fingerprint}) đã được chấp nhận ở mục trước.",
    "Chỉ giữ một mục cho mỗi phát hiện.",
)  # fmt: skip
MISBOUND_ACCEPTANCE = FindingKind(
    "misbound-acceptance", Severity.WARNING,
    "Chấp nhận `{rule}` (dấu vân tay {fingerprint}) nêu {decision}, phát hiện lại thuộc {actual}.",
    "Sửa `quyet_dinh` của mục này; một chấp nhận chỉ có giá trị cho quyết định mà nó nêu.",
)  # fmt: skip
UNKNOWN_RULE = FindingKind(
    "unknown-rule", Severity.ERROR, "`{rule}` không phải tên một quy tắc.", "{suggestion}"
)

FIXED_LEVEL = FindingKind(
    "fixed-level", Severity.ERROR,
    "`{rule}` không phải quy tắc mà là lỗi khi đọc tệp hoặc sổ, nên `muc_do` không đổi mức của nó.",
    "Xóa dòng này khỏi `muc_do` rồi sửa chỗ bị báo; `tthc rules` liệt kê các quy tắc.",
)  # fmt: skip

KINDS = (
    UNUSED_ACCEPTANCE,
    EXPIRED_ACCEPTANCE,
    DOUBLE_ACCEPTANCE,
    MISBOUND_ACCEPTANCE,
    UNKNOWN_RULE,
    FIXED_LEVEL,
)
"""Every kind of finding of this module."""


def chosen(catalog: Catalog, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules that run: all that are on by default and those that the catalogue names."""
    levels = catalog.settings.levels
    return tuple(
        rule
        for rule in rules
        if (levels[rule.id].severity is not None if rule.id in levels else rule.by_default)
    )


def at_their_levels(
    catalog: Catalog, found: Iterable[Finding], rules: Collection[str]
) -> Iterator[Finding]:
    """Yield findings at the levels that the catalogue sets; what it switches off is left out."""
    # What reading finds keeps its level: a record that cannot be read is left out all the same.
    levels = catalog.settings.levels
    for finding in found:
        if finding.id not in levels or finding.id not in rules:
            yield finding
        elif (severity := levels[finding.id].severity) is not None:
            yield finding.as_level(severity)


def acceptable(finding: Finding) -> bool:
    """Return whether people are meant to accept a finding.

    What the ledger lost in the past cannot be mended any more; all other errors must be.
    """
    past = finding.id in {kind.id for kind in ledger_past.KINDS}
    return past or finding.severity is not Severity.ERROR


def unknown_rules(catalog: Catalog, known: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each level or acceptance of a rule that does not exist."""
    named = [(rule, Place("catalog.yaml", 0, ("muc_do", rule))) for rule in catalog.settings.levels]
    named += [(acceptance.rule, place / "quy_tac") for acceptance, place in catalog.acceptances]
    for rule, place in named:
        if rule not in known:
            likely = nearest(rule, known)
            suggestion = f"Có phải ý là `{likely}`?" if likely else "Xem tên bằng `tthc rules`."
            yield UNKNOWN_RULE.at(place, rule=rule, suggestion=suggestion)


def fixed_levels(catalog: Catalog, fixed: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each level that is set for what reading finds, which keeps its own."""
    for rule in catalog.settings.levels:
        if rule in fixed:
            yield FIXED_LEVEL.at(Place("catalog.yaml", 0, ("muc_do", rule)), rule=rule)


def accepted(
    catalog: Catalog,
    found: list[Finding],
    today: date,
    *,
    keep: bool = False,
    of_past: bool = False,
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that are not accepted, and what is wrong with the acceptances.

    Args:
        catalog: whose acceptances count.
        found: what was found.
        today: the day on which acceptances must not have expired.
        keep: whether accepted findings are returned as well.
        of_past: whether the findings are those about the ledger's past, which `tthc ledger verify`
            looks for; only acceptances of such are held against them, and all others otherwise.
    """
    verdicts: list[Finding] = []
    tickets: set[tuple[str, str]] = set()
    past = {kind.id for kind in ledger_past.KINDS}
    acceptances = [each for each in catalog.acceptances if (each[0].rule in past) is of_past]
    if not acceptances:
        return found, verdicts
    present = {(finding.id, finding.fingerprint): finding for finding in found}
    decided = _decided(catalog)
    for acceptance, place in acceptances:
        ticket = (acceptance.rule, acceptance.fingerprint)
        says = {"rule": acceptance.rule, "fingerprint": acceptance.fingerprint}
        if acceptance.expires is not None and acceptance.expires < today:
            expires = say_date(acceptance.expires)
            verdicts.append(EXPIRED_ACCEPTANCE.at(place, expires=expires, **says))
        elif ticket not in present:
            verdicts.append(UNUSED_ACCEPTANCE.at(place, **says))
        elif ticket in tickets:
            verdicts.append(DOUBLE_ACCEPTANCE.at(place, **says))
        elif acceptance.decision and acceptance.decision != (
            actual := decided(present[ticket].place)
        ):
            bound = {"decision": acceptance.decision, "actual": actual or "không quyết định nào"}
            verdicts.append(MISBOUND_ACCEPTANCE.at(place / "quyet_dinh", **bound, **says))
        else:
            tickets.add(ticket)
    if keep or not tickets:
        return found, verdicts
    return [
        finding for finding in found if (finding.id, finding.fingerprint) not in tickets
    ], verdicts


def _decided(catalog: Catalog) -> Callable[[Place], str]:
    """Return a function that names the decision to which a place belongs."""
    decisions = {timed.file: timed.decision.number for timed in catalog.decisions}
    lives = {life.file: life for life in catalog.lives.values()}
    left = documents_read(catalog)

    def number(place: Place) -> str:
        life, at = lives.get(place.file), left.get(place.file)
        index = place.document
        if at is not None:
            index = at.index(index) if index in at else len(at)
        if life is None or index >= len(life.entries):
            return decisions.get(place.file, "")
        return life.entries[index].label

    return number
