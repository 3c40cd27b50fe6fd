from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.outputs.editions import TODAY, catalog, edition, first, later
from tthc_catalog.outputs import atom_feed
from tthc_catalog.outputs.atom_feed import atom_feeds, stable_name
from tthc_catalog.outputs.site.edition import Edition

if TYPE_CHECKING:
    from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
THREAD = "{http://purl.org/syndication/thread/1.0}"
AMENDED = later("2/QĐ-BTN", "2026-06-01", hieu_luc="2026-07-01", ket_qua="Thẻ mới")


def _feeds(told: Edition) -> dict[str, ET.Element]:
    return {address: ET.fromstring(text) for address, text in atom_feeds(told)}  # noqa: S314 - our own text


def _ids(feed: ET.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}id") or "" for entry in feed.iter(f"{ATOM}entry")]


def test_every_feed_is_well_formed_and_has_what_atom_requires(tmp_path: Path) -> None:
    for address, feed in _feeds(edition(tmp_path, first() + AMENDED)).items():
        for name in ("id", "title", "updated"):
            assert feed.findtext(f"{ATOM}{name}"), address
        assert feed.findtext(f"{ATOM}author/{ATOM}name"), address
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == f"https://thu-tuc.example/{address}"
        assert len(_ids(feed)) == len(set(_ids(feed)))


def test_there_is_a_feed_of_all_of_the_field_of_the_agency_and_of_the_procedure(
    tmp_path: Path,
) -> None:
    feeds = _feeds(edition(tmp_path, first() + AMENDED))
    assert sorted(feeds) == [
        "feed/co-quan/uy-ban-nhan-dan-xa.xml",
        "feed/linh-vuc/the.xml",
        "feed/tat-ca.xml",
        "feed/thu-tuc/1.000001.xml",
    ]
    assert len({tuple(_ids(feed)) for feed in feeds.values()}) == 1


def test_an_entry_says_what_changed_and_when_it_was_known(tmp_path: Path) -> None:
    feed = _feeds(edition(tmp_path, first() + AMENDED))["feed/tat-ca.xml"]
    entry = next(feed.iter(f"{ATOM}entry"))
    assert entry.findtext(f"{ATOM}title") == "Sửa đổi, bổ sung: Cấp thẻ"
    assert entry.findtext(f"{ATOM}updated") == "2026-06-01T00:00:00+07:00"
    assert "Ngày có hiệu lực: 01/07/2026." in (entry.findtext(f"{ATOM}content") or "")
    assert feed.findtext(f"{ATOM}updated") == "2026-06-01T00:00:00+07:00"


def test_names_stay_when_something_is_appended(tmp_path: Path) -> None:
    before = _ids(_feeds(edition(tmp_path / "a", first()))["feed/tat-ca.xml"])
    after = _ids(_feeds(edition(tmp_path / "b", first() + AMENDED))["feed/tat-ca.xml"])
    assert after[1:] == before
    assert all(name.startswith("tag:thu-tuc.example,2026:tthc/1.000001/") for name in after)


def test_a_correction_is_an_entry_of_its_own_that_answers_the_old_one(tmp_path: Path) -> None:
    put_right = later(
        "2/QĐ-BTN", "2025-03-01", dinh_chinh="{so: 1/QĐ-BTN, ly_do: In nhầm}", ket_qua="Thẻ cứng"
    )
    feed = _feeds(edition(tmp_path, first() + put_right))["feed/thu-tuc/1.000001.xml"]
    new, old = feed.iter(f"{ATOM}entry")
    answered = new.find(f"{THREAD}in-reply-to")
    assert answered is not None
    assert answered.get("ref") == old.findtext(f"{ATOM}id")
    assert "Đính chính 1/QĐ-BTN: In nhầm." in (new.findtext(f"{ATOM}content") or "")


def test_nothing_tells_the_day_of_the_build(tmp_path: Path) -> None:
    loaded = catalog(tmp_path, first() + AMENDED)
    today = dict(atom_feeds(Edition(loaded, TODAY, "https://x.example/")))
    next_year = Edition(loaded, TODAY.replace(year=2027), "https://x.example/")
    assert today == dict(atom_feeds(next_year))


def test_hostile_words_stay_text(tmp_path: Path) -> None:
    name = '"Cấp <b>&amp;</b>]]> \\"thẻ\\""'
    feeds = _feeds(edition(tmp_path, first(ten=name)))
    title = next(feeds["feed/tat-ca.xml"].iter(f"{ATOM}entry")).findtext(f"{ATOM}title") or ""
    assert title.startswith("Mới ban hành: Cấp <b>&amp;</b>]]>")


LENGTH = 4


@pytest.fixture
def short_feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Feeds that are full with a few entries."""
    monkeypatch.setattr(atom_feed, "LENGTH", LENGTH)


@pytest.mark.usefixtures("short_feeds")
@pytest.mark.parametrize("count", [1, 2 * LENGTH, 3 * LENGTH, 7 * LENGTH + 1])
def test_no_entry_is_ever_lost_from_the_archive(count: int, tmp_path: Path) -> None:
    lives = [first(f"1.{number:06d}") for number in range(count)]
    feeds = _feeds(edition(tmp_path, *lives))
    address: str | None = "feed/tat-ca.xml"
    found: list[str] = []
    walked = 0
    while address:
        feed = feeds[address]
        found += _ids(feed)
        links = {link.get("rel"): link.get("href") or "" for link in feed.findall(f"{ATOM}link")}
        assert (feed.find(f"{HISTORY}archive") is not None) is (walked > 0)
        if walked:
            assert links["current"] == "https://thu-tuc.example/feed/tat-ca.xml"
        before = links.get("prev-archive")
        address = before.removeprefix("https://thu-tuc.example/") if before else None
        walked += 1
    assert len(found) == len(set(found)) == count
    assert LENGTH <= len(_ids(feeds["feed/tat-ca.xml"])) < 3 * LENGTH or count < LENGTH


@pytest.mark.usefixtures("short_feeds")
def test_a_full_archive_page_never_changes(tmp_path: Path) -> None:
    lives = [first(f"1.{number:06d}") for number in range(3 * LENGTH)]
    before = dict(atom_feeds(edition(tmp_path / "a", *lives)))
    newer = "{so: 9/QĐ-BTN, ngay: 2026-05-01}"
    lives += [first(f"2.{number:06d}", quyet_dinh=newer) for number in range(2 * LENGTH)]
    after = dict(atom_feeds(edition(tmp_path / "b", *lives)))
    assert before["feed/tat-ca-luu-1.xml"] == after["feed/tat-ca-luu-1.xml"]
    assert "feed/tat-ca-luu-2.xml" in after


def test_without_an_address_names_are_still_stable(tmp_path: Path) -> None:
    told = edition(tmp_path, first(), base="")
    assert stable_name(told, "x") == stable_name(told, "x")
    assert stable_name(told, "x").startswith("urn:uuid:")
