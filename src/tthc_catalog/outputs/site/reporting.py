# A citizen who sees a mistake, and an officer who must mend it, are one link away from the file: if
# the catalogue says where its repository is. GitHub, GitLab, Gitea and Forgejo spell these two
# addresses alike.

"""Links from a page to its file and to a report of what is wrong in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

from tthc_catalog.outputs.site.edition import Link

if TYPE_CHECKING:
    from tthc_catalog.outputs.site.edition import Edition

_FOLDER = re.compile(r"/(?:-/)?(?:blob|tree)/")


def report_links(edition: Edition, code: str) -> tuple[Link, ...]:
    """Return links to the file of a procedure and to a new report; none without a repository."""
    repository = (edition.catalog.settings.repository or "").rstrip("/")
    if urlsplit(repository).scheme not in {"http", "https"}:
        return ()
    folder = repository
    if not _FOLDER.search(folder):
        tree = edition.catalog.tree
        folder = f"{repository}/blob/HEAD/{quote(tree.folder.name if tree else 'catalog')}"
    project = _FOLDER.split(repository)[0]
    title = f"{code}: {edition.states[code].procedure.name}"[:150]
    return (
        Link("Báo chỗ sai", f"{project}/issues/new?{urlencode({'title': title})}"),
        Link("Xem, sửa tệp dữ liệu", f"{folder}/{quote(edition.catalog.lives[code].file)}"),
    )
