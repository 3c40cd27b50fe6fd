# A procedure for the terminal. Labels are the titles of the record classes; nothing is named here.

"""A procedure on a day, and which version rules a dossier, as text."""

from __future__ import annotations

import textwrap
from enum import Enum
from typing import TYPE_CHECKING

from tthc_catalog.catalog import ALWAYS, EffectBasis, Status
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.identifiers import is_code
from tthc_catalog.records.procedure import Parts
from tthc_catalog.records.record import Record, title_of
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.catalog import Catalog, Entry, State, Transitional

WIDTH = 96


def state_text(state: State, catalog: Catalog) -> Iterator[str]:
    """Yield the lines of a procedure as it stands on a day."""
    procedure = state.procedure
    yield f"{state.code}  {procedure.name}"
    if not is_code(state.code):
        term = title_of(ProcedureDocument, "code")
        yield f"{term}: chưa có mã quốc gia; {state.code} là mã nội bộ của danh mục"
    yield f"Tình trạng: {status_words(state)}"
    for code in state.successors:
        yield from _successor(code, catalog, state.until)
    if state.last is not None:
        yield f"{title_of(ProcedureDocument, 'decision')}: {entry_words(state.last)}"
    for name, field in Parts.model_fields.items():
        value = getattr(procedure, name)
        title = field.title or name
        if name == "name":
            continue
        if name == "field" and value in catalog.fields:
            value = catalog.fields[value].name
        if field.alias in procedure.unknown:
            yield f"\n{title}: nguồn không nêu"
        elif value not in (None, "", (), False) and value != field.default:
            yield f"\n{title}:"
            yield from _lines(value, "  ")


def status_words(state: State) -> str:
    """Return the status with its days: `đang có hiệu lực từ 01/07/2026`."""
    first = state.last
    if state.status is Status.FUTURE and first and first.basis is EffectBasis.RECORDED:
        # It was seen on that day, and may have stood long before.
        return f"chưa rõ (bắt đầu ghi nhận từ {say_date(first.starts)})"
    words = state.status.value
    if state.since != ALWAYS:
        words += f" từ {say_date(state.since)}"
    if state.until is not None:
        words += f" đến hết {say_date(state.until)}"
    if state.successors:
        words += f"; nay là {', '.join(state.successors)}"
    if state.ended_levels:
        words += f"; thôi thực hiện ở cấp {', '.join(state.ended_levels)}"
    return words


def _successor(code: str, catalog: Catalog, until: date | None) -> Iterator[str]:
    life = catalog.lives.get(code)
    heir = life.on(until) if life is not None and until is not None else None
    if heir is None and life is not None and life.states:
        heir = life.states[-1]
    if heir is not None:
        # Old and new often bear one name: the levels tell them apart.
        levels = ", ".join(level.value for level in heir.procedure.levels)
        yield f"  → {code}  {heir.procedure.name}" + (f" (cấp {levels})" if levels else "")


def entry_words(entry: Entry) -> str:
    """Return the decision of a document with its days, and how the day of effect is known."""
    words = entry.label or "không nêu"
    if entry.signed:
        words += f" ngày {say_date(entry.signed)}"
    return f"{words}, {effect_words(entry)}"


def effect_words(entry: Entry) -> str:
    """Return the day of effect, or that it is not known."""
    if entry.basis is EffectBasis.RECORDED:
        return f"ngày hiệu lực chưa rõ (ghi nhận {say_date(entry.starts)})"
    if entry.basis is EffectBasis.UNKNOWN:
        return "ngày hiệu lực chưa rõ"
    note = " (theo ngày ký)" if entry.basis is EffectBasis.SIGNED else ""
    if entry.provisional:
        note = " (tạm tính theo ngày ký)"
    until = f" đến hết {say_date(entry.ends)}" if entry.ends else ""
    return f"hiệu lực {say_date(entry.starts)}{note}{until}"


def governing_text(answer: Transitional) -> Iterator[str]:
    """Yield the lines that say which version rules a dossier under way, and by which rule."""
    if not answer.entries:
        yield "Từ ngày tiếp nhận đến nay quy định không thay đổi."
    for entry in answer.entries:
        transition = entry.decision.transition if entry.decision else None
        rule = transition.rule.value if transition else "không nêu quy định chuyển tiếp"
        yield f"- {entry_words(entry)}: {rule}"
    if answer.rule is None and answer.entries:
        yield "Không đủ quy định chuyển tiếp để kết luận; hãy hỏi cơ quan giải quyết."
        yield "Các bản có thể áp dụng:"
    else:
        yield "Áp dụng:"
    for state in answer.versions:
        yield f"  {state.code}, bản {_span(state)}"
    if not answer.versions:
        yield "  (chưa có bản nào vào ngày tiếp nhận)"


def _span(state: State) -> str:
    """Return from when to when a version counts; one that was only seen is not said to begin."""
    last = state.last
    if state.status is not Status.IN_FORCE or state.since == ALWAYS:
        return status_words(state)
    seen = last is not None and last.basis is EffectBasis.RECORDED
    words = f"{'ghi nhận' if seen else 'có hiệu lực'} từ {say_date(state.since)}"
    return f"{words} đến hết {say_date(state.until)}" if state.until is not None else words


def _lines(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            lines = list(_lines(item, indent + "  "))
            if lines:
                yield f"{indent}- {lines[0].strip()}"
                yield from lines[1:]
    elif isinstance(value, Record):
        yield from _record_lines(value, indent)
    elif isinstance(value, bool):
        yield f"{indent}{'có' if value else 'không'}"
    elif isinstance(value, Enum):
        yield f"{indent}{value.value}"
    else:
        for paragraph in str(value).splitlines():
            yield from textwrap.wrap(
                paragraph,
                WIDTH,
                initial_indent=indent,
                subsequent_indent=indent,
                break_long_words=False,
            )


def _record_lines(record: Record, indent: str) -> Iterator[str]:
    stated = [
        (field.title or name, getattr(record, name))
        for name, field in type(record).model_fields.items()
        if getattr(record, name) not in (None, (), False, "", 0)
        and getattr(record, name) != field.default
    ]
    if len(stated) == 1 and not isinstance(stated[0][1], tuple):
        yield from _lines(stated[0][1], indent)
        return
    for title, value in stated:
        lines = list(_lines(value, indent + "  "))
        if isinstance(value, tuple) or len(lines) > 1:
            yield f"{indent}{title}:"
            yield from lines
        elif lines:
            yield f"{indent}{title}: {lines[0].strip()}"
