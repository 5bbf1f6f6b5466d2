"""All tables as a workbook that opens well in a Dutch Excel: real numbers and days, and a first sheet that explains."""

import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.site.opendata import documenting
from generator.site.opendata.columns import Column, Filled, Kind, decimals_of
from generator.site.opendata.csvs import joined
from generator.site.opendata.formulas import is_risky
from generator.site.opendata.releases import Edition
from generator.site.origin import Origin

MOST_CHARACTERS = 32_767  # that Excel holds in a cell
# A workbook usually says when it was made. This one does not: the same data must give the same bytes.
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no time zone
_DAY = 14  # Excel's own form for a day, which follows the reader's country
_DAY_0 = date(1899, 12, 30).toordinal()  # from which it counts
_HEAD_WIDTH = 3  # for the arrow of the filter
_WIDTHS = {Kind.TEXT: 24, Kind.TEXTS: 32, Kind.DAY: 12}
_LONG = {"explanation": 60, "reply": 100, "provider_name": 36, "service_name": 40, "page": 48, "what": 48, "why": 48}
_NOTE_WIDTHS = (22, 30, 90, 44)
_TITLE_SIZE = 16
_LONGEST_SHEET = 31  # characters that Excel allows in the name of a sheet
_NO_SHEET = re.compile(r"[\[\]:*?/\\']+")  # what it does not allow there

_Styles: TypeAlias = dict[str, Format]
_Writer: TypeAlias = Callable[..., Any]


def workbook_file(tables: Sequence[Filled], edition: Edition, origin: Origin) -> bytes:
    """The workbook: a first sheet that explains source and columns, then a sheet for each table.

    Raises:
        OSError: there is no room for its rows, which wait in a temporary folder.
    """
    sink = io.BytesIO()
    # Row by row to disk: a register of 10,000 providers has some millions of cells.
    with TemporaryDirectory() as folder:
        options = {"constant_memory": True, "tmpdir": folder, "default_format_properties": {"valign": "top"}}
        workbook = Workbook(sink, options)
        try:
            _write(workbook, tables, edition, origin)
        except FileCreateError as error:  # what it makes of an error of the system
            raise error.args[0].with_traceback(None) from None  # whose frames hold the zip file open
    return sink.getvalue()


def _write(workbook: Workbook, tables: Sequence[Filled], edition: Edition, origin: Origin) -> None:
    words, settings = origin.words, origin.settings
    workbook.set_properties(
        {
            "title": words("open_data.package_title"),
            "author": settings.charter.publisher,
            "comments": settings.charter.description,
            "created": _NO_CLOCK,
        }
    )
    styles = _styles(workbook)
    name = sheet_name(words("open_data.sheet.name"), [filled.table.name for filled in tables])
    _explain(workbook.add_worksheet(name), _explanation(tables, edition, origin), styles)
    for filled in tables:
        _fill(workbook.add_worksheet(filled.table.name), filled, styles)
    workbook.close()


def sheet_name(said: str, tables: Collection[str]) -> str:
    """The first sheet's name, as Excel takes it: short, without signs of formulas, and no table's."""
    name = " ".join(_NO_SHEET.sub(" ", said).split())[:_LONGEST_SHEET] or "."
    return f"{name[: _LONGEST_SHEET - 1]}." if name.casefold() in tables else name


def _styles(workbook: Workbook) -> _Styles:
    wrapped = {"text_wrap": True}
    # It stays text, also if somebody edits the cell and presses Enter.
    risky = {"quote_prefix": True}
    return {
        "title": workbook.add_format({"bold": True, "font_size": _TITLE_SIZE}),
        "head": workbook.add_format({"bold": True, "bottom": 1}),
        "term": workbook.add_format({"bold": True}),
        "wrapped": workbook.add_format(wrapped),
        "risky": workbook.add_format(risky),
        "risky wrapped": workbook.add_format({**wrapped, **risky}),
        "day": workbook.add_format({"num_format": _DAY, "align": "left"}),
        "0": workbook.add_format({"num_format": "0"}),
        "1": workbook.add_format({"num_format": "0.0"}),
        "2": workbook.add_format({"num_format": "0.00"}),
    }


def _explain(sheet: Worksheet, lines: Iterable[tuple[str, Sequence[str]]], styles: _Styles) -> None:
    """The first sheet: source, conditions, the day of the data, and every column."""
    for place, width in enumerate(_NOTE_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    for number, (style, cells) in enumerate(lines):
        for place, text in enumerate(cells):
            own = "term" if style == "wrapped" and place == 0 else style
            sheet.write_string(number, place, text, styles.get(own))


def _explanation(tables: Sequence[Filled], edition: Edition, origin: Origin) -> Iterator[tuple[str, Sequence[str]]]:
    """Each line of the first sheet: its style, and its cells."""
    words, settings = origin.words, origin.settings
    yield "title", (words("open_data.package_title"),)
    yield "text", ()
    about = {
        "what": settings.charter.description,
        "source": documenting.citation(settings, edition.day, words),
        "conditions": f"{settings.charter.licence.title} ({settings.licence_address})",
        "released": words.figures.day(edition.day) if edition.day else words("open_data.nothing_yet"),
        "version": edition.version,
        "withheld": words("open_data.sheet.withheld"),
        "more": settings.open_data,
    }
    for key, text in about.items():
        yield "text", (words(f"open_data.sheet.{key}_label"), text)
    for filled in tables:
        yield "text", ()
        yield "title", (filled.table.name, filled.table.title(words))
        yield "text", ("", filled.table.meaning(words))
        yield "head", tuple(words(f"open_data.sheet.column.{key}") for key in ("name", "title", "meaning", "holds"))
        for column in filled.table.columns:
            yield (
                "wrapped",
                (column.name, column.title(words), column.meaning(words), documenting.holds(column, words)),
            )


def _fill(sheet: Worksheet, filled: Filled, styles: _Styles) -> None:
    columns = filled.table.columns
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(filled.lines), len(columns) - 1)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _width(column))
        sheet.write_string(0, place, column.name, styles["head"])
    writers = [_writer(sheet, column, styles) for column in columns]
    for number, line in enumerate(filled.lines, start=1):
        for place, (cell, write) in enumerate(zip(line, writers, strict=True)):
            if cell is not None and cell != ():
                write(number, place, cell)


def _width(column: Column[Any]) -> int:
    return max(_LONG.get(column.name, _WIDTHS.get(column.kind, 0)), len(column.name) + _HEAD_WIDTH)


def _writer(sheet: Worksheet, column: Column[Any], styles: _Styles) -> _Writer:
    """What writes a cell of the column, at its row and its place, as the right type."""
    wrapped = " wrapped" if column.name == "reply" else ""

    def text(row: int, place: int, cell: str | tuple[str, ...]) -> None:
        written, is_risky = _text(joined(cell))
        sheet.write_string(row, place, written, styles.get(f"risky{wrapped}" if is_risky else wrapped.strip()))

    def decimal(row: int, place: int, cell: Decimal) -> None:
        sheet.write_number(row, place, float(cell), styles[str(decimals_of(cell))])

    def day(row: int, place: int, cell: date) -> None:
        sheet.write_number(row, place, cell.toordinal() - _DAY_0, styles["day"])

    writers: dict[Kind, _Writer] = {
        Kind.YES_NO: sheet.write_boolean,
        Kind.WHOLE: sheet.write_number,
        Kind.DECIMAL: decimal,
        Kind.GRADE: decimal,
        Kind.DAY: day,
    }
    return writers.get(column.kind, text)


@lru_cache(10_000)
def _text(text: str) -> tuple[str, bool]:
    """As much of it as a cell holds, and whether a spreadsheet could run it; most texts come many times."""
    return text[:MOST_CHARACTERS], is_risky(text)
