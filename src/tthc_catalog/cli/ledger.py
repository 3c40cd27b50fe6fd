"""`tthc ledger`: the hashes of all published documents, so that nobody rewrites history unseen."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, catalog_option, format_option, in_repository, today

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.files.tree import FolderTree
    from tthc_catalog.finding import Finding
    from tthc_catalog.rules.ledger import Ledger
    from tthc_catalog.rules.published import Published


@click.group(name="ledger", subcommand_metavar="VIỆC [THAM-SỐ]…")
def command() -> None:
    """Sổ dấu vân tay của mọi tài liệu đã công bố.

    Tài liệu đã ghi sổ không được sửa, xóa hay chuyển chỗ; có sai sót thì nối thêm tài liệu đính
    chính.
    """


@command.command(name="record", options_metavar="[TÙY CHỌN]…")
@catalog_option
@click.option("--on", "day", type=DAY, help="Ngày ghi sổ (mặc định: hôm nay).")
@click.option("--dry-run", is_flag=True, help="Chỉ in những dòng sẽ ghi.")
def record(folder: str, day: date | None, dry_run: bool) -> None:
    """Nối vào sổ dấu vân tay của những tài liệu mới.

    Tệp nào còn lỗi thì tài liệu mới của tệp ấy chưa được ghi; các tệp khác vẫn được ghi.

    Mã thoát: 0 đã ghi (hoặc không có gì mới), 1 sổ hay tài liệu cũ đã bị sửa nên không ghi, hoặc có
    tệp còn lỗi nên chưa ghi, 3 không đọc hoặc ghi được.
    """
    from tthc_catalog.files.paths import LEDGER_FILE
    from tthc_catalog.files.positions import locate
    from tthc_catalog.files.tree import FolderTree
    from tthc_catalog.files.writing import write_atomically
    from tthc_catalog.rules import ledger_past
    from tthc_catalog.rules.ledger import UNRECORDED_DOCUMENT, Ledger
    from tthc_catalog.rules.published import Published

    tree = FolderTree(folder)
    ledger, published = Ledger.read(tree), Published.in_tree(tree)
    wrong = [f for f in ledger.verify(published, tree) if f.id != UNRECORDED_DOCUMENT.id]
    # An acceptance that matches nothing is no reason to record nothing; `verify` tells of it.
    wrong += [f for f in _of_past(ledger, published, tree)[0] if f.kind in ledger_past.KINDS]
    if wrong:
        _say(locate(wrong, tree.read), folder)
        click.echo("Chưa ghi dòng nào vào sổ: sửa những điều trên rồi chạy lại.", err=True)
        sys.exit(1)
    broken = _broken(tree, ledger, published, day or today())
    added = ledger.added(published.without(broken), day or today())
    lines = [str(line) for line in added]
    if dry_run:
        for line in lines:
            click.echo(line)
    elif lines:
        everything = [*(str(line) for line in ledger.lines), *lines]
        write_atomically(tree.folder / LEDGER_FILE, "\n".join(everything) + "\n")
    head = added[-1].chain if added else ledger.head
    total = len(ledger.lines) + len(added)
    click.echo(f"{len(added)} tài liệu mới, sổ có {total} dòng. Đầu chuỗi: {head}", err=True)
    for name, faults in broken.items():
        click.echo(
            f"Chưa ghi sổ tài liệu mới của {in_repository(folder)}/{name}: tệp còn {faults} lỗi, "
            f"xem bằng `tthc check {folder}`.",
            err=True,
        )
    if broken:
        sys.exit(1)


@command.command(name="verify", options_metavar="[TÙY CHỌN]…")
@catalog_option
@click.option(
    "--since",
    metavar="PHIÊN-BẢN",
    help="Sổ phải nối tiếp sổ của phiên bản git này, ví dụ origin/main.",
)
@click.option("--head", metavar="CHUỖI", help="Đầu chuỗi đã công bố ở nơi khác phải có trong sổ.")
@click.option("--complete", is_flag=True, help="Tài liệu chưa ghi sổ cũng là lỗi.")
@format_option("text", "json", "github")
def verify(folder: str, since: str | None, head: str | None, complete: bool, form: str) -> None:
    """Kiểm tra rằng không tài liệu đã công bố nào bị sửa, xóa hay chuyển chỗ.

    Trong kho git, sổ còn được so với mọi lần ghi trước, nên bớt dòng cuối, viết lại hay xóa sổ cũng
    lộ ra. Ngoài kho git thì không so được; lệnh nói rõ điều đó.

    Mã thoát: 0 nguyên vẹn, 1 có tài liệu hoặc dòng sổ bị sửa, 2 yêu cầu sai, 3 không đọc được.
    """
    from tthc_catalog.files.positions import locate
    from tthc_catalog.files.tree import FolderTree, RevisionTree
    from tthc_catalog.rules.ledger import UNRECORDED_DOCUMENT, Ledger
    from tthc_catalog.rules.published import Published

    tree = FolderTree(folder)
    ledger, published = Ledger.read(tree), Published.in_tree(tree)
    found = ledger.verify(published, tree)
    if since:
        found += ledger.since(Ledger.read(RevisionTree(since, folder)), since)
    past, unchecked = _of_past(ledger, published, tree)
    found += past
    waiting = [f for f in found if f.id == UNRECORDED_DOCUMENT.id]
    if not complete:
        found = [f for f in found if f.id != UNRECORDED_DOCUMENT.id]
    missing = bool(head) and all(line.chain != head for line in ledger.lines)
    _say(locate(found, tree.read), folder, form)
    if missing:
        click.echo(f"Sổ không có mắt xích {head}: sổ đã bị viết lại từ trước chỗ đó.", err=True)
    if waiting and not complete:
        click.echo(f"{len(waiting)} tài liệu chưa ghi sổ; chạy `tthc ledger record`.", err=True)
    if unchecked:
        click.echo(unchecked, err=True)
    if found or missing:
        sys.exit(1)
    click.echo(f"Nguyên vẹn: {len(ledger.lines)} tài liệu. Đầu chuỗi: {ledger.head}", err=True)


def _broken(tree: FolderTree, ledger: Ledger, published: Published, day: date) -> dict[str, int]:
    """Return how many errors each file has that must not be recorded as it is.

    What is recorded can never be mended, so a fault would be sealed with it.
    """
    from tthc_catalog.catalog import Catalog
    from tthc_catalog.rules import check

    waiting = {published.files[identity] for identity in ledger.unrecorded(published)}
    waiting |= published.unreadable
    faults = Counter(
        finding.place.file
        for finding in check(Catalog.load(tree), day)
        if finding.severity.value == "error" and finding.place.file in waiting
    )
    return dict(sorted(faults.items()))


def _of_past(ledger: Ledger, published: Published, tree: FolderTree) -> tuple[list[Finding], str]:
    """Return what the ledger lost, unless it is accepted, and what could not be checked."""
    from tthc_catalog.catalog import Catalog
    from tthc_catalog.rules import ledger_past, verdicts

    held = ledger_past.held_against_past(ledger, published, tree)
    name = "accepted.yaml"
    named = tree.read(name).decode(errors="replace") if name in tree.names(name) else ""
    if not any(kind.id in named for kind in ledger_past.KINDS):
        return held.findings, held.unchecked
    left, wrong = verdicts.accepted(Catalog.load(tree), held.findings, today(), of_past=True)
    # What cannot be looked for cannot be missed.
    return [*left, *(() if held.unchecked else wrong)], held.unchecked


def _say(findings: list[Finding], folder: str, form: str = "text") -> None:
    from tthc_catalog.outputs.findings_github import findings_github
    from tthc_catalog.outputs.findings_json import findings_json
    from tthc_catalog.outputs.findings_text import findings_text
    from tthc_catalog.rules import verdicts

    seen = in_repository(folder)
    if form == "json":
        click.echo(findings_json(findings, folder=seen))
        return
    print_all = findings_github if form == "github" else findings_text
    for line in print_all(findings, folder=seen, acceptable=verdicts.acceptable):
        click.echo(line)
