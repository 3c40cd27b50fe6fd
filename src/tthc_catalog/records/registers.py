# What records refer to, and the settings of one catalogue. A register is a mapping from id to
# entry, so that a doubled id is a doubled key and cannot be written.

"""Registers of fields, authorities and legal documents; the catalogue's own settings."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from tthc_catalog.finding import Severity
from tthc_catalog.records.identifiers import DocumentNumber, Identity
from tthc_catalog.records.parts import TERM
from tthc_catalog.records.record import Day, Record, Text, key, listed
from tthc_catalog.records.vocabulary import Level

Numbers = Annotated[tuple[DocumentNumber, ...], listed()]


class FieldEntry(Record):
    """Lĩnh vực."""

    name: Text = key("ten", "Tên lĩnh vực")
    number: Text | None = key("ma", "Mã lĩnh vực", default=None)
    other_names: Annotated[tuple[Text, ...], listed()] = key("ten_khac", "Tên khác", default=())


class Authority(Record):
    """Cơ quan, with its names through time."""

    name: Text = key("ten", "Tên cơ quan")
    level: Annotated[Level, TERM] | None = key("cap", "Cấp", default=None)
    number: Text | None = key("ma", "Mã cơ quan", default=None)
    other_names: Annotated[tuple[Text, ...], listed()] = key(
        "ten_khac", "Tên khác, tên cũ", default=()
    )
    since: Day | None = key("tu_ngay", "Từ ngày", default=None)
    until: Day | None = key("den_ngay", "Đến ngày", default=None)
    successor: Text | None = key("ke_thua", "Cơ quan kế thừa", default=None)


class LegalDocument(Record):
    """Văn bản quy phạm pháp luật."""

    title: Text | None = key("ten", "Tên văn bản", default=None)
    kind: Text | None = key("loai", "Loại văn bản", default=None)
    signed: Day | None = key("ngay", "Ngày ban hành", default=None)
    effective: Day | None = key("hieu_luc", "Ngày có hiệu lực", default=None)
    expires: Day | None = key("het_hieu_luc", "Ngày hết hiệu lực", default=None)
    agency: Text | None = key("co_quan", "Cơ quan ban hành", default=None)
    amends: Numbers = key("sua_doi", "Sửa đổi, bổ sung văn bản", default=())
    replaces: Numbers = key("thay_the", "Thay thế văn bản", default=())
    repeals: Numbers = key("bai_bo", "Bãi bỏ văn bản", default=())
    note: Text | None = key("ghi_chu", "Ghi chú", default=None)


class LifeEvent(Record):
    """Sự kiện trong đời người dân, doanh nghiệp: what people come for, in their own words."""

    name: Text = key("ten", "Tên sự kiện", help="như người dân nói: Sinh con, Xây nhà")
    description: Text | None = key(
        "mo_ta", "Mô tả", default=None, help="một, hai câu: việc gì, làm trước khi nào"
    )
    procedures: Annotated[tuple[Identity, ...], listed(), Field(min_length=1)] = key(
        "thu_tuc", "Các thủ tục, theo thứ tự thường làm"
    )


class Acceptance(Record):
    """A finding that somebody has accepted, and why."""

    rule: Text = key("quy_tac", "Quy tắc")
    fingerprint: Text = key("dau_van_tay", "Dấu vân tay của phát hiện")
    reason: Text = key("ly_do", "Lý do chấp nhận")
    decision: Text | None = key("quyet_dinh", "Theo quyết định", default=None)
    expires: Day | None = key("den_ngay", "Chấp nhận đến hết ngày", default=None)


class RuleLevel(StrEnum):
    """How much a catalogue lets a rule matter."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"
    INFO = "lưu ý"
    OFF = "tắt"

    @property
    def severity(self) -> Severity | None:
        """The level of its findings; None where the rule is off."""
        return None if self is RuleLevel.OFF else Severity[self.name]


class Coverage(StrEnum):
    """Whether what a catalogue does not hold is missing from it."""

    WHOLE = "đầy đủ"
    SAMPLE = "mẫu"
    """Only some procedures were copied: a code outside the catalogue is no fault."""


class Settings(Record):
    """Cài đặt của một danh mục."""

    title: Text = key("ten", "Tên danh mục", default="Danh mục thủ tục hành chính")
    publisher: Text | None = key("co_quan", "Cơ quan chủ trì danh mục", default=None)
    address: Text | None = key("dia_chi", "Địa chỉ trang", default=None)
    repository: Text | None = key("kho_ma", "Địa chỉ kho dữ liệu", default=None)
    coverage: Annotated[Coverage, TERM] = key(
        "pham_vi",
        "Phạm vi dữ liệu",
        default=Coverage.WHOLE,
        help="`mẫu` khi danh mục chỉ chép một phần: mã ở ngoài danh mục không phải là lỗi",
    )
    levels: dict[str, Annotated[RuleLevel, TERM]] = key(
        "muc_do",
        "Mức độ của quy tắc",
        default={},
        help="tên quy tắc: lỗi, cảnh báo, lưu ý hoặc tắt",
    )
