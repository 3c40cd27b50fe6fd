# What the parts of a procedure are made of, as the decree's form names it: channels, dossiers,
# results, citations. The parts themselves stand in procedure.py. In the records alone, the three
# names of a thing stand together: Python attribute, YAML key, official term. Labels of pages,
# diffs, schema and glossary come from there.

"""The records that make up the parts of a procedure (Nghị định 63/2010/NĐ-CP, Article 8)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from tthc_catalog.records.fee import Fee, FeeError, parse_fees
from tthc_catalog.records.identifiers import DocumentNumber, Identity
from tthc_catalog.records.record import Count, Record, Text, YesNo, key, listed
from tthc_catalog.records.time_limit import TimeLimit, TimeLimitError, parse_time_limit
from tthc_catalog.records.vocabulary import ChannelKind
from tthc_catalog.vietnamese import nfc

DECREE = "Nghị định 63/2010/NĐ-CP"


def _normal(value: object) -> object:
    return value if isinstance(value, StrEnum) or not isinstance(value, str) else nfc(value).strip()


TERM = BeforeValidator(_normal)
"""Lets a term of a closed list be typed in any Unicode form; the list itself stays closed."""


_NOT_TEXT = "phải là một đoạn chữ"


def _time_limit(value: object) -> TimeLimit:
    if isinstance(value, TimeLimit):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError(
            "time_limit", "not a time limit", {"value": str(value), "reason": _NOT_TEXT}
        )
    try:
        return parse_time_limit(value)
    except TimeLimitError as error:
        raise PydanticCustomError(
            "time_limit",
            "not a time limit",
            {"value": value, "suggestion": error.suggestion or "", "reason": str(error)},
        ) from None


def _fees(value: object) -> tuple[Fee, ...]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list | tuple):
        raise PydanticCustomError("fee", "not a fee", {"value": str(value), "reason": _NOT_TEXT})
    found: list[Fee] = []
    for item in value:
        if isinstance(item, Fee):
            found.append(item)
            continue
        try:
            found.extend(parse_fees(item))
        except (FeeError, TypeError, AttributeError) as error:
            suggestion = getattr(error, "suggestion", None) or ""
            reason = str(error) if isinstance(error, FeeError) else _NOT_TEXT
            raise PydanticCustomError(
                "fee", "not a fee", {"value": str(item), "suggestion": suggestion, "reason": reason}
            ) from None
    return tuple(found)


if TYPE_CHECKING:
    Limit = TimeLimit
    Fees = tuple[Fee, ...]
else:
    # The values are plain dataclasses that pydantic must not look into; checkers see them as
    # they are.
    Limit = Annotated[
        Any,
        PlainValidator(_time_limit),
        PlainSerializer(str, return_type=str),
        WithJsonSchema(
            {
                "type": "string",
                "examples": ["10 ngày làm việc", "2,5 ngày làm việc", "không quy định"],
            }
        ),
    ]
    Fees = Annotated[
        Any,
        PlainValidator(_fees),
        PlainSerializer(lambda fees: [str(fee) for fee in fees], return_type=list[str]),
        WithJsonSchema(
            {
                "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
                "examples": ["50.000 đồng/hồ sơ", "miễn phí", "theo nghị quyết của HĐND cấp tỉnh"],
            }
        ),
    ]


class Step(Record):
    """One step of the order in which a procedure is carried out."""

    shorthand: ClassVar[str | None] = "noi_dung"

    name: Text | None = key(
        "ten",
        "Tên bước hoặc trường hợp",
        default=None,
        identity=True,
        help="khi trình tự chia thành bước hoặc trường hợp có tên",
    )
    text: Text = key(
        "noi_dung", "Nội dung thực hiện", help="làm gì, ai làm, ở đâu; chép như văn bản in"
    )


class Channel(Record):
    """One way to file, with its own time limit and fee."""

    shorthand: ClassVar[str | None] = "kenh"

    kind: Annotated[ChannelKind, TERM] = key(
        "kenh", "Hình thức nộp", identity=True, help="trực tiếp, trực tuyến hoặc bưu chính"
    )
    case: Text | None = key(
        "truong_hop",
        "Trường hợp",
        default=None,
        identity=True,
        help="khi một hình thức có nhiều thời hạn",
    )
    time_limit: Limit | None = key(
        "thoi_han",
        "Thời hạn giải quyết",
        default=None,
        law=f"{DECREE}, Điều 8 khoản 2 điểm đ",
        help="viết như văn bản in: 10 ngày làm việc; 2,5 ngày làm việc; không quy định",
    )
    printed_time_limit: Text | None = key(
        "thoi_han_in",
        "Thời hạn như in",
        default=None,
        help="nguyên văn khi không đọc được thành thời hạn",
    )
    legal_time_limit: Limit | None = key(
        "thoi_han_theo_luat",
        "Thời hạn theo quy định (trước cắt giảm)",
        default=None,
        help="khi địa phương cắt giảm: thời hạn mà luật cho phép",
    )
    fees: Fees = key(
        "phi_le_phi",
        "Phí, lệ phí",
        default=(),
        law=f"{DECREE}, Điều 8 khoản 2 điểm h",
        help="50.000 đồng/hồ sơ; miễn phí; không quy định",
    )
    printed_fees: Annotated[tuple[Text, ...], listed()] = key(
        "phi_le_phi_in",
        "Phí, lệ phí như in",
        default=(),
        help="nguyên văn khi không đọc được thành mức thu",
    )
    description: Text | None = key(
        "mo_ta", "Mô tả", default=None, help="nơi nộp, giờ nhận và điều cần biết của cách nộp này"
    )


class Component(Record):
    """One paper of a dossier."""

    shorthand: ClassVar[str | None] = "ten"

    name: Text = key("ten", "Tên giấy tờ", identity=True, help="tên giấy tờ như văn bản in")
    originals: Count = key(
        "ban_chinh", "Số bản chính", default=0, help="số bản chính phải nộp; không nêu là 0"
    )
    copies: Count = key(
        "ban_sao", "Số bản sao", default=0, help="số bản sao phải nộp; không nêu là 0"
    )
    required: YesNo = key(
        "bat_buoc", "Bắt buộc", default=True, help="`không` khi chỉ nộp trong một số trường hợp"
    )
    electronic: YesNo = key(
        "dien_tu", "Có mẫu điện tử", default=False, help="`có` khi giấy tờ có mẫu điền trực tuyến"
    )
    number: Text | None = key(
        "ma", "Mã thành phần hồ sơ", default=None, help="mã thành phần hồ sơ trên Cổng, nếu có"
    )
    forms: Annotated[tuple[Text, ...], listed()] = key(
        "mau", "Mẫu kèm theo", default=(), help="tên các mẫu trong `mau_don` dùng cho giấy tờ này"
    )


class Dossier(Record):
    """What must be filed in one case."""

    case: Text | None = key(
        "truong_hop",
        "Trường hợp",
        default=None,
        identity=True,
        help="khi mỗi trường hợp có hồ sơ riêng",
    )
    components: Annotated[tuple[Component, ...], listed(Component)] = key(
        "thanh_phan",
        "Thành phần hồ sơ",
        default=(),
        help="các giấy tờ phải nộp, mỗi giấy tờ một mục",
    )
    sets: Count | None = key(
        "so_bo", "Số lượng hồ sơ (bộ)", default=None, help="số bộ hồ sơ phải nộp"
    )


class Agencies(Record):
    """Cơ quan giải quyết: who decides, who carries out, who acts for them, who takes part."""

    deciding: Annotated[tuple[Text, ...], listed()] = key(
        "quyet_dinh", "Cơ quan có thẩm quyền quyết định", default=(), help="cơ quan ký kết quả"
    )
    executing: Annotated[tuple[Text, ...], listed()] = key(
        "thuc_hien",
        "Cơ quan trực tiếp thực hiện",
        default=(),
        help="cơ quan nhận và giải quyết hồ sơ",
    )
    delegated: Annotated[tuple[Text, ...], listed()] = key(
        "uy_quyen", "Cơ quan được ủy quyền", default=(), help="cơ quan được giao ký thay, nếu có"
    )
    coordinating: Annotated[tuple[Text, ...], listed()] = key(
        "phoi_hop", "Cơ quan phối hợp", default=(), help="cơ quan cho ý kiến hoặc xác minh, nếu có"
    )

    def all(self) -> tuple[str, ...]:
        """Every agency once, in the order of the form."""
        return tuple(
            dict.fromkeys((*self.executing, *self.deciding, *self.delegated, *self.coordinating))
        )


class Result(Record):
    """What the applicant gets."""

    shorthand: ClassVar[str | None] = "ten"

    name: Text = key(
        "ten", "Tên kết quả", identity=True, help="giấy tờ hoặc quyết định mà người nộp nhận được"
    )
    number: Text | None = key("ma", "Mã kết quả", default=None, help="mã kết quả trên Cổng, nếu có")
    validity: Text | None = key(
        "thoi_han_hieu_luc",
        "Thời hạn có hiệu lực của kết quả",
        default=None,
        help="kết quả dùng được bao lâu, như văn bản in",
    )


class Form(Record):
    """A form or declaration to fill in."""

    shorthand: ClassVar[str | None] = "ten"

    name: Text = key(
        "ten", "Tên mẫu đơn, tờ khai", identity=True, help="tên mẫu đơn như văn bản in"
    )
    number: Text | None = key("so_hieu", "Số hiệu mẫu", default=None, help="số hiệu in trên mẫu")
    file: Text | None = key("tep", "Tệp", default=None, help="tên tệp của mẫu")


class Citation(Record):
    """A legal document, and where in it."""

    shorthand: ClassVar[str | None] = "so"

    number: DocumentNumber | None = key(
        "so",
        "Số, ký hiệu",
        default=None,
        identity=True,
        help="số, ký hiệu đúng như in: 175/2024/NĐ-CP",
    )
    printed: Text | None = key(
        "so_in",
        "Số, ký hiệu như in",
        default=None,
        identity=True,
        help="khi bản in không phải số, ký hiệu đúng",
    )
    title: Text | None = key(
        "ten", "Tên văn bản", default=None, help="tên văn bản, nhất là khi không có số"
    )
    provision: Text | None = key(
        "dieu_khoan", "Điều, khoản, điểm", default=None, help="chỗ được viện dẫn trong văn bản"
    )

    @property
    def label(self) -> str:
        """How the document is called on a page: its number, or what was printed, or its title."""
        return self.number or self.printed or self.title or ""


Citations = Annotated[tuple[Citation, ...], listed(Citation)]
Identities = Annotated[tuple[Identity, ...], listed()]
