# Nobody edits, removes or moves what has been published without the ledger telling it.

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.catalog import Catalog
from tthc_catalog.files.paths import LEDGER_FILE
from tthc_catalog.files.tree import FolderTree
from tthc_catalog.records import hashing
from tthc_catalog.records.hashing import canonical, document_hash, identity_of
from tthc_catalog.rules.example import example_files
from tthc_catalog.rules.ledger import Ledger
from tthc_catalog.rules.published import Published

if TYPE_CHECKING:
    from pathlib import Path

    from tthc_catalog.finding import Finding

DAY = date(2026, 9, 1)
LIFE = "procedures/linh-vuc-mau/1.000001.yaml"
EXAMPLE = """
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
---
quyet_dinh: 3/QĐ-UBND
ket_qua: Giấy phép mới hơn
"""


def _record(folder: Path, day: date = DAY) -> None:
    tree = FolderTree(folder)
    ledger = Ledger.read(tree)
    lines = [*ledger.lines, *ledger.added(Published.in_tree(tree), day)]
    (folder / LEDGER_FILE).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _verify(folder: Path) -> list[Finding]:
    tree = FolderTree(folder)
    return Ledger.read(tree).verify(Published.in_tree(tree), tree)


def _ids(folder: Path) -> list[str]:
    return [found.id for found in _verify(folder)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in example_files(EXAMPLE).items():
        path = tmp_path / "catalog" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    _record(tmp_path / "catalog")
    return tmp_path / "catalog"


def _rewrite(folder: Path, old: str, new: str) -> None:
    text = (folder / LIFE).read_text(encoding="utf-8")
    assert old in text
    (folder / LIFE).write_text(text.replace(old, new), encoding="utf-8")


def test_an_untouched_catalogue_is_intact(folder: Path) -> None:
    assert not _verify(folder)


def test_recording_again_adds_nothing(folder: Path) -> None:
    before = (folder / LEDGER_FILE).read_text(encoding="utf-8")
    _record(folder, date(2026, 10, 1))
    assert (folder / LEDGER_FILE).read_text(encoding="utf-8") == before


def test_hashes_that_a_catalogue_was_loaded_with_are_not_made_again(
    folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / LIFE).with_name("1.000002.yaml").write_text("ma: 1.000002\nten: A\n", "utf-8")
    trees = [FolderTree(each) for each in (folder, root / "catalog")]
    catalogs = [Catalog.load(tree, cache=False, hashes=True) for tree in trees]
    published = [Published.in_tree(tree) for tree in trees]
    made: list[object] = []
    monkeypatch.setattr("tthc_catalog.rules.published.document_hash", made.append)
    for tree, catalog, each in zip(trees, catalogs, published, strict=True):
        again = Published.in_tree(tree, catalog=catalog)
        assert again.files == each.files
        assert again.unreadable == each.unreadable
        assert {key: again.hashes[key] for key in catalog.hashes} == {
            key: each.hashes[key] for key in catalog.hashes
        }
    # Only of the file that is not written well.
    assert made == [{"ma": "1.000002", "ten": "A"}]


def test_an_edited_document_is_told(folder: Path) -> None:
    _rewrite(folder, "5 ngày làm việc", "7 ngày làm việc")
    [found] = _verify(folder)
    assert found.id == "edited-document"
    assert found.message == (
        "Tài liệu thứ 1 của 1.000001 đã bị sửa sau khi ghi sổ ngày 01/09/2026."
    )


def test_a_removed_document_is_told(folder: Path) -> None:
    text = (folder / LIFE).read_text(encoding="utf-8")
    (folder / LIFE).write_text(text.rsplit("---\n", 1)[0], encoding="utf-8")
    assert _ids(folder) == ["removed-document"]


def test_a_removed_file_is_told(folder: Path) -> None:
    (folder / LIFE).unlink()
    assert _ids(folder) == ["removed-document"] * 3


def test_reordered_documents_are_told(folder: Path) -> None:
    first, second, third = (folder / LIFE).read_text(encoding="utf-8").split("---\n")
    (folder / LIFE).write_text(f"{first}---\n{third}---\n{second}", encoding="utf-8")
    assert _ids(folder) == ["reordered-document"] * 2


def test_a_new_document_is_only_a_note(folder: Path) -> None:
    with (folder / LIFE).open("a", encoding="utf-8") as file:
        file.write("---\nquyet_dinh: 4/QĐ-UBND\n")
    [found] = _verify(folder)
    assert (found.id, found.place.document) == ("unrecorded-document", 3)


def test_moving_a_file_breaks_nothing(folder: Path) -> None:
    (folder / LIFE).rename(folder / "procedures" / "1.000001.yaml")
    assert not _verify(folder)


def test_what_an_editor_changes_breaks_nothing(folder: Path) -> None:
    _rewrite(folder, "ket_qua: Giấy phép mới hơn", "# nhận xét\nket_qua: 'Giấy phép mới hơn'  ")
    assert not _verify(folder)


@pytest.mark.parametrize("fault", ["edited", "dropped", "moved"])
def test_a_ledger_that_was_tampered_with_is_told(folder: Path, fault: str) -> None:
    lines = (folder / LEDGER_FILE).read_text(encoding="utf-8").splitlines()
    if fault == "edited":
        data = json.loads(lines[1])
        data["dau_van_tay"] = "0" * 64
        lines[1] = json.dumps(data, ensure_ascii=False)
    elif fault == "dropped":
        del lines[1]
    else:
        lines[0], lines[1] = lines[1], lines[0]
    (folder / LEDGER_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "broken-ledger" in _ids(folder)


@pytest.mark.parametrize(
    "line", ["", "{", "[]", '{"so": 1}', "null", '{"so": "a", "thu_tu": "0"}', "[" * 100_000]
)
def test_a_line_that_is_none_is_told(folder: Path, line: str) -> None:
    with (folder / LEDGER_FILE).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert [found.message for found in _verify(folder)] == ["Dòng 5 của sổ không đọc được."]


def test_a_file_that_is_no_ledger_is_not_told_line_by_line() -> None:
    assert len(Ledger.parsed(b"a: b\n" * 100_000).faults) == 200


def test_a_ledger_written_anew_does_not_continue_the_old_one(folder: Path) -> None:
    old = Ledger.read(FolderTree(folder))
    _rewrite(folder, "5 ngày làm việc", "7 ngày làm việc")
    (folder / LEDGER_FILE).unlink()
    _record(folder)
    new = Ledger.read(FolderTree(folder))
    assert not _verify(folder)
    [found] = new.since(old, "origin/main")
    assert found.message == (
        "Sổ không còn bắt đầu bằng 4 dòng mà origin/main đã có; khác từ dòng 1."
    )
    assert not old.since(old, "origin/main")
    assert Ledger(old.lines[:1]).since(old, "origin/main")


def test_a_decision_that_is_still_being_copied_is_not_recorded(folder: Path) -> None:
    assert not [line for line in Ledger.read(FolderTree(folder)).lines if "2/QĐ" in line.identity]
    file = folder / "decisions/2026/2-QD-UBND.yaml"
    text = file.read_text(encoding="utf-8")
    rows = 'phu_luc:\n  sua_doi:\n    - ten: Cấp giấy phép mẫu\n      hieu_la: "1.000001"\n'
    file.write_text(text.replace("phu_luc:\n  du_dong: không\n", rows), encoding="utf-8")
    _record(folder)
    assert not _verify(folder)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('      hieu_la: "1.000001"\n', "", 1), encoding="utf-8")
    assert not _verify(folder)
    file.write_text(text.replace("phép mẫu", "phép khác"), encoding="utf-8")
    assert _ids(folder) == ["edited-document"]


# --- with git -------------------------------------------------------------------------------------


def _git(folder: Path, *words: str) -> str:
    env = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@b",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@b",
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *words], env=env, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def _commit(folder: Path, message: str) -> str:
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", message)
    return _git(folder, "log", "-1", "--format=%h")


def test_the_commit_that_edited_a_document_is_named(folder: Path) -> None:
    _git(folder.parent, "init", "-q")
    _commit(folder, "Publish")
    _rewrite(folder, "5 ngày làm việc", "7 ngày làm việc")
    guilty = _commit(folder, "Tidy up")
    _rewrite(folder, "Giấy phép mới hơn", "Giấy phép mới nhất")
    _commit(folder, "Later")
    first, last = _verify(folder)
    assert guilty in first.message
    assert "«Tidy up»" in first.message
    assert f"`git show {guilty}`" in first.mend
    assert "«Later»" in last.message


def test_the_commit_that_removed_a_file_is_named(folder: Path) -> None:
    _git(folder.parent, "init", "-q")
    _commit(folder, "Publish")
    (folder / LIFE).unlink()
    guilty = _commit(folder, "Clean")
    found = _verify(folder)
    assert [each.id for each in found] == ["removed-document"] * 3
    assert all(guilty in each.message for each in found)


def test_an_edit_that_is_not_committed_names_no_commit(folder: Path) -> None:
    _git(folder.parent, "init", "-q")
    _commit(folder, "Publish")
    _rewrite(folder, "5 ngày làm việc", "7 ngày làm việc")
    [found] = _verify(folder)
    assert found.message.endswith("ngày 01/09/2026.")


# --- the canonical form ---------------------------------------------------------------------------

PLAIN = st.recursive(
    st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(PLAIN)
def test_the_order_of_keys_is_no_difference(data: object) -> None:
    def turned(value: object) -> object:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    assert document_hash(turned(data)) == document_hash(data)


@given(
    PLAIN
    | st.text(
        st.sampled_from(
            ' \n\t\r\x0b\x0c\x1c\x7f\x85\xa0\u2028\u0300\u0338\\"ea=:,éêặ1한\u1112\u1161'
        ),
        max_size=9,
    )
)
def test_most_documents_need_no_second_look(data: object) -> None:
    """The short way to the canonical form leads where the long one does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashing, "_settled", lambda _: False)
        careful = canonical(data)
    assert canonical(data) == careful


@given(PLAIN, PLAIN)
def test_one_canonical_form_means_one_hash(one: object, other: object) -> None:
    assert (canonical(one) == canonical(other)) == (document_hash(one) == document_hash(other))


def test_the_hash_is_the_same_in_every_release() -> None:
    """A ledger outlives the program: this number may never change."""
    data = {"ma": "1.000001", "ten": "Cấp phép", "can_cu": ["10/2025/NĐ-CP"]}
    assert document_hash(data) == FROZEN


FROZEN = "a6f55b382cf54435024fda20116d9ef9f9508dc64e2d0600d7974da3860e9cb5"


@pytest.mark.parametrize(
    ("data", "identity"),
    [
        ({"ma": "1.000001", "ten": "a"}, "1.000001"),
        ({"ma_noi_bo": "a-b"}, "a-b"),
        ({"so": "1/QĐ-BXD", "ngay": "2026-01-01", "co_quan": "Bộ"}, "1/QĐ-BXD | 2026-01-01 | Bộ"),
        ({"so": "1/QĐ-BXD"}, "1/QĐ-BXD"),
        ({"ten": "a"}, None),
    ],
)
def test_identities(data: dict[str, object], identity: str | None) -> None:
    assert identity_of(data) == identity
