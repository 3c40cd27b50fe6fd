# The frame's style without what no page uses; what is not understood stays.

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tthc_catalog.outputs.site.frame_style import restyled, trimmed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.outputs.site.conftest import Site


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".a{x:1}.b{x:2}", ".a{x:1}"),
        (".a,.b{x:1}", ".a{x:1}"),
        (".a .b,p{x:1}", "p{x:1}"),
        (".a--open{x:1}", ".a--open{x:1}"),
        (".a:not(.b){x:1}", ".a:not(.b){x:1}"),
        ("p:is(.a,.b) i{x:1}", "p:is(.a,.b) i{x:1}"),
        ("[dir=rtl] .a,[dir=ltr] .a{x:1}", "[dir=ltr] .a{x:1}"),
        ("@media print{.b{x:1}}@media print{.a{x:1}.b{x:2}}", "@media print{.a{x:1}}"),
        ('@charset "UTF-8";.a{x:1}', '@charset "UTF-8";.a{x:1}'),
        ("@keyframes k{0%{x:1}to{x:2}}", "@keyframes k{0%{x:1}to{x:2}}"),
        ('.a{content:"}.b{"}', '.a{content:"}.b{"}'),
        (
            ':root{--i:url("data:1;2");--j:url("data:3");--k:4}.a{x:var(--j)}',
            ':root{--j:url("data:3");--k:4}.a{x:var(--j)}',
        ),
        ("/* .a{} */.a{x:1}", ".a{x:1}"),
    ],
)
def test_rules_of_unused_classes_are_left_out(style: str, left: str) -> None:
    assert trimmed(style, {"a"}) == left


def test_pages_load_the_light_style_and_documents_the_whole(site: Site) -> None:
    assert "assets/tthc/khung.css" in site.html("index.html")
    assert "assets/stylesheets/" not in site.html("index.html")
    assert "assets/stylesheets/main" in site.html("can-bo/index.html")
    whole = next(site.folder.glob("assets/stylesheets/main*.css")).read_text("utf-8")
    light = (site.folder / "assets/tthc/khung.css").read_text("utf-8")
    assert len(light) < 0.7 * len(whole)
    assert light.count("{") == light.count("}")
    for name in set(re.findall(r'class="([^"]*)"', site.html("index.html"))):
        for each in name.split():
            assert (f".{each}" in whole) <= (f".{each}" in light), each


def test_a_frame_of_another_theme_keeps_its_own_style(tmp_path: Path) -> None:
    html = '<link rel="stylesheet" href="theme.css"><p class="a">'
    assert restyled(html, tmp_path, "x.css") == (html, b"")
