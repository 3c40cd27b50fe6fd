# What reading a catalogue costs, held against the same content as JSON in the same models. The
# figures to look at are the ratios within one run, not the seconds of one machine.
#
#   python benchmarks/load.py                      the portal's real records if they are beside the
#                                                  repository, else as many invented ones
#   python benchmarks/load.py --answers FILE…      any files of the portal's answers
#   python benchmarks/load.py --invented           invented records in any case
#
# Each way of reading runs in processes of its own, in turn, so that none profits from another.

"""Measure cold and warm loading, memory, and questions about a day."""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from tthc_catalog.catalog import Catalog, reading
from tthc_catalog.files.reading import Stream, read, read_tree
from tthc_catalog.files.tree import FolderTree
from tthc_catalog.imports import import_portal

if TYPE_CHECKING:
    from collections.abc import Iterator

REAL = Path(__file__).parent.parent.parent / "shared" / "real" / "portal-2026-06.jsonl.gz"
DAY = date(2026, 6, 10)
RECORDS = 2625
COLD, WARM = 3.0, 1.5
"""How much longer than JSON a first and a second start may take."""

ROUGH = 2.2
"""Seconds after which the cache trusts the times of files."""

WORDS = [
    "đề", "nghị", "cấp", "giấy", "phép", "xây", "dựng", "công", "trình", "nhà", "ở", "riêng", "lẻ",
    "hồ", "sơ", "thiết", "kế", "bản", "vẽ", "chứng", "chỉ", "hành", "nghề", "thẩm", "định", "đất",
]  # fmt: skip


def sentence(dice: random.Random, count: int) -> str:
    """Return some words."""
    return " ".join(dice.choice(WORDS) for _ in range(count)).capitalize()


def answers(count: int) -> Iterator[dict[str, Any]]:
    """Yield invented answers in the portal's shape, about as long as the real ones."""
    dice = random.Random(7)  # noqa: S311 - the same records each time
    for index in range(count):
        yield {
            "code": f"1.{index:06d}",
            "name": sentence(dice, 14),
            "executionSteps": [
                {"description": "\n".join(sentence(dice, 40) for _ in range(dice.randint(3, 12)))}
            ],
            "executionMethods": [
                {
                    "submissionMethod": kind,
                    "processingTime": dice.randint(1, 30),
                    "processingTimeUnit": dice.choice(["DAY", "WORKING_DAY"]),
                    "description": sentence(dice, 12),
                    "fees": [{"value": 1000 * dice.randint(0, 90), "currencyName": "VNĐ"}],
                }
                for kind in ("DIRECT", "ONLINE", "POSTAL")
            ],
            "executionCases": [
                {
                    "name": "",
                    "profileComponents": [
                        {"name": sentence(dice, 25), "originalQty": 1, "copyQty": 0}
                        for _ in range(dice.randint(2, 9))
                    ],
                }
            ],
            "isProvince": True,
            "categoriesDetails": [{"name": f"Lĩnh vực {index % 140}"}],
            "legalBasisesDetails": [
                {"name": sentence(dice, 20), "code": f"{dice.randint(1, 300)}/2025/NĐ-CP"}
                for _ in range(4)
            ],
            "resultsDetails": [{"name": sentence(dice, 10)}],
            "subjectTypesDetails": [{"name": "Công dân Việt Nam"}, {"name": "Doanh nghiệp"}],
            "departmentsExecuting": [{"name": f"Sở {index % 20}"}],
            "description": sentence(dice, 60),
            "procedureProposal": {"proposalNumber": f"{index % 400}/QĐ-BVT"},
        }


# --- ways of reading, each in a process of its own ------------------------------------------------


def json_tree(folder: Path) -> Iterator[tuple[str, Stream]]:
    """Yield the same documents as `read_tree`, from JSON files."""
    tree = FolderTree(folder)
    for name in tree.names(".json"):
        yield name.replace(".json", ".yaml"), Stream(json.loads(tree.read(name)))


def load(way: str, yaml: Path, jsons: Path) -> Catalog:
    """Load a catalogue in one way."""
    if way != "json":
        return Catalog.load(yaml, cache=way == "warm")
    # Everything but the reader is the same: the same models, the same placing on the clocks.
    with mock.patch.object(reading, "read_tree", return_value=json_tree(jsons)):
        return Catalog.load(yaml, cache=False)


def memory() -> float:
    """Return what this process holds now, in MiB; the peak where the system does not tell."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(way: str, yaml: Path, jsons: Path) -> dict[str, float]:
    """Load once and return what it cost."""
    before = memory()
    wall, cpu = time.perf_counter(), time.process_time()
    held: Any
    tree = FolderTree(yaml)
    if way == "bytes":
        held = [tree.read(name) for name in tree.names(".yaml")]
    elif way == "plain":
        held = list(read_tree(tree))
    else:
        held = load(way, yaml, jsons)
    costs = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    costs["memory"] = memory() - before
    if isinstance(held, Catalog):
        costs |= ask(held)
    return costs


def ask(catalog: Catalog) -> dict[str, float]:
    """Ask questions about days and return what they cost, in milliseconds."""
    costs = {}
    for name, day in (("first day", DAY), ("another day", date(2026, 7, 1))):
        start = time.perf_counter()
        catalog.on(day)
        costs[name] = 1000 * (time.perf_counter() - start)
    start = time.perf_counter()
    catalog.on(DAY).where(level="xã")
    costs["in force by level"] = 1000 * (time.perf_counter() - start)
    codes = list(catalog.lives)
    start = time.perf_counter()
    for code in codes:
        catalog.life(code).on(DAY)
    costs["one procedure"] = 1000 * (time.perf_counter() - start) / len(codes)
    return costs


# --- the table -----------------------------------------------------------------------------------


def prepared(folder: Path, files: list[Path]) -> tuple[Path, Path]:
    """Import the answers and write the same documents as JSON."""
    if not files:
        invented = folder / "invented.jsonl"
        with invented.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in answers(RECORDS))
        files = [invented]
    yaml, jsons = folder / "yaml", folder / "json"
    start = time.process_time()
    report = import_portal(files, yaml, DAY)
    print(f"import: {report.total.written} records, {time.process_time() - start:.1f} s CPU")
    for name in FolderTree(yaml).names(".yaml"):
        target = jsons / name.replace(".yaml", ".json")
        target.parent.mkdir(parents=True, exist_ok=True)
        documents = read((yaml / name).read_bytes(), name).documents
        target.write_text(json.dumps(documents, ensure_ascii=False), encoding="utf-8")
    return yaml, jsons


def run(way: str, yaml: Path, jsons: Path, cache: Path) -> dict[str, float]:
    """Measure one way in a new process."""
    command = [sys.executable, __file__, "--measure", way, str(yaml), str(jsons)]
    done = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "XDG_CACHE_HOME": str(cache)}
    )
    costs: dict[str, float] = json.loads(done.stdout)
    return costs


def compare(files: list[Path], rounds: int) -> bool:
    """Print the table; return whether both starts keep within their limits."""
    ways = ("bytes", "plain", "json", "cold", "warm")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yaml, jsons = prepared(folder, files)
        time.sleep(ROUGH)
        run("warm", yaml, jsons, folder)
        time.sleep(ROUGH)
        run("warm", yaml, jsons, folder)
        results: dict[str, list[dict[str, float]]] = {way: [] for way in ways}
        for _ in range(rounds):
            for way in ways:
                results[way].append(run(way, yaml, jsons, folder))
    middle = {
        way: {key: statistics.median(each[key] for each in found) for key in found[0]}
        for way, found in results.items()
    }
    names = {
        "bytes": "read the bytes",
        "plain": "YAML to plain data",
        "json": "JSON to records",
        "cold": "YAML to records, first start",
        "warm": "YAML to records, second start",
    }
    base = middle["json"]
    print(f"\n{'':32}{'CPU s':>8}{'wall s':>8}{'MiB':>7}{'× JSON (CPU)':>14}{'allowed':>9}")
    for way in ways:
        row = middle[way]
        allowed = {"cold": f"{COLD}", "warm": f"{WARM}"}.get(way, "")
        print(
            f"{names[way]:32}{row['cpu']:8.2f}{row['wall']:8.2f}{row['memory']:7.0f}"
            f"{row['cpu'] / base['cpu']:14.2f}{allowed:>9}"
        )
    print("\nquestions (ms):", end="")
    for question in ("first day", "another day", "in force by level", "one procedure"):
        print(f"  {question} {middle['cold'][question]:.3g}", end="")
    print()
    limits = {"cold": COLD, "warm": WARM}
    return all(middle[way]["cpu"] <= limit * base["cpu"] for way, limit in limits.items())


def main() -> int:
    """Run the benchmark; 1 if a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", nargs="+", type=Path, default=[REAL] if REAL.exists() else [])
    parser.add_argument("--invented", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        way, yaml, jsons = chosen.measure
        print(json.dumps(measure(way, Path(yaml), Path(jsons))))
        return 0
    return 0 if compare([] if chosen.invented else chosen.answers, chosen.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
