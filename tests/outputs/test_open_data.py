from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tests.outputs.editions import BASE, TODAY, edition, first, later
from tthc_catalog.catalog import Catalog
from tthc_catalog.files.tree import FolderTree
from tthc_catalog.outputs import open_data as written
from tthc_catalog.outputs.atom_feed import atom_feeds
from tthc_catalog.outputs.effect_calendar import effect_calendars
from tthc_catalog.outputs.open_data import INDEX, LOG, SCHEMAS, TABLE, open_data
from tthc_catalog.outputs.site.edition import Edition
from tthc_catalog.rules.ledger import Ledger
from tthc_catalog.rules.published import Published

if TYPE_CHECKING:
    from pathlib import Path

AMENDED = later("2/QĐ-BTN", "2026-06-01", hieu_luc="2026-07-01", ket_qua="Thẻ mới")
FILES = {
    "index": INDEX,
    "list": "du-lieu/v1/thu-tuc.json",
    "log": LOG,
    "log-page": "du-lieu/v1/thay-doi/1.json",
    "procedure": "du-lieu/v1/thu-tuc/9.000008.json",
    "decisions": "du-lieu/v1/quyet-dinh/2026.json",
}


def _files(told: Edition) -> dict[str, Any]:
    return {
        address: json.loads(content) if address.endswith("json") else content
        for address, content in open_data(told)
    }


@pytest.fixture(scope="module")
def fixtures(root: Path) -> dict[str, Any]:
    """The small catalogue of the tests as data."""
    loaded = Catalog.load(root / "tests" / "fixtures" / "catalog", cache=False, hashes=True)
    return _files(Edition(loaded, TODAY, BASE))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_file_keeps_to_its_schema(name: str, fixtures: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    jsonschema.validate(fixtures[FILES[name]], SCHEMAS[name])


def test_every_procedure_keeps_to_its_schema(fixtures: dict[str, Any]) -> None:
    for address, data in fixtures.items():
        if address.startswith("du-lieu/v1/thu-tuc/"):
            jsonschema.validate(data, SCHEMAS["procedure"])


def test_every_file_of_the_index_is_there(fixtures: dict[str, Any]) -> None:
    base = "https://thu-tuc.example/"
    files = fixtures[INDEX]["files"]
    listed = [files["list"], files["table"], files["log"]]
    listed += [*files["decisions"], *files["schemas"].values(), *fixtures[LOG]["pages"]]
    assert [each for each in listed if each.removeprefix(base) not in fixtures] == []


def test_the_index_names_feeds_and_calendars(tmp_path: Path) -> None:
    told = edition(tmp_path, first())
    files = json.loads(dict(open_data(told))[INDEX])["files"]
    printed = {address for address, _ in (*atom_feeds(told), *effect_calendars(told))}
    feeds, calendars = files["feeds"], files["calendars"]
    named = [feeds["all"], feeds["procedure"].replace("{code}", "1.000001"), calendars["all"]]
    named += [*feeds["fields"].values(), *feeds["agencies"].values()]
    named += calendars["fields"].values()
    assert {each.removeprefix("https://thu-tuc.example/") for each in named} == printed


def test_a_procedure_has_its_states_documents_and_versions(tmp_path: Path) -> None:
    data = _files(edition(tmp_path, first() + AMENDED))["du-lieu/v1/thu-tuc/1.000001.json"]
    assert data["current"] == 1
    assert data["states"][1]["procedure"]["results"] == [{"name": "Thẻ mới"}]
    assert [len(document["hash"]) for document in data["documents"]] == [64, 64]
    assert data["versions"][0]["applies"] == [{"since": "2025-02-01", "until": "2026-06-30"}]
    page = f"https://thu-tuc.example/phien-ban/1.000001-{data['versions'][1]['hash'][:8]}.html"
    assert data["versions"][1]["page"] == page


def test_the_log_only_grows(tmp_path: Path) -> None:
    before = _files(edition(tmp_path / "a", first()))["du-lieu/v1/thay-doi/1.json"]["changes"]
    after = _files(edition(tmp_path / "b", first() + AMENDED))
    changes = after["du-lieu/v1/thay-doi/1.json"]["changes"]
    assert changes[: len(before)] == before
    assert [change["number"] for change in changes] == [1, 2]
    assert after[LOG]["last"] == 2
    assert changes[1]["kind"] == "amended"
    assert changes[1]["parts"] == ["results"]


def test_a_full_page_of_the_log_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(written, "PAGE_LENGTH", 2)
    lives = [first(f"1.{number:06d}") for number in range(5)]
    files = _files(edition(tmp_path, *lives))
    pages = [files[f"du-lieu/v1/thay-doi/{number}.json"]["changes"] for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [2, 2, 1]


def _recorded(folder: Path) -> dict[str, Any]:
    tree = FolderTree(folder)
    lines = [*Ledger.read(tree).lines]
    lines += Ledger(lines).added(Published.in_tree(tree), TODAY)
    (folder / "ledger.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    loaded = Catalog.load(folder, cache=False, hashes=True)
    return _files(Edition(loaded, TODAY, BASE))


def test_numbers_in_the_ledger_stay_and_a_page_that_says_more_has_another_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(written, "PAGE_LENGTH", 2)
    amended = later("2/QĐ-BTN", "2026-06-01", ket_qua="Thẻ mới")
    lives = [first(), first("1.000002") + amended]
    assert _files(edition(tmp_path, *lives))[LOG]["settled"] == 0
    before = _recorded(tmp_path)
    assert (before[LOG]["last"], before[LOG]["settled"]) == (3, 3)
    decision = tmp_path / "decisions" / "2026" / "2-QD-BTN.yaml"
    decision.parent.mkdir(parents=True)
    decision.write_text(
        "so: 2/QĐ-BTN\nngay: 2026-06-01\nhieu_luc: 2026-07-01\nphu_luc: {du_dong: không}\n", "utf-8"
    )
    late = first("1.000003", quyet_dinh="{so: 3/QĐ-BTN, ngay: 2024-01-01}", hieu_luc="2024-02-01")
    (tmp_path / "procedures" / "the" / "late.yaml").write_text(late, "utf-8")
    after = _recorded(tmp_path)
    pages = [
        [
            change
            for address in told[LOG]["pages"]
            for change in told[address.removeprefix(BASE)]["changes"]
        ]
        for told in (before, after)
    ]
    assert [each["id"] for each in pages[0]] == [each["id"] for each in pages[1]][:3]
    changed = {each["id"] for each, now in zip(pages[0], pages[1], strict=False) if each != now}
    assert {each["code"] for each in pages[0] if each["id"] in changed} == {"1.000002"}
    assert [
        one == other
        for one, other in zip(before[LOG]["page_hashes"], after[LOG]["page_hashes"], strict=True)
    ] == [True, False]


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing(tmp_path: Path) -> None:
    told = edition(tmp_path, first(ten="'=1+1; \"x\"'"))
    text = dict(open_data(told))[TABLE].decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(text))
    assert head[:3] == ["Mã thủ tục", "Tên thủ tục hành chính", "Lĩnh vực"]
    assert row[:2] == ["1.000001", '\'=1+1; "x"']
    assert "10 ngày" in row
    assert row[head.index("Tình trạng")] == "đang có hiệu lực"
