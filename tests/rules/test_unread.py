# One mistyped value is one finding: nobody is told to write what stands there already.

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.rules import check
from tthc_catalog.rules.example import EXAMPLE_DAY, ExampleTree, example_files

if TYPE_CHECKING:
    from tthc_catalog.finding import Finding

LIFE = "procedures/linh-vuc-mau/1.000001.yaml"
SECOND = "procedures/linh-vuc-mau/1.000002.yaml"
DECISION = "decisions/2026/2-QD-UBND.yaml"
REPLACED = """
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
thay_the_boi: "1.000002"
# procedures/linh-vuc-mau/1.000002.yaml
quyet_dinh: 2/QĐ-UBND
thay_the: "1.000001"
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  thay_the: [{ma: "1.000002", thay_the: "1.000001"}]
"""
AMENDED = """
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
---
quyet_dinh: 3/QĐ-UBND
dinh_chinh: 2/QĐ-UBND
ket_qua: Giấy phép mới hơn
# decisions/2026/2-QD-UBND.yaml
phu_luc:
  sua_doi: [{ma: "1.000001"}]
"""
RESUMED = """
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
tam_ngung: {ly_do: Bão}
---
quyet_dinh: 3/QĐ-UBND
khoi_phuc: {}
"""


@pytest.mark.parametrize(
    ("example", "file", "old", "new"),
    [
        (AMENDED, LIFE, "ket_qua: Giấy phép mới\n", "cach_thuc: {kenh: bồ câu}\n"),
        (AMENDED, LIFE, "ket_qua: Giấy phép mới\n", "ket_qua: [\n"),
        (REPLACED, LIFE, 'thay_the_boi: "1.000002"', "thay_the_boi: ba"),
        (REPLACED, SECOND, "so_bo: 1", "so_bo: một bộ"),
        (REPLACED, DECISION, "hieu_luc: 2026-02-10", "hieu_luc: mai"),
        (RESUMED, LIFE, "tam_ngung: {ly_do: Bão}", "tam_ngung: {ly_do: Bão, x: 1}"),
        (AMENDED, "fields.yaml", "ten: Lĩnh vực mẫu", "ten: [1"),
        (AMENDED, "authorities.yaml", "ten: Sở Mẫu\n", "ten: Sở Mẫu\n  x: 1\n"),
        (AMENDED, "legal_documents.yaml", "hieu_luc: 2025-02-01", "hieu_luc: mai"),
    ],
)
def test_an_error_is_not_followed_by_what_it_hides(
    example: str, file: str, old: str, new: str
) -> None:
    texts = example_files(example)
    assert all(f.severity.value == "info" for f in _found(texts))
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new)
    told = {(f.place.file, f.severity.value) for f in _found(texts) if f.severity.value != "info"}
    assert told == {(file, "error")}


TINY = """
ten: Cấp giấy phép mẫu
---
quyet_dinh: 2/QĐ-UBND
ket_qua: Giấy phép mới
---
quyet_dinh: 3/QĐ-UBND
phi_le_phi: 500 đồng
"""
ACCEPTED = """
quy_tac: suspicious-amount
dau_van_tay: {fingerprint}
ly_do: Giấy in như vậy.
quyet_dinh: 3/QĐ-UBND
"""


@pytest.mark.parametrize("broken", ["ket_qua: [{ma: 1}]", "- ket_qua", "ket_qua: ]"])
def test_behind_a_document_that_is_left_out_findings_keep_their_place(broken: str) -> None:
    texts = example_files(TINY)
    (whole,) = (f for f in _found(texts) if f.id == "suspicious-amount")
    texts[LIFE] = texts[LIFE].replace("ket_qua: Giấy phép mới", broken)
    (found,) = (f for f in _found(texts) if f.id == "suspicious-amount")
    assert found.place == whole.place
    assert found.fingerprint == whole.fingerprint
    texts["accepted.yaml"] = ACCEPTED.format(fingerprint=whole.fingerprint).lstrip()
    assert {f.severity.value for f in _found(texts)} == {"error"}


def _found(texts: dict[str, str]) -> list[Finding]:
    return check(Catalog.load(ExampleTree(texts), cache=False), EXAMPLE_DAY)
