"""A CSV file as a table of text cells that remember their lines."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.findings.findings import Finding, Location, counted
from generator.register.discretion import is_like_a_grade, is_like_a_name
from generator.register.documents import Route
from generator.register.text import read_text


@dataclass(frozen=True, slots=True)
class Schema:
    """What a kind of CSV file must look like.

    Args:
        columns: the names of the first line, in their order.
        key: the columns that identify a row and by which the rows are sorted.
        optional: the last columns, if they came later: an older file, such as an earlier version in git, has none.
        former: the names that columns had in an older file, each with that of today; None if nothing reads it any more.
    """

    columns: tuple[str, ...]
    key: tuple[str, ...]
    optional: tuple[str, ...] = ()
    former: tuple[tuple[str, str | None], ...] = ()

    def key_of(self, fields: Sequence[str]) -> tuple[str, ...]:
        """The key of the row with these ``fields``."""
        return tuple(fields[self.columns.index(name)] for name in self.key)

    def sort_key(self, fields: Sequence[str]) -> tuple[str, ...]:
        """The key by which the row with these ``fields`` is sorted."""
        return tuple(map(_sortable, self.key_of(fields)))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file.

    Args:
        file: its name, relative to the register, with slashes.
        columns: those of the schema that the file has, and None where an older file has one that nothing reads.
        cells: by line number, a text for each column.
    """

    file: str
    columns: Sequence[str | None]
    cells: Mapping[int, Sequence[str]]

    def rows(self) -> Iterator[tuple[Location, dict[str, str]]]:
        """Each row as its place and its cells by column."""
        for line, texts in self.cells.items():
            cells = zip(self.columns, texts, strict=True)
            yield Location(self.file, line), {name: text for name, text in cells if name is not None}

    def place(self, at: Location, route: Route) -> Location:
        """The place of the cell that ``route`` names, in the line at ``at``."""
        return at.in_column(self.columns.index(str(route[0])) + 1 if route else 0)


def read_table(path: Path, root: Path, schema: Schema) -> tuple[Table | None, list[Finding]]:
    """Read one CSV file.

    Returns:
        The table without its broken lines, and the findings. None instead of a table if the file is not text, or its
        first line does not fit ``schema``: then nothing in it can be trusted.
    """
    text, findings = read_text(path, root)
    if text is None:
        return None, findings
    file = path.relative_to(root).as_posix()
    lines, broken = _split(text, file)
    if not lines:
        came = "the first line is empty" if text.strip() else "the file is empty"
        expected = f"a first line with {', '.join(schema.columns)}"
        return None, broken or [Finding(Location(file, 1), "F03", came, expected)]
    header = lines.pop(1)
    if len(header) == 1 and ";" in header[0]:
        return None, [Finding(Location(file, 1), "F02", "semicolons between the fields", "commas between the fields")]
    columns = _columns(header, schema)
    wrong = _check_columns(columns, file, schema)
    if wrong:
        return None, [*broken, *wrong]
    whole = {line: fields for line, fields in lines.items() if len(fields) == len(header)}
    expected = counted(len(header), "field")
    broken += [
        Finding(Location(file, line), "F02", f"a line of {counted(len(fields), 'field')}", expected)
        for line, fields in lines.items()
        if line not in whole
    ]
    table = Table(file, columns, whole)
    return table, [*broken, *_check_keys(table, schema)]


def _split(text: str, file: str) -> tuple[dict[int, list[str]], list[Finding]]:
    """The fields of each line by line number. Each line is read alone, so an open quote damages only its own line."""
    lines: dict[int, list[str]] = {}
    findings = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        try:
            fields = fields_of(line)
        except csv.Error as error:
            expected = "fields with a comma between them, text with a comma in quotes"
            findings.append(Finding(Location(file, number), "F02", f"the line cannot be read: {error}", expected))
            if number == 1:
                break
            continue
        lines[number] = [field.strip() for field in fields]
    return (lines if 1 in lines and any(lines[1]) else {}), findings


def fields_of(line: str) -> list[str]:
    """The fields of one line, as they are written.

    Raises:
        csv.Error: a quote is not closed, or something follows it.
    """
    # Most lines have no quote, and a split takes a tenth of the time.
    return next(csv.reader([line], strict=True), []) if '"' in line or not line else line.split(",")


def _columns(header: Sequence[str], schema: Schema) -> Sequence[str | None]:
    """The columns of a first line, by their names of today."""
    former = dict(schema.former)
    return [former.get(name, name) for name in header]


def _check_columns(columns: Sequence[str | None], file: str, schema: Schema) -> list[Finding]:
    header = {number: name for number, name in enumerate(columns, start=1) if name is not None}
    expected = f"the columns {', '.join(schema.columns)}"
    findings = []
    for number, name in header.items():
        at = Location(file, 1, number)
        if name not in schema.columns:
            # A table without its first line begins with a row: its cells are not told.
            came = f"the column {name!r}" if is_like_a_name(name) else "a column whose name is no word"
            findings.append(Finding(at, "F04", came, expected))
        elif name in columns[: number - 1]:
            findings.append(Finding(at, "F05", f"the column {name!r} once more", expected))
    missing = [name for name in schema.columns if name not in columns and name not in schema.optional]
    findings += [Finding(Location(file, 1), "F03", f"no column {name!r}", expected) for name in missing]
    if not findings and tuple(header.values()) != tuple(name for name in schema.columns if name in columns):
        findings.append(Finding(Location(file, 1), "F12", f"the order {', '.join(header.values())}", expected))
    return findings


def _check_keys(table: Table, schema: Schema) -> list[Finding]:
    """Rows that are there twice, and rows that are out of order."""
    first: dict[tuple[str, ...], int] = {}
    findings = []
    places = [table.columns.index(name) for name in schema.key]
    for line, cells in table.cells.items():
        key = tuple([cells[place] for place in places])
        if first.setdefault(key, line) != line:
            row = "this row" if any(map(is_like_a_grade, key)) else " ".join(key)
            came = f"{row} stands on line {first[key]} too"
            expected = f"one row for each {', '.join(schema.key)}"
            if other := _other_cells(table, first[key], line):
                came += f", with another {', '.join(other)}"
                expected += "; after a merge `git blame` says which branch wrote which"
            findings.append(Finding(Location(table.file, line), "R01", came, expected))
    # A row that is there twice is usually out of order too. To mend the first finding mends both.
    order = [(tuple(map(_sortable, key)), line) for key, line in first.items()]
    late = [line for (before, _), (this, line) in pairwise(order) if this < before]
    if late:
        came = "this row sorts before the one above it"
        expected = f"rows sorted by {', '.join(schema.key)}"
        findings.append(Finding(Location(table.file, late[0]), "F08", came, expected))
    return findings


def _other_cells(table: Table, first: int, line: int) -> list[str]:
    """In which columns two rows with one key differ; not how, for a value may be a withheld grade."""
    pairs = zip(table.columns, table.cells[first], table.cells[line], strict=True)
    return [name for name, one, another in pairs if name and one != another]


def _sortable(cell: str) -> str:
    """A sort key for a cell that sorts numbers as numbers: 2 before 10."""
    return cell.zfill(8) if cell.isdigit() else cell
