# Files: one more document at the end of a file that otherwise stays byte for byte.
#
# Published documents are a ledger, so what a decision changes goes below them. What was appended is
# read by two independent YAML readers before it is handed over: all that stood there must say what
# it said.

"""Appending a document, with all other lines untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tthc_catalog.errors import UnwritableError
from tthc_catalog.files.emitting import emit
from tthc_catalog.files.reading import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tthc_catalog.files.plain import Order, Plain

_UNTOUCHED = "Không sửa được chỗ này mà giữ nguyên các phần khác của tệp."


def append_document(text: str, document: Mapping[str, object], order: Order | None = None) -> str:
    """Return a file with one more document at its end; all that stood there stays as it was.

    Raises:
        UnwritableError: The file is broken, so nothing can be appended that would be read.
    """
    added = emit(document, order)
    if not text:
        return added
    joined = below(text, f"---\n{added}")
    before = read(text).documents
    if not _says(joined, [*before, _as_written(document)]):
        raise UnwritableError(_UNTOUCHED)
    return joined


def below(text: str, added: str) -> str:
    """Return a text with more lines at its end, which end as its own lines do."""
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    above = text if text.endswith("\n") else text + end_of_line
    return above + added.replace("\n", end_of_line)


def _as_written(value: object) -> Plain:
    """Return plain data as it is read back: whole numbers as texts."""
    if isinstance(value, dict):
        return {key: _as_written(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_as_written(below) for below in value]
    return str(value)


def _says(text: str, expected: list[Plain]) -> bool:
    from tthc_catalog.files.second_opinion import read_again  # noqa: PLC0415 - ruamel is slow to come

    return read(text).documents == expected and read_again(text) == expected
