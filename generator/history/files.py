"""The files of a version: which there are, and the rows of its tables by their provider."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from generator.history.git import contents, git
from generator.register.reading import CORRECTIONS, REPORTS, RESULTS, YEARS, distributions
from generator.register.tables import Schema, fields_of, read_table
from generator.scale import Scale

#: What kind of file each is, and git's id of its content, by its name below data/.
Files: TypeAlias = Mapping[str, tuple[str, str]]

_CORRECTIONS_FILE = "corrections.csv"
_OF_A_YEAR = re.compile(rf"({'|'.join(YEARS)})/[0-9]{{4}}\.csv")
_PLAIN = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a table below its first.

    Args:
        first: the first line, which names the columns.
        of: the lines of each provider, and the number of each line.
        sources: in a table of reports, each provider with each source that it names.
        is_sound: whether every line can be read, and all are in order.
    """

    first: str
    of: Mapping[str, tuple[tuple[str, ...], tuple[int, ...]]]
    sources: AbstractSet[tuple[str, str]]
    is_sound: bool


def is_table(name: str) -> bool:
    """Whether the file called ``name`` is a table of rows that each name a provider."""
    return name == _CORRECTIONS_FILE or _OF_A_YEAR.fullmatch(name) is not None


def is_plain(kind: str) -> bool:
    """Whether it is a file, and not a link or another repository."""
    return kind in _PLAIN


def files_of(root: Path, tree: str) -> Files:
    """The files of a version, by its tree."""
    found = {}
    for each in git(root, "ls-tree", "-r", "-z", tree).decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _, name = each.partition("\t")
        kind, _, content = about.split(" ")
        found[name] = (kind, content)
    return found


class Tables:
    """The tables of versions, each read once as long as a version that is compared has it.

    Args:
        root: the repository.
        scale: of the grades; tables with counts of other grades are not sound.
    """

    def __init__(self, root: Path, scale: Scale) -> None:
        self._root = root
        self._schemas = {
            _CORRECTIONS_FILE: CORRECTIONS,
            "reports": REPORTS,
            "results": RESULTS,
            "distributions": distributions(scale),
        }
        self._read: dict[tuple[Schema, str], Lines] = {}

    def of(self, *versions: Files) -> list[Mapping[str, Lines]]:
        """The tables of each version, by name."""
        asked = [dict(self._asked(version)) for version in versions]
        wanted = {each for tables in asked for each in tables.values()}
        raw = dict(contents(self._root, [content for schema, content in wanted if (schema, content) not in self._read]))
        self._read = {each: self._read.get(each) or _lines(raw[each[1]], each[0]) for each in wanted}
        return [{name: self._read[each] for name, each in tables.items()} for tables in asked]

    def _asked(self, version: Files) -> Iterator[tuple[str, tuple[Schema, str]]]:
        for name, (_, content) in version.items():
            if is_table(name):
                yield name, (self._schemas[name.split("/")[0]], content)


def _lines(raw: bytes, schema: Schema) -> Lines:
    first, *lines = raw.decode("utf-8", "replace").replace("\r\n", "\n").removesuffix("\n").split("\n")
    names = [name.strip() for name in first.split(",")]
    provider, source = (names.index(each) if each in names else None for each in ("provider", "source"))
    of: dict[str, list[tuple[str, int]]] = defaultdict(list)
    sources = set()
    for number, line in enumerate(lines, start=2):
        cells = _cells(line)
        whose = _cell(cells, provider)
        of[whose].append((line, number))
        if source is not None:
            sources.add((whose, " ".join(_cell(cells, source).split())))
    rows = {whose: (tuple(map(itemgetter(0), found)), tuple(map(itemgetter(1), found))) for whose, found in of.items()}
    return Lines(first, rows, sources, _is_sound(raw, schema))


def _cells(line: str) -> list[str]:
    try:
        return fields_of(line)
    except csv.Error:
        return []  # and the table is not sound


def _cell(cells: list[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _is_sound(raw: bytes, schema: Schema) -> bool:
    with TemporaryDirectory() as name:
        path = Path(name, "table.csv")
        path.write_bytes(raw)
        return not read_table(path, Path(name), schema)[1]
