"""Where reports wait for their day, and how commands mention those whose day has come."""

from datetime import date
from pathlib import Path

import click

from generator.commands.terminal import say
from generator.findings.findings import counted
from generator.importing.notes import read_waiting

#: Also from the environment, so that a place elsewhere need not be typed each time.
WAITING = click.option(
    "--waiting",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("waiting"),
    show_default=True,
    envvar="WAITING",
    help="The folder in which early reports wait; WAITING in the environment says it too.",
)


def mention_due(waiting: Path, day: date) -> None:
    """Say on standard error how many reports can be imported by now, if any can."""
    due = len(read_waiting(waiting).due(day))
    if due:
        reports = f"{counted(due, 'report')} that waited {'has' if due == 1 else 'have'}"
        say(f"{waiting}: {reports} reached the day on which it may be seen: generator release", err=True)
