# Stages flow one way (import-linter sees to it). Inside a stage, modules must not lean on each
# other in a circle, or nobody can read one without the other. Imports inside functions count;
# those for the type checker do not.

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import tthc_catalog

ROOT = Path(tthc_catalog.__file__).parent
# A value reads itself from a text; its grammar, which makes such values, is asked when one is read.
READ_BY_THEIR_GRAMMAR = {"records.fee", "records.time_limit"}
STAGES = sorted(path.name for path in ROOT.iterdir() if (path / "__init__.py").is_file())


def _imports(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
        found |= _imports(node)
    return found


def _leans(stage: str) -> dict[str, set[str]]:
    modules = {
        f"tthc_catalog.{'.'.join(path.relative_to(ROOT).with_suffix('').parts)}": path
        for path in (ROOT / stage).rglob("*.py")
        if path.name != "__init__.py"
    }
    return {
        name: {
            other for other in _imports(ast.parse(path.read_text("utf-8"))) if other in modules
        } - {name}
        for name, path in modules.items()
    }  # fmt: skip


@pytest.mark.parametrize("stage", STAGES)
def test_no_modules_of_a_stage_lean_on_each_other_in_a_circle(stage: str) -> None:
    leans = _leans(stage)
    for name in READ_BY_THEIR_GRAMMAR & {each.removeprefix("tthc_catalog.") for each in leans}:
        leans[f"tthc_catalog.{name}"].discard(f"tthc_catalog.{name}_grammar")
    while free := [name for name, others in leans.items() if not others & leans.keys()]:
        for name in free:
            del leans[name]
    assert leans == {}
