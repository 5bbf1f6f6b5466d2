"""Reads table 1.1 of a report, and the table of the service that is reported separately: who was invited and answered.

A row is a label, then up to four values, then `ja` or `nee`. We rely on nothing else, so not on cell borders or lines:
an extraction may give a row as one line, or as a line for each cell, or wrap a label round its values.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.charter import Language
from generator.findings.findings import Finding
from generator.register.records import Audience
from generator.reports.lines import Line, masked
from generator.reports.panteia.groups import CLIENTS, COMMISSIONERS, SEPARATE
from generator.reports.panteia.noise import is_of_the_page
from generator.reports.panteia.table.cells import values_of
from generator.reports.panteia.table.naming import empty_sections, understood
from generator.reports.panteia.table.regions import Region, outside_tables, regions_of
from generator.reports.panteia.table.rows import RawRow, scan
from generator.reports.panteia.table.words import heading_of
from generator.reports.rows import PrintedRow, a_grade, once, read_grade
from generator.reports.terms import ALIKE, Meaning, Terms


@dataclass(frozen=True, slots=True)
class ResponseTables:
    """All rows of a report's tables.

    Args:
        rows: the rows that could be read, in the order of the report.
        ends_within: whether no text follows the last table; then rows may have been cut off.
        findings: about rows that could not be read.
    """

    rows: tuple[PrintedRow, ...]
    ends_within: bool
    findings: tuple[Finding, ...]


def read_tables(lines: Sequence[Line], terms: Terms) -> ResponseTables:
    """Read every table of responses in ``lines``."""
    findings: list[Finding] = []
    rows: list[PrintedRow] = []
    regions, outside = regions_of([line for line in lines if not is_of_the_page(line)])
    for region in regions:
        found, wrong = _rows(region, terms)
        rows += found
        findings += wrong
    if regions:
        findings += outside_tables(outside)
    rows, twice = once(rows)
    ends_within = bool(regions) and regions[-1].is_open
    return ResponseTables(tuple(rows), ends_within, tuple(findings + twice))


def _rows(region: Region, terms: Terms) -> tuple[list[PrintedRow], list[Finding]]:
    raw, after = scan(region.lines)
    meanings, stray = understood(raw, after, terms)
    section = SEPARATE if region.is_separate else CLIENTS
    rows: list[PrintedRow] = []
    findings = [*stray, *empty_sections(raw, after)]
    for row, (label, meaning) in zip(raw, meanings, strict=True):
        section = _section(row, section)
        printed, wrong = _printed(row, label, meaning, section, terms)
        findings += wrong
        if printed:
            rows.append(printed)
    if not raw:
        findings.append(
            Finding(region.lines[0].at, "I09", f"{region.lines[0].masked}, and no row below it", "its rows")
        )
    return rows, findings


def _section(row: RawRow, section: str) -> str:
    """The section of a row: that of the last heading above it."""
    headings = [found for line in row.before if (found := heading_of(line))]
    return headings[-1] if headings else section


def _printed(
    row: RawRow, label: str, meaning: Meaning | None, section: str, terms: Terms
) -> tuple[PrintedRow | None, list[Finding]]:
    line = row.line or row.before[0]
    decision = row.publication.word(Language.DUTCH) if row.publication else ""
    cells = [label or "(no label)", *(token.text for token in row.values), decision]
    quote = Line(line.at, " ".join(filter(None, cells))).masked
    values = values_of(row.values)
    if values is None or row.publication is None:
        expected = "a label, then invited, completed, response, grade, and `ja` or `nee`"
        return None, [Finding(line.at, "I10", f"{quote} cannot be read as a row", expected)]
    if meaning is None:
        return None, [Finding(line.at, "I10", f"{quote} has no label", "the name of a service, or a total")]
    findings = []
    if meaning.alike < ALIKE:
        expected = f"a name of services.csv; the nearest is {meaning.known!r}"
        return None, [Finding(line.at, "I20", f"'{masked(label)}' is no known service", expected)]
    if meaning.alike < 1:
        findings.append(Finding(line.at, "I21", f"'{masked(label)}' is read as {meaning.known!r}", "the same"))
    audience, service = _audience(meaning, section, terms)
    net_sample, completed, response, decimals, cell = values
    grade = read_grade(cell, completed, terms.scale)
    if grade is None:
        came = f"{quote}: the grade cell holds something else"
        return None, [*findings, Finding(line.at, "I11", came, a_grade(terms.scale))]
    printed = PrintedRow(
        line, label, audience, service, net_sample, completed, response, decimals, grade, row.publication, decision
    )
    return printed, findings


def _audience(meaning: Meaning, section: str, terms: Terms) -> tuple[Audience, str]:
    """The audience and the service of a row. A total of people who are reported separately is that of their service."""
    if section == SEPARATE and terms.separate and not meaning.audience and meaning.service not in terms.services:
        return Audience.CLIENT, terms.separate
    audience = Audience.COMMISSIONER if section == COMMISSIONERS and not meaning.is_separate else Audience.CLIENT
    return meaning.audience or audience, meaning.service
