"""Taking withheld grades out of data/, for a repository that the public can read."""

import os
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from generator.disclosure.confidential import confidential
from generator.disclosure.policy import Policy
from generator.register.findings import Location
from generator.register.records import Register

# A field as the register's reader splits them. The rest of a line stays as it was written, quotes and spaces included.
_FIELD = re.compile(r'(?:^|,)("(?:[^"]|"")*"|[^,]*)')


def seal(data: Path, register: Register, policy: Policy) -> list[Location]:
    """Empty every cell, and take out every line, that shows what is withheld.

    A `*` stays: it is no grade. No other line changes. All files are written, or none.

    Returns:
        The places that changed, as they were before, in order.

    Raises:
        OSError: a file could not be written.
    """
    places = [found.at for found in confidential(register, policy)]
    _rewrite(data, places)
    return places


def _rewrite(data: Path, places: list[Location]) -> None:
    changes: Mapping[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for place in places:
        changes[place.file][place.line].add(place.column)
    written: dict[Path, Path] = {}
    try:
        for file, lines in changes.items():
            # Bytes, because text would lose the line ends of another system.
            text = (data / file).read_bytes().decode("utf-8")
            new = written[data / file] = data / f"{file}.sealing"
            new.write_bytes(_sealed(text, lines).encode("utf-8"))
        for old, new in written.items():
            os.replace(new, old)  # noqa: PTH105 - Path.replace says nothing of being atomic; os.replace does
    finally:
        for new in written.values():
            if new.is_file():
                new.unlink()


def _sealed(text: str, lines: Mapping[int, set[int]]) -> str:
    """``text`` with empty fields in the given columns of the given lines; column 0 takes the whole line out."""
    kept = []
    for number, line in enumerate(text.split("\n"), start=1):
        columns = lines.get(number, set())
        if 0 not in columns:
            kept.append(_emptied(line, columns))
    return "\n".join(kept)


def _emptied(line: str, columns: set[int]) -> str:
    fields = list(_FIELD.finditer(line))
    for column in sorted(columns, reverse=True):
        field = fields[column - 1]
        line = line[: field.start(1)] + line[field.end(1) :]
    return line
