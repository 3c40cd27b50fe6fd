# What records refer to, and the settings of one catalogue. A register is a mapping from id to
# entry, so that a doubled id is a doubled key and cannot be written.

"""Registers of fields, authorities, legal documents and life events; a catalogue's settings."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from tthc_catalog.finding import Severity
from tthc_catalog.records.identifiers import DocumentNumber, Identity
from tthc_catalog.records.parts import TERM
from tthc_catalog.records.record import Day, Record, Text, WebAddress, key, listed
from tthc_catalog.records.vocabulary import Level

Numbers = Annotated[tuple[DocumentNumber, ...], listed()]


class FieldEntry(Record):
    """Lĩnh vực."""

    name: Text = key("ten", "Tên lĩnh vực", help="tên lĩnh vực như Cổng in")
    number: Text | None = key(
        "ma", "Mã lĩnh vực", default=None, help="mã lĩnh vực trên Cổng, nếu có"
    )
    other_names: Annotated[tuple[Text, ...], listed()] = key(
        "ten_khac", "Tên khác", default=(), help="các tên khác từng được in"
    )


class Authority(Record):
    """Cơ quan, with its names through time."""

    name: Text = key("ten", "Tên cơ quan", help="tên cơ quan đang dùng")
    level: Annotated[Level, TERM] | None = key(
        "cap", "Cấp", default=None, help="cơ quan thuộc cấp nào"
    )
    number: Text | None = key(
        "ma", "Mã cơ quan", default=None, help="mã định danh của cơ quan, nếu có"
    )
    other_names: Annotated[tuple[Text, ...], listed()] = key(
        "ten_khac", "Tên khác, tên cũ", default=(), help="các tên cũ và cách viết khác"
    )
    since: Day | None = key(
        "tu_ngay", "Từ ngày", default=None, help="ngày cơ quan bắt đầu hoạt động"
    )
    until: Day | None = key(
        "den_ngay", "Đến ngày", default=None, help="ngày cuối cùng cơ quan còn hoạt động"
    )
    successor: Text | None = key(
        "ke_thua",
        "Cơ quan kế thừa",
        default=None,
        help="tên cơ quan nhận nhiệm vụ sau khi cơ quan này kết thúc",
    )


class LegalDocument(Record):
    """Văn bản quy phạm pháp luật."""

    title: Text | None = key("ten", "Tên văn bản", default=None, help="tên văn bản như in")
    kind: Text | None = key(
        "loai", "Loại văn bản", default=None, help="luật, nghị định, thông tư …"
    )
    signed: Day | None = key(
        "ngay", "Ngày ban hành", default=None, help="ngày ký hoặc ngày thông qua"
    )
    effective: Day | None = key(
        "hieu_luc", "Ngày có hiệu lực", default=None, help="ngày văn bản bắt đầu có hiệu lực"
    )
    expires: Day | None = key(
        "het_hieu_luc",
        "Ngày hết hiệu lực",
        default=None,
        help="ngày cuối cùng văn bản còn hiệu lực",
    )
    agency: Text | None = key(
        "co_quan", "Cơ quan ban hành", default=None, help="cơ quan ban hành, như in"
    )
    amends: Numbers = key(
        "sua_doi",
        "Sửa đổi, bổ sung văn bản",
        default=(),
        help="số các văn bản được văn bản này sửa đổi",
    )
    replaces: Numbers = key(
        "thay_the", "Thay thế văn bản", default=(), help="số các văn bản được văn bản này thay thế"
    )
    repeals: Numbers = key(
        "bai_bo", "Bãi bỏ văn bản", default=(), help="số các văn bản bị văn bản này bãi bỏ"
    )
    note: Text | None = key("ghi_chu", "Ghi chú", default=None, help="lời cho người soạn sau")


class LifeEvent(Record):
    """Sự kiện trong đời người dân, doanh nghiệp: what people come for, in their own words."""

    name: Text = key("ten", "Tên sự kiện", help="như người dân nói: Sinh con, Xây nhà")
    description: Text | None = key(
        "mo_ta", "Mô tả", default=None, help="một, hai câu: việc gì, làm trước khi nào"
    )
    procedures: Annotated[tuple[Identity, ...], listed(), Field(min_length=1)] = key(
        "thu_tuc",
        "Các thủ tục, theo thứ tự thường làm",
        help="mã các thủ tục, việc làm trước đứng trước",
    )


class Acceptance(Record):
    """A finding that somebody has accepted, and why."""

    rule: Text = key("quy_tac", "Quy tắc", help="tên quy tắc in trong ngoặc vuông của phát hiện")
    fingerprint: Text = key(
        "dau_van_tay",
        "Dấu vân tay của phát hiện",
        help="12 ký tự mà `tthc check` in sau tên quy tắc",
    )
    reason: Text = key("ly_do", "Lý do chấp nhận", help="vì sao để như vậy, cho người đọc sau")
    decision: Text | None = key(
        "quyet_dinh", "Theo quyết định", default=None, help="chỉ chấp nhận cho quyết định này"
    )
    expires: Day | None = key(
        "den_ngay",
        "Chấp nhận đến hết ngày",
        default=None,
        help="sau ngày này phát hiện lại được báo",
    )


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

    title: Text = key(
        "ten", "Tên danh mục", default="Danh mục thủ tục hành chính", help="tên in ở đầu mọi trang"
    )
    publisher: Text | None = key(
        "co_quan",
        "Cơ quan chủ trì danh mục",
        default=None,
        help="cơ quan chịu trách nhiệm về danh mục",
    )
    address: WebAddress | None = key(
        "dia_chi", "Địa chỉ trang", default=None, help="địa chỉ đầy đủ của trang đã công bố"
    )
    repository: WebAddress | None = key(
        "kho_ma", "Địa chỉ kho dữ liệu", default=None, help="nơi xem lịch sử và đề nghị sửa dữ liệu"
    )
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


REGISTERS: dict[str, type[Record]] = {
    "fields.yaml": FieldEntry,
    "authorities.yaml": Authority,
    "legal_documents.yaml": LegalDocument,
    "life_events.yaml": LifeEvent,
}
"""File name → what stands in it under each id."""

DOCUMENTS: dict[str, type[Record]] = {"catalog.yaml": Settings, "accepted.yaml": Acceptance}
"""File name → what each of its documents is."""

AT_ROOT = frozenset({*REGISTERS, *DOCUMENTS, "working_calendar.yaml", "search.yaml"})
"""Every file of records that stands at the root of a catalogue."""
