# Templates are compiled once and kept; nothing that is wrong with what was kept is ever seen.

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tthc_catalog.outputs.site.typesetting import _Compiled, _Environment, _environment, template

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "offline.html"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which compiled templates are kept; nothing is known before or after."""
    monkeypatch.delenv("TTHC_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    afresh()
    yield tmp_path / "tthc_catalog" / "templates"
    afresh()


def afresh() -> None:
    """Forget what this process has compiled."""
    template.cache_clear()
    _environment.cache_clear()


def compiled(monkeypatch: pytest.MonkeyPatch, language: str = "vi") -> int:
    """Return how many templates another process would have to compile for one."""
    afresh()
    counted: list[object] = []
    compile_ = _Environment._generate  # noqa: SLF001 - the step that costs

    def counting(*arguments: object, **more: object) -> str:
        counted.append(arguments)
        return compile_(*arguments, **more)  # type: ignore[arg-type] # handed on as it came

    with monkeypatch.context() as patch:
        patch.setattr(_Environment, "_generate", counting)
        template(NAME, language)
    return len(counted)


def test_a_template_is_compiled_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled(monkeypatch) == 1
    assert compiled(monkeypatch) == 0
    assert kept.stat().st_mode & 0o077 == 0


def test_languages_do_not_share_what_they_compile(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each speaks another way, even where a template holds no word of its own."""
    assert compiled(monkeypatch, "vi") == 1
    assert compiled(monkeypatch, "en") == 1
    assert (compiled(monkeypatch, "vi"), compiled(monkeypatch, "en")) == (0, 0)
    assert len(list(kept.iterdir())) == 2


def test_another_release_compiles_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(monkeypatch)
    environment = _environment("vi")
    assert isinstance(environment.bytecode_cache, _Compiled)
    was = environment.bytecode_cache.get_source_checksum("x")
    environment.bytecode_cache.made_by += "#"
    assert environment.bytecode_cache.get_source_checksum("x") != was
    assert kept.is_dir()


@pytest.mark.parametrize("keeps", [0, 1, 30, 900, -1, -40])
def test_a_damaged_file_is_as_good_as_none(
    keeps: int, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled(monkeypatch)
    [file] = kept.iterdir()
    whole = file.read_bytes()
    changed = bytearray(whole)
    changed[keeps % len(whole)] ^= 1
    for damaged in (whole[:keeps], whole[:keeps] + b"\xff" * 50, bytes(changed)):
        file.write_bytes(damaged)
        assert compiled(monkeypatch) == 1
        assert file.read_bytes() == whole
    assert compiled(monkeypatch) == 0


def test_what_others_may_write_into_is_not_run(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(monkeypatch)
    kept.chmod(0o777)
    assert compiled(monkeypatch) == 1
    kept.chmod(0o700)
    assert compiled(monkeypatch) == 0


def test_it_need_not_be_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.parent.mkdir()
    kept.write_text("no folder")
    assert compiled(monkeypatch) == 1
    assert compiled(monkeypatch) == 1
    kept.unlink()
    monkeypatch.setenv("TTHC_NO_CACHE", "1")
    assert compiled(monkeypatch) == 1
    assert not kept.exists()
