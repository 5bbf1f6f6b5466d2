"""The cells of a workbook as text. Call it through confinement.py: nothing here limits the library itself."""

import re
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from generator.reports.limits import LARGEST_WORKBOOK, limited, too_much

_MOST_COLUMNS = 200
_LARGEST_EXPONENT = 12  # a larger number is not one of our figures, and is not rounded like one
_EXACT = 6  # decimals; more come from binary fractions, such as 8.600000000000001


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet from its first, all of one width."""

    title: str
    rows: Sequence[Sequence[str]]


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook.

    Raises:
        UnreadableError: it holds more bytes, rows or cells than any delivery.
    """
    with zipfile.ZipFile(path) as parts:
        size = sum(part.file_size for part in parts.infolist())  # no more than that is unpacked of each
    if size > LARGEST_WORKBOOK:
        raise too_much("bytes, unpacked,", size, LARGEST_WORKBOOK)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # warnings about styles and validations, which do not concern the values
        workbook = load_workbook(path, read_only=True, data_only=True)
        return [Sheet(sheet.title, _rows(sheet)) for sheet in workbook.worksheets]


def _rows(sheet: ReadOnlyWorksheet) -> Sequence[Sequence[str]]:
    sheet.reset_dimensions()  # the size that a sheet states may be wrong
    found = sheet.iter_rows(min_row=1)  # type: ignore[misc] # the stub takes it for the method of another class
    rows = list(limited(map(_cells, found)))
    width = max(map(len, rows), default=0)
    return list(limited([*cells, *[""] * (width - len(cells))] for cells in rows))


def _cells(row: Sequence[object]) -> list[str]:
    """The cells of a row up to the last one that is not empty."""
    cells = [_cell(each) for each in row[:_MOST_COLUMNS]]
    while cells and not cells[-1]:
        cells.pop()
    return cells


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
    """A number as its cell shows it: 8.04 in the format 0.0 is 8, and 0.583 in the format 0.0% is 58.3%.

    A format without decimals would hide them, so then the number is taken unchanged.
    """
    if not number.is_finite() or number.adjusted() > _LARGEST_EXPONENT:
        return str(number)
    is_share = re.search(r"0\s*%", form) is not None
    number = number * 100 if is_share else number
    decimals = re.search(r"0[.,](0+)", form)
    places = max(len(decimals[1]), 1) if decimals else _EXACT
    text = f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP).normalize():f}"
    return f"{text}%" if is_share else text
