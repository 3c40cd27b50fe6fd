# The national portal in June and in July 2026: 98 procedures that stand in both crawls. The truth
# is read from the raw answers by other means than the engine's: sets of plain text, no records.

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from tests.changes.lives import day
from tthc_catalog.catalog import Catalog
from tthc_catalog.changes import ChangeKind, Changes, compare
from tthc_catalog.imports.portal import import_portal

if TYPE_CHECKING:
    from pathlib import Path

Answer = dict[str, Any]

JUNE, JULY = day("2026-06-15"), day("2026-07-17")
# Keys of the portal's answer, and the part in which each of them must show.
KEYS = {
    "name": "name", "executionSteps": "steps", "executionMethods": "channels",
    "executionCases": "dossiers", "subjectTypesDetails": "subjects", "isWard": "levels",
    "isProvince": "levels", "isMinistry": "levels", "isOtherAgency": "levels",
    "departmentsExecuting": "agencies", "departmentsAuthority": "agencies",
    "requirementsAndConditions": "conditions", "dossierReceivingAddresses": "receiving",
    "description": "description", "legalBasisesDetails": "legal_basis", "resultsDetails": "results",
}  # fmt: skip


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value without what no reader sees: order, Unicode form, white space, blanks."""
    if isinstance(value, str):
        return re.sub(r"[\s\x00-\x1f]+", "", unicodedata.normalize("NFC", value))
    if isinstance(value, list):
        return sorted(
            (plain(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True)
        )
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if inner not in (None, "", [])}
    return value


def cited(ground: Answer) -> list[str]:
    number = plain(ground.get("code") or ground["name"])
    title = plain(ground["name"])
    listed = re.findall(r"\d+/\d{4}/[A-ZĐ]+\d*(?:-[A-ZĐ]+)*", ground["name"])
    return [number, *listed] if number in title and title != number else [number]


def said(answer: Answer, key: str) -> Any:  # noqa: ANN401 - as above
    value = answer.get(key)
    if key == "legalBasisesDetails":
        # A title that lists documents beside its own cites them too (1.014913).
        return sorted({number for each in value or [] for number in cited(each)})
    if key == "resultsDetails":
        return sorted({plain(each["name"]) for each in value or []})
    return plain(value)


@pytest.fixture(scope="module")
def crawls(shared: Path) -> tuple[dict[str, Answer], dict[str, Answer]]:
    read = []
    for name in ("portal-2026-06", "portal-2026-07"):
        with gzip.open(shared / "real" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            answers = map(json.loads, lines)
            read.append({answer["code"]: answer for answer in answers})
    june, july = read
    both = june.keys() & july.keys()
    assert len(both) == 98
    return {code: june[code] for code in both}, {code: july[code] for code in both}


@pytest.fixture(scope="module")
def truth(crawls: tuple[dict[str, Answer], dict[str, Answer]]) -> dict[str, set[str]]:
    """The parts that changed, by code; what the later crawl leaves blank is not known to differ."""
    june, july = crawls
    found: dict[str, set[str]] = defaultdict(set)
    for code, before in june.items():
        for key, part in KEYS.items():
            after = said(july[code], key)
            if after not in (None, "", []) and said(before, key) != after:
                found[code].add(part)
    return found


def told(changes: Changes) -> dict[str, set[str]]:
    found = {change.code: {part.part for part in change.content} for change in changes}
    return {code: parts for code, parts in found.items() if parts}


@pytest.fixture(scope="module")
def folders(
    crawls: tuple[dict[str, Answer], dict[str, Answer]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("crawls")
    for name, answers in zip(("june", "july"), crawls, strict=True):
        (folder / f"{name}.json").write_text(json.dumps(list(answers.values())), encoding="utf-8")
    import_portal([folder / "june.json"], folder / "one", JUNE)
    import_portal([folder / "july.json"], folder / "one", JULY)
    import_portal([folder / "june.json"], folder / "before", JUNE)
    import_portal([folder / "july.json"], folder / "after", JULY)
    return folder


@pytest.fixture(scope="module")
def appended(folders: Path) -> Changes:
    """The later crawl was imported into the same catalogue."""
    catalog = Catalog.load(folders / "one", cache=False)
    return compare(catalog.on(JUNE), catalog.on(JULY))


@pytest.fixture(scope="module")
def apart(folders: Path) -> Changes:
    """Each crawl was imported into a catalogue of its own."""
    sides = (Catalog.load(folders / name, cache=False).on(JULY) for name in ("before", "after"))
    return compare(*sides)


@pytest.mark.parametrize("way", ["appended", "apart"])
def test_every_true_change_is_found_and_no_other(
    way: str, truth: dict[str, set[str]], request: pytest.FixtureRequest
) -> None:
    found = told(request.getfixturevalue(way))
    lines = []
    for part in sorted(set(KEYS.values())):
        true = {code for code, parts in truth.items() if part in parts}
        seen = {code for code, parts in found.items() if part in parts}
        hits = len(true & seen)
        precision, recall = (f"{hits / len(side):.2f}" if side else "–" for side in (seen, true))
        lines.append(
            f"{part:12} {len(true):3} changed  precision {precision:>4}  recall {recall:>4}"
        )
    print(*lines, sep="\n")  # noqa: T201 - a run with -s shows the table by field
    assert found == truth


@pytest.mark.parametrize("way", ["appended", "apart"])
def test_a_number_that_moved_alone_is_told_as_such(
    way: str,
    truth: dict[str, set[str]],
    crawls: tuple[dict[str, Answer], dict[str, Answer]],
    request: pytest.FixtureRequest,
) -> None:
    june, july = crawls
    moved = {
        code
        for code, answer in june.items()
        if plain(answer["procedureProposal"]) != plain(july[code]["procedureProposal"])
    }
    assert len(moved) == 33
    changes: Changes = request.getfixturevalue(way)
    again = {change.code for change in changes.of_kind(ChangeKind.REPUBLISHED)}
    assert again == moved - truth.keys()
    assert len(again) == 19
    amended = {change.code for change in changes.of_kind(ChangeKind.AMENDED)}
    assert amended == truth.keys()
    assert amended - moved == {"1.014913"}
    legal = {change.code for change in changes if change.kind.legal}
    assert legal == amended


def test_six_building_permits_became_faster(appended: Changes) -> None:
    """1077/QĐ-BXD: 20 and 15 days became 10 and 9 working days; fourteen only moved."""
    by_1077 = [change for change in appended if change.decision == "1077/QĐ-BXD"]
    assert {
        kind: sum(change.kind is kind for change in by_1077) for kind in ChangeKind if kind.legal
    } == {
        ChangeKind.NEW: 0,
        ChangeKind.AMENDED: 6,
        ChangeKind.REPLACED: 0,
        ChangeKind.ABOLISHED: 0,
    }
    assert len(by_1077) == 20
    faster = [change for change in by_1077 if change.kind is ChangeKind.AMENDED]
    for change in faster:
        rules = {item.rule.id for item in change.impact.items}
        assert "time-shorter" in rules, change.code
        assert not any(item.effect.value == "heavier" for item in change.impact.items)
        assert any("66.18/2026/NQ-CP" in str(reason) for reason in change.reasons)
