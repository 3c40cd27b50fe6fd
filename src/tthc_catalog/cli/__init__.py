# The face of officers and of CI. One verb, one file; a verb is imported when it is called, so that
# `tthc --help` costs next to nothing. This is the only place that ends the process, and the faces
# are the only places that read the clock.

"""The command `tthc`."""

from __future__ import annotations

import gettext
import importlib
import os
import sys
from pathlib import Path

import click

from tthc_catalog import __version__
from tthc_catalog.errors import TthcError

# Verb -> (module, what it does). The sentence stands here so that help needs no verb's module.
VERBS = {
    "check": ("check", "Kiểm tra danh mục, in mọi lỗi kèm tệp, dòng và cách sửa."),
    "format": ("format", "Viết lại tệp theo đúng một cách trình bày."),
    "show": ("show", "Xem một thủ tục vào một ngày."),
    "history": ("history", "Xem cả đời một thủ tục: thay đổi gì, từ ngày nào, theo quyết định nào."),
    "governing": ("governing", "Hồ sơ đã nộp thì theo quy định nào?"),
    "search": ("search", "Tìm thủ tục bằng lời thường, có dấu hay không dấu."),
    "diff": ("diff", "So sánh hai danh mục: hai ngày, hai thư mục, hai phiên bản git, hai lần thu thập."),
    "decision": ("decision", "Đối chiếu một quyết định: điều công bố với điều thay đổi thật."),
    "import": ("importing", "Nhập dữ liệu từ nguồn khác."),
    "ledger": ("ledger", "Sổ dấu vân tay của mọi tài liệu đã công bố."),
    "ripple": ("ripple", "Thủ tục nào còn viện dẫn văn bản đã hết hiệu lực?"),
    "rules": ("rules", "Liệt kê các quy tắc kiểm tra."),
    "schema": ("schema", "In lược đồ JSON cho trình soạn thảo."),
    "site": ("site", "Dựng trang web của danh mục."),
}  # fmt: skip


class Verbs(click.Group):
    """A group whose commands are modules, imported when first needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs that are there, in the order of an officer's day."""
        del ctx
        here = Path(__file__).parent
        return [verb for verb, (module, _) in VERBS.items() if (here / f"{module}.py").exists()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a verb and return its command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"tthc_catalog.cli.{VERBS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the verbs without importing them."""
        with formatter.section("Lệnh"):
            formatter.write_dl([(verb, VERBS[verb][1]) for verb in self.list_commands(ctx)])


@click.command(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Mã thoát: 0 không có lỗi · 1 có phát hiện · 2 yêu cầu sai · 3 không đọc hoặc ghi được.",
)
@click.version_option(__version__, prog_name="tthc")
def tthc() -> None:
    """Danh mục thủ tục hành chính: kiểm tra, so sánh, công bố."""


def _speak_vietnamese() -> None:
    # Click asks gettext for its own words. LANGUAGE=en brings English back.
    os.environ.setdefault("LANGUAGE", "vi")
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))


def main() -> None:
    """Run `tthc` and end the process with a documented exit code."""
    _speak_vietnamese()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        tthc(prog_name="tthc")
    except TthcError as error:
        click.echo(f"tthc: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader (`| head`) has what it wanted; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
