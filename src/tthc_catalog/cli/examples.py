# An example says in one line what a page of options does not. They stand together so that no verb
# is without one, and a test runs each of them. Not a verb itself.

"""What the help of every verb ends with: examples, and exit codes where the text names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

EXAMPLES = {
    "check": ("tthc check catalog", "tthc check --changed-since main --format json"),
    "format": ("tthc format catalog", "tthc format --check catalog"),
    "show": ("tthc show 1.013225 --on 2026-06-30", "tthc show 1.013225 --known 01/07/2026"),
    "history": ("tthc history 1.013225", "tthc history 1.013225 --format json"),
    "governing": ("tthc governing 1.013225 --received 10/07/2026",),
    "search": ("tthc search dang ky khai sinh", "tthc search 1.013225 --limit 3"),
    "diff": (
        "tthc diff 2026-07-16 2026-07-17",
        "tthc diff main..HEAD --format markdown",
    ),
    "decision": ("tthc decision 3582/QĐ-UBND", "tthc decision 3582/QĐ-UBND --changes"),
    "import": ("tthc import portal tra-loi.jsonl.gz --into catalog",),
    "import portal": ("tthc import portal tra-loi.jsonl.gz --into catalog --as-of 2026-07-17",),
    "ledger": ("tthc ledger record", "tthc ledger verify --since origin/main"),
    "ledger record": ("tthc ledger record --dry-run",),
    "ledger verify": ("tthc ledger verify", "tthc ledger verify --since origin/main"),
    "ripple": ("tthc ripple", "tthc ripple 15/2020/NĐ-CP --ended"),
    "rules": ("tthc rules", "tthc rules total-differs"),
    "schema": ("tthc schema --out catalog/schema",),
    "site": ("tthc site --out site", "tthc site --serve"),
}
"""Verb -> command lines."""

_CODES = "Mã thoát: 0 xong; 2 yêu cầu sai; 3 không đọc hoặc ghi được."


def give_examples(verb: str, command: click.Command) -> None:
    """End the help of a verb, and of the verbs below it, with examples."""
    lines = "\n".join(EXAMPLES[verb])
    # Click fills the lines of every paragraph that does not begin with this mark.
    command.epilog = f"\b\nVí dụ:\n{lines}"
    below: dict[str, click.Command] = getattr(command, "commands", {})
    if not below and "Mã thoát" not in (command.help or ""):
        command.help = f"{command.help}\n\n{_CODES}"
    for name, each in below.items():
        # Said whole in the list of verbs, where Click would cut it at the width of the screen.
        each.short_help = (each.help or "").partition("\n")[0]
        give_examples(f"{verb} {name}", each)
