"""`generator seal`."""

from pathlib import Path

import click

from generator.commands.common import DATA, RefusedError, hold, usable
from generator.commands.terminal import say
from generator.disclosure.sealing import seal


@click.command("seal")
@DATA
def command(data: Path) -> None:
    """Empty the grade of every row that is withheld, as a repository that the public can read must have it."""
    hold(data, "nothing was sealed")
    there = usable(data, "was not sealed: what is withheld can only be told once these are mended", {"W02"})
    try:
        places = seal(data, there.register, there.verdicts)
    except OSError as error:
        raise RefusedError(error, data, "nothing was sealed") from None
    for place in places:
        say(f"{data}/{place} sealed")
    say(f"{data}: {len(places)} sealed.")
