# The decision as signed: three dates kept apart, and an annex typed from the paper. It is a second,
# independent statement beside the procedures' documents; nothing here is computed or repaired.

"""Publication decisions and their annexes (Nghị định 63/2010/NĐ-CP, Articles 13 to 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tthc_catalog.records.identifiers import DocumentNumber, Identity
from tthc_catalog.records.parts import DECREE, TERM, Citations, Limit
from tthc_catalog.records.procedure import Identities
from tthc_catalog.records.record import Count, Day, Record, Text, YesNo, key, listed, shorthand
from tthc_catalog.records.vocabulary import Event, Level, Scope, Transition

if TYPE_CHECKING:
    from collections.abc import Iterator


class AnnexRow(Record):
    """One row of the annex, as printed."""

    code: Identity | None = key("ma", "Mã thủ tục", default=None)
    printed_code: Text | None = key(
        "ma_in", "Ô mã như in", default=None, help="khi ô mã không chứa mã hợp lệ"
    )
    name: Text | None = key("ten", "Tên thủ tục", default=None)
    abridged_name: Text | None = key("ten_rut_gon", "Tên rút gọn", default=None)
    levels: Annotated[tuple[Annotated[Level, TERM], ...], listed()] = key(
        "cap", "Cấp thực hiện", default=()
    )
    field: Text | None = key("linh_vuc", "Lĩnh vực như in", default=None)
    replaces: Identities = key("thay_the", "Các mã bị thay thế", default=())
    replaced_by: Identities = key(
        "bi_thay_the_boi",
        "Bị thay thế bởi",
        default=(),
        help="khi phụ lục liệt kê thủ tục bị thay thế (thể bị động)",
    )
    effective: Day | None = key("hieu_luc", "Ngày hiệu lực riêng của dòng", default=None)
    legal_basis: Citations = key("can_cu", "Văn bản quy định", default=())
    time_limit: Limit | None = key("thoi_han", "Thời hạn", default=None)
    legal_time_limit: Limit | None = key(
        "thoi_han_theo_luat", "Thời hạn trước cắt giảm", default=None
    )
    events: Annotated[tuple[Annotated[Event, TERM], ...], listed()] = key(
        "su_kien", "Sự kiện", default=()
    )
    means: Identity | None = key(
        "hieu_la",
        "Được hiểu là thủ tục",
        default=None,
        help="thủ tục của danh mục mà dòng không có mã nói tới",
    )
    note: Text | None = key("ghi_chu", "Ghi chú", default=None)

    @property
    def identity(self) -> str | None:
        """The procedure that the row speaks of: its code, else what it is understood to mean."""
        return self.code or self.means


Rows = tuple[AnnexRow, ...]


class Annex(Record):
    """Phụ lục: the rows under each heading of the form."""

    new: Rows = key("moi", "Mới ban hành", default=())
    amended: Rows = key("sua_doi", "Sửa đổi, bổ sung", default=())
    replaced: Rows = key("thay_the", "Thay thế", default=())
    abolished: Rows = key("bai_bo", "Bãi bỏ", default=())
    other: Rows = key(
        "khac",
        "Nội dung khác",
        default=(),
        help="ngoài bốn loại: phi địa giới, chuẩn hóa, đính chính …",
    )
    complete: YesNo = key("du_dong", "Đã chép đủ các dòng", default=True)

    def rows(self) -> Iterator[tuple[str, int, AnnexRow]]:
        """Yield `(heading, index, row)`; a heading is the Python name of a field of this record."""
        for heading in ("new", "amended", "replaced", "abolished", "other"):
            for index, row in enumerate(getattr(self, heading)):
                yield heading, index, row


class Totals(Record):
    """The numbers that the decision itself prints."""

    new: Count | None = key("moi", "Mới ban hành", default=None)
    amended: Count | None = key("sua_doi", "Sửa đổi, bổ sung", default=None)
    replaced: Count | None = key("thay_the", "Thay thế", default=None)
    abolished: Count | None = key("bai_bo", "Bãi bỏ", default=None)
    all: Count | None = key("tat_ca", "Tổng số", default=None)


class TransitionRule(Record):
    """What the decision or the law says of dossiers under way."""

    rule: Annotated[Transition, TERM] = key("ho_so_da_nhan", "Hồ sơ đã nhận trước ngày hiệu lực")
    legal_basis: Citations = key("can_cu", "Căn cứ", default=())
    note: Text | None = key("ghi_chu", "Ghi chú", default=None)


class Supersession(Record):
    """An earlier decision that this one ends, whole or in part."""

    number: DocumentNumber = key("so", "Số quyết định")
    signed: Day | None = key("ngay", "Ngày ký", default=None)
    scope: Annotated[Scope, TERM] = key("pham_vi", "Phạm vi", default=Scope.WHOLE)


class Reference(Record):
    """Another decision that this one rests on, as printed."""

    number: DocumentNumber | None = key("so", "Số quyết định", default=None)
    printed: Text | None = key("so_in", "Như in", default=None)
    signed: Day | None = key("ngay", "Ngày ký", default=None)


class Decision(Record):
    """Quyết định công bố: number, dates, agency, and the annex as signed."""

    number: DocumentNumber = key("so", "Số quyết định")
    signed: Day | None = key("ngay", "Ngày ký", default=None)
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
    agency: Text | None = key("co_quan", "Cơ quan ban hành", default=None)
    title: Text | None = key("trich_yeu", "Trích yếu", default=None)
    legal_basis: Citations = key("can_cu", "Căn cứ", default=(), law=f"{DECREE}, Điều 15")
    bases: Annotated[tuple[Annotated[Reference, shorthand("so")], ...], listed("so")] = key(
        "quyet_dinh_goc", "Theo quyết định của bộ", default=()
    )
    transition: Annotated[TransitionRule, shorthand("ho_so_da_nhan")] | None = key(
        "chuyen_tiep", "Quy định chuyển tiếp", default=None
    )
    supersedes: Annotated[tuple[Annotated[Supersession, shorthand("so")], ...], listed("so")] = key(
        "thay_the_quyet_dinh", "Thay thế quyết định", default=()
    )
    events: Annotated[tuple[Annotated[Event, TERM], ...], listed()] = key(
        "su_kien", "Sự kiện", default=()
    )
    order: Count | None = key(
        "thu_tu",
        "Thứ tự trong ngày",
        default=None,
        help="khi nhiều quyết định cùng ngày hiệu lực sửa một thủ tục",
    )
    annex: Annex = key("phu_luc", "Phụ lục", default=Annex())
    totals: Totals = key("tong_so", "Tổng số như in", default=Totals())
    source: Text | None = key("nguon", "Nguồn", default=None)
    note: Text | None = key("ghi_chu", "Ghi chú", default=None)
