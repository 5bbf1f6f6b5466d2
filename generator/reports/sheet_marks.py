"""What a sheet of a workbook says of its cells beside their values: hidden, merged, a formula without its result.

The library for workbooks tells none of it when it reads row by row, and takes far more memory when it reads a sheet as
a whole. Call it through confinement.py, like workbooks.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import IO
from xml.etree.ElementTree import Element, iterparse

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_TRUE = {"1", "true"}
_ZERO = re.compile(r"0+(?:\.0+)?")
_LETTERS = 26
_MOST_SPANS = 20_000


@dataclass(frozen=True, slots=True)
class Span:
    """Cells that are merged into one; rows and columns count from 1, and the last ones belong to it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def __str__(self) -> str:
        return f"{cell_name(self.first_row, self.first_column)}:{cell_name(self.last_row, self.last_column)}"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be known of the cells of a table; a CSV has no marks.

    Args:
        is_sheet: whether it is a sheet of a workbook, whose cells have names such as K5.
        is_hidden: whether the whole sheet is.
        hidden_rows, hidden_columns: their numbers, from 1.
        struck_rows: those with a value that is struck through.
        merged: the cells that are merged.
        unsaved: row and column of the cells with a formula whose result is not in the file.
        day_zero: the day from which a spreadsheet counts the days of its dates; None if that is not known.
    """

    is_sheet: bool = False
    is_hidden: bool = False
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    struck_rows: Sequence[int] = ()
    merged: Sequence[Span] = ()
    unsaved: Sequence[tuple[int, int]] = ()
    day_zero: date | None = None


def cell_name(row: int, column: int) -> str:
    """The name of a cell: ``K5`` for row 5, column 11."""
    return f"{column_name(column)}{row}"


def column_name(column: int) -> str:
    """The letters of a column: ``A`` for 1, ``AA`` for 27."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def spelled(numbers: Iterable[int], name: str) -> str:
    """Rows or columns as a person says them: ``rows 5 to 7 and 9``; ``name`` is `row` or `column`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = [" to ".join(column_name(end) if name == "column" else str(end) for end in run) for run in runs]
    return f"{name}{'' if len(runs) == len(runs[0]) == 1 else 's'} {listed(shown)}"


def listed(names: Sequence[str], most: int = 10) -> str:
    """Names one after the other: at most so many, and how many more there are."""
    left = len(names) - most
    shown = [*names[:most], f"{left} more"] if left > 0 else list(names)
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def marks_of(part: IO[bytes], *, is_hidden: bool, day_zero: date, striking: AbstractSet[str] = frozenset()) -> Marks:
    """The marks in the XML ``part`` of a sheet, read element by element.

    Args:
        part: the XML.
        is_hidden: whether the sheet is.
        day_zero: as in :class:`Marks`.
        striking: the styles, by their number, that strike a cell through.
    """
    rows: list[int] = []
    struck: list[int] = []
    columns: list[int] = []
    merged: list[Span] = []
    unsaved: list[tuple[int, int]] = []
    number = 0
    for _, element in iterparse(part):  # noqa: S314 - confined, and expat refuses what unfolds
        kind = _kind(element)
        if kind == "row":
            number = int(element.get("r") or number + 1)
            unsaved += ((number, column) for column in _unsaved(element))
            if _is_hidden(element, "ht"):
                rows.append(number)
            if any(len(cell) and cell.get("s") in striking for cell in element):
                struck.append(number)
            element.clear()
        elif kind == "col" and _is_hidden(element, "width"):
            columns += range(int(element.get("min", 0)), min(int(element.get("max", 0)), _LETTERS**2) + 1)
        elif kind == "mergeCell" and len(merged) < _MOST_SPANS:
            merged += _spans(element.get("ref", ""))
    return Marks(
        is_sheet=True,
        is_hidden=is_hidden,
        hidden_rows=rows,
        hidden_columns=columns,
        struck_rows=struck,
        merged=merged,
        unsaved=unsaved,
        day_zero=day_zero,
    )


def _kind(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _is_hidden(element: Element, size: str) -> bool:
    return element.get("hidden") in _TRUE or bool(_ZERO.fullmatch(element.get(size, "")))


def _unsaved(row: Element) -> Iterator[int]:
    """The columns of a row whose cell has a formula, and no result of it."""
    for number, cell in enumerate(row, start=1):
        parts = {_kind(part): part.text for part in cell}
        is_empty_text = cell.get("t") == "str" and "v" in parts
        if "f" in parts and not parts.get("v") and not is_empty_text:
            reference = _REFERENCE.fullmatch(cell.get("r", ""))
            yield _column(reference[1]) if reference else number


def _spans(reference: str) -> Iterator[Span]:
    ends = [_REFERENCE.fullmatch(end) for end in reference.split(":")]
    if len(ends) == 2 and ends[0] and ends[1]:  # noqa: PLR2004 - its first and its last cell
        yield Span(int(ends[0][2]), _column(ends[0][1]), int(ends[1][2]), _column(ends[1][1]))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
