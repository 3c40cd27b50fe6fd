# Stage 6: what others wrote, to records and findings. One source, one module named after it, with
# brothers that begin with its name; what any source would need stands in `registers` and `report`.

"""Import what others wrote into records."""

from __future__ import annotations

from tthc_catalog.imports.portal import KINDS, import_portal
from tthc_catalog.imports.report import FileReport, ImportReport

__all__ = ["KINDS", "FileReport", "ImportReport", "import_portal"]
