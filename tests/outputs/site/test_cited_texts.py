from __future__ import annotations

from typing import TYPE_CHECKING

from tests.outputs.editions import edition, first
from tthc_catalog.outputs.site.cited_texts import CitedText, cited_texts_page, fate_words

if TYPE_CHECKING:
    from pathlib import Path

REGISTER = """
1/2020/NĐ-CP: {ten: Nghị định cũ}
2/2026/NĐ-CP: {ten: Nghị định mới, hieu_luc: 2026-03-01, thay_the: [1/2020/NĐ-CP]}
3/2019/TT-BTN: {ten: Thông tư, het_hieu_luc: 2027-02-28}
4/2026/TT-BTN: {ten: Thông tư sửa, hieu_luc: 2026-05-01, sua_doi: [5/2018/TT-BTN]}
5/2018/TT-BTN: {ten: Thông tư được sửa}
"""


def _groups(tmp_path: Path) -> dict[str, list[CitedText]]:
    told = edition(
        tmp_path,
        first(can_cu="[1/2020/NĐ-CP, 2/2026/NĐ-CP]"),
        first("1.000002", can_cu="[{so: 1/2020/NĐ-CP, dieu_khoan: Điều 5}, 3/2019/TT-BTN]"),
        first("1.000003", can_cu="5/2018/TT-BTN"),
        first("1.000004", can_cu="2/2026/NĐ-CP"),
        legal_documents=REGISTER,
    )
    return dict(cited_texts_page(told).says["groups"])


def test_each_text_stands_where_its_fate_puts_it(tmp_path: Path) -> None:
    groups = _groups(tmp_path)
    assert [(heading, [text.number for text in texts]) for heading, texts in groups.items()] == [
        ("Đã hết hiệu lực", ["1/2020/NĐ-CP"]),
        ("Sẽ hết hiệu lực, hoặc chưa rõ từ ngày nào", ["3/2019/TT-BTN"]),
        ("Được sửa đổi, bổ sung", ["5/2018/TT-BTN"]),
    ]


def test_who_cites_it_is_told_with_the_provision_and_the_new_text(tmp_path: Path) -> None:
    [gone] = _groups(tmp_path)["Đã hết hiệu lực"]
    assert gone.says == "được thay thế từ 01/03/2026 bởi 2/2026/NĐ-CP"
    assert gone.title == "Nghị định cũ"
    assert [(each.code, each.provision, each.beside) for each in gone.citing] == [
        ("1.000001", "", True),
        ("1.000002", "Điều 5", False),
    ]


def test_a_text_that_stands_has_no_fate(tmp_path: Path) -> None:
    told = edition(tmp_path, first(), legal_documents=REGISTER)
    assert fate_words(told, "2/2026/NĐ-CP") == []
    assert fate_words(told, None) == []
    assert fate_words(told, "3/2019/TT-BTN") == ["hết hiệu lực từ 01/03/2027 (sắp tới)"]


def test_a_catalogue_without_a_register_has_nothing_to_tell(tmp_path: Path) -> None:
    assert cited_texts_page(edition(tmp_path, first())).says["groups"] == []
