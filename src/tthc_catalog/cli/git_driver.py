# git shows a file that changed by asking a program (`diff.<name>.command`). A program for whole
# files was chosen over a text conversion because a conversion only feeds git's own line diff, while
# this one can tell a procedure's changes as the law tells them. git passes seven arguments, nine
# for a renamed file, one for a file in conflict. Not a verb itself.

"""Tell one changed file of a catalogue to git."""

from __future__ import annotations

import difflib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tthc_catalog.cli.sides import calendar_at
from tthc_catalog.errors import BadRequestError, UnreadableError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tthc_catalog.catalog import Catalog, Entry, Timed
    from tthc_catalog.changes import Changes

_ARGUMENTS = 7
_NEW_NAME = 7
_PROCEDURES = "procedures"


def drive(words: tuple[str, ...], today: date) -> Iterator[str]:
    """Yield the lines that git shows for one file.

    Args:
        words: path, old file, old hash, old mode, new file, new hash, new mode; and for a renamed
            file its new path and how it was renamed.
        today: the day from which changes are told.

    Raises:
        BadRequestError: it was not git who called.
    """
    if len(words) == 1:
        yield f"tthc diff {words[0]}: đang xung đột, chưa gộp xong."
        return
    if len(words) < _ARGUMENTS:
        raise BadRequestError(
            "`--driver` là để git gọi: git config diff.tthc.command 'tthc diff --driver'."
        )
    path, old_file, new_file = words[0], words[1], words[4]
    old, new = _text(old_file), _text(new_file)
    renamed = f" → {words[_NEW_NAME]}" if len(words) > _NEW_NAME else ""
    yield f"tthc diff {path}{renamed}"
    root = _root(words[_NEW_NAME] if len(words) > _NEW_NAME else path)
    # git does not say which revisions it shows; decisions are as they stand in the working tree.
    decisions = _decisions(root) if root is not None and _in_procedures(path) else ()
    before, after = _catalog(path, old, decisions), _catalog(path, new, decisions)
    if before is None or after is None or not (before.lives or after.lives):
        # A register, a decision, or a file with faults: its lines say most.
        yield from _lines(path, old, new)
        return
    if root is None and any(e.provisional for c in (before, after) for e in _entries(c)):
        # From when it applies may stand in a decision that nobody can see from here.
        yield from _lines(path, old, new)
        return
    after.calendar = calendar_at(str(root or "."))
    told = list(_told(_changes(before, after, today)))
    yield from told or _lines(path, old, new)


def _told(changes: Changes) -> Iterator[str]:
    from tthc_catalog.outputs.changes_text import change_text

    for change in changes:
        yield from change_text(change)


def _changes(before: Catalog, after: Catalog, today: date) -> Changes:
    from tthc_catalog.changes.onwards import compare_onwards

    return compare_onwards(before, after, today)


def _catalog(path: str, text: str | None, decisions: tuple[Timed, ...]) -> Catalog | None:
    """Return a catalogue of the one file and of all decisions; None if the file has faults."""
    from tthc_catalog.catalog import Catalog, Life
    from tthc_catalog.files.reading import read
    from tthc_catalog.records import parse_life

    if text is None:
        return Catalog()
    stream = read(text, path)
    if stream.findings or not _in_procedures(path):
        return None
    documents, faults = parse_life(stream.documents, path)
    if faults or not documents:
        return None
    code = documents[0].identity or ""
    return Catalog(lives={code: Life(code, path, documents)}, decisions=decisions)


def _entries(catalog: Catalog) -> Iterator[Entry]:
    for life in catalog.lives.values():
        yield from life.entries


def _in_procedures(path: str) -> bool:
    return _PROCEDURES in PurePosixPath(path).parts[:-1]


def _root(path: str) -> Path | None:
    """Return the catalogue's folder in the working tree; None where there is none.

    git asks from the top of the working tree; others may ask from within.
    """
    parts = PurePosixPath(path).parts
    if not _in_procedures(path):
        return None
    inside = Path(*parts[: parts.index(_PROCEDURES)])
    here = Path.cwd()
    for top in (here, *here.parents):
        if (top / inside / _PROCEDURES).is_dir():
            return top / inside
    return None


def _decisions(root: Path) -> tuple[Timed, ...]:
    """Return every decision of a catalogue that can be read."""
    from tthc_catalog.catalog import Timed
    from tthc_catalog.files.reading import read
    from tthc_catalog.files.tree import FolderTree
    from tthc_catalog.finding import Place
    from tthc_catalog.records.parsing import parse_decision

    tree = FolderTree(root)
    found: list[Timed] = []
    for name in tree.names(".yaml"):
        if name.startswith("decisions/"):
            documents = read(tree.read(name), name).documents
            decision = parse_decision(documents[0], Place(name))[0] if documents else None
            if decision is not None:
                found.append(Timed(decision, name))
    return tuple(found)


def _text(file: str) -> str | None:
    """Return a file's text; None for the nothing that git calls /dev/null."""
    if file == "/dev/null":
        return None
    try:
        return Path(file).read_bytes().decode(errors="replace")
    except OSError as error:
        raise UnreadableError(f"Không đọc được tệp {file}: {reason(error)}.") from error


def _lines(path: str, old: str | None, new: str | None) -> Iterator[str]:
    lines = difflib.unified_diff(
        (old or "").splitlines(), (new or "").splitlines(), f"a/{path}", f"b/{path}", lineterm=""
    )
    yield from lines
