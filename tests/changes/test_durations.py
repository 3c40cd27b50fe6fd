# Time limits of different units, held against each other over the working calendar that was
# announced. The figures of the real calendar are the ones that officers read under 1077/QĐ-BXD.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.changes.lives import CODE, begun, by, catalogue, day
from tthc_catalog import Catalog
from tthc_catalog.changes import changes_by, changes_in, compare
from tthc_catalog.changes.durations import time_held, time_rule
from tthc_catalog.changes.effects import EFFECT_RULES, Effect, Net
from tthc_catalog.changes.witness import satisfies, witness
from tthc_catalog.records.time_limit import parse_time_limit
from tthc_catalog.records.working_calendar import WorkingCalendar

if TYPE_CHECKING:
    from pathlib import Path

    from tthc_catalog.changes import Change

TWO_YEARS = WorkingCalendar.from_data(
    {
        "2025": {"nguon": "x", "nghi": [{"tu": "2025-01-27", "den": "2025-01-31", "ten": "Tết"}]},
        "2026": {"nguon": "x", "nghi": [{"tu": "2026-02-16", "den": "2026-02-20", "ten": "Tết"}]},
    }
)


def channel(limit: str) -> dict[str, Any]:
    return {"cach_thuc": [{"kenh": "trực tiếp", "thoi_han": limit}]}


def changed(was: str, now: str, calendar: WorkingCalendar | None, starts: str = "") -> Change:
    head = by("2/QĐ-BXD", "2026-01-05", **({"hieu_luc": starts} if starts else {}))
    catalog = catalogue({CODE: [begun(**channel(was)), {**head, **channel(now)}]})
    catalog.calendar = calendar
    return changes_in(catalog.life(CODE), catalog)[-1]


def sentence(found: Change) -> str:
    (item,) = found.impact.items
    return item.sentence


@pytest.mark.parametrize(
    ("was", "now", "rule", "ends"),
    [
        # With Tết between, ten working days end after twenty days.
        (
            "20 ngày", "10 ngày làm việc", "time-shorter-but-holidays",
            (
                "ngắn hơn, trừ hồ sơ nhận gần kỳ nghỉ: từ 20 ngày thành 10 ngày làm việc "
                "(trực tiếp); theo lịch làm việc 2025–2026, trong 710 ngày nhận hồ sơ "
                "thì 686 ngày hạn đến sớm hơn, 16 ngày hạn đến muộn hơn."
            ),
        ),
        (
            "10 ngày làm việc", "20 ngày", "time-longer-but-holidays",
            (
                "dài hơn, trừ hồ sơ nhận gần kỳ nghỉ: từ 10 ngày làm việc thành 20 ngày "
                "(trực tiếp); theo lịch làm việc 2025–2026, trong 710 ngày nhận hồ sơ "
                "thì 16 ngày hạn đến sớm hơn, 686 ngày hạn đến muộn hơn."
            ),
        ),
        # Tết does not bridge a month.
        (
            "30 ngày", "10 ngày làm việc", "time-shorter",
            "(trực tiếp); đúng với mọi ngày nhận hồ sơ theo lịch làm việc 2025–2026.",
        ),
        # It depends on the weekday, so nobody can call it longer or shorter.
        (
            "7 ngày", "5 ngày làm việc", "time-undecided",
            (
                "chưa rõ dài hay ngắn (trực tiếp); theo lịch làm việc 2025–2026, trong 723 ngày "
                "nhận hồ sơ thì 202 ngày hạn đến sớm hơn, 20 ngày hạn đến muộn hơn."
            ),
        ),
        # No dossier of three years ends within the years that are announced.
        (
            "3 năm", "300 ngày làm việc", "time-undecided",
            "(trực tiếp); lịch làm việc 2025–2026 không đủ dài để so.",
        ),
        # One unit: the numbers decide, and nothing is counted.
        ("20 ngày", "10 ngày", "time-shorter", "từ 20 ngày thành 10 ngày (trực tiếp)."),
    ],
)  # fmt: skip
def test_it_is_counted_from_every_day(was: str, now: str, rule: str, ends: str) -> None:
    found = changed(was, now, TWO_YEARS)
    assert [item.rule.id for item in found.impact.items] == [rule]
    assert sentence(found).endswith(ends)


def test_without_a_calendar_it_says_that_no_holiday_was_counted() -> None:
    assert sentence(changed("20 ngày", "10 ngày làm việc", None)) == (
        "Thời hạn giải quyết ngắn hơn: từ 20 ngày thành 10 ngày làm việc (trực tiếp); "
        "so theo tuần thường, chưa kể ngày nghỉ lễ."
    )


def test_a_year_that_is_not_announced_is_named() -> None:
    found = changed("30 ngày", "10 ngày làm việc", TWO_YEARS, starts="2027-03-01")
    assert sentence(found).endswith(
        "theo lịch làm việc 2025–2026, lịch nghỉ năm 2027 chưa công bố."
    )


def test_a_year_missing_between_two_announced_ones_is_not_counted_over() -> None:
    apart = WorkingCalendar.from_data({"2024": {"nguon": "x"}, "2026": {"nguon": "x"}})
    was, now = parse_time_limit("20 ngày"), parse_time_limit("18 ngày làm việc")
    each = [WorkingCalendar((year,)) for year in apart.years]
    held, *alone = [time_held(was, now, calendar).counted for calendar in (apart, *each)]
    assert held is not None
    # Nothing runs from the end of 2024 over the missing year.
    assert held.days == sum(one.days for one in alone if one is not None)


def test_most_days_must_agree_with_ordinary_weeks() -> None:
    # Agencies that rest every other week: what ordinary weeks say holds on few days only.
    weeks = [
        {
            "tu": f"2026-{month:02}-{first:02}",
            "den": f"2026-{month:02}-{first + 9:02}",
            "ten": "Nghỉ",
        }
        for month in range(1, 13)
        for first in (1, 16)
    ]
    idle = WorkingCalendar.from_data({"2026": {"nguon": "x", "nghi": weeks}})
    was, now = parse_time_limit("20 ngày"), parse_time_limit("10 ngày làm việc")
    assert time_rule(was, now) == "time-shorter"
    assert time_rule(was, now, idle) in {"time-longer", "time-undecided"}


def test_cases_must_all_say_the_same() -> None:
    was = "cấp mới: 20 ngày; cấp lại: 30 ngày"
    assert (
        changed(was, "cấp mới: 10 ngày làm việc; cấp lại: 10 ngày làm việc", TWO_YEARS)
        .impact.items[0]
        .rule.id
        == "time-shorter-but-holidays"
    )
    assert (
        changed(was, "cấp mới: 10 ngày; cấp lại: 40 ngày", TWO_YEARS).impact.items[0].rule.id
        == "time-undecided"
    )


def test_a_dossier_proves_that_it_is_heavier_but_for_holidays() -> None:
    found = changed("10 ngày làm việc", "20 ngày", TWO_YEARS)
    (item,) = found.impact.items
    assert item.effect is Effect.HEAVIER
    proof = witness(found, item)
    assert proof is not None
    assert [lack.sentence for lack in proof.lacks] == [
        "Chờ được 10 ngày làm việc nhưng thời hạn nay là 20 ngày."
    ]
    assert found.before is not None
    assert found.after is not None
    assert satisfies(proof.dossier, found.before.procedure, TWO_YEARS)
    assert not satisfies(proof.dossier, found.after.procedure, TWO_YEARS)


def test_a_comparison_of_days_takes_the_calendar_of_its_catalogue() -> None:
    catalog = catalogue(
        {
            CODE: [
                begun(**channel("20 ngày")),
                {**by("2/QĐ-BXD", "2026-01-05"), **channel("9 ngày làm việc")},
            ]
        }
    )
    catalog.calendar = TWO_YEARS
    (found,) = compare(catalog.on(day("2026-01-01")), catalog.on(day("2026-02-01")))
    assert found.impact.items[0].rule.id == "time-shorter-but-holidays"
    plain = [dict(catalog.on(day(text))) for text in ("2026-01-01", "2026-02-01")]
    assert compare(*plain)[0].impact.items[0].rule.id == "time-shorter"
    assert compare(*plain, calendar=TWO_YEARS)[0].impact.items == found.impact.items


UNITS = st.sampled_from(["ngày", "ngày làm việc", "tháng", "giờ"])
LIMITS = st.builds(lambda count, unit: f"{count} {unit}", st.integers(1, 12), UNITS)


@given(LIMITS, LIMITS)
def test_the_rules_change_places_with_the_limits(was: str, now: str) -> None:
    old, new = parse_time_limit(was), parse_time_limit(now)
    there, back = time_rule(old, new, TWO_YEARS), time_rule(new, old, TWO_YEARS)
    assert (there == "") == (back == "")
    if there:
        assert EFFECT_RULES[back] is EFFECT_RULES[EFFECT_RULES[there].mirror or there]


class TestTheBuildingPermits:
    """1077/QĐ-BXD over the announced calendar: lighter, and the exceptions are told."""

    def test_six_are_lighter(self, root: Path) -> None:
        catalog = Catalog.load(root / "catalog")
        report = changes_by(catalog.decision("1077/QĐ-BXD"), catalog)
        assert report.impact.procedures[Net.LIGHTER] == 6
        assert Net.HEAVIER not in report.impact.procedures
        assert Net.MIXED not in report.impact.procedures

    def test_days_around_holidays_are_told(self, root: Path) -> None:
        catalog = Catalog.load(root / "catalog")
        report = changes_by(catalog.decision("1077/QĐ-BXD"), catalog)
        told = [item for item in report.changes.by_code["1.013225"].impact.items if item.counted]
        assert {item.rule.id for item in told} == {"time-shorter-but-holidays"}
        assert all(" ngày hạn đến muộn hơn" in item.sentence for item in told)
