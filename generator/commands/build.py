"""`generator build`."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console

from generator.commands.common import AS_OF, DATA, SITE, Exit, lock, say_waiting, show, usable
from generator.disclosure.withholding import withhold
from generator.engine import building
from generator.engine.building import Engine
from generator.engine.errors import EngineError
from generator.engine.permanence import permanent_addresses
from generator.engine.reservation import Reservation, reserved
from generator.findings.findings import Format
from generator.register.addresses import ADDRESSES_FILE, note_addresses
from generator.site.content.content import content
from generator.site.settings import SettingsError, findings_about, read_settings


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@click.command("build")
@DATA
@SITE
@click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/docs"),
    show_default=True,
    help="The folder of the Markdown pages.",
)
@click.option(
    "--engine",
    type=click.Choice(Engine, case_sensitive=False),
    default=Engine.SHELLS,
    show_default="shells",
    help="What makes HTML: MkDocs for each kind of page, or for each page, which is slow.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=_processors,
    show_default="one for each processor",
    help="In how many processes the pages and files are made.",
)
@AS_OF
def command(  # noqa: PLR0913, PLR0917 - each is an option
    data: Path, site: Path, docs: Path, engine: Engine, jobs: int, as_of: datetime
) -> None:
    """Check the register, withhold what may not be known, and make the site of the rest.

    The last site stays as it is until a whole new one replaces it.
    """
    if not Path("mkdocs.yml").is_file():
        raise click.UsageError("there is no mkdocs.yml here: run this in the project's folder")
    try:
        building.refuse_unsafe_folders(Path(), data, docs, site)
        settings = read_settings(Path())
    except (building.UnsafeFolderError, SettingsError) as error:
        raise click.UsageError(f"{error}.") from None
    # Before the register is read: a build that waited for another one must know what that one published.
    reservation = _reserved(docs, site)
    there = usable(data, "was not built from; the last site is as it was")
    show(there.findings, Format.TEXT, data)
    show(findings_about(settings), Format.TEXT)
    published_before = there.register.addresses
    public = withhold(there.register, there.policy, as_of.date())
    try:
        with Console(stderr=True).status(f"Building {site}"):
            made = content(public, settings, published_before)
            files = building.build(made, Path(), reservation, engine, jobs)
    except EngineError as error:
        _fail(error, site)
    click.echo(f"{site}: {len(public.providers)} providers, from {data} as of {as_of:%Y-%m-%d}.")
    for identity in made.withdrawn:
        click.echo(
            f"/aanbieders/{identity}/ was published, and nothing of it is public now: its page says so.", err=True
        )
    if as_of.date() <= date.today():  # noqa: DTZ011 - what the calendar has yet to open was not published
        _note(data, published_before, files)


def _reserved(docs: Path, site: Path) -> Reservation:
    """A reservation on both folders until the command ends."""
    try:
        return click.get_current_context().with_resource(reserved(docs, site, say_waiting))
    except EngineError as error:
        _fail(error, site)


def _fail(error: EngineError, site: Path) -> NoReturn:
    click.echo(f"{error}\n{site} was not built; what was there is still there.", err=True)
    raise SystemExit(Exit.ENGINE_FAILED)


def _note(data: Path, published_before: frozenset[str], files: frozenset[str]) -> None:
    """Add the addresses of a site with these ``files`` to those that must answer for ever."""
    new = permanent_addresses(files) - published_before
    if not new:
        return
    try:
        with lock(data):
            note_addresses(data, published_before | new)
    except OSError as error:
        click.echo(f"{data / ADDRESSES_FILE}: {error.strerror}; {len(new)} new addresses are not noted.", err=True)
    else:
        click.echo(f"{data / ADDRESSES_FILE}: {len(new)} new, which must answer for ever; commit it with the rest.")
