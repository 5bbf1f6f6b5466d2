"""What `build` and `merge` share: the folders that they replace, and the addresses that they note."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click
from click.core import ParameterSource

from generator.charter import Folders
from generator.commands.common import Exit, lock, say_waiting
from generator.commands.terminal import say
from generator.disclosure.opening import Judged
from generator.disclosure.withholding import withhold
from generator.engine.building import UnsafeFolderError, refuse_unsafe_folders
from generator.engine.errors import EngineError
from generator.engine.permanence import permanent_addresses
from generator.engine.reservation import Reservation, reserved
from generator.history.versions import newest_day
from generator.register.addresses import ADDRESSES_FILE, note_addresses
from generator.register.fields import FIRST_DAY
from generator.site.settings import SettingsError, refuse_no_project

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
        refuse_no_project(Path())
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


def note(  # noqa: PLR0913, PLR0917 - each is another thing
    data: Path,
    published_before: frozenset[str],
    files: frozenset[str],
    folders: Folders,
    as_of: datetime,
    there: Callable[[], Judged],
) -> None:
    """Add the addresses of a site with these ``files`` to those that must answer for ever.

    What the calendar has yet to open was not published, on a day in the future or on one that only the clock knows.
    """
    new = permanent_addresses(files, folders) - published_before
    if not new or as_of.date() > date.today():  # noqa: DTZ011 - the maintainer's own day
        return
    try:
        new -= _doubted(data, new, as_of.date(), there)
        if new:
            with lock(data):
                note_addresses(data, published_before | new)
    except OSError as error:
        click.echo(f"{data / ADDRESSES_FILE}: {error.strerror}; {len(new)} new addresses are not noted.", err=True)
    else:
        if new:
            say(f"{data / ADDRESSES_FILE}: {len(new)} new, which must answer for ever; commit it with the rest.")


def _doubted(data: Path, new: frozenset[str], day: date, there: Callable[[], Judged]) -> frozenset[str]:
    """The ``new`` addresses of providers that are public since a day that nothing but the clock has seen.

    A clock that is ahead would promise them before the public may know of them. Whoever names the day is believed.
    """
    source = click.get_current_context().get_parameter_source("as_of")
    seen = day if source is ParameterSource.COMMANDLINE else newest_day(data, ADDRESSES_FILE)
    if seen >= day:
        return frozenset()
    register = there().register
    was_public = {provider.id for provider in withhold(register, there().policy, max(seen, FIRST_DAY)).providers}
    own = {
        f"/{register.charter.folders.providers}/{identity}/"
        for provider in register.providers.values()
        if provider.id not in was_public
        for identity in (provider.id, *provider.former_ids)
    }
    doubted = frozenset(each for each in new if any(map(each.startswith, own)))
    if doubted:
        say(
            f"{data / ADDRESSES_FILE}: {len(doubted)} new addresses are not noted: they are of providers that became "
            f"public after {seen}, and nothing here is younger: the clock may be ahead. If not: --as-of {day}.",
            err=True,
        )
    return doubted
