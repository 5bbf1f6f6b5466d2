"""`generator merge`."""

from datetime import datetime
from pathlib import Path

import click

from generator.commands.common import AS_OF, DATA, SITE, refuse, usable
from generator.commands.publishing import DOCS, SHARDS, fail, note, reserve
from generator.commands.terminal import say
from generator.engine import building
from generator.engine.errors import EngineError
from generator.findings.findings import counted
from generator.register.addresses import read_addresses
from generator.register.charters import read_charter


@click.command("merge")
@DATA
@SITE
@DOCS
@SHARDS
@AS_OF
def command(data: Path, site: Path, docs: Path, shards: Path, as_of: datetime) -> None:
    """Make one site of the shards that `build --shard` made, on one machine or on several.

    It is byte for byte what a build of the whole makes.
    """
    reservation = reserve(data, docs, site)
    charter, findings = read_charter(data)
    published_before, of_addresses = read_addresses(data)
    if charter is None or of_addresses:
        refuse([*findings, *of_addresses], data, "was not published")
    try:
        files = building.merge(shards, reservation, charter.folders, published_before)
    except EngineError as error:
        fail(error, site)
    say(f"{site}: {counted(len(files), 'file')}, from {shards}.")
    note(data, published_before, files, charter.folders, as_of, lambda: usable(data, "tells no address to note"))
