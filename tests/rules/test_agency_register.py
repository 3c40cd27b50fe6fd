# An agency is asked for by any of its names; who bears a name now goes before who once bore it.

from __future__ import annotations

import pytest

from tthc_catalog.records.registers import Authority
from tthc_catalog.rules.agency_register import AgencyRegister

OLD = Authority.model_validate({"ten": "Sở Xây dựng", "ten_khac": ["Sở Giao thông"]})
NEW = Authority.model_validate({"ten": "Sở Giao thông"})


@pytest.mark.parametrize("order", [("cu", "moi"), ("moi", "cu")])
def test_the_present_bearer_of_a_name_goes_first(order: tuple[str, str]) -> None:
    both = {"cu": OLD, "moi": NEW}
    register = AgencyRegister({key: both[key] for key in order})
    assert register.named("SỞ  GIAO THÔNG") is NEW
    assert register.named("sở xây dựng") is OLD
    assert register.named("cu") is OLD


def test_diacritics_tell_agencies_apart() -> None:
    register = AgencyRegister({"cu": OLD})
    assert register.named("So Xay dung") is None
    assert register.likely("So Xay dung") == "Sở Xây dựng"
