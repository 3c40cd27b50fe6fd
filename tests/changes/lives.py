# Small catalogues in memory, written as officers write them: plain data that passes through the
# same parsing as files do.

"""Build catalogues for tests of changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tthc_catalog.catalog import Catalog, Life, Timed
from tthc_catalog.finding import Place
from tthc_catalog.records import Decision, ProcedureDocument
from tthc_catalog.records.amendment import amended
from tthc_catalog.records.parsing import parse, parse_life

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tthc_catalog.changes import Change
    from tthc_catalog.records.procedure import Procedure

Plain = dict[str, Any]

CODE = "1.013225"
PERMIT: Plain = {
    "ten": "Cấp giấy phép xây dựng mới",
    "linh_vuc": "hoat-dong-xay-dung",
    "cap_thuc_hien": ["xã"],
    "trinh_tu": [{"noi_dung": "Nộp hồ sơ."}, {"noi_dung": "Nhận kết quả."}],
    "cach_thuc": [
        {"kenh": "trực tuyến", "thoi_han": "20 ngày", "phi_le_phi": "50.000 đồng/hồ sơ"},
        {"kenh": "trực tiếp", "thoi_han": "15 ngày", "phi_le_phi": "50.000 đồng/hồ sơ"},
    ],
    "ho_so": [
        {
            "thanh_phan": [
                {"ten": "Đơn đề nghị cấp giấy phép", "ban_chinh": "1"},
                {"ten": "Bản vẽ thiết kế", "ban_sao": "2"},
            ]
        }
    ],
    "doi_tuong": ["Công dân Việt Nam", "Doanh nghiệp"],
    "co_quan": {"thuc_hien": ["Ủy ban nhân dân cấp xã"]},
    "ket_qua": [{"ten": "Giấy phép xây dựng", "thoi_han_hieu_luc": "12 tháng"}],
    "can_cu": ["50/2014/QH13", "175/2024/NĐ-CP"],
}


def procedure(code: str = CODE, /, **parts: object) -> Procedure:
    """Return a state; a part given as None is left out."""
    data = {key: value for key, value in {**PERMIT, **parts}.items() if value is not None}
    head = {"ma" if code[0].isdigit() else "ma_noi_bo": code, "quyet_dinh": "56/QĐ-BXD"}
    document, faults = parse(ProcedureDocument, {**head, **data}, Place("a.yaml"))
    assert faults == []
    assert document is not None
    return amended(None, document, code)


def by(number: str, signed: str = "", **rest: object) -> Plain:
    """Return the head of a document that a decision made."""
    named = {"so": number, "ngay": signed} if signed else {"so": number}
    return {"quyet_dinh": named, **rest}


def begun(head: Mapping[str, object] | None = None, /, **parts: object) -> Plain:
    """Return the first document of a life, with all compulsory parts."""
    stated = {key: value for key, value in {**PERMIT, **parts}.items() if value is not None}
    return {**(head or by("56/QĐ-BXD", "2025-01-15")), **stated}


def catalogue(lives: Mapping[str, Sequence[Plain]], *decisions: Plain) -> Catalog:
    """Return a catalogue of lives by code, and of decisions."""
    read: dict[str, Life] = {}
    for code, documents in lives.items():
        file = f"procedures/{code}.yaml"
        identity = {"ma" if code[0].isdigit() else "ma_noi_bo": code}
        life, faults = parse_life([{**identity, **documents[0]}, *documents[1:]], file)
        assert [found.message for found in faults] == []
        read[code] = Life(code, file, life)
    records: list[Timed] = []
    for index, data in enumerate(decisions):
        decision, faults = parse(Decision, data, Place(f"decisions/{index}.yaml"))
        assert [found.message for found in faults] == []
        assert decision is not None
        records.append(Timed(decision, f"decisions/{index}.yaml"))
    return Catalog(lives=read, decisions=tuple(records))


def day(text: str) -> date:
    """Return a day from its spelling."""
    return date.fromisoformat(text)


def kinds(changes: Iterable[Change]) -> dict[str, str]:
    """Return the kind of each change by code."""
    return {change.code: change.kind.value for change in changes}
