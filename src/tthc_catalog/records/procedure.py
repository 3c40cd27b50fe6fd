# The heart of the format: `Parts` declares every part of a procedure once. A `ProcedureDocument`
# (document.py) restates some of them; a `Procedure` is the state that the documents of a life fold
# into (amendment.py). A part is replaced whole, and a part that is not named is not touched.

"""Procedures: the parts that the decree requires, and the state in which all of them stand."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from tthc_catalog.records.identifiers import Identity, root_of
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
from tthc_catalog.records.record import Record, Text, YesNo, key, listed
from tthc_catalog.records.vocabulary import Level, OnlineLevel, Subject

_ARTICLE = f"{DECREE}, Điều 8 khoản 2"


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
    steps: Annotated[tuple[Step, ...], listed(Step)] = key(
        "trinh_tu",
        "Trình tự thực hiện",
        default=(),
        law=f"{_ARTICLE} điểm b",
        compulsory=True,
        help="các bước thực hiện; một đoạn chữ hoặc danh sách các bước",
    )
    channels: Annotated[tuple[Channel, ...], listed(Channel)] = key(
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
    forms: Annotated[tuple[Form, ...], listed(Form)] = key(
        "mau_don",
        "Mẫu đơn, mẫu tờ khai",
        default=(),
        law=f"{_ARTICLE} điểm h",
        help="các mẫu phải điền, mỗi mẫu một mục",
    )
    results: Annotated[tuple[Result, ...], listed(Result)] = key(
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


@cache
def parts_by_key() -> dict[str, str]:
    """YAML key → Python name of every part."""
    return {field.alias or name: name for name, field in Parts.model_fields.items()}
