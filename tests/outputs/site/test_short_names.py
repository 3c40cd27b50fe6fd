from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.outputs.site.short_names import short_name

PERMIT = (
    "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV (Công trình không theo tuyến/"
    "Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo) và nhà ở riêng lẻ"
)
COPY = (
    "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt "
    "Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận"
)


@pytest.mark.parametrize(
    ("name", "lead"),
    [
        ("Đăng ký khai sinh", "Đăng ký khai sinh"),
        (
            PERMIT,
            "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV (…) và nhà ở riêng lẻ",
        ),
        (
            COPY,
            (
                "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức "
                "có thẩm quyền của Việt Nam…"
            ),
        ),
        ("Cấp thẻ (thực hiện tại cấp tỉnh)", "Cấp thẻ (thực hiện tại cấp tỉnh)"),
        ("x" * 200, "x" * 109 + "…"),
    ],
)
def test_a_long_name_has_a_readable_lead(name: str, lead: str) -> None:
    assert short_name(name) == lead


@given(st.text(alphabet="aăđ (),;/x", max_size=400))
def test_a_lead_is_short_and_marks_what_is_missing(name: str) -> None:
    lead = short_name(name)
    assert len(lead) <= (110 if len(name) > 140 else 140)
    assert lead == name or "…" in lead
