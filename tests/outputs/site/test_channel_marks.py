from __future__ import annotations

from typing import Any

from tthc_catalog.outputs.site.channel_marks import CHEAPEST, QUICKEST, marks
from tthc_catalog.records.parts import Channel
from tthc_catalog.records.procedure import Procedure
from tthc_catalog.records.vocabulary import ChannelKind


def _marks(*channels: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    procedure = Procedure.model_construct(
        channels=tuple(Channel.model_validate(channel) for channel in channels),
        time_limit=None,
        fees=(),
    )
    return {kind.value: told for kind, told in marks(procedure, None).items()}


def _way(kind: ChannelKind, time: str, fee: str, **more: str) -> dict[str, Any]:
    return {"kenh": kind.value, "thoi_han": time, "phi_le_phi": fee, **more}


def test_the_quicker_and_cheaper_channel_is_marked() -> None:
    assert _marks(
        _way(ChannelKind.DIRECT, "10 ngày làm việc", "50.000 đồng"),
        _way(ChannelKind.ONLINE, "7 ngày làm việc", "25.000 đồng"),
    ) == {"trực tuyến": (QUICKEST, CHEAPEST)}


def test_two_channels_may_share_a_mark() -> None:
    assert _marks(
        _way(ChannelKind.DIRECT, "10 ngày", "50.000 đồng"),
        _way(ChannelKind.ONLINE, "7 ngày", "50.000 đồng"),
        _way(ChannelKind.POSTAL, "7 ngày", "50.000 đồng"),
    ) == {"trực tuyến": (QUICKEST,), "bưu chính": (QUICKEST,)}


def test_channels_that_say_the_same_bear_no_mark() -> None:
    same = ("7 ngày", "miễn phí")
    assert _marks(_way(ChannelKind.DIRECT, *same), _way(ChannelKind.ONLINE, *same)) == {}


def test_what_cannot_be_compared_bears_no_mark() -> None:
    told = _marks(
        _way(ChannelKind.DIRECT, "5 ngày làm việc", "theo nghị quyết của HĐND cấp tỉnh"),
        _way(ChannelKind.ONLINE, "7 ngày", "25.000 đồng"),
    )
    assert told == {}


def test_a_channel_with_cases_of_its_own_leaves_no_doubt_unsaid() -> None:
    assert (
        _marks(
            _way(ChannelKind.DIRECT, "10 ngày", "miễn phí", truong_hop="Cấp mới"),
            _way(ChannelKind.DIRECT, "5 ngày", "miễn phí", truong_hop="Cấp lại"),
            _way(ChannelKind.ONLINE, "7 ngày", "miễn phí"),
        )
        == {}
    )
