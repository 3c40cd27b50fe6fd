# What the tests of the search share: the table of cases, the real names, the search in the browser.

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tthc_catalog.search import (
    Hit,
    SearchIndex,
    SearchRow,
    SearchTables,
    build_index,
    shipped_tables,
)
from tthc_catalog.search.tables import tables_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

HERE = Path(__file__).parent
SCRIPTS = Path(__file__).parents[2] / "src" / "tthc_catalog" / "search"
SITE = "http://danh-muc.test/"


@pytest.fixture(scope="session")
def cases() -> dict[str, Any]:
    """The table that both languages are held to."""
    table: dict[str, Any] = json.loads((HERE / "cases.json").read_text("utf-8"))
    return table


@pytest.fixture(scope="session")
def small_rows(cases: dict[str, Any]) -> list[SearchRow]:
    """A catalogue of two dozen procedures."""
    found = []
    for row in cases["catalogue"]["rows"]:
        told: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
        }
        found.append(SearchRow(**told))
    return found


@pytest.fixture(scope="session")
def small_tables(cases: dict[str, Any]) -> SearchTables:
    """Its own short tables."""
    return tables_from(cases["catalogue"]["tables"])


@pytest.fixture(scope="session")
def real_rows(shared: Path) -> list[SearchRow]:
    """The 2,625 names of June 2026."""
    with gzip.open(shared / "real" / "portal-2026-06.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [real_row(json.loads(line)) for line in lines]


def real_row(record: dict[str, Any]) -> SearchRow:
    """Return what the search needs of one answer of the portal."""
    named = {"isMinistry": "bộ", "isProvince": "tỉnh", "isWard": "xã", "isOtherAgency": "khác"}
    number = (record["procedureProposal"] or {}).get("proposalNumber")
    return SearchRow(
        code=record["code"],
        name=record["name"],
        field=next((each["name"] for each in record["categoriesDetails"]), ""),
        agencies=tuple(each["name"] for each in record["departmentsExecuting"]),
        levels=tuple(name for key, name in named.items() if record[key]),
        channels=tuple(sorted({each["submissionMethod"] for each in record["executionMethods"]})),
        subjects=tuple(sorted({each["name"] for each in record["subjectTypesDetails"]})),
        decisions=(number,) if number else (),
    )


@pytest.fixture(scope="session")
def real_json(real_rows: list[SearchRow]) -> str:
    """The index of the real names with the tables of the package."""
    return build_index(real_rows, shipped_tables())


@pytest.fixture(scope="session")
def real_index(real_json: str) -> SearchIndex:
    """The same, ready for questions."""
    return SearchIndex.from_json(real_json)


@pytest.fixture(scope="session")
def answers(real_index: SearchIndex) -> Callable[[str], list[Hit]]:
    """The first ten for a question over the real names; asked often, searched once."""
    return cache(real_index.search)


@pytest.fixture
def serve(page: Page) -> Callable[[dict[str, str]], Page]:
    """A site out of thin air: the scripts of the package and the files that a test gives."""

    def serving(given: dict[str, str]) -> Page:
        kinds = {"js": "text/javascript", "json": "application/json", "html": "text/html"}
        kinds["css"] = "text/css"

        def answer(route: Route) -> None:
            name = route.request.url.removeprefix(SITE).split("?")[0]
            script = SCRIPTS / name
            if name in given:
                body = given[name]
            elif name.endswith((".js", ".css")) and script.is_file():
                body = script.read_text("utf-8")
            else:
                route.fulfill(status=404, body="")
                return
            route.fulfill(
                body=body,
                headers={
                    "content-type": f"{kinds[name.rsplit('.', 1)[-1]]}; charset=utf-8",
                    "content-security-policy": "default-src 'self'; base-uri 'none'; "
                    "form-action 'self'; object-src 'none'; require-trusted-types-for 'script'",
                },
            )

        page.context.route(f"{SITE}**", answer)
        return page

    return serving


@pytest.fixture
def in_browser(
    serve: Callable[[dict[str, str]], Page],
) -> Callable[[str], Callable[[str, list[Any]], Any]]:
    """Search.js with an index, to be asked by the name of one of its functions."""

    def opened(index: str) -> Callable[[str, list[Any]], Any]:
        page = serve({"trang.html": "<!doctype html><title>x</title>", "muc-luc.json": index})
        page.goto(SITE + "trang.html")
        page.evaluate(
            """async () => {
              const code = await import("/search.js");
              const index = await (await fetch("/muc-luc.json")).json();
              window.code = code;
              window.lexicon = code.prepare(index);
            }"""
        )

        def ask(expression: str, given: list[Any]) -> Any:  # noqa: ANN401 - whatever JSON holds
            return page.evaluate(
                f"(given) => given.map((it) => {{ const {{code, lexicon}} = window; "
                f"return {expression}; }})",
                given,
            )

        return ask

    return opened
