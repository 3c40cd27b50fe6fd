# A sheet for each procedure needs a code for each address, and encoding them one by one would cost
# more than all the pages. But a QR code of a given size and mask is an affine function of its bits:
# flipping one bit of the text always flips the same modules. So once the flips of a length are
# known, a code is the exclusive or of a few numbers. Nothing of QR itself is spelled here: the
# flips are learned from segno, which also encodes the first addresses of each length.

"""Addresses as QR codes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache

from markupsafe import Markup

_MASK = 3
"""Any of the eight patterns can be read; to try them all takes seven times as long."""

_QUIET = 4
"""Modules left white around the code, as the standard asks."""

_WORTH_LEARNING = 8
"""So many addresses of one length are encoded before its flips are learned."""

_CHUNK = 11


def qr_code(address: str) -> Markup:
    """Return a QR code as inline SVG: medium correction, four modules of quiet around."""
    modules, size = _LENGTHS[len(address)].code(address)
    return Markup(_svg(modules, size))  # noqa: S704 - made of modules, not of words


@dataclass
class _Length:
    """All addresses of one length: they share size, padding and the place of every bit."""

    seen: int = 0
    text: str = ""
    modules: int = 0
    size: int = 0
    flips: dict[tuple[int, int], int] = field(default_factory=dict)

    def code(self, address: str) -> tuple[int, int]:
        """Return the modules of an address as one number, row by row, and the size."""
        self.seen += 1
        if self.seen <= _WORTH_LEARNING or not address.isascii():
            return _encoded(address)
        if not self.size:
            self.text = address
            self.modules, self.size = _encoded(address)
        modules = self.modules
        for place, (had, has) in enumerate(zip(self.text, address, strict=True)):
            bits = ord(had) ^ ord(has)
            while bits:
                bit = bits & -bits
                bits ^= bit
                modules ^= self._flip(place, bit)
        return modules, self.size

    def _flip(self, place: int, bit: int) -> int:
        found = self.flips.get((place, bit))
        if found is None:
            flipped = chr(ord(self.text[place]) ^ bit)
            text = f"{self.text[:place]}{flipped}{self.text[place + 1 :]}"
            found = self.flips[place, bit] = _encoded(text)[0] ^ self.modules
        return found


_LENGTHS: dict[int, _Length] = defaultdict(_Length)


def _encoded(text: str) -> tuple[int, int]:
    import segno  # noqa: PLC0415 - only those who print sheets need it

    # Always as bytes: the place of a bit must not depend on what other characters there are.
    code = segno.make(text, error="m", mode="byte", micro=False, boost_error=False, mask=_MASK)
    rows = [int("".join("1" if module & 1 else "0" for module in row), 2) for row in code.matrix]
    size = len(rows)
    modules = 0
    for row in rows:
        modules = modules << size | row
    return modules, size


# --- drawing --------------------------------------------------------------------------------------


def _svg(modules: int, size: int) -> str:
    whole = size + 2 * _QUIET
    rows = f"{modules:0{size * size}b}"
    lines = [_line(rows[at : at + size]) for at in range(0, size * size, size)]
    path = f"m-{size} 1".join(lines)
    return (
        f'<svg role="img" aria-label="Mã QR" viewBox="0 0 {whole} {whole}" class="qr">'
        f'<path stroke="#000" d="M{_QUIET} {_QUIET}.5{path}"/></svg>'
    )


@lru_cache(maxsize=16384)
def _line(row: str) -> str:
    # Codes of one site share the rows that hold no bit of the code that differs.
    return "".join([_strokes(row[at : at + _CHUNK]) for at in range(0, len(row), _CHUNK)])


@cache
def _strokes(modules: str) -> str:
    """Return the path through some modules of a row, from before the first to after the last."""
    drawn, at = "", 0
    while at < len(modules):
        end = at
        while end < len(modules) and modules[end] == modules[at]:
            end += 1
        drawn += f"h{end - at}" if modules[at] == "1" else f"m{end - at} 0"
        at = end
    return drawn
