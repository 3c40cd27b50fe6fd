# The schemas that editors bind: printed from the records, committed, and true of real files.

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tthc_catalog.outputs.schema import schemas
from tthc_catalog.records.document import ProcedureDocument

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = {"procedure": "procedures", "decision": "decisions"}


class CoreLoader(yaml.SafeLoader):
    """Reads as editors do: YAML 1.2 knows whole numbers, no days and no yes or no."""


CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag == "tag:yaml.org,2002:int"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_committed_as_it_is_printed(name: str, root: Path) -> None:
    """After a change of the records: tthc schema --out catalog/schema."""
    assert (root / "catalog" / "schema" / name).read_text("utf-8") == schemas()[name]


def test_no_schema_is_committed_that_nobody_prints(root: Path) -> None:
    assert {path.name for path in (root / "catalog" / "schema").iterdir()} == set(schemas())


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schemas()[name]))


def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schemas()[f"{kind}.schema.json"]))


@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize("catalog", ["catalog", "tests/fixtures/catalog"])
def test_what_the_program_accepts_the_editor_accepts(kind: str, catalog: str, root: Path) -> None:
    validator = _validator(kind)
    files = sorted((root / catalog / FOLDERS[kind]).rglob("*.yaml"))
    assert files
    for file in files:
        for document in yaml.load_all(file.read_text("utf-8"), CoreLoader):
            faults = [error.message for error in validator.iter_errors(document)]
            assert faults == [], file


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ({"ma": "1.01"}, ["ma"]),
        ({"ma": "1.001193"}, []),
        ({"quyet_dinh": "không có số"}, ["quyet_dinh"]),
        ({"hieu_luc": "1/7/2026"}, ["hieu_luc"]),
        ({"cap_thuc_hien": ["phường"]}, ["cap_thuc_hien"]),
        ({"cach_thuc": [{"kenh": "fax"}]}, ["cach_thuc"]),
        ({"thoi_hạn": "3 ngày"}, []),
        ({"ho_so": [{"thanh_phan": [{"ten": "Đơn", "ban_chinh": -1}]}]}, ["ho_so"]),
    ],
)
def test_an_editor_sees_what_is_wrong(document: dict[str, Any], path: list[str]) -> None:
    faults = list(_validator("procedure").iter_errors(document))
    assert faults
    assert [step for step in faults[0].absolute_path if isinstance(step, str)][:1] == path


def test_every_key_has_its_official_term() -> None:
    properties = json.loads(schemas()["procedure.schema.json"])["properties"]
    for name, field in ProcedureDocument.model_fields.items():
        assert properties[field.alias]["title"] == field.title, name
