"""What a spreadsheet hides, joins or shows otherwise than it holds it is told with its cell, or read as it is shown."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from support.imports import imported
from support.registers.empty import empty_register
from support.report_writer import DELIVERY, FIXED, write_xlsx

from generator.findings.codes import Severity
from generator.findings.findings import Finding
from generator.reports.sheet_marks import marks_of

_GRADE = DELIVERY.index("Rapportcijfer") + 1  # column K
_Change = Callable[[Worksheet], object]


def findings_of(change: _Change, folder: Path) -> list[Finding]:
    """The findings of a delivery of which the sheet was changed; rows 1 and 2 are its title and its header."""
    write_xlsx([FIXED], folder / "delivery.xlsx")
    book = load_workbook(folder / "delivery.xlsx")
    change(book.worksheets[0])
    book.save(folder / "delivery.xlsx")
    return imported(empty_register(folder), folder / "delivery.xlsx").findings


def hide_a_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[4].hidden = True


def hide_a_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["K"].hidden = True


def hide_the_sheet(sheet: Worksheet) -> None:
    assert sheet.parent
    sheet.parent.create_sheet("Leeg")
    sheet.sheet_state = "hidden"


def strike_a_row(sheet: Worksheet) -> None:
    for cell in sheet[4]:
        cell.font = Font(strike=True)


def repeat_the_header(names: Sequence[str]) -> _Change:
    def change(sheet: Worksheet) -> None:
        sheet.insert_rows(5)
        for column, name in enumerate(names, start=1):
            sheet.cell(5, column).value = name

    return change


def merge(cells: str) -> _Change:
    return lambda sheet: sheet.merge_cells(cells)


def put(cell: str, value: float | str, form: str = "General") -> _Change:
    def change(sheet: Worksheet) -> None:
        sheet[cell] = value
        sheet[cell].number_format = form

    return change


def put_in_all(column: str, value: str) -> _Change:
    def change(sheet: Worksheet) -> None:
        for row in range(3, sheet.max_row + 1):
            sheet[f"{column}{row}"] = value

    return change


def add_a_total(sheet: Worksheet) -> None:
    sheet.append(["Totaal alle dienstverleners", *[None] * 6, 100, 50])


def add_a_total_with_a_service(sheet: Worksheet) -> None:
    sheet.append([None, *[None] * 5, "Totaal", 100, 50, 50, 7.5, "ja"])


_TOLD: dict[str, tuple[_Change, str, str]] = {
    "a hidden row": (hide_a_row, "I48", "row 4"),
    "a hidden column": (hide_a_column, "I48", "column K"),
    "a hidden sheet": (hide_the_sheet, "I48", "this sheet"),
    "a name for several rows": (merge("A3:A7"), "I43", "A3:A7"),
    "a grade for two rows": (merge("K3:K4"), "I44", "the cells K3:K4 (grade) are merged"),
    "a total of the delivery": (add_a_total, "I45", "row 8"),
    "a total that may be one of a report": (add_a_total_with_a_service, "I44", "name (A8)"),
    "a date as a number": (put("D3", 44586), "I46", "D3: 44586 is 2022-01-25"),
    "a date that is none": (put_in_all("D", "12/1/2022"), "I08", "report_date (D3) cannot be read: with slashes"),
    "a grade that is shown rounded": (put("K4", 8.1234), "I11", "grade (K4)"),
    "a formula without its result": (put("K4", "=8+0.1"), "I44", "K4 (grade) holds a formula"),
    "a formula that failed": (put("K4", "#DEEL/0!"), "I44", "K4 (grade) shows #DEEL/0!"),
    "a formula that ran over": (put("A3", "#OVERLOOP!"), "I44", "A3 (name) shows"),
    "a formula that spilled": (put("K4", "#SPILL!"), "I44", "K4 (grade) shows #SPILL!"),
    "a formula that waits": (put("A3", "Loading..."), "I44", "A3 (name) shows"),
    "a formula that failed elsewhere": (put("A3", "Err:502"), "I44", "A3 (name) shows Err:502"),
    "a row that is struck through": (strike_a_row, "I48", "struck through, and read like the rest: row 4"),
    "a second header in another order": (repeat_the_header(DELIVERY[::-1]), "I27", "which are others"),
    "letters that were misread, and one that is not seen": (put("A3", "\xc5\x81\xc3\xb3d\xc5\xba"), "F17", "'Łó'"),
    "a hard space of a letter that was misread": (put("A3", "\xc3\xa0 la carte"), "F17", "'à'"),
    "a column that is too narrow": (put("D3", "########"), "I44", "D3 (report_date)"),
    "a response of another row": (put("J4", 0.9), "I15", "a fraction"),
    "letters that were misread": (put("A3", "Ã‰lan"), "F17", "'É'"),
}


@pytest.mark.parametrize(("change", "code", "came"), _TOLD.values(), ids=_TOLD)
def test_it_is_told_with_its_cell(change: _Change, code: str, came: str, tmp_path: Path) -> None:
    findings = findings_of(change, tmp_path)
    assert any(each.code == code and came in each.came for each in findings), findings


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("F4", "ouders", "cliënten or opdrachtgevers"),
        ("H4", "veel", "whole numbers of invited and completed"),
        ("L4", "misschien", "`ja` or `nee` (yes or no)"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_what_it_may_hold(
    cell: str, value: str, expected: str, tmp_path: Path
) -> None:
    findings = findings_of(put(cell, value), tmp_path)
    assert [each.expected for each in findings if each.code == "I10"] == [expected]


@pytest.mark.parametrize(
    "form",
    ["0.0", "#.#", "?.?", "#,##0.0", '0.0" punt"', '"0,000" 0.0', "0.0_ ;[Red]-0.0", r"0.0\ \%", "_(* #,##0.0_)"],
)
def test_what_a_format_rounds_is_read_as_it_is_shown(form: str, tmp_path: Path) -> None:
    assert not any(each.severity is Severity.ERROR for each in findings_of(put("K5", 8.1234, form), tmp_path))


def test_a_header_that_is_there_again_is_no_row(tmp_path: Path) -> None:
    assert not any(each.severity is Severity.ERROR for each in findings_of(repeat_the_header(DELIVERY), tmp_path))


def test_hidden_cells_that_are_not_read_are_not_told(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[1].hidden = True
        sheet.row_dimensions[30].hidden = True
        sheet.column_dimensions["Z"].hidden = True
        sheet.merge_cells("A1:K1")

    assert not {"I48", "I43"} & {each.code for each in findings_of(change, tmp_path)}


def another_kind(folder: Path, name: str) -> Path:
    path = folder / "delivery.xlsx"
    if name == "old":
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    elif name == "text":
        path.write_text("dienstverlener;dienst\n", encoding="utf-8")
    elif name == "a binary workbook":
        with ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "application/vnd.ms-excel.sheet.binary.macroEnabled.main")
    elif name == "another office":
        with ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    else:
        book = xlsxwriter.Workbook(path)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "={1,2}"})
        book.add_chartsheet("Grafiek").set_chart(chart)
        book.close()
    return path


@pytest.mark.parametrize(
    ("name", "came"),
    [
        ("old", "an old .xls, or a workbook with a password"),
        ("text", "a file of another kind"),
        ("another office", "a file of another kind"),
        ("a binary workbook", "a file of another kind"),
        ("only a chart", "no sheet with cells"),
    ],
)
def test_what_is_no_workbook_is_refused_as_what_it_is(name: str, came: str, tmp_path: Path) -> None:
    (finding,) = imported(empty_register(tmp_path), another_kind(tmp_path, name)).findings
    assert (finding.code, came in finding.came) == ("I03", True), finding


@pytest.mark.parametrize("height", ["0", "0.0", "00.00"])
def test_a_row_without_height_is_hidden(height: str) -> None:
    part = BytesIO(f'<worksheet><row r="4" ht="{height}"/><row r="5" ht="0.5"/></worksheet>'.encode())
    assert marks_of(part, is_hidden=False, day_zero=date(1899, 12, 30)).hidden_rows == [4]
