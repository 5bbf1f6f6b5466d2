"""`generator build`."""

import os
from datetime import datetime
from pathlib import Path

import click

from generator.commands.common import AS_OF, DATA, SITE, refuse, show, usable
from generator.commands.phrasing import phrase_findings
from generator.commands.publishing import DOCS, SHARDS, fail, note, reserve
from generator.commands.terminal import say
from generator.disclosure.opening import Judged
from generator.disclosure.withholding import withhold
from generator.engine import building
from generator.engine.building import Engine
from generator.engine.errors import EngineError
from generator.engine.shards import Shard, ShardFolder
from generator.findings.findings import Format, counted
from generator.site.content.content import Content, content
from generator.site.settings import SettingsError, findings_about, read_settings


class _ShardType(click.ParamType[Shard]):
    """Which share of the site: 2/4 is the second of four."""

    name = "K/N"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Shard:
        if isinstance(value, Shard):
            return value
        number, _, count = str(value).partition("/")
        if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count) <= _MOST_SHARDS):
            self.fail(f"{value!r} is no share such as 2/4, the second of four", param, ctx)
        return Shard(int(number), int(count))


_MOST_SHARDS = 256  # as many jobs as a matrix of GitHub Actions can have


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@click.command("build")
@DATA
@SITE
@DOCS
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
@click.option(
    "--shard",
    type=_ShardType(),
    help="Make only a share of the site, below --shards: 2/4 is the second of four. `merge` makes a site of them.",
)
@SHARDS
@AS_OF
def command(  # noqa: PLR0913, PLR0917 - each is an option
    data: Path,
    site: Path,
    docs: Path,
    engine: Engine,
    jobs: int,
    shard: Shard | None,
    shards: Path,
    as_of: datetime,
) -> None:
    """Check the register, withhold what may not be known, and make the site of the rest.

    The last site stays as it is until a whole new one replaces it. What did not change since is not made again.
    """
    if shard:
        folder = ShardFolder(shards / str(shard.number))
        docs, site = folder.docs, folder.site
    # Before the register is read: a build that waited for another one must know what that one published.
    reservation = reserve(data, docs, site)
    otherwise = "was not built from; the last site is as it was"
    there = usable(data, otherwise)
    if unfit := phrase_findings(data, there.register.charter):
        refuse(unfit, data, otherwise)
    made = _content(data, there, as_of)
    try:
        if shard:
            building.build_shard(made, Path(), shard, reservation, jobs)
            files = None
        else:
            files = building.build(made, Path(), reservation, engine, jobs)
    except EngineError as error:
        fail(error, site)
    of = f", share {shard}" if shard else ""
    say(f"{site}: {counted(made.providers, 'provider')}{of}, from {data} as of {as_of:%Y-%m-%d}.")
    for identity in made.withdrawn:
        say(
            f"/{made.folders.providers}/{identity}/ was published, and nothing of it is public now: its page says so.",
            err=True,
        )
    if files:
        note(data, there.register.addresses, files, made.folders, as_of, lambda: there)


def _content(data: Path, there: Judged, as_of: datetime) -> Content:
    """All that the site of the register in ``data`` consists of."""
    try:
        settings = read_settings(Path(), there.register.charter)
    except SettingsError as error:
        raise click.UsageError(f"{error}.") from None
    show([*there.findings, *findings_about(settings.charter)], Format.TEXT, data)
    public = withhold(there.register, there.policy, as_of.date())
    return content(public, settings, there.register.addresses)
