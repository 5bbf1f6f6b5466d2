"""Reads a final report, or the text of one, into a survey."""

import re
from collections.abc import Sequence
from pathlib import Path

from generator.findings.findings import Finding
from generator.reports.extraction import Extraction, extract
from generator.reports.lines import Line
from generator.reports.panteia.checks import check_report
from generator.reports.panteia.prose import read_prose
from generator.reports.panteia.signs import A_REPORT, A_TABLE
from generator.reports.panteia.table.reading import ResponseTables, read_tables
from generator.reports.survey import Survey
from generator.reports.terms import Terms

# A part of a report may have no more than its table.
_A_PART = re.compile(rf"{A_REPORT.pattern}|netto\s+steekproef", re.IGNORECASE)


def read_report(path: Path, terms: Terms, *, is_named: bool = True) -> tuple[list[Survey], list[Finding]]:
    """The survey in a PDF or in the text of one, and the findings about its form.

    A text of something else is skipped with a warning; it is an error if the maintainer named the file (``is_named``).
    """
    extraction, findings = extract(path, A_TABLE)
    if extraction is None:
        return [], findings
    if not any(_A_PART.search(line.text) for line in extraction.lines):
        code, came = "I01" if is_named else "I30", "the text is not that of a survey report"
        return [], [*findings, Finding(extraction.at, code, came, "a report of the series")]
    survey = Survey(extraction.at)
    groups = read_prose(extraction.lines, survey)
    tables = _tables(extraction, terms)
    survey.rows = tables.rows
    survey.findings += tables.findings
    if not tables.rows and not tables.findings:
        survey.findings.append(Finding(survey.at, "I09", "there is no table 1.1", "the table with its rows"))
    survey.findings += check_report(survey, groups, terms.separate, ends_within_table=tables.ends_within)
    return [survey], findings


def _tables(extraction: Extraction, terms: Terms) -> ResponseTables:
    """The tables, by the first way of reading that has no findings; if all have findings, by the first way."""
    first: ResponseTables | None = None
    for reading in extraction.tables:
        lines: Sequence[Line] = reading()
        tables = read_tables(lines, terms)
        if tables.rows and not tables.findings:
            return tables
        if first is None or not (first.rows or first.findings):
            first = tables
    return first or ResponseTables((), ends_within=False, findings=())
