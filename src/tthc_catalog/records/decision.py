# The decision as signed: three dates kept apart, and an annex typed from the paper. It is a second,
# independent statement beside the procedures' documents; nothing here is computed or repaired.

"""Publication decisions and their annexes (Nghị định 63/2010/NĐ-CP, Articles 13 to 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from tthc_catalog.records.identifiers import DocumentNumber, Identity
from tthc_catalog.records.parts import DECREE, TERM, Citations, Identities, Limit
from tthc_catalog.records.record import Count, Day, Record, Text, YesNo, key, listed, shortened
from tthc_catalog.records.vocabulary import Event, Level, Scope, Transition

if TYPE_CHECKING:
    from collections.abc import Iterator


class AnnexRow(Record):
    """One row of the annex, as printed."""

    code: Identity | None = key(
        "ma", "Mã thủ tục", default=None, help="mã như in, đặt trong dấu nháy"
    )
    printed_code: Text | None = key(
        "ma_in", "Ô mã như in", default=None, help="khi ô mã không chứa mã hợp lệ"
    )
    name: Text | None = key("ten", "Tên thủ tục", default=None, help="tên thủ tục như in")
    abridged_name: Text | None = key(
        "ten_rut_gon", "Tên rút gọn", default=None, help="khi phụ lục chỉ in tên ngắn"
    )
    levels: Annotated[tuple[Annotated[Level, TERM], ...], listed()] = key(
        "cap", "Cấp thực hiện", default=(), help="cấp thực hiện mà dòng nêu"
    )
    field: Text | None = key(
        "linh_vuc", "Lĩnh vực như in", default=None, help="tên lĩnh vực như in"
    )
    replaces: Identities = key(
        "thay_the",
        "Các mã bị thay thế",
        default=(),
        help="mã các thủ tục cũ mà dòng nêu là bị thay",
    )
    replaced_by: Identities = key(
        "bi_thay_the_boi",
        "Bị thay thế bởi",
        default=(),
        help="khi phụ lục liệt kê thủ tục bị thay thế (thể bị động)",
    )
    effective: Day | None = key(
        "hieu_luc",
        "Ngày hiệu lực riêng của dòng",
        default=None,
        help="chỉ khi dòng nêu ngày khác với cả quyết định",
    )
    legal_basis: Citations = key(
        "can_cu", "Văn bản quy định", default=(), help="văn bản mà dòng viện dẫn"
    )
    time_limit: Limit | None = key(
        "thoi_han", "Thời hạn", default=None, help="thời hạn in trong dòng"
    )
    legal_time_limit: Limit | None = key(
        "thoi_han_theo_luat",
        "Thời hạn trước cắt giảm",
        default=None,
        help="thời hạn trước cắt giảm in trong dòng",
    )
    events: Annotated[tuple[Annotated[Event, TERM], ...], listed()] = key(
        "su_kien", "Sự kiện", default=(), help="việc kèm theo của riêng dòng này"
    )
    means: Identity | None = key(
        "hieu_la",
        "Được hiểu là thủ tục",
        default=None,
        help="thủ tục của danh mục mà dòng không có mã nói tới",
    )
    note: Text | None = key(
        "ghi_chu", "Ghi chú", default=None, help="ghi chú in trong dòng hoặc của người chép"
    )

    @property
    def identity(self) -> str | None:
        """The procedure that the row speaks of: its code, else what it is understood to mean."""
        return self.code or self.means


Rows = tuple[AnnexRow, ...]


class Annex(Record):
    """Phụ lục: the rows under each heading of the form."""

    new: Rows = key("moi", "Mới ban hành", default=(), help="các dòng công bố thủ tục mới")
    amended: Rows = key(
        "sua_doi", "Sửa đổi, bổ sung", default=(), help="các dòng công bố sửa đổi, bổ sung"
    )
    replaced: Rows = key("thay_the", "Thay thế", default=(), help="các dòng công bố thay thế")
    abolished: Rows = key("bai_bo", "Bãi bỏ", default=(), help="các dòng công bố bãi bỏ")
    other: Rows = key(
        "khac",
        "Nội dung khác",
        default=(),
        help="ngoài bốn loại: phi địa giới, chuẩn hóa, đính chính …",
    )
    complete: YesNo = key(
        "du_dong", "Đã chép đủ các dòng", default=True, help="`không` khi chưa chép hết các dòng"
    )

    def rows(self) -> Iterator[tuple[str, int, AnnexRow]]:
        """Yield `(heading, index, row)`; a heading is the Python name of a field of this record."""
        for heading in ("new", "amended", "replaced", "abolished", "other"):
            for index, row in enumerate(getattr(self, heading)):
                yield heading, index, row


class Totals(Record):
    """The numbers that the decision itself prints."""

    new: Count | None = key("moi", "Mới ban hành", default=None, help="số in ở phần mới ban hành")
    amended: Count | None = key(
        "sua_doi", "Sửa đổi, bổ sung", default=None, help="số in ở phần sửa đổi, bổ sung"
    )
    replaced: Count | None = key("thay_the", "Thay thế", default=None, help="số in ở phần thay thế")
    abolished: Count | None = key("bai_bo", "Bãi bỏ", default=None, help="số in ở phần bãi bỏ")
    all: Count | None = key(
        "tat_ca",
        "Tổng số",
        default=None,
        help="tổng số cả quyết định in ra, gồm cả các dòng ở `khac`",
    )


class TransitionRule(Record):
    """What the decision or the law says of dossiers under way."""

    shorthand: ClassVar[str | None] = "ho_so_da_nhan"

    rule: Annotated[Transition, TERM] = key(
        "ho_so_da_nhan",
        "Hồ sơ đã nhận trước ngày hiệu lực",
        help="hồ sơ nhận trước ngày hiệu lực theo quy định nào",
    )
    legal_basis: Citations = key("can_cu", "Căn cứ", default=(), help="điều khoản quy định như vậy")
    note: Text | None = key(
        "ghi_chu", "Ghi chú", default=None, help="điều cần nói thêm về hồ sơ đang giải quyết"
    )


class Supersession(Record):
    """An earlier decision that this one ends, whole or in part."""

    shorthand: ClassVar[str | None] = "so"

    number: DocumentNumber = key("so", "Số quyết định", help="số của quyết định bị thay")
    signed: Day | None = key(
        "ngay", "Ngày ký", default=None, help="để phân biệt các quyết định cùng số"
    )
    scope: Annotated[Scope, TERM] = key(
        "pham_vi", "Phạm vi", default=Scope.WHOLE, help="thay cả quyết định hay chỉ một phần"
    )


class Reference(Record):
    """Another decision that this one rests on, as printed."""

    shorthand: ClassVar[str | None] = "so"

    number: DocumentNumber | None = key(
        "so", "Số quyết định", default=None, help="số của quyết định được dẫn"
    )
    printed: Text | None = key(
        "so_in", "Như in", default=None, help="nguyên văn khi bản in không phải số, ký hiệu đúng"
    )
    signed: Day | None = key(
        "ngay", "Ngày ký", default=None, help="để phân biệt các quyết định cùng số"
    )


class Decision(Record):
    """Quyết định công bố: number, dates, agency, and the annex as signed."""

    number: DocumentNumber = key("so", "Số quyết định", help="số, ký hiệu đúng như in: 1077/QĐ-BXD")
    signed: Day | None = key("ngay", "Ngày ký", default=None, help="ngày ký in ở đầu quyết định")
    effective: Day | None = key(
        "hieu_luc",
        "Ngày có hiệu lực",
        default=None,
        help="bỏ trống khi văn bản không có điều khoản hiệu lực",
    )
    expires: Day | None = key(
        "het_hieu_luc",
        "Áp dụng đến hết ngày",
        default=None,
        help="khi văn bản tự nêu ngày hết hiệu lực",
    )
    unknown: Annotated[tuple[Text, ...], listed()] = key(
        "chua_ro",
        "Điều nguồn không nêu",
        default=(),
        help="tên các khóa chưa biết, ví dụ hieu_luc khi chưa có bản ký trong tay",
    )
    agency: Text | None = key(
        "co_quan", "Cơ quan ban hành", default=None, help="cơ quan ký, như in"
    )
    title: Text | None = key("trich_yeu", "Trích yếu", default=None, help="dòng “Về việc …” như in")
    legal_basis: Citations = key(
        "can_cu", "Căn cứ", default=(), law=f"{DECREE}, Điều 15", help="các văn bản ở phần căn cứ"
    )
    bases: Annotated[tuple[Reference, ...], listed(Reference)] = key(
        "quyet_dinh_goc",
        "Theo quyết định của bộ",
        default=(),
        help="quyết định của bộ mà địa phương công bố theo",
    )
    transition: Annotated[TransitionRule, shortened(TransitionRule)] | None = key(
        "chuyen_tiep", "Quy định chuyển tiếp", default=None, help="khi văn bản nói về hồ sơ đã nhận"
    )
    supersedes: Annotated[tuple[Supersession, ...], listed(Supersession)] = key(
        "thay_the_quyet_dinh",
        "Thay thế quyết định",
        default=(),
        help="các quyết định trước bị thay, cả hay một phần",
    )
    events: Annotated[tuple[Annotated[Event, TERM], ...], listed()] = key(
        "su_kien", "Sự kiện", default=(), help="việc mà cả quyết định làm ngoài bốn loại công bố"
    )
    order: Count | None = key(
        "thu_tu",
        "Thứ tự trong ngày",
        default=None,
        help="khi nhiều quyết định cùng ngày hiệu lực sửa một thủ tục",
    )
    annex: Annex = key(
        "phu_luc", "Phụ lục", default=Annex(), help="các dòng của phụ lục, chép như in"
    )
    totals: Totals = key(
        "tong_so",
        "Tổng số như in",
        default=Totals(),
        help="các số mà quyết định tự in, không đếm lại",
    )
    source: Text | None = key(
        "nguon", "Nguồn", default=None, help="chép từ đâu, khi không chép từ bản ký"
    )
    note: Text | None = key("ghi_chu", "Ghi chú", default=None, help="lời cho người soạn sau")
