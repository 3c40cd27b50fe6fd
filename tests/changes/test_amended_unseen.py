# A decision may be known to amend a procedure while nobody knows what the text was before. Calling
# that "published again, unchanged" would deny what the paper says.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.catalog import Catalog
from tthc_catalog.changes import ChangeKind, changes_in

if TYPE_CHECKING:
    from pathlib import Path

FIRST = """\
ma: "2.000992"
quyet_dinh:
  so_in: Chưa rõ
chua_ro:
  - trinh_tu
  - cach_thuc
  - ho_so
  - thoi_han
  - doi_tuong
  - co_quan
ten: Chứng thực chữ ký người dịch
linh_vuc: chung-thuc
cap_thuc_hien:
  - xã
---
"""
DECISION = "quyet_dinh:\n  so: 1766/QĐ-UBND\n  ngay: 2020-08-03\n"
CRAWL = "quyet_dinh:\n  so: 858/QĐ-BTP\nghi_nhan: 2026-06-10\n"


def last_change(folder: Path, later: str) -> tuple[ChangeKind, str]:
    place = folder / "procedures" / "chung-thuc"
    place.mkdir(parents=True)
    (place / "2.000992.yaml").write_text(FIRST + later, encoding="utf-8")
    catalog = Catalog.load(folder, cache=False)
    assert catalog.findings == ()
    change = changes_in(catalog.life("2.000992"), catalog)[-1]
    return change.kind, change.reasons[0].sentence


def test_a_part_first_stated_by_the_amending_decision_is_amended_unseen(tmp_path: Path) -> None:
    kind, said = last_change(tmp_path, DECISION + "thoi_han: 9 ngày\n")
    assert kind is ChangeKind.AMENDED
    assert said == (
        "Được sửa đổi, bổ sung, nhưng nguồn không nêu đủ nội dung trước và sau ở: "
        "Thời hạn giải quyết."
    )


def test_a_part_that_the_decision_changed_unread_is_amended_unseen(tmp_path: Path) -> None:
    kind, said = last_change(tmp_path, DECISION + "chua_ro:\n  - ho_so\n")
    assert kind is ChangeKind.AMENDED
    assert said.endswith("ở: Thành phần, số lượng hồ sơ.")


def test_a_decision_that_names_no_part_publishes_again(tmp_path: Path) -> None:
    assert last_change(tmp_path, DECISION)[0] is ChangeKind.REPUBLISHED


def test_what_only_a_crawl_reveals_may_have_stood_before(tmp_path: Path) -> None:
    assert last_change(tmp_path, CRAWL + "thoi_han: 9 ngày\n")[0] is ChangeKind.REPUBLISHED
