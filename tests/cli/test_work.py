# The verbs that take over, search and print: import, search --queries, site.

from __future__ import annotations

import builtins
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Tthc

QUESTIONS = """{"q": "cap the thu nghiem", "type": "unaccented", "codes": ["9.000001"]}
{"q": "9.000002", "type": "code", "codes": ["9.000002"]}
"""


def test_the_search_is_measured(tthc: Tthc, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(QUESTIONS, "utf-8")
    ran = tthc("search", "--queries", str(file), "--format", "json")
    figures = json.loads(ran.out)
    names = {"success@1", "success@3", "success@10", "mrr"}
    assert set(figures) == {"all", "by_type"}
    assert set(figures["all"]) == names
    assert set(figures["by_type"]) == {"code", "unaccented"}
    assert figures["by_type"]["code"] == dict.fromkeys(names, 1.0)
    table = tthc("search", "--queries", str(file)).out.splitlines()
    assert table[0].split() == ["success@1", "success@3", "success@10", "mrr"]
    assert len(table) == 4


def test_a_search_that_finds_nothing_says_so(tthc: Tthc) -> None:
    ran = tthc("search", "zzzz")
    assert (ran.code, ran.out, ran.err) == (1, "", "Không tìm thấy thủ tục nào.\n")
    assert json.loads(tthc("search", "zzzz", "--format", "json").out)["hits"] == []


def test_an_ended_procedure_leads_to_what_replaced_it(tthc: Tthc) -> None:
    told = tthc("search", "9.000003").out
    assert "đã được thay thế · nay là 9.000004" in told


def test_an_import_reports_rows_and_findings_and_is_idempotent(
    tthc: Tthc, shared: Path, tmp_path: Path
) -> None:
    file = str(shared / "real" / "portal-2026-07.jsonl.gz")
    into = str(tmp_path / "catalog")
    first = tthc("import", "portal", file, "--into", into, "--format", "json")
    report = json.loads(first.out)
    assert report["version"] == 1
    assert report["total"]["read"] == sum(
        report["total"][name] for name in ("written", "appended", "unchanged", "refused")
    )
    assert report["written"]
    assert sum(report["counts"].values()) == len(report["findings"])
    assert first.code == (1 if any(f["level"] == "error" for f in report["findings"]) else 0)
    second = tthc("import", "portal", file, "--into", into, "--exit-zero")
    assert second.code == 0
    assert "Đã ghi 0 tệp." in second.out.splitlines()[-1]


def test_a_site_is_built_and_built_again(tthc: Tthc, tmp_path: Path) -> None:
    out = tmp_path / "site"
    first = tthc("site", "--out", str(out))
    assert (first.code, first.out) == (0, "")
    assert (out / "thu-tuc" / "9.000001.html").is_file()
    second = tthc("site", "--out", str(out))
    assert "0 tệp ghi mới" in second.err


def test_a_site_without_mkdocs_says_what_to_install(
    tthc: Tthc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **named: object) -> object:
        if name.partition(".")[0] == "mkdocs":
            raise ModuleNotFoundError("No module named 'mkdocs'", name="mkdocs")
        return real(name, *rest, **named)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.delitem(sys.modules, "tthc_catalog.mkdocs_plugin", raising=False)
    # A frame that was kept needs no MkDocs, so this run must find none.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(builtins, "__import__", without)
    ran = tthc("site", "--out", str(tmp_path / "site"))
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'tthc-catalog[site]'" in ran.err
