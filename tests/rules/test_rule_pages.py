# The pages of rules are printed from the rules, in the terminal and on the site.

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from tthc_catalog.cli import tthc
from tthc_catalog.errors import BadRequestError
from tthc_catalog.imports import KINDS
from tthc_catalog.outputs.rule_pages import index_html, page_html, page_text, rule_pages
from tthc_catalog.rules import RULES

PAGES = rule_pages(KINDS)
BY_ID = {page.id: page for page in PAGES}


def test_every_kind_has_a_page() -> None:
    assert {rule.id for rule in RULES} < set(BY_ID)
    assert {kind.id for kind in KINDS} < set(BY_ID)
    assert len({page.address for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_a_page_is_whole_and_safe(page: object) -> None:
    rule_page = BY_ID[getattr(page, "id", "")]
    body = page_html(rule_page)
    for tag in ("p", "dl", "dt", "dd", "h1", "pre", "code", "nav"):
        assert len(re.findall(rf"<{tag}[ >]", body)) == body.count(f"</{tag}>"), tag
    assert "{" not in rule_page.title
    if rule_page.rule is not None:
        assert rule_page.rule.why.split("`")[0] in body
        assert body.count("<pre>") == 3


def test_the_page_of_a_rule_in_the_terminal() -> None:
    assert "\n".join(page_text(BY_ID["no-legal-basis"])) == (
        "no-legal-basis (cảnh báo)\n"
        "  Thủ tục không nêu căn cứ pháp lý.\n"
        "  Cách sửa: Thêm `can_cu:` với số, ký hiệu văn bản; nguồn không nêu thì ghi `can_cu` "
        "vào `chua_ro`.\n"
        "  Căn cứ: Nghị định 63/2010/NĐ-CP, Điều 15\n"
        "  Vì sao: Quyết định công bố phải nêu văn bản quy định thủ tục. Thiếu nó thì không "
        "kiểm tra được nội dung.\n"
        "  Xét: từng tài liệu của thủ tục\n"
        "\n"
        "  Sai:\n"
        "    # không có: can_cu\n"
        "\n"
        "  Đúng:\n"
        "    can_cu: 10/2025/NĐ-CP"
    )


def test_what_differs_from_case_to_case_is_left_open() -> None:
    assert BY_ID["unknown-rule"].mend == "Mỗi trường hợp một cách; lời báo ở chỗ sai nêu rõ."
    assert BY_ID["total-differs"].title == ("Quyết định in tổng số «…» là …, phụ lục có … dòng.")


def test_the_list_leads_to_every_page() -> None:
    body = index_html(PAGES)
    assert all(f'href="{page.address}"' in body for page in PAGES)
    assert f"bằng {len(RULES)} quy tắc" in body


def test_the_command_lists_explains_and_refuses() -> None:
    runner = CliRunner()
    listed = runner.invoke(tthc, ["rules"])
    assert listed.exit_code == 0
    assert all(f"{rule.id} (" in listed.output for rule in RULES)
    assert "duplicate-key" not in listed.output
    assert "duplicate-key (lỗi)" in runner.invoke(tthc, ["rules", "--all"]).output
    assert "Vì sao:" in runner.invoke(tthc, ["rules", "no-result"]).output
    data = json.loads(runner.invoke(tthc, ["rules", "--format", "json"]).output)
    assert [each["id"] for each in data["rules"]] == [rule.id for rule in RULES]
    refused = runner.invoke(tthc, ["rules", "no-resutl"])
    assert isinstance(refused.exception, BadRequestError)
    assert str(refused.exception) == ("Không có quy tắc nào tên no-resutl. Có phải ý là no-result?")
