# A path follows from the identity and leads back to it.

from __future__ import annotations

import contextlib
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.errors import BadRequestError
from tthc_catalog.files.paths import decision_of, number_stem, procedure_path


@pytest.mark.parametrize(
    "code", ["1.013225", "1.004227.000.00.00.H38", "1.012753.H19", "bxd-2026-01"]
)
def test_procedures(code: str) -> None:
    path = procedure_path("hoat-dong-xay-dung", code)
    assert path == f"procedures/hoat-dong-xay-dung/{code}.yaml"


@pytest.mark.parametrize(
    ("number", "stem"),
    [
        ("1077/QĐ-BXD", "1077-QD-BXD"),
        ("1523/QĐ-BCA-C06", "1523-QD-BCA-C06"),
        ("44/2026/QĐ-UBND", "44-2026-QD-UBND"),
        ("2267./QĐ-BXD", "2267.-QD-BXD"),
        ("SỐ 64/QĐ-NHNN", "SO-64-QD-NHNN"),
        ("1521/QĐ-UBND.", "1521-QD-UBND"),
        ("../../etc", "etc"),
    ],
)
def test_decisions(number: str, stem: str) -> None:
    assert number_stem(number) == stem
    assert decision_of(f"decisions/2026/{stem}.yaml") == (2026, stem)


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_path_leaves_the_catalogue(field: str, code: str) -> None:
    with contextlib.suppress(BadRequestError):
        path = procedure_path(field, code)
        parts = PurePosixPath(path).parts
        assert len(parts) == 3
        assert not any(part.startswith(".") or "\\" in part or ":" in part for part in parts)
        assert path.isascii()


@pytest.mark.parametrize(
    "path",
    ["decisions/26/1.yaml", "decisions/2026/QĐ.yaml", "decisions/2026/.yaml", "1.yaml", ""],
)
def test_other_paths_hold_no_decision(path: str) -> None:
    assert decision_of(path) is None


def test_refusals_are_sentences() -> None:
    with pytest.raises(BadRequestError, match=r"^`Nhà ở` không dùng làm mã lĩnh vực được: chỉ gồm"):
        procedure_path("Nhà ở", "1.013225")
    with pytest.raises(BadRequestError, match=r"^`1/2` không dùng làm mã thủ tục được: chỉ gồm"):
        procedure_path("nha-o", "1/2")
