# A cache that is never needed and never wrong.

from __future__ import annotations

import hashlib
import marshal
import os
import re
from pathlib import Path

import pytest

from tests.files.test_tree import git
from tthc_catalog.files import reading
from tthc_catalog.files.cache import _MODULES, Cache, open_cache
from tthc_catalog.files.reading import Stream, read_tree
from tthc_catalog.files.tree import FolderTree, RevisionTree

LONG_AGO = 1_000_000_000


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FolderTree:
    """Three files, one of them with a fault, written long before the cache."""
    monkeypatch.delenv("TTHC_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "catalog"
    folder.mkdir()
    for name, text in {
        "a": "ten: a\n",
        "b": "ten: b\n---\nx: [y, {z: w}]\n",
        "c": "ten:\n",
    }.items():
        put(folder / f"{name}.yaml", text)
    return FolderTree(folder)


def put(path: Path, text: str, when: int = LONG_AGO) -> None:
    """Write a file as if it were old."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (when, when))


def streams(tree: FolderTree | RevisionTree) -> dict[str, Stream]:
    """Everything, through the cache."""
    return dict(read_tree(tree, cache=open_cache(tree)))


def parsed(tree: FolderTree | RevisionTree, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that had to be parsed although there is a cache."""
    names = []
    with monkeypatch.context() as patch:
        read = reading.read

        def noted(data: bytes, name: str) -> Stream:
            names.append(name)
            return read(data, name)

        patch.setattr(reading, "read", noted)
        assert streams(tree) == dict(read_tree(tree))
    return names[: len(names) - len(tree.names(".yaml"))]


def test_only_what_is_new_or_faulty_is_parsed(
    tree: FolderTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert parsed(tree, monkeypatch) == ["a.yaml", "b.yaml", "c.yaml"]
    assert parsed(tree, monkeypatch) == ["c.yaml"]
    put(tree.folder / "a.yaml", "ten: x\n", LONG_AGO + 1)
    put(tree.folder / "d.yaml", "ten: d\n")
    assert parsed(tree, monkeypatch) == ["a.yaml", "c.yaml", "d.yaml"]
    (tree.folder / "b.yaml").unlink()
    assert parsed(tree, monkeypatch) == ["c.yaml"]


def test_a_change_of_the_same_size_and_time_is_seen(
    tree: FolderTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    streams(tree)
    put(tree.folder / "a.yaml", "ten: z\n")
    assert parsed(tree, monkeypatch) == ["a.yaml", "c.yaml"]


def test_other_tree_other_cache_and_revisions_share_by_content(
    tree: FolderTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tree.folder, "init", "-q")
    git(tree.folder, "add", ".")
    git(tree.folder, "commit", "-q", "-m", "a")
    streams(tree)
    put(tree.folder / "a.yaml", "ten: khac\n")
    streams(tree)
    assert parsed(RevisionTree("HEAD", tree.folder), monkeypatch) == ["a.yaml", "c.yaml"]
    cache, other = open_cache(tree), open_cache(FolderTree(tree.folder.parent))
    assert cache is not None
    assert other is not None
    assert cache.path != other.path


def test_a_damaged_cache_is_no_cache(tree: FolderTree, monkeypatch: pytest.MonkeyPatch) -> None:
    streams(tree)
    cache = open_cache(tree)
    assert cache is not None
    good = cache.path.read_bytes()
    assert cache.path.stat().st_mode & 0o777 == 0o666 & ~umask()
    for bad in (b"", good[:-1], good[:40], good + b"x", good.replace(b"ten", b"TEN"), b"\0" * 500):
        cache.path.write_bytes(bad)
        assert Cache(cache.path).get(tree, "a.yaml") is None
        assert parsed(tree, monkeypatch) == ["a.yaml", "b.yaml", "c.yaml"]
        assert parsed(tree, monkeypatch) == ["c.yaml"]


def test_a_cache_that_is_no_file_of_ours_is_no_cache(
    tree: FolderTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    streams(tree)
    cache = open_cache(tree)
    assert cache is not None
    good = cache.path.read_bytes()
    (tmp_path / "elsewhere").write_bytes(good)
    for put_there in (
        lambda path: path.mkdir(),
        os.mkfifo,
        lambda path: path.symlink_to(tmp_path / "elsewhere"),
        lambda path: path.symlink_to("/dev/zero"),
    ):
        cache.path.rename(tmp_path / "aside")
        put_there(cache.path)
        assert Cache(cache.path).get(tree, "a.yaml") is None
        assert parsed(tree, monkeypatch)[:1] == ["a.yaml"]
        if cache.path.is_dir() and not cache.path.is_symlink():
            cache.path.rmdir()
        (tmp_path / "aside").replace(cache.path)
    assert (tmp_path / "elsewhere").read_bytes() == good
    assert parsed(tree, monkeypatch) == ["c.yaml"]
    monkeypatch.setattr(os, "geteuid", lambda: cache.path.stat().st_uid + 1)
    assert Cache(cache.path).get(tree, "a.yaml") is None


@pytest.mark.parametrize("body", [marshal.dumps([1]), b"", b"xx", marshal.dumps({"a.yaml": 1})[:4]])
def test_a_cache_with_another_body_is_empty(body: bytes, tree: FolderTree) -> None:
    streams(tree)
    cache = open_cache(tree)
    assert cache is not None
    header = cache.path.read_bytes()[: len(b"tthc-cache ") + 32]
    cache.path.write_bytes(header + hashlib.sha256(body).digest() + body)
    assert Cache(cache.path).get(tree, "a.yaml") is None


def umask() -> int:
    """The user's umask."""
    now = os.umask(0)
    os.umask(now)
    return now


def test_it_can_be_switched_off_and_need_not_be_writable(
    tree: FolderTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert parsed(tree, monkeypatch) == parsed(tree, monkeypatch) == ["a.yaml", "b.yaml", "c.yaml"]
    monkeypatch.setenv("TTHC_NO_CACHE", "1")
    assert open_cache(tree) is None
    monkeypatch.delenv("TTHC_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "khong/tuyet/doi")
    monkeypatch.setenv("HOME", str(tmp_path / "nha"))
    cache = open_cache(tree)
    assert cache is not None
    assert cache.path.is_relative_to(tmp_path / "nha" / ".cache" / "tthc_catalog")


@pytest.mark.parametrize("home", ["", "/", "khong/tuyet/doi", "~nobody-here"])
def test_whoever_has_no_home_has_no_cache(
    home: str, tree: FolderTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", home)
    assert open_cache(tree) is None


def test_a_user_whom_the_system_does_not_know_has_no_cache(
    tree: FolderTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", unknown)
    assert open_cache(tree) is None


def test_the_cache_knows_every_module_that_decides_what_is_read() -> None:
    """What one of them finds clean today another version of it may not."""
    folder = Path(reading.__file__).parent
    waiting, found = ["reading"], set[str]()
    while waiting:
        name = waiting.pop()
        if name in found or not (folder / f"{name}.py").is_file():
            continue
        found.add(name)
        text = (folder / f"{name}.py").read_text("utf-8")
        imports = r"^from tthc_catalog\.files(?:\.(\w+))? import (.+)"
        for module, names in re.findall(imports, text, re.MULTILINE):
            waiting += [module] if module else names.split(", ")
    assert {f"{name}.py" for name in found} == set(_MODULES)


def test_unchanged_files_are_not_even_opened(
    tree: FolderTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = streams(tree)
    cache = open_cache(tree)
    assert cache is not None
    opened: list[str] = []
    read = FolderTree.read

    def noted(self: FolderTree, name: str) -> bytes:
        opened.append(name)
        return read(self, name)

    monkeypatch.setattr(FolderTree, "read", noted)
    # As young as the cache itself: size and times could be those of another content.
    assert dict(read_tree(tree, cache=Cache(cache.path))) == expected
    assert opened == ["a.yaml", "b.yaml", "c.yaml"]
    later = cache.path.stat().st_mtime + 10
    os.utime(cache.path, (later, later))
    opened.clear()
    assert dict(read_tree(tree, cache=Cache(cache.path))) == expected
    assert opened == ["c.yaml"]
