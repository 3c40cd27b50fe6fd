# A small procedure of our own invention, in the shape of the portal's detail answer.

from __future__ import annotations

import copy
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.finding import Severity
from tthc_catalog.imports import import_portal

if TYPE_CHECKING:
    from pathlib import Path

    from tthc_catalog.imports import ImportReport
    from tthc_catalog.records.document import ProcedureDocument
    from tthc_catalog.records.procedure import Procedure

DAY = date(2026, 6, 10)
PLAIN: dict[str, Any] = {
    "code": "1.000010",
    "name": "Cho mượn thang hái bưởi",
    "executionSteps": [
        {"name": "", "description": "Bước 1: Viết giấy.\nBước 2: Nhận thang."},
    ],
    "executionMethods": [
        {
            "submissionMethod": "DIRECT",
            "processingTime": 3,
            "processingTimeUnit": "WORKING_DAY",
            "description": "Tại nhà kho",
            "fees": [{"value": 5000, "currencyName": "VNĐ"}],
        },
        {
            "submissionMethod": "ONLINE",
            "processingTime": 2.5,
            "processingTimeUnit": "DAY",
            "fees": [{"value": 0}],
        },
    ],
    "executionCases": [
        {
            "name": "",
            "profileComponents": [
                {
                    "name": "Giấy mượn thang",
                    "originalQty": 1,
                    "copyQty": 0,
                    "attachments": [{"fileName": "mau-1.docx"}],
                },
                {"name": "Ảnh cây bưởi", "originalQty": 0, "copyQty": 2, "attachments": []},
            ],
        }
    ],
    "formalityType": "ASSIGNED_REGULATION",
    "isMinistry": False,
    "isProvince": False,
    "isWard": True,
    "isOtherAgency": False,
    "categoriesDetails": [{"name": "Vườn tược"}],
    "legalBasisesDetails": [
        {"name": "Nghị định về thang", "code": "12/2020/NĐ-CP"},
        {"name": "Luật Vườn", "code": "34/2021/QH15"},
    ],
    "resultsDetails": [{"name": "Chiếc thang", "code": "KQ.G99.000001"}],
    "subjectTypesDetails": [{"name": "Công dân Việt Nam"}, {"name": "Hợp tác xã"}],
    "departmentsExecuting": [{"name": "Nhà kho xã"}],
    "departmentsAuthority": [{"name": "Ủy ban nhân dân cấp xã"}],
    "description": "Có cây bưởi cao hơn hai mét.",
    "dossierReceivingAddresses": "Nhà kho, cuối đường làng",
    "procedureProposal": {"proposalNumber": "7/QĐ-BVT"},
    "departmentPromulgateName": "Bộ Vườn tược",
}


class Portal:
    """Puts answers into files and imports them into one catalogue."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.into = folder / "catalog"

    @staticmethod
    def answer(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON may hold anything
        """Return the small procedure with other values for some keys; None leaves a key out."""
        answer = {**copy.deepcopy(PLAIN), **changes}
        return {key: value for key, value in answer.items() if value is not None}

    def file(self, *answers: object, name: str = "answers.json") -> Path:
        """Write answers as one JSON list."""
        path = self.folder / name
        path.write_text(json.dumps(list(answers), ensure_ascii=False), encoding="utf-8")
        return path

    def take(self, *answers: object, day: date = DAY) -> ImportReport:
        """Import answers as of a day."""
        return import_portal([self.file(*answers)], self.into, day)

    def text(self, code: str = "1.000010") -> str:
        """Return the file of a procedure."""
        return next(self.into.rglob(f"{code}.yaml")).read_text(encoding="utf-8")

    def document(self, code: str = "1.000010") -> ProcedureDocument:
        """Return the first document of a procedure, read back."""
        return self.catalog().lives[code].documents[0]

    def on(self, day: date, code: str = "1.000010") -> Procedure:
        """Return the content of a procedure on a day, read back."""
        state = self.catalog().lives[code].on(day)
        assert state is not None
        return state.procedure

    def catalog(self) -> Catalog:
        """Load the catalogue; it must be without errors."""
        catalog = Catalog.load(self.into, cache=False)
        assert [found for found in catalog.findings if found.severity is Severity.ERROR] == []
        return catalog


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    """An empty catalogue and a portal to import from."""
    return Portal(tmp_path)
