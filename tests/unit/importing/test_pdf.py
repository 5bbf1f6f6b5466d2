"""PDFs that cannot be read the simple way."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas
from support.imports import Done, imported
from support.registers.empty import CHARTER, SERVICES, empty_register
from support.registers.reading import contents
from support.report_writer import FIXED, HEADER, write_pdf

from generator.findings.findings import has_errors
from generator.reports.extraction import extract
from generator.reports.panteia.signs import A_TABLE
from generator.reports.panteia.table.reading import read_tables
from generator.reports.terms import Terms

_EDGES = (40, 300, 340, 362, 394, 424, 460)  # of the columns: too narrow for a space between their numbers


def _results(data: Path) -> bytes:
    return contents(data)["results/2021.csv"]


def _right(folder: Path) -> bytes:
    folder.mkdir()
    write_pdf(FIXED, folder / "report.pdf", lines=True)
    data = empty_register(folder)
    _imported(data, folder / "report.pdf")
    return _results(data)


def _imported(data: Path, path: Path) -> Done:
    done = imported(data, path, unsealed=True)
    assert not has_errors(done.findings), done.findings
    return done


def _draw_by_columns(path: Path) -> None:
    """A table with lines whose cells are written column by column, each close to the next."""
    canvas = Canvas(str(path), invariant=1)
    y = 800
    for line in filter(None, FIXED.before()):
        canvas.setFont("Helvetica", 7)
        canvas.drawString(40, y, line.translate({0x2713: "-", 0x25CF: "-", 0x1F44D: "-"}))
        y -= 9
    rows = [HEADER, *(cells for cells in FIXED.rows())]
    top, height = y - 10, 14
    for edge in _EDGES:
        canvas.line(edge, top, edge, top - height * len(rows))
    for number in range(len(rows) + 1):
        canvas.line(_EDGES[0], top - height * number, _EDGES[-1], top - height * number)
    for column in range(6):
        for number, cells in enumerate(rows):
            if column < len(cells):
                words = cells[column]
                canvas.setFont("Helvetica", 7 if number else 3)
                below = top - height * (number + 1) + 4
                if column % 2:
                    canvas.drawRightString(_EDGES[column + 1] - 0.3, below, words)
                else:
                    canvas.drawString(_EDGES[column] + 0.3, below, words)
    y = top - height * len(rows) - 20
    for line in filter(None, FIXED.after()):
        canvas.setFont("Helvetica", 7)
        canvas.drawString(40, y, line)
        y -= 9
    canvas.save()


def test_a_table_is_read_by_its_lines_where_its_text_is_not_in_order(tmp_path: Path) -> None:
    _draw_by_columns(tmp_path / "report.pdf")
    extraction, findings = extract(tmp_path / "report.pdf", A_TABLE)
    assert extraction, findings
    first, second, by_lines = (
        read_tables(reading(), Terms(SERVICES.values(), CHARTER)) for reading in extraction.tables
    )
    assert first.findings
    assert not second.rows
    assert len(by_lines.rows) == len(FIXED.results)
    data = empty_register(tmp_path)
    _imported(data, tmp_path / "report.pdf")
    assert _results(data) == _right(tmp_path / "right")


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_may_be_read_but_not_changed(algorithm: str, tmp_path: Path) -> None:
    """It is encrypted, with no password for who only reads it."""
    write_pdf(FIXED, tmp_path / "open.pdf", lines=True)
    writer = PdfWriter(clone_from=PdfReader(tmp_path / "open.pdf"))
    writer.encrypt(user_password="", owner_password="of the agency", algorithm=algorithm)  # noqa: S106 - invented
    writer.write(tmp_path / "report.pdf")
    data = empty_register(tmp_path)
    _imported(data, tmp_path / "report.pdf")
    assert _results(data) == _right(tmp_path / "right")


def test_a_mark_of_markdown_in_a_pdf_is_a_character_like_others(tmp_path: Path) -> None:
    name = "Talent* _Werk_ [A](b) & Co"
    write_pdf(replace(FIXED, name=name), tmp_path / "report.pdf", lines=True)
    data = empty_register(tmp_path)
    _imported(data, tmp_path / "report.pdf")
    (provider,) = (content for file, content in contents(data).items() if file.startswith("providers/"))
    assert yaml.safe_load(provider)["name"] == name
