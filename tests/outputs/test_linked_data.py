from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.outputs.editions import edition, first
from tthc_catalog.outputs.linked_data import cpsv_ap, duration, procedure_head, schema_org
from tthc_catalog.records.time_limit import parse_time_limit

if TYPE_CHECKING:
    from pathlib import Path

TWO_WAYS = (
    "[{kenh: trực tiếp, thoi_han: 20 ngày, phi_le_phi: 50.000 đồng/hồ sơ}, "
    "{kenh: trực tuyến, thoi_han: 10 ngày làm việc, phi_le_phi: miễn phí}]"
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("20 ngày", "P20D"),
        ("2 tuần", "P14D"),
        ("3 tháng", "P3M"),
        ("4 giờ", "PT4H"),
        ("10 ngày làm việc", None),
        ("2,5 ngày", None),
        ("không quy định", None),
    ],
)
def test_only_what_iso_can_say_is_a_duration(words: str, said: str | None) -> None:
    assert duration(parse_time_limit(words)) == said


def test_each_channel_keeps_its_own_time_and_fee(tmp_path: Path) -> None:
    told = edition(tmp_path, first(cach_thuc=TWO_WAYS))
    channels = schema_org(told, "1.000001")["availableChannel"]
    assert [channel.get("processingTime") for channel in channels] == ["P20D", None]
    assert channels[1]["description"] == "Thời hạn: 10 ngày làm việc. Phí, lệ phí: miễn phí"


def test_the_service_carries_the_longest_time_in_calendar_days(tmp_path: Path) -> None:
    graph = cpsv_ap(edition(tmp_path, first(cach_thuc=TWO_WAYS)), "1.000001")["@graph"]
    service = graph[0]
    assert service["processingTime"].startswith("P2")
    described = {
        node["dct:description"]["@value"] for node in graph if "cv:Channel" in node["@type"]
    }
    assert "Thời hạn: 10 ngày làm việc. Phí, lệ phí: miễn phí" in described


def test_everything_that_the_service_names_is_in_the_graph(tmp_path: Path) -> None:
    graph = cpsv_ap(edition(tmp_path, first(cach_thuc=TWO_WAYS)), "1.000001")["@graph"]
    known = {node["@id"] for node in graph}
    named = re.findall(r'"@id": "(https://thu-tuc[^"]*)"', json.dumps(graph))
    assert set(named) <= known
    for name in ("dct:identifier", "dct:title", "dct:description", "cv:hasCompetentAuthority"):
        assert graph[0][name], name


def test_words_of_a_record_cannot_leave_the_data_block(tmp_path: Path) -> None:
    told = edition(tmp_path, first(ten="'</script><script>alert(1)//'"))
    head = procedure_head(told, "1.000001")
    assert head.count("<script") == head.count("</script>") == 1
    text = head.partition('<script type="application/ld+json">')[2].removesuffix("</script>")
    assert json.loads(text)["name"] == "</script><script>alert(1)//"
