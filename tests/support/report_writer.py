"""Writes an invented report in the layout of the series, in each form in which an extraction may give it.

The sentences are our own: only the few words by which a report is read are those of the reports.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from babel.dates import format_date
from openpyxl import Workbook
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle
from support.registers.drawn import NOWHERE
from support.registers.empty import CHARTER, SERVICES

from generator.charter import Language
from generator.register.fields import Unpublished
from generator.register.grades import Rounded
from generator.register.records import Audience, Publication, Report, ReportStatus, Result, YesNo

HEADER = (
    "tabel 1.1 Resultaten voor het keurmerk",
    "Netto steekproef",
    "Ingevuld",
    "Respons (%)",
    "Rapportcijfer",
    "Publicatie",
)
_NAMES_OF_SHARES = ("Zeer tevreden", "Tevreden", "Ontevreden", "Zeer ontevreden", "Geen mening")


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is set, within what the series shows.

    Args:
        slips: the reports' own spelling of a service ('Toeiden').
        nobody: what a grade cell holds where nobody answered.
        weekday: whether the date names it.
        bullet: before each strength.
        page_numbers: whether one stands between the rows of the table.
        wrapped: whether a long label is broken over two lines.
    """

    slips: bool = False
    nobody: str = "0,0"
    weekday: bool = True
    bullet: str = "- \N{THUMBS UP SIGN} "
    page_numbers: bool = False
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """What a report says: one report of the register, unsealed, and the name of its provider."""

    name: str
    report: Report
    results: Sequence[Result]
    style: Style = Style()

    def rows(self) -> list[tuple[str, ...]]:
        """The rows of table 1.1 below its header: a heading is one cell."""
        clients = self.audience(Audience.CLIENT)
        apart = [row for row in clients if self.is_apart(row)]
        together = [row for row in clients if row not in apart]
        rows: list[tuple[str, ...]] = [("Cliënten",), *map(self.cells, together)]
        if apart:
            rows += [("Inburgeraars",), *map(self.cells, apart)]
        commissioners = self.audience(Audience.COMMISSIONER)
        if commissioners:
            rows += [("Opdrachtgevers",), *map(self.cells, commissioners)]
        return rows

    def audience(self, audience: Audience) -> list[Result]:
        """Its rows, services by number and the total last."""
        rows = [row for row in self.results if row.audience is audience]
        return sorted(rows, key=lambda row: (row.is_total, SERVICES[row.service].number if not row.is_total else 0))

    def is_apart(self, row: Result) -> bool:
        """Whether a row is of the service whose people the total leaves out."""
        total = next(each for each in self.results if each.audience is Audience.CLIENT and each.is_total)
        rows = [each for each in self.results if each.audience is Audience.CLIENT and not each.is_total]
        left_out = sum(each.net_sample for each in rows) != total.net_sample
        return left_out and not row.is_total and row.service in CHARTER.outside_total

    def cells(self, row: Result) -> tuple[str, ...]:
        """A row as it is printed."""
        return (
            self.label(row),
            str(row.net_sample),
            str(row.completed),
            dutch(response(row)),
            self.grade(row),
            row.publication.word(Language.DUTCH),
        )

    def label(self, row: Result) -> str:
        if row.is_total:
            return "Totaal" if row.audience is Audience.CLIENT else "Totaal opdrachtgevers"
        name = SERVICES[row.service].name
        return name.replace("Toeleiden", "Toeiden") if self.style.slips else name

    def grade(self, row: Result) -> str:
        if row.completed == 0:
            return self.style.nobody
        if isinstance(row.grade, Rounded):
            message = f"a report prints no rounded grade: {row.grade}"
            raise TypeError(message)
        return row.grade.value if isinstance(row.grade, Unpublished) else dutch(row.grade)

    def before(self) -> list[str]:
        """The pages before the table."""
        report, name = self.report, self.name
        status = "Definitief rapport" if report.status is ReportStatus.FINAL else "Concept rapport"
        day = format_date(report.report_date, "EEEE d MMMM y" if self.style.weekday else "d MMMM y", locale="nl")
        lines = ["Tevredenheidsonderzoek", "", name, "", f"meetperiode: {self.period()}", "", status, ""]
        lines += [f"In opdracht van {name}", f"Verzonnen Stad, {day}", ""]
        lines += [f"TEVREDENHEIDSONDERZOEK BLIK OP WERK - {name.upper()}", ""]
        if report.staff_strength:
            lines += [f"De medewerkers van {name} scoren relatief goed op het volgende punt:", ""]
            lines += [f"\N{CHECK MARK} {report.staff_strength}" if self.style.bullet else report.staff_strength, ""]
        if report.very_satisfied is not None:
            shares = zip(_NAMES_OF_SHARES, report.shares, strict=True)
            lines += [*(f"\N{BLACK CIRCLE} {label}: {share}%" for label, share in shares), ""]
        if report.strengths:
            lines += [f"{name} scoort relatief goed op de volgende punten:", ""]
            lines += [*(f"{self.style.bullet}{each}" for each in report.strengths), ""]
        lines += ["Inhoudsopgave", "", "1 Verzonnen hoofdstuk\t2", "2.3 Respons\t4", "", "2.3 Respons", ""]
        if report.telephone_option:
            none = "geen " if report.telephone_option is YesNo.NO else ""
            lines += [f"Bellen mocht. {name} heeft {none}gebruik gemaakt van de telefonische optie.", ""]
        return [*lines, self.sentence(), ""]

    def period(self) -> str:
        start, end = (
            format_date(day, "d MMMM y", locale="nl") for day in (self.report.period_start, self.report.period_end)
        )
        return f"{start} tot en met {end}"

    def sentence(self) -> str:
        """The sentence under 2.3."""
        groups = {"cliënten": [row for row in self.audience(Audience.CLIENT) if row.is_total]}
        groups["inburgeraars"] = [row for row in self.audience(Audience.CLIENT) if self.is_apart(row)]
        groups["opdrachtgever(s)"] = [row for row in self.audience(Audience.COMMISSIONER) if row.is_total]
        asked = {who: rows[0] for who, rows in groups.items() if rows}
        counts = " en ".join(f"{row.net_sample} {who}" for who, row in asked.items())
        shares = " en ".join(f"{dutch(response(row))}% voor {who}" for who, row in asked.items())
        return f"Voor uw bedrijf zijn in totaal {counts} benaderd. Bruikbaar was {shares}."

    def after(self) -> list[str]:
        """What follows the table."""
        lines = ["", "Aan deze cijfers ontleent hier niemand iets.", "", "3 Onderzoek onder cliënten", ""]
        if self.report.promoter_score is not None:
            lines += [f"{self.name} heeft een actuele promotor score van {dutch(self.report.promoter_score)}.", ""]
        if self.audience(Audience.COMMISSIONER):
            lines += ["4 Opdrachtgevers", "", f"Aan de opdrachtgevers van {self.name} is gevraagd wat zij vinden.", ""]
        return [*lines, "5 Contactgegevens"]


def dutch(number: Decimal) -> str:
    """With a comma, as the reports have it."""
    return str(number).replace(".", ",")


def response(row: Result) -> Decimal:
    """The response in per cent, rounded as the reports do."""
    share = Decimal(100 * row.completed) / row.net_sample if row.net_sample else Decimal(0)
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _halves(label: str) -> tuple[str, str]:
    words = label.split()
    half = (len(words) + 1) // 2
    return " ".join(words[:half]), " ".join(words[half:])


def _with_page_numbers(written: WrittenReport, blocks: Sequence[str]) -> list[str]:
    if not written.style.page_numbers:
        return list(blocks)
    return [block for number, each in enumerate(blocks, start=5) for block in (each, "", str(number), "")]


def _text(written: WrittenReport, table: Sequence[str]) -> str:
    return "\n".join(["\f", *written.before(), *table, *written.after()])


def with_tabs(written: WrittenReport) -> str:
    """A line for each row, a tab between its cells; a wrapped label goes on below its values."""
    lines = []
    for cells in written.rows():
        if written.style.wrapped and len(cells[0].split()) > 3 and len(cells) > 1:
            first, rest = _halves(cells[0])
            lines.append("\t".join((first, *cells[1:])) + "\n" + rest)
        else:
            lines.append("\t".join(cells))
    return _text(written, ["\t".join(HEADER), *_with_page_numbers(written, lines)])


def with_spaces(written: WrittenReport) -> str:
    """Cells in columns of spaces; a wrapped label stands above and below its values."""
    lines = [f"{HEADER[0]:<58}" + "".join(f"{cell:>17}" for cell in HEADER[1:])]
    for cells in written.rows():
        label, after = cells[0], []
        if written.style.wrapped and len(label.split()) > 3:
            lines.append(_halves(label)[0])
            label, after = "", [_halves(label)[1]]
        lines += [f"{label:<58}" + "".join(f"{cell:>17}" for cell in cells[1:]), *after]
    return _text(written, _with_page_numbers(written, lines) if not written.style.wrapped else lines)


def with_pipes(written: WrittenReport) -> str:
    """Markdown: a table with pipes, bold and escaped asterisks, `<br>` within a cell."""
    rows: list[tuple[str, ...]] = [HEADER, ("---",) * 6]
    for cells in written.rows():
        label = "<br>".join(_halves(cells[0])) if written.style.wrapped and len(cells[0].split()) > 3 else cells[0]
        bold = f"**{label}**" if cells[0].startswith("Totaal") or len(cells) == 1 else label
        rows.append((bold, *(cell.replace("*", "\\*") for cell in cells[1:])))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    before = [
        f"## **{line}**" if line in {written.name, "Tevredenheidsonderzoek"} else line for line in written.before()
    ]
    return "\n".join([*before, *lines, *written.after()])


def with_html(written: WrittenReport) -> str:
    """Marks of HTML: bold headings between tabs, hard spaces."""
    lines = ["\t".join(f"<b>{cell}</b>" if len(cells) == 1 else cell for cell in cells) for cells in written.rows()]
    text = _text(written, ["\t".join(HEADER), *_with_page_numbers(written, lines)])
    return text.replace(written.name, f"<b>{written.name.replace('&', '&amp;').replace(' ', '&nbsp;')}</b>")


def in_html_rows(written: WrittenReport) -> str:
    """A table of HTML on a single line."""
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in (HEADER, *written.rows()))
    return _text(written, [f"<table>{rows}</table>"])


def cell_by_cell(written: WrittenReport) -> str:
    """A line for each cell."""
    blocks = ["\n".join(cells) for cells in written.rows()]
    return _text(written, ["\n".join(HEADER), *_with_page_numbers(written, blocks)])


TEXTS: Mapping[str, Callable[[WrittenReport], str]] = {
    "tabs": with_tabs,
    "spaces": with_spaces,
    "pipes": with_pipes,
    "html": with_html,
    "html-rows": in_html_rows,
    "cells": cell_by_cell,
}


def write_pdf(written: WrittenReport, path: Path, *, lines: bool, password: str | None = None) -> None:
    """A PDF, its table drawn with ``lines`` or without."""
    from reportlab.lib.pdfencrypt import StandardEncryption  # noqa: PLC0415 - one test needs it

    style = getSampleStyleSheet()["Normal"]
    # The standard fonts have no emoji: those marks become the bullet that they have.
    plain = str.maketrans(dict.fromkeys("\N{CHECK MARK}\N{BLACK CIRCLE}\N{THUMBS UP SIGN}", "\N{BULLET}"))

    def paragraph(text: str) -> Paragraph:
        escaped = text.translate(plain).replace("&", "&amp;").replace("<", "&lt;").replace("\t", "&nbsp;&nbsp;&nbsp;")
        return Paragraph(escaped, style)

    rows = [[paragraph(cells[0]), *cells[1:], *[""] * (6 - len(cells))] for cells in (HEADER, *written.rows())]
    table = Table(rows, colWidths=(150, 80, 50, 60, 70, 50))
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *([("GRID", (0, 0), (-1, -1), 0.5, 0)] if lines else [])])
    )
    flow = [*map(paragraph, filter(None, written.before())), table, *map(paragraph, filter(None, written.after()))]
    encryption = StandardEncryption(password, canPrint=0) if password else None
    SimpleDocTemplate(str(path), encrypt=encryption, invariant=1).build(flow)


#: The columns of a delivery.
DELIVERY = (
    *("Dienstverlener", "Begin meetperiode", "Einde meetperiode", "Rapportdatum", "Status", "Doelgroep", "Dienst"),
    *(
        "Netto steekproef",
        "Ingevuld",
        "Respons (%)",
        "Rapportcijfer",
        "Publicatie",
        "Promotor score",
        *_NAMES_OF_SHARES,
    ),
    *("Sterk punt medewerkers", *(f"Sterk punt {number}" for number in range(1, 5)), "Telefonische optie"),
)


def delivered(written: WrittenReport) -> list[list[object]]:
    """The rows of a delivery, with typed values."""
    report = written.report
    status = "definitief" if report.status is ReportStatus.FINAL else "concept"
    telephone = {YesNo.YES: "ja", YesNo.NO: "nee", None: None}[report.telephone_option]
    strengths = [*report.strengths, *[None] * (4 - len(report.strengths))]
    rows = []
    for row in (*written.audience(Audience.CLIENT), *written.audience(Audience.COMMISSIONER)):
        people = "Cliënten" if row.audience is Audience.CLIENT else "Opdrachtgevers"
        grade = row.grade if row.completed and isinstance(row.grade, Decimal) else written.grade(row)
        values: list[object] = [
            written.name,
            report.period_start,
            report.period_end,
            report.report_date,
            status,
            people,
        ]
        decision = row.publication.word(Language.DUTCH)
        values += [written.label(row), row.net_sample, row.completed, response(row), grade, decision]
        rows.append([*values, report.promoter_score, *report.shares, report.staff_strength, *strengths, telephone])
    return rows


def delivery_csv(reports: Sequence[WrittenReport]) -> str:
    """A delivery as a Dutch spreadsheet saves it: semicolons, decimal commas, its dates."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(DELIVERY)
    for each in reports:
        writer.writerows([_in_csv(value) for value in row] for row in delivered(each))
    return "\ufeff" + buffer.getvalue()


def _in_csv(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return dutch(value) if isinstance(value, Decimal) else str(value)


def write_xlsx(reports: Sequence[WrittenReport], path: Path) -> None:
    """A delivery as a workbook, with a title above the header and a share as a number below 1."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["Verzonnen levering"])
    sheet.append(list(DELIVERY))
    for each in reports:
        for row in delivered(each):
            sheet.append([_in_workbook(value) for value in row])
            share = sheet.cell(sheet.max_row, DELIVERY.index("Respons (%)") + 1)
            share.value = float(str(share.value)) / 100
            share.number_format = "0.0%"
    workbook.save(path)


def _in_workbook(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else value  # noqa: DTZ001 - a day


def _fixed_row(
    audience: Audience, service: str, sample: tuple[int, int], grade: str, publication: Publication
) -> Result:
    cell = Unpublished(grade) if grade in {"*", ""} else Decimal(grade)
    return Result.model_construct(
        at=NOWHERE,
        provider="verzonnen-werk",
        period_end=date(2021, 12, 31),
        audience=audience,
        service=service,
        net_sample=sample[0],
        completed=sample[1],
        grade=cell,
        publication=publication,
    )


#: A report with every kind of row: published, withheld by agency and policy, anonymised, and commissioners.
FIXED = WrittenReport(
    "Verzonnen Werk",
    Report.model_construct(
        at=NOWHERE,
        provider="verzonnen-werk",
        period_start=date(2021, 1, 1),
        period_end=date(2021, 12, 31),
        report_date=date(2022, 1, 25),
        status=ReportStatus.FINAL,
        source="Panteia, Tevredenheidsonderzoek Verzonnen Werk, definitief rapport",
        promoter_score=Decimal("-12.5"),
        very_satisfied=60,
        satisfied=30,
        dissatisfied=5,
        very_dissatisfied=3,
        no_opinion=2,
        staff_strength="Respect",
        strength_1="Snelheid van kennismaking",
        strength_2="Het nakomen van afspraken",
        strength_3="",
        strength_4="",
        telephone_option=YesNo.NO,
    ),
    (
        _fixed_row(Audience.CLIENT, "jobcoaching", (10, 2), "3.5", Publication.NO),
        _fixed_row(Audience.CLIENT, "outplacement", (1, 1), "*", Publication.YES),
        _fixed_row(Audience.CLIENT, "van-werk-naar-werk", (40, 20), "8.1", Publication.YES),
        _fixed_row(Audience.CLIENT, "total", (51, 23), "7.7", Publication.YES),
        _fixed_row(Audience.COMMISSIONER, "total", (12, 4), "7.4", Publication.YES),
    ),
)


def with_row(written: WrittenReport, service: str, **changes: object) -> WrittenReport:
    """The same report with other values in a row of its clients."""
    rows = [
        row.model_copy(update=changes) if (row.service, row.audience) == (service, "client") else row
        for row in written.results
    ]
    return replace(written, results=tuple(rows))
