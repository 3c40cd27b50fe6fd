# The first page answers three questions: where do I search, what is there, what has changed.

"""The home page, the page of the search, and the page of those who have no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Link, Page
from tthc_catalog.outputs.site.event_pages import event_cards
from tthc_catalog.outputs.site.terms import TERMS
from tthc_catalog.outputs.site.version_pages import NO_INDEX
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from tthc_catalog.outputs.site.change_pages import Chronicle
    from tthc_catalog.outputs.site.edition import Edition

_FILTERS = (
    ("linh-vuc", "field", TERMS["Parts"]["field"]),
    ("co-quan", "agency", TERMS["Agencies"]["executing"]),
    ("cap", "level", TERMS["Parts"]["levels"]),
    ("kenh", "channel", TERMS["Channel"]["kind"]),
    ("doi-tuong", "subject", TERMS["Parts"]["subjects"]),
)
_EVENTS, _FIELDS, _LATEST, _COMING = 12, 12, 8, 6


def home_page(edition: Edition, told: Chronicle) -> Page:
    """Return the first page of the site."""
    fields = [
        (Link(name, address), len(codes)) for address, (name, codes) in edition.by_field.items()
    ]
    largest = {link.address for link, _ in sorted(fields, key=lambda field: -field[1])[:_FIELDS]}
    settings = edition.catalog.settings
    total = len(edition.usable)
    life_events = event_cards(edition)
    return Page(
        addresses.HOME,
        settings.title,
        f"Tra cứu {say_number(total)} thủ tục hành chính: giấy tờ, nơi nộp, thời hạn, lệ phí "
        "và mọi lần thay đổi.",
        "home.html",
        addresses.HOME,
        {
            "title": settings.title,
            "publisher": settings.publisher,
            "total": total,
            "life_events": life_events[:_EVENTS],
            "more_events": len(life_events) - _EVENTS,
            "fields": [field for field in fields if field[0].address in largest],
            "more_fields": len(fields) - len(largest),
            "levels": [
                (Link(name, address), len(codes))
                for address, (name, codes) in edition.by_level.items()
            ],
            "coming": told.coming[:_COMING],
            "latest": told.news[:_LATEST],
            "today": edition.today,
        },
    )


def search_page(edition: Edition) -> Page:
    """Return the page of the search; without a script it leads to the lists."""
    letters = [Link(name, address) for address, (name, _) in edition.by_letter.items()]
    fields = [
        (Link(name, address), len(codes)) for address, (name, codes) in edition.by_field.items()
    ]
    return Page(
        addresses.SEARCH,
        "Tìm kiếm",
        "Tìm thủ tục theo tên, mã, số quyết định; có dấu hay không dấu đều được.",
        "search.html",
        addresses.SEARCH,
        {"letters": letters, "fields": fields, "filters": _FILTERS},
    )


def offline_page() -> Page:
    """Return what a browser shows for a page that was not kept, while there is no network."""
    return Page(
        addresses.OFFLINE,
        "Bạn đang ngoại tuyến",
        "Trang này chưa được lưu trên máy của bạn.",
        "offline.html",
        "",
        {},
        NO_INDEX,
    )
