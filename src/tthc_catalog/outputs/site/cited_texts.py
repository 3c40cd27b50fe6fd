# A decree falls, and the procedures that cite it go on citing it. The page is for those who keep
# the catalogue and for whoever wonders whether the ground of a procedure still stands.

"""The page of cited texts that ended or changed, with the procedures in force that cite them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Page
from tthc_catalog.rules import ripples
from tthc_catalog.rules.ripple import fates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tthc_catalog.outputs.site.edition import Edition, Link
    from tthc_catalog.rules.ripple import Ripple

TITLE = "Văn bản được viện dẫn đã thay đổi"


class Citing(NamedTuple):
    """One procedure that cites such a text."""

    link: Link
    code: str
    provision: str
    beside: bool
    """Whether it cites the new text as well."""


class CitedText(NamedTuple):
    """One text with what became of it."""

    number: str
    title: str
    says: str
    citing: list[Citing]


def cited_texts_page(edition: Edition) -> Page:
    """Return the page; it says so where every cited text stands."""
    found = ripples(edition.catalog, edition.today)
    ended = [each for each in found if each.fate.wave.ends]
    groups = (
        ("Đã hết hiệu lực", [each for each in ended if each.by(edition.today)]),
        ("Sẽ hết hiệu lực, hoặc chưa rõ từ ngày nào",
         [each for each in ended if not each.by(edition.today)]),
        ("Được sửa đổi, bổ sung", [each for each in found if not each.fate.wave.ends]),
    )  # fmt: skip
    return Page(
        addresses.CITED,
        TITLE,
        "Văn bản pháp luật bị bãi bỏ, được thay thế, sửa đổi, hết hiệu lực mà thủ tục đang thực "
        "hiện còn viện dẫn, từ ngày nào, theo văn bản nào.",
        "cited_texts.html",
        addresses.STATISTICS,
        {
            "title": TITLE,
            "groups": [(heading, _texts(edition, each)) for heading, each in groups if each],
        },
    )


def fate_words(edition: Edition, number: str | None) -> list[str]:
    """Say what became of a cited text; nothing where it stands, or is not in the register."""
    held = edition.__dict__.get("_fates")
    if held is None:
        held = edition.__dict__["_fates"] = fates(edition.catalog.legal_documents)
    return [fate.says(edition.today) for fate in held.get(number or "", ())]


def _texts(edition: Edition, found: Sequence[Ripple]) -> list[CitedText]:
    documents = edition.catalog.legal_documents
    texts = []
    for fate, listed in groupby(found, key=lambda ripple: ripple.fate):
        document = documents.get(fate.number)
        citing = [
            Citing(
                edition.procedure_link(each.code),
                each.code,
                each.provision or "",
                each.cites_successor,
            )
            for each in listed
        ]
        title = (document.title or "") if document else ""
        texts.append(CitedText(fate.number, title, fate.says(edition.today), citing))
    return texts
