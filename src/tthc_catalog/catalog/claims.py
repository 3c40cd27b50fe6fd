# Two files of one procedure are nearly always the published one and a copy of it. Which is which
# decides what people are told to delete and what the site shows, so it is not left to the order in
# which files are read. The ledger knows best: what it recorded is the published one. Next counts
# the place, because a copy laid into another folder is misplaced there; then what says more.

"""Which of two files of one procedure is to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.errors import BadRequestError
from tthc_catalog.files.paths import LEDGER_FILE, procedure_path
from tthc_catalog.files.reading import read
from tthc_catalog.records.hashing import document_hash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tthc_catalog.files.tree import Tree
    from tthc_catalog.records.document import ProcedureDocument


class Claim(NamedTuple):
    """What speaks for a file, the weightiest first."""

    recorded: int
    """How many of its documents the ledger recorded."""

    in_place: bool
    """Whether it stands in the folder of its field, under its code."""

    documents: int
    """How many documents it holds."""


_REASONS = (
    "tệp kia chứa nhiều tài liệu đã ghi sổ hơn",
    "tệp kia nằm đúng thư mục lĩnh vực, tệp này thì không",
    "tệp kia có nhiều tài liệu hơn",
)


def ledger_of(tree: Tree) -> str:
    """Return the text of a catalogue's ledger; nothing where it has none."""
    there = LEDGER_FILE in tree.names(LEDGER_FILE)
    return tree.read(LEDGER_FILE).decode(errors="replace") if there else ""


def claim(tree: Tree, name: str, life: Sequence[ProcedureDocument], ledger: str) -> Claim:
    """Return what speaks for a file to be the one that holds a procedure."""
    documents = read(tree.read(name), name).documents
    recorded = sum(document_hash(each) in ledger for each in documents) if ledger else 0
    return Claim(recorded, _in_place(name, life), len(documents))


def why_weaker(weaker: Claim, stronger: Claim) -> str:
    """Return in what a claim is the weaker one, in Vietnamese; of equal ones, that they are."""
    for reason, one, other in zip(_REASONS, weaker, stronger, strict=True):
        if one != other:
            return reason
    return "hai tệp như nhau"


def _in_place(name: str, life: Sequence[ProcedureDocument]) -> bool:
    code = life[0].identity or ""
    for field in {document.field for document in life if document.field}:
        try:
            if procedure_path(field, code) == name:
                return True
        except BadRequestError:
            continue
    return False
