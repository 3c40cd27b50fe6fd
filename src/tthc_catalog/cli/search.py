"""`tthc search`: procedures found by everyday words; and how well that works."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from tthc_catalog.cli.asking import DAY, PATH, CountType, catalog_option, format_option, load, today
from tthc_catalog.errors import BadRequestError, UnreadableError, reason

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tthc_catalog.search import Evaluation, Hit, QueryCase


@click.command(name="search")
@click.argument("words", nargs=-1, metavar="TỪ…")
@catalog_option
@click.option(
    "--limit",
    type=CountType(1, 1000),
    default=10,
    show_default=True,
    metavar="SỐ",
    help="Nhiều nhất bao nhiêu kết quả.",
)
@click.option("--on", "day", type=DAY, help="Như vào ngày này (mặc định: hôm nay).")
@click.option(
    "--queries",
    "file",
    type=PATH,
    metavar="TỆP",
    help="Chấm điểm tìm kiếm bằng tệp câu hỏi JSON từng dòng: q, type, codes.",
)
@format_option("text", "json")
def command(
    words: tuple[str, ...], folder: str, limit: int, day: date | None, file: Path | None, form: str
) -> None:
    """Tìm thủ tục bằng lời thường, có dấu hay không dấu, bằng mã hoặc số quyết định.

    Mã thoát: 0 có kết quả; 1 không tìm thấy gì; 2 yêu cầu sai; 3 không đọc được.
    """
    from tthc_catalog.search import evaluate, index_of

    if bool(words) == (file is not None):
        raise BadRequestError("Hãy nêu từ cần tìm, hoặc `--queries TỆP`, một trong hai.")
    cases = _cases(file) if file else []
    catalog = load(folder)
    index = index_of(catalog.on(day or today()), catalog)
    if file:
        _print_figures(evaluate(index, cases), form)
        return
    hits = index.search(" ".join(words), limit=limit)
    if form == "json":
        data = {"version": 1, "query": " ".join(words), "hits": [_hit(hit) for hit in hits]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for hit in hits:
            click.echo(f"{hit.code}  {hit.name}")
            beside = [hit.field, hit.status, *(f"nay là {code}" for code in hit.successors)]
            click.echo(f"    {' · '.join(text for text in beside if text)}")
    if not hits:
        click.echo("Không tìm thấy thủ tục nào.", err=True)
        sys.exit(1)


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "code": hit.code,
        "name": hit.name,
        "field": hit.field or None,
        "status": hit.status or None,
        "successors": list(hit.successors),
        "score": hit.score,
    }


def _print_figures(figures: Evaluation, form: str) -> None:
    if form == "json":
        click.echo(json.dumps(figures, ensure_ascii=False, indent=2))
        return
    listed = {"tất cả": figures["all"], **figures["by_type"]}
    names = list(figures["all"])
    width = max(len(kind) for kind in listed)
    click.echo(f"{'':{width}}" + "".join(f"{name:>12}" for name in names))
    for kind, row in listed.items():
        click.echo(f"{kind:{width}}" + "".join(f"{row[name]:12.4f}" for name in names))


def _cases(file: Path) -> list[QueryCase]:
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise UnreadableError(f"Tệp {file} không ở mã UTF-8.") from None
    except OSError as error:
        raise UnreadableError(f"Không đọc được tệp {file}: {reason(error)}.") from error
    cases = [_case(line, f"{file}:{at}") for at, line in enumerate(lines, 1) if line.strip()]
    if not cases:
        raise UnreadableError(f"Tệp {file} không có câu hỏi nào.")
    return cases


def _case(line: str, place: str) -> QueryCase:
    try:
        data = json.loads(line)
        codes = [str(code) for code in data["codes"]]
        return {"q": str(data["q"]), "type": str(data.get("type", "")), "codes": codes}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UnreadableError(
            f"{place}: không phải là một câu hỏi; "
            'mỗi dòng viết {"q": …, "type": …, "codes": […]}.'
        ) from None
