# People are sent to the line that they must change.

from __future__ import annotations

import pytest

from tthc_catalog.errors import UnreadableError
from tthc_catalog.files.positions import locate
from tthc_catalog.finding import FindingKind, Place, Severity

KIND = FindingKind("some-kind", Severity.ERROR, "x")
UNKNOWN = FindingKind("unknown-key", Severity.ERROR, "x")
TEXT = """\
# đầu tệp
ma: "1.013225"
quyet_dinh: {so: 56/QĐ-BXD, ngay: 2026-01-15}
cach_thuc:
  - kenh: trực tuyến
    thoi_han: 20 ngày
  -
    trinh_tu: |
      Bước 1
trong:
---
ten: b
"""


def read(name: str) -> bytes:
    """One file that exists, one that does not, one that is broken."""
    if name == "gone.yaml":
        raise UnreadableError
    return b"a: [\n" if name == "broken.yaml" else TEXT.encode()


@pytest.mark.parametrize(
    ("document", "route", "line", "column"),
    [
        (0, ("ma",), 2, 5),
        (0, ("quyet_dinh",), 3, 13),
        (0, ("quyet_dinh", "ngay"), 3, 35),
        (0, ("quyet_dinh", "co_quan"), 3, 1),
        (0, ("cach_thuc",), 4, 1),
        (0, ("cach_thuc", 0), 5, 5),
        (0, ("cach_thuc", 0, "thoi_han"), 6, 15),
        (0, ("cach_thuc", 0, "phi_le_phi"), 5, 5),
        (0, ("cach_thuc", 1, "trinh_tu"), 8, 15),
        (0, ("cach_thuc", 9, "trinh_tu"), 4, 1),
        (0, ("trong",), 10, 1),
        (0, (), 2, 1),
        (0, ("ten",), 2, 1),
        (1, ("ten",), 12, 6),
        (1, ("ten", "x", 0), 12, 6),
        (0, ("quyet_dinh", "so", "x"), 3, 18),
        (0, ("trong", "so"), 10, 1),
    ],
)
def test_lines(document: int, route: tuple[str | int, ...], line: int, column: int) -> None:
    (found,) = locate([KIND.at(Place("a.yaml", document, route))], read)
    assert (found.place.line, found.place.column) == (line, column)
    assert found.place.route == route
    assert found.place.document == document


def test_a_finding_about_a_key_points_at_the_key() -> None:
    (found,) = locate([UNKNOWN.at(Place("a.yaml", 0, ("cach_thuc", 0, "thoi_han")))], read)
    assert (found.place.line, found.place.column) == (6, 5)


def test_what_is_known_stays_and_what_cannot_be_known_stays_unknown() -> None:
    findings = [
        KIND.at(Place("a.yaml", 0, ("ma",), 7, 7)),
        KIND.at(Place("gone.yaml", 0, ("ma",))),
        KIND.at(Place("broken.yaml", 0, ("a",))),
        KIND.at(Place("a.yaml", 5, ("ma",))),
    ]
    assert locate(findings, read) == findings
