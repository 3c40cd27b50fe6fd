# Findings: the id, the place and the arguments last; words may be improved.

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.finding import FindingKind, Place, Severity, in_reading_order

KIND = FindingKind("odd-fee", Severity.ERROR, "Phí `{value}` lạ.", "Viết `{mend}`.", "Điều 8")
HERE = Place("a.yaml", 1, ("cach_thuc", 0, "phi_le_phi"))

steps = st.one_of(st.text("abc_", min_size=1, max_size=5), st.integers(0, 99))
places = st.builds(
    Place,
    st.sampled_from(["a.yaml", "b.yaml"]),
    st.integers(0, 3),
    st.lists(steps, max_size=3).map(tuple),
    st.integers(0, 9),
    st.integers(0, 9),
)


def test_the_sentence_is_made_when_it_is_read() -> None:
    found = KIND.at(HERE, value="abc", mend=3)
    assert found.message == "Phí `abc` lạ."
    assert found.mend == "Viết `3`."
    assert (found.id, found.severity, found.severity.label) == ("odd-fee", Severity.ERROR, "lỗi")


def test_a_sentence_is_one_line_whatever_it_quotes() -> None:
    found = KIND.at(HERE, value="a\n::error::b\r\nc", mend="d\u2028e")
    assert found.message == "Phí `a ::error::b c` lạ."
    assert found.mend == "Viết `d e`."
    assert KIND.at(HERE, value="\x1b[31m\x00\x9bx", mend="").message == (
        "Phí `\ufffd[31m\ufffd\ufffdx` lạ."
    )
    assert ("value", "a\n::error::b\r\nc") in found.args


def test_a_fingerprint_survives_new_lines_levels_and_words() -> None:
    found = KIND.at(HERE, value="abc", mend="x")
    reworded = FindingKind("odd-fee", Severity.INFO, "Khác: {value}", "{mend}")
    assert found.moved(Place(HERE.file, 1, HERE.route, 9, 4)).fingerprint == found.fingerprint
    assert found.as_level(Severity.INFO).fingerprint == found.fingerprint
    assert reworded.at(HERE, mend="x", value="abc").fingerprint == found.fingerprint


@pytest.mark.parametrize(
    "other",
    [
        FindingKind("odd-time", Severity.ERROR, "").at(HERE, value="abc", mend="x"),
        KIND.at(Place("b.yaml", 1, HERE.route), value="abc", mend="x"),
        KIND.at(Place("a.yaml", 2, HERE.route), value="abc", mend="x"),
        KIND.at(HERE / "x", value="abc", mend="x"),
        KIND.at(HERE, value="abd", mend="x"),
    ],
    ids=["kind", "file", "document", "field", "argument"],
)
def test_a_fingerprint_tells_findings_apart(other: object) -> None:
    assert getattr(other, "fingerprint") != KIND.at(HERE, value="abc", mend="x").fingerprint  # noqa: B009 - any finding


def test_arguments_have_no_order() -> None:
    assert KIND.at(HERE, value="a", mend="b") == KIND.at(HERE, mend="b", value="a")


def test_a_level_changes_nothing_else() -> None:
    found = KIND.at(HERE, value="a", mend="b").as_level(Severity.WARNING)
    assert found.severity is Severity.WARNING
    assert (found.id, found.message, found.place) == ("odd-fee", "Phí `a` lạ.", HERE)


def test_a_place_reads_as_people_write_it() -> None:
    assert HERE.field == "cach_thuc[0].phi_le_phi"
    assert (Place("a.yaml") / 0 / "b").field == "[0].b"
    assert str(Place("a.yaml")) == "a.yaml"
    assert str(Place("a.yaml", 0, (), 3)) == "a.yaml:3"
    assert str(Place("a.yaml", 0, (), 3, 7)) == "a.yaml:3:7"


def test_one_step_further_has_no_line_yet() -> None:
    further = Place("a.yaml", 2, ("x",), 3, 7) / 1
    assert further == Place("a.yaml", 2, ("x", 1))


@given(st.lists(places))
def test_reading_order_is_the_order_of_files_and_lines(found: list[Place]) -> None:
    ordered = in_reading_order(KIND.at(place, value="", mend="") for place in found)
    keys = [(f.place.file, f.place.document, f.place.line, f.place.column) for f in ordered]
    assert keys == sorted(keys)
    assert len(ordered) == len(found)


def test_every_level_has_its_word() -> None:
    assert [level.label for level in Severity] == ["lỗi", "cảnh báo", "lưu ý"]


def test_a_sentence_turns_no_line_round() -> None:
    kind = FindingKind("x", Severity.ERROR, "Có {what}.")
    assert kind.at(Place("a"), what="\u202eđảo\u2069").message == "Có \ufffdđảo\ufffd."


def test_a_sentence_quotes_no_more_than_anybody_reads() -> None:
    kind = FindingKind("some-kind", Severity.ERROR, "`{value}` sai.", "Bỏ `{value}`.")
    found = kind.at(Place("a.yaml"), value="x" * 100_000)
    assert found.message == f"`{'x' * 1200}…` sai."
    assert len(found.mend) < 1300
    assert dict(found.args)["value"] == "x" * 100_000


def test_what_is_cut_short_ends_its_quotation() -> None:
    kind = FindingKind("some-kind", Severity.ERROR, "{value} sai.", "Bỏ {value}.")
    found = kind.at(Place("a.yaml"), value=f"«một», «{'x' * 2000}»")
    assert found.message == f"«một», «{'x' * 1192}…» sai."
