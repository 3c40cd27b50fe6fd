# What comparing costs. Everything is generated, so that anybody can run it; the figures to look at
# are the ratios within one run, not the seconds of one machine.
#
#   python benchmarks/diff.py             two catalogues of 2,625 procedures, 5 % of them changed
#   python benchmarks/diff.py --history   and the history of 23,000 decisions with 8 changes each

"""Measure the comparison of two catalogues and the classification of a whole history."""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from tthc_catalog.catalog import Catalog, Life, Timed
from tthc_catalog.changes import Changes, changes_in, compare
from tthc_catalog.changes import items as engine
from tthc_catalog.changes.difference import difference
from tthc_catalog.changes.pairing import pair
from tthc_catalog.records.decision import Decision
from tthc_catalog.records.document import DecisionRef, ProcedureDocument
from tthc_catalog.records.procedure import part_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORDS = [
    "đề", "nghị", "cấp", "giấy", "phép", "xây", "dựng", "công", "trình", "nhà", "ở", "riêng", "lẻ",
    "hồ", "sơ", "thiết", "kế", "bản", "vẽ", "mặt", "bằng", "chứng", "chỉ", "hành", "nghề", "quyết",
    "định", "phê", "duyệt", "dự", "án", "đầu", "tư", "thẩm", "môi", "trường", "đất", "đai",
]  # fmt: skip
LEVELS = ["bộ", "tỉnh", "xã"]
_LEVEL = 1.5
"""A change of the whole history may cost so many times one of a quarter of it."""


def sentence(dice: random.Random, count: int) -> str:
    """Return some words."""
    return " ".join(dice.choice(WORDS) for _ in range(count)).capitalize()


def papers(dice: random.Random) -> list[dict[str, str]]:
    """Return the papers of one dossier."""
    return [
        {"ten": f"{sentence(dice, 12)} số {index}", "ban_chinh": "1", "ban_sao": str(index % 3)}
        for index in range(dice.randint(3, 12))
    ]


def parts(dice: random.Random, index: int) -> dict[str, Any]:
    """Return the plain data of one procedure, about as long as the portal's median."""
    return {
        "ten": f"{sentence(dice, 14)} {index}",
        "linh_vuc": f"linh-vuc-{index % 40}",
        "cap_thuc_hien": [LEVELS[index % 3]],
        "trinh_tu": [{"noi_dung": sentence(dice, 120)} for _ in range(3)],
        "cach_thuc": [
            {
                "kenh": kind,
                "thoi_han": f"{dice.randint(5, 30)} ngày làm việc",
                "mo_ta": sentence(dice, 20),
            }
            for kind in ("trực tiếp", "trực tuyến", "bưu chính")
        ],
        "ho_so": [
            {"truong_hop": f"Trường hợp {case}", "thanh_phan": papers(dice)} for case in range(2)
        ],
        "doi_tuong": ["Công dân Việt Nam", "Doanh nghiệp"],
        "co_quan": {"thuc_hien": [f"Sở {index % 20}"], "quyet_dinh": ["Ủy ban nhân dân"]},
        "ket_qua": [{"ten": sentence(dice, 8)}],
        "can_cu": [
            {"so": f"{number}/2025/NĐ-CP", "ten": sentence(dice, 15)} for number in range(1, 8)
        ],
    }


def amended(dice: random.Random, data: dict[str, Any]) -> dict[str, Any]:
    """Return the parts that a decision changes: three time limits, one paper, one legal ground."""
    channels = [
        {**channel, "thoi_han": f"{dice.randint(1, 4)} ngày"} for channel in data["cach_thuc"]
    ]
    cases = [
        {**case, "thanh_phan": [*reversed(case["thanh_phan"][1:]), {"ten": sentence(dice, 9)}]}
        for case in data["ho_so"]
    ]
    return {
        "cach_thuc": channels,
        "ho_so": cases,
        "can_cu": [*data["can_cu"], {"so": "66.18/2026/NQ-CP"}],
    }


def document(data: dict[str, Any]) -> ProcedureDocument:
    """Return plain data as a document."""
    return ProcedureDocument.model_validate(data, by_alias=True, by_name=False)


def catalogue(count: int, share: float, seed: int) -> Catalog:
    """Return a catalogue of which a share of the procedures is amended on 1 July 2026."""
    dice = random.Random(seed)  # noqa: S311 - generated data, nothing secret
    lives: dict[str, Life] = {}
    for index in range(count):
        code = f"1.{index:06d}"
        data = parts(dice, index)
        life = [
            document({"ma": code, "quyet_dinh": {"so": "1/QĐ-BXD", "ngay": "2025-01-01"}, **data})
        ]
        if dice.random() < share:
            head = {
                "quyet_dinh": {"so": "1077/QĐ-BXD", "ngay": "2026-06-30"},
                "hieu_luc": "2026-07-01",
            }
            life.append(document({**head, **amended(dice, data)}))
        lives[code] = Life(code, f"{code}.yaml", tuple(life))
    return Catalog(lives=lives)


def history(decisions: int, each: int, procedures: int) -> Catalog:
    """Return a catalogue in which every decision amends some procedures."""
    dice = random.Random(3)  # noqa: S311 - generated data, nothing secret
    bases = [parts(dice, index) for index in range(40)]
    firsts = [document({"ma": "1.000000", "quyet_dinh": "1/QĐ-UBND", **base}) for base in bases]
    laters = [
        [document({"quyet_dinh": "1/QĐ-UBND", **amended(dice, base)}) for _ in range(3)]
        for base in bases
    ]
    lives: dict[str, list[ProcedureDocument]] = {}
    records: list[Timed] = []
    first = date(2010, 1, 1)
    for number in range(decisions):
        head = {
            "so": f"{number + 1}/QĐ-UBND",
            "ngay": (first + timedelta(days=number % 5800)).isoformat(),
        }
        records.append(Timed(Decision.model_validate(head, by_alias=True, by_name=False), ""))
        named = {"decision": DecisionRef.model_validate(head, by_alias=True, by_name=False)}
        for _ in range(each):
            index = dice.randrange(procedures)
            code = f"1.{index:06d}"
            base = index % len(bases)
            if code in lives:
                lives[code].append(dice.choice(laters[base]).model_copy(update=named))
            else:
                lives[code] = [firsts[base].model_copy(update={**named, "code": code})]
    return Catalog(
        lives={code: Life(code, f"{code}.yaml", tuple(life)) for code, life in lives.items()},
        decisions=tuple(records),
    )


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds of some work, and its result; what was made before is not counted."""
    gc.collect()
    gc.freeze()
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def counted(work: Callable[[], Any]) -> tuple[int, Any]:
    """Return how many parts DeepDiff was given during some work, and the work's result.

    A list, or a part that is equal on both sides, would be a fault: it stops the measurement.
    """
    asked = 0
    ask = engine._differing  # noqa: SLF001 - the one place where DeepDiff is asked

    def counting(old: engine.Tree, new: engine.Tree) -> Iterator[engine.Steps]:
        nonlocal asked
        asked += 1
        if old == new or any(map(_holds_list, (old, new))):
            sys.exit("DeepDiff was given an equal part, or a list to pair by itself.")
        yield from ask(old, new)

    engine._differing = counting  # noqa: SLF001 - put back below
    try:
        result = work()
    finally:
        engine._differing = ask  # noqa: SLF001 - as it was
    return asked, result


def _holds_list(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_list, value.values()))
    return isinstance(value, list | tuple | set)


def told(changes: Changes) -> int:
    """Ask every change for its items and its impact, as a page does."""
    return sum(len(part.items) for change in changes for part in change.parts) + len(
        changes.impact.items
    )


def rows(count: int, share: float) -> Iterator[tuple[str, float, str]]:
    """Measure and yield the rows of the table."""
    catalog = catalogue(count, share, seed=1)
    old, new = catalog.on(date(2026, 6, 30)), catalog.on(date(2026, 7, 1))
    loading, _ = timed(lambda: __import__("deepdiff"))
    yield "import deepdiff, once", loading, ""
    same, _ = timed(lambda: compare(old, old))
    yield f"compare(x, x), {count} procedures", same, ""
    kinds, changes = timed(lambda: compare(old, new))
    yield "compare: kinds and parts", kinds, f"{len(changes)} changes {dict(changes.counts)}"
    items, number = timed(lambda: told(changes))
    yield "items and impact of all of them", items, f"{number} items"
    again = compare(old, new)
    asked, _ = counted(lambda: told(again))
    yield "together", kinds + items, f"DeepDiff saw {asked} parts of {count * len(part_names())}"
    twin = catalogue(count, share, seed=1).on(date(2026, 7, 1))
    apart, found = timed(lambda: compare(new, twin))
    yield "two catalogues read apart, equal", apart, f"{len(found)} changes"
    ours = {code: state.procedure for code, state in old.items()}
    theirs = {f"9{code[1:]}": content for code, content in ours.items()}
    paired, pairs = timed(lambda: pair(ours, theirs))
    yield "pairing catalogues without common codes", paired, f"{len(pairs)} pairs"
    sample = [(change.before, change.after) for change in changes][:40]
    seconds, _ = timed(lambda: [_everything(before, after) for before, after in sample])
    scale = len(changes) / len(sample)
    yield "DeepDiff on the changed records whole, order ignored", seconds * scale, "from 40 of them"
    seconds, _ = timed(
        lambda: [difference(b.procedure, a.procedure).parts for b, a in sample if b and a]
    )
    yield "our difference of the same, kinds only", seconds * scale, "from 40 of them"


def _everything(before: Any, after: Any) -> object:  # noqa: ANN401 - states of generated procedures
    from deepdiff import DeepDiff  # noqa: PLC0415 - its import is measured

    one, other = (state.procedure.model_dump(mode="json") for state in (before, after))
    return DeepDiff(one, other, ignore_order=True).to_dict()


def table(found: Iterator[tuple[str, float, str]]) -> None:
    """Print rows as they come."""
    print(f"{'what':55} {'CPU s':>8}  note")
    for name, seconds, note in found:
        print(f"{name:55} {seconds:8.3f}  {note}", flush=True)


def classified(catalog: Catalog) -> int:
    """Classify every change of every life, and count them."""
    return sum(len(changes_in(life, catalog)) for life in catalog.lives.values())


def histories(decisions: int, each: int) -> Iterator[tuple[str, float, str]]:
    """Measure a quarter, a half and the whole of a history: the cost per change must stay level."""
    first = 0.0
    for part in (4, 2, 1):
        count = decisions // part
        catalog = history(count, each, max(1, 6800 // part))
        seconds, (asked, found) = timed(partial(counted, partial(classified, catalog)))
        cost = seconds / found
        first = first or cost
        note = f"{found} changes, {cost * 1e6:.0f} µs each, {cost / first:.2f} × the quarter's"
        yield f"{count} decisions × {each}", seconds, f"{note}; DeepDiff saw {asked} parts"
        if cost > _LEVEL * first:
            sys.exit(f"The cost of a change grew by more than {_LEVEL} × with their number.")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--procedures", type=int, default=2625)
    parser.add_argument("--changed", type=float, default=5.0, help="per cent")
    parser.add_argument("--history", action="store_true", help="also classify a whole history")
    parser.add_argument("--decisions", type=int, default=23_000)
    parser.add_argument("--each", type=int, default=8)
    options = parser.parse_args()
    table(rows(options.procedures, options.changed / 100))
    if options.history:
        table(histories(options.decisions, options.each))


if __name__ == "__main__":
    main()
