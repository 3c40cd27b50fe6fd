# Lists that stay short: procedures of a field, an agency, a level, a letter, in the order of the
# Vietnamese alphabet, a few hundred to a page, and the lists of those lists.

"""Lists of procedures and the lists of lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import ALPHABET, Link, Page, initial_words
from tthc_catalog.outputs.site.leaves import leaves
from tthc_catalog.outputs.site.terms import TERMS
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tthc_catalog.catalog import State
    from tthc_catalog.outputs.site.edition import Edition

Groups = dict[str, tuple[str, list[str]]]


class Shelf(NamedTuple):
    """One kind of list: where its overview stands and what people call it."""

    address: str
    title: str
    lead: str
    groups: Groups


def shelves(edition: Edition) -> list[Shelf]:
    """Return every kind of list that the site has."""
    terms = TERMS["Parts"]
    return [
        Shelf(addresses.FIELDS, terms["field"], "Thủ tục xếp theo lĩnh vực.", edition.by_field),
        Shelf(
            addresses.AGENCIES,
            "Cơ quan thực hiện",
            "Thủ tục xếp theo cơ quan trực tiếp thực hiện.",
            edition.by_agency,
        ),
        Shelf(
            addresses.LEVELS, terms["levels"], "Thủ tục xếp theo cấp thực hiện.", edition.by_level
        ),
        Shelf(
            addresses.LETTERS,
            "Danh mục A–Z",
            "Mọi thủ tục theo thứ tự chữ cái; không kể chữ “Thủ tục” ở đầu tên.",
            edition.by_letter,
        ),
    ]


def list_pages(edition: Edition) -> Iterator[Page]:
    """Yield every list and every list of lists."""
    for shelf in shelves(edition):
        entries = [
            (Link(name, address), len(codes)) for address, (name, codes) in shelf.groups.items()
        ]
        if shelf.address == addresses.LETTERS:
            entries.sort(key=lambda entry: ALPHABET.find(entry[0].words.lower()))
        yield Page(
            shelf.address,
            shelf.title,
            shelf.lead,
            "shelf.html",
            shelf.address,
            {
                "title": shelf.title,
                "lead": shelf.lead,
                "entries": entries,
                "total": len(edition.usable),
                "letters": shelf.address == addresses.LETTERS,
            },
        )
        for address, (name, codes) in shelf.groups.items():
            yield from _list(edition, shelf, address, name, codes)


def _list(
    edition: Edition, shelf: Shelf, address: str, name: str, codes: list[str]
) -> Iterator[Page]:
    title = f"Chữ cái {name}" if shelf.address == addresses.LETTERS else name
    for leaf in leaves(address, codes, partial(_span, edition.states)):
        yield Page(
            leaf.address,
            f"{title}{leaf.mark}",
            f"{say_number(len(codes))} thủ tục: {name}.",
            "list.html",
            shelf.address,
            {
                "title": title,
                "shelf": Link(shelf.title, shelf.address),
                "count": len(codes),
                "rows": [
                    (edition.procedure_link(code), edition.states[code]) for code in leaf.rows
                ],
                "turns": leaf.turns,
                "number": leaf.number,
            },
        )


def _span(states: Mapping[str, State], codes: list[str]) -> str:
    first, last = (initial_words(states[code].procedure.name) for code in (codes[0], codes[-1]))
    return first if first == last else f"{first} – {last}"
