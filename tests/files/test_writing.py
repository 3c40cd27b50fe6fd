# Whole or not at all.

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tthc_catalog.errors import UnwritableError
from tthc_catalog.files.writing import alone, write_all, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable


def everything(folder: Path) -> dict[str, str]:
    """All that stands below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        if path.is_file()
        else "/"
        for path in sorted(folder.rglob("*"))
    }


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_atomically(path, "đầu\r\n")
    assert path.read_bytes() == "đầu\r\n".encode()
    path.chmod(0o640)
    write_atomically(path, "sau\n")
    assert everything(tmp_path) == {"a.yaml": "sau\n"}
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("cũ\n", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "no space")

    for broken in ("fsync", "fdopen"):
        with monkeypatch.context() as patch:
            patch.setattr(os, broken, fail)
            with pytest.raises(UnwritableError) as caught:
                write_atomically(path, "mới\n")
        assert str(caught.value) == f"Không ghi được {path}: đĩa đã đầy."
        assert everything(tmp_path) == {"a.yaml": "cũ\n"}
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(UnwritableError):
            write_atomically(path, "mới\n")
    assert everything(tmp_path) == {"a.yaml": "cũ\n"}


def test_what_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "folder").mkdir()
    for path, why in {
        "link": "là một liên kết nên không được ghi đè",
        "gone/a": "thư mục không tồn tại",
        "folder": "có thư mục hoặc tệp cùng tên",
        "real/a": "có thư mục hoặc tệp cùng tên",
    }.items():
        with pytest.raises(UnwritableError, match=why):
            write_atomically(tmp_path / path, "y")
    with pytest.raises(UnwritableError, match="có ký tự không viết được bằng mã UTF-8"):
        write_atomically(tmp_path / "a", "\ud800")
    assert everything(tmp_path) == {"real": "x", "link": "x", "folder": "/"}


def test_many_files_and_none_that_did_not_change(tmp_path: Path) -> None:
    texts = {"b/c/1.yaml": "một\n", "a.yaml": "hai\n"}
    assert write_all(tmp_path, texts) == ["a.yaml", "b/c/1.yaml"]
    before = (tmp_path / "a.yaml").stat()
    assert write_all(tmp_path, {**texts, "b/2.yaml": "ba\n"}) == ["b/2.yaml"]
    after = (tmp_path / "a.yaml").stat()
    # Looking at a file moves the time of access; only writing moves these.
    assert (after.st_ino, after.st_mtime_ns, after.st_ctime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
        before.st_ctime_ns,
    )
    assert write_all(tmp_path / "new", {"x": "y"}) == ["x"]


@pytest.mark.parametrize(
    "bad", ["../out", "b/../../out", "/out", "link/out", "a.yaml/x", "dir", "l"]
)
def test_one_that_cannot_be_written_stops_all(bad: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "dir").mkdir(parents=True)
    (root / "link").symlink_to(tmp_path)
    (root / "l").symlink_to(tmp_path / "out")
    (root / "a.yaml").write_text("cũ\n", encoding="utf-8")
    before = everything(tmp_path)
    with pytest.raises(UnwritableError):
        write_all(root, {"a.yaml": "mới\n", "new/deep/x.yaml": "x", bad: "y", "z": "z"})
    assert everything(tmp_path) == before


def test_an_interruption_at_any_moment_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"a": "mới\n", "b/c/d": "mới\n", "b/e": "mới\n"}
    left = 0

    def stopping(work: Callable[..., Any]) -> Callable[..., Any]:
        def then_stop(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - stands for any call
            nonlocal left
            done = work(*args, **kwargs)
            left -= 1
            if left == 0:
                raise KeyboardInterrupt
            return done

        return then_stop

    for owner, name in (
        (os, "open"),
        (os, "fsync"),
        (Path, "chmod"),
        (Path, "mkdir"),
        (Path, "replace"),
    ):
        monkeypatch.setattr(owner, name, stopping(getattr(owner, name)))
    written: list[str] = []
    for moment in range(1, 50):
        root = tmp_path / str(moment)
        left = 0
        root.mkdir()
        (root / "a").write_text("cũ\n", encoding="utf-8")
        left = moment
        try:
            written = write_all(root, texts)
            break
        except KeyboardInterrupt:
            assert everything(root) == {"a": "cũ\n"}
    assert written == sorted(texts)
    assert moment > 10


def test_two_commands_do_not_write_at_once(tmp_path: Path) -> None:
    told = "^Một lệnh khác đang ghi vào .*; đợi lệnh đó xong rồi chạy lại.$"
    with alone(tmp_path / "a"), pytest.raises(UnwritableError, match=told), alone(tmp_path / "a"):
        pass
    with alone(tmp_path / "a"):
        pass
    with alone(tmp_path / "not" / "yet" / "there"):
        pass
    assert everything(tmp_path) == {}


def test_a_failure_in_the_middle_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("cũ\n", encoding="utf-8")
    replace = Path.replace

    def fail_at_c(self: Path, target: Path) -> Path:
        if target.name == "c":
            raise PermissionError(13, "no")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_c)
    with pytest.raises(UnwritableError, match=r"c: không có quyền ghi.$"):
        write_all(tmp_path, {"a": "mới\n", "b": "mới\n", "c": "mới\n", "d": "mới\n"})
    assert everything(tmp_path) == {"a": "cũ\n"}
