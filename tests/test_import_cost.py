# Importing the package and asking for help must stay cheap. Time is for benchmarks/; what a test
# can hold is which libraries have been touched.

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"deepdiff", "jinja2", "markdown", "mkdocs", "pydantic", "rich", "ruamel", "yaml"}


def _imported(code: str) -> set[str]:
    """Run code in a new interpreter and name the modules it imported."""
    script = f"""
import sys
from contextlib import suppress
with suppress(SystemExit):
    {code}
print(*sys.modules, sep="\\n", file=sys.stderr)
"""
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(told.stderr.split())


@pytest.mark.parametrize(
    "code",
    [
        "import tthc_catalog",
        "import tthc_catalog; tthc_catalog.Finding",
        "sys.argv[1:] = ['--help']; from tthc_catalog.cli import main; main()",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_used(code: str) -> None:
    libraries = {name.partition(".")[0] for name in _imported(code)}
    assert "tthc_catalog" in libraries
    assert libraries & HEAVY == set()


def test_importing_the_package_imports_nothing_but_the_package() -> None:
    added = _imported("import tthc_catalog") - _imported("pass")
    assert added <= {"__future__", "tthc_catalog"}
