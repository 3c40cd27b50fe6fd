# What officers append. One document is what one decision did to a procedure: the parts it restates
# whole (`restated`), where the procedure came from, and how it ends. The parts themselves are
# declared in procedure.py; what a document makes of the state before it stands in amendment.py.

"""Documents of a procedure's life: what one decision did to it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from tthc_catalog.records.identifiers import DocumentNumber, LocalId, ProcedureCode
from tthc_catalog.records.parts import DECREE, TERM, Citations, Identities
from tthc_catalog.records.procedure import Parts, part_names
from tthc_catalog.records.record import Day, Record, Text, key, listed, shortened
from tthc_catalog.records.vocabulary import Event, Level


class DecisionRef(Record):
    """The decision that a document carries out, as far as the source names it."""

    shorthand: ClassVar[str | None] = "so"

    number: DocumentNumber | None = key(
        "so", "Số quyết định", default=None, help="số, ký hiệu đúng như in: 1077/QĐ-BXD"
    )
    printed: Text | None = key(
        "so_in",
        "Số quyết định như in",
        default=None,
        help="nguyên văn khi bản in không phải số, ký hiệu đúng",
    )
    signed: Day | None = key("ngay", "Ngày ký", default=None, help="ngày ký quyết định")
    agency: Text | None = key(
        "co_quan",
        "Cơ quan ban hành",
        default=None,
        help="cơ quan ký, để phân biệt các quyết định cùng số",
    )

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if self.number is None and self.printed is None:
            raise PydanticCustomError("unnamed_decision", "no number", {})
        return self

    @property
    def label(self) -> str:
        """The number, or what was printed in its place."""
        return self.number or self.printed or ""


def _reason(text: str) -> str:
    # `bai_bo: có` would print "có" as the reason for which a procedure was abolished.
    if text.lower() in {"có", "co", "không", "khong", "đúng", "yes", "true", "x", "1"}:
        raise PydanticCustomError("no_reason", "no reason", {"value": text})
    return text


class Ending(Record):
    """Why something ends, stops or resumes."""

    shorthand: ClassVar[str | None] = "ly_do"

    legal_basis: Citations = key(
        "can_cu", "Văn bản làm căn cứ", default=(), help="văn bản quy định việc này"
    )
    levels: Annotated[tuple[Annotated[Level, TERM], ...], listed()] = key(
        "cap", "Chỉ ở cấp", default=(), help="bỏ trống khi áp dụng cho mọi cấp"
    )
    reason: Annotated[Text, AfterValidator(_reason)] | None = key(
        "ly_do", "Lý do", default=None, help="lý do như văn bản nêu"
    )


class Correction(Record):
    """Đính chính: which earlier decision's text is put right."""

    shorthand: ClassVar[str | None] = "so"

    number: DocumentNumber = key(
        "so", "Số quyết định được đính chính", help="số của quyết định có chỗ sai"
    )
    signed: Day | None = key(
        "ngay",
        "Ngày ký quyết định được đính chính",
        default=None,
        help="để phân biệt các quyết định cùng số",
    )
    reason: Text | None = key(
        "ly_do", "Nội dung đính chính", default=None, help="sai ở đâu, đúng là gì"
    )


class ProcedureDocument(Parts):
    """One document of a procedure's life: what one decision did to it.

    The first document of a file carries `code` (or `local_id`) and states every compulsory part;
    each later one restates the parts that its decision changed, and nothing else.
    """

    code: ProcedureCode | None = key(
        "ma",
        "Mã thủ tục",
        default=None,
        help="mã quốc gia, đặt trong dấu nháy; chỉ ở tài liệu đầu tiên",
    )
    printed_code: Text | None = key(
        "ma_in", "Mã thủ tục như in", default=None, help="ô mã như in khi văn bản in sai mã"
    )
    local_id: LocalId | None = key(
        "ma_noi_bo",
        "Mã nội bộ khi chưa có mã quốc gia",
        default=None,
        help="khi chưa có mã quốc gia: các từ không dấu nối bằng gạch",
    )
    decision: Annotated[DecisionRef, shortened(DecisionRef)] | None = key(
        "quyet_dinh",
        "Quyết định công bố",
        default=None,
        help="quyết định mà tài liệu này thực hiện",
    )
    effective: Day | None = key(
        "hieu_luc",
        "Ngày có hiệu lực",
        default=None,
        help="ngày nội dung bắt đầu áp dụng, như văn bản nêu",
    )
    expires: Day | None = key(
        "het_hieu_luc",
        "Áp dụng đến hết ngày",
        default=None,
        help="ngày cuối cùng còn áp dụng, chỉ khi văn bản tự nêu",
    )
    recorded: Day | None = key(
        "ghi_nhan",
        "Ngày ghi nhận",
        default=None,
        help="ngày nguồn cho biết, không phải ngày hiệu lực",
    )
    source: Text | None = key(
        "nguon", "Nguồn", default=None, help="chép từ đâu, khi không chép từ bản ký"
    )
    unknown: Annotated[tuple[Text, ...], listed()] = key(
        "chua_ro",
        "Bộ phận nguồn không nêu",
        default=(),
        help="tên các khóa mà nguồn không cho biết",
    )
    dropped: Annotated[tuple[Text, ...], listed()] = key(
        "bo",
        "Bỏ bộ phận",
        default=(),
        help="tên các khóa mà quyết định bỏ hẳn, ví dụ yeu_cau_dieu_kien",
    )
    events: Annotated[tuple[Annotated[Event, TERM], ...], listed()] = key(
        "su_kien", "Sự kiện kèm theo", default=(), help="việc kèm theo ngoài bốn loại công bố"
    )
    note: Text | None = key(
        "ghi_chu",
        "Ghi chú",
        default=None,
        help="lời cho người soạn sau; không thuộc nội dung thủ tục",
    )

    replaces: Identities = key(
        "thay_the", "Thay thế các thủ tục", default=(), help="mã các thủ tục cũ mà thủ tục này thay"
    )
    merged_from: Identities = key(
        "hop_nhat_tu",
        "Hợp nhất từ các thủ tục",
        default=(),
        help="mã các thủ tục cũ được gộp vào đây",
    )
    split_from: Identities = key(
        "tach_tu", "Tách từ thủ tục", default=(), help="mã thủ tục cũ mà thủ tục này tách ra"
    )
    transferred_from: Identities = key(
        "chuyen_tu",
        "Chuyển từ thủ tục ở cấp khác",
        default=(),
        help="mã cũ ở cấp khác trước khi chuyển cấp",
    )

    abolished: Annotated[Ending, shortened(Ending)] | None = key(
        "bai_bo",
        "Bãi bỏ",
        default=None,
        law=f"{DECREE}, Điều 15",
        help="khi quyết định bãi bỏ thủ tục: lý do, căn cứ, cấp",
    )
    replaced_by: Identities = key(
        "thay_the_boi", "Được thay thế bởi", default=(), help="mã các thủ tục mới thay thủ tục này"
    )
    merged_into: Identities = key(
        "hop_nhat_vao",
        "Hợp nhất vào",
        default=(),
        help="mã thủ tục mới mà thủ tục này được gộp vào",
    )
    split_into: Identities = key(
        "tach_thanh", "Tách thành", default=(), help="mã các thủ tục mới tách ra từ đây"
    )
    transferred_to: Identities = key(
        "chuyen_den",
        "Chuyển đến thủ tục ở cấp khác",
        default=(),
        help="mã mới ở cấp khác sau khi chuyển cấp",
    )
    suspended: Annotated[Ending, shortened(Ending)] | None = key(
        "tam_ngung", "Tạm ngưng", default=None, help="khi thôi nhận hồ sơ một thời gian"
    )
    resumed: Annotated[Ending, shortened(Ending)] | None = key(
        "khoi_phuc", "Khôi phục", default=None, help="khi nhận hồ sơ trở lại sau tạm ngưng"
    )
    corrects: Annotated[Correction, shortened(Correction)] | None = key(
        "dinh_chinh",
        "Đính chính",
        default=None,
        help="khi văn bản chỉ sửa chỗ in sai của quyết định trước",
    )

    @property
    def identity(self) -> str | None:
        """The national code, else the local identity; None on later documents."""
        return self.code or self.local_id

    @property
    def restated(self) -> tuple[str, ...]:
        """Names of the parts that this document states, in the order of the form."""
        stated = self.model_fields_set
        return tuple(name for name in part_names() if name in stated)

    @property
    def successors(self) -> tuple[str, ...]:
        """Codes that take over from here on, whatever the relation is called."""
        return (*self.replaced_by, *self.merged_into, *self.split_into, *self.transferred_to)

    @property
    def predecessors(self) -> tuple[str, ...]:
        """Codes that this procedure takes over from."""
        return (*self.replaces, *self.merged_from, *self.split_from, *self.transferred_from)

    @property
    def ends(self) -> bool:
        """Whether the procedure stops being in force by this document (at some level at least)."""
        return self.abolished is not None or bool(self.successors)
