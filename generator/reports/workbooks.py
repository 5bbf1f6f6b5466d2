"""The cells of a workbook as text. Call it through confinement.py: nothing here limits the library itself."""

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import IO

from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from generator.reports.limits import LARGEST_WORKBOOK, UnreadableError, limited, too_much
from generator.reports.sheet_marks import Marks, marks_of

_MOST_COLUMNS = 200
_LARGEST_EXPONENT = 12  # a larger number is not one of our figures, and is not rounded like one
# What a format shows as it stands, and its colours and conditions.
_LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
_EXACT = 6  # decimals; more come from binary fractions, such as 8.600000000000001
# The names of the elements in a workbook that was saved as 'Strict Open XML', and those that all others have.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
# Where a file says of what kind its parts are, and what it says of a workbook: also one with macros, or a template.
_KINDS = "[Content_Types].xml"
_OF_WORKBOOKS = re.compile(rb"(?:spreadsheetml|ms-excel)\.[\w.]+\.main\+xml")
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"
_A_WORKBOOK = "a workbook that a spreadsheet saved as .xlsx, without a password"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet from its first, all of one width."""

    title: str
    rows: Sequence[Sequence[str]]
    marks: Marks


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook.

    Raises:
        UnreadableError: it is another kind of file, or has no sheet with cells, or holds more bytes, rows or cells than
            any delivery.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # warnings about styles and validations, which do not concern the values
        workbook = load_workbook(_usual(path), read_only=True, data_only=True)
        day_zero = workbook.epoch.date()
        striking = _striking(workbook)
        sheets = [Sheet(each.title, _rows(each), _marks(each, day_zero, striking)) for each in workbook.worksheets]
    if not sheets:
        raise UnreadableError("I03", "the workbook has no sheet with cells", _A_WORKBOOK)
    return sheets


def _usual(path: Path) -> Path | IO[bytes]:
    """The workbook in the form that the library reads: that of 'Strict Open XML' has other names for the same."""
    kind = path.read_bytes()[: len(_OLE)]
    if not kind.startswith(_ZIP):
        came = "an old .xls, or a workbook with a password," if kind == _OLE else "a file of another kind,"
        raise UnreadableError("I03", f"{came} with the name of an .xlsx", _A_WORKBOOK)
    with zipfile.ZipFile(path) as parts:
        size = sum(part.file_size for part in parts.infolist())  # no more than that is unpacked of each
        if size > LARGEST_WORKBOOK:
            raise too_much("bytes, unpacked,", size, LARGEST_WORKBOOK)
        kinds = parts.read(_KINDS) if _KINDS in parts.namelist() else b""
        if not _OF_WORKBOOKS.search(kinds):
            raise UnreadableError("I03", "a file of another kind, with the name of an .xlsx", _A_WORKBOOK)
        if "xl/workbook.xml" not in parts.namelist() or not _STRICT.search(parts.read("xl/workbook.xml")):
            return path
        usual = io.BytesIO()
        with zipfile.ZipFile(usual, "w") as copy:
            for name in parts.namelist():
                if not name.startswith("docProps/"):
                    copy.writestr(name, _STRICT.sub(_USUAL, parts.read(name)))
    return usual


def _striking(workbook: Workbook) -> AbstractSet[str]:
    """The styles, by their number, that strike a cell through."""
    styles, fonts = workbook._cell_styles, workbook._fonts  # type: ignore[attr-defined] # noqa: SLF001 - no other way
    return {str(number) for number, style in enumerate(styles) if fonts[style.fontId].strike}


def _marks(sheet: ReadOnlyWorksheet, day_zero: date, striking: AbstractSet[str]) -> Marks:
    with sheet._get_source() as part:  # type: ignore[attr-defined] # noqa: SLF001 - no other way to its XML
        return marks_of(part, is_hidden=sheet.sheet_state != "visible", day_zero=day_zero, striking=striking)


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
    return _unescaped(str(value))


def _unescaped(text: str) -> str:
    """``text`` with the characters for which `_x000D_` and its kind stand: XML itself could not hold some of them."""
    if "_x" not in text:
        return text
    return str(unescape(text)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _shown(number: Decimal, form: str) -> str:
    """A number as its cell shows it: 8.04 in the format 0.0 is 8, and 0.583 in the format 0.0% is 58.3%.

    A format without decimals would hide them, so then the number is taken unchanged.
    """
    form = _LITERAL.sub("", form)
    if not number.is_finite() or number.adjusted() > _LARGEST_EXPONENT:
        return str(number)
    is_share = re.search(r"[0#?]\s*%", form) is not None
    number = number * 100 if is_share else number
    decimals = re.search(r"[0#?]\.([0#?]+)", form) or re.search(r"0,(0+)", form)
    places = max(len(decimals[1]), 1) if decimals else _EXACT
    text = f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP).normalize():f}"
    return f"{text}%" if is_share else text
