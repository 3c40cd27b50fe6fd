# One small bad file for each fault, named by it, and all that is said about it in one page that is
# reviewed as a diff: tests/broken/findings.txt. To print it anew: python tests/files/test_broken.py

from __future__ import annotations

from pathlib import Path

import pytest

from tthc_catalog.files import KINDS, yaml_events
from tthc_catalog.files.faults import MOST_DOCUMENTS, MOST_FINDINGS
from tthc_catalog.files.reading import read
from tthc_catalog.files.second_opinion import read_again
from tthc_catalog.files.text import LARGEST
from tthc_catalog.finding import Severity

BROKEN = Path(__file__).parents[1] / "broken"
NAMES = sorted(path.name for path in BROKEN.glob("*.yaml"))
FINE = {"tab_inside_block_is_fine.yaml", "norway_is_text.yaml"}


def told(name: str) -> str:
    """All findings of a file, as a person reads them."""
    stream = read((BROKEN / name).read_bytes(), name)
    lines = [f"== {name}" + ("" if stream.whole else " (không đọc được đến cuối)")]
    for found in stream.findings:
        lines.append(
            f"{found.place}: {found.severity.label} [{found.id}] {found.place.field}".rstrip()
        )
        lines += [f"  {found.message}", f"  {found.mend}"]
    return "\n".join(lines) + "\n"


def test_every_fault_is_told_in_these_words() -> None:
    expected = (BROKEN / "findings.txt").read_text(encoding="utf-8")
    assert "\n".join(told(name) for name in NAMES) == expected


@pytest.mark.parametrize("name", NAMES)
def test_both_parsers_refuse_the_same_files(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (BROKEN / name).read_bytes()
    fast = read(data, name)
    monkeypatch.setattr(yaml_events, "LIBYAML", None)
    slow = read(data, name)
    assert bool(slow.findings) == bool(fast.findings) == (name not in FINE)
    if slow.whole and fast.whole:
        assert slow == fast


@pytest.mark.parametrize("name", NAMES)
def test_what_ruamel_refuses_we_refuse(name: str) -> None:
    data = (BROKEN / name).read_bytes()
    stream = read(data, name)
    if not any(found.severity is Severity.ERROR for found in stream.findings):
        assert read_again(data.decode()) == stream.documents


def test_a_broken_document_does_not_hide_the_others() -> None:
    stream = read("ten: a\n---\n- b\n---\nten: [c\n")
    assert stream.documents == [{"ten": "a"}, {}]
    assert not stream.whole
    assert [found.id for found in stream.findings] == ["not-a-mapping", "unclosed-bracket"]
    assert [found.place.document for found in stream.findings] == [1, 2]


def test_limits() -> None:
    large = read(b"a: " + b"x" * LARGEST + b"\n", "a.yaml")
    assert [str(found.place) for found in large.findings] == ["a.yaml"]
    assert large.findings[0].message == (
        "Tệp có 4194308 byte, quá giới hạn 4194304 byte nên không được đọc."
    )
    many = read("a: b\n---\n" * MOST_DOCUMENTS + "a: b\n")
    assert len(many.documents) == MOST_DOCUMENTS
    assert [found.id for found in many.findings] == ["too-many-documents"]
    enough = read("a: b\n---\n" * (MOST_DOCUMENTS - 1) + "a: b\n")
    assert enough.findings == []
    wrong = read("".join(f"k{index}:\n" for index in range(500)))
    assert len(wrong.findings) == MOST_FINDINGS + 1
    assert wrong.findings[-1].message == "Tệp còn 300 lỗi nữa không được kể ở đây."
    hopeless = read("".join(f"k{index}:\n" for index in range(5000)))
    assert not hopeless.whole


@pytest.mark.parametrize(
    "hostile",
    [
        b"[" * 300_000,
        b"{" * 300_000,
        b"- " * 300_000,
        b"? " * 300_000,
        b"a: &a [" * 50_000,
        b'"' * 300_001,
        b"a: |\n" + b" " * 300_000,
        b"!" * 300_000,
        b"%" * 300_000,
        b"\xff\xfe" * 1000,
        b"\x00" * 1000,
        b"a: *a\n" * 50_000,
        "\u2028".encode() * 1000,
    ],
)
def test_hostile_files_are_refused(hostile: bytes) -> None:
    stream = read(hostile, "hostile.yaml")
    assert stream.findings
    assert all(found.message for found in stream.findings)


def test_every_kind_is_shown_and_each_id_is_used_once() -> None:
    shown = (BROKEN / "findings.txt").read_text(encoding="utf-8")
    elsewhere = {"file-too-large", "too-many-documents", "too-many-findings", "misplaced-file"}
    ids = [kind.id for kind in KINDS]
    assert len(set(ids)) == len(ids)
    assert {kind_id for kind_id in ids if f"[{kind_id}]" not in shown} == elsewhere
    assert all(kind.mend for kind in KINDS)


if __name__ == "__main__":
    page = "\n".join(told(name) for name in NAMES)
    (BROKEN / "findings.txt").write_text(page, encoding="utf-8")
