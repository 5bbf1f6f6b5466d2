"""The rows of a delivery, with their cells by our column names. Its tables name their columns themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from generator.findings.findings import Finding, Location, counted, has_errors
from generator.register.fields import is_provider_id
from generator.reports.delivery.cells import Rows, mended, misread_cells
from generator.reports.delivery.columns import COLUMNS, NEEDED, columns_of
from generator.reports.lines import Line, cell_text, masked
from generator.reports.sheet_marks import cell_name
from generator.reports.spreadsheets import Cells, Table, read_tables
from generator.reports.terms import Terms, folded

_HEADER_WITHIN = 10  # rows with cells, below a title
_NAMED = 4  # a row with at least so many known column names is the header

# Our name of a column by what it is called.
_ColumnOf: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A row of a delivery.

    Args:
        at: where it is.
        cells: by our name of the column.
        columns: the number of each column, from 1.
        is_of_sheet: whether its cells have names such as K5.
    """

    at: Location
    cells: Mapping[str, str]
    columns: Mapping[str, int]
    is_of_sheet: bool

    def line(self, name: str) -> Line:
        """One cell as a line that a finding can quote: without figures, because they may belong to another cell."""
        return Line(self.at, masked(f"{name} {self.cells.get(name, '')}".strip()))

    def where(self, *names: str) -> str:
        """Columns, each with the name of its cell if it has one: ``provider (A6)``."""
        columns = self.columns if self.is_of_sheet else {}
        return ", ".join(
            f"{name} ({cell_name(self.at.line, columns[name])})" if name in columns else name for name in names
        )

    def place(self, name: str) -> Location:
        """The place of the cell in the column ``name``."""
        return self.at.in_column(self.columns.get(name, 0))


def delivery_rows(path: Path, terms: Terms, *, is_named: bool) -> tuple[list[DeliveryRow], list[Finding]]:
    """The rows of every table of a file that names its columns; other tables are skipped with a finding."""
    column_of = columns_of(terms.nouns)
    tables, findings = read_tables(path, partial(_known, column_of))
    holding = [table for table in tables if _header(table.rows, column_of) is not None]
    if holding or not is_named:
        others = [table.rows for table in tables if table not in holding and any(any(cells) for _, cells in table.rows)]
        expected = "a delivery, with the names of its columns"
        findings += [Finding(each[0][0], "I30", "a table of something else", expected) for each in others]
        tables = holding
    rows: list[DeliveryRow] = []
    for table in tables:
        read, wrong = _with_names(table, column_of)
        rows += read
        findings += wrong
    if tables and not rows and not has_errors(findings):
        came = "a header, and no row below it" if holding else "nothing"
        findings.append(Finding(Location(str(path)), "I01", came, "the rows of a report"))
    return rows, findings


def _header(rows: Cells, column_of: _ColumnOf) -> int | None:
    """The number of the row that names the columns; a title may stand above it."""
    filled = islice((number for number, (_, cells) in enumerate(rows) if any(cells)), _HEADER_WITHIN)
    return next((number for number in filled if _known(column_of, rows[number][1]) >= _NAMED), None)


def _with_names(table: Table, column_of: _ColumnOf) -> tuple[list[DeliveryRow], list[Finding]]:
    """The rows below the header, their cells by our names."""
    lost = list(misread_cells(table.rows))
    table = Table([(at, [cell_text(cell) for cell in cells]) for at, cells in table.rows], table.marks)
    header = _header(table.rows, column_of)
    if header is None:
        at = table.rows[0][0] if table.rows else None
        came = f"no line with the names of the columns among the first {_HEADER_WITHIN}"
        expected = f"names such as {', '.join(_names(NEEDED))}"
        is_filled = any(any(cells) for _, cells in table.rows)
        return [], [Finding(at, "I27", came, expected)] if at and is_filled else []
    at, names = table.rows[header]
    while names and not names[-1]:
        names = names[:-1]
    columns = _with_providers(names, [column_of.get(folded(name)) for name in names], table.rows[header + 1 :])
    findings = list(_wrong_columns(at, names, columns))
    if any(finding.code == "I27" for finding in findings):
        return [], findings
    numbers = {name: number for number, name in enumerate(columns) if name}
    below, wrong = mended(table, header, numbers)
    below, again = _without_headers(below, names, column_of)
    wrong += [*lost, *again]
    columns_of = {name: number + 1 for name, number in numbers.items()}
    rows = []
    for place, cells in below:
        if any(cells) and (len(cells) < len(columns) or any(cells[len(columns) :])):
            came, expected = counted(len(cells), "field"), f"{len(columns)}, as in the header"
            wrong.append(Finding(place, "F02", came, expected))
        elif any(cells):
            named = {name: cells[number] for name, number in numbers.items()}
            rows.append(DeliveryRow(place, named, columns_of, table.marks.is_sheet))
    return rows, findings + wrong


def _without_headers(below: Rows, names: Sequence[str], column_of: _ColumnOf) -> tuple[Rows, list[Finding]]:
    """The rows without those that name the columns again, as where several tables were put below each other."""
    again = [(at, cells) for at, cells in below if _known(column_of, cells) >= _NAMED]
    wrong = [
        Finding(at, "I27", "a second line with names of columns, which are others", "the same columns in all rows")
        for at, cells in again
        if [*map(folded, cells[: len(names)])] != [*map(folded, names)] or any(cells[len(names) :])
    ]
    return [row for row in below if row not in again], wrong


def _with_providers(names: Sequence[str], columns: Sequence[str | None], below: Cells) -> Sequence[str | None]:
    """The columns; one that is called `provider` holds names, as in English it may, where only that can be meant.

    That is where no other column has names, and another one has ids or one of its values can be no id.
    """
    called = [number for number, name in enumerate(names) if folded(name) == "provider"]
    if "name" in columns or len(called) != 1:
        return columns
    values = {cell for _, cells in below for cell in cells[called[0] : called[0] + 1] if folded(cell) != "provider"}
    if columns.count("provider") == 1 and all(map(is_provider_id, values - {""})):
        return columns
    return ["name" if number == called[0] else name for number, name in enumerate(columns)]


def _known(column_of: _ColumnOf, cells: Sequence[str]) -> int:
    return sum(folded(cell) in column_of for cell in cells if cell)


def _names(columns: Sequence[str]) -> list[str]:
    return [" or ".join(repr(each) for each in COLUMNS[name][:2]) for name in columns]


def _wrong_columns(at: Location, names: Sequence[str], columns: Sequence[str | None]) -> Iterator[Finding]:
    for number, (name, column) in enumerate(zip(names, columns, strict=True), start=1):
        if column is None and name:
            expected = "a column that docs/import.md names, or one that may be left out"
            yield Finding(at.in_column(number), "I28", f"the column '{masked(name)}' is not read", expected)
        elif column and column in columns[: number - 1]:
            yield Finding(at.in_column(number), "I27", f"a second column of {column}", "one of each")
    missing = [name for name in NEEDED if name not in columns]
    if "provider" not in columns and "name" not in columns:
        missing.append("name")
    if "period" not in columns and not {"period_start", "period_end"} <= set(columns):
        missing.append("period")
    if missing:
        yield Finding(at, "I27", f"no column {', '.join(_names(missing))}", "the columns of docs/import.md")
