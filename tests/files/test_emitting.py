# What we write means the same to every reader, and never changes by being written again.

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.files.documents import DOCUMENTS, TEXTS
from tthc_catalog.files.emitting import emit, emit_stream
from tthc_catalog.files.reading import read
from tthc_catalog.files.second_opinion import read_again


def order(route: tuple[str | int, ...]) -> tuple[str, ...] | None:
    """Put two keys first, on the top level only."""
    return None if route else ("ma", "ten")


@given(st.lists(DOCUMENTS, min_size=1, max_size=3))
def test_reading_gives_back_what_was_written(documents: list[dict[str, object]]) -> None:
    text = emit_stream(documents)
    stream = read(text)
    assert stream.findings == []
    assert stream.documents == documents == read_again(text)
    assert emit_stream(stream.documents) == text
    assert text.endswith("\n")
    assert "\r" not in text


@given(DOCUMENTS)
def test_order_changes_nothing_but_the_order(document: dict[str, object]) -> None:
    text = emit(document, order)
    (again,) = read(text).documents
    assert again == document
    expected = [key for key in ("ma", "ten") if key in document]
    assert list(again) == expected + [key for key in document if key not in expected]


@given(TEXTS)
def test_other_programs_read_our_texts_as_texts(text: str) -> None:
    written = emit({"a": text})
    for value in (yaml.safe_load(written)["a"], YAML(typ="safe", pure=True).load(written)["a"]):
        if not isinstance(value, str):
            # Whole numbers and days are left bare, and print back as they were written.
            assert str(value) == text
        else:
            assert value == text


def test_the_spelling() -> None:
    document = {
        "ma": "1.010000",
        "quyet_dinh": {"so": "56/QĐ-BXD", "ngay": "2026-01-15"},
        "ten": "Thủ tục: cấp giấy phép",
        "cap_thuc_hien": ["xã", "tỉnh"],
        "trinh_tu": "Bước 1\n  a) Nộp\n\nBước 2\n",
        "cach_thuc": [
            {
                "kenh": "trực tiếp",
                "thoi_han": "2,5 ngày làm việc",
                "phi": ["50.000", "50.000 đồng"],
            },
            {"kenh": "trực tuyến", "mo_ta": "a\nb"},
        ],
        "bang": [["a", "b"], []],
        "ban_chinh": 1,
        "dien_thoai": "0912345678",
        "so": "12345",
        "bat_buoc": "no",
        "trong": {},
    }
    assert (
        emit(document)
        == """\
ma: "1.010000"
quyet_dinh:
  so: 56/QĐ-BXD
  ngay: 2026-01-15
ten: "Thủ tục: cấp giấy phép"
cap_thuc_hien:
  - xã
  - tỉnh
trinh_tu: |
  Bước 1
    a) Nộp

  Bước 2
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 2,5 ngày làm việc
    phi:
      - "50.000"
      - 50.000 đồng
  - kenh: trực tuyến
    mo_ta: |-
      a
      b
bang:
  - - a
    - b
  - []
ban_chinh: 1
dien_thoai: "0912345678"
so: "12345"
bat_buoc: "no"
trong: {}
"""
    )


@pytest.mark.parametrize(
    "wrong", [{"a": None}, {"a": 1.5}, {"a": True}, {"": "a"}, {"a" * 129: "b"}, {"a": "\ud800"}]
)
def test_what_is_no_plain_data_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"not |surrogate"):
        emit(wrong)


def test_an_empty_document_is_still_a_mapping() -> None:
    assert emit({}) == "{}\n"
