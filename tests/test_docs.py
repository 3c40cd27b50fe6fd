# Documentation is a promise like any other. Every YAML example is read by the real reader, every
# command is run and its answer compared, every Python example is executed, every table of
# spellings is parsed, every link is followed. After a change that is meant:
# TTHC_GOLDEN=write pytest tests/test_docs.py, then read the difference.
#
# How a page is read. A YAML example that begins with comments naming files stands in those files:
# one that goes on with `---` is appended to them, any other is the whole file. An example without a
# file is a later document of a procedure. In an answer a line of … stands for lines left out.

from __future__ import annotations

import ast
import doctest
import os
import re
import shlex
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from markdown.extensions.toc import slugify  # type: ignore[import-untyped]  # comes with MkDocs

from tthc_catalog import cli
from tthc_catalog.catalog import Catalog, Life
from tthc_catalog.cli import main
from tthc_catalog.files.reading import read
from tthc_catalog.finding import Place
from tthc_catalog.outputs.glossary import glossary
from tthc_catalog.records import parse, parse_life
from tthc_catalog.records.decision import Decision
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.fee import FeeError, parse_fees
from tthc_catalog.records.record import record_in
from tthc_catalog.records.registers import DOCUMENTS, REGISTERS
from tthc_catalog.records.time_limit import TimeLimitError, parse_time_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import BaseModel

    from tthc_catalog.finding import Finding

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in DOCS.rglob("*.md"))
TEXTS = [*PAGES, "README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
WRITING = os.environ.get("TTHC_GOLDEN") == "write"


class Block(NamedTuple):
    """A fenced block of a page."""

    page: str
    language: str
    text: str
    line: int


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a page in their order."""
    text = (ROOT / page).read_text("utf-8")
    return [
        Block(page, found[1], found[2], text[: found.start()].count("\n") + 1)
        for found in re.finditer(r"^```([a-z]+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    ]


# --- the small catalogue in which the officers' pages are tried -----------------------------------

BEFORE = ("2.001023", "2.000986", "2.002621", "1.013225")
"""Procedures of the sample catalogue as they stood before the two decisions that a page enters."""

ENTERED = ("3582/QĐ-UBND", "1077/QĐ-BXD")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An officer's working copy: four procedures, the registers, all committed on `main`."""
    catalog = tmp_path / "catalog"
    catalog.mkdir()
    for name in ("fields", "authorities", "legal_documents", "working_calendar"):
        shutil.copy(ROOT / "catalog" / f"{name}.yaml", catalog)
    (catalog / "catalog.yaml").write_text("ten: Danh mục của cơ quan\n", "utf-8")
    for code in BEFORE:
        (kept,) = (ROOT / "catalog" / "procedures").glob(f"*/{code}.yaml")
        documents = kept.read_text("utf-8").split("\n---\n")
        older = [each for each in documents if not any(f"so: {n}" in each for n in ENTERED)]
        place = tmp_path / kept.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n---\n".join(each.rstrip("\n") for each in older) + "\n", "utf-8")
    someone = ("-c", "user.name=An", "-c", "user.email=an@example.vn", "-c", "gc.auto=0")
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "Nền")):
        subprocess.run(["git", *someone, *words], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "TTHC_CATALOG", "TTHC_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TTHC_TODAY", "2026-09-10")
    monkeypatch.setenv("LANGUAGE", "vi")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


def _target(block: Block) -> tuple[list[str], str]:
    """Return the files that an example's first comments name, and what follows."""
    lines = block.text.splitlines(keepends=True)
    names = []
    while lines and (found := re.fullmatch(r"# ([\w./<>-]+\.ya?ml)\n", lines[0])):
        names.append(found[1])
        lines.pop(0)
    return names, "".join(lines)


def _put(block: Block, folder: Path) -> None:
    names, text = _target(block)
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith("---\n"):
            path.write_text(path.read_text("utf-8") + text, "utf-8")
        else:
            path.write_text(text, "utf-8")


def _answer(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    words = shlex.split(command)
    assert words[0] == "tthc"
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main(words[1:])
    return capsys.readouterr().out


def _says(shown: str, told: str) -> bool:
    """Tell whether an answer reads as shown; a line of … stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in shown.splitlines()
    )
    return re.fullmatch(pattern, told if told.endswith("\n") else told + "\n") is not None


def _try(page: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> int:
    """Put what a page writes and run what it runs, in order; return how many commands ran."""
    ran = 0
    for block in blocks(page):
        if block.language == "yaml":
            _put(block, folder)
        if block.language != "console":
            continue
        for command, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE):
            told = _answer(command, capsys)
            assert _says(shown, told), f"{page}:{block.line} $ {command}\n{told}"
            ran += 1
    return ran


def test_one_decision_goes_from_paper_to_page_as_told(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _try("docs/can-bo/mot-quyet-dinh.md", desk, capsys) == 6
    answer = _answer("tthc check catalog --format json", capsys)
    assert '"level": "error"' not in answer
    assert '"level": "warning"' not in answer


def test_what_the_page_writes_is_what_the_sample_catalogue_holds(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The example must not drift from the decisions that it tells of."""
    _try("docs/can-bo/mot-quyet-dinh.md", desk, capsys)
    (kept,) = (ROOT / "catalog" / "procedures").glob("*/3.000722.yaml")
    (shown,) = (desk / "catalog" / "procedures").glob("*/3.000722.yaml")
    wanted, told = (parse_life(read(path.read_bytes()).documents, "")[0] for path in (kept, shown))
    for name in ("decision", "name", "predecessors", "unknown", "events"):
        assert getattr(told[0], name) == getattr(wanted[0], name), name
    (kept,) = (ROOT / "catalog" / "procedures").glob("*/1.013225.yaml")
    (shown,) = (desk / "catalog" / "procedures").glob("*/1.013225.yaml")
    wanted, told = (parse_life(read(path.read_bytes()).documents, "")[0] for path in (kept, shown))
    assert told[1].decision == wanted[1].decision
    assert [each.time_limit for each in told[1].channels] == [
        each.time_limit for each in wanted[1].channels
    ]


def test_a_finding_reads_as_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (faulty,) = (block for block in blocks("docs/can-bo/phat-hien.md") if block.language == "text")
    path = desk / "catalog" / "procedures" / "hoat-dong-xay-dung" / "1.013225.yaml"
    path.write_text(
        path.read_text("utf-8")
        + "---\nquyet_dinh: 1077/QĐ-BXD\nghi_nhan: 2026-07-17\n"
        + "nguon: Cổng Dịch vụ công quốc gia\ncap_thuc_hien: xã\n"
        + faulty.text.replace("  - {", "  - {kenh: trực tiếp, thoi_han: 15 ngày}\n  - {"),
        "utf-8",
    )
    shown = [block for block in blocks("docs/can-bo/phat-hien.md") if block.language == "console"]
    command, expected = re.findall(r"^\$ (.+)\n((?:.*\n)*)", shown[0].text, re.MULTILINE)[0]
    assert _says("…\n" + expected, _answer(command, capsys))


def test_a_slip_of_our_own_is_put_right_from_the_laws_day() -> None:
    """The recipe for a recorded document that was copied wrongly."""
    (recipe,) = (
        block for block in blocks("docs/can-bo/tinh-huong.md") if "chép nhầm 12 ngày" in block.text
    )
    signed = {"so": "1/QĐ-UBND", "ngay": "2026-01-15"}
    first: dict[str, object] = {"ma": "1.000001", "quyet_dinh": signed}
    first |= {"chua_ro": _PARTS, "thoi_han": "12 ngày"}
    documents, faults = parse_life([first, *read(recipe.text).documents], "")
    assert not faults
    life = Life("1.000001", "", documents)
    catalog = Catalog(lives={life.code: life})
    day = date(2026, 3, 1)
    state = catalog.on(day)["1.000001"]
    held = catalog.on(day, known=day)["1.000001"]
    assert str(state.procedure.time_limit) == "2 ngày"
    assert str(held.procedure.time_limit) == "12 ngày"


# --- examples ------------------------------------------------------------------------------------


def _faults(block: Block) -> list[Finding]:
    names, text = _target(block)
    later = "procedures/x/1.000001.yaml" if "/can-bo/" in block.page else ""
    name = names[0] if names else later
    if not name.removeprefix("catalog/").startswith(("procedures/", "decisions/")) and (
        name.removeprefix("catalog/") not in {*DOCUMENTS, *REGISTERS}
    ):
        # Not a file of a catalogue: a workflow, a configuration.
        yaml.safe_load(text)
        return []
    stream = read(text.removeprefix("---\n"), name)
    found = list(stream.findings)
    below = name.removeprefix("catalog/")
    if below.startswith("procedures/"):
        first = "ma" in stream.documents[0] or "ma_noi_bo" in stream.documents[0]
        # What stands before a later document is not what the example is about.
        before = [] if first else [{"ma": "1.000001", "quyet_dinh": "1/QĐ-UBND", "chua_ro": _PARTS}]
        found += parse_life([*before, *stream.documents], name)[1]
    elif below.startswith("decisions/"):
        found += parse(Decision, stream.documents[0], Place(name))[1]
    elif below in DOCUMENTS:
        for document in stream.documents:
            found += parse(DOCUMENTS[below], document, Place(name))[1]
    elif below in REGISTERS:
        for key, entry in stream.documents[0].items():
            found += parse(REGISTERS[below], entry, Place(name, 0, (key,)))[1]
    return found


_PARTS = [
    str(field.alias)
    for field in ProcedureDocument.model_fields.values()
    if isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get("compulsory")
]
EXAMPLES = [
    pytest.param(block, id=f"{page}:{block.line}")
    for page in PAGES
    for block in blocks(page)
    if block.language == "yaml"
]


@pytest.mark.parametrize("block", EXAMPLES)
def test_every_yaml_example_is_read_without_a_fault(block: Block) -> None:
    assert [f"{found.id}: {found.message}" for found in _faults(block)] == []


CODE = [
    pytest.param(page, id=page)
    for page in PAGES
    if any(block.language in {"python", "pycon"} for block in blocks(page))
]


@pytest.mark.parametrize("page", CODE)
def test_every_python_example_runs(
    page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": "__main__"}
    for block in blocks(page):
        if block.language == "python":
            exec(compile(ast.parse(block.text), f"{page}:{block.line}", "exec"), names)  # noqa: S102 - our own page
        if block.language == "pycon":
            test = doctest.DocTestParser().get_doctest(block.text, names, page, page, block.line)
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            runner.run(test, clear_globs=False)
            names = test.globs
            assert not runner.failures, capsys.readouterr().out


TRIED_HERE = [
    pytest.param(page, id=page)
    for page in PAGES
    if page.startswith("docs/developers/")
    and any(block.language == "console" for block in blocks(page))
]


@pytest.mark.parametrize("page", TRIED_HERE)
def test_every_command_of_a_developers_page_answers_as_shown(
    page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    assert _try(page, tmp_path, capsys)


# --- tables of spellings -------------------------------------------------------------------------


UNDERSTOOD, REFUSED = "| viết | máy hiểu là |", "| viết thế này thì báo lỗi | nên viết |"


def _spellings(heading: str, head: str) -> list[tuple[str, str]]:
    """Return the rows of the table with a head, below a heading."""
    text = (DOCS / "can-bo" / "thoi-han-phi.md").read_text("utf-8")
    table = text.split(heading)[1].split("\n## ")[0].split(head)[1].split("\n\n")[0]
    return re.findall(r"^\| `(.+?)` \| (?:`(.+?)`)? ?\|$", table, re.MULTILINE)


def _fees(text: str) -> str:
    return "; ".join(str(fee) for fee in parse_fees(text))


def _limit(text: str) -> str:
    return str(parse_time_limit(text))


LIMITS, FEES = "## Thời hạn: `thoi_han`", "## Phí, lệ phí: `phi_le_phi`"


@pytest.mark.parametrize(("heading", "spell"), [(LIMITS, _limit), (FEES, _fees)])
def test_every_spelling_is_understood_as_told(heading: str, spell: Callable[[str], str]) -> None:
    rows = _spellings(heading, UNDERSTOOD)
    assert len(rows) >= 11
    assert [(typed, spell(typed)) for typed, _ in rows] == rows


@pytest.mark.parametrize(("heading", "spell"), [(LIMITS, _limit), (FEES, _fees)])
def test_every_refused_spelling_is_mended_as_told(
    heading: str, spell: Callable[[str], str]
) -> None:
    rows = _spellings(heading, REFUSED)
    assert rows
    for typed, mended in rows:
        with pytest.raises((TimeLimitError, FeeError)) as refused:
            spell(typed)
        assert (getattr(refused.value, "suggestion", None) or "") == mended


# --- the reference of keys -----------------------------------------------------------------------


def test_the_reference_of_keys_is_current() -> None:
    page = DOCS / "can-bo" / "khoa.md"
    if WRITING:
        page.write_text(glossary(), "utf-8")
    assert page.read_text("utf-8") == glossary()


def _keys(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[str, str]]:
    seen.add(model)
    for name, field in model.model_fields.items():
        yield field.alias or name, field.title or ""
        inner = record_in(field.annotation)
        if inner is not None and inner not in seen:
            yield from _keys(inner, seen)


@pytest.mark.parametrize(
    "model", [ProcedureDocument, Decision, *REGISTERS.values(), *DOCUMENTS.values()]
)
def test_every_key_of_the_records_stands_in_the_reference(model: type[BaseModel]) -> None:
    rows = set(re.findall(r"^\| `(\w+)`(?: [●○])?<br>(.+?) \|", glossary(), re.MULTILINE))
    keys = set(_keys(model, set()))
    assert len(keys) >= 3
    assert keys - rows == set()


# --- printed parts of pages ----------------------------------------------------------------------


def _stages() -> str:
    """Return each package and top module with the block at its head."""
    package = ROOT / "src" / "tthc_catalog"
    rows = []
    for path in sorted([*package.glob("*.py"), *package.rglob("*/__init__.py")]):
        head = re.match(r"((?:#.*\n)+)", path.read_text("utf-8"))
        if head is not None and path != package / "__init__.py":
            name = path.relative_to(package).as_posix().removesuffix("__init__.py")
            told = " ".join(line.strip("# ") for line in head[1].splitlines())
            rows.append(f"| `{name}` | {told} |")
    return "\n".join(["| where | why it exists |", "| --- | --- |", *rows])


PRINTED: dict[str, dict[str, Callable[[], str]]] = {
    "docs/developers/architecture.md": {"stages": _stages}
}


@pytest.mark.parametrize("page", PRINTED)
def test_the_printed_parts_of_a_page_are_current(page: str) -> None:
    path = ROOT / page
    text = path.read_text("utf-8")
    for name, printer in PRINTED[page].items():
        before, _, rest = text.partition(f"<!-- printed: {name} -->\n")
        assert rest, f"{page} has no place for {name}"
        printed = (
            f"{before}<!-- printed: {name} -->\n\n{printer()}\n\n<!-- end -->"
            + (rest.partition("<!-- end -->")[2])
        )
        if WRITING:
            path.write_text(printed, "utf-8")
            text = printed
        assert text == printed, "TTHC_GOLDEN=write pytest tests/test_docs.py prints it anew"


# --- links and verbs -----------------------------------------------------------------------------


def _anchors(path: Path) -> set[str]:
    """Return the anchors of a page: those it names, and those made of its headings."""
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    found = set()
    for heading in re.findall(r"^#{1,6} (.+)$", text, re.MULTILINE):
        named = re.search(r"\{ ?#([\w-]+) ?\}$", heading)
        found.add(named[1] if named else slugify(heading.replace("`", ""), "-"))
    return found


@pytest.mark.parametrize("page", TEXTS)
def test_every_link_leads_somewhere(page: str) -> None:
    path = ROOT / page
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    lost = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (path.parent / name).resolve() if name else path
        if not there.exists() or (anchor and anchor not in _anchors(there)):
            lost.append(target)
    assert lost == []


def test_every_page_is_in_the_navigation() -> None:
    nav = (ROOT / "mkdocs.yml").read_text("utf-8").split("\nnav:")[1]
    named = {f"docs/{name}" for name in re.findall(r"[\w/-]+\.md", nav)}
    assert set(PAGES) - named == set()


def test_every_verb_is_shown_or_told_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert {verb for verb in cli.VERBS if f"`tthc {verb}" not in text} == set()


def test_officers_pages_hold_no_untold_english() -> None:
    """What officers read is Vietnamese; names of files, keys and buttons stand in marks."""
    english = re.compile(
        r"\b(?:the|and|with|please|note|file|error|warning|default)\b", re.IGNORECASE
    )
    for page in PAGES:
        if not page.startswith("docs/can-bo/"):
            continue
        text = (ROOT / page).read_text("utf-8")
        text = re.sub(
            r"^```.*?^```$|`[^`\n]*`|\*\*.*?\*\*", "", text, flags=re.DOTALL | re.MULTILINE
        )
        assert english.findall(text) == [], page
