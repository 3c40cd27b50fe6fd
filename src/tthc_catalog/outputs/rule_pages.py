# A rule's page is printed from the rule, so it cannot say anything else than the program does. Two
# spellings of the same page: text for the terminal, HTML for the body of a page of the site.

"""Pages that explain every kind of finding: what, why, by which article, and an example."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from tthc_catalog.rules.inventory import all_kinds, rule_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.finding import Finding, FindingKind
    from tthc_catalog.rules.rule import Rule

_ARGUMENT = re.compile(r"\{\{|\}\}|\{([a-z_]+)\}")
_CODE = re.compile(r"`([^`]+)`")
_FOLDER = "quy-tac"

INDEX = f"{_FOLDER}.html"
"""Where the list of all rules stands below the site's root."""


_CASE_BY_CASE = "Mỗi trường hợp một cách; lời báo ở chỗ sai nêu rõ."


@dataclass(frozen=True, slots=True)
class RulePage:
    """One kind of finding, ready to be printed."""

    kind: FindingKind
    rule: Rule | None
    """None for what reading itself finds; such a kind has no example and cannot be switched off."""

    @property
    def id(self) -> str:
        """The lasting id; also the page's file name."""
        return self.kind.id

    @property
    def title(self) -> str:
        """What it says, with `…` for what differs from case to case."""
        return _spoken(self.kind.says)

    @property
    def mend(self) -> str:
        """How to mend it, in the same form; of some kinds only the case itself can say it."""
        told = _spoken(self.kind.mend)
        return _CASE_BY_CASE if told and set(told) <= {"…", " ", "."} else told

    @property
    def level(self) -> str:
        """At which level it is reported unless the catalogue sets another."""
        off = self.rule is not None and not self.rule.by_default
        return f"{self.kind.severity.label}, tắt sẵn" if off else self.kind.severity.label

    @property
    def address(self) -> str:
        """Where its page stands below the site's root."""
        return address_of(self.id)


def address_of(kind_id: str) -> str:
    """Return where the page of a kind of finding stands below the site's root."""
    return f"{_FOLDER}/{kind_id}.html"


def page_of(finding: Finding, site: str) -> str:
    """Return the full address of the page that explains a finding; empty without a site."""
    return f"{site.rstrip('/')}/{address_of(finding.id)}" if site else ""


def rule_pages(*more: Iterable[FindingKind]) -> tuple[RulePage, ...]:
    """Return the page of every kind of finding, in the order of the stages.

    Args:
        more: kinds that only the face knows, such as `tthc_catalog.imports.KINDS`.
    """
    return tuple(RulePage(kind, rule_of(kind.id)) for kind in all_kinds(*more))


def page_text(page: RulePage) -> Iterator[str]:
    """Yield the lines of a page for the terminal."""
    yield f"{page.id} ({page.level})"
    yield f"  {page.title}"
    if page.mend:
        yield f"  Cách sửa: {page.mend}"
    if page.kind.law:
        yield f"  Căn cứ: {page.kind.law}"
    if page.rule is None:
        return
    yield f"  Vì sao: {page.rule.why}"
    yield f"  Xét: {page.rule.scope.label}"
    for label, example in (("Sai", page.rule.bad), ("Đúng", page.rule.good)):
        yield ""
        yield f"  {label}:"
        yield from (f"    {line}" for line in example.splitlines())


def page_html(page: RulePage, up: str = "../") -> str:
    """Return the body of a page of the site.

    Args:
        page: the page.
        up: the way from the page to the site's root.
    """
    path = (
        f'<nav class="t-path" aria-label="Đường dẫn"><a href="{up}index.html">Trang chủ</a> › '
        f'<a href="{up}{INDEX}">Quy tắc kiểm tra</a></nav>'
    )
    parts = [
        path,
        f"<h1><code>{escape(page.id)}</code></h1>",
        f"<p>{_marked(page.title)}</p>",
        "<dl>",
        f"<dt>Mức</dt><dd>{escape(page.level)}</dd>",
    ]
    rows = [("Căn cứ", page.kind.law), ("Cách sửa", page.mend)]
    if page.rule is not None:
        rows += [("Vì sao", page.rule.why), ("Xét", page.rule.scope.label)]
    parts += [f"<dt>{label}</dt><dd>{_marked(text)}</dd>" for label, text in rows if text]
    parts.append("</dl>")
    if page.rule is not None:
        for label, example in (("Sai", page.rule.bad), ("Đúng", page.rule.good)):
            parts.append(f"<h2>{label}</h2><pre><code>{escape(example)}</code></pre>")
        parts.append(
            "<p>Đặt mức khác cho quy tắc này trong <code>catalog.yaml</code>:</p>"
            f"<pre><code>muc_do:\n  {escape(page.id)}: lưu ý</code></pre>"
        )
    return "\n".join(parts) + "\n"


def index_html(pages: Iterable[RulePage], up: str = "") -> str:
    """Return the body of the list of all pages; `up` is as in `page_html`."""
    rules: list[str] = []
    reading: list[str] = []
    for page in pages:
        row = (
            f'<li><a href="{up}{page.address}"><code>{escape(page.id)}</code></a> '
            f"<small>{escape(page.level)}</small><br>{_marked(page.title)}</li>"
        )
        (rules if page.rule is not None else reading).append(row)
    return (
        f'<nav class="t-path" aria-label="Đường dẫn"><a href="{up}index.html">Trang chủ</a></nav>\n'
        "<h1>Quy tắc kiểm tra</h1>\n"
        f"<p>Danh mục được kiểm tra bằng {len(rules)} quy tắc; mỗi quy tắc có căn cứ, lý do và ví "
        f"dụ sai, đúng đã được chạy thử.</p>\n<ul>\n{chr(10).join(rules)}\n</ul>\n"
        "<h2>Khi đọc, khi nhập và khi ghi sổ</h2>\n"
        f"<ul>\n{chr(10).join(reading)}\n</ul>\n"
    )


def _spoken(template: str) -> str:
    def said(found: re.Match[str]) -> str:
        return {"{{": "{", "}}": "}"}.get(found[0], "…")

    text = re.sub(r"…(?:…|\s…)+", "…", _ARGUMENT.sub(said, template)).strip()
    text = text.replace("….", "…")  # no fourth dot at the end of a sentence
    return text.removeprefix("… ") if text.count("…") == 1 and text.startswith("… ") else text


def _marked(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(text, quote=False))
