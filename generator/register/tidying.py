"""Order in the tables: rows sorted, each once. Git puts the rows of two branches together without (.gitattributes)."""

import csv
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.register.tables import Schema
from generator.register.writing import lines_of

_Fields: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The texts of one file that a merge brought together; empty where it was not there.

    Args:
        before: what both branches began with.
        ours, theirs: what each made of it.
    """

    before: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Tidied:
    """A table in order.

    Args:
        text: the whole file.
        twice: how many rows were taken out that were there once more.
        outdated: the keys of rows that were taken out because one of the branches had changed or removed them.
    """

    text: str
    twice: int
    outdated: Sequence[_Fields]


def tidied(text: str, schema: Schema, sides: Sides | None = None) -> Tidied:
    """The rows of a CSV file in order, each once; lines stay as they were written.

    Two rows with one key that differ both stay, for only a person can choose. But where branches change rows beside
    each other, git also keeps rows that one of them left as they were and the other changed or removed: they go.

    Args:
        text: the whole file; each line must be a row of ``schema``.
        schema: the columns, and the key by which the rows are sorted.
        sides: of which merge it comes, if it does.
    """
    header, *lines = lines_of(text)
    head = _fields(header)
    rows = [(fields, line) for line in lines if (fields := _fields(line)) != head]
    once = dict(reversed(rows))  # of lines that differ in spaces only, the first
    outdated = _outdated(once, schema, sides) if sides else []
    kept = {fields: once[fields] for fields in dict.fromkeys(fields for fields, _ in rows) if fields not in outdated}
    ordered = sorted(kept, key=schema.sort_key)
    keys = [schema.key_of(fields) for fields in outdated]
    return Tidied("".join([header, *(kept[fields] for fields in ordered)]), len(lines) - len(once), keys)


def _outdated(rows: Collection[_Fields], schema: Schema, sides: Sides) -> list[_Fields]:
    """The rows that are as before the merge, although one of its branches has another row instead, or none."""
    before, *branches = (
        {_fields(line) for line in lines_of(text)} for text in (sides.before, sides.ours, sides.theirs)
    )
    late = [fields for fields in rows if fields in before and not all(fields in branch for branch in branches)]
    keys = Counter(map(schema.key_of, rows))
    in_both = set.intersection(*({schema.key_of(fields) for fields in branch} for branch in branches))
    return [fields for fields in late if keys[key := schema.key_of(fields)] > 1 or key not in in_both]


def _fields(line: str) -> _Fields:
    return tuple(field.strip() for field in next(csv.reader([line.rstrip("\r\n")]), []))
