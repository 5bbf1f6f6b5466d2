"""A table as CSV: UTF-8, commas, decimal dots; text that a spreadsheet would run is made harmless."""

import csv
import io
from datetime import date
from decimal import Decimal

from generator.site.opendata.columns import Cell, Filled
from generator.site.opendata.formulas import harmless

SEPARATOR = "; "  # between the texts of one cell


def csv_file(filled: Filled) -> bytes:
    """The table with a first line of column names, and with the line ends of RFC 4180."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in filled.table.columns)
    writer.writerows(map(_written, line) for line in filled.lines)
    return text.getvalue().encode()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return str(cell) if isinstance(cell, int) else harmless(joined(cell))


def joined(cell: str | tuple[str, ...]) -> str:
    """A text unchanged; several texts joined into one."""
    return cell if isinstance(cell, str) else SEPARATOR.join(cell)
