# Runs the rules over what there is, gives every finding its level and its line, and holds the
# ledger
# of acceptances against what was found. An acceptance that no longer matches anything is itself a
# finding, and so is a level that is set for no rule.

"""Check a catalogue: every rule on every subject, levels, acceptances, lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.files.positions import locate
from tthc_catalog.finding import Finding, FindingKind, Place, Severity, in_reading_order
from tthc_catalog.rules.rule import Rule, Scope
from tthc_catalog.rules.subject import Checkup, Publication
from tthc_catalog.vietnamese import nearest, say_date

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date

    from tthc_catalog.catalog import Catalog

UNUSED_ACCEPTANCE = FindingKind(
    "unused-acceptance", Severity.WARNING,
    "Chấp nhận `{rule}` (dấu vân tay {fingerprint}) không còn khớp với phát hiện nào.",
    "Xóa mục này khỏi accepted.yaml, hoặc ghi lại dấu vân tay mà `tthc check --format json` in ra.",
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
        rules: the rules to run; by default all that the catalogue does not switch off.
        accepted_too: whether findings that the catalogue's ledger accepts are returned as well.
    """
    from tthc_catalog.rules import RULES  # noqa: PLC0415 - the list of all rules stands above them
    from tthc_catalog.rules.inventory import all_kinds  # noqa: PLC0415 - the same

    chosen = _chosen(catalog, RULES) if rules is None else tuple(rules)
    found = [*catalog.findings, *run(catalog, today, chosen)]
    found = list(_at_their_levels(catalog, found, {rule.id for rule in RULES}))
    found, verdicts = _accepted(catalog, found, today, keep=accepted_too)
    found += verdicts
    found += _unknown_rules(catalog, {kind.id for kind in all_kinds()})
    found += _fixed_levels(catalog, {kind.id for kind in all_kinds()} - {r.id for r in RULES})
    if catalog.tree is not None:
        found = locate(found, catalog.tree.read)
    return in_reading_order(found)


def run(catalog: Catalog, today: date, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Yield what rules find, without levels, acceptances or lines."""
    checkup = Checkup(catalog, today)
    by_scope: dict[Scope, list[Rule]] = {scope: [] for scope in Scope}
    for rule in rules:
        by_scope[rule.scope].append(rule)
    for story in checkup.stories:
        yield from _found(by_scope[Scope.LIFE], story, checkup)
        for version in story.versions:
            yield from _found(by_scope[Scope.DOCUMENT], version, checkup)
    for timed in catalog.decisions:
        yield from _found(by_scope[Scope.DECISION], Publication(timed, checkup), checkup)
    yield from _found(by_scope[Scope.CATALOG], checkup, checkup)


def _found(rules: Iterable[Rule], subject: object, checkup: Checkup) -> Iterator[Finding]:
    for rule in rules:
        yield from rule.findings(subject, checkup)


def _chosen(catalog: Catalog, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    levels = catalog.settings.levels
    return tuple(
        rule
        for rule in rules
        if (levels[rule.id].severity is not None if rule.id in levels else rule.by_default)
    )


def _at_their_levels(
    catalog: Catalog, found: Iterable[Finding], rules: Collection[str]
) -> Iterator[Finding]:
    # What reading finds keeps its level: a record that cannot be read is left out all the same.
    levels = catalog.settings.levels
    for finding in found:
        if finding.id not in levels or finding.id not in rules:
            yield finding
        elif (severity := levels[finding.id].severity) is not None:
            yield finding.as_level(severity)


def _unknown_rules(catalog: Catalog, known: Collection[str]) -> Iterator[Finding]:
    named = [(rule, Place("catalog.yaml", 0, ("muc_do", rule))) for rule in catalog.settings.levels]
    named += [(acceptance.rule, place / "quy_tac") for acceptance, place in catalog.acceptances]
    for rule, place in named:
        if rule not in known:
            likely = nearest(rule, known)
            suggestion = f"Có phải ý là `{likely}`?" if likely else "Xem tên bằng `tthc rules`."
            yield UNKNOWN_RULE.at(place, rule=rule, suggestion=suggestion)


def _fixed_levels(catalog: Catalog, fixed: Collection[str]) -> Iterator[Finding]:
    for rule in catalog.settings.levels:
        if rule in fixed:
            yield FIXED_LEVEL.at(Place("catalog.yaml", 0, ("muc_do", rule)), rule=rule)


def _accepted(
    catalog: Catalog, found: list[Finding], today: date, *, keep: bool
) -> tuple[list[Finding], list[Finding]]:
    verdicts: list[Finding] = []
    accepted: set[tuple[str, str]] = set()
    if not catalog.acceptances:
        return found, verdicts
    present = {(finding.id, finding.fingerprint): finding for finding in found}
    decided = _decided(catalog)
    for acceptance, place in catalog.acceptances:
        ticket = (acceptance.rule, acceptance.fingerprint)
        says = {"rule": acceptance.rule, "fingerprint": acceptance.fingerprint}
        if acceptance.expires is not None and acceptance.expires < today:
            expires = say_date(acceptance.expires)
            verdicts.append(EXPIRED_ACCEPTANCE.at(place, expires=expires, **says))
        elif ticket not in present:
            verdicts.append(UNUSED_ACCEPTANCE.at(place, **says))
        elif ticket in accepted:
            verdicts.append(DOUBLE_ACCEPTANCE.at(place, **says))
        elif acceptance.decision and acceptance.decision != (
            actual := decided(present[ticket].place)
        ):
            bound = {"decision": acceptance.decision, "actual": actual or "không quyết định nào"}
            verdicts.append(MISBOUND_ACCEPTANCE.at(place / "quyet_dinh", **bound, **says))
        else:
            accepted.add(ticket)
    if keep or not accepted:
        return found, verdicts
    return [
        finding for finding in found if (finding.id, finding.fingerprint) not in accepted
    ], verdicts


def _decided(catalog: Catalog) -> Callable[[Place], str]:
    """Return a function that names the decision to which a place belongs."""
    decisions = {timed.file: timed.decision.number for timed in catalog.decisions}
    lives = {life.file: life for life in catalog.lives.values()}

    def number(place: Place) -> str:
        life = lives.get(place.file)
        if life is None or place.document >= len(life.entries):
            return decisions.get(place.file, "")
        return life.entries[place.document].label

    return number
