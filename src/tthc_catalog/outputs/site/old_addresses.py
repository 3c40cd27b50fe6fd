# A code that another one took over may stand on a counter's wall or in somebody's bookmarks even if
# this catalogue never held it. Its address leads on, and says so for whoever is not led.

"""Pages at the addresses of codes that only their successors know."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from markupsafe import escape

from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.outputs.site.edition import Edition


def old_addresses(edition: Edition) -> Iterator[Page]:
    """Yield a page for each code that a document takes over from and that has no file."""
    heirs: dict[str, dict[str, None]] = defaultdict(dict)
    for code, life in edition.catalog.lives.items():
        for entry in life.entries:
            for old in entry.document.predecessors:
                if old not in edition.states and code in edition.states:
                    heirs[old][code] = None
    for old, codes in heirs.items():
        links = [edition.apart_link(code) for code in codes]
        head = '<meta name="robots" content="noindex">'
        if len(links) == 1:
            to = f"../{links[0].address}"
            head += f'<meta http-equiv="refresh" content="0; url={escape(to)}">'
        yield Page(
            addresses.procedure_address(old),
            f"Thủ tục {old} đã được thay thế",
            f"Mã {old} không còn dùng; nay thực hiện theo {', '.join(codes)}.",
            "old_code.html",
            addresses.FIELDS,
            {"code": old, "links": links},
            head,
        )
