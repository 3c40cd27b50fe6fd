# A small catalogue for each rule, and all that all rules say of it, reviewed as a diff: a rule that
# talks too much shows up in the folders of the others. To print the pages anew, and to lay a
# folder for a new rule: python tests/rules/test_fixtures.py

from __future__ import annotations

from pathlib import Path

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.rules import RULES, check
from tthc_catalog.rules.example import EXAMPLE_DAY, ExampleTree, example_files

HERE = Path(__file__).parent
IDS = sorted(path.name for path in HERE.iterdir() if (path / "findings.txt").is_file())
DECISION = """\
so: 99/QĐ-UBND
ngay: 2026-08-20
hieu_luc: 2026-08-20
co_quan: UBND tỉnh
phu_luc:
  du_dong: không
"""


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.y*ml"))
    }


def _told(texts: dict[str, str]) -> str:
    catalog = Catalog.load(ExampleTree(texts), cache=False)
    return "".join(
        f"{found.place}: {found.severity.label} [{found.id}] {found.place.field}\n"
        f"  {found.message}\n  {found.mend}\n"
        for found in check(catalog, EXAMPLE_DAY, rules=RULES)
    )


def test_every_rule_has_a_folder() -> None:
    assert sorted(rule.id for rule in RULES) == IDS


@pytest.mark.parametrize("name", IDS)
def test_every_rule_says_this_of_every_catalogue(name: str) -> None:
    expected = (HERE / name / "findings.txt").read_text(encoding="utf-8")
    assert f"[{name}]" in expected
    assert _told(_texts(HERE / name)) == expected


@pytest.mark.parametrize("name", IDS)
def test_twins_say_the_same(name: str) -> None:
    texts = _texts(HERE / name)
    assert _told(texts) == _told(dict(reversed(texts.items())))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_publishing_again_without_a_change_breaks_nothing(rule: object) -> None:
    """The most frequent thing in reality: another decision, the same content."""
    good = getattr(rule, "good", "")
    texts = example_files(good)
    before = Catalog.load(ExampleTree(texts), cache=False).on(EXAMPLE_DAY)
    for code, state in before.items():
        file = next(name for name in texts if name.endswith(f"/{code}.yaml"))
        if state.in_force:
            texts[file] += "---\nquyet_dinh: 99/QĐ-UBND\n"
    texts["decisions/2026/99-QD-UBND.yaml"] = DECISION
    running = [each for each in RULES if each.by_default]
    catalog = Catalog.load(ExampleTree(texts), cache=False)
    found = check(catalog, EXAMPLE_DAY, rules=running)
    assert not found, "\n".join(f"{each.place} [{each.id}] {each.message}" for each in found)


if __name__ == "__main__":
    for each in RULES:
        folder = HERE / each.id
        if not folder.is_dir():
            for file, text in example_files(each.bad).items():
                path = folder / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        (folder / "findings.txt").write_text(_told(_texts(folder)), encoding="utf-8")
