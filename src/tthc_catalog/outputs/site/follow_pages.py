# Whoever wants to be told has to find the feed first. One page for people who follow, with a text
# ready to be sent by those who have a mailing list (a static site can send nothing), and one for
# people who take the data.

"""How to follow changes, a ready e-mail for each month, and the front of the open data."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.outputs import open_data
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Link, Page
from tthc_catalog.outputs.site.publications import publications
from tthc_catalog.records.identifiers import is_code
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.publications import Publication

_SHOWN = 12


class Files(NamedTuple):
    """Where a procedure stands, for people and for programs."""

    page: str
    data: str
    linked_data: str


def follow_pages(edition: Edition) -> Iterator[Page]:
    """Yield the page for followers and the page of the data."""
    months = _months(edition)
    fields = [
        (
            Link(name, address),
            addresses.field_feed_address(field),
            addresses.field_calendar_address(field),
        )
        for address, (name, codes) in edition.by_field.items()
        for field in [edition.states[codes[0]].procedure.field]
    ]
    agencies = [
        (Link(name, address), addresses.agency_feed_address(name))
        for address, (name, _) in edition.by_agency.items()
    ]
    yield Page(
        addresses.FOLLOW,
        "Theo dõi thay đổi",
        "Nguồn tin và lịch ngày có hiệu lực: tất cả, theo lĩnh vực, theo cơ quan.",
        "follow.html",
        addresses.FOLLOW,
        {
            "all_feed": addresses.ALL_FEED,
            "all_calendar": addresses.ALL_CALENDAR,
            "fields": fields,
            "agencies": agencies,
            "letters": [
                Link(f"Tháng {month}/{year}", addresses.letter_text_address(year, month))
                for year, month in sorted(months, reverse=True)[:_SHOWN]
            ],
        },
    )
    yield Page(
        addresses.DATA,
        "Dữ liệu mở",
        "Danh mục thủ tục hành chính ở dạng JSON, JSON-LD, CSV: hiện trạng, lịch sử, thay đổi.",
        "data.html",
        addresses.DATA,
        {
            "index": open_data.INDEX,
            "table": open_data.TABLE,
            "list": open_data.LIST,
            "base": edition.base,
            "log": open_data.LOG,
            "example": _example(edition),
            "schemas": [Link(name, open_data.schema_address(name)) for name in open_data.SCHEMAS],
            "total": len(edition.states),
        },
    )


def _example(edition: Edition) -> Files | None:
    code = min(edition.usable or edition.states, default="")
    if not code:
        return None
    return Files(
        addresses.procedure_address(code),
        addresses.procedure_data_address(code),
        addresses.linked_data_address(code),
    )


def letters(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the ready e-mail of each month: what took effect in it, in plain text."""
    for (year, month), told in _months(edition).items():
        yield (
            addresses.letter_text_address(year, month),
            _letter(edition, year, month, told).encode(),
        )


def _months(edition: Edition) -> dict[tuple[int, int], list[Publication]]:
    found: dict[tuple[int, int], list[Publication]] = defaultdict(list)
    for each in publications(edition):
        day = each.moment.turn.day
        if each.news and each.moment.change is not None and day.year > 1:
            found[day.year, day.month].append(each)
    return found


def _letter(edition: Edition, year: int, month: int, told: list[Publication]) -> str:
    settings = edition.catalog.settings
    lines = [
        f"Chủ đề: Thủ tục hành chính thay đổi trong tháng {month}/{year}",
        "",
        "Kính gửi quý vị,",
        "",
        f"Trong tháng {month}/{year} có {say_number(len(told))} thủ tục thay đổi:",
    ]
    for number, each in enumerate(told, 1):
        moment = each.moment
        code = f" (mã {each.code})" if is_code(each.code) else ""
        lines += ["", f"{number}. {edition.procedure_link(each.code).words}{code}"]
        said = f"   {moment.label}, từ ngày {moment.when}"
        lines.append(said + (f", theo {moment.decision.words}." if moment.decision.words else "."))
        lines += [f"   - {effect.sentence}" for effect in moment.effects]
        if edition.base:
            lines.append(f"   {edition.base}{addresses.procedure_address(each.code)}")
    lines += ["", "Trân trọng,", settings.publisher or settings.title, ""]
    return "\n".join(lines)
