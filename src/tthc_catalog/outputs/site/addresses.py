# Addresses never break: they are made of what never changes (codes, decision numbers, register ids)
# and of folded words, never of a position in a list. Flat files: a directory per page costs thirty
# times what the page itself costs to write.

"""Where each page of the site stands, as a path from its root."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from tthc_catalog.vietnamese import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tthc_catalog.catalog import Timed
    from tthc_catalog.records.decision import Decision

HOME = "index.html"
EVENTS = "su-kien.html"
SEARCH = "tim-kiem.html"
LETTERS = "a-z.html"
OFFLINE = "ngoai-tuyen.html"
FIELDS = "linh-vuc.html"
AGENCIES = "co-quan.html"
LEVELS = "cap.html"
DECISIONS = "quyet-dinh.html"
CHANGES = "thay-doi.html"
SHEETS = "niem-yet.html"
SHEETS_TOGETHER = "in-niem-yet.html"
STATISTICS = "thong-ke.html"
CITED = "van-ban-vien-dan.html"
COMPARING = "so-sanh.html"
FOLLOW = "theo-doi.html"
DATA = "du-lieu.html"

ALL_FEED = "feed/tat-ca.xml"
ALL_CALENDAR = "lich/hieu-luc.ics"
OPEN_DATA = "du-lieu/v1"

_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")
_TO_ASCII = str.maketrans("ĐđƯưƠơÂâĂăÊêÔô", "DdUuOoAaAaEeOo")


def procedure_address(code: str) -> str:
    """Return the page of a procedure, whatever became of it."""
    return f"thu-tuc/{code}.html"


def event_address(key: str) -> str:
    """Return the page of a life event by its id in the register."""
    return f"su-kien/{slug(key)}.html"


def field_address(field: str) -> str:
    """Return the list of a field by its id in the register."""
    return f"linh-vuc/{slug(field)}.html"


def agency_address(name: str) -> str:
    """Return the list of an agency by its name."""
    return f"co-quan/{slug(name)}.html"


def level_address(level: str) -> str:
    """Return the list of a level."""
    return f"cap/{slug(level)}.html"


def letter_address(letter: str) -> str:
    """Return the list of names that begin with a letter; `d` and `đ` are two letters."""
    return f"a-z/{'dd' if letter == 'đ' else _marked(letter)}.html"


def _marked(letter: str) -> str:
    # ă and â are letters of their own; their addresses double the plain one, as Telex types them.
    doubled = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
    return doubled.get(letter) or fold(letter) or "so"


def month_address(day: date) -> str:
    """Return the list of what took effect in a month."""
    return f"thay-doi/{day.year}-{day.month:02d}.html"


def recorded_address(day: date) -> str:
    """Return the list of what was recorded in a month without a day of effect."""
    return f"thay-doi/ghi-nhan-{day.year}-{day.month:02d}.html"


def year_address(year: int | None) -> str:
    """Return the list of a year's decisions; None for those without a date."""
    return f"quyet-dinh/nam-{year or 'chua-ro'}.html"


def version_address(code: str, short: str) -> str:
    """Return the lasting page of one version, by the first digits of its hash."""
    return f"phien-ban/{code}-{short}.html"


def comparison_address(code: str, short: str) -> str:
    """Return the page that holds a version against the one before it."""
    return f"so-sanh/{code}-{short}.html"


def sheet_address(code: str) -> str:
    """Return the sheet of a procedure to be posted on a wall."""
    return f"niem-yet/{code}.html"


def procedure_feed_address(code: str) -> str:
    """Return the feed of one procedure."""
    return f"feed/thu-tuc/{code}.xml"


def field_feed_address(field: str) -> str:
    """Return the feed of a field by its id in the register."""
    return f"feed/linh-vuc/{slug(field)}.xml"


def agency_feed_address(name: str) -> str:
    """Return the feed of an agency by its name."""
    return f"feed/co-quan/{slug(name)}.xml"


def feed_of(address: str) -> str | None:
    """Return the feed of what a page lists; None for pages whose lists nobody can follow."""
    if address in {HOME, CHANGES, FOLLOW}:
        return ALL_FEED
    if address.startswith(("linh-vuc/", "co-quan/")) and "-trang-" not in address:
        return f"feed/{address.removesuffix('.html')}.xml"
    return None


def field_calendar_address(field: str) -> str:
    """Return the calendar of a field by its id in the register."""
    return f"lich/{slug(field)}.ics"


def procedure_data_address(code: str) -> str:
    """Return the data of one procedure."""
    return f"{OPEN_DATA}/thu-tuc/{code}.json"


def linked_data_address(code: str) -> str:
    """Return the linked data of one procedure."""
    return f"{OPEN_DATA}/thu-tuc/{code}.jsonld"


def letter_text_address(year: int, month: int) -> str:
    """Return the ready e-mail of a month."""
    return f"thu-dien-tu/{year}-{month:02d}.txt"


def turned(address: str, number: int) -> str:
    """Return the address of a list's further page; the first has the list's own."""
    return address if number == 1 else f"{address.removesuffix('.html')}-trang-{number}.html"


def decision_addresses(decisions: Iterable[Timed]) -> dict[int, str]:
    """Return the page of each decision, by `id()` of its record.

    Numbers restart every year and agencies share them, so the year stands in front, and where two
    still meet, the agency and the day behind. The year is that of the folder the file stands in,
    which stays as it is when a date that was not known is filled in later.
    """
    meeting: dict[str, list[Decision]] = defaultdict(list)
    for timed in decisions:
        meeting[_decision_stem(timed)].append(timed.decision)
    found: dict[int, str] = {}
    for stem, brothers in meeting.items():
        for decision in brothers:
            told_apart = stem
            if len(brothers) > 1:
                told_apart += f"-{slug(decision.agency or '')}-{decision.signed or 'chua-ro'}"
            found[id(decision)] = f"quyet-dinh/{told_apart}.html"
    return found


def _decision_stem(timed: Timed) -> str:
    decision = timed.decision
    number = _UNSAFE.sub("-", decision.number.translate(_TO_ASCII)).strip("-.")
    return f"{decision_year(timed) or 'chua-ro'}-{number}"


def decision_year(timed: Timed) -> int | None:
    """Return the year a decision belongs to: that of its folder, else of its dates."""
    folder = timed.file.rpartition("/")[0].rpartition("/")[2]
    if _YEAR.fullmatch(folder):
        return int(folder)
    day = timed.decision.signed or timed.decision.effective
    return day.year if day else None


def depth_of(address: str) -> int:
    """Return how many folders deep a page lies."""
    return address.count("/")
