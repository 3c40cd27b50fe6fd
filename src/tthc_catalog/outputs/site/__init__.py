# The site. `edition` works out what all pages ask for, one module builds each kind of page,
# `templates/` lays them out, `shell` puts them into the frame that a site generator rendered once,
# `writing` touches only the files that differ, `printing` runs all of it.

"""The public site: a page for every procedure, decision, list and month, printed into one frame."""

from __future__ import annotations

from tthc_catalog.outputs.site.printing import (
    ASSETS,
    ICON,
    SECTIONS,
    STYLE,
    filled,
    pages,
    print_site,
    procedure_pages,
)
from tthc_catalog.outputs.site.shell import (
    SHELL_FILE,
    SHELL_MARKDOWN,
    SHELL_PAGE,
    Shell,
    with_policy,
)
from tthc_catalog.outputs.site.writing import Printed

__all__ = [
    "ASSETS", "ICON", "SECTIONS", "SHELL_FILE", "SHELL_MARKDOWN", "SHELL_PAGE", "STYLE", "Printed",
    "Shell", "filled", "pages", "print_site", "procedure_pages", "with_policy",
]  # fmt: skip
