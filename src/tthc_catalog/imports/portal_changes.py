# Imports: what a later crawl really changed.
#
# What carries law is decided by the engine of changes (`content`), not here. This module adds what
# only an importer has to know: a source that is silent has not said "no". So before two parts are
# compared, whatever the later crawl leaves blank inside them is filled in from the earlier state,
# and marks that only some crawls carry (codes, "bắt buộc", "điện tử") count only where both do.
#
# The title of a legal ground is no law of the procedure, except that typists of the portal put a
# second document into it; so the numbers inside titles are compared, and the words are not.

"""Compare what is known of a procedure with what a later crawl says."""

from __future__ import annotations

from operator import is_ as _is
from typing import TYPE_CHECKING, Any

from tthc_catalog.changes.words import content, identity_fields, numbers_in
from tthc_catalog.records.parts import Channel, Citation, Component, Form, Result, Step
from tthc_catalog.records.procedure import Parts, Procedure, part_names
from tthc_catalog.records.record import Record, alias_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from tthc_catalog.records.document import ProcedureDocument

_MARKS: dict[type[Record], frozenset[str]] = {
    Component: frozenset({"number", "required", "electronic"}),
    Result: frozenset({"number"}),
}
# A value and its printed form are one statement: either of them stands for both.
_SLOTS: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Channel: (("time_limit", "printed_time_limit"), ("fees", "printed_fees")),
}


# In lists, a text may stand for a record that states only this. Channels stay groups of keys.
_SHORT = frozenset(each.shorthand for each in (Citation, Component, Form, Result, Step))


class Comparison:
    """The parts in which a later document says something else."""

    def __init__(
        self, known: Sequence[Procedure], later: ProcedureDocument, title_of: Callable[[str], str]
    ) -> None:
        """Compare.

        Args:
            known: states of the procedure that the later crawl may be showing, the preferred first.
            later: what the crawl says, as a document of its own.
            title_of: gives the title of a legal document by its number; empty where none is known.
        """
        self._later = later
        self._known = known[0]
        self._title_of = title_of
        self.changed = tuple(
            name
            for name in later.restated
            if not any(self._says_so(state, name) for state in known)
        )
        """Python names of the parts that changed."""

    def _says_so(self, state: Procedure, name: str) -> bool:
        before, after = getattr(state, name), getattr(self._later, name)
        if not _same(before, after):
            return False
        return name != "legal_basis" or self._inside_titles(before, after)

    def _inside_titles(self, before: tuple[Citation, ...], after: tuple[Citation, ...]) -> bool:
        """Whether the titles of the same documents hold the same numbers of other documents."""
        partners = _partners(before, after)
        for citation in after:
            partner = partners.get(_identity(citation))
            if partner is not None and citation.title != partner.title:
                titles = [
                    each.title or self._title_of(each.number or "") for each in (partner, citation)
                ]
                if all(titles) and numbers_in(titles[0]) != numbers_in(titles[1]):
                    return False
        return True

    @property
    def silent(self) -> tuple[str, ...]:
        """YAML keys of the parts that are known and that the later crawl does not state."""
        stated = set(self._later.restated)
        return tuple(
            alias_of(Parts, name)
            for name in part_names()
            if name not in stated and getattr(self._known, name) != Parts.model_fields[name].default
        )

    def parts(self, said: dict[str, Any]) -> dict[str, Any]:
        """Return the changed parts in plain data, with what the crawl leaves blank inside them.

        Args:
            said: all parts as the crawl says them, in plain data.
        """
        parts = {}
        for name in self.changed:
            alias = alias_of(Parts, name)
            after = getattr(self._later, name)
            filled = _filled(getattr(self._known, name), after)
            if filled is after:
                parts[alias] = said[alias]
            else:
                document = self._later.model_copy(update={name: filled})
                dumped = document.model_dump(
                    mode="json", by_alias=True, exclude_unset=True, include={name}
                )
                parts[alias] = _plain(dumped[alias])
        return parts


def _same(before: object, after: object) -> bool:
    if before == after:
        return True
    if content(before) == content(after):
        return True
    return bool(content(_levelled(before, after)) == content(_filled(before, after)))


def _filled(before: object, after: object) -> object:
    """Return a value with everything it leaves blank taken over from the state before."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        partners = _partners(before, after)
        filled = tuple(_filled(partners.get(_identity(item), item), item) for item in after)
        return after if all(map(_is, filled, after)) else filled
    if not isinstance(after, Record) or type(before) is not type(after) or before is after:
        return after
    update: dict[str, Any] = {}
    for name in type(after).model_fields:
        ours, theirs = getattr(after, name), getattr(before, name)
        if _states(after, name):
            merged = _filled(theirs, ours)
            if merged is not ours:
                update[name] = merged
        elif _states(before, name) and not _slot_taken(after, name):
            update[name] = theirs
    return after.model_copy(update=update) if update else after


def _levelled(before: object, after: object) -> object:
    """Return the state before with the marks that only the later crawl carries."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        partners = _partners(after, before)
        levelled = tuple(_levelled(item, partners.get(_identity(item), item)) for item in before)
        return before if all(map(_is, levelled, before)) else levelled
    if not isinstance(before, Record) or type(before) is not type(after) or before is after:
        return before
    update: dict[str, Any] = {}
    for name in type(before).model_fields:
        if name in _MARKS.get(type(before), ()):
            if _states(after, name) and not _states(before, name):
                update[name] = getattr(after, name)
        elif _states(before, name) and _states(after, name):
            value = _levelled(getattr(before, name), getattr(after, name))
            if value is not getattr(before, name):
                update[name] = value
    return before.model_copy(update=update) if update else before


def _states(record: Record, name: str) -> bool:
    if name not in record.model_fields_set:
        return False
    value = getattr(record, name)
    return value is not None and value != ()


def _slot_taken(record: Record, name: str) -> bool:
    return any(
        name in slot and any(_states(record, other) for other in slot)
        for slot in _SLOTS.get(type(record), ())
    )


def _partners(partners: tuple[Any, ...], items: tuple[Any, ...]) -> dict[Hashable, Any]:
    """Return by identity the records of a list, where the identity is clear on both sides."""
    found: dict[tuple[int, Hashable], list[Any]] = {}
    for side, records in enumerate((partners, items)):
        for record in dict.fromkeys(records):
            found.setdefault((side, _identity(record)), []).append(record)
    return {
        identity: records[0]
        for (side, identity), records in found.items()
        if side == 0 and len(records) == 1 and len(found.get((1, identity), ())) == 1
    }


def _identity(item: object) -> Hashable:
    if not isinstance(item, Record):
        return content(item)
    return tuple(content(getattr(item, name)) for name in identity_fields(type(item)))


def _plain(value: object) -> object:
    """Return what pydantic dumps as plain data, as short as people write it."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if inner not in (None, [])}
    if isinstance(value, list):
        return [_shortened(_plain(inner)) for inner in value]
    return str(value)


def _shortened(value: object) -> object:
    if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in _SHORT:
        return next(iter(value.values()))
    return value
