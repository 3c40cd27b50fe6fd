# How well and how fast people find a procedure, over any file of questions and any export of the
# national portal, beside what a site would have without our search.
#
#   python benchmarks/search.py --queries FILE.jsonl --portal FILE.jsonl.gz
#   ... --browser     also in Chromium with the processor slowed down four times
#   ... --compare     also Material's own search and, if installed, Pagefind ("pagefind[bin]")
#
# A line of questions is {"q": …, "type": …, "codes": [all codes that one who means it accepts]}.

"""Measure the search: success at 1, 3, 10 and MRR by type, sizes, growth, time per question."""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import time
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tthc_catalog.search import (
    Evaluation,
    QueryCase,
    SearchIndex,
    SearchRow,
    build_index,
    evaluate,
    shipped_tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEVELS = {"isMinistry": "bộ", "isProvince": "tỉnh", "isWard": "xã", "isOtherAgency": "khác"}


def read_lines(path: Path) -> Iterator[Any]:
    """Yield the objects of a JSON Lines file, compressed or not."""
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    for line in text.decode().splitlines():
        if line.strip():
            yield json.loads(line)


def row_of(record: dict[str, Any]) -> SearchRow:
    """Return what the search needs of one answer of the portal."""
    number = (record.get("procedureProposal") or {}).get("proposalNumber")
    return SearchRow(
        code=record["code"],
        name=record["name"],
        field=next((each["name"] for each in record["categoriesDetails"]), ""),
        agencies=tuple(each["name"] for each in record["departmentsExecuting"]),
        levels=tuple(name for key, name in LEVELS.items() if record.get(key)),
        channels=tuple(sorted({each["submissionMethod"] for each in record["executionMethods"]})),
        subjects=tuple(sorted({each["name"] for each in record["subjectTypesDetails"]})),
        decisions=(number,) if number else (),
    )


def print_figures(name: str, figures: Evaluation) -> None:
    """Print one table of figures."""
    print(f"\n## {name}\n\n| type | success@1 | success@3 | success@10 | MRR |")
    print("| --- | --- | --- | --- | --- |")
    for kind, row in {"all": figures["all"], **figures["by_type"]}.items():
        print(f"| {kind} | " + " | ".join(f"{value:.3f}" for value in row.values()) + " |")


def kilobytes(data: bytes) -> float:
    """Return the compressed size."""
    return len(gzip.compress(data, 9)) / 1000


def more_rows(rows: Sequence[SearchRow], count: int) -> list[SearchRow]:
    """Return so many rows: the real ones and new ones from halves of two real names."""
    draw = random.Random(1)  # noqa: S311 - no secret, lasting names
    found = list(rows[:count])
    while len(found) < count:
        one, two = draw.choice(rows), draw.choice(rows)
        left, right = one.name.split(), two.name.split()
        name = " ".join(left[: len(left) // 2 + 1] + right[len(right) // 2 :])
        found.append(
            SearchRow(
                code=f"{draw.randint(1, 3)}.{200_000 + len(found):06d}",
                name=name,
                field=one.field,
                agencies=one.agencies,
                levels=two.levels,
                channels=two.channels,
                subjects=one.subjects,
                decisions=two.decisions,
            )
        )
    return found


def measure_growth(rows: Sequence[SearchRow], cases: Sequence[QueryCase]) -> None:
    """Print size and time for growing catalogues."""
    print("\n## Growth\n")
    print("| procedures | index kB gz | bytes gz a procedure | ready ms | ms a question |")
    print("| --- | --- | --- | --- | --- |")
    for count in (1_000, len(rows), 5_000, 10_000):
        text = build_index(more_rows(rows, count), shipped_tables())
        start = time.perf_counter()
        index = SearchIndex.from_json(text)
        ready = time.perf_counter() - start
        start = time.perf_counter()
        for case in cases[:20]:
            index.search(case["q"])
        each = (time.perf_counter() - start) / len(cases[:20])
        size = kilobytes(text.encode())
        print(
            f"| {count:,} | {size:.1f} | {size * 1000 / count:.1f} "
            f"| {ready * 1000:.0f} | {each * 1000:.1f} |"
        )


def measure_browser(text: str, cases: Sequence[QueryCase], slower: int = 4) -> None:
    """Print how long the browser needs from the loaded index to a result."""
    from others import serve, tab  # noqa: PLC0415 - only those who have a browser pay for it

    script = files("tthc_catalog.search").joinpath("search.js").read_text("utf-8")
    pages = {"index.html": "<title>x</title>", "search.js": script, "index.json": text}
    with serve(pages) as address, tab() as page:
        page.goto(address + "index.html")
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        ready, times = page.evaluate(
            """async (asked) => {
              const code = await import("./search.js");
              const index = await (await fetch("index.json")).json();
              let start = performance.now();
              const lexicon = code.prepare(index);
              const ready = performance.now() - start;
              code.search("làm giấy phép xây dựng nhà ở", lexicon); // box.js rehearses, too
              const times = asked.map((text) => {
                start = performance.now();
                code.search(text, lexicon);
                return performance.now() - start;
              });
              return [ready, times];
            }""",
            [case["q"] for case in cases],
        )
    ordered = sorted(times)
    print(f"\n## In Chromium, {slower} times slower\n")
    print(f"ready {ready:.0f} ms after the download; first question {times[0]:.0f} ms; ")
    print(
        f"a question: median {statistics.median(times):.0f}, "
        f"95 % {ordered[int(len(ordered) * 0.95)]:.0f}, slowest {ordered[-1]:.0f} ms"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=Path, required=True, action="append")
    parser.add_argument("--portal", type=Path, required=True)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--compare", action="store_true")
    asked = parser.parse_args()
    records = list(read_lines(asked.portal))
    rows = [row_of(record) for record in records]
    text = build_index(rows, shipped_tables())
    index = SearchIndex.from_json(text)
    cases: list[QueryCase] = []
    for path in asked.queries:
        listed = list(read_lines(path))
        cases += listed
        start = time.perf_counter()
        figures = evaluate(index, listed)
        each = (time.perf_counter() - start) / len(listed) * 1000
        print_figures(f"tthc, {path.name}: {len(listed)} questions, {each:.0f} ms each", figures)
    scripts = b"".join(
        files("tthc_catalog.search").joinpath(name).read_bytes() for name in ("box.js", "search.js")
    )
    print(
        f"\nBefore the first result: index {kilobytes(text.encode()):.1f} kB and "
        f"scripts {kilobytes(scripts):.1f} kB compressed"
    )
    measure_growth(rows, cases)
    if asked.browser:
        measure_browser(text, cases)
    if asked.compare:
        from others import compare  # noqa: PLC0415 - it needs a browser and MkDocs

        for name, figures in compare(records, cases):
            print_figures(name, figures)


if __name__ == "__main__":
    main()
