# A decision told twice, as signed and as the records have it: the words that text, JSON and
# annotations share.

"""A decision's annex beside the records, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.changes.reconciliation import Verdict
from tthc_catalog.changes.row_contents import words as differing
from tthc_catalog.records.decision import Annex, Decision
from tthc_catalog.records.record import alias_of, title_of
from tthc_catalog.vietnamese import say_date, say_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.changes.merging import InferredMerge
    from tthc_catalog.changes.reconciliation import Reconciliation, RowMatch
    from tthc_catalog.changes.totals import Total


def decision_heading(decision: Decision) -> str:
    """Return number, day of signing and agency."""
    words = f"Quyết định {decision.number}"
    if decision.signed:
        words += f" ngày {say_date(decision.signed)}"
    return f"{words} của {decision.agency}" if decision.agency else words


def row_heading(match: RowMatch) -> str:
    """Return where a row stands in the annex."""
    return f"{title_of(Annex, match.heading)}, dòng {match.index + 1}"


def row_name(match: RowMatch) -> str:
    """Return how the row calls its procedure; the records name what the row does not."""
    row = match.row
    code = row.code or (f"«{row.printed_code}»" if row.printed_code else "(không in mã)")
    if match.by_meaning:
        code = f"{code} hiểu là {row.means}:"
    name = row.name or row.abridged_name or (match.change.name if match.change else "")
    return f"{code} {name}".rstrip()


def verdict_sentence(match: RowMatch) -> str:
    """Return what the comparison of a row with the records says."""
    computed = match.computed.label if match.computed else ""
    words = {
        Verdict.MATCHED: "khớp với dữ liệu",
        Verdict.FIRST_SEEN: "dữ liệu ghi nhận lần đầu, chưa rõ nội dung trước đó",
        Verdict.KIND_DIFFERS: f"khác loại: dữ liệu cho thấy là «{computed}»",
        Verdict.UNCHANGED: "dữ liệu không có gì thay đổi",
        Verdict.ONLY_DECLARED: "dữ liệu chưa có tài liệu nào theo quyết định này",
        Verdict.UNKNOWN: "danh mục không có mã này",
        Verdict.UNIDENTIFIED: "dòng không có mã, chưa rõ là thủ tục nào",
    }[match.verdict]
    if match.merged:
        words += f"; dữ liệu cho thấy đây là hợp nhất {', '.join(match.merged)}"
    if match.unanswered:
        words += f"; dữ liệu không nói gì về {', '.join(match.unanswered)}"
    if match.differences:
        words += f"; {differing(match.differences)}"
    return words


def speaks(match: RowMatch) -> bool:
    """Whether there is more to say of a row than that it is as the records say."""
    return match.verdict is not Verdict.MATCHED or not match.agrees or bool(match.merged)


def total_sentence(total: Total) -> str:
    """Return one heading counted in every way."""
    words = f"{total.title}: "
    if total.printed is not None:
        words += f"quyết định in {say_number(total.printed)}; "
    words += f"{say_number(total.rows)} dòng, {say_number(total.codes)} mã"
    if total.code_levels != total.codes:
        words += f", {say_number(total.code_levels)} mã theo cấp"
    if total.nameless:
        words += f", {say_number(total.nameless)} dòng không có mã"
    words += f"; dữ liệu có {say_number(total.computed)}"
    return words if total.agrees else f"{words}; số in khác số dòng"


def merge_sentence(merge: InferredMerge) -> str:
    """Return which procedures seem to have gone into which, and how sure it is."""
    sources = ", ".join(f"{code} ({round(score * 100)} %)" for code, score in merge.sources)
    return f"{merge.into} ← {sources}"


def undeclared_heading(reconciliation: Reconciliation) -> str:
    """Return what stands above the changes that no row of the annex names."""
    if not reconciliation.copied:
        return "Thay đổi theo dữ liệu:"
    if not reconciliation.complete:
        return "Thay đổi theo dữ liệu, ngoài các dòng đã chép:"
    return "Dữ liệu có thay đổi mà phụ lục không nêu:"


def computed_only_sentence() -> str:
    """Return what it means that the records change a procedure that no row names."""
    return "dữ liệu có thay đổi theo quyết định này, phụ lục không có dòng nào"


def remarks(reconciliation: Reconciliation) -> Iterator[str]:
    """Yield what must be known of the whole annex before its rows are read."""
    decision = reconciliation.decision
    if not reconciliation.copied:
        yield "Phụ lục chưa được chép vào dữ liệu, nên không có gì để đối chiếu."
    elif not reconciliation.complete:
        yield f"Phụ lục chưa chép đủ các dòng (`{alias_of(Annex, 'complete')}`: không)."
    if decision.effective is None:
        said = (
            "chưa rõ"
            if alias_of(Decision, "effective") in decision.unknown
            else "quyết định không nêu"
        )
        yield f"{title_of(Decision, 'effective')}: {said}."
    else:
        yield f"{title_of(Decision, 'effective')}: {say_date(decision.effective)}."
    if decision.expires is not None:
        yield f"{title_of(Decision, 'expires')}: {say_date(decision.expires)}."
    if decision.transition is not None:
        yield f"{title_of(Decision, 'transition')}: {decision.transition.rule.value}."
