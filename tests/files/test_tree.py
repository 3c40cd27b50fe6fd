# Texts from a folder and from git are the same thing to those who read them.

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.history import changed_since
from tthc_catalog.files.tree import FolderTree, RevisionTree, Tree, open_tree

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *words: str) -> None:
    """Run git as nobody in particular."""
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *name, *words], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose catalogue had two files and has three."""
    catalog = tmp_path / "kho" / "catalog"
    (catalog / "b").mkdir(parents=True)
    (catalog / "a.yaml").write_bytes(b"ten: a\n")
    (catalog / "b" / "c.yaml").write_bytes(b"ten: c\r\n")
    (catalog / ".an").write_bytes(b"x")
    (catalog / "lien-ket.yaml").symlink_to("a.yaml")
    (tmp_path / "kho" / "README").write_bytes(b"x")
    git(tmp_path / "kho", "init", "-q", "-b", "main")
    git(tmp_path / "kho", "add", ".")
    git(tmp_path / "kho", "commit", "-q", "-m", "a")
    (catalog / "a.yaml").write_bytes(b"ten: moi\n")
    (catalog / "d.yaml").write_bytes(b"")
    git(tmp_path / "kho", "add", ".")
    git(tmp_path / "kho", "commit", "-q", "-m", "b")
    return tmp_path / "kho"


def contents(tree: Tree) -> dict[str, bytes]:
    """All YAML files of a tree."""
    return {name: tree.read(name) for name in tree.names(".yaml")}


def test_a_folder(repository: Path) -> None:
    tree = FolderTree(repository / "catalog")
    assert contents(tree) == {
        "a.yaml": b"ten: moi\n", "b/c.yaml": b"ten: c\r\n", "d.yaml": b"",
        "lien-ket.yaml": b"ten: moi\n",
    }  # fmt: skip
    assert tree.stamp("a.yaml") == tree.stamp("lien-ket.yaml") != tree.stamp("d.yaml")


@pytest.mark.parametrize("naming", ["sha1", "sha256"])
def test_files_that_a_revision_has_otherwise(naming: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"ten: a\n")
    (tmp_path / "b.yaml").write_bytes(b"ten: b\n")
    git(tmp_path, "init", "-q", f"--object-format={naming}")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "a")
    (tmp_path / "b.yaml").write_bytes(b"ten: moi\n")
    (tmp_path / "c.yaml").write_bytes(b"ten: c\n")
    assert changed_since(FolderTree(tmp_path), "HEAD", tmp_path) == {"b.yaml", "c.yaml"}


def test_a_revision(repository: Path) -> None:
    before = {"a.yaml": b"ten: a\n", "b/c.yaml": b"ten: c\r\n"}
    catalog = repository / "catalog"
    assert contents(RevisionTree("HEAD~1", catalog)) == before
    assert contents(RevisionTree("HEAD~1:catalog", repository)) == before
    assert contents(RevisionTree("main:catalog/b/", catalog)) == {"c.yaml": b"ten: c\r\n"}
    assert list(contents(RevisionTree("main:", catalog))) == [
        "catalog/a.yaml", "catalog/b/c.yaml", "catalog/d.yaml",
    ]  # fmt: skip
    old, new = RevisionTree("HEAD~1", catalog), RevisionTree("HEAD", catalog)
    assert old.stamp("b/c.yaml") == new.stamp("b/c.yaml")
    assert old.stamp("a.yaml") != new.stamp("a.yaml")


def test_a_person_names_either(repository: Path) -> None:
    catalog = repository / "catalog"
    assert isinstance(open_tree(str(catalog)), FolderTree)
    assert contents(open_tree("HEAD~1", catalog)) == contents(RevisionTree("HEAD~1", catalog))


def test_hooks_of_git_do_not_lead_elsewhere(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "khac"))
    assert RevisionTree("HEAD", repository / "catalog").names()


def test_links_that_leave_the_folder_and_folders_that_are_links_are_not_followed(
    tmp_path: Path,
) -> None:
    (tmp_path / "secret.yaml").write_text("a: b\n", encoding="utf-8")
    root = tmp_path / "catalog"
    (root / "sub").mkdir(parents=True)
    (root / "out.yaml").symlink_to("../secret.yaml")
    (root / "sub" / "ring").symlink_to("..")
    (root / "sub" / "in.yaml").write_text("a: b\n", encoding="utf-8")
    (root / "dangling.yaml").symlink_to("nowhere")
    os.mkfifo(root / "pipe.yaml")
    assert FolderTree(root).names() == ["sub/in.yaml"]


def refused(sentence: str, *arguments: Path | str, revision: str = "") -> None:
    """Assert the sentence with which a tree refuses."""
    with pytest.raises(UnreadableError) as caught:
        RevisionTree(revision, arguments[0]) if revision else FolderTree(arguments[0])
    assert str(caught.value) == sentence


def test_what_cannot_be_read_is_said_in_one_sentence(repository: Path, tmp_path: Path) -> None:
    catalog = repository / "catalog"
    gone = tmp_path / "gone"
    refused(f"{gone.as_posix()} không tồn tại.", gone)
    refused(f"{(catalog / 'a.yaml').as_posix()} không phải là thư mục.", catalog / "a.yaml")
    refused("Kho git không có phiên bản 'v9'.", catalog, revision="v9")
    refused("Kho git không có phiên bản '--help'.", catalog, revision="--help")
    refused("Phiên bản 'HEAD' không có thư mục 'x/y'.", catalog, revision="HEAD:x/y")
    refused("Phiên bản 'HEAD' không có thư mục 'README'.", catalog, revision="HEAD:README")
    refused(f"{tmp_path.as_posix()} không nằm trong một kho git.", tmp_path, revision="HEAD")


def test_files_that_cannot_be_read(repository: Path) -> None:
    folder = FolderTree(repository / "catalog")
    revision = RevisionTree("HEAD", repository / "catalog")
    for name in ("x.yaml", "../README", "/etc/passwd", "a\0b", "b"):
        for act in (folder.read, revision.read, revision.stamp):
            with pytest.raises(UnreadableError):
                act(name)
    with pytest.raises(UnreadableError, match=r"^Không đọc được tệp x.yaml: không tồn tại.$"):
        folder.stamp("x.yaml")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_closed_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"")
    (tmp_path / "a.yaml").chmod(0)
    (tmp_path / "b").mkdir(mode=0)
    with pytest.raises(UnreadableError, match=r"^Không đọc được tệp a.yaml: không có quyền đọc.$"):
        FolderTree(tmp_path).read("a.yaml")
    with pytest.raises(UnreadableError, match=r"^Không đọc được thư mục .*: không có quyền đọc.$"):
        FolderTree(tmp_path).names()


def test_no_git_on_the_machine(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    refused("Không chạy được git trên máy này.", repository, revision="HEAD")


def test_names_that_are_no_text(tmp_path: Path) -> None:
    with (tmp_path / os.fsdecode(b"\xff.yaml")).open("wb"):
        pass
    with pytest.raises(UnreadableError, match=r"^Tên tệp \ufffd.yaml trong .* không ở mã UTF-8.$"):
        FolderTree(tmp_path).names()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\n::error::x.yaml", "a ::error::x.yaml"),
        ("\x1b[31m.yaml", " [31m.yaml"),
        ("a\tb.yaml", "a b.yaml"),
    ],
)
def test_names_that_would_speak_to_a_terminal(name: str, shown: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    with pytest.raises(UnreadableError) as raised:
        FolderTree(tmp_path).names()
    told = f"Tên tệp {shown} trong {tmp_path} có ký tự không nhìn thấy."
    assert str(raised.value) == told


@pytest.mark.parametrize("where", ["", "/gone", "./gone", "gone/x"])
def test_what_is_neither_folder_nor_revision(where: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        open_tree(where, tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_in_a_closed_one(tmp_path: Path) -> None:
    (tmp_path / "closed" / "catalog").mkdir(parents=True)
    (tmp_path / "closed").chmod(0)
    with pytest.raises(UnreadableError, match=r"^Không đọc được .*: không có quyền đọc.$"):
        FolderTree(tmp_path / "closed" / "catalog")
    (tmp_path / "closed").chmod(0o700)


@pytest.mark.parametrize(
    ("name", "told"),
    [("x" * 300, "tên quá dài"), ("loop", "liên kết trỏ vòng quanh")],
    ids=["long", "loop"],
)
def test_a_folder_that_the_system_refuses(name: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(UnreadableError) as raised:
        FolderTree(tmp_path / name)
    assert str(raised.value) == f"Không đọc được {(tmp_path / name).as_posix()}: {told}."
