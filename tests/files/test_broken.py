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
        assert slow.documents == fast.documents
        # They notice some faults a column or two apart.
        assert [found.id for found in slow.findings] == [found.id for found in fast.findings]


@pytest.mark.parametrize("name", NAMES)
def test_what_ruamel_refuses_we_refuse(name: str) -> None:
    data = (BROKEN / name).read_bytes()
    stream = read(data, name)
    if not any(found.severity is Severity.ERROR for found in stream.findings):
        assert read_again(data.decode()) == stream.documents


def test_a_broken_document_does_not_hide_the_others() -> None:
    stream = read("ten: a\n---\n- b\n---\nten: c\n: d\n---\nten: [e\n---\nten:\n---\nten: f\n: g\n")
    assert stream.documents == [{"ten": "a"}, {}, {}, {"ten": ["e"]}, {"ten": ""}]
    assert not stream.whole
    assert [(found.place.document, found.place.line, found.id) for found in stream.findings] == [
        (1, 3, "not-a-mapping"),
        (2, 6, "empty-key"),
        (3, 8, "unclosed-bracket"),
        (4, 10, "empty-value"),
        (5, 13, "empty-key"),
    ]


def test_a_slip_of_one_line_does_not_hide_what_is_wrong_below() -> None:
    stream = read(
        "cach_thuc:\n- kenh: trực tiếp\n  thoi_han:2 ngày\n  phi_le_phi: 5 xu: 6 xu\n"
        "   mo_ta: @ nơi nộp\n- {kenh: trực tuyến, thoi_han: 2,5 ngày, mo_ta:a}\n"
        '- kenh:\n  mo_ta: "đến\n  thoi_han 3 ngày\n  mo_ta: x\n'
    )
    assert stream.whole
    assert stream.documents == [{"cach_thuc": [
        {"kenh": "trực tiếp", "thoi_han": "2 ngày", "phi_le_phi": "5 xu: 6 xu",
         "mo_ta": "@ nơi nộp"},
        {"kenh": "trực tuyến", "thoi_han": "2,5 ngày", "mo_ta": "a"},
        {"kenh": "", "mo_ta": "đến", "thoi_han": "3 ngày"},
    ]}]  # fmt: skip
    assert [(found.place.line, found.id) for found in stream.findings] == [
        (3, "no-space-after-colon"),
        (4, "colon-in-value"),
        (5, "bad-indentation"),
        (5, "reserved-character"),
        (6, "comma-in-braces"),
        (6, "no-space-after-colon"),
        (7, "empty-value"),
        (8, "unclosed-quote"),
        (9, "missing-colon"),
        (10, "duplicate-key"),
    ]
    mends = " ".join(found.mend for found in stream.findings)
    for line in (
        "`thoi_han: 2 ngày`", '`phi_le_phi: "5 xu: 6 xu"`', '`mo_ta: "@ nơi nộp"`',
        'thoi_han: "2,5 ngày"', "`mo_ta: a`", '`mo_ta: "đến"`', "`thoi_han: 3 ngày`",
    ):  # fmt: skip
        assert line in mends


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
