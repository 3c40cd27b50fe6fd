# A file that is nearly a record is told; others may lie beside the records.

from __future__ import annotations

from datetime import date

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.rules import check
from tthc_catalog.rules.example import ExampleTree, example_files


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("decisions/2026/7-QD-UBND.yml", "decisions/2026/7-QD-UBND.yaml"),
        ("decisions/2026/7-QD-UBND.YAML", "decisions/2026/7-QD-UBND.yaml"),
        ("procedures/a/1.000009.yaml.txt", "procedures/a/1.000009.yaml"),
        ("search.yml", "search.yaml"),
        ("catalog.yaml.txt", "catalog.yaml"),
        ("decisions/2026/7-QD-UBND.pdf", None),
        ("docs/a.yml", None),
        ("mkdocs.yml", None),
        ("procedures/a/ghi-chu.txt", None),
        ("schema/yaml.json", None),
    ],
)
def test_what_is_nearly_a_record_is_told(name: str, expected: str | None) -> None:
    texts = {**example_files("ket_qua: Giấy"), name: "so: 7/QĐ-UBND\n"}
    found = check(Catalog.load(ExampleTree(texts), cache=False), date(2026, 9, 1))
    told = [(f.place.file, dict(f.args)["expected"]) for f in found if f.id == "file-not-read"]
    assert told == ([(name, expected)] if expected else [])


def test_where_the_right_name_is_taken_nobody_is_told_to_write_over_it() -> None:
    texts = {**example_files("ket_qua: Giấy"), "search.yaml": "", "search.yml": ""}
    found = check(Catalog.load(ExampleTree(texts), cache=False), date(2026, 9, 1))
    assert [f.mend for f in found if f.id == "file-not-read"] == [
        "Đổi tên tệp thành `search.yaml`; tên ấy đã có tệp khác, nên so hai tệp rồi giữ một."
    ]
