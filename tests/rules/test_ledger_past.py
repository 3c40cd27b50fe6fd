# What the chain cannot show, git can: lines cut off, a ledger written anew or removed. Every test
# here is a repository of its own, with the commits that people would make.

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tests.outputs.editions import edition, first, later
from tthc_catalog.cli import tthc
from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.history import past_of
from tthc_catalog.files.paths import LEDGER_FILE
from tthc_catalog.outputs.open_data import procedure_data
from tthc_catalog.outputs.site.version_pages import version_pages
from tthc_catalog.rules.example import example_files
from tthc_catalog.rules.ledger import Ledger
from tthc_catalog.rules.published import Published

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

LIFE = "procedures/linh-vuc-mau/1.000001.yaml"
EXAMPLE = """
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
"""


class Repository:
    """A repository with a catalogue, and the hands of an officer."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.folder = top / "catalog"

    def git(self, *words: str) -> str:
        env = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{f"GIT_{who}_NAME": "A" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "a@b" for who in ("AUTHOR", "COMMITTER")},
        }
        done = subprocess.run(
            ["git", "-C", str(self.top), *words],
            env=env, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout.strip()

    def commit(self, message: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("log", "-1", "--format=%H")[:12]

    def record(self, day: str = "2026-09-01") -> None:
        told = self.tthc("record", "--on", day)
        assert told.exit_code == 0, told.output

    def append(self, number: int, result: str) -> None:
        with (self.folder / LIFE).open("a", encoding="utf-8") as file:
            file.write(f"---\nquyet_dinh: {number}/QĐ-UBND\nhieu_luc: 2026-08-01\n")
            file.write(f"ket_qua: {result}\n")

    @property
    def lines(self) -> list[str]:
        return (self.folder / LEDGER_FILE).read_text(encoding="utf-8").splitlines(keepends=True)

    @lines.setter
    def lines(self, lines: list[str]) -> None:
        (self.folder / LEDGER_FILE).write_text("".join(lines), encoding="utf-8")

    def tthc(self, *words: str) -> Result:
        return CliRunner().invoke(tthc, ["ledger", *words, "--catalog", str(self.folder)])

    def verify(self) -> list[dict[str, str]]:
        told = self.tthc("verify", "--format", "json")
        found: list[dict[str, str]] = json.loads(told.stdout)["findings"]
        assert told.exit_code == (1 if found else 0)
        return found


@pytest.fixture
def kept(tmp_path: Path) -> Repository:
    """A catalogue whose four documents are recorded and committed."""
    made = Repository(tmp_path / "kept")
    for name, text in example_files(EXAMPLE).items():
        path = made.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    made.git("init", "-q", "-b", "main")
    made.record()
    made.append(3, "Giấy phép mới hơn")
    made.record()
    made.commit("Publish")
    return made


def ids(found: list[dict[str, str]]) -> list[str]:
    return [each["id"] for each in found]


def test_a_ledger_that_only_grows_is_intact(kept: Repository) -> None:
    for number in (4, 5, 6):
        kept.append(number, f"Giấy phép {number}")
        kept.record(f"2026-10-0{number}")
        kept.commit(f"Publish {number}")
    told = kept.tthc("verify")
    assert told.exit_code == 0
    assert told.output.startswith("Nguyên vẹn: 7 tài liệu.")


def test_lines_cut_off_and_committed_are_named_with_the_commit(kept: Repository) -> None:
    kept.lines = kept.lines[:-1]
    guilty = kept.commit("Tidy up")
    (found,) = kept.verify()
    assert found["id"] == "dropped-ledger-line"
    assert found["message"] == (
        "Sổ không còn dòng ghi tài liệu thứ 3 của 1.000001, đã ghi ngày 01/09/2026, "
        f"ở lần ghi {guilty} ({kept.git('log', '-1', '--format=%cs')}, «Tidy up»)."
    )
    assert f"`git show {guilty}`" in found["mend"]


def test_lines_cut_off_and_not_committed_name_no_commit(kept: Repository) -> None:
    kept.lines = kept.lines[:-1]
    (found,) = kept.verify()
    assert found["message"] == (
        "Sổ không còn dòng ghi tài liệu thứ 3 của 1.000001, đã ghi ngày 01/09/2026."
    )
    assert "Lấy lại dòng ấy từ git;" in found["mend"]


def test_a_document_removed_together_with_its_line_is_named(kept: Repository) -> None:
    text = (kept.folder / LIFE).read_text(encoding="utf-8")
    (kept.folder / LIFE).write_text(text.rsplit("---\n", 1)[0], encoding="utf-8")
    kept.lines = kept.lines[:-1]
    guilty = kept.commit("Clean")
    (found,) = kept.verify()
    assert found["id"] == "dropped-ledger-line"
    assert guilty in found["message"]


def test_a_document_edited_and_the_ledger_written_anew_is_named(kept: Repository) -> None:
    text = (kept.folder / LIFE).read_text(encoding="utf-8")
    (kept.folder / LIFE).write_text(text.replace("phép mới\n", "phép cũ\n"), encoding="utf-8")
    (kept.folder / LEDGER_FILE).unlink()
    kept.git("commit", "-q", "-am", "Begin again")
    # In a copy without a past nothing is wrong, and the copy's ledger comes home.
    copy = Repository(kept.top.parent / "copy")
    shutil.copytree(kept.folder, copy.folder)
    copy.record()
    kept.lines = copy.lines
    guilty = kept.commit("Record")
    found = kept.verify()
    assert ids(found) == ["replaced-ledger-line"]
    assert found[0]["message"].startswith(
        "Sổ ghi tài liệu thứ 2 của 1.000001 bằng dấu vân tay khác với khi ghi ngày 01/09/2026"
    )
    assert "«Begin again»" in found[0]["message"]
    assert guilty not in found[0]["message"]


def test_documents_put_in_another_order_with_their_lines_are_named(kept: Repository) -> None:
    first, second, third = (kept.folder / LIFE).read_text(encoding="utf-8").split("---\n")
    (kept.folder / LIFE).write_text(f"{first}---\n{third}---\n{second}", encoding="utf-8")
    copy = Repository(kept.top.parent / "copy")
    shutil.copytree(kept.folder, copy.folder)
    (copy.folder / LEDGER_FILE).unlink()
    copy.record()
    kept.lines = copy.lines
    guilty = kept.commit("Sort")
    found = kept.verify()
    assert ids(found) == ["reordered-ledger", *["replaced-ledger-line"] * 2]
    assert all(guilty in each["message"] for each in found)


def test_a_ledger_with_other_days_is_told(kept: Repository) -> None:
    copy = Repository(kept.top.parent / "copy")
    shutil.copytree(kept.folder, copy.folder)
    (copy.folder / LEDGER_FILE).unlink()
    copy.record("2026-01-01")
    kept.lines = copy.lines
    guilty = kept.commit("Backdate")
    (found,) = kept.verify()
    assert found["id"] == "reordered-ledger"
    assert found["message"].startswith(
        "Sổ không còn giữ thứ tự và ngày ghi như cũ từ dòng 1, dòng ghi tài liệu thứ 1 của"
    )
    assert guilty in found["message"]


@pytest.mark.parametrize("committed", [True, False])
def test_a_removed_ledger_is_named(kept: Repository, committed: bool) -> None:  # noqa: FBT001 - both answers are tried
    (kept.folder / LEDGER_FILE).unlink()
    guilty = kept.commit("Clean") if committed else ""
    (found,) = kept.verify()
    assert found["id"] == "removed-ledger"
    assert "trước đó có 4 dòng, dòng cuối ghi tài liệu thứ 3 của 1.000001." in found["message"]
    assert ("«Clean»" in found["message"]) is committed
    assert guilty in found["message"]


def test_an_emptied_ledger_names_every_document(kept: Repository) -> None:
    kept.lines = []
    assert ids(kept.verify()) == ["dropped-ledger-line"] * 4


def test_what_was_put_right_again_is_no_fault(kept: Repository) -> None:
    whole = kept.lines
    kept.lines = whole[:-1]
    kept.commit("Tidy up")
    kept.lines = whole
    kept.commit("Put right")
    assert kept.verify() == []


def test_nothing_is_recorded_over_a_ledger_that_was_cut(kept: Repository) -> None:
    kept.lines = kept.lines[:-1]
    before = kept.lines
    told = kept.tthc("record", "--on", "2026-10-01")
    assert told.exit_code == 1
    assert "dropped-ledger-line" in told.output
    assert kept.lines == before


def test_an_acceptance_of_nothing_does_not_keep_documents_from_being_recorded(
    kept: Repository,
) -> None:
    TestAcceptances().accept(kept, "0" * 12)
    kept.append(4, "Giấy phép 4")
    kept.record("2026-10-01")
    assert ids(kept.verify()) == ["unused-acceptance"]


def test_what_was_not_recorded_is_said_and_why(kept: Repository) -> None:
    text = (kept.folder / LIFE).read_text(encoding="utf-8")
    (kept.folder / LIFE).write_text(text.replace("mới hơn", "cũ hơn"), encoding="utf-8")
    told = kept.tthc("record", "--on", "2026-10-01")
    assert told.exit_code == 1
    line = 1 + text[: text.index("mới hơn")].count("\n") - 2
    assert f"{LIFE}:{line}:1: lỗi [edited-document]" in told.stdout
    assert told.stderr == "Chưa ghi dòng nào vào sổ: sửa những điều trên rồi chạy lại.\n"


def test_a_removed_file_is_told_at_its_lines_of_the_ledger(kept: Repository) -> None:
    (kept.folder / LIFE).unlink()
    found = [each for each in kept.verify() if each["id"] == "removed-document"]
    lines = [json.loads(line)["so"] for line in kept.lines]
    assert [int(each["line"]) for each in found] == [
        number for number, code in enumerate(lines, start=1) if code == "1.000001"
    ]


class TestBranches:
    """Two branches record documents; the merge keeps one ledger and records the rest again."""

    def test_lines_recorded_again_after_a_merge_are_no_fault(self, kept: Repository) -> None:
        kept.git("checkout", "-q", "-b", "side")
        other = kept.folder / "procedures/linh-vuc-mau/1.000002.yaml"
        text = (kept.folder / LIFE).read_text(encoding="utf-8")
        other.write_text(text.replace("1.000001", "1.000002"), encoding="utf-8")
        kept.record("2026-10-01")
        kept.commit("Side")
        kept.git("checkout", "-q", "main")
        kept.append(4, "Giấy phép khác")
        kept.record("2026-10-02")
        kept.commit("Main")
        ours = kept.lines
        with pytest.raises(subprocess.CalledProcessError):
            kept.git("merge", "side")
        kept.lines = ours
        assert ids(kept.verify()) == []
        kept.record("2026-10-03")
        kept.commit("Merge")
        assert kept.verify() == []

    def test_a_merge_that_takes_an_old_ledger_is_named(self, kept: Repository) -> None:
        kept.git("checkout", "-q", "-b", "side")
        (kept.top / "note").write_text("x", encoding="utf-8")
        kept.commit("Side")
        kept.git("checkout", "-q", "main")
        kept.append(4, "Giấy phép khác")
        kept.record("2026-10-02")
        kept.commit("Main")
        kept.git("merge", "-q", "--no-commit", "side")
        kept.git("checkout", "side", "--", f"catalog/{LEDGER_FILE}")
        guilty = kept.commit("Merge")
        (found,) = kept.verify()
        assert found["id"] == "dropped-ledger-line"
        assert guilty in found["message"]


class TestWhatCannotBeChecked:
    """It says so, on the other stream, and judges nothing that it has not seen."""

    def test_outside_a_repository(self, kept: Repository) -> None:
        shutil.rmtree(kept.top / ".git")
        told = kept.tthc("verify")
        assert told.exit_code == 0
        assert told.stdout == ""
        assert told.stderr.startswith(
            "Thư mục này không nằm trong kho git nào, nên chưa kiểm được sổ có bị bớt dòng cuối, "
            "viết lại hay xóa đi; so với đầu chuỗi đã công bố ở nơi khác bằng --head.\n"
        )

    def test_a_damaged_repository_is_not_one_without_commits(self, kept: Repository) -> None:
        tree = kept.git("rev-parse", "HEAD^{tree}")
        damaged = kept.top / ".git" / "objects" / tree[:2] / tree[2:]
        damaged.chmod(0o644)
        damaged.write_bytes(b"bad")
        told = kept.tthc("verify")
        assert isinstance(told.exception, UnreadableError)
        assert str(told.exception).startswith("Kho git hỏng nên không đọc được các lần ghi")

    def test_a_ledger_that_was_never_committed(self, kept: Repository) -> None:
        shutil.rmtree(kept.top / ".git")
        kept.git("init", "-q")
        told = kept.tthc("verify")
        assert told.exit_code == 0
        assert told.stderr.startswith("Kho git chưa có lần ghi nào chứa sổ")

    def test_a_shallow_clone(self, kept: Repository) -> None:
        kept.append(4, "Giấy phép khác")
        kept.record("2026-10-02")
        kept.commit("Later")
        kept.git("clone", "-q", "--depth", "1", kept.top.as_uri(), str(kept.top / "clone"))
        clone = Repository(kept.top / "clone")
        told = clone.tthc("verify")
        assert told.exit_code == 0
        assert "git fetch --unshallow" in told.stderr


class TestAcceptances:
    """A past that cannot be changed any more may be accepted, with a reason."""

    def accept(self, kept: Repository, fingerprint: str) -> None:
        (kept.folder / "accepted.yaml").write_text(
            f"quy_tac: dropped-ledger-line\ndau_van_tay: {fingerprint}\nly_do: Ghi nhầm mẫu thử.\n",
            encoding="utf-8",
        )

    def test_an_accepted_loss_is_told_no_more(self, kept: Repository) -> None:
        kept.lines = kept.lines[:-1]
        kept.commit("Tidy up")
        (found,) = kept.verify()
        self.accept(kept, found["fingerprint"])
        assert kept.verify() == []

    def test_an_acceptance_of_nothing_is_told(self, kept: Repository) -> None:
        self.accept(kept, "0" * 12)
        assert ids(kept.verify()) == ["unused-acceptance"]

    def test_what_the_check_does_not_look_for_is_not_missed_by_it(self, kept: Repository) -> None:
        self.accept(kept, "0" * 12)
        told = CliRunner().invoke(tthc, ["check", str(kept.folder), "--format", "json"])
        assert "unused-acceptance" not in told.stdout


def test_pages_and_data_show_the_hashes_of_the_ledger(tmp_path: Path) -> None:
    later_one = later("2/QĐ-BTN", "2026-06-01", ket_qua="Thẻ mới")
    made = edition(tmp_path, first() + later_one)
    tree = made.catalog.tree
    assert tree is not None
    lines = Ledger().added(Published.in_tree(tree), date(2026, 9, 1))
    recorded = [line.hash for line in lines if line.identity == "1.000001"]
    assert len(recorded) == 2
    data = procedure_data(made, "1.000001")
    assert [document["hash"] for document in data["documents"]] == recorded
    shown = [page.says["recorded"] for page in version_pages(made, "1.000001") if "v" in page.says]
    assert shown == [[(1, recorded[0])], [(1, recorded[0]), (2, recorded[1])]]


def test_the_sample_catalogue_goes_on_from_its_past(root: Path) -> None:
    past = past_of(root / "catalog", LEDGER_FILE)
    if past is None or not past.whole or not past.versions:
        pytest.skip("its history is not at hand")
    told = CliRunner().invoke(tthc, ["ledger", "verify", "--catalog", str(root / "catalog")])
    assert told.exit_code == 0, told.output
