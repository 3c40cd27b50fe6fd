from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from tests.outputs.editions import TODAY, catalog, edition, first, later
from tthc_catalog.outputs.effect_calendar import effect_calendars
from tthc_catalog.outputs.site.edition import Edition

if TYPE_CHECKING:
    from pathlib import Path

COMING = later("2/QĐ-BTN", "2026-06-01", hieu_luc="2027-01-01", ket_qua="Thẻ mới")


def _events(told: Edition, address: str = "lich/hieu-luc.ics") -> dict[str, Event]:
    calendar = Calendar.from_ical(dict(effect_calendars(told))[address])
    found = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    return {str(event["uid"]): event for event in found}


def _only(told: Edition, day: date) -> Event:
    (event,) = (e for e in _events(told).values() if e.start == day)
    return event


def test_a_coming_change_is_an_event_of_its_day(tmp_path: Path) -> None:
    event = _only(edition(tmp_path, first() + COMING), date(2027, 1, 1))
    assert str(event["summary"]) == "Sửa đổi, bổ sung: Cấp thẻ"
    assert event.end == date(2027, 1, 2)
    assert event.DTSTAMP.date() == date(2026, 6, 1)
    assert (str(event["status"]), event["sequence"]) == ("CONFIRMED", 0)
    assert str(event["url"]) == "https://thu-tuc.example/thu-tuc/1.000001.html"


def test_a_decision_is_one_event_however_many_procedures_it_changes(tmp_path: Path) -> None:
    lives = [first(f"1.{number:06d}") for number in range(30)]
    (event,) = _events(edition(tmp_path, *lives)).values()
    assert str(event["summary"]) == "Mới ban hành: 30 thủ tục (1/QĐ-BTN)"
    assert str(event["description"]).endswith("… và 10 thủ tục khác.")


def test_each_field_has_its_calendar(tmp_path: Path) -> None:
    told = edition(tmp_path, first(), first("1.000002", linh_vuc="khac"))
    assert len(_events(told, "lich/the.ics")) == 1
    assert sorted(dict(effect_calendars(told))) == [
        "lich/hieu-luc.ics",
        "lich/khac.ics",
        "lich/the.ics",
    ]


def test_a_name_of_several_lines_ends_no_line_of_a_calendar(tmp_path: Path) -> None:
    told = edition(tmp_path, first(), catalog='ten: "Danh mục\\nSUMMARY:giả"\n')
    text = dict(effect_calendars(told))["lich/hieu-luc.ics"].decode()
    assert "Danh mục SUMMARY:giả" in str(Calendar.from_ical(text)["x-wr-calname"])


def test_a_correction_raises_the_sequence_and_keeps_the_identity(tmp_path: Path) -> None:
    put_right = later("3/QĐ-BTN", "2026-07-01", dinh_chinh="{so: 2/QĐ-BTN}", ket_qua="Thẻ nhựa")
    day = date(2027, 1, 1)
    before = _only(edition(tmp_path / "a", first() + COMING), day)
    after = _only(edition(tmp_path / "b", first() + COMING + put_right), day)
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.DTSTAMP.date() == date(2026, 7, 1)


def test_a_moved_day_moves_the_event(tmp_path: Path) -> None:
    trial = later(
        "2/QĐ-BTN", "2026-05-01", hieu_luc="2026-05-10", het_hieu_luc="2026-12-31", ket_qua="Thẻ X"
    )
    longer = later(
        "3/QĐ-BTN", "2026-08-01", dinh_chinh="{so: 2/QĐ-BTN}", het_hieu_luc="2027-03-31",
        ket_qua="Thẻ X",
    )  # fmt: skip
    before = _only(edition(tmp_path / "a", first() + trial), date(2027, 1, 1))
    after = _only(edition(tmp_path / "b", first() + trial + longer), date(2027, 4, 1))
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)


def test_what_will_not_come_is_cancelled(tmp_path: Path) -> None:
    ended = later("3/QĐ-BTN", "2026-10-01", hieu_luc="2026-10-01", bai_bo="{can_cu: 1/2026/NĐ-CP}")
    before = _only(edition(tmp_path / "a", first() + COMING), date(2027, 1, 1))
    after = _only(edition(tmp_path / "b", first() + COMING + ended), date(2027, 1, 1))
    assert before["uid"] == after["uid"]
    assert (str(after["status"]), after["sequence"]) == ("CANCELLED", 1)
    assert str(after["summary"]) == "Không còn áp dụng: Cấp thẻ"


def test_what_has_no_known_day_is_no_event(tmp_path: Path) -> None:
    seen = first(quyet_dinh="{so_in: QĐ/1}", hieu_luc="").replace("hieu_luc: \n", "")
    assert _events(edition(tmp_path, seen + "ghi_nhan: 2026-06-15\n")) == {}


def test_nothing_tells_the_day_of_the_build(tmp_path: Path) -> None:
    loaded = catalog(tmp_path, first() + COMING)
    later_day = Edition(loaded, TODAY.replace(year=2028))
    assert dict(effect_calendars(Edition(loaded, TODAY))) == dict(effect_calendars(later_day))
