# Findings as lines, as annotations and as data.

from __future__ import annotations

import json

from tthc_catalog.finding import FindingKind, Place, Severity
from tthc_catalog.outputs.findings_github import findings_github
from tthc_catalog.outputs.findings_json import findings_json
from tthc_catalog.outputs.findings_text import findings_summary, findings_text

WRONG = FindingKind("wrong", Severity.ERROR, "`{what}` sai: 100%.", "Viết\n`{mend}`.", "Điều 8")
ODD = FindingKind("odd", Severity.WARNING, "Lạ.")
HERE = Place("procedures/a, b: c.yaml", 1, ("ten",), 3, 5)
FOUND = [ODD.at(Place("z.yaml")), WRONG.at(HERE, what="a", mend="b")]


def test_a_finding_is_place_level_sentence_and_mend() -> None:
    assert list(findings_text(FOUND)) == [
        "procedures/a, b: c.yaml:3:5: lỗi [wrong]",
        "  `a` sai: 100%.",
        "  Cách sửa: Viết\n`b`.",
        "z.yaml: cảnh báo [odd]",
        "  Lạ.",
    ]
    assert next(findings_text(FOUND, folder="danh-muc/")).startswith("danh-muc/procedures/a, b")
    marked = list(findings_text(FOUND, acceptable=lambda found: found.id == "odd"))
    assert marked[3] == f"z.yaml: cảnh báo [odd] {FOUND[0].fingerprint}"
    assert findings_summary(FOUND) == "1 lỗi, 1 cảnh báo"
    assert findings_summary([]) == "Không có phát hiện nào."


def test_an_annotation_escapes_what_the_log_would_read() -> None:
    assert list(findings_github(FOUND, folder="danh-muc/")) == [
        (
            "::error file=danh-muc/procedures/a%2C b%3A c.yaml,line=3,col=5,title=wrong"
            "::`a` sai: 100%25.%0ACách sửa: Viết%0A`b`."
        ),
        "::warning file=danh-muc/z.yaml,title=odd::Lạ.",
    ]


def test_paths_begin_where_people_stand_but_fingerprints_do_not() -> None:
    moved = FindingKind("moved", Severity.WARNING, "Phải ở {to}.", paths=("to",)).at(
        Place("a.yaml"), to="b.yaml"
    )
    told = json.loads(findings_json([moved], folder="danh-muc"))["findings"][0]
    assert (told["file"], told["message"]) == ("danh-muc/a.yaml", "Phải ở danh-muc/b.yaml.")
    assert told["args"] == {"to": "b.yaml"}
    assert told["fingerprint"] == moved.fingerprint
    (line,) = findings_github([moved], folder="danh-muc", acceptable=lambda _: True)
    assert line == (
        "::warning file=danh-muc/a.yaml,title=moved::Phải ở danh-muc/b.yaml."
        f"%0ADấu vân tay để chấp nhận: {moved.fingerprint}"
    )


def test_ten_of_a_level_are_shown_and_the_rest_is_counted() -> None:
    found = [ODD.at(Place(f"{index:02}.yaml")) for index in range(12)]
    lines = list(findings_github(found))
    assert len(lines) == 11
    assert lines[-1] == "::notice title=tthc check::Còn 2 cảnh báo nữa; `tthc check` in đầy đủ."


def test_the_shape_of_the_data_is_frozen() -> None:
    assert json.loads(findings_json(FOUND)) == {
        "version": 1,
        "findings": [
            {
                "id": "wrong",
                "level": "error",
                "file": "procedures/a, b: c.yaml",
                "document": 1,
                "field": "ten",
                "line": 3,
                "column": 5,
                "message": "`a` sai: 100%.",
                "mend": "Viết\n`b`.",
                "law": "Điều 8",
                "page": None,
                "args": {"mend": "b", "what": "a"},
                "fingerprint": FOUND[1].fingerprint,
            },
            {
                "id": "odd",
                "level": "warning",
                "file": "z.yaml",
                "document": 0,
                "field": "",
                "line": None,
                "column": None,
                "message": "Lạ.",
                "mend": None,
                "law": None,
                "page": None,
                "args": {},
                "fingerprint": FOUND[0].fingerprint,
            },
        ],
    }


def test_with_the_site_s_address_a_finding_leads_to_the_page_of_its_rule() -> None:
    site = "https://tthc.example.gov.vn/danh-muc"
    told = json.loads(findings_json([ODD.at(Place("z.yaml"))], site=site))
    assert told["findings"][0]["page"] == f"{site}/quy-tac/odd.html"
    (line,) = findings_github([ODD.at(Place("z.yaml"))], site=f"{site}/")
    assert line == f"::warning file=z.yaml,title=odd::Lạ.%0A{site}/quy-tac/odd.html"
