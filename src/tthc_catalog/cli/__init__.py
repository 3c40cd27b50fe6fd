# The face of officers and of CI. One verb, one file; a verb is imported when it is called, so that
# `tthc --help` costs next to nothing. This is the only place that ends the process, and the faces
# are the only places that read the clock.

"""The command `tthc`."""

from __future__ import annotations

import atexit
import errno
import gettext
import importlib
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, cast

import click
from click.exceptions import Exit, NoSuchCommand

from tthc_catalog import __version__
from tthc_catalog.cli.examples import give_examples
from tthc_catalog.cli.outlet import Outlet
from tthc_catalog.errors import TthcError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import NoReturn, TextIO

# Verb -> (module, what it does). The sentence stands here so that help needs no verb's module.
VERBS = {
    "check": ("check", "Kiểm tra danh mục, in mọi lỗi kèm tệp, dòng và cách sửa."),
    "format": ("format", "Viết lại tệp theo đúng một cách trình bày."),
    "show": ("show", "Xem một thủ tục vào một ngày."),
    "history": ("history", "Xem cả đời một thủ tục: đổi gì, từ ngày nào, theo quyết định nào."),
    "governing": ("governing", "Hồ sơ đã nộp thì theo quy định nào?"),
    "search": ("search", "Tìm thủ tục bằng lời thường, có dấu hay không dấu."),
    "diff": ("diff", "So sánh hai ngày, hai thư mục, hai phiên bản git, hai lần thu thập."),
    "decision": ("decision", "Đối chiếu một quyết định: điều công bố với điều thay đổi thật."),
    "import": ("importing", "Nhập dữ liệu từ nguồn khác."),
    "ledger": ("ledger", "Sổ dấu vân tay của mọi tài liệu đã công bố."),
    "ripple": ("ripple", "Thủ tục nào còn viện dẫn văn bản đã hết hiệu lực?"),
    "rules": ("rules", "Liệt kê các quy tắc kiểm tra."),
    "schema": ("schema", "In lược đồ JSON cho trình soạn thảo."),
    "site": ("site", "Dựng trang web của danh mục."),
}

OPTIONS = "[TÙY CHỌN]…"
"""How the help of every verb calls its options."""

_WIDEST, _NARROWEST, _ORDINARY = 100, 50, 80
"""Columns of help: it is read worse on longer lines, and cannot be set on shorter ones."""

FINDINGS, BAD_REQUEST, UNREADABLE = 1, 2, 3
"""Exit codes: something was found; the request cannot be answered; a file cannot be used."""

INTERNAL, INTERRUPTED, READER_LEFT = 70, 130, 141
"""Exit codes that shells expect: a fault of the program, Ctrl-C, a closed pipe."""


class Verbs(click.Group):
    """A group whose commands are modules, imported when first needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of an officer's day."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a verb and return its command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"tthc_catalog.cli.{VERBS[cmd_name][0]}")
        command: click.Command = module.command
        for each in (command, *getattr(command, "commands", {}).values()):
            each.options_metavar = OPTIONS
        give_examples(cmd_name, command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that was typed, or name the nearest ones."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as error:
            verbs = self.list_commands(ctx)
            raise NoSuchCommand(error.command_name, possibilities=verbs, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the verbs without importing them."""
        with formatter.section("Lệnh"):
            formatter.write_dl([(verb, VERBS[verb][1]) for verb in self.list_commands(ctx)])

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: object,
    ) -> click.Context:
        """Read the arguments, which may already print help."""
        # Click keeps the words of `--help` once they were asked for, so this cannot wait for
        # `main`: whoever calls the group itself would leave English ones to everybody after.
        _speak_vietnamese()
        with _reader_may_leave():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb."""
        with _reader_may_leave():
            return super().invoke(ctx)


@click.command(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": _WIDEST},
    options_metavar=OPTIONS,
    subcommand_metavar="LỆNH [THAM-SỐ]…",
    epilog="Xem từng lệnh: tthc LỆNH --help. "
    "Mã thoát: 0 xong, không có gì phải xem lại; 1 có điều phải xem lại; 2 yêu cầu sai; "
    "3 không đọc hoặc ghi được.",
)
@click.version_option(
    __version__, prog_name="tthc", message="%(prog)s %(version)s", help="In phiên bản rồi thoát."
)
def tthc() -> None:
    """Danh mục thủ tục hành chính: kiểm tra, so sánh, công bố."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `tthc` and end the process with a documented exit code.

    Args:
        arguments: what follows the program's name; by default what it was started with.
    """
    streams = sys.stdout, sys.stderr
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            # A terminal in another locale gets UTF-8 all the same: there is no Vietnamese in ASCII.
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.stdout is not None:
        sys.stdout = cast("TextIO", Outlet(sys.stdout, annotations=True))
    if sys.stderr is not None:
        sys.stderr = cast("TextIO", Outlet(sys.stderr))
    try:
        code = _all_told(_run(arguments))
    finally:
        sys.stdout, sys.stderr = streams
    sys.exit(code)


def run() -> NoReturn:
    """Run `tthc` as a process of its own, which ends all at once.

    To free a million objects one by one takes a tenth of a whole build, and the system takes them
    back anyway.
    """
    codes: list[int] = []

    def leave() -> None:
        if codes:
            with suppress(OSError, ValueError):
                sys.stderr.flush()
            os._exit(codes[0])

    # What is registered first is called last, so whoever tidies up at the end has done so by then.
    atexit.register(leave)
    try:
        main()
    except SystemExit as ended:
        if isinstance(ended.code, int):
            codes.append(ended.code)
        raise


def _all_told(code: int) -> int:
    """Return the exit code once all that was printed has reached its place, or could not."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        code = code or (READER_LEFT if _left(error) else _complain(*_ending(error)))
        _silence_output()
    return code


def _run(arguments: Sequence[str] | None) -> int:
    """Run a verb and return the exit code; whatever goes wrong is told in one sentence."""
    try:
        ended = tthc.main(
            arguments, prog_name="tthc", standalone_mode=False, terminal_width=_width()
        )
    except click.UsageError as error:
        return _complain(error, BAD_REQUEST)
    except Exception as error:
        if os.environ.get("TTHC_TRACEBACK"):
            raise
        return _complain(*_ending(error))
    return ended if isinstance(ended, int) else 0


def _width() -> int:
    """Return how many columns help may take; Click would load `shutil` to ask."""
    try:
        columns = int(os.environ.get("COLUMNS", "0"))
    except ValueError:
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr] # its absence is caught below
        except (AttributeError, ValueError, OSError):
            columns = 0
    return max(min(columns or _ORDINARY, _WIDEST) - 2, _NARROWEST)


def _ending(error: Exception) -> tuple[str, int]:
    """Return the sentence and the exit code for what stopped a verb."""
    if isinstance(error, TthcError):
        return str(error), error.exit_code
    if isinstance(error, click.Abort):
        return "đã dừng giữa chừng theo yêu cầu.", INTERRUPTED
    if isinstance(error, click.ClickException):
        return error.format_message(), UNREADABLE
    if isinstance(error, OSError):
        where = f" {error.filename}" if error.filename else ""
        return f"không đọc hoặc ghi được{where}: {reason(error)}.", UNREADABLE
    what = f"lỗi trong chương trình: {type(error).__name__}: {error}"
    hint = "Đặt biến môi trường TTHC_TRACEBACK=1 rồi chạy lại để có chi tiết mà báo lỗi."
    return f"{what}\n{hint}", INTERNAL


def _complain(what: str | click.UsageError, code: int) -> int:
    try:
        if isinstance(what, str):
            click.echo(f"tthc: {what}", err=True)
        else:
            what.show()
    except OSError:
        _silence_output()
    return code


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    """End quietly where nobody reads any more; Click itself would call it a failure, code 1."""
    try:
        yield
    except OSError as error:
        if not _left(error):
            raise
        _silence_output()
        raise Exit(READER_LEFT) from None


def _left(error: OSError) -> bool:
    return isinstance(error, BrokenPipeError) or error.errno == errno.EPIPE


def _silence_output() -> None:
    """Let what is still waiting to be printed go nowhere, so that leaving prints no error."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            # A stream that is no file has no reader to lose.
            continue


def _speak_vietnamese() -> None:
    # Click asks gettext for its own words. LANGUAGE=en brings English back.
    os.environ.setdefault("LANGUAGE", "vi")
    # Not by `pathlib`, which nothing else here needs and which is a tenth of the cost of `--help`.
    here = os.path.dirname(__file__)  # noqa: PTH120 - see above
    gettext.bindtextdomain("messages", f"{here}/locale")
