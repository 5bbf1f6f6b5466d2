"""The group of all commands, and the module of each."""

import io
import sys
from importlib import import_module

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
    "seal": "seal",
    "serve": "serve",
}


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


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="generator", prog_name="generator")
def main() -> None:
    """Publish the register of ratings as a static site, and withhold what may not be known."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal may not know every character of a file: show a replacement, and give no traceback.
            stream.reconfigure(errors="backslashreplace")
