# A record lives where its identity says, so that people find it and two can never claim one file.
# The kind is that of files/, which knows how paths are computed.

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.errors import BadRequestError
from tthc_catalog.files.paths import MISPLACED_FILE, decision_of, number_stem, procedure_path
from tthc_catalog.finding import Place
from tthc_catalog.rules.rule import Hits, Rule, Scope

if TYPE_CHECKING:
    from tthc_catalog.catalog import Life, Timed
    from tthc_catalog.rules.subject import Checkup


def _check(catalogue: Checkup, checkup: Checkup) -> Hits:
    """Tên tệp tính từ mã và lĩnh vực nên ai cũng tìm được.

    Và hai người không thể tạo hai tệp cho một thủ tục.
    """
    del catalogue
    for life in checkup.catalog.lives.values():
        if expected := _procedure(life):
            yield Place(life.file), {"expected": expected}
    for timed in checkup.catalog.decisions:
        if expected := _decision(timed):
            yield Place(timed.file), {"expected": expected}


def _procedure(life: Life) -> str | None:
    """Return where a procedure should live, if not where it does; any field of its life will do."""
    expected: list[str] = []
    for field in dict.fromkeys(document.field for document in life.documents if document.field):
        try:
            expected.append(procedure_path(field, life.code))
        except BadRequestError:
            continue
    return expected[0] if expected and life.file not in expected else None


def _decision(timed: Timed) -> str | None:
    decision = timed.decision
    stem = number_stem(decision.number)
    found = decision_of(timed.file)
    if found is None or found[1] == stem or found[1].startswith(f"{stem}-"):
        # Two decisions of one number and year (of two provinces) need a word more in the name.
        right_year = found is not None and (
            decision.signed is None or found[0] == decision.signed.year
        )
        if right_year:
            return None
    year = decision.signed.year if decision.signed else "<năm>"
    return f"decisions/{year}/{stem}.yaml"


misplaced_file = Rule(
    MISPLACED_FILE,
    Scope.CATALOG,
    _check,
    " ".join((_check.__doc__ or "").split()),
    bad='# procedures/linh-vuc-mau/1.000009.yaml\nma: "1.000002"',
    good='# procedures/linh-vuc-mau/1.000002.yaml\nma: "1.000002"',
)
