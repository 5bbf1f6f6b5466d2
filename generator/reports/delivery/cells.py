"""What a spreadsheet shows otherwise than it holds it: merged and hidden cells, formulas, dates as numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TypeAlias

from generator.findings.findings import Finding, Location
from generator.misreading import misread
from generator.reports.decoding import wrongly_read
from generator.reports.sheet_marks import Marks, Span, cell_name, listed, spelled
from generator.reports.spreadsheets import Cells, Table

#: A value of these columns may hold for several rows of a report; each row has its own of the others.
_OF_A_ROW = ("service", "net_sample", "completed", "response_rate", "grade", "publication")
_DATES = ("period_start", "period_end", "report_date")
_SERIAL = re.compile(r"(?:3[7-9]|[4-6]\d|7[0-2])\d{3}(?:\.\d+)?", re.ASCII)  # from 2001 up to 2099
# What a spreadsheet shows in place of a value, in any language (#N/B, #VERW!, #OVERLOOP!, Err:502), while it waits for
# one, or where the column was too narrow.
_NO_VALUE = re.compile(
    r"#(?:[^\W\d_]/[^\W\d_]|[^\W\d_][\w/]*[!?]|GETTING_DATA)|(?:Err|Fout):\d{3}|(?:Loading|Laden)\.{3}|#{3,}"
)

Rows: TypeAlias = list[tuple[Location, list[str]]]
#: The number of each column that is read, from 0, by our name of it.
Columns = Mapping[str, int]


def mended(table: Table, header: int, columns: Columns) -> tuple[Rows, list[Finding]]:
    """The rows below the row ``header`` with the values that the spreadsheet shows, and findings about all else."""
    below = [(at, list(cells)) for at, cells in table.rows[header + 1 :]]
    if not below:
        return [], []
    marks = table.marks
    findings = [*_hidden(marks, below, columns), *_empty(marks, below, columns)]
    findings += _unmerged(marks, below, columns)
    findings += _dated(marks, below, columns)
    return below, findings


def _hidden(marks: Marks, below: Cells, columns: Columns) -> Iterator[Finding]:
    first = below[0][0]
    rows = {at.line for at, cells in below if any(cells)}
    hidden = ["this sheet"] if marks.is_hidden else []
    for name, numbers in (
        ("row", [each for each in marks.hidden_rows if each in rows]),
        ("column", [each for each in marks.hidden_columns if each - 1 in columns.values()]),
    ):
        if numbers:
            hidden.append(spelled(numbers, name))
    struck = [each for each in marks.struck_rows if each in rows]
    if struck:
        came = f"struck through, and read like the rest: {spelled(struck, 'row')}"
        yield Finding(Location(first.file), "I48", came, "only what belongs to the delivery")
    if hidden:
        came = f"hidden in the spreadsheet, and read like the rest: {', '.join(hidden)}"
        yield Finding(Location(first.file), "I48", came, "only what belongs to the delivery")


def _empty(marks: Marks, below: Cells, columns: Columns) -> Iterator[Finding]:
    """Cells without a value of their own, where one is read: formulas without their result, and errors."""
    names = {number: name for name, number in columns.items()}
    lines = {at.line: cells for at, cells in below}
    for line, column in marks.unsaved:
        if line in lines and column - 1 in names:
            at = Location(below[0][0].file, line, column)
            came = f"{cell_name(line, column)} ({names[column - 1]}) holds a formula, and its result is not in the file"
            yield Finding(at, "I44", came, "the file opened in a spreadsheet and saved again, or values for formulas")
    for at, cells in below:
        for number, name in names.items():
            if number < len(cells) and _NO_VALUE.fullmatch(cells[number]):
                came = f"{_cell(marks, at, number)} ({name}) shows {cells[number][:8]}"
                yield Finding(at.in_column(number + 1), "I44", came, "a value")


def _cell(marks: Marks, at: Location, number: int) -> str:
    return cell_name(at.line, number + 1) if marks.is_sheet else f"field {number + 1}"


def misread_cells(rows: Cells) -> Iterator[Finding]:
    """The first row whose text was read in a wrong encoding; as it came, because what is not seen tells of it too."""
    for at, cells in rows:
        found = misread(" ".join(cells))
        if found:
            yield wrongly_read(at, found)
            return


def _unmerged(marks: Marks, below: Sequence[tuple[Location, list[str]]], columns: Columns) -> Iterator[Finding]:
    """Give each row of merged cells their value, where it can hold for several rows."""
    names = {number: name for name, number in columns.items()}
    lines = {at.line: cells for at, cells in below}
    filled: list[str] = []
    for span in marks.merged:
        name = names.get(span.first_column - 1)
        rows = [line for line in _lines(span, lines) if any(lines[line])]
        if name in _OF_A_ROW and len(rows) > 1:
            at = Location(below[0][0].file, span.first_row, span.first_column)
            yield Finding(at, "I44", f"the cells {span} ({name}) are merged", f"a {name} of its own in each row")
        elif name and len(rows) > 1:
            filled.append(str(span))
            for line in rows:
                lines[line][span.first_column - 1] = lines[rows[0]][span.first_column - 1]
    if filled:
        came = f"{listed(filled)} are merged, and their value is read in each of their rows"
        yield Finding(Location(below[0][0].file), "I43", came, "a value that holds for each of the rows")


def _lines(span: Span, lines: Mapping[int, object]) -> Sequence[int]:
    return [line for line in lines if span.first_row <= line <= span.last_row]


def _dated(marks: Marks, below: Sequence[tuple[Location, list[str]]], columns: Columns) -> Iterator[Finding]:
    """Read the numbers with which a spreadsheet counts days as dates, where a date belongs."""
    if marks.day_zero is None:
        return
    read: list[str] = []
    for at, cells in below:
        for name in _DATES:
            number = columns.get(name, len(cells))
            if number < len(cells) and _SERIAL.fullmatch(cells[number]):
                came = cells[number]
                day = marks.day_zero + timedelta(days=int(float(came)))
                cells[number] = day.isoformat()
                read.append(
                    f"{cell_name(at.line, number + 1)}: {came} is {day}" if not read else _cell(marks, at, number)
                )
    if read:
        came = (
            f"numbers where dates belong, read as the dates that a spreadsheet means by them ({listed(read, most=4)})"
        )
        yield Finding(Location(below[0][0].file), "I46", came, "columns of dates in the format of a date")
