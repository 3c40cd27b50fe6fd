"""`tthc check`: everything that can be found wrong, all at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, NAME, format_option, in_repository, today

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.finding import Finding

LEVELS = ("error", "warning", "info")


@click.command(name="check")
@click.argument("folder", type=NAME, default="catalog", envvar="TTHC_CATALOG", metavar="[THƯ-MỤC]")
@format_option("text", "json", "github")
@click.option("--on", "day", type=DAY, help="Kiểm tra như vào ngày này (mặc định: hôm nay).")
@click.option("--no-cache", is_flag=True, help="Đọc lại mọi tệp, không dùng bản đọc lần trước.")
@click.option("--exit-zero", is_flag=True, help="Luôn thoát với mã 0, kể cả khi có phát hiện.")
@click.option(
    "--from",
    "lowest",
    type=click.Choice(LEVELS),
    show_default="text từ warning; json, github in hết",
    help="Mức thấp nhất được in.",
)
@click.option(
    "--changed-since",
    "revision",
    metavar="PHIÊN-BẢN",
    help="Chỉ xét phát hiện ở các tệp đã khác với phiên bản git này.",
)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    default="warning",
    show_default=True,
    help="Mức thấp nhất làm lệnh thoát với mã 1.",
)
@click.option("--all", "accepted_too", is_flag=True, help="In cả phát hiện đã được chấp nhận.")
def command(
    folder: str,
    form: str,
    day: date | None,
    no_cache: bool,
    exit_zero: bool,
    lowest: str | None,
    revision: str | None,
    fail_on: str,
    accepted_too: bool,
) -> None:
    """Kiểm tra danh mục ở THƯ-MỤC, in phát hiện kèm tệp, dòng và cách sửa.

    Mã thoát: 0 không có phát hiện, 1 có phát hiện, 2 yêu cầu sai, 3 không đọc được.
    """
    from tthc_catalog.catalog import Catalog
    from tthc_catalog.errors import UnreadableError
    from tthc_catalog.files.paths import LEDGER_FILE
    from tthc_catalog.outputs.findings_github import findings_github
    from tthc_catalog.outputs.findings_json import findings_json
    from tthc_catalog.outputs.findings_text import findings_summary, findings_text
    from tthc_catalog.rules import check
    from tthc_catalog.rules.verdicts import acceptable

    recorded = (Path(folder) / LEDGER_FILE).is_file()
    catalog = Catalog.load(folder, cache=not no_cache, hashes=recorded)
    if catalog.tree is not None and not catalog.tree.names(".yaml"):
        # Nothing wrong is found in the wrong folder either.
        raise UnreadableError(f"{folder} không có tệp .yaml nào nên không phải là danh mục.")
    if (near := _catalog_near(folder)) is not None:
        raise UnreadableError(
            f"{folder} không phải là danh mục; danh mục ở {near}, chạy `tthc check {near}`."
        )
    findings = check(catalog, day or today(), accepted_too=accepted_too, cache=not no_cache)
    if revision is not None:
        changed = _changed_since(revision, folder)
        findings = [finding for finding in findings if finding.place.file in changed]
    if lowest is None:
        # What makes the command fail must be seen.
        lowest = max("warning", fail_on, key=LEVELS.index) if form == "text" else "info"
    shown = _at_least(lowest, findings)
    site, seen = catalog.settings.address or "", in_repository(folder)
    if form == "json":
        click.echo(findings_json(shown, site=site, folder=seen))
    elif form == "github":
        for line in findings_github(shown, folder=seen, site=site, acceptable=acceptable):
            click.echo(line)
    else:
        for line in findings_text(shown, folder=seen, acceptable=acceptable):
            click.echo(line)
    counted = f"{len(catalog.lives)} thủ tục, {len(catalog.decisions)} quyết định. "
    hint = " (xem hết bằng --from info)" if len(shown) < len(findings) else ""
    click.echo(counted + findings_summary(findings) + hint, err=True)
    if not exit_zero and _at_least(fail_on, findings):
        sys.exit(1)


def _catalog_near(folder: str) -> str | None:
    """Return the catalogue that a folder is part of, or that is in it; None if it may be one."""
    from tthc_catalog.records.registers import REGISTERS

    here = Path(folder)
    parts = ("procedures", "decisions", "catalog.yaml", *REGISTERS)
    if any((here / name).exists() for name in parts):
        return None
    # Whoever stands in `catalog/decisions` has `..`, not an absolute path, to go to.
    for above in here.resolve().parents:
        if _is_catalog(above):
            return in_repository(str(above))
    below = here / "catalog"
    return in_repository(str(below)) if _is_catalog(below) else None


def _is_catalog(folder: Path) -> bool:
    return (folder / "catalog.yaml").is_file() or all(
        (folder / name).is_dir() for name in ("procedures", "decisions")
    )


def _at_least(lowest: str, findings: list[Finding]) -> list[Finding]:
    levels = LEVELS[: LEVELS.index(lowest) + 1]
    return [finding for finding in findings if finding.severity.value in levels]


def _changed_since(revision: str, folder: str) -> frozenset[str]:
    from tthc_catalog.files.history import changed_since
    from tthc_catalog.files.tree import FolderTree

    return changed_since(FolderTree(folder), revision, folder)
