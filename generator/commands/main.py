"""The group of all commands, and the module of each."""

import ast
import errno
import io
import sys
from importlib import import_module
from importlib.resources import files

import click

# Each is in its own module, which is loaded when the command is called: the hooks of git wait for `guard`.
_MODULES = {
    "audit": "audit",
    "build": "build",
    "check": "check",
    "demo": "demo",
    "diff": "diff",
    "guard": "guard",
    "import": "import_",
    "merge": "merge",
    "release": "release",
    "seal": "seal",
    "serve": "serve",
}
_SYSTEM_FAILED = 3  # generator.commands.common.Exit, which takes long to load


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
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. An error of the system that it has no words for, such as a full disk, gives no traceback.

        Raises:
            OSError: whoever reads the output went away, which click knows.
        """
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            click.echo(f"{error.filename or 'the system'}: {error.strerror or error}; nothing was done.", err=True)
            raise SystemExit(_SYSTEM_FAILED) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help: what each command does is read in its code, as to load them all takes a second."""
        rows = [(name, _said_of(_MODULES[name])) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _said_of(module: str) -> str:
    """The first paragraph of what the command in ``module`` says of itself."""
    tree = ast.parse(files("generator.commands").joinpath(f"{module}.py").read_text(encoding="utf-8"))
    command = next(each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == "command")
    return " ".join((ast.get_docstring(command) or "").partition("\n\n")[0].split())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="generator", prog_name="generator")
def main() -> None:
    """Publish the register of ratings as a static site, and withhold what may not be known."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal may not know every character of a file: show a replacement, and give no traceback.
            stream.reconfigure(errors="backslashreplace")
