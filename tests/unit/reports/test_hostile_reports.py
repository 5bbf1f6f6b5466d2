"""A report or a delivery that was made to do harm is a finding, whatever it unfolds into."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.hostile_files import (
    CATALOG,
    CONTENT,
    LAUGH,
    LAUGHS,
    OTHER,
    PAGES,
    codes_of,
    deadly,
    endless,
    greedy,
    nested_folders,
    pdf,
    row,
    sheet,
    sparse,
    stream,
    workbook,
    workbook_that_claims,
)
from support.report_writer import FIXED, with_tabs

from generator.charter import Reader
from generator.reports.confinement import confined
from generator.reports.limits import LARGEST_WORKBOOK, LONGEST_TEXT, MOST_ROWS, UnreadableError
from generator.reports.reading import report_files
from generator.reports.spreadsheets import read_tables

_SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

Attack = Callable[[Path], object]


def of_sheet(rows: str, dimension: str = "A1:A2", before: str = "", after: str = "") -> Attack:
    return lambda path: workbook(path, {_SHEET: sheet(rows, dimension, after, before)})


def of_objects(objects: dict[int, bytes], trailer: str = "") -> Attack:
    return lambda path: pdf(path, objects, trailer)


def of_content(content: bytes) -> Attack:
    return of_objects({CONTENT: stream(content)})


def of_bytes(content: bytes) -> Attack:
    return lambda path: path.write_bytes(content)


def form(content: bytes) -> bytes:
    return stream(content, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")


_SPACES = b" " * 1_000_000
_ATTACKS: dict[str, tuple[str, Attack, str]] = {
    "a gigabyte of text": ("report.txt", lambda path: sparse(path.name, 1 << 30)(path.parent), "I05"),
    "a gigabyte of PDF": ("report.pdf", lambda path: sparse(path.name, 1 << 30)(path.parent), "I05"),
    "a gigabyte of CSV": ("delivery.csv", lambda path: sparse(path.name, 1 << 30)(path.parent), "I05"),
    "a gigabyte of workbook": ("delivery.xlsx", lambda path: sparse(path.name, 1 << 30)(path.parent), "I05"),
    "a line of a million letters": ("report.txt", of_bytes(b"a" * (LONGEST_TEXT + 1)), "I05"),
    "a cell of a million letters": ("delivery.csv", of_bytes(b"a" * 1_000_000 + b"\n"), "F02"),
    "a quote that never ends": ("delivery.csv", of_bytes(b'"' + b"a\n" * 500_000), "F02"),
    "empty lines": ("delivery.csv", of_bytes(b"dienst\n" + b"\n" * 10_000_000), "I05"),
    "a million commas": ("delivery.csv", of_bytes(b"," * 1_000_001 + b"\n"), "F02"),
    "a zip bomb": (
        "delivery.xlsx",
        lambda path: workbook(path, {_SHEET: sheet(""), "xl/media/a": bytes(LARGEST_WORKBOOK)}),
        "I05",
    ),
    "four gigabytes, it says": ("delivery.xlsx", lambda path: workbook_that_claims(path, (1 << 32) - 2), "I05"),
    "ten bytes, it says": ("delivery.xlsx", lambda path: workbook_that_claims(path, 10), "I03"),
    "laughs in a sheet": ("delivery.xlsx", of_sheet(row(1, LAUGH), before=LAUGHS), "I03"),
    "laughs in the words": (
        "delivery.xlsx",
        lambda path: workbook(path, {_STRINGS: f'{LAUGHS}<sst xmlns="{_MAIN}"><si><t>{LAUGH}</t></si></sst>'}),
        "I03",
    ),
    "rows without cells": ("delivery.xlsx", of_sheet('<row r="1"/>' + "<row/>" * MOST_ROWS), "I05"),
    "the last row there is": ("delivery.xlsx", of_sheet(row(1, "x") + row(1_048_576, "x")), "I05"),
    "a row that cannot be": ("delivery.xlsx", of_sheet(row(10**15, "x")), "I05"),
    "merged over everything": (
        "delivery.xlsx",
        of_sheet(row(1, "x"), after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "I27",
    ),
    "a size that is a lie": ("delivery.xlsx", of_sheet(row(1, "x"), dimension="A1:XFD1048576"), "I27"),
    "a number without end": (
        "delivery.xlsx",
        of_sheet('<row r="1"><c><v>1e999</v></c><c><v>1e300</v></c></row>'),
        "I27",
    ),
    "a stream of hundreds of megabytes": ("report.pdf", of_content(_SPACES * 80), "I03"),
    "a stream within a stream": (
        "report.pdf",
        of_objects(
            {CONTENT: stream(stream(_SPACES * 100).partition(b"stream\n")[2], "/Filter [/FlateDecode /FlateDecode]")}
        ),
        "I03",
    ),
    "pages within themselves": ("report.pdf", of_objects({PAGES: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}), "I03"),
    "a million pages, it says": (
        "report.pdf",
        of_objects({PAGES: b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>"}),
        "I09",
    ),
    "one page a million times": (
        "report.pdf",
        of_objects({PAGES: b"<< /Type /Pages /Kids [" + b"3 0 R " * 1_000 + b"] /Count 1 >>"}),
        "I05",
    ),
    "pages nested deep": (
        "report.pdf",
        of_objects(
            {PAGES: b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>"}
            | {n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1) for n in range(OTHER, OTHER + 3_000)}
        ),
        "I03",
    ),
    "a form within itself": (
        "report.pdf",
        of_objects({CONTENT: stream(b"/X Do"), OTHER: form(b"/X Do /X Do")}),
        "I02",
    ),
    "a table of objects that leads to itself": ("report.pdf", of_objects({}, "/Prev HERE"), "I09"),
    "a length that is its own": (
        "report.pdf",
        of_objects({CONTENT: b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"}),
        "I03",
    ),
    "a catalog that is its own page": ("report.pdf", of_objects({CATALOG: b"<< /Pages 1 0 R >>"}), "I02"),
    "text a thousand million points to the right": (
        "report.pdf",
        of_content(b"BT /F1 9 Tf (netto steekproef) Tj 1 0 0 1 4000000000 700 Tm (Tevredenheidsonderzoek) Tj ET"),
        "I09",
    ),
    "lists in lists": ("report.pdf", of_content(b"BT " + b"[" * 20_000 + b" ET"), "I02"),
    "what runs when it is opened": (
        "report.pdf",
        of_objects(
            {
                CATALOG: b"<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /Names << /EmbeddedFiles 7 0 R >> >>",
                OTHER: b"<< /S /JavaScript /JS (app.launchURL\\('http://klantcijfer.example/'\\)) >>",
                OTHER + 1: b"<< /Names [(a.exe) << /Type /Filespec /EF << /F 4 0 R >> >>] >>",
            }
        ),
        "I09",
    ),
}


@pytest.mark.parametrize("attack", _ATTACKS)
def test_an_attack_is_a_finding(attack: str, tmp_path: Path) -> None:
    name, write, code = _ATTACKS[attack]
    write(tmp_path / name)
    assert code in codes_of(tmp_path / name)


@pytest.mark.parametrize(
    ("read", "code", "why"),
    [
        (greedy, "I05", "bytes of memory"),
        (endless, "I05", "1 seconds of computing"),
        (deadly, "I03", "it ends the program that reads it"),
    ],
)
def test_a_reader_is_stopped(read: Callable[[Path], object], code: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=why) as stopped:
        confined(read, tmp_path / "report.pdf", seconds=1)
    assert stopped.value.code == code


def test_a_size_that_is_too_small_hides_no_row(tmp_path: Path) -> None:
    path = workbook(tmp_path / "delivery.xlsx", {_SHEET: sheet(row(1, "x", "y") + row(2, "z"), dimension="A1")})
    tables, findings = read_tables(path, len)
    assert findings == []
    assert [[cells for _, cells in table.rows] for table in tables] == [[["x", "y"], ["z", ""]]]


def test_a_number_without_end_is_no_empty_cell(tmp_path: Path) -> None:
    cells = '<row r="1"><c><v>1e999</v></c><c><v>1e300</v></c><c><v>-0.0</v></c></row>'
    tables, _ = read_tables(workbook(tmp_path / "delivery.xlsx", {_SHEET: sheet(cells)}), len)
    assert tables[0].rows[0][1] == ["Infinity", "1E+300", "-0"]


@pytest.mark.parametrize("row_of_words", ["Jobcoaching " + "x " * 50_000, "Jobcoaching 10 2 " + "2 " * 50_000])
def test_a_row_of_fifty_thousand_words_takes_no_longer_than_its_words(row_of_words: str, tmp_path: Path) -> None:
    """Confined: what takes the square of its words takes minutes."""
    told = with_tabs(FIXED).replace("Jobcoaching\t10\t2", row_of_words)
    (tmp_path / "report.txt").write_text(told, encoding="utf-8")
    assert "I10" in confined(codes_of, tmp_path / "report.txt", seconds=5)


def test_folders_deeper_than_a_recursion_goes(tmp_path: Path) -> None:
    (tmp_path / "report.txt").touch()
    nested_folders(tmp_path / "d", 1_100)
    try:
        files, findings = report_files([tmp_path], Reader.PANTEIA)
    finally:
        subprocess.run(["rm", "-r", tmp_path / "d"], check=True)  # noqa: S607 - what pytest does itself recurs too
    assert [file.path.name for file in files] == ["report.txt"]
    assert [finding.code for finding in findings] == ["I30"]


def test_what_a_folder_leads_to_elsewhere_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/again").symlink_to("..")
    (tmp_path / "reports/zero.txt").symlink_to("/dev/zero")
    (tmp_path / "reports/nowhere.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "reports/pipe.csv")
    (tmp_path / "reports/map.pdf").mkdir()
    (tmp_path / "outside.txt").touch()
    files, findings = report_files([tmp_path / "reports"], Reader.PANTEIA)
    assert files == []
    assert [finding.code for finding in findings] == ["I01"]


@pytest.mark.parametrize("name", ["zero.txt", "pipe.csv", "pipe.pdf"])
def test_what_never_ends_is_no_report_either_when_it_is_named(name: str, tmp_path: Path) -> None:
    if name.startswith("zero"):
        (tmp_path / name).symlink_to("/dev/zero")
    else:
        os.mkfifo(tmp_path / name)
    assert codes_of(tmp_path / name) == {"I01"}
