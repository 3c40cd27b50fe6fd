# What the formats of a comparison promise beside their golden files: that words of records cannot
# act, that cuts keep what differs, that nothing is lost.

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.outputs.editions import catalog as catalog_of
from tests.outputs.editions import first, later
from tthc_catalog.catalog import Catalog
from tthc_catalog.changes import compare
from tthc_catalog.outputs.change_rows import Sides, change_rows, excerpts, flat
from tthc_catalog.outputs.changes_github import changes_github
from tthc_catalog.outputs.changes_html import changes_html, marked
from tthc_catalog.outputs.changes_json import changes_json
from tthc_catalog.outputs.changes_markdown import changes_markdown, escaped
from tthc_catalog.outputs.changes_text import changes_text

if TYPE_CHECKING:
    from pathlib import Path

    from tthc_catalog.changes import Changes

SIDES = Sides("trước", "sau")
EVIL = (
    "<script>alert(1)</script> [x](javascript:alert(2)) ![i](http://e.vn/i.png) `a` *b* _c_ |d| "
    "@everyone #1 https://e.vn www.e.vn <!-- --> </td></style> &lt; $x$ ~~y~~ \\| "
)


@pytest.fixture(scope="module")
def catalog(root: Path) -> Catalog:
    return Catalog.load(root / "tests" / "fixtures" / "catalog", cache=False)


@pytest.fixture(scope="module")
def changes(catalog: Catalog) -> Changes:
    return compare(catalog.on(date(2026, 6, 30)), catalog.on(date(2026, 7, 1)))


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Changes:
    """Changes of a procedure whose every word tries to act."""
    folder = tmp_path_factory.mktemp("evil")
    file = folder / "procedures" / "thu" / "9.000001.yaml"
    file.parent.mkdir(parents=True)
    words = json.dumps(EVIL)
    file.write_text(
        f'ma: "9.000001"\nquyet_dinh: {{so_in: {words}, ngay: 2026-01-01}}\nten: {words}\n'
        f"linh_vuc: thu\ncap_thuc_hien: xã\ncach_thuc: trực tiếp\nho_so:\n"
        f"  - thanh_phan:\n      - {words}\n"
        "chua_ro: [trinh_tu, doi_tuong, co_quan, ket_qua, can_cu]\n"
        f"---\nquyet_dinh: {{so_in: {words}, ngay: 2026-02-01}}\nmo_ta: {words}\n"
        f"ho_so:\n  - thanh_phan:\n      - {json.dumps('Giấy khác ' + EVIL)}\n",
        "utf-8",
    )
    catalog = Catalog.load(folder, cache=False)
    assert catalog.findings == ()
    return compare(catalog.on(date(2026, 1, 1)), catalog.on(date(2026, 2, 1)))


def test_nothing_acts_on_the_page(evil: Changes) -> None:
    page = changes_html(evil, Sides(EVIL, EVIL))
    tree = html5lib.HTMLParser(strict=True).parse(page)
    names = {
        element.tag.rpartition("}")[2] for element in tree.iter() if isinstance(element.tag, str)
    }
    assert names <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "section", "ul",
        "li", "div", "table", "thead", "tbody", "tr", "th", "td", "del", "ins", "span", "br", "em",
        "details", "summary",
    }  # fmt: skip
    assert "default-src 'none'" in page
    assert "alert(1)" in "".join(tree.itertext())


def test_nothing_acts_in_a_comment(evil: Changes) -> None:
    markdown = changes_markdown(evil, Sides(EVIL, EVIL))
    page = (
        MarkdownIt("commonmark", {"linkify": False})
        .enable(["table", "strikethrough"])
        .render(markdown)
    )
    assert not re.search(r"<(script|a|img|code|em|strong|s|h[1256])\b", page)
    # Neither people nor other issues are called.
    assert not re.search(r"[@#]\w", markdown)
    assert "alert(1)" in page


def test_nothing_acts_in_the_log_of_a_step(evil: Changes) -> None:
    for line in changes_github(evil, Catalog()):
        head, _, text = line.removeprefix("::").partition("::")
        assert head.startswith("notice ")
        assert "\n" not in text


@given(st.text(max_size=60))
def test_escaped_words_are_shown_as_they_are(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["strikethrough"]).parse(f"- x {escaped(text)}")
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "html_inline", "text_special"}


@given(st.text(max_size=400), st.text(max_size=400), st.text(max_size=400), st.text(max_size=400))
def test_a_cut_keeps_the_place_where_texts_differ(
    start: str, before: str, after: str, end: str
) -> None:
    one, other = flat(f"{start}{before}{end}"), flat(f"{start}{after}{end}")
    cut = excerpts(one, other)
    assert all(len(text) <= 162 for text in cut)
    if len(one) <= 160 and len(other) <= 160:
        assert cut == (one, other)
    if one == other:
        assert cut[0] == cut[1]


@given(st.text(max_size=80), st.text(max_size=80))
def test_marks_lose_no_word(before: str, after: str) -> None:
    for text, html in zip((before, after), marked(before, after), strict=True):
        tree = html5lib.parseFragment(html, container="pre", namespaceHTMLElements=False)
        shown = "".join(tree.itertext())
        expected = html5lib.parseFragment(
            text.replace("&", "&amp;").replace("<", "&lt;"),
            container="pre",
            namespaceHTMLElements=False,
        )
        assert shown == "".join(expected.itertext())


def _one_life(folder: Path, before: str, after: str) -> Changes:
    old, new = "[1/2020/NĐ-CP, 2/2020/NĐ-CP]", "[1/2020/NĐ-CP, 3/2026/NĐ-CP]"
    life = first(cap_thuc_hien=before, can_cu=old)
    life += later("2/QĐ-BTN", "2026-06-01", cap_thuc_hien=after, can_cu=new)
    loaded = catalog_of(folder, life)
    return compare(loaded.on(date(2026, 5, 1)), loaded.on(date(2026, 7, 1)))


def test_what_left_a_list_and_what_came_to_it_are_one_row(tmp_path: Path) -> None:
    changes = _one_life(tmp_path, "[huyện]", "[xã]")
    (change,) = changes
    rows, others = change_rows(change)
    assert [(row.title, row.before, row.after) for row in rows] == [
        ("Cấp thực hiện", "huyện", "xã"),
        ("Căn cứ pháp lý", "2/2020/NĐ-CP", "3/2026/NĐ-CP"),
    ]
    assert others == []
    text = "\n".join(changes_text(changes, SIDES))
    assert text.count("  Cấp thực hiện:") == 1
    assert (
        "  Cấp thực hiện:\n      - huyện\n      + xã\n"
        "      ▼ nhẹ hơn: Nơi giải quyết gần hơn: từ cấp huyện về cấp xã.\n"
    ) in text
    assert (
        '<th scope="row">Căn cứ pháp lý</th><td><del>2/2020/NĐ-CP</del></td>'
        "<td><ins>3/2026/NĐ-CP</ins></td>"
    ) in changes_html(changes, SIDES)
    assert "| Cấp thực hiện | huyện | xã |" in changes_markdown(changes, SIDES)


def test_each_item_stands_in_one_row_and_each_effect_once(changes: Changes) -> None:
    for change in changes:
        rows, others = change_rows(change)
        told = [effect for row in rows for effect in row.effects] + others
        assert len(told) == len(set(map(id, told)))
        silent = {"part-changed", "only-written"}
        assert {effect.rule.id for effect in told} == {
            item.rule.id for item in change.impact.items if item.rule.id not in silent
        }


def test_a_comment_that_grows_too_long_counts_what_is_left(changes: Changes) -> None:
    whole = changes_markdown(changes, SIDES)
    short = changes_markdown(changes, SIDES, longest=len(whole) // 2)
    assert len(short) < len(whole)
    assert re.search(r"… và \d+ thay đổi nữa không vừa chỗ này\.\n$", short)


def test_a_change_is_the_same_in_every_format(changes: Changes, catalog: Catalog) -> None:
    text = "\n".join(changes_text(changes, SIDES))
    data = json.loads(changes_json(changes, SIDES))
    page = changes_html(changes, SIDES)
    markdown = changes_markdown(changes, SIDES)
    assert [each["code"] for each in data["changes"]] == [change.code for change in changes]
    for change in changes:
        for told in (text, page, markdown):
            assert change.code in told
            assert change.kind.label in told
    assert sum(1 for _ in changes_github(changes, catalog)) == len(changes) + 1


def test_more_than_ten_notices_are_counted(root: Path) -> None:
    catalog = Catalog.load(root / "catalog", cache=False)
    changes = compare(catalog.on(date(2026, 6, 1)), catalog.on(date(2026, 7, 31)))
    assert len(changes) > 10
    lines = list(changes_github(changes, catalog, folder="catalog"))
    assert len(lines) == 11
    assert "Chỉ 10 thay đổi được đánh dấu" in lines[-1]
