"""The group of all commands, and the module of each."""

import ast
import errno
import io
import signal
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

import click

from generator.commands.terminal import is_plain, is_watched, quiet_option
from generator.disk.interrupts import written
from generator.progress import Done, heard, nobody

# Each is in its own module, which is loaded when the command is called: the hooks of git wait for `guard`.
_MODULES = {
    "audit": "audit",
    "build": "build",
    "check": "check",
    "demo": "demo",
    "diff": "diff",
    "guard": "guard",
    "import": "import_",
    "init": "init",
    "merge": "merge",
    "release": "release",
    "seal": "seal",
    "serve": "serve",
    "tidy": "tidy",
}
_SYSTEM_FAILED = 3  # generator.commands.common.Exit, which takes long to load
_QUIET = quiet_option()
_MOST_NAMED = 5  # of the files that were written


class _Commands(click.Group):
    """Commands that are not loaded before they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _MODULES:
            return None
        command: click.Command = import_module(f"generator.commands.{_MODULES[cmd_name]}").command
        if _QUIET not in command.params:
            command.params.append(_QUIET)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Load the command. From then on Ctrl-C is an exception, so that what was begun is undone."""
        found = super().resolve_command(ctx, args)
        handler = signal.getsignal(signal.SIGINT)
        if callable(handler) and handler is not signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help: what each command does is read in its code, as to load them all takes a second."""
        rows = [(name, purpose(name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command, with its progress. When Ctrl-C ends it, it says what was written.

        An error of the system that the command has no words for, such as a full disk, gives no traceback.

        Raises:
            OSError: whoever reads the output went away, which click knows.
        """
        ctx.color = False if is_plain() else None
        try:
            with _progress_shown():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(f"\nStopped; {_written()}.", err=True)
            raise SystemExit(128 + signal.SIGINT) from None
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            click.echo(f"{error.filename or 'the system'}: {error.strerror or error}; {_written()}.", err=True)
            raise SystemExit(_SYSTEM_FAILED) from None


def _written() -> str:
    names = [str(path) for path in written()]
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"written, and whole: {', '.join(names[:_MOST_NAMED])}{more}" if names else "nothing was written"


@contextmanager
def _progress_shown() -> Iterator[None]:
    """Within the block progress is shown; nothing of it is left before an error is."""
    try:
        with heard(_listen):
            yield
    finally:
        if _shown.cache_info().currsize:
            _shown().clear()


def _listen(doing: str, items: int) -> AbstractContextManager[Done]:
    """Show progress where a person looks: asked each time, as a command knows late whether it is quiet."""
    return _shown()(doing, items) if is_watched() else nobody(doing, items)


@cache
def _shown() -> Any:  # noqa: ANN401 - of a module that is loaded late
    return import_module("generator.commands.watching").Shown()


def purpose(command: str) -> str:
    """What a command says of itself: the first paragraph of its docstring."""
    tree = ast.parse(files("generator.commands").joinpath(f"{_MODULES[command]}.py").read_text(encoding="utf-8"))
    body = next(each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == "command")
    return " ".join((ast.get_docstring(body) or "").partition("\n\n")[0].split())


@click.group(cls=_Commands, params=[_QUIET], context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="generator", prog_name="generator")
def main() -> None:
    """Publish the register of ratings as a static site, and withhold what may not be known."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal may not know every character of a file: show a replacement, and give no traceback.
            stream.reconfigure(errors="backslashreplace")
