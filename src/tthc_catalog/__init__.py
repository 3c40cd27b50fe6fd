# The public names. Each is fetched from its module when it is first asked for: whoever imports the
# package for one function pays for that function only, and `tthc --help` pays for nothing.
#
# A new public name is two lines: one in the table, one under TYPE_CHECKING for editors and mypy.

"""Publication and change tracking for catalogues of Vietnamese administrative procedures.

A procedure is a function of a day:

    import tthc_catalog
    catalog = tthc_catalog.load("catalog")
    before, after = catalog.on(date(2026, 7, 16)), catalog.on(date(2026, 7, 17))
    for change in tthc_catalog.compare(before, after):
        print(change.kind, change.code)
"""

from __future__ import annotations

# Checkers take this name for typing's own, whose import would cost more than all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc_catalog.catalog import Catalog
    from tthc_catalog.changes import Change, ChangeKind, changes_by, compare
    from tthc_catalog.finding import Finding, Place, Severity
    from tthc_catalog.records import Decision, Procedure
    from tthc_catalog.rules import check
    from tthc_catalog.search import index_of

    load = Catalog.load

__version__ = "0.1.0"

__all__ = [
    "Catalog",
    "Change",
    "ChangeKind",
    "Decision",
    "Finding",
    "Place",
    "Procedure",
    "Severity",
    "__version__",
    "changes_by",
    "check",
    "compare",
    "index_of",
    "load",
]

# Public name -> where it lives: a module, then a route of attributes inside.
_HOMES = {
    "Catalog": ("catalog", "Catalog"),
    "Change": ("changes", "Change"),
    "ChangeKind": ("changes", "ChangeKind"),
    "Decision": ("records", "Decision"),
    "Finding": ("finding", "Finding"),
    "Place": ("finding", "Place"),
    "Procedure": ("records", "Procedure"),
    "Severity": ("finding", "Severity"),
    "changes_by": ("changes", "changes_by"),
    "check": ("rules", "check"),
    "compare": ("changes", "compare"),
    "index_of": ("search", "index_of"),
    "load": ("catalog", "Catalog", "load"),
}


def __getattr__(name: str) -> object:
    """Fetch a public name from its module, once."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - costs more than the package itself

    module, *route = _HOMES[name]
    value: object = import_module(f"{__name__}.{module}")
    for step in route:
        value = getattr(value, step)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Name the public names, fetched or not."""
    return __all__
