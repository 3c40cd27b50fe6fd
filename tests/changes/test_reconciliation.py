# The annex as signed beside what the records say: facts, row by row and in totals.

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.changes.lives import PERMIT, begun, by, catalogue
from tthc_catalog.changes import ChangeKind, changes_by
from tthc_catalog.changes.reconciliation import Verdict

if TYPE_CHECKING:
    from tests.changes.lives import Plain
    from tthc_catalog.changes.reconciliation import Reconciliation, RowMatch

NUMBER = "1077/QĐ-BXD"
HEAD = by(NUMBER, "2026-07-01")
SHORTER = {"cach_thuc": [{**channel, "thoi_han": "3 ngày"} for channel in PERMIT["cach_thuc"]]}
AMENDED = [begun(), {**HEAD, **SHORTER}]
REPEATED = [begun(), HEAD]
ABOLISHED = [begun(), {**HEAD, "bai_bo": "hết hiệu lực"}]
NEW = [begun(HEAD)]


def reconciled(
    lives: dict[str, list[Plain]], annex: Plain, totals: Plain | None = None
) -> Reconciliation:
    record: Plain = {"so": NUMBER, "ngay": "2026-07-01", "phu_luc": annex}
    if totals:
        record["tong_so"] = totals
    catalog = catalogue(lives, record)
    return changes_by(catalog.decision(NUMBER), catalog).reconciliation


def only(found: Reconciliation) -> RowMatch:
    (row,) = found.rows
    return row


def test_every_kind_matches_its_row() -> None:
    found = reconciled(
        {"1.000001": NEW, "1.000002": AMENDED, "1.000003": ABOLISHED},
        {
            "moi": [{"ma": "1.000001"}],
            "sua_doi": [{"ma": "1.000002"}],
            "bai_bo": [{"ma": "1.000003"}],
        },
        {"moi": "1", "sua_doi": "1", "bai_bo": "1", "tat_ca": "3"},
    )
    assert found.agrees
    assert [row.verdict for row in found.rows] == [Verdict.MATCHED] * 3
    assert found.rows[1].place == ("phu_luc", "sua_doi", 0)


def test_the_total_of_all_counts_the_rows_outside_the_four_kinds() -> None:
    found = reconciled(
        {"1.000001": NEW, "1.000002": AMENDED, "1.000003": ABOLISHED, "1.000004": REPEATED},
        {
            "moi": [{"ma": "1.000001"}],
            "sua_doi": [{"ma": "1.000002"}],
            "bai_bo": [{"ma": "1.000003"}],
            "khac": [{"ma": "1.000004"}],
        },
        {"moi": "1", "sua_doi": "1", "bai_bo": "1", "tat_ca": "4"},
    )
    assert found.agrees
    whole = found.totals[-1]
    assert (whole.heading, whole.rows, whole.codes, whole.computed) == ("all", 4, 4, 4)


def test_declared_amended_but_nothing_differs() -> None:
    row = only(reconciled({"1.000001": REPEATED}, {"sua_doi": [{"ma": "1.000001"}]}))
    assert (row.verdict, row.computed) == (Verdict.UNCHANGED, ChangeKind.REPUBLISHED)


def test_declared_new_but_it_was_in_force() -> None:
    row = only(reconciled({"1.000001": AMENDED}, {"moi": [{"ma": "1.000001"}]}))
    assert (row.verdict, row.declared, row.computed) == (
        Verdict.KIND_DIFFERS,
        ChangeKind.NEW,
        ChangeKind.AMENDED,
    )


def test_changed_but_not_declared() -> None:
    found = reconciled(
        {"1.000001": AMENDED, "1.000002": AMENDED}, {"sua_doi": [{"ma": "1.000001"}]}
    )
    assert [change.code for change in found.computed_only] == ["1.000002"]
    assert not found.agrees


def test_rows_that_were_not_copied_prove_nothing() -> None:
    found = reconciled(
        {"1.000001": AMENDED, "1.000002": AMENDED},
        {"sua_doi": [{"ma": "1.000001"}], "du_dong": "không"},
    )
    assert not found.complete
    assert found.agrees
    assert reconciled({"1.000001": AMENDED}, {}).agrees


def test_declared_without_a_document_and_without_a_procedure() -> None:
    found = reconciled(
        {"1.000001": [begun()]}, {"bai_bo": [{"ma": "1.000001"}, {"ma": "1.000009"}]}
    )
    assert [row.verdict for row in found.rows] == [Verdict.ONLY_DECLARED, Verdict.UNKNOWN]


def test_a_row_without_code_is_known_by_what_it_is_said_to_mean() -> None:
    rows = [{"ten": "Cấp phép", "hieu_la": "1.000001"}, {"ten": "Cấp phép khác"}]
    found = reconciled({"1.000001": AMENDED}, {"sua_doi": rows})
    assert [row.verdict for row in found.rows] == [Verdict.MATCHED, Verdict.UNIDENTIFIED]
    assert [row.by_meaning for row in found.rows] == [True, False]


def test_rows_of_other_contents_stand_beside_the_four_kinds() -> None:
    found = reconciled({"1.000001": AMENDED}, {"khac": [{"ma": "1.000001"}]})
    assert only(found).verdict is Verdict.MATCHED
    assert only(found).declared is None
    assert [total.rows for total in found.totals] == [0, 0, 0, 0, 1]


def test_totals_are_counted_in_every_way() -> None:
    found = reconciled(
        {"1.000001": AMENDED},
        {"sua_doi": [{"ma": "1.000001", "cap": ["tỉnh", "xã"]}, {"ma": "1.000001"}, {"ten": "X"}]},
        {"sua_doi": "4"},
    )
    total = next(total for total in found.totals if total.heading == "amended")
    assert total.title == "Sửa đổi, bổ sung"
    assert (total.printed, total.rows, total.codes, total.nameless) == (4, 3, 1, 1)
    assert (total.code_levels, total.computed) == (3, 1)
    assert not total.agrees


def test_a_replacement_answers_for_every_code_that_it_names() -> None:
    ended = [begun(), {**HEAD, "thay_the_boi": ["2.000001"]}]
    row = only(
        reconciled(
            {"1.000001": ended, "2.000001": NEW},
            {"thay_the": [{"ma": "2.000001", "thay_the": ["1.000001", "1.000002"]}]},
        )
    )
    assert row.verdict is Verdict.MATCHED
    assert [change.code for change in row.related] == ["1.000001"]
    assert row.unanswered == ("1.000002",)


def test_a_passive_row_lists_what_is_replaced() -> None:
    ended = [begun(), {**HEAD, "thay_the_boi": ["2.000001"]}]
    found = reconciled(
        {"1.000001": ended, "2.000001": NEW},
        {"thay_the": [{"ma": "1.000001", "bi_thay_the_boi": ["2.000001"]}]},
    )
    assert only(found).passive
    assert only(found).verdict is Verdict.MATCHED
    assert found.computed_only == ()


def test_of_several_changes_of_one_code_the_row_s_own_day_decides() -> None:
    later = {**HEAD, "hieu_luc": "2027-01-01", "bai_bo": "hết hiệu lực"}
    found = reconciled(
        {"1.000001": [*AMENDED, later]},
        {"sua_doi": [{"ma": "1.000001"}], "bai_bo": [{"ma": "1.000001", "hieu_luc": "2027-01-01"}]},
    )
    assert [row.computed for row in found.rows] == [ChangeKind.AMENDED, ChangeKind.ABOLISHED]
    assert found.agrees


def test_a_merge_that_no_record_states_is_only_inferred() -> None:
    found = reconciled(
        {"1.000001": ABOLISHED, "1.000002": ABOLISHED, "cap-phep": NEW},
        {"moi": [{"hieu_la": "cap-phep"}], "bai_bo": [{"ma": "1.000001"}, {"ma": "1.000002"}]},
    )
    assert not any(row.merged for row in found.rows)
    (merge,) = found.inferred_merges
    assert merge.into == "cap-phep"
    assert merge.sources == (("1.000001", 1.0), ("1.000002", 1.0))
