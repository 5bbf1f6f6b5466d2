"""How commands speak: what --quiet leaves out, and colours where there is a terminal."""

import os
import re
import sys

import click

_QUIET = "generator.quiet"
# What is coloured: the marked part of a line that is like one of these. The text is what it would be without.
_COLOURS = (
    (re.compile(r"(?<= [A-Z]\d\d )error(?=: )"), "red"),
    (re.compile(r"(?<= [A-Z]\d\d )warning(?=: )"), "yellow"),
    (re.compile(r"^ *ERROR(?= )"), "red"),
    (re.compile(r"(?<=: )(?:grade )?(?:appears|is exact again)(?=$|: )"), "green"),
    (re.compile(r"(?<=: )(?:grade )?disappears(?=$|: )"), "red"),
    (re.compile(r"(?<=: )(?:(?:grade |reason )?changes|grade is rounded)(?=$|: )"), "yellow"),
    (re.compile(r"^\+(?! ).*"), "green"),
    (re.compile(r"^-(?! ).*"), "red"),
)


def quiet_option() -> click.Option:
    """The option of each command, and of all of them together."""
    return click.Option(
        ["-q", "--quiet"],
        is_flag=True,
        expose_value=False,
        callback=_set_quiet,
        help="Print nothing but findings and errors.",
    )


def _set_quiet(context: click.Context, option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's order
    del option
    context.meta[_QUIET] = value or context.meta.get(_QUIET, False)


def is_quiet() -> bool:
    """Whether this command prints nothing but findings and errors."""
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(_QUIET))


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print what is neither a finding nor an error, unless the command is quiet."""
    if not is_quiet():
        tell(text, err=err, nl=nl)


def tell(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a finding, an error or what was asked for; with colours if a terminal shows it and NO_COLOR is not set."""
    click.echo(coloured(text), err=err, nl=nl)


def coloured(text: str) -> str:
    """The same text with its severities and its changes in colour; `click.echo` takes colours off for a pipe."""
    return "".join(_coloured(line) for line in text.splitlines(keepends=True))


def _coloured(line: str) -> str:
    for what, colour in _COLOURS:
        if found := what.search(line):
            return f"{line[: found.start()]}{click.style(found.group(), fg=colour)}{line[found.end() :]}"
    return line


def is_plain() -> bool:
    """Whether the person wants no colours, or the terminal knows none."""
    return bool(os.environ.get("NO_COLOR")) or _is_dumb()


def is_watched() -> bool:
    """Whether a person looks at stderr, and wants to see more than findings and errors."""
    return sys.stderr.isatty() and not is_quiet() and not _is_dumb()


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"
