# Changes as one page that needs nothing else: no script, no style sheet, no font, no host. It can
# be attached to a dossier or opened years later. Words of records are escaped, and a policy in the
# page forbids what escaping might have missed.

"""Changes as one self-contained HTML page."""

from __future__ import annotations

import difflib
import re
from html import escape
from typing import TYPE_CHECKING

from tthc_catalog.changes.difference import Op
from tthc_catalog.changes.effects import Effect
from tthc_catalog.changes.witness import witness
from tthc_catalog.outputs.change_rows import (
    NOTHING,
    change_rows,
    effect_sentence,
    heading,
    in_order_of_weight,
    reasons,
    summary,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_catalog.changes.change import Change, Changes
    from tthc_catalog.changes.impact import ImpactItem
    from tthc_catalog.outputs.change_rows import ChangeRow, Sides

_WORDS = re.compile(r"\s+|[^\s]+")
_LONGEST_MARKED = 4000
"""Words beyond which two texts stand without marks: pairing them costs their square."""

_STYLE = """
:root{color-scheme:light dark;--line:#8884;--gone:#b3261e22;--came:#1b7f3b22}
body{font:1rem/1.55 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2.5rem 0 .5rem;border-top:1px solid var(--line);
padding-top:1rem}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top;
overflow-wrap:anywhere;white-space:pre-line}
del{background:var(--gone)}ins{background:var(--came);text-decoration:none;font-weight:600}
.table{overflow-x:auto}.heavier{font-weight:600}
@media print{body{max-width:none}}
"""


def changes_html(changes: Changes, sides: Sides) -> str:
    """Return the comparison as one HTML page, with the words that differ marked."""
    title = f"Thay đổi thủ tục hành chính: {sides}"
    said = summary(changes) if changes else NOTHING
    body = "\n".join(part for change in in_order_of_weight(changes) for part in _change(change))
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(said)}</p>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _change(change: Change) -> Iterator[str]:
    anchor = escape(change.code, quote=True)
    yield f'<section aria-labelledby="c-{anchor}">'
    yield f'<h2 id="c-{anchor}">{escape(heading(change))}</h2>'
    rows, others = change_rows(change)
    said = [escape(text) for text in filter(None, (when(change), *reasons(change)))]
    said += [_effect(change, item) for item in others]
    if said:
        yield f"<ul>{''.join(f'<li>{text}</li>' for text in said)}</ul>"
    if rows:
        heads = ("Bộ phận", "Trước", "Sau", "Với người nộp hồ sơ")
        cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
        yield f'<div class="table"><table><thead><tr>{cells}</tr></thead><tbody>'
        yield from (_row(change, row) for row in rows)
        yield "</tbody></table></div>"
    yield "</section>"


def _row(change: Change, row: ChangeRow) -> str:
    before, after = marked(row.before, row.after)
    if row.listed and before and after:
        before, after = _whole("del", row.before), _whole("ins", row.after)
    if row.op is Op.REORDERED:
        after = f"<em>đổi thứ tự</em>\n{after}"
    effects = [_effect(change, item) for item in row.effects]
    if row.editorial:
        effects.append("chỉ khác về trình bày")
    return (
        f'<tr><th scope="row">{escape(row.title)}</th><td>{before}</td><td>{after}</td>'
        f"<td>{'<br>'.join(effects)}</td></tr>"
    )


def _whole(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>" if text else ""


def _effect(change: Change, item: ImpactItem) -> str:
    text = f'<span class="{item.effect.value}">{escape(effect_sentence(item))}</span>'
    proof = witness(change, item) if item.effect is Effect.HEAVIER else None
    if proof is None:
        return text
    held = "".join(
        f"<li>{escape(title)}: {escape(words)}</li>"
        for title, words in proof.dossier.in_words().items()
    )
    lacks = escape(" ".join(lack.sentence for lack in proof.lacks))
    return (
        f"{text}<details><summary>Hồ sơ chứng minh</summary>"
        f"Vừa đủ theo quy định trước:<ul>{held}</ul>Nay: {lacks}</details>"
    )


def marked(before: str, after: str) -> tuple[str, str]:
    """Return both texts as HTML with the words that only one of them has marked."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not old or not new or len(old) + len(new) > _LONGEST_MARKED:
        return escape(before), escape(after)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    left, right = [], []
    for op, a, b, c, d in matcher.get_opcodes():
        gone, came = escape("".join(old[a:b])), escape("".join(new[c:d]))
        if op == "equal":
            left.append(gone)
            right.append(came)
            continue
        left.append(f"<del>{gone}</del>" if gone else "")
        right.append(f"<ins>{came}</ins>" if came else "")
    return "".join(left), "".join(right)
