"""What `build` and `merge` share: the folders that they replace, and the addresses that they note."""

from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click

from generator.commands.common import Exit, lock, say_waiting
from generator.commands.terminal import say
from generator.engine.building import UnsafeFolderError, refuse_unsafe_folders
from generator.engine.errors import EngineError
from generator.engine.permanence import permanent_addresses
from generator.engine.reservation import Reservation, reserved
from generator.register.addresses import ADDRESSES_FILE, note_addresses
from generator.site.settings import SettingsError, read_settings

DOCS = click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/docs"),
    show_default=True,
    help="The folder of the Markdown pages.",
)
SHARDS = click.option(
    "--shards",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/shards"),
    show_default=True,
    help="The folder of the shards, one in each folder.",
)


def reserve(data: Path, docs: Path, site: Path) -> Reservation:
    """A reservation on both folders until the command ends."""
    try:
        read_settings(Path())
        refuse_unsafe_folders(Path(), data, docs, site)
    except (SettingsError, UnsafeFolderError) as error:
        raise click.UsageError(f"{error}.") from None
    try:
        return click.get_current_context().with_resource(reserved(docs, site, say_waiting))
    except EngineError as error:
        fail(error, site)


def fail(error: EngineError, site: Path) -> NoReturn:
    """Say what went wrong, and end the command."""
    click.echo(f"{error}\n{site} was not built; what was there is still there.", err=True)
    raise SystemExit(Exit.ENGINE_FAILED)


def note(data: Path, published_before: frozenset[str], files: frozenset[str], as_of: datetime) -> None:
    """Add the addresses of a site with these ``files`` to those that must answer for ever."""
    new = permanent_addresses(files) - published_before
    # What the calendar has yet to open was not published.
    if not new or as_of.date() > date.today():  # noqa: DTZ011 - the maintainer's own day
        return
    try:
        with lock(data):
            note_addresses(data, published_before | new)
    except OSError as error:
        click.echo(f"{data / ADDRESSES_FILE}: {error.strerror}; {len(new)} new addresses are not noted.", err=True)
    else:
        say(f"{data / ADDRESSES_FILE}: {len(new)} new, which must answer for ever; commit it with the rest.")
