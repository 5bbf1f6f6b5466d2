"""A table as CSV: UTF-8, commas, decimal dots; text that a spreadsheet would run is made harmless."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from generator.site.opendata.columns import Cell, Column, Filled, Kind, lines_as_texts
from generator.site.opendata.formulas import harmless

SEPARATOR = "; "  # between the texts of one cell


def csv_file(filled: Filled) -> bytes:
    """The table with a first line of column names, and with the line ends of RFC 4180."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in filled.table.columns)
    writer.writerows(lines_as_texts(filled, _written))
    return text.getvalue().encode()


def _written(cells: Iterable[Cell], column: Column[Any]) -> list[str]:
    written = _WRITTEN.get(column.kind, _text)
    return ["" if cell is None else written(cell) for cell in cells]


def joined(cell: str | tuple[str, ...]) -> str:
    """A text unchanged; several texts joined into one."""
    return cell if isinstance(cell, str) else SEPARATOR.join(cell)


@lru_cache(10_000)
def _text(cell: str | tuple[str, ...]) -> str:
    """Most texts come many times."""
    return harmless(joined(cell))


_WRITTEN: Mapping[Kind, Callable[[Any], str]] = {
    Kind.YES_NO: {True: "true", False: "false"}.__getitem__,
    Kind.WHOLE: str,
    Kind.DECIMAL: "{:f}".format,
    Kind.GRADE: "{:f}".format,
    Kind.DAY: str,  # as ISO 8601 writes it
}
