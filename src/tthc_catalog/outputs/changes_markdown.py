# Changes for a comment on a pull request. Words come from records that anybody may propose to
# change, so nothing of them may act: no tags, no links, no mentions. A comment holds 65,536
# characters; what weighs most comes first and the rest is counted.

"""Changes as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tthc_catalog.changes.difference import Op
from tthc_catalog.outputs.change_rows import (
    NOTHING,
    change_rows,
    effect_sentence,
    flat,
    heading,
    in_order_of_weight,
    pairs,
    reasons,
    summary,
    when,
)
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.changes.change import Change, Changes
    from tthc_catalog.outputs.change_rows import ChangeRow, Sides

LONGEST = 60_000
"""How long the text may get; GitHub takes comments of up to 65,536 characters."""

_ACTIVE = re.compile(r"[\\`*_\[\]|~>$]|^(?:[-+#=](?=\s|$)|#+)|^\d+(?=[.)]\s)")
_MENTION = re.compile(r"[@#](?=\w)|(?<=\w)(?=://)|(?<=www)(?=\.)")


def changes_markdown(changes: Changes, sides: Sides, *, longest: int = LONGEST) -> str:
    """Return the comparison as Markdown.

    Args:
        changes: what to tell.
        sides: what was compared with what.
        longest: the most characters; changes that do not fit are counted.
    """
    lines = [f"### Thay đổi thủ tục hành chính: {escaped(str(sides))}", ""]
    lines.append(escaped(summary(changes)) if changes else NOTHING)
    text = "\n".join(lines) + "\n"
    ordered = in_order_of_weight(changes)
    brief = [change for change in ordered if _brief(change)]
    left = 0
    for change in ordered:
        if _brief(change):
            continue
        block = "\n" + "\n".join(_change(change)) + "\n"
        if len(text) + len(block) > longest:
            left += 1
        else:
            text += block
    if brief:
        block = "\n" + "\n".join(_brief_list(brief)) + "\n"
        if len(text) + len(block) > longest:
            left += len(brief)
        else:
            text += block
    if left:
        text += f"\n… và {say_number(left)} thay đổi nữa không vừa chỗ này.\n"
    return text


def escaped(text: str) -> str:
    """Return words on one line so that Markdown shows them and nothing in them acts."""
    plain = flat(text).replace("&", "&amp;").replace("<", "&lt;")
    return _MENTION.sub(lambda found: f"{found[0]}<!-- -->", _ACTIVE.sub(_escape, plain))


def _escape(found: re.Match[str]) -> str:
    # A number at the start makes a list by the sign after it, anything else by itself.
    return f"{found[0]}<!-- -->" if found[0].isdigit() else f"\\{found[0]}"


def _brief(change: Change) -> bool:
    return (change.only_decision or change.editorial) and not change.content


def _change(change: Change) -> Iterator[str]:
    yield f"#### {escaped(heading(change))}"
    yield ""
    for said in filter(None, (when(change), *reasons(change))):
        yield f"- {escaped(said)}"
    told, others = change_rows(change)
    rows = [row for row in told if not row.editorial]
    for item in others:
        yield f"- {escaped(effect_sentence(item))}"
    if rows:
        yield ""
        yield "| Bộ phận | Trước | Sau | Với người nộp hồ sơ |"
        yield "| --- | --- | --- | --- |"
        for row, before, after in pairs(rows):
            yield f"| {' | '.join(_cells(row, before, after))} |"


def _cells(row: ChangeRow, before: str, after: str) -> Iterable[str]:
    if row.op is Op.REORDERED:
        before, after = "", "đổi thứ tự"
    yield escaped(row.title)
    yield escaped(before)
    yield escaped(after)
    yield "<br>".join(escaped(effect_sentence(item)) for item in row.effects)


def _brief_list(changes: list[Change]) -> Iterator[str]:
    yield "<details>"
    count = say_number(len(changes))
    said = "thủ tục không đổi nội dung: công bố lại hoặc chỉ khác trình bày"
    yield f"<summary>{count} {said}</summary>"
    yield ""
    for change in changes:
        told = escaped(when(change))
        yield f"- {escaped(heading(change))}" + (f" ({told.removesuffix('.')})" if told else "")
    yield ""
    yield "</details>"
