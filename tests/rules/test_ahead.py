# Decisions are signed before they take effect. What is forgotten must be told at once, not on the
# day when citizens already stand before two pages.

from __future__ import annotations

from datetime import date

import pytest

from tthc_catalog.rules import check
from tthc_catalog.rules.example import example_catalog

RULES_OF_THIS = {
    "abolished-but-not-in-force", "amended-but-unchanged", "declared-kind-differs",
    "new-but-in-force", "replaced-but-in-force", "replaced-without-successor",
    "row-not-carried-out", "row-of-unknown-code", "same-name-same-level",
}  # fmt: skip
BEFORE, AFTER = date(2026, 2, 6), date(2026, 9, 1)
DECISION = """
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  {annex}
"""
NEW = """
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
"""
OLD = "ten: Cấp giấy phép mẫu\n"
FORGOTTEN = {
    "old untouched": (
        OLD + NEW + 'thay_the: "1.000001"\n'
        + DECISION.format(annex='thay_the: [{ma: "1.000002", thay_the: "1.000001"}]'),
        ["replaced-but-in-force 1.000001"],
    ),
    "old untouched, new silent": (
        OLD + NEW + DECISION.format(annex='thay_the: [{ma: "1.000002", thay_the: "1.000001"}]'),
        ["declared-kind-differs 1.000002", "row-not-carried-out 1.000001"],
    ),
    "old untouched, passive row": (
        OLD + NEW + 'thay_the: "1.000001"\n'
        + DECISION.format(annex='thay_the: [{ma: "1.000001", bi_thay_the_boi: "1.000002"}]'),
        ["replaced-but-in-force 1.000001", "row-not-carried-out 1.000001"],
    ),
    "merged and not ended": (
        OLD + NEW + 'hop_nhat_tu: "1.000001"\n'
        + DECISION.format(annex='moi: [{ma: "1.000002"}]'),
        ["replaced-but-in-force 1.000001"],
    ),
    "abolished and not ended": (
        OLD + DECISION.format(annex='bai_bo: [{ma: "1.000001"}]'),
        ["row-not-carried-out 1.000001"],
    ),
    "new without its file": (
        OLD + DECISION.format(annex='moi: [{ma: "1.000003"}]'),
        ["row-of-unknown-code 1.000003"],
    ),
    "one name twice": (
        OLD + NEW + "ten: Cấp giấy phép mẫu\n" + DECISION.format(annex='moi: [{ma: "1.000002"}]'),
        ["same-name-same-level 1.000001", "same-name-same-level 1.000002"],
    ),
}  # fmt: skip


def _told(example: str, day: date) -> list[str]:
    found = check(example_catalog(example), day)
    said = [(each.id, dict(each.args)) for each in found if each.id in RULES_OF_THIS]
    return sorted(f"{rule} {args.get('code', args.get('codes'))}" for rule, args in said)


@pytest.mark.parametrize("case", FORGOTTEN)
@pytest.mark.parametrize("day", [BEFORE, AFTER], ids=["before", "after"])
def test_what_is_forgotten_is_told_before_its_day_and_after(case: str, day: date) -> None:
    example, expected = FORGOTTEN[case]
    assert _told(example, day) == expected


@pytest.mark.parametrize("day", [BEFORE, AFTER], ids=["before", "after"])
def test_what_is_carried_out_is_not_told(day: date) -> None:
    ended = OLD + '---\nquyet_dinh: 2/QĐ-UBND\nthay_the_boi: "1.000002"\n'
    annex = DECISION.format(annex='thay_the: [{ma: "1.000002", thay_the: "1.000001"}]')
    assert not _told(ended + NEW + 'thay_the: "1.000001"\n' + annex, day)
