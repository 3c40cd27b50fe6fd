# What reviewers would otherwise have to say again and again.

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent

ALLOWED_AT_ROOT = {
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".pre-commit-hooks.yaml",
    ".vscode",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "action.yml",
    "benchmarks",
    "catalog",
    "constraints.txt",
    "docs",
    "mkdocs.yml",
    "pyproject.toml",
    "src",
    "tests",
}
SAYS_NOTHING = {
    "base",
    "common",
    "core",
    "helpers",
    "helper",
    "manager",
    "misc",
    "service",
    "util",
    "utils",
}
BINARY = {".gz", ".ico", ".png", ".woff2"}

# Written so that these lines do not match themselves.
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:w[o]rk|r[o]ot|h[o]me/\w|U[s]ers/\w|t[m]p/\w)")
REGISTRY = re.compile(
    r"pypi\.[o]rg|p[y]thonhosted\.org|registry\.n[p]mjs|deb\.d[e]bian\.org|--(?:extra-)?i[n]dex-url"
    r"|https?://\S*/s[i]mple/"
)
NOQA = re.compile(
    r"#\s*(?:ruff:\s*)?n[o]qa(?P<codes>:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?(?P<reason>.*)"
)
TYPE_IGNORE = re.compile(r"#\s*t[y]pe:\s*ignore(?P<codes>\[[\w, -]+\])?(?P<reason>.*)")


def _files() -> list[PurePosixPath]:
    """Every file that is or could be committed."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout, so nobody knows which files belong to it")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode("utf-8").rstrip("\0").split("\0")
    return [PurePosixPath(name) for name in names if (ROOT / name).is_file()]


def _lines(*, suffix: str = "") -> list[tuple[str, str]]:
    """Every line of the text files, each with its place."""
    return [
        (f"{file}:{number}", line)
        for file in _files()
        if file.suffix not in BINARY and file.name.endswith(suffix)
        for number, line in enumerate((ROOT / file).read_text("utf-8", "replace").splitlines(), 1)
    ]


def test_the_root_holds_only_what_is_agreed() -> None:
    assert {file.parts[0] for file in _files()} <= ALLOWED_AT_ROOT


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine", "registry"])
def test_no_address_of_one_machine_or_registry_is_committed(pattern: re.Pattern[str]) -> None:
    assert [f"{place}: {line}" for place, line in _lines() if pattern.search(line)] == []


@pytest.mark.parametrize("pattern", [NOQA, TYPE_IGNORE], ids=["lint", "types"])
def test_every_exemption_names_its_rule_and_its_reason(pattern: re.Pattern[str]) -> None:
    unexplained = [
        f"{place}: {line.strip()}"
        for place, line in _lines(suffix=".py")
        if (found := pattern.search(line))
        and not (found["codes"] and re.search(r"\w{2,}\W+\w{2,}", found["reason"]))
    ]
    assert unexplained == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [
        str(file)
        for file in _files()
        if file.suffix == ".py" and SAYS_NOTHING & {*file.parts[:-1], file.stem}
    ] == []


def test_the_patterns_find_what_they_are_for() -> None:
    """A pattern that finds nothing would make its test pass for ever."""
    assert MACHINE_PATH.search("see /" + "work/main")
    assert MACHINE_PATH.search("open('/" + "home/an/x')")
    assert not MACHINE_PATH.search("../shared/work/x or https://example.vn/" + "home/x")
    assert REGISTRY.search("https://files.python" + "hosted.org/x")
    assert REGISTRY.search("--index" + "-url x")
    assert (bare := NOQA.search("x  # no" + "qa"))
    assert bare["codes"] is None
    assert (coded := NOQA.search("x  # no" + "qa: S603 - git is trusted"))
    assert coded["reason"] == " - git is trusted"
