# The life of a procedure for the terminal: each document with what it did, then the texts that it
# put in the place of others.

"""The history of a procedure as text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from tthc_catalog.catalog import ALWAYS
from tthc_catalog.changes import Happening, Op, changes_in
from tthc_catalog.outputs.change_rows import change_rows, pairs
from tthc_catalog.outputs.procedure_text import entry_words
from tthc_catalog.records.document import ProcedureDocument
from tthc_catalog.records.procedure import parts_by_key
from tthc_catalog.records.record import title_of
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.catalog import Catalog, Entry, Life
    from tthc_catalog.changes import Change

_MOST_TEXTS, _LONGEST_TEXT = 8, 70


def history_text(life: Life, catalog: Catalog) -> Iterator[str]:
    """Yield one block of lines per document of a life, in the order of the law's days."""
    yield f"{life.code}  {life.states[-1].procedure.name}" if life.states else life.code
    changes = {
        change.entry.index: change
        for change in changes_in(life, catalog)
        if change.entry is not None and Happening.LAPSED.value not in change.events
    }
    for entry in sorted(life.entries, key=lambda entry: entry.order):
        yield from _heading(entry)
        yield from _doings(entry)
        if entry.index in changes and entry.index:
            yield from _replaced_texts(changes[entry.index])


def _term(name: str) -> str:
    return title_of(ProcedureDocument, name)


def _replaced_texts(change: Change) -> Iterator[str]:
    rows, _ = change_rows(change)
    told = [row for row in rows if not row.editorial and row.op is not Op.REORDERED]
    for row, before, after in pairs(told[:_MOST_TEXTS]):
        old, new = (
            textwrap.shorten(text, _LONGEST_TEXT, placeholder=" …") for text in (before, after)
        )
        yield f"      {row.title}: " + (
            f"{old} → {new}" if old and new else f"thêm {new}" if new else f"bỏ {old}"
        )
    if len(told) > _MOST_TEXTS:
        yield f"      … và {len(told) - _MOST_TEXTS} chỗ khác; xem đủ bằng `tthc diff`"


def _heading(entry: Entry) -> Iterator[str]:
    correction = entry.document.corrects
    if correction is None:
        yield f"- {entry_words(entry)}"
        return
    number = entry.label or "không nêu"
    if entry.signed:
        number += f" ngày {say_date(entry.signed)}"
    corrects = _term("corrects").lower()
    since = (
        f", công bố {say_date(entry.known)}" if entry.known not in {ALWAYS, entry.signed} else ""
    )
    yield f"- {number}, {corrects} {correction.number}{since}"
    if correction.reason:
        yield f"    {correction.reason}"


_LINKS = (
    "replaces", "merged_from", "split_from", "transferred_from",
    "replaced_by", "merged_into", "split_into", "transferred_to",
)  # fmt: skip


def _doings(entry: Entry) -> Iterator[str]:
    document = entry.document
    ended = [n for n in ("abolished", "suspended", "resumed") if getattr(document, n) is not None]
    yield from (f"    {_term(name)}" for name in ended)
    linked = [name for name in _LINKS if getattr(document, name)]
    yield from (f"    {_term(name)}: {', '.join(getattr(document, name))}" for name in linked)
    if document.dropped:
        yield "    bỏ: " + ", ".join(_term(parts_by_key()[alias]) for alias in document.dropped)
    if entry.index == 0:
        yield "    công bố toàn bộ nội dung"
    elif document.restated:
        yield "    nêu lại: " + ", ".join(_term(name) for name in document.restated)
    elif not (document.dropped or ended or document.ends):
        yield "    công bố lại, nội dung không đổi"
