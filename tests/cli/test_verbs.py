# Every verb in every format it has: the answer on standard output, everything else on standard
# error, and the exit code that the documentation gives.

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import click
import pytest

from tthc_catalog.cli import VERBS
from tthc_catalog.cli import tthc as program
from tthc_catalog.cli.importing import portal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tthc

# What is asked, the formats it is asked in, the exit code.
ASKED = {
    "check": (("check",), ("text", "json", "github"), {0, 1}),
    "show": (("show", "9.000001", "--on", "2026-07-01"), ("text", "json"), {0}),
    "history": (("history", "9.000008"), ("text", "json"), {0}),
    "governing": (("governing", "9.000001", "--received", "2026-06-20"), ("text", "json"), {0}),
    "search": (("search", "the", "thu", "nghiem"), ("text", "json"), {0}),
    "diff": (
        ("diff", "2026-06-30", "01/07/2026"),
        ("text", "json", "github", "markdown", "html"),
        {0},
    ),
    "decision": (("decision", "77/QĐ-BTN"), ("text", "json", "github"), {1}),
}
CASES = [(verb, form) for verb, (_, forms, _) in ASKED.items() for form in forms]


@pytest.mark.parametrize(("verb", "form"), CASES)
def test_a_verb_answers_in_each_of_its_formats(verb: str, form: str, tthc: Tthc) -> None:
    arguments, _, codes = ASKED[verb]
    ran = tthc(*arguments, "--format", form)
    assert ran.code in codes
    if form == "json":
        data = json.loads(ran.out)
        assert data["version"] == 1
    elif form == "github":
        assert all(re.match(r"::(error|warning|notice) ", line) for line in ran.out.splitlines())
    elif form == "html":
        assert ran.out.startswith("<!doctype html>\n")
    assert ran.out == "" or ran.out.endswith("\n")
    # What is said beside the answer is short and no part of it.
    assert len(ran.err.splitlines()) <= 1


@pytest.mark.parametrize("verb", ASKED)
def test_no_format_is_forgotten_above(verb: str) -> None:
    command = program.get_command(click.Context(program), verb)
    assert command is not None
    (form,) = (param for param in command.params if param.name == "form")
    assert isinstance(form.type, click.Choice)
    assert tuple(form.type.choices) == ASKED[verb][1]


@pytest.mark.parametrize("verb", ["check", "diff", "decision"])
def test_a_workflow_of_github_gets_annotations(
    verb: str, tthc: Tthc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    arguments, _, _ = ASKED[verb]
    assert tthc(*arguments).out == tthc(*arguments, "--format", "github").out
    monkeypatch.setenv("GITHUB_ACTIONS", "")
    assert tthc(*arguments).out == tthc(*arguments, "--format", "text").out


def test_a_step_of_a_workflow_gets_the_whole_comparison(
    tthc: Tthc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    tthc("diff", "2026-06-30", "2026-07-01", "--format", "github")
    markdown = tthc("diff", "2026-06-30", "2026-07-01", "--format", "markdown").out
    assert summary.read_text("utf-8") == f"{markdown}\n"


def test_check_fails_from_the_level_that_is_asked_for(
    tthc: Tthc, root: Path, tmp_path: Path
) -> None:
    catalog = tmp_path
    shutil.copy(root / "tests" / "fixtures" / "catalog" / "fields.yaml", catalog)
    assert tthc("check", str(catalog)).code == 0
    (catalog / "stray.yaml").write_text("ten: gì đó\n", "utf-8")
    told = tthc("check", str(catalog))
    assert told.code == 1
    assert "stray.yaml:" in told.out
    assert "[unplaced-file]" in told.out
    assert "cảnh báo" in told.err
    assert tthc("check", str(catalog), "--exit-zero").code == 0
    assert tthc("check", str(catalog), "--fail-on", "error").code == 0


def test_a_folder_beside_the_catalogue_is_told_where_it_is(
    tthc: Tthc, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(root / "tests" / "fixtures" / "catalog", tmp_path / "catalog")
    monkeypatch.chdir(tmp_path)
    for wrong in ("catalog/decisions", "catalog/decisions/2026", "."):
        told = tthc("check", wrong)
        assert (told.code, told.out) == (3, "")
        assert told.err == (
            f"tthc: {wrong} không phải là danh mục; danh mục ở catalog, "
            "chạy `tthc check catalog`.\n"
        )


def test_notes_are_counted_and_shown_when_asked_for(tthc: Tthc) -> None:
    short, full = tthc("check"), tthc("check", "--from", "info")
    assert "lưu ý [" not in short.out
    assert "lưu ý [" in full.out
    assert short.err.endswith(" lưu ý (xem hết bằng --from info)\n")
    assert full.err.endswith(" lưu ý\n")
    assert tthc("check", "--fail-on", "info").out == full.out
    assert len(json.loads(tthc("check", "--format", "json").out)["findings"]) == len(
        [line for line in full.out.splitlines() if not line.startswith("  ")]
    )


def test_only_what_changed_since_a_revision_is_told(tthc: Tthc, catalog: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(catalog), *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    git(*who, "commit", "-q", "-m", "x")
    asked = ("check", str(catalog), "--changed-since", "HEAD", "--from", "info")
    assert (tthc(*asked).out, tthc(*asked).code) == ("", 0)
    (catalog / "stray.yaml").write_text("ten: gì đó\n", "utf-8")
    told = tthc(*asked)
    assert [line for line in told.out.splitlines() if not line.startswith("  ")] == [
        line for line in told.out.splitlines() if "stray.yaml:" in line
    ]
    assert told.code == 1
    assert tthc("check", str(catalog), "--changed-since", "nope").code == 3


def test_today_may_be_set_for_rehearsals(tthc: Tthc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHC_TODAY", "2026-06-30")
    before = tthc("show", "9.000001").out
    monkeypatch.setenv("TTHC_TODAY", "2026-07-01")
    assert tthc("show", "9.000001").out != before
    assert tthc("show", "9.000001", "--on", "30/6/2026").out == before
    assert tthc("show", "9.000001", "--on", "nay").out == tthc("show", "9.000001").out


def test_what_was_only_recorded_is_not_said_to_be_to_come(tthc: Tthc, catalog: Path) -> None:
    path = next(catalog.glob("procedures/*/9.000008.yaml"))
    first = path.read_text("utf-8").split("\n---\n")[0]
    first = "".join(
        line
        for line in first.splitlines(keepends=True)
        if not line.startswith(("quyet_dinh:", "hieu_luc:", "  so:", "  ngay:"))
    )
    path.write_text(f"{first}\nghi_nhan: 2026-06-10\n", "utf-8")
    asked = ("show", "9.000008", "--catalog", str(catalog), "--on")
    assert "\nTình trạng: chưa rõ (bắt đầu ghi nhận từ 10/06/2026)\n" in (
        tthc(*asked, "2026-01-01").out
    )
    assert "\nTình trạng: đang có hiệu lực từ 10/06/2026\n" in tthc(*asked, "2026-06-10").out


def test_heirs_are_named_and_local_ids_are_no_codes(tthc: Tthc, catalog: Path) -> None:
    path = next(catalog.glob("procedures/*/9.000008.yaml"))
    own = path.read_text("utf-8")
    heir = own.split("\n---\n")[0].replace('ma: "9.000008"', "ma_noi_bo: xac-nhan-thu")
    path.with_name("xac-nhan-thu.yaml").write_text(f"{heir}\n", "utf-8")
    ended = "quyet_dinh: 120/QĐ-BTN\nthay_the_boi: xac-nhan-thu\n"
    path.write_text("\n---\n".join([own.split("\n---\n")[0], ended]), "utf-8")
    told = tthc("show", "9.000008", "--catalog", str(catalog), "--on", "2027-01-01").out
    assert "; nay là xac-nhan-thu\n  → xac-nhan-thu  Xác nhận kết quả thử (cấp tỉnh)\n" in told
    told = tthc("show", "xac-nhan-thu", "--catalog", str(catalog)).out.splitlines()[1]
    assert told == ("Mã thủ tục: chưa có mã quốc gia; xac-nhan-thu là mã nội bộ của danh mục")


def test_what_was_not_yet_published_was_not_known(tthc: Tthc) -> None:
    told = tthc("show", "9.000001", "--on", "2026-07-01", "--known", "2025-01-01")
    assert told.code == 2
    assert told.err == "tthc: Đến 01/01/2025 chưa có công bố nào về thủ tục 9.000001.\n"


def test_governing_says_when_no_decision_states_a_rule(tthc: Tthc) -> None:
    stated = tthc("governing", "9.000001", "--received", "2026-06-20", "--format", "json")
    assert json.loads(stated.out)["rule"] == "old_rules"
    unstated = tthc("governing", "9.000008", "--received", "2026-11-20", "--on", "2026-12-02")
    assert "Không đủ quy định chuyển tiếp để kết luận" in unstated.out
    wrong = tthc("governing", "9.000001", "--received", "2026-06-20", "--on", "2026-06-19")
    assert wrong.code == 2
    assert wrong.err.startswith("tthc: Ngày giải quyết (--on) đứng trước")


def test_decision_agrees_or_not(tthc: Tthc) -> None:
    first = tthc("decision", "11/QĐ-BTN", "--format", "json")
    assert json.loads(first.out)["agrees"] is (first.code == 0)
    second = tthc("decision", "77/qd-btn", "--signed", "25/06/2026", "--exit-zero")
    assert second.code == 0
    assert "danh mục không có mã này" in second.out
    full = tthc("decision", "77/QĐ-BTN", "--changes").out
    assert full.startswith(second.out)
    assert "▼ nhẹ hơn" in full


def test_the_schema_for_editors_is_what_is_committed(
    tthc: Tthc, root: Path, tmp_path: Path
) -> None:
    printed = tthc("schema").out
    assert printed == (root / "catalog/schema/procedure.schema.json").read_text("utf-8")
    listed = tthc("schema", "--out", str(tmp_path)).out.split()
    assert sorted(listed) == sorted(path.name for path in tmp_path.iterdir())
    assert tthc("schema", "--out", str(tmp_path)).out == ""


def test_the_list_of_verbs_names_modules_only() -> None:
    listed = program.list_commands(click.Context(program))
    assert {"check", "format", "show", "history", "diff", "decision", "import", "site"} <= {*listed}
    for verb in listed:
        command = program.get_command(click.Context(program), verb)
        assert command is not None
        assert command.name == verb
        assert command.help, f"{verb} has no help"
        assert VERBS[verb][1].endswith((".", "?"))
    assert portal.help


def test_codes_are_completed_from_the_names_of_files(tthc: Tthc) -> None:
    code = program.get_command(click.Context(program), "show").params[0]  # type: ignore[union-attr] # it is there
    found = code.shell_complete(click.Context(click.Command("show")), "9.00000")
    assert [item.value for item in found] == [f"9.00000{digit}" for digit in range(1, 9)]
