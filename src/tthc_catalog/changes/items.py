# What differs inside a part. The two values are laid out as mappings by key, with nothing in them
# that is equal and no list at all, and only these are given to DeepDiff. So it never has to guess
# which item of a list is which, and never sees what did not change.

"""The items that differ inside one part of a procedure."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from dataclasses import field as filled
from typing import TYPE_CHECKING, Any

from tthc_catalog.changes.matching import match
from tthc_catalog.changes.words import ORDERED, content, content_of_text, fields_of, printed
from tthc_catalog.records.procedure import Parts
from tthc_catalog.records.record import Record, alias_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Steps = tuple[str, ...]
Tree = dict[str, Any]
_ORDER = "thứ tự"


class Op(enum.StrEnum):
    """What happened to an item."""

    ADDED = "thêm"
    REMOVED = "bỏ"
    CHANGED = "sửa"
    REORDERED = "đổi thứ tự"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One thing that differs inside a part."""

    op: Op
    part: str
    """Python name of the part."""

    path: tuple[str, ...]
    """What the item is called, from outside in: the dossier's case, then the paper."""

    field: str
    """Python name of the field that differs, or of the list to which an item was added."""

    title: str
    """Its official term."""

    before: str
    """As printed; empty where the item was added."""

    after: str
    """As printed; empty where the item was removed."""

    editorial: bool = False
    """Whether only the writing differs: Unicode form, spaces, order of a list."""

    likeness: float | None = None
    """Where the item was reworded and is only taken for the same: how alike it is, from 0 to 1."""

    was: Any = filled(default=None, repr=False)
    """The typed value before."""

    now: Any = filled(default=None, repr=False)
    """The typed value after."""

    within: tuple[Any, Any] = filled(default=(None, None), repr=False)
    """The record that holds the value, before and after."""

    @property
    def label(self) -> str:
        """What the item is called; empty where the part is one value."""
        return " › ".join(self.path)


# --- laying out -----------------------------------------------------------------------------------


@dataclass
class _Sheet:
    """What stands behind each key of two mappings that hold nothing equal."""

    part: str
    leaves: dict[Steps, ItemChange] = filled(default_factory=dict)
    written: list[ItemChange] = filled(default_factory=list)

    def lay(self, old: Tree, new: Tree, at: _At, was: object, now: object) -> None:
        """Lay out one value under its key, on the sides on which it stands."""
        if was == now:
            return
        if was is not None and now is not None:
            if content(was) == content(now):
                self._only_written(at, was, now)
                return
            if isinstance(was, Record) and isinstance(now, Record):
                self._lay_record(old, new, at, was, now)
                return
            if isinstance(was, tuple) and isinstance(now, tuple):
                self._lay_list(old, new, at, was, now)
                return
        op = Op.ADDED if was is None else Op.REMOVED if now is None else Op.CHANGED
        for tree, value in ((old, was), (new, now)):
            if value is not None:
                # Without line breaks, over which DeepDiff would work out a text diff of its own.
                tree[at.step] = content_of_text(printed(value))
        self.leaves[at.steps] = at.item(self.part, op, was, now)

    def _lay_record(self, old: Tree, new: Tree, at: _At, was: Record, now: Record) -> None:
        inner_old: Tree = {}
        inner_new: Tree = {}
        values = dict(fields_of(now))
        for name, value in fields_of(was):
            inner = at.into_field(type(was), name, was, now)
            self.lay(inner_old, inner_new, inner, value, values.get(name))
        _attach(old, new, at.step, inner_old, inner_new)

    def _lay_list(
        self,
        old: Tree,
        new: Tree,
        at: _At,
        was: tuple[Any, ...],
        now: tuple[Any, ...],
    ) -> None:
        inner_old: Tree = {}
        inner_new: Tree = {}
        matches = match(was, now)
        for found in matches:
            self.lay(
                inner_old,
                inner_new,
                at.into_item(found.label, found.likeness),
                found.before,
                found.after,
            )
        if not inner_old and not inner_new and any(type(item) in ORDERED for item in now):
            for tree, side in ((inner_old, was), (inner_new, now)):
                tree[_ORDER] = content_of_text(printed(side))
            self.leaves[*at.steps, _ORDER] = at.item(self.part, Op.REORDERED, was, now)
        _attach(old, new, at.step, inner_old, inner_new)

    def _only_written(self, at: _At, was: object, now: object) -> None:
        if isinstance(was, tuple) and isinstance(now, tuple):
            pairs = [found for found in match(was, now) if found.before != found.after]
            if not pairs:
                self.written.append(at.item(self.part, Op.REORDERED, was, now, editorial=True))
            for found in pairs:
                self._only_written(at.into_item(found.label, None), found.before, found.after)
        elif isinstance(was, Record) and isinstance(now, Record):
            for name in type(was).model_fields:
                one, other = getattr(was, name), getattr(now, name)
                if one != other:
                    self._only_written(at.into_field(type(was), name, was, now), one, other)
        else:
            self.written.append(at.item(self.part, Op.CHANGED, was, now, editorial=True))


@dataclass(frozen=True, slots=True)
class _At:
    """A place inside a part."""

    steps: Steps
    path: tuple[str, ...]
    field: str
    title: str
    within: tuple[Any, Any] = (None, None)
    likeness: float | None = None

    @property
    def step(self) -> str:
        return self.steps[-1]

    def into_field(self, kind: type[Record], name: str, was: Record, now: Record) -> _At:
        steps = (*self.steps, alias_of(kind, name))
        return _At(steps, self.path, name, title_of(kind, name), (was, now), self.likeness)

    def into_item(self, label: str, likeness: float | None) -> _At:
        path = (*self.path, label) if label else self.path
        return _At(
            (*self.steps, label),
            path,
            self.field,
            self.title,
            self.within,
            likeness or self.likeness,
        )

    def item(
        self, part: str, op: Op, was: object, now: object, *, editorial: bool = False
    ) -> ItemChange:
        return ItemChange(
            op, part, self.path, self.field, self.title, printed(was), printed(now),
            editorial=editorial, likeness=self.likeness, was=was, now=now, within=self.within,
        )  # fmt: skip


def _attach(old: Tree, new: Tree, step: str, inner_old: Tree, inner_new: Tree) -> None:
    if inner_old or inner_new:
        old[step], new[step] = inner_old, inner_new


def items_of(part: str, was: object, now: object) -> Iterator[ItemChange]:
    """Yield what differs between two values of a part."""
    sheet = _Sheet(part)
    old: Tree = {}
    new: Tree = {}
    sheet.lay(old, new, _At((part,), (), part, title_of(Parts, part)), was, now)
    if len(sheet.leaves) == 1 and (part,) in sheet.leaves:
        # One value in one key: there is nothing to look for.
        yield sheet.leaves[part,]
    elif sheet.leaves:
        places = {steps: at for at, steps in enumerate(sheet.leaves)}
        for steps in sorted(_differing(old, new), key=places.__getitem__):
            yield sheet.leaves[steps]
    yield from sheet.written


def _differing(old: Tree, new: Tree) -> Iterator[Steps]:
    """Yield the keys at which two mappings differ: the one place where DeepDiff is asked."""
    from deepdiff import DeepDiff  # noqa: PLC0415 - costs more to import than most comparisons take

    tree = DeepDiff(
        old, new, view="tree", threshold_to_diff_deeper=0, ignore_private_variables=False
    )
    for levels in tree.values():
        for level in levels:
            yield tuple(level.path(output_format="list"))
