# The catalogue is a function of a day, and of a second day since which things are known. One class
# for each behaviour; its docstring is the sentence of law or of practice that it holds.

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.catalog import ALWAYS, Catalog, EffectBasis, Status
from tthc_catalog.errors import UnknownDecisionError, UnknownProcedureError, UnreadableError
from tthc_catalog.files.faults import MOST_FINDINGS
from tthc_catalog.files.reading import read
from tthc_catalog.records.hashing import document_hash
from tthc_catalog.records.vocabulary import Transition

if TYPE_CHECKING:
    from tthc_catalog.catalog import State

FIRST = """ma: "{code}"
quyet_dinh: {{so: 1/QĐ-X, ngay: 2026-01-05}}
hieu_luc: 2026-02-01
ten: Tên đầu
linh_vuc: thu
cap_thuc_hien: [tỉnh, xã]
thoi_han: 20 ngày
chua_ro: [trinh_tu, cach_thuc, ho_so, doi_tuong, co_quan]
"""
CODE = "9.000001"


class Memory:
    """The files of a catalogue, without a disk."""

    label = "trong bộ nhớ"
    folder = Path()

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files

    def names(self, suffix: str = "") -> list[str]:
        return sorted(name for name in self.files if name.endswith(suffix))

    def read(self, name: str) -> bytes:
        return self.files[name].encode()

    def stamp(self, name: str) -> str:
        return str(hash(self.files[name]))


def catalog_of(*later: str, decisions: tuple[str, ...] = (), **others: str) -> Catalog:
    """Return a catalogue of one life, of decisions, and of other procedures by their code."""
    files = {f"procedures/thu/{CODE}.yaml": "---\n".join([FIRST.format(code=CODE), *later])}
    for name, text in others.items():
        code = name.replace("_", ".").removeprefix("c")
        files[f"procedures/thu/{code}.yaml"] = FIRST.format(code=code) + text
    files |= {f"decisions/2026/{at}.yaml": text for at, text in enumerate(decisions)}
    catalog = Catalog.load(Memory(files), cache=False)
    assert [(finding.place.field, finding.message) for finding in catalog.findings] == []
    return catalog


def on(catalog: Catalog, day: str, known: str | None = None, code: str = CODE) -> State:
    """Return a state that must be there."""
    state = catalog.life(code).on(
        date.fromisoformat(day), date.fromisoformat(known) if known else None
    )
    assert state is not None
    return state


def document(number: int, signed: str, body: str = "", effective: str = "") -> str:
    """Return a later document."""
    starts = f"hieu_luc: {effective}\n" if effective else ""
    return f"quyet_dinh: {{so: {number}/QĐ-X, ngay: {signed}}}\n{starts}{body}"


class TestEffect:
    """Quyết định áp dụng từ ngày có hiệu lực, không phải từ ngày ký."""

    catalog = catalog_of(document(2, "2026-06-20", "thoi_han: 10 ngày làm việc\n", "2026-07-01"))

    def test_before_the_first_day_it_is_to_come(self) -> None:
        state = on(self.catalog, "2026-01-31")
        assert state.status is Status.FUTURE
        assert (state.since, state.until) == (ALWAYS, date(2026, 1, 31))
        assert not state.in_force
        assert self.catalog.on(date(2026, 1, 31)).in_force == {}

    def test_from_the_first_day_it_is_in_force(self) -> None:
        state = on(self.catalog, "2026-02-01")
        assert state.status is Status.IN_FORCE
        assert str(state.procedure.time_limit) == "20 ngày"
        assert (state.since, state.until) == (date(2026, 2, 1), date(2026, 6, 30))

    def test_the_last_day_before_a_change_still_reads_the_old_way(self) -> None:
        assert str(on(self.catalog, "2026-06-30").procedure.time_limit) == "20 ngày"
        assert str(on(self.catalog, "2026-07-01").procedure.time_limit) == "10 ngày làm việc"

    def test_what_a_decision_does_not_restate_stays(self) -> None:
        assert on(self.catalog, "2026-07-01").procedure.name == "Tên đầu"

    def test_the_history_is_all_states_in_order(self) -> None:
        assert [state.since for state in self.catalog.history(CODE)] == [
            date(2026, 2, 1),
            date(2026, 7, 1),
        ]


class TestBasis:
    """Ngày hiệu lực lấy từ văn bản; không có thì theo ngày ký, hoặc để là chưa rõ."""

    @pytest.mark.parametrize(
        ("header", "basis", "starts"),
        [
            ("quyet_dinh: {so: 2/QĐ-X}\nhieu_luc: 2026-07-01", EffectBasis.STATED, "2026-07-01"),
            ("quyet_dinh: {so: 2/QĐ-X, ngay: 2026-06-20}", EffectBasis.SIGNED, "2026-06-20"),
            ("quyet_dinh: {so: 2/QĐ-X}\nghi_nhan: 2026-07-17", EffectBasis.RECORDED, "2026-07-17"),
            ("quyet_dinh: {so: 2/QĐ-X}", EffectBasis.UNKNOWN, "2026-02-01"),
        ],
    )
    def test_where_the_day_comes_from(self, header: str, basis: EffectBasis, starts: str) -> None:
        entry = catalog_of(f"{header}\nten: Tên sau\n").life(CODE).entries[1]
        assert (entry.basis, entry.starts) == (basis, date.fromisoformat(starts))

    def test_a_document_of_no_known_day_follows_those_above_it(self) -> None:
        catalog = catalog_of(
            document(2, "2026-03-01", "thoi_han: 15 ngày\n"),
            "quyet_dinh: 3/QĐ-X\nthoi_han: 10 ngày\n",
        )
        assert str(on(catalog, "2026-02-28").procedure.time_limit) == "20 ngày"
        assert str(on(catalog, "2026-03-01").procedure.time_limit) == "10 ngày"
        assert catalog.life(CODE).on(date(2026, 3, 1), known=date(2026, 1, 4)) is None

    def test_a_row_of_the_annex_has_a_day_of_its_own(self) -> None:
        decision = (
            "so: 2/QĐ-X\nngay: 2026-06-20\nhieu_luc: 2026-07-01\n"
            f'phu_luc: {{sua_doi: [{{ma: "{CODE}", hieu_luc: 2026-08-15}}]}}\n'
        )
        catalog = catalog_of(document(2, "2026-06-20", "ten: Tên sau\n"), decisions=(decision,))
        assert on(catalog, "2026-08-14").procedure.name == "Tên đầu"
        assert on(catalog, "2026-08-15").procedure.name == "Tên sau"


class TestLaterKnowledge:
    """Điều nguồn chưa nêu thì bổ sung sau ở hồ sơ quyết định; tài liệu đã công bố giữ nguyên."""

    later = "quyet_dinh: {so: 2/QĐ-X}\nghi_nhan: 2026-07-17\nten: Tên sau\n"

    def test_an_unknown_day_of_effect_is_filled_in_beside_the_record(self) -> None:
        before = catalog_of(self.later)
        after = catalog_of(
            self.later, decisions=("so: 2/QĐ-X\nngay: 2026-06-20\nhieu_luc: 2026-07-01\n",)
        )
        assert before.life(CODE).documents == after.life(CODE).documents
        assert on(before, "2026-07-10").procedure.name == "Tên đầu"
        assert on(after, "2026-07-10").procedure.name == "Tên sau"
        assert after.life(CODE).entries[1].basis is EffectBasis.STATED

    def test_a_number_that_several_decisions_bear_names_none_of_them(self) -> None:
        texts = ("so: 2/QĐ-X\nngay: 2025-06-20\n", "so: 2/QĐ-X\nngay: 2026-06-20\n")
        catalog = catalog_of(self.later, decisions=texts)
        assert catalog.life(CODE).entries[1].decision is None
        signed = self.later.replace("{so: 2/QĐ-X}", "{so: 2/QĐ-X, ngay: 2026-06-20}")
        found = catalog_of(signed, decisions=texts).life(CODE).entries[1].decision
        assert found is not None
        assert found.signed == date(2026, 6, 20)


class TestKnowledge:
    """Hai đồng hồ: quy định áp dụng ngày nào, và đến ngày nào thì người ta biết điều đó."""

    catalog = catalog_of(document(2, "2026-06-20", "ten: Tên sau\n", "2026-03-01"))

    def test_what_was_not_signed_yet_was_not_known(self) -> None:
        assert on(self.catalog, "2026-03-01", known="2026-06-19").procedure.name == "Tên đầu"
        assert on(self.catalog, "2026-03-01", known="2026-06-20").procedure.name == "Tên sau"
        assert on(self.catalog, "2026-03-01").procedure.name == "Tên sau"

    def test_before_the_first_publication_nothing_was_known(self) -> None:
        assert self.catalog.life(CODE).on(date(2026, 3, 1), date(2026, 1, 4)) is None
        assert CODE not in self.catalog.on(date(2026, 3, 1), known=date(2026, 1, 4))
        assert CODE in self.catalog.on(date(2026, 3, 1), known=date(2026, 1, 5))


class TestTimeBox:
    """Áp dụng có thời hạn: hết thời hạn thì quy định trước đó trở lại."""

    catalog = catalog_of(
        document(
            2, "2026-06-20", "het_hieu_luc: 2027-02-28\nthoi_han: 5 ngày\n", effective="2026-07-01"
        )
    )

    @pytest.mark.parametrize(
        ("day", "limit"),
        [
            ("2026-06-30", "20 ngày"),
            ("2026-07-01", "5 ngày"),
            ("2027-02-28", "5 ngày"),
            ("2027-03-01", "20 ngày"),
        ],
    )
    def test_it_applies_to_its_last_day_and_no_longer(self, day: str, limit: str) -> None:
        assert str(on(self.catalog, day).procedure.time_limit) == limit

    def test_a_trial_that_is_over_has_nothing_to_return_to(self) -> None:
        text = FIRST.format(code=CODE) + "het_hieu_luc: 2026-12-31\n"
        catalog = Catalog.load(Memory({f"procedures/thu/{CODE}.yaml": text}), cache=False)
        assert on(catalog, "2026-12-31").status is Status.IN_FORCE
        assert on(catalog, "2027-01-01").status is Status.EXPIRED

    def test_its_lapse_is_a_turn_of_its_own(self) -> None:
        turns = self.catalog.life(CODE).turns
        assert [(turn.day, turn.lapses) for turn in turns] == [
            (date(2026, 2, 1), False),
            (date(2026, 7, 1), False),
            (date(2027, 3, 1), True),
        ]


class TestSuspension:
    """Thủ tục tạm ngưng vẫn còn nhưng không dùng được, cho đến khi được khôi phục."""

    def test_suspended_and_resumed(self) -> None:
        catalog = catalog_of(
            document(2, "2026-03-01", "tam_ngung: Nâng cấp hệ thống\n"),
            document(3, "2026-04-01", "khoi_phuc: Đã nâng cấp xong\n"),
        )
        assert on(catalog, "2026-03-01").status is Status.SUSPENDED
        assert on(catalog, "2026-03-01").in_force
        assert on(catalog, "2026-04-01").status is Status.IN_FORCE


class TestCorrection:
    """Đính chính có hiệu lực từ ngày của văn bản được đính chính; chỉ được biết từ ngày ký."""

    catalog = catalog_of(
        document(2, "2026-06-20", "thoi_han: 12 ngày\n", "2026-07-01"),
        document(3, "2026-08-10", "dinh_chinh: 2/QĐ-X\nthoi_han: 2 ngày\n"),
    )

    def test_it_reads_right_from_the_day_of_what_it_corrects(self) -> None:
        assert str(on(self.catalog, "2026-07-01").procedure.time_limit) == "2 ngày"
        assert self.catalog.life(CODE).entries[2].corrects == 1

    def test_before_it_was_signed_people_read_the_mistake(self) -> None:
        state = on(self.catalog, "2026-07-01", known="2026-08-09")
        assert str(state.procedure.time_limit) == "12 ngày"

    def test_it_does_not_undo_what_came_after(self) -> None:
        catalog = catalog_of(
            document(2, "2026-06-20", "thoi_han: 12 ngày\n", "2026-07-01"),
            document(4, "2026-07-20", "thoi_han: 1 ngày\n", "2026-08-01"),
            document(3, "2026-08-10", "dinh_chinh: 2/QĐ-X\nthoi_han: 2 ngày\n"),
        )
        assert str(on(catalog, "2026-07-15").procedure.time_limit) == "2 ngày"
        assert str(on(catalog, "2026-08-15").procedure.time_limit) == "1 ngày"


class TestAbolition:
    """Thủ tục bị bãi bỏ thôi áp dụng; bãi bỏ ở một cấp thì các cấp khác vẫn thực hiện."""

    def test_it_is_over_and_its_last_text_stays_readable(self) -> None:
        catalog = catalog_of(document(2, "2026-06-20", "bai_bo: {}\n", "2026-07-01"))
        state = on(catalog, "2026-07-01")
        assert (state.status, state.procedure.name) == (Status.ABOLISHED, "Tên đầu")
        assert CODE not in catalog.on(date(2026, 7, 1)).in_force
        assert CODE in catalog.on(date(2026, 7, 1))

    def test_at_one_level_only(self) -> None:
        catalog = catalog_of(document(2, "2026-06-20", "bai_bo: {cap: xã}\n"))
        state = on(catalog, "2026-06-20")
        assert (state.status, state.ended_levels) == (Status.IN_FORCE, ("xã",))
        assert list(map(str, state.procedure.levels)) == ["tỉnh"]

    def test_at_its_last_level(self) -> None:
        catalog = catalog_of(
            document(2, "2026-06-20", "bai_bo: {cap: xã}\n"),
            document(3, "2026-06-21", "bai_bo: {cap: tỉnh}\n"),
        )
        assert on(catalog, "2026-06-21").status is Status.ABOLISHED
        assert on(catalog, "2026-06-21").ended_levels == ("xã", "tỉnh")


class TestReplacement:
    """Thủ tục được thay thế dẫn đến thủ tục thay thế nó."""

    catalog = catalog_of(
        document(2, "2026-06-20", 'thay_the_boi: ["9.000002", "9.000003"]\n'),
        c9_000002='thay_the: ["9.000001"]\n',
    )

    def test_it_leads_to_its_successors(self) -> None:
        state = on(self.catalog, "2026-06-20")
        assert state.status is Status.REPLACED
        assert state.successors == ("9.000002", "9.000003")

    def test_either_side_may_say_so(self) -> None:
        assert self.catalog.predecessors == {"9.000002": (CODE,), "9.000003": (CODE,)}

    def test_replaced_under_its_own_code_it_goes_on(self) -> None:
        catalog = catalog_of(document(2, "2026-06-20", f'thay_the_boi: ["{CODE}"]\nten: Tên sau\n'))
        state = on(catalog, "2026-06-20")
        assert (state.status, state.procedure.name) == (Status.IN_FORCE, "Tên sau")


class TestOneDay:
    """Nhiều quyết định cùng ngày hiệu lực: ký sau áp dụng sau, trừ khi nêu thứ tự."""

    later = (
        document(3, "2026-06-25", "ten: Ký sau\n", "2026-07-01"),
        document(2, "2026-06-20", "ten: Ký trước\nthoi_han: 3 ngày\n", "2026-07-01"),
    )

    def test_what_was_signed_later_applies_later(self) -> None:
        procedure = on(catalog_of(*self.later), "2026-07-01").procedure
        assert (procedure.name, str(procedure.time_limit)) == ("Ký sau", "3 ngày")

    def test_a_stated_order_counts_more(self) -> None:
        decisions = (
            "so: 2/QĐ-X\nngay: 2026-06-20\nthu_tu: 2\n",
            "so: 3/QĐ-X\nngay: 2026-06-25\nthu_tu: 1\n",
        )
        catalog = catalog_of(*self.later, decisions=decisions)
        assert on(catalog, "2026-07-01").procedure.name == "Ký trước"

    def test_signed_on_one_day_they_follow_the_file(self) -> None:
        same = [text.replace("2026-06-25", "2026-06-20") for text in self.later]
        assert on(catalog_of(*same), "2026-07-01").procedure.name == "Ký trước"


class TestGoverning:
    """Hồ sơ nộp trước ngày hiệu lực theo quy định chuyển tiếp; không nêu thì nói là không nêu."""

    received, handled = date(2026, 6, 25), date(2026, 7, 10)
    later = document(2, "2026-06-20", "thoi_han: 10 ngày làm việc\n", "2026-07-01")

    @pytest.mark.parametrize(
        ("stated", "rule", "limits"),
        [
            ("giữ quy định cũ", Transition.OLD_RULES, ["20 ngày"]),
            ("áp dụng quy định mới", Transition.NEW_RULES, ["10 ngày làm việc"]),
            ("được lựa chọn", Transition.CHOICE, ["20 ngày", "10 ngày làm việc"]),
            (None, None, ["20 ngày", "10 ngày làm việc"]),
        ],
    )
    def test_by_the_rule_of_the_decision(
        self, stated: str | None, rule: Transition | None, limits: list[str]
    ) -> None:
        transition = f"chuyen_tiep: {stated}\n" if stated else ""
        decision = f"so: 2/QĐ-X\nngay: 2026-06-20\nhieu_luc: 2026-07-01\n{transition}"
        catalog = catalog_of(self.later, decisions=(decision,))
        answer = catalog.governing(CODE, received=self.received, on=self.handled)
        assert answer.rule is rule
        assert [str(state.procedure.time_limit) for state in answer.versions] == limits
        assert [entry.label for entry in answer.entries] == ["2/QĐ-X"]

    def test_without_a_change_in_between_there_is_nothing_to_decide(self) -> None:
        answer = catalog_of(self.later).governing(CODE, received=date(2026, 7, 2), on=self.handled)
        assert (answer.rule, len(answer.versions), answer.entries) == (None, 1, ())


class TestQuestions:
    """Câu hỏi sai thì có câu trả lời rõ ràng, nêu cả điều gần đúng."""

    catalog = catalog_of(
        decisions=("so: 2/QĐ-X\nngay: 2025-06-20\n", "so: 2/QĐ-X\nngay: 2026-06-20\n")
    )

    @pytest.mark.parametrize(
        ("code", "near"),
        [("9.000001.H29", CODE), ("9.00001", CODE), ("9000001", CODE), ("xyz", "")],
    )
    def test_near_codes_are_named(self, code: str, near: str) -> None:
        hint = f" Mã gần giống trong danh mục: {near}." if near else ""
        with pytest.raises(UnknownProcedureError) as raised:
            self.catalog.life(code)
        assert str(raised.value) == f"Danh mục không có thủ tục mã {code}.{hint}"

    def test_a_number_of_several_decisions_needs_its_day(self) -> None:
        with pytest.raises(
            UnknownDecisionError, match="Có 2 quyết định số 2/QĐ-X; hãy nêu ngày ký"
        ):
            self.catalog.decision("2/QĐ-X")
        for said in ("Quyết định số 2/QĐ-X", "2/qd-x"):
            assert self.catalog.decision(said, date(2026, 6, 20)).signed == date(2026, 6, 20)
        with pytest.raises(UnknownDecisionError, match="không có quyết định số 3/QĐ-X"):
            self.catalog.decision("3/QĐ-X")

    def test_a_missing_folder_is_one_sentence(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableError, match="không tồn tại"):
            Catalog.load(tmp_path / "nowhere")

    def test_procedures_are_listed_by_field_and_level(self) -> None:
        day = self.catalog.on(date(2026, 3, 1))
        assert set(day.where(field="thu", level="xã")) == {CODE}
        assert day.where(level="bộ") == {}
        assert day.where(agency="Sở nào đó") == {}


class TestDamage:
    """Một tệp hỏng không che các tệp khác, và được nêu thành phát hiện."""

    def test_a_code_stands_in_one_file(self) -> None:
        text = FIRST.format(code=CODE)
        files = {"procedures/a/x.yaml": text, "procedures/b/x.yaml": text}
        catalog = Catalog.load(Memory(files), cache=False)
        (found,) = catalog.findings
        assert found.place.file == "procedures/b/x.yaml"
        assert found.message == (
            f"Tệp này và tệp procedures/a/x.yaml cùng ghi thủ tục {CODE}; hai tệp như nhau."
        )
        assert catalog.life(CODE).file == "procedures/a/x.yaml"

    @pytest.mark.parametrize(
        ("more", "ledger", "stays", "why"),
        [
            ("", "", "thu", "tệp kia nằm đúng thư mục lĩnh vực, tệp này thì không"),
            ("---\nquyet_dinh: 9/QĐ-X\n", "", "thu", "tệp kia nằm đúng thư mục lĩnh vực"),
            ("---\nquyet_dinh: 9/QĐ-X\n", "ledger.jsonl", "a", "nhiều tài liệu đã ghi sổ hơn"),
        ],
    )
    def test_the_copy_is_blamed_and_not_the_published_one(
        self, more: str, ledger: str, stays: str, why: str
    ) -> None:
        text = FIRST.format(code=CODE)
        files = {f"procedures/a/{CODE}.yaml": text + more, f"procedures/thu/{CODE}.yaml": text}
        if ledger:
            published = read(files[f"procedures/a/{CODE}.yaml"]).documents
            files[ledger] = "\n".join(document_hash(each) for each in published)
        catalog = Catalog.load(Memory(files), cache=False)
        (found,) = (each for each in catalog.findings if each.id == "code-twice")
        left = "a" if stays == "thu" else "thu"
        assert catalog.life(CODE).file == f"procedures/{stays}/{CODE}.yaml"
        assert found.place.file == f"procedures/{left}/{CODE}.yaml"
        assert why in found.message
        assert found.seen_from("x").message.startswith(
            f"Tệp này và tệp x/procedures/{stays}/{CODE}.yaml cùng ghi"
        )
        assert found.mend.startswith("Xóa tệp này")

    def test_a_folder_copied_whole_looks_for_the_ledger_once(self) -> None:
        codes = [f"1.00000{number}" for number in range(1, 6)]
        files = {
            f"procedures/{folder}/{code}.yaml": FIRST.format(code=code)
            for folder in ("thu", "thu-ban-sao")
            for code in codes
        }
        asked: list[str] = []

        class Counting(Memory):
            def names(self, suffix: str = "") -> list[str]:
                asked.append(suffix)
                return super().names(suffix)

        catalog = Catalog.load(Counting(files), cache=False)
        assert [each.id for each in catalog.findings] == ["code-twice"] * 5
        assert asked.count("ledger.jsonl") == 1

    @pytest.mark.parametrize(
        ("line", "field"),
        [
            ("thoi_han:", "thoi_han"),
            ("thoi_han: null", "thoi_han"),
            ("hieu_luc:", "hieu_luc"),
            ("phi_le_phi:\n- 5.000 đồng\n-", "phi_le_phi[1]"),
            ("thay_the:", "thay_the"),
            ("thay_the: [~]", "thay_the[0]"),
            ("can_cu:", "can_cu"),
            ("dinh_chinh:", "dinh_chinh"),
            ("su_kien: null", "su_kien"),
            ("ket_qua: [{ten: }]", "ket_qua[0].ten"),
            ("mo_ta:", "mo_ta"),
        ],
    )
    def test_a_value_that_is_not_there_is_told_once(self, line: str, field: str) -> None:
        text = f"{FIRST.format(code=CODE)}---\nquyet_dinh: 2/QĐ-X\n{line}\n"
        found = Catalog.load(Memory({f"procedures/thu/{CODE}.yaml": text}), cache=False).findings
        assert [(each.id, each.message) for each in found] == [
            ("empty-value", f"`{field}` không có giá trị.")
        ]

    def test_an_empty_value_of_the_calendar_is_told_once(self) -> None:
        text = '"2026":\n  nguon: x\n  nghi:\n  - {tu: , ten: Tết}\n'
        found = Catalog.load(Memory({"working_calendar.yaml": text}), cache=False).findings
        assert [(each.id, each.place.line) for each in found] == [("empty-value", 4)]

    @pytest.mark.parametrize("others", [0, 2])
    def test_a_procedure_among_the_decisions_is_told_as_that_and_nothing_else(
        self, others: int
    ) -> None:
        documents = [FIRST.format(code=CODE), *(document(2 + at, "2026-06-01") for at in range(2))]
        text = "---\n".join(documents[: 1 + others])
        (found,) = Catalog.load(Memory({"decisions/2026/x.yaml": text}), cache=False).findings
        assert found.message == (
            "Tệp này ghi một thủ tục, nhưng nằm trong thư mục của các quyết định."
        )
        assert found.mend == "Chuyển tệp sang `procedures/<lĩnh vực>/`."

    def test_a_decision_is_one_document(self) -> None:
        text = "so: 1/QĐ-X\n---\nso: 2/QĐ-X\n"
        (found,) = Catalog.load(Memory({"decisions/2026/x.yaml": text}), cache=False).findings
        assert found.message == "Tệp này phải có đúng một tài liệu, không phải 2."

    @pytest.mark.parametrize(
        ("left", "stays"),
        [
            ("2026/1-QD-X (1)", "2026/1-QD-X"),
            ("2026/0-ban-sao", "2026/1-QD-X"),
            ("2026/0-ban-sao", "2026/1-QD-X-thu"),
            ("2026/1-QD-X-ban-sao", "2026/1-QD-X"),
            ("2025/1-QD-X", "2026/1-QD-X"),
            ("2026/b", "2026/a"),
        ],
    )
    def test_of_two_files_of_a_decision_the_wrongly_named_one_is_blamed(
        self, left: str, stays: str
    ) -> None:
        text = "so: 1/QĐ-X\nngay: 2026-07-01\n"
        files = {f"decisions/{name}.yaml": text for name in (left, stays)}
        catalog = Catalog.load(Memory(files), cache=False)
        (found,) = catalog.findings
        assert found.place.file == f"decisions/{left}.yaml"
        assert found.message == (
            f"Quyết định 1/QĐ-X ngày 01/07/2026 đã có ở tệp decisions/{stays}.yaml."
        )
        assert found.mend == "Xóa tệp này, hoặc sửa số, ngày nếu là quyết định khác."
        assert [timed.file for timed in catalog.decisions] == [f"decisions/{stays}.yaml"]

    def test_a_decision_without_a_day_that_is_there_twice_is_told_without_one(self) -> None:
        files = {f"decisions/2026/{name}.yaml": "so: 1/QĐ-X\n" for name in ("1-QD-X", "2-QD-X")}
        (found,) = Catalog.load(Memory(files), cache=False).findings
        assert found.message == "Quyết định 1/QĐ-X đã có ở tệp decisions/2026/1-QD-X.yaml."

    def test_a_wrong_value_is_told_once_though_it_lacks_its_quotes_too(self) -> None:
        text = FIRST.format(code=CODE) + "phi_le_phi: 50.000\n"
        found = Catalog.load(Memory({"procedures/a/x.yaml": text}), cache=False).findings
        assert [(each.id, each.place.field) for each in found] == [("not-a-fee", "phi_le_phi")]
        assert "`50.000 đồng`" in found[0].mend

    def test_the_others_are_read(self) -> None:
        files = {"procedures/a/x.yaml": FIRST.format(code=CODE), "procedures/b/y.yaml": "ma: [\n"}
        catalog = Catalog.load(Memory(files), cache=False)
        assert set(catalog.lives) == {CODE}
        assert {finding.place.file for finding in catalog.findings} == {"procedures/b/y.yaml"}

    @pytest.mark.parametrize("boxed", ["", "het_hieu_luc: 2026-01-01\n"])
    def test_documents_of_no_known_day_have_no_eve(self, boxed: str) -> None:
        opening = FIRST.format(code=CODE).splitlines(keepends=True)
        opening = [line for line in opening if not line.startswith(("quyet_dinh", "hieu_luc"))]
        opening[-1] = opening[-1].replace("[", "[quyet_dinh, ")
        text = "".join(opening) + f"---\nchua_ro: [quyet_dinh]\nten: Tên sau\n{boxed}"
        catalog = Catalog.load(Memory({"procedures/thu/x.yaml": text}), cache=False)
        turns = catalog.life(CODE).turns
        assert [turn.day for turn in turns][:2] == [ALWAYS, ALWAYS]
        assert turns[1].before is not None
        assert turns[1].before.until == ALWAYS

    def test_a_register_with_very_many_faults_tells_some_and_counts_the_rest(self) -> None:
        text = "".join(f"k{index}: v\n" for index in range(MOST_FINDINGS + 5))
        catalog = Catalog.load(Memory({"fields.yaml": text}), cache=False)
        assert len(catalog.findings) == MOST_FINDINGS + 1
        assert catalog.findings[-1].message == "Tệp còn 5 lỗi nữa không được kể ở đây."


# --- properties -----------------------------------------------------------------------------------

days = st.dates(date(2026, 1, 1), date(2026, 3, 31))
bodies = st.sampled_from(
    [
        "ten: Tên sau\n",
        "thoi_han: 3 ngày\n",
        "cap_thuc_hien: bộ\n",
        "tam_ngung: lý do\n",
        "khoi_phuc: lý do\n",
        "bai_bo: {}\n",
        'thay_the_boi: ["9.000002"]\n',
        "",
    ]
)


@st.composite
def later_documents(draw: st.DrawFn) -> list[str]:
    """Return documents of any effect, in any order, some of them for a time only."""
    texts = []
    for number in range(draw(st.integers(0, 5))):
        signed, starts = draw(days), draw(days)
        body = draw(bodies)
        if draw(st.booleans()):
            body += f"het_hieu_luc: {starts + timedelta(draw(st.integers(0, 40)))}\n"
        texts.append(document(number + 2, str(signed), body, str(starts)))
    return texts


def _told(state: State | None) -> object:
    return state and (state.status, state.procedure, state.successors, state.since, state.until)


@given(later_documents())
def test_the_law_changes_on_a_day_of_effect_and_on_no_other(later: list[str]) -> None:
    catalog = catalog_of(*later)
    life = catalog.life(CODE)
    boundaries = {entry.starts for entry in life.entries}
    boundaries |= {entry.ends + timedelta(1) for entry in life.entries if entry.ends}
    day = date(2025, 12, 25)
    while day < date(2026, 5, 20):
        if day + timedelta(1) not in boundaries:
            assert _told(life.on(day)) == _told(life.on(day + timedelta(1)))
        day += timedelta(1)


@given(later_documents())
def test_states_cover_the_days_without_gap_or_overlap(later: list[str]) -> None:
    states = catalog_of(*later).history(CODE)
    for one, other in pairwise(states):
        assert one.until is not None
        assert other.since == one.until + timedelta(1)
    assert states[-1].until is None


@given(later_documents(), days)
def test_known_now_is_known_by_the_last_day(later: list[str], day: date) -> None:
    life = catalog_of(*later).life(CODE)
    assert _told(life.on(day)) == _told(life.on(day, date(2100, 1, 1)))


@given(later_documents(), st.randoms(use_true_random=False), days)
def test_the_order_of_files_does_not_count(later: list[str], random: object, day: date) -> None:
    """Only the order of law counts, as long as no two decisions share their days."""
    signed = {text.split("ngay: ")[1][:10] for text in later}
    if len(signed) < len(later):
        return
    shuffled = list(later)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    one, other = (catalog_of(*texts).life(CODE).on(day) for texts in (later, shuffled))
    assert one is not None
    assert other is not None
    assert (one.status, one.procedure) == (other.status, other.procedure)
