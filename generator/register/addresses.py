"""The addresses that the site promises for ever: every address that a build ever published, one per line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from generator.disk.replacing import replace_files
from generator.findings.findings import Finding, Location, first_of
from generator.register.text import read_text

ADDRESSES_FILE = "urls.txt"
_MOST_ADDRESSES = 500_000  # a provider has about ten, and there may be 20,000 providers
_MOST_NAMED = 10
_ADDRESS = re.compile(r"/(?:[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)*(?:/|$))*")


def read_addresses(data: Path) -> tuple[frozenset[str], list[Finding]]:
    """The addresses in the file, each a path from the root of the site; none if nothing was ever published."""
    file = data / ADDRESSES_FILE
    if not file.exists():
        return frozenset(), []
    text, findings = read_text(file, data, most_lines=_MOST_ADDRESSES)
    lines = [] if text is None else text.splitlines()
    strange = (
        Finding(
            Location(ADDRESSES_FILE, number),
            "F13",
            f"{line!r} is no path",
            "a path from the root of the site, such as /open-data/",
        )
        for number, line in enumerate(lines, start=1)
        if not _ADDRESS.fullmatch(line)
    )
    findings += first_of(strange, ADDRESSES_FILE) or list(_disorder(lines))
    return frozenset(lines), findings


def _disorder(lines: Sequence[str]) -> Iterator[Finding]:
    """The first line that is out of order, or that is there twice."""
    late = next((number for number, (above, line) in enumerate(pairwise(lines), start=2) if line <= above), None)
    if late:
        came = f"{lines[late - 1]} does not sort after the line above it"
        yield Finding(Location(ADDRESSES_FILE, late), "F08", came, "addresses in order, each once")


def tidied_addresses(text: str) -> str:
    """The text of the file with its lines in order, each once."""
    return "".join(f"{line}\n" for line in sorted(set(text.splitlines())))


def lost_addresses(data: Path, before: str) -> list[Finding]:
    """The finding that an address is no longer promised, if ``before``, an earlier text of the file, has one more."""
    now, findings = read_addresses(data)
    lost = sorted({*before.splitlines()} - now)
    if findings or not lost:
        return []
    more = f" and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
    came = f"no line for {', '.join(lost[:_MOST_NAMED])}{more}"
    return [Finding(Location(ADDRESSES_FILE), "V02", came, "each address that was published before")]


def note_addresses(data: Path, published: Iterable[str]) -> None:
    """Add addresses to the file in ``data``: it never gets shorter.

    The caller must hold the lock of the register, because a build into another folder may add addresses too.

    Raises:
        OSError: the file could not be written.
    """
    known, _ = read_addresses(data)
    text = "".join(f"{address}\n" for address in sorted({*known, *published}))
    replace_files(data, {ADDRESSES_FILE: text.encode()})
