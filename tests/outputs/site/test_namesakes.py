# Procedures that bear the same name at different levels are told apart wherever one leads to
# another; who reads only the name would file in the wrong place.

from __future__ import annotations

from datetime import date

from tthc_catalog.catalog import Catalog
from tthc_catalog.outputs.site.edition import Edition
from tthc_catalog.outputs.site.procedure_page import procedure_page
from tthc_catalog.rules.example import ExampleTree, example_files


def _files() -> dict[str, str]:
    files = example_files("noi_tiep_nhan: Quầy 3")
    ((name, text),) = [each for each in files.items() if "1.000001" in each[0]]
    other = text.replace('"1.000001"', '"1.000002"')
    return {**files, name: text, name.replace("1.000001", "1.000002"): other}


def test_who_bears_the_same_name_is_told_apart_by_level_and_code() -> None:
    edition = Edition(Catalog.load(ExampleTree(_files()), cache=False), date(2026, 9, 1))
    name = edition.states["1.000001"].procedure.name
    level = edition.states["1.000001"].procedure.levels[0]
    assert edition.apart_link("1.000002").words == f"{name} (cấp {level}; 1.000002)"
    assert procedure_page(edition, "1.000001", []).title == f"{name} (cấp {level}; 1.000001)"
    assert edition.apart_link("9.999999").words == "9.999999"


def test_a_name_of_its_own_stands_alone() -> None:
    catalog = Catalog.load(ExampleTree(example_files("noi_tiep_nhan: Quầy 3")), cache=False)
    edition = Edition(catalog, date(2026, 9, 1))
    assert edition.apart_link("1.000001") == edition.procedure_link("1.000001")
