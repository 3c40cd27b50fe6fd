# The sides that `tthc diff` takes: days, folders, git revisions, crawls of the portal; and the
# driver that git calls for each changed file.

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Tthc

APPENDED = """---
quyet_dinh: {so: 200/QĐ-BTN, ngay: 2026-11-20}
hieu_luc: 2027-02-01
cap_thuc_hien: [tỉnh]
"""


@pytest.fixture
def repository(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose second commit appends a document that takes effect later."""
    top = catalog.parent
    monkeypatch.chdir(top)
    monkeypatch.setenv("TTHC_CATALOG", "catalog")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for name in (
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
    ):
        monkeypatch.setenv(name, "officer@example.vn")
    git("init", "--quiet", "--initial-branch", "main")
    git("add", ".")
    git("commit", "--quiet", "--message", "first")
    file = catalog / "procedures" / "giay-to-thu" / "9.000001.yaml"
    file.write_text(file.read_text("utf-8") + APPENDED, "utf-8")
    git("commit", "--quiet", "--all", "--message", "second")
    return top


def git(*words: str) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout


def _changes(out: str) -> list[tuple[str, str, str | None]]:
    return [(each["code"], each["kind"], each["day"]) for each in json.loads(out)["changes"]]


def test_equal_sides_have_nothing_to_tell(tthc: Tthc, catalog: Path) -> None:
    for sides in (("nay", "nay"), ("tests/fixtures/catalog", str(catalog))):
        ran = tthc("diff", *sides, "--exit-code")
        assert ran.code == 0
        assert ran.out.endswith("\n\nKhông có gì thay đổi.\n")


def test_changes_give_an_exit_code_only_when_asked(tthc: Tthc) -> None:
    assert tthc("diff", "2026-06-30", "2026-07-01").code == 0
    assert tthc("diff", "2026-06-30", "2026-07-01", "--exit-code").code == 1


def test_two_revisions_are_compared_on_every_later_day(tthc: Tthc, repository: Path) -> None:
    told = [("9.000001", "amended", "2027-02-01")]
    for sides in (("HEAD~1..HEAD",), ("HEAD~1..",), ("HEAD~1", "catalog"), ("HEAD~1", "main")):
        assert _changes(tthc("diff", *sides, "--format", "json").out) == told, sides
    assert _changes(tthc("diff", "HEAD~1..", "--on", "2027-01-31", "--format", "json").out) == []
    on_its_day = tthc("diff", "HEAD~1..", "--on", "2027-02-01", "--format", "json").out
    assert _changes(on_its_day) == told


def test_what_was_announced_and_is_taken_back_is_told(tthc: Tthc, repository: Path) -> None:
    assert _changes(tthc("diff", "HEAD..HEAD~1", "--format", "json").out) == [
        ("9.000001", "amended", None)
    ]


def test_an_annotation_stands_at_the_document(tthc: Tthc, repository: Path) -> None:
    told = tthc("diff", "HEAD~1..HEAD", "--format", "github").out
    file = repository / "catalog" / "procedures" / "giay-to-thu" / "9.000001.yaml"
    line = (
        file.read_text("utf-8").splitlines().index("quyet_dinh: {so: 200/QĐ-BTN, ngay: 2026-11-20}")
    )
    place = f"::notice file=catalog/procedures/giay-to-thu/9.000001.yaml,line={line + 1},"
    assert told.startswith(place)


def test_an_unknown_revision_is_one_sentence(tthc: Tthc, repository: Path) -> None:
    ran = tthc("diff", "nowhere..HEAD")
    assert (ran.code, ran.out) == (3, "")
    assert "Kho git không có phiên bản 'nowhere'." in ran.err


def test_git_shows_changes_as_the_law_tells_them(repository: Path) -> None:
    driver = f"'{sys.executable}' -m tthc_catalog diff --driver"
    git("config", "diff.tthc.command", driver)
    (repository / ".gitattributes").write_text("catalog/**/*.yaml diff=tthc\n", "utf-8")
    told = git("diff", "HEAD~1", "HEAD")
    assert told.startswith(
        "tthc diff catalog/procedures/giay-to-thu/9.000001.yaml\n"
        "Sửa đổi, bổ sung: 9.000001 Cấp thẻ thử nghiệm cho người thực hành\n"
        "  200/QĐ-BTN, hiệu lực 01/02/2027.\n"
    )


PATH = "catalog/procedures/giay-to-thu/9.000001.yaml"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "{whole}", "Mới ban hành: 9.000001"),
        ("{whole}", "", "Không còn ghi nhận: 9.000001"),
        ("{whole}", "{whole}" + APPENDED, "Sửa đổi, bổ sung: 9.000001"),
        ("{whole}", "{whole}\n\n", ""),
        ("{whole}", "{whole}---\n: [\n", "+: ["),
    ],
    ids=["added", "removed", "appended", "only layout", "broken"],
)
def test_the_driver_tells_one_file(
    old: str, new: str, told: str, tthc: Tthc, tmp_path: Path
) -> None:
    whole = Path("tests/fixtures", PATH).read_text("utf-8")
    files = []
    for name, text in (("old", old), ("new", new)):
        file = tmp_path / name
        file.write_text(text.replace("{whole}", whole), "utf-8")
        files.append(str(file) if text else "/dev/null")
    ran = tthc("diff", "--driver", PATH, files[0], "a1", "100644", files[1], "b2", "100644")
    assert ran.code == 0
    assert ran.out.startswith(f"tthc diff {PATH}\n")
    assert told in ran.out


DECIDED_LATER = """\
so: 200/QĐ-BTN
ngay: 2026-11-20
hieu_luc: 2027-02-01
co_quan: Bộ Thử nghiệm
phu_luc: {du_dong: không}
"""


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (DECIDED_LATER, "  200/QĐ-BTN, hiệu lực 01/02/2027.\n"),
        (
            "",
            "  200/QĐ-BTN, hiệu lực 20/11/2026 (tạm tính theo ngày ký).\n",
        ),
        (
            DECIDED_LATER.replace("hieu_luc: 2027-02-01", "chua_ro: hieu_luc"),
            "  Chưa biết văn bản nêu ngày có hiệu lực nào; tạm tính theo ngày ký 20/11/2026.",
        ),
        (
            DECIDED_LATER.replace("hieu_luc: 2027-02-01\n", ""),
            "  Văn bản không nêu ngày có hiệu lực; tính theo ngày ký 20/11/2026.",
        ),
    ],
    ids=["its day", "no record", "day unknown", "no day"],
)
def test_the_driver_takes_days_from_the_decisions_around_the_file(
    decision: str, told: str, catalog: Path, tthc: Tthc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(catalog / "procedures")
    old = catalog / "procedures" / "giay-to-thu" / "9.000001.yaml"
    if decision:
        file = catalog / "decisions" / "2026" / "200-QD-BTN.yaml"
        file.write_text(decision, "utf-8")
    new = catalog.parent / "new"
    new.write_text(old.read_text("utf-8") + APPENDED.replace("hieu_luc: 2027-02-01\n", ""), "utf-8")
    ran = tthc("diff", "--driver", PATH, str(old), "a", "1", str(new), "b", "1")
    assert told in ran.out


def test_the_driver_says_nothing_of_days_where_no_decision_can_be_seen(
    catalog: Path, tthc: Tthc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    old = catalog / "procedures" / "giay-to-thu" / "9.000001.yaml"
    new = elsewhere / "new"
    new.write_text(old.read_text("utf-8") + APPENDED.replace("hieu_luc: 2027-02-01\n", ""), "utf-8")
    monkeypatch.chdir(elsewhere)
    path = PATH.replace("catalog", "other")
    ran = tthc("diff", "--driver", path, str(old), "a", "1", str(new), "b", "1")
    assert "+quyet_dinh: {so: 200/QĐ-BTN, ngay: 2026-11-20}\n" in ran.out
    assert "hiệu lực" not in ran.out


def test_the_driver_shows_the_lines_of_other_files(tthc: Tthc, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("a:\n  ten: A\n", "utf-8")
    new.write_text("a:\n  ten: Á\n", "utf-8")
    ran = tthc("diff", "--driver", "catalog/fields.yaml", str(old), "a", "1", str(new), "b", "1")
    assert "-  ten: A\n+  ten: Á\n" in ran.out
    assert tthc("diff", "--driver", "catalog/fields.yaml").out == (
        "tthc diff catalog/fields.yaml: đang xung đột, chưa gộp xong.\n"
    )


def test_two_crawls_are_compared_without_a_catalogue(
    tthc: Tthc, shared: Path, tmp_path: Path
) -> None:
    # Of the crawl of June only what July asked for again: the rest costs time and says nothing.
    july = (shared / "real" / "portal-2026-07.jsonl.gz").read_bytes()
    codes = {_code(line) for line in gzip.decompress(july).splitlines()}
    june = gzip.decompress((shared / "real" / "portal-2026-06.jsonl.gz").read_bytes())
    common = [line for line in june.splitlines() if _code(line) in codes]
    (tmp_path / "june.jsonl").write_bytes(b"\n".join(common))
    (tmp_path / "july.jsonl.gz").write_bytes(july)
    sides = str(tmp_path / "june.jsonl"), str(tmp_path / "july.jsonl.gz")
    told = json.loads(tthc("diff", *sides, "--common", "--format", "json").out)
    assert (told["before"], told["after"]) == ("june.jsonl", "july.jsonl.gz")
    assert told["counts"]["amended"] >= 14
    assert set(told["counts"]) <= {"amended", "republished", "editorial"}


def _code(line: bytes) -> str:
    data = json.loads(line)
    while "data" in data:
        data = data["data"]
    return str(data.get("code"))
