"""The cells of a CSV file or a workbook as text, each row with its place."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from generator.findings.findings import Finding, Location
from generator.reports.confinement import confined
from generator.reports.decoding import decode
from generator.reports.extraction import read_bytes
from generator.reports.limits import LARGEST_TABLE, LONGEST_ROW, UnreadableError, limited, too_much
from generator.reports.sheet_marks import Marks
from generator.reports.workbooks import read_sheets

_Row: TypeAlias = Sequence[str]
#: The rows of one table: where each stands, and its cells.
Cells: TypeAlias = Sequence[tuple[Location, _Row]]

_SEPARATORS = ";,\t|"
_SAMPLE = 10  # rows that are used to find the separator
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)  # how a CSV tells a spreadsheet to take a figure for text
_SAID = re.compile(r"\ufeff?\"?sep=([^\w\r\n\"])\"?[;,\t]*(?:\r\n|\n|\r)", re.IGNORECASE)  # a first line for Excel


class _Dialect(csv.excel):
    """What any spreadsheet writes. A blank before a text in quotes does not belong to it."""

    skipinitialspace = True
    strict = True


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a CSV file, or of one sheet of a workbook with what is to be known of its cells."""

    rows: Cells
    marks: Marks


def read_tables(path: Path, known: Callable[[_Row], int]) -> tuple[list[Table], list[Finding]]:
    """The tables of a file: the one of a CSV, or one for each sheet of a workbook.

    Args:
        path: the file.
        known: how many of the cells of a row are names of columns. It tells which character parts the cells of a CSV.
    """
    raw, findings = read_bytes(path)
    if raw is None:
        return [], findings
    return _of_csv(path, raw, known) if path.suffix.lower() == ".csv" else _of_xlsx(path)


def _of_csv(path: Path, raw: bytes, known: Callable[[_Row], int]) -> tuple[list[Table], list[Finding]]:
    if len(raw) > LARGEST_TABLE:
        return [], [too_much("bytes", len(raw), LARGEST_TABLE).finding(Location(str(path)))]
    text, findings = decode(path, raw)
    if text is None:
        return [], findings
    said = _SAID.match(text)
    lines = _Lines(text)
    reader = csv.reader(lines, _Dialect, delimiter=_separator(text, known, said[1] if said else ""))
    cells: list[tuple[Location, _Row]] = []
    at = Location(str(path), 1)
    try:
        for row in limited(reader):
            if not (said and not cells and at.line == 1):
                cells.append((at, [_AS_TEXT.sub(_unwrapped, cell) for cell in row]))
            at = Location(str(path), reader.line_num + 1)
            lines.length = 0
    except csv.Error as error:
        expected = "fields with one separator between them; a quote within a text in quotes is written twice"
        return [], [Finding(at, "F02", f"the line cannot be read: {error}", expected)]
    except UnreadableError as error:
        return [], [error.finding(Location(str(path)))]
    return [Table(cells, Marks())], findings


def _unwrapped(cell: re.Match[str]) -> str:
    return str(cell[1]).replace('""', '"')


class _Lines:
    """The lines of a text, up to a row that is longer than any: a quote without its end takes all that follows it."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.length = 0  # of the row up to here

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.length += len(line)
            if self.length > LONGEST_ROW:
                raise csv.Error(f"it goes on for more than {LONGEST_ROW:,} characters")
            yield line


def _separator(text: str, known: Callable[[_Row], int], said: str) -> str:
    """The character that parts the cells: the one with which most names of columns are found, or most cells.

    What the first line says (``said``) counts first, and is wrong if the names are found with another one.
    """

    def found(separator: str) -> tuple[int, int]:
        rows = list(_sample(text, separator))
        return max(map(known, rows), default=0), max(map(len, rows), default=0)

    return max(f"{said}{_SEPARATORS}", key=found)


def _sample(text: str, separator: str) -> Iterator[_Row]:
    """The first rows with cells if ``separator`` parts these, up to one that cannot be read then."""
    try:
        yield from islice((row for row in csv.reader(_Lines(text), _Dialect, delimiter=separator) if any(row)), _SAMPLE)
    except csv.Error:
        return


def _of_xlsx(path: Path) -> tuple[list[Table], list[Finding]]:
    try:
        sheets = confined(read_sheets, path)
    except UnreadableError as error:
        return [], [error.finding(Location(str(path)))]
    names = [str(path)] if len(sheets) == 1 else [f"{path}[{sheet.title}]" for sheet in sheets]
    return [
        Table([(Location(name, number), cells) for number, cells in enumerate(sheet.rows, start=1)], sheet.marks)
        for name, sheet in zip(names, sheets, strict=True)
    ], []
