"""The cells of a CSV file or a workbook as text, each row with its place."""

import csv
import io
import re
import warnings
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TypeAlias

from openpyxl import load_workbook

from generator.register.findings import Finding, Location
from generator.reports.extraction import decode, read_bytes

#: The rows of one table: where each stands, and its cells.
Cells: TypeAlias = Sequence[tuple[Location, Sequence[str]]]

_SEPARATORS = ";,\t"
_SAMPLE = 10  # lines in which the separator is looked for
_MOST_ROWS = 100_000
_MOST_COLUMNS = 200
_EXACT = 6  # decimals; a computer's fractions, 8.600000000000001, are none


def read_cells(path: Path) -> tuple[list[Cells], list[Finding]]:
    """The tables of a file: the one of a CSV, or one for each sheet of a workbook."""
    raw, findings = read_bytes(path)
    if raw is None:
        return [], findings
    return _of_csv(path, raw) if path.suffix.lower() == ".csv" else _of_xlsx(path)


def _of_csv(path: Path, raw: bytes) -> tuple[list[Cells], list[Finding]]:
    text, findings = decode(path, raw)
    if text is None:
        return [], findings
    if not text.endswith(("\n", "\r")):
        at = Location(str(path), text.count("\n") + 1)
        return [], [Finding(at, "F02", "the file ends within a line", "a whole line at the end")]
    lines = text.splitlines()[:_SAMPLE]
    separator = max(_SEPARATORS, key=lambda each: max((line.count(each) for line in lines), default=0))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    cells: list[tuple[Location, Sequence[str]]] = []
    at = Location(str(path), 1)
    try:
        for row in reader:
            cells.append((at, row))
            at = Location(str(path), reader.line_num + 1)
    except csv.Error as error:
        return [], [Finding(at, "F02", f"the line cannot be read: {error}", "fields with one separator between them")]
    return [cells], []


def _of_xlsx(path: Path) -> tuple[list[Cells], list[Finding]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and validations, which say nothing of the values
            return _sheets(path)
    except Exception as error:  # noqa: BLE001 - a damaged file makes the library fail in any way there is
        at = Location(str(path))
        return [], [Finding(at, "I03", f"the workbook is damaged ({type(error).__name__})", "a whole .xlsx file")]


def _sheets(path: Path) -> tuple[list[Cells], list[Finding]]:
    workbook = load_workbook(path, read_only=True, data_only=True)
    try:
        sheets: list[Cells] = []
        for sheet in workbook.worksheets:
            file = str(path) if len(workbook.worksheets) == 1 else f"{path}[{sheet.title}]"
            rows = []
            for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), start=1):
                if number > _MOST_ROWS:
                    return [], [Finding(Location(file), "I05", f"over {_MOST_ROWS:,} rows", "fewer rows")]
                rows.append((Location(file, number), [_cell(each) for each in row]))
            width = max((len(cells) for _, cells in rows), default=0)
            sheets.append([(at, [*cells, *[""] * (width - len(cells))]) for at, cells in rows])
        return sheets, []
    finally:
        workbook.close()


def _cell(cell: object) -> str:
    """A cell of a workbook as text: numbers with a dot, dates as 2021-12-31, shares as they are shown."""
    value = getattr(cell, "value", None)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, int | float):
        return _shown(Decimal(repr(value)), str(getattr(cell, "number_format", "")))
    return str(value)


def _shown(number: Decimal, form: str) -> str:
    """A number as its cell shows it: 8.04 in the form 0.0 is 8, and 0.583 in the form 0.0% is 58.3%.

    A form that shows no decimals hides them, so that the number is taken as it is.
    """
    if not number.is_finite():
        return ""
    is_share = re.search(r"0\s*%", form) is not None
    number = number * 100 if is_share else number
    decimals = re.search(r"0[.,](0+)", form)
    places = max(len(decimals[1]), 1) if decimals else _EXACT
    text = f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP).normalize():f}"
    return f"{text}%" if is_share else text
