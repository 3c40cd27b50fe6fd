# The portal's real data, as dirty as it is: what is imported, what is refused, and what really
# changed between June and July 2026.

from __future__ import annotations

import gzip
import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.files.reading import read
from tthc_catalog.finding import Severity
from tthc_catalog.imports import ImportReport, import_portal
from tthc_catalog.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

JUNE, JULY = date(2026, 6, 10), date(2026, 7, 17)

# What 1077/QĐ-BXD did: six building permits got other time limits, fourteen only its number.
PERMITS = {"1.013225", "1.013226", "1.013229", "1.013231", "1.013236", "1.013238"}
RENUMBERED = {
    "1.013216", "1.013217", "1.013218", "1.013219", "1.013222", "1.013223", "1.013224",
    "1.013227", "1.013228", "1.013233", "1.013234", "1.013235", "1.013237", "1.013239",
}  # fmt: skip
OTHERWISE_CHANGED = {
    "1.004711", "1.005058", "1.005126", "1.009793", "1.009794", "1.012899", "1.012903", "2.001921",
}  # fmt: skip
OTHERWISE_RENUMBERED = {"1.009442", "1.009451", "1.009452", "1.009453", "1.009462"}
CONTENT_ALONE = {"1.014913"}


@pytest.fixture(scope="module")
def real(shared: Path) -> Path:
    """The folder of the portal's real data."""
    return shared / "real"


@pytest.fixture(scope="module")
def imported(
    real: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, ImportReport]]:
    """A catalogue into which June, the wrong records of June, and then July were imported."""
    into = tmp_path_factory.mktemp("real") / "catalog"
    june = import_portal(
        [real / "portal-2026-06.jsonl.gz", real / "portal-2026-06-wrong.jsonl.gz"], into
    )
    # Human work between two crawls: a comment, and a document that nobody may touch.
    path = next(into.rglob("1.013225.yaml"))
    path.write_bytes("# đã đối chiếu bản giấy\n".encode() + path.read_bytes())
    before = {each.name: each.read_bytes() for each in into.rglob("procedures/*/*.yaml")}
    july = import_portal([real / "portal-2026-07.jsonl.gz"], into)
    for each in into.rglob("procedures/*/*.yaml"):
        assert each.read_bytes().startswith(before.get(each.name, b""))
    return into, {"june": june, "july": july}


@pytest.fixture(scope="module")
def catalog(imported: tuple[Path, dict[str, ImportReport]]) -> Catalog:
    """The catalogue as it is read back."""
    return Catalog.load(imported[0], cache=False)


def test_all_of_june_is_taken_in(imported: tuple[Path, dict[str, ImportReport]]) -> None:
    right, wrong = imported[1]["june"].files
    assert (right.read, right.written, right.refused) == (2625, 2625, 0)
    assert (wrong.read, wrong.written, wrong.refused) == (17, 0, 17)
    assert imported[1]["june"].counts == {
        "import-part-not-stated": 1827,
        "import-free-with-note": 465,
        "import-fee-not-stated": 377,
        "import-unit-not-stated": 359,
        "import-time-limit-not-stated": 151,
        "import-law-not-read": 202,
        "import-amount-too-small": 100,
        "import-fee-not-read": 32,
        "import-decision-not-read": 62,
        "import-time-limit-not-read": 14,
        "import-law-twice": 17,
        "import-wrong-record": 17,
        "import-paper-without-name": 11,
        "import-row-twice": 7,
        "import-agency-marked-old": 5,
    }


def test_only_keys_of_programs_are_left_out(
    imported: tuple[Path, dict[str, ImportReport]],
) -> None:
    papers = "executionCases.profileComponents"
    assert set(imported[1]["june"].left_out) == {
        "_source", "id", f"{papers}.originalQty", f"{papers}.copyQty",
    }  # fmt: skip


# Terms of the portal's program, and numbers, whose typed form leaves out "Thông tư số".
TERMS = frozenset({
    "_source", "id", "submissionMethod", "processingTimeUnit", "formalityType", "currencyName",
    "code", "proposalNumber",
})  # fmt: skip


def words_of(value: object, key: str = "") -> Iterator[str]:
    """Yield every text of an answer without its spaces, except terms of the portal's program."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from words_of(inner, name if name in TERMS else "")
    elif isinstance(value, list):
        for inner in value:
            yield from words_of(inner, key)
    elif isinstance(value, str) and key not in TERMS and any(map(str.isalnum, value)):
        yield bare(value)


def bare(text: str) -> str:
    """Return a text without spaces and without what nobody can see."""
    return re.sub(r"[\s\x00-\x1f]+", "", nfc(text))


def test_no_word_of_june_is_lost(
    real: Path, imported: tuple[Path, dict[str, ImportReport]], catalog: Catalog
) -> None:
    titles = {bare(entry.title or "") for entry in catalog.legal_documents.values()}
    names = {bare(entry.name) for entry in catalog.fields.values()}
    kept = {
        path.stem: bare("\n".join(texts_of(read(path.read_bytes()).documents)))
        for path in imported[0].rglob("procedures/*/*.yaml")
    }
    lost = []
    with gzip.open(real / "portal-2026-06.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            answer = json.loads(line)
            here = kept[answer["code"]]
            lost += [
                words
                for key, value in answer.items()
                if key not in TERMS
                for words in words_of(value)
                if words not in here and words not in titles and words not in names
            ]
    assert lost == []


def texts_of(plain: object) -> Iterator[str]:
    """Yield every text of plain data."""
    if isinstance(plain, dict):
        for value in plain.values():
            yield from texts_of(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from texts_of(value)
    else:
        yield str(plain)


def test_catalogue_reads_back_without_errors(catalog: Catalog) -> None:
    assert len(catalog.lives) == 2625 + 108
    assert [found for found in catalog.findings if found.severity is Severity.ERROR] == []


def test_july_appends_exactly_what_really_changed(
    catalog: Catalog, imported: tuple[Path, dict[str, ImportReport]]
) -> None:
    total = imported[1]["july"].total
    assert (total.read, total.written, total.appended, total.unchanged) == (206, 108, 34, 64)
    kinds: dict[tuple[bool, bool], set[str]] = {}
    for code, life in catalog.lives.items():
        for document in life.documents[1:]:
            kind = (document.decision is not None, bool(document.restated))
            kinds.setdefault(kind, set()).add(code)
    assert kinds == {
        (True, True): PERMITS | OTHERWISE_CHANGED,
        (True, False): RENUMBERED | OTHERWISE_RENUMBERED,
        (False, True): CONTENT_ALONE,
    }


def test_building_permits_got_their_new_time_limits(catalog: Catalog) -> None:
    limits: dict[str, tuple[set[str], set[str]]] = {}
    for code in sorted(PERMITS):
        life = catalog.lives[code]
        assert life.documents[1].decision is not None
        assert life.documents[1].decision.number == "1077/QĐ-BXD"
        old, new = life.on(JUNE), life.on(JULY)
        assert old is not None
        assert new is not None
        limits[code] = (
            {str(channel.time_limit) for channel in old.procedure.channels},
            {str(channel.time_limit) for channel in new.procedure.channels},
        )
        was, now = ({each.number for each in s.procedure.legal_basis} for s in (old, new))
        assert ("66.18/2026/NQ-CP" in was, "66.18/2026/NQ-CP" in now) == (False, True)
    # The portal's table says days for four of them where its text says working days; it is kept so.
    assert limits == {
        "1.013225": ({"20 ngày", "15 ngày"}, {"10 ngày làm việc"}),
        "1.013226": ({"20 ngày"}, {"9 ngày"}),
        "1.013229": ({"20 ngày", "15 ngày"}, {"10 ngày làm việc"}),
        "1.013231": ({"20 ngày"}, {"9 ngày"}),
        "1.013236": ({"20 ngày"}, {"10 ngày"}),
        "1.013238": ({"20 ngày"}, {"10 ngày"}),
    }


def test_fourteen_of_1077_moved_their_number_only(catalog: Catalog) -> None:
    moved = {
        code
        for code, life in catalog.lives.items()
        for document in life.documents[1:]
        if document.decision and document.decision.number == "1077/QĐ-BXD" and not document.restated
    }
    assert moved == RENUMBERED


def test_days_of_effect_are_not_invented(catalog: Catalog) -> None:
    entries = [entry for life in catalog.lives.values() for entry in life.entries]
    assert {entry.basis.name for entry in entries} == {"RECORDED"}
    assert {entry.signed for entry in entries} == {None}


def test_importing_again_writes_nothing(
    real: Path, imported: tuple[Path, dict[str, ImportReport]]
) -> None:
    for name in ("portal-2026-06.jsonl.gz", "portal-2026-07.jsonl.gz"):
        report = import_portal([real / name], imported[0])
        assert report.written == ()
        assert (report.total.unchanged, report.total.refused) == (report.total.read, 0)


def test_true_answers_of_one_procedure_are_one_record(real: Path, tmp_path: Path) -> None:
    files = sorted((real / "api_detail").glob("*.json"))
    days = [date(2026, 9, 20 + number) for number in range(3)]
    versions = [path for path in files if path.name.startswith("1.001445")]
    for path, day in zip(versions, days, strict=True):
        report = import_portal([path], tmp_path / "catalog", day)
        assert bool(report.written) == (day == days[0])
    report = import_portal(files, tmp_path / "all", date(2026, 10, 1))
    assert (report.total.written, report.total.unchanged) == (4, 2)
    assert "import-words-without-key" not in report.counts
    assert report.counts["import-case-says-otherwise"] == 4


def test_answers_of_the_ministry_of_defence_are_taken_in(real: Path, tmp_path: Path) -> None:
    report = import_portal([real / "portal-2025-12-bqp.jsonl.gz"], tmp_path / "catalog")
    assert (report.total.written, report.total.refused) == (207, 0)
    loaded = Catalog.load(tmp_path / "catalog", cache=False)
    assert [found for found in loaded.findings if found.severity is Severity.ERROR] == []
    numbers = {
        document.decision.number or document.decision.printed
        for life in loaded.lives.values()
        for document in life.documents
        if document.decision
    }
    assert {"6225/QĐ-BQP", "3980/QĐ-BQP", "Quyết định số 4777"} <= numbers
