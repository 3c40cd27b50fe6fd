# `python -m tthc_catalog` is `tthc`, for machines whose PATH does not hold installed commands.

from __future__ import annotations

from tthc_catalog.cli import run

if __name__ == "__main__":
    run()
