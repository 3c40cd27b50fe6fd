# The heart of the format. `Parts` declares every part of a procedure once; a `ProcedureDocument`
# is one document of a life (the parts it restates, and what it does to the procedure); a
# `Procedure` is the state that the documents fold into. Which parts a document restates is
# `restated`: a part is replaced whole, and a part that is not named is not touched.

"""Procedures: the documents that officers append, and the state they fold into."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Self

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from tthc_catalog.records.identifiers import (
    DocumentNumber,
    Identity,
    LocalId,
    ProcedureCode,
    root_of,
)
from tthc_catalog.records.parts import (
    DECREE,
    TERM,
    Agencies,
    Channel,
    Citations,
    Dossier,
    Fees,
    Form,
    Limit,
    Result,
    Step,
)
from tthc_catalog.records.record import Day, Record, Text, YesNo, key, listed, shorthand
from tthc_catalog.records.vocabulary import Event, Level, OnlineLevel, Subject

_ARTICLE = f"{DECREE}, Điều 8 khoản 2"
Identities = Annotated[tuple[Identity, ...], listed()]


class Parts(Record):
    """Bộ phận cấu thành: every part of a procedure, in the order of the decree."""

    name: Text = key(
        "ten",
        "Tên thủ tục hành chính",
        default="",
        law=f"{_ARTICLE} điểm a",
        compulsory=True,
        help="tên như văn bản công bố in",
    )
    field: Text = key(
        "linh_vuc", "Lĩnh vực", default="", compulsory=True, help="mã lĩnh vực trong fields.yaml"
    )
    levels: Annotated[tuple[Annotated[Level, TERM], ...], listed()] = key(
        "cap_thuc_hien",
        "Cấp thực hiện",
        default=(),
        compulsory=True,
        help="bộ, tỉnh, huyện, xã, cơ quan khác",
    )
    steps: Annotated[tuple[Step, ...], listed("noi_dung")] = key(
        "trinh_tu",
        "Trình tự thực hiện",
        default=(),
        law=f"{_ARTICLE} điểm b",
        compulsory=True,
        help="các bước thực hiện; một đoạn chữ hoặc danh sách các bước",
    )
    channels: Annotated[tuple[Annotated[Channel, shorthand("kenh")], ...], listed("kenh")] = key(
        "cach_thuc",
        "Cách thức thực hiện",
        default=(),
        law=f"{_ARTICLE} điểm c",
        compulsory=True,
        help="mỗi hình thức nộp một mục, có thời hạn và phí riêng",
    )
    dossiers: tuple[Dossier, ...] = key(
        "ho_so",
        "Thành phần, số lượng hồ sơ",
        default=(),
        law=f"{_ARTICLE} điểm d",
        compulsory=True,
        help="mỗi trường hợp một mục; một trường hợp thì một mục",
    )
    time_limit: Limit | None = key(
        "thoi_han",
        "Thời hạn giải quyết",
        default=None,
        law=f"{_ARTICLE} điểm đ",
        help="khi mọi cách thức chung một thời hạn",
    )
    legal_time_limit: Limit | None = key(
        "thoi_han_theo_luat",
        "Thời hạn theo quy định (trước cắt giảm)",
        default=None,
        help="khi địa phương cắt giảm: thời hạn mà luật cho phép",
    )
    subjects: Annotated[tuple[Annotated[Subject, TERM], ...], listed()] = key(
        "doi_tuong",
        "Đối tượng thực hiện",
        default=(),
        law=f"{_ARTICLE} điểm e",
        compulsory=True,
        help="ai được làm thủ tục, từng từ của danh mục chung",
    )
    other_subjects: Annotated[tuple[Text, ...], listed()] = key(
        "doi_tuong_khac",
        "Đối tượng thực hiện khác",
        default=(),
        help="đối tượng in ngoài danh mục chung",
    )
    agencies: Agencies = key(
        "co_quan",
        "Cơ quan giải quyết",
        default=Agencies(),
        law=f"{_ARTICLE} điểm g",
        compulsory=True,
        help="ai quyết định, ai thực hiện, ai phối hợp",
    )
    forms: Annotated[tuple[Annotated[Form, shorthand("ten")], ...], listed("ten")] = key(
        "mau_don",
        "Mẫu đơn, mẫu tờ khai",
        default=(),
        law=f"{_ARTICLE} điểm h",
        help="các mẫu phải điền, mỗi mẫu một mục",
    )
    results: Annotated[tuple[Annotated[Result, shorthand("ten")], ...], listed("ten")] = key(
        "ket_qua",
        "Kết quả thực hiện",
        default=(),
        law=f"{_ARTICLE} điểm h",
        help="người nộp nhận được gì",
    )
    conditions: Text | None = key(
        "yeu_cau_dieu_kien",
        "Yêu cầu, điều kiện",
        default=None,
        law=f"{_ARTICLE} điểm h",
        help="điều phải đáp ứng trước khi nộp",
    )
    fees: Fees = key(
        "phi_le_phi",
        "Phí, lệ phí",
        default=(),
        law=f"{_ARTICLE} điểm h",
        help="khi mọi cách thức chung một mức phí",
    )
    legal_basis: Citations = key(
        "can_cu",
        "Căn cứ pháp lý",
        default=(),
        law=f"{DECREE}, Điều 15",
        help="các văn bản quy định thủ tục, mỗi văn bản một mục",
    )
    online_level: Annotated[OnlineLevel, TERM] | None = key(
        "muc_do_truc_tuyen", "Mức độ trực tuyến", default=None, help="làm trực tuyến được đến đâu"
    )
    partial_reason: Text | None = key(
        "ly_do_mot_phan",
        "Lý do chỉ trực tuyến một phần",
        default=None,
        help="vì sao chưa làm trực tuyến toàn trình",
    )
    receiving: Text | None = key(
        "noi_tiep_nhan",
        "Địa chỉ tiếp nhận hồ sơ",
        default=None,
        help="nơi nhận hồ sơ trực tiếp và qua bưu chính",
    )
    description: Text | None = key(
        "mo_ta", "Mô tả", default=None, help="điều nên biết mà không thuộc bộ phận nào"
    )
    law_type: Text | None = key(
        "loai", "Loại thủ tục", default=None, help="loại thủ tục như Cổng ghi"
    )
    publisher: Text | None = key(
        "co_quan_cong_bo", "Cơ quan công bố", default=None, help="cơ quan ký quyết định công bố"
    )
    territory: Annotated[tuple[Text, ...], listed()] = key(
        "dia_ban", "Địa bàn áp dụng", default=(), help="nơi áp dụng khi không phải cả nước"
    )
    related: Annotated[tuple[Text, ...], listed()] = key(
        "lien_quan", "Thủ tục liên quan", default=(), help="mã các thủ tục thường làm cùng"
    )
    internal: YesNo = key(
        "noi_bo",
        "Thủ tục nội bộ",
        default=False,
        help="`có` khi là thủ tục giữa các cơ quan nhà nước",
    )


class DecisionRef(Record):
    """The decision that a document carries out, as far as the source names it."""

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
    decision: Annotated[DecisionRef, shorthand("so")] | None = key(
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

    abolished: Annotated[Ending, shorthand("ly_do")] | None = key(
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
    suspended: Annotated[Ending, shorthand("ly_do")] | None = key(
        "tam_ngung", "Tạm ngưng", default=None, help="khi thôi nhận hồ sơ một thời gian"
    )
    resumed: Annotated[Ending, shorthand("ly_do")] | None = key(
        "khoi_phuc", "Khôi phục", default=None, help="khi nhận hồ sơ trở lại sau tạm ngưng"
    )
    corrects: Annotated[Correction, shorthand("so")] | None = key(
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


class Procedure(Parts):
    """Thủ tục hành chính: the whole content of a procedure as it reads on some day."""

    code: Identity = key("ma", "Mã thủ tục")
    unknown: tuple[str, ...] = key("chua_ro", "Bộ phận nguồn không nêu", default=())

    @property
    def root(self) -> str:
        """The national code without a local part."""
        return root_of(self.code)


@cache
def part_names() -> tuple[str, ...]:
    """Python names of all parts, in the order of the form."""
    return tuple(Parts.model_fields)


@cache
def compulsory_parts() -> tuple[tuple[str, str], ...]:
    """`(attribute, YAML key)` of every part that a first document must state."""
    return tuple(
        (name, field.alias or name)
        for name, field in Parts.model_fields.items()
        if isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get("compulsory")
    )


def first_state(document: ProcedureDocument) -> Procedure:
    """Return the state that the first document of a life publishes."""
    return amended(None, document, document.identity or "")


def amended(before: Procedure | None, document: ProcedureDocument, code: str) -> Procedure:
    """Return the state after a document: the parts it restates replace those before, whole."""
    stated, restated = document.__dict__, document.restated
    if before is None:
        values: dict[str, Any] = {name: stated[name] for name in part_names()}
    else:
        values = dict(before.__dict__)
        for name in restated:
            values[name] = stated[name]
    if document.dropped:
        names = parts_by_key()
        for alias in document.dropped:
            values[names[alias]] = Parts.model_fields[names[alias]].default
    values["code"] = code
    values["unknown"] = _unknown(values.get("unknown", ()), document, restated)
    return _constructed(values)


def _unknown(
    before: tuple[str, ...], document: ProcedureDocument, restated: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the YAML keys of the parts that no document so far tells."""
    if not before and not document.unknown:
        return ()
    names = parts_by_key()
    unknown = (alias for alias in document.unknown if alias in names)
    if not before:
        return tuple(dict.fromkeys(unknown))
    told = {*document.dropped, *(alias for alias, name in names.items() if name in restated)}
    known = (alias for alias in before if alias not in told)
    return tuple(dict.fromkeys((*known, *unknown)))


def _constructed(values: dict[str, Any]) -> Procedure:
    # What `model_construct` makes of values that are all given and all valid, in a tenth of the
    # time: a catalogue is folded whole before its first day can be asked for.
    procedure = Procedure.__new__(Procedure)
    object.__setattr__(procedure, "__dict__", values)
    object.__setattr__(procedure, "__pydantic_fields_set__", _ALL_FIELDS.copy())
    object.__setattr__(procedure, "__pydantic_extra__", None)
    object.__setattr__(procedure, "__pydantic_private__", None)
    return procedure


_ALL_FIELDS = set(Procedure.model_fields)


@cache
def parts_by_key() -> dict[str, str]:
    """YAML key → Python name of every part."""
    return {field.alias or name: name for name, field in Parts.model_fields.items()}
