"""QR codes: learned ones are those that the encoder itself makes."""

from __future__ import annotations

import re

import pytest

from tthc_catalog.outputs.site import qr_code as module
from tthc_catalog.outputs.site.qr_code import qr_code

segno = pytest.importorskip("segno")

_STROKE = re.compile(r"([hm])(-?\d+)(?: (-?\d+))?")


def drawn(svg: str) -> list[list[int]]:
    """Return the modules that a path draws."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1]) - 8  # type: ignore[index] # absence fails the test
    rows = [[0] * size for _ in range(size)]
    x = y = 0
    path = re.search(r'd="M4 4.5([^"]*)"', svg)[1]  # type: ignore[index] # absence fails the test
    for kind, along, down in _STROKE.findall(path):
        if kind == "h":
            rows[y][x : x + int(along)] = [1] * int(along)
        x, y = x + int(along), y + int(down or 0)
    return rows


@pytest.mark.parametrize("base", ["https://a.vn/", "https://thu-tuc.so-noi-vu.tinh.gov.vn/cong/"])
def test_a_learned_code_is_the_encoders_own(base: str) -> None:
    for number in range(60):
        short = f"{number * 2654435761 % 2**32:08x}"
        address = f"{base}phien-ban/{number % 4}.{number * 7919:06d}-{short}.html"
        code = segno.make(address, error="m", micro=False, boost_error=False, mask=3)
        assert drawn(qr_code(address)) == [[int(bit) for bit in row] for row in code.matrix]


def test_letters_beyond_ascii_are_encoded_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WORTH_LEARNING", 0)
    address = "https://a.vn/thủ-tục.html"
    code = segno.make(address, error="m", micro=False, boost_error=False, mask=3)
    assert drawn(qr_code(address)) == [[int(bit) for bit in row] for row in code.matrix]
