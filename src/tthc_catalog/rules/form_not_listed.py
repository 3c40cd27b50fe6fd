# A paper names its form; the form must be among those of the procedure, or nobody finds it.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Hits, Scope, rule
from tthc_catalog.vietnamese import fold

if TYPE_CHECKING:
    from tthc_catalog.rules.subject import Checkup, Version


@rule(
    id="form-not-listed",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h",
    says="Giấy tờ «{name}» theo mẫu «{form}», mà mẫu này không có trong `mau_don`.",
    mend="Thêm mẫu vào `mau_don`, hoặc sửa tên mẫu cho trùng.",
    bad="""
mau_don: Mẫu số 02
ho_so:
  - thanh_phan:
      - ten: Đơn đề nghị
        ban_chinh: 1
        mau: Mẫu số 01
""",
    good="""
mau_don: Mẫu số 01
ho_so:
  - thanh_phan:
      - ten: Đơn đề nghị
        ban_chinh: 1
        mau: Mẫu số 01
""",
)
def form_not_listed(version: Version, checkup: Checkup) -> Hits:
    """Có tên mẫu mà không có mẫu thì người dân không biết lấy ở đâu để điền."""
    del checkup
    if "dossiers" not in version.stated or not version.document.forms:
        return
    listed = {
        fold(name)
        for form in version.document.forms
        for name in (form.name, form.number, form.file)
        if name
    }
    for at, dossier in enumerate(version.document.dossiers):
        for index, paper in enumerate(dossier.components):
            for form in paper.forms:
                if fold(form) not in listed:
                    place = version.place / "ho_so" / at / "thanh_phan" / index / "mau"
                    yield place, {"name": paper.name, "form": form}
