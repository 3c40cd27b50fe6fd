# What starting costs, as ratios to a bare interpreter in one run. Processor time of whole
# processes, because the load of other programs disturbs it less than the clock; the smallest of
# many runs, because whatever disturbs adds.
#
#   python benchmarks/start.py              60 runs of each
#   python benchmarks/start.py --runs 200   more

"""Measure `import tthc_catalog` and `tthc --help` beside an interpreter that does nothing."""

from __future__ import annotations

import argparse
import os
import statistics
import sys

HELP = "import sys; sys.argv[1:] = ['--help']; from tthc_catalog.cli import run; run()"
STARTS = {
    "python -c pass": ("pass", None),
    "import tthc_catalog": ("import tthc_catalog", 1.5),
    "tthc --help": (HELP, 5.0),
}
"""What is started, and how many times the bare interpreter it may take."""


def main() -> None:
    """Print the table; end with 1 if something takes more than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=60)
    runs = parser.parse_args().runs
    taken: dict[str, list[float]] = {name: [] for name in STARTS}
    for code, _ in STARTS.values():
        _processor_time(code)  # compiles what has not been compiled yet
    for _ in range(runs):
        for name, (code, _) in STARTS.items():
            taken[name].append(_processor_time(code))
    bare = min(taken["python -c pass"])
    too_much = False
    print(f"{'':24}{'least':>9}{'median':>9}{'ratio':>8}{'may be':>8}")
    for name, (_, most) in STARTS.items():
        ratio = min(taken[name]) / bare
        too_much |= most is not None and ratio > most
        least, median = min(taken[name]) * 1000, statistics.median(taken[name]) * 1000
        print(f"{name:24}{least:6.1f} ms{median:6.1f} ms{ratio:8.2f}{most or '':>8}")
    sys.exit(too_much)


def _processor_time(code: str) -> float:
    """Return user and system time of an interpreter that runs some code, in seconds."""
    nowhere = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    process = os.posix_spawn(
        sys.executable, [sys.executable, "-c", code], os.environ, file_actions=[nowhere]
    )
    _, status, used = os.wait4(process, 0)
    if status:
        sys.exit(f"could not run: {code}")
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
