"""The addresses that the site promises for ever: every one that a build ever published, a line each."""

import re
from collections.abc import Iterable
from pathlib import Path

from generator.register.findings import Finding, Location, first_of
from generator.register.text import read_text

ADDRESSES_FILE = "urls.txt"
_MOST_ADDRESSES = 500_000  # one of 20,000 providers has about ten
_ADDRESS = re.compile(r"/(?:[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)*(?:/|$))*")


def read_addresses(data: Path) -> tuple[frozenset[str], list[Finding]]:
    """The addresses, each a path from the root of the site; none where nothing was ever published."""
    file = data / ADDRESSES_FILE
    if not file.exists():
        return frozenset(), []
    text, findings = read_text(file, data, most_lines=_MOST_ADDRESSES)
    lines = [] if text is None else text.splitlines()
    strange = (
        Finding(Location(ADDRESSES_FILE, number), "F13", f"{line!r} is no path", "a path such as /aanbieders/<id>/")
        for number, line in enumerate(lines, start=1)
        if not _ADDRESS.fullmatch(line)
    )
    findings += first_of(strange, ADDRESSES_FILE)
    return frozenset(lines), findings


def with_addresses(known: Iterable[str], published: Iterable[str]) -> str:
    """The file's text with what is published now added to what is known already: it never gets shorter."""
    return "".join(f"{address}\n" for address in sorted({*known, *published}))
