"""A delivery as people send it: each way in which Excel, LibreOffice and Google Sheets may save the same rows."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

import xlsxwriter
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900
from support.report_writer import DELIVERY, WrittenReport, delivered, dutch

_Rows = Sequence[Sequence[object]]
_SHARE = DELIVERY.index("Respons (%)")
#: The columns whose value is that of the whole report.
_OF_THE_REPORT = range(DELIVERY.index("Doelgroep"))

_ENGLISH = (
    *("Name of provider", "Start of period", "End of period", "Date of report", "Report status", "Group"),
    *("Kind of service", "Number invited", "Number completed", "Response (%)", "Mean grade", "Publication"),
    *("Net promoter score", "Very satisfied", "Satisfied", "Dissatisfied", "Very dissatisfied", "No opinion"),
    *("Strength of the staff", *(f"Strength {number}" for number in range(1, 5)), "Telephone option"),
)
_DATES: Mapping[str, Callable[[date], str]] = {
    "dashes": lambda day: f"{day.day}-{day.month}-{day.year}",
    "zeros": lambda day: f"{day:%d-%m-%Y}",
    "slashes": lambda day: f"{day:%d/%m/%Y}",  # of no day before the thirteenth, but the first of January
    "iso": lambda day: day.isoformat(),
    "short iso": lambda day: f"{day.year}-{day.month}-{day.day}",
    "with an hour": lambda day: f"{day.isoformat()} 00:00:00",
    "words": lambda day: f"{day.day} {['januari', 'december'][day.month == 12]} {day.year}",
    "english": lambda day: f"{day.day}-{['Jan', 'Dec'][day.month == 12]}-{day.year}",
    "month first": lambda day: f"{['January', 'December'][day.month == 12]} {day.day}, {day.year}",
    "long dashes": lambda day: f"{day.day}\N{EN DASH}{day.month}\N{EN DASH}{day.year}",
    "short words": lambda day: f"{day.day} {['jan.', 'dec.'][day.month == 12]} {day.year}",
}


@dataclass(frozen=True, slots=True)
class CsvWay:
    """How a CSV is saved."""

    names: Sequence[str]
    separator: str
    encoding: str
    line_end: str
    ends_whole: bool
    says_separator: bool
    quoting: Literal[0, 1, 2, 3]
    dates: str
    point: str
    share: str
    counts: str
    cased: Callable[[str], str]
    order: int
    empty: int
    repeats_header: bool
    wraps: bool
    blanks: bool

    def write(self, reports: Sequence[WrittenReport], folder: Path) -> Path:
        buffer = io.StringIO()
        writer = csv.writer(buffer, delimiter=self.separator, lineterminator=self.line_end, quoting=self.quoting)
        header = self.row([*map(self.cased, self.names), "Toelichting"])
        writer.writerows([[""]] * self.empty)
        writer.writerow(header)
        for each in reports:
            if self.repeats_header and each is not reports[0]:
                writer.writerows([[], header])
            for row in delivered(each):
                cells = [*map(self.cell, row[:_SHARE]), self.response(row), *map(self.cell, row[_SHARE + 1 :]), NOTE]
                writer.writerow(self.row(cells))
        text = buffer.getvalue() if self.ends_whole else buffer.getvalue().removesuffix(self.line_end)
        if self.blanks and self.quoting == csv.QUOTE_ALL:
            text = text.replace(f'"{self.separator}"', f'"{self.separator} "')
        said = f"sep={self.separator}{self.line_end}" if self.says_separator else ""
        path = folder / "delivery.csv"
        path.write_bytes((said + text).encode(self.encoding))
        return path

    def row(self, cells: Sequence[str]) -> list[str]:
        """The cells in their order, and columns without a name or a value on both sides."""
        return ["", *cells[self.order :], *cells[: self.order], *[""] * self.empty]

    def cell(self, value: object) -> str:
        if isinstance(value, date):
            return _DATES[self.dates](value)
        if isinstance(value, int):
            return f"{value}{self.counts.replace('.', self.point)}"
        if isinstance(value, str) and self.wraps and value.isascii():
            return '="{}"'.format(value.replace('"', '""'))
        return (
            "" if value is None else str(value).replace(".", self.point) if isinstance(value, Decimal) else str(value)
        )

    def response(self, row: Sequence[object]) -> str:
        percent = Decimal(str(row[_SHARE]))
        shown = {"percent": str(percent), "signed": f"{percent}%", "fraction": f"{percent / 100:f}"}[self.share]
        return shown.replace(".", self.point)


#: What stands in a column that is not read: with every separator, a quote, and a line end.
NOTE = 'zie "bijlage": a, b; c\td | e,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\nen verder'

csv_ways = st.builds(
    CsvWay,
    names=st.sampled_from([DELIVERY, _ENGLISH]),
    separator=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    line_end=st.sampled_from(["\r\n", "\n", "\r"]),
    ends_whole=st.booleans(),
    says_separator=st.booleans(),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    dates=st.sampled_from(sorted(_DATES)),
    point=st.sampled_from(",."),
    share=st.sampled_from(["percent", "signed", "fraction"]),
    counts=st.sampled_from(["", ".0", ".00"]),
    cased=st.sampled_from([str, str.upper, str.lower, "  {} ".format]),
    order=st.integers(0, len(DELIVERY)),
    empty=st.integers(0, 12),
    repeats_header=st.booleans(),
    wraps=st.booleans(),
    blanks=st.booleans(),
)


@dataclass(frozen=True, slots=True)
class WorkbookWay:
    """How a workbook is saved."""

    program: str
    is_strict: bool
    dates: str
    grades_are_text: bool
    share: str
    is_merged: bool
    titles: int
    has_total: bool
    counts_from_1904: bool
    spelled: Sequence[str]

    def write(self, reports: Sequence[WrittenReport], folder: Path) -> Path:
        path = folder / "delivery.xlsx"
        rows: list[list[object]] = [["Verzonnen levering"] for _ in range(self.titles)]
        rows.append([*DELIVERY])
        rows += [[self.cell(value, number) for number, value in enumerate(row)] for row in rows_of(reports)]
        merged = [list(run) for run in self.runs(reports)] if self.is_merged else []
        if self.has_total:
            rows.append(["Totaal van alle dienstverleners", *[None] * 6, 5000, 2500])
        (_by_xlsxwriter if self.program == "xlsxwriter" else _by_openpyxl)(rows, merged, path, self)
        for name in self.spelled:
            _respell(path, _SPELLINGS[name])
        if self.is_strict:
            _make_strict(path)
        return path

    def runs(self, reports: Sequence[WrittenReport]) -> list[range]:
        """The rows of each report, from 0."""
        runs, start = [], self.titles + 1
        for each in reports:
            runs.append(range(start, start + len(delivered(each))))
            start = runs[-1].stop
        return runs

    def cell(self, value: object, number: int) -> object:
        if isinstance(value, date):
            moment = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day
            return (
                moment if self.dates == "date" else self.serial(moment) if self.dates == "number" else dutch_day(value)
            )
        if number == _SHARE:
            percent = float(str(value))
            return {"percent": percent, "text": f"{value}%".replace(".", ",")}.get(self.share, percent / 100)
        if isinstance(value, Decimal):
            return dutch(value) if self.grades_are_text else float(value)
        return escaped(value) if isinstance(value, str) else value

    def serial(self, moment: datetime) -> float:
        return float((moment - (CALENDAR_MAC_1904 if self.counts_from_1904 else CALENDAR_WINDOWS_1900)).days)

    @property
    def share_format(self) -> str:
        return {"formatted": "0.0%", "whole": "0%"}.get(self.share, "General")


workbook_ways = st.builds(
    WorkbookWay,
    program=st.sampled_from(["xlsxwriter", "openpyxl"]),
    is_strict=st.booleans(),
    dates=st.sampled_from(["date", "number", "text"]),
    grades_are_text=st.booleans(),
    share=st.sampled_from(["percent", "text", "fraction", "formatted", "whole"]),
    is_merged=st.booleans(),
    titles=st.integers(0, 3),
    has_total=st.booleans(),
    counts_from_1904=st.booleans(),
    spelled=st.lists(st.sampled_from(["formulas", "no size", "prefix", "utf-16"]), unique=True).map(sorted),
)


def rows_of(reports: Sequence[WrittenReport]) -> _Rows:
    """The rows of the delivery, with typed values."""
    return [row for each in reports for row in delivered(each)]


def dutch_day(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def escaped(text: str) -> str:
    """``text`` with a line end as Excel writes it, where it has a space."""
    return text.replace(" ", " _x000D_\n", 1)


def _by_xlsxwriter(rows: _Rows, merged: Sequence[Sequence[int]], path: Path, way: WorkbookWay) -> None:
    book = xlsxwriter.Workbook(path, {"date_1904": way.counts_from_1904})
    sheet = book.add_worksheet("Levering")
    formats = {
        "date": book.add_format({"num_format": "d-m-yyyy"}),
        "share": book.add_format({"num_format": way.share_format}),
    }
    inside = {row for run in merged for row in run[1:]}
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is None or (number in inside and column in _OF_THE_REPORT):
                continue
            form = formats["date"] if isinstance(value, datetime) else formats["share"] if column == _SHARE else None
            sheet.write(number, column, value, form)
    for run in merged:
        for column in _OF_THE_REPORT:
            value = rows[run[0]][column]
            form = formats["date"] if isinstance(value, datetime) else None
            sheet.merge_range(run[0], column, run[-1], column, value, form)
    book.close()


def _by_openpyxl(rows: _Rows, merged: Sequence[Sequence[int]], path: Path, way: WorkbookWay) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904 if way.counts_from_1904 else CALENDAR_WINDOWS_1900
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for number, row in enumerate(rows, start=1):
        if len(row) > _SHARE and isinstance(row[_SHARE], float):
            sheet.cell(number, _SHARE + 1).number_format = way.share_format
    for run in merged:
        for column in _OF_THE_REPORT:
            sheet.merge_cells(start_row=run[0] + 1, end_row=run[-1] + 1, start_column=column + 1, end_column=column + 1)
    book.save(path)


#: The same sheet in other XML, as one program or another writes it.
_SPELLINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "formulas": lambda xml: re.sub(rb'(<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="n")?>)<v>', rb"\1<f>B1+0</f><v>", xml),
    "no size": lambda xml: re.sub(rb"<dimension[^>]*>(?:</dimension>)?", b"", xml),
    "prefix": lambda xml: re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", xml).replace(b"xmlns=", b"xmlns:x=", 1),
    "utf-16": lambda xml: re.sub(r"<\?xml[^>]*\?>", '<?xml version="1.0" encoding="UTF-16"?>', xml.decode()).encode(
        "utf-16"
    ),
}


def _respell(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Write the XML of the one sheet in another way."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, change(content) if name == "xl/worksheets/sheet1.xml" else content)


_STRICT: Mapping[bytes, bytes] = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    b"http://schemas.openxmlformats.org/drawingml/2006/main": b"http://purl.oclc.org/ooxml/drawingml/main",
}


def _make_strict(path: Path) -> None:
    """Save a workbook as 'Strict Open XML'."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            for usual, strict in _STRICT.items():
                content = content.replace(usual, strict)  # noqa: PLW2901 - step by step
            archive.writestr(name, re.sub(rb"<workbook ", b'<workbook conformance="strict" ', content))
