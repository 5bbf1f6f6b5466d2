"""`generator tidy`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator.commands.common import DATA, Exit, RefusedError, hold, show
from generator.commands.terminal import say
from generator.disk.replacing import replace_files
from generator.findings.findings import Finding, Format, counted
from generator.history.merging import Merge, file_at, merge_here
from generator.register.addresses import ADDRESSES_FILE, read_addresses, tidied_addresses
from generator.register.charters import read_charter
from generator.register.reading import tables_in
from generator.register.tables import Schema, read_table
from generator.register.tidying import Sides, Tidied, tidied

# What this command mends, and what only a person can: neither keeps a file from being put in order.
_TIDIED = frozenset({"F08", "R01"})


@click.command("tidy")
@DATA
def command(data: Path) -> None:
    """Put the rows of every table, and the addresses, in order, each once.

    After a merge it also takes out each row that git kept although one of the two branches had changed or removed it.
    Two rows with one key that differ both stay: only a person can choose. Exits with 1 where a file cannot be read.
    """
    hold(data, "nothing was put in order")
    merge = merge_here(data)
    contents: dict[str, bytes] = {}
    unread = _unread(read_addresses(data)[1])
    if not unread:
        contents |= _addresses(data)
    charter, of_charter = read_charter(data)
    unread += of_charter
    for file, schema in tables_in(data, charter.scale if charter else None).items():
        wrong = _unread(read_table(data / file, data, schema)[1])
        unread += wrong
        if not wrong:
            contents |= _table(data, file, schema, merge)
    show(unread, Format.TEXT, data)
    try:
        replace_files(data, contents)
    except OSError as error:
        raise RefusedError(error, data, "nothing was written") from None
    say(f"{data}: {counted(len(contents), 'file')} put in order.")
    if unread:
        raise SystemExit(Exit.FINDINGS)


def _unread(findings: Iterable[Finding]) -> list[Finding]:
    return [each for each in findings if each.code not in _TIDIED]


def _addresses(data: Path) -> dict[str, bytes]:
    """The file of addresses, if that is not in order."""
    file = data / ADDRESSES_FILE
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    after = tidied_addresses(before)
    if after == before:
        return {}
    say(f"{file}: in order, each once.")
    return {ADDRESSES_FILE: after.encode()}


def _table(data: Path, file: str, schema: Schema, merge: Merge | None) -> dict[str, bytes]:
    """The table, if that is not in order; says what was done to it."""
    before = (data / file).read_bytes().decode()
    done = tidied(before, schema, _sides(data, file, before, merge) if merge else None)
    if done.text == before:
        return {}
    say("\n".join(_said(data / file, done)))
    return {file: done.text.encode()}


def _sides(data: Path, file: str, now: str, merge: Merge) -> Sides | None:
    """What git merged into the file; None if somebody changed it since: what was put back by hand stays."""
    if merge.made and file_at(data, merge.made, file) != now:
        return None
    return Sides(*(file_at(data, commit, file) for commit in (merge.before, merge.ours, merge.theirs)))


def _said(path: Path, done: Tidied) -> Iterator[str]:
    yield f"{path}: in order; {counted(done.twice, 'row')} {'was' if done.twice == 1 else 'were'} there twice."
    for key in done.outdated:
        yield f"  {' '.join(key)}: taken out as it was before the merge, for one branch changed or removed it."
