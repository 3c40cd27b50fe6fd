from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.outputs.site.dossier_folding import folded
from tthc_catalog.records.parts import Component, Dossier

FORM, LAND, DRAWING, LEASE = (
    Component(name=name, originals=1) for name in ("Đơn", "Giấy tờ đất", "Bản vẽ", "Hợp đồng")
)


def _case(name: str, *papers: Component, sets: int | None = 1) -> Dossier:
    return Dossier(case=name or None, components=papers, sets=sets)


def test_what_every_case_asks_for_is_told_once() -> None:
    papers = folded([_case("Xây mới", FORM, LAND, DRAWING), _case("Đi thuê", FORM, LAND, LEASE)])
    assert papers.shared == (FORM, LAND)
    assert [(case.name, case.papers) for case in papers.cases] == [
        ("Xây mới", (DRAWING,)),
        ("Đi thuê", (LEASE,)),
    ]
    assert papers.sets == 1


def test_another_number_of_copies_is_another_paper() -> None:
    two = FORM.model_copy(update={"originals": 2})
    assert folded([_case("Một", FORM, LAND), _case("Hai", two, LAND)]).shared == ()


def test_a_single_case_is_left_as_it_is() -> None:
    [case] = folded([_case("", FORM, LAND)]).cases
    assert case.papers == (FORM, LAND)


def test_sets_that_differ_stay_with_their_case() -> None:
    papers = folded([_case("Một", FORM, sets=1), _case("Hai", FORM, sets=2)])
    assert papers.sets is None
    assert [case.sets for case in papers.cases] == [1, 2]


@given(st.lists(st.lists(st.sampled_from([FORM, LAND, DRAWING, LEASE]), max_size=5), max_size=5))
def test_no_paper_is_lost_or_added(cases: list[list[Component]]) -> None:
    dossiers = [_case(str(number), *papers) for number, papers in enumerate(cases)]
    papers = folded(dossiers)
    for dossier, case in zip(dossiers, papers.cases, strict=True):
        assert {*papers.shared, *case.papers} == {*dossier.components}
        assert not {*papers.shared} & {*case.papers}
