"""Files and folders of reports and deliveries, each read into surveys."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.findings.findings import Finding, Location
from generator.reports.checks import check_survey
from generator.reports.deliveries import DELIVERY_SUFFIXES, read_delivery
from generator.reports.extraction import Extraction, extract
from generator.reports.labels import Labels
from generator.reports.lines import Line
from generator.reports.prose import read_prose
from generator.reports.survey import Survey
from generator.reports.table.reading import ResponseTables, read_tables

_OTHER_TEXTS = frozenset({".doc", ".docx", ".odt", ".rtf", ".xls", ".ods"})
_REPORT_SUFFIXES = frozenset({".pdf", ".txt", ".md", ".markdown"})
_IN_A_FOLDER = _REPORT_SUFFIXES | DELIVERY_SUFFIXES | _OTHER_TEXTS
_HIDDEN = (".", "~$")
_DEEPEST = 20  # folders within each other
# A file in a folder without any of these words is not a report, and not a part of one.
_A_REPORT = re.compile(r"tevredenheidsonderzoek|meetperiode|netto\s+steekproef|promotor[\s-]?score", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file to read; ``is_named`` says that the maintainer named the file itself, not its folder."""

    path: Path
    is_named: bool


def report_files(paths: Iterable[Path]) -> tuple[list[ReportFile], list[Finding]]:
    """The files in ``paths``, and the files in the folders in ``paths``, in order; each once."""
    found: dict[Path, ReportFile] = {}
    findings = []
    for path in paths:
        why = _unreachable(path)
        if why:
            findings.append(Finding(Location(str(path)), "I03", f"the file cannot be read: {why}", _KINDS))
            continue
        if path.is_dir():
            files, passed_over = _inside(path)
            findings += passed_over
            inside = [ReportFile(each, is_named=False) for each in files]
            if not inside:
                findings.append(Finding(Location(str(path)), "I01", "no report in this folder", _KINDS))
        else:
            inside = [ReportFile(path, is_named=True)]
        for file in inside:
            found.setdefault(file.path.resolve(), file)
    return list(found.values()), findings


def _unreachable(path: Path) -> str | None:
    """Why a path leads nowhere (a link to itself, or an impossible name); None if it is fine."""
    try:
        path.resolve()
        path.is_dir()
    except (OSError, RuntimeError) as error:
        return getattr(error, "strerror", None) or "a link that leads to itself"
    return None


def _inside(folder: Path) -> tuple[list[Path], list[Finding]]:
    """The files below ``folder`` that may be reports, in order; hidden files and links are skipped."""
    found: list[Path] = []
    too_deep: list[Path] = []
    for here, folders, names in os.walk(folder):
        found += [Path(here, name) for name in names if not name.startswith(_HIDDEN)]
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        if len(Path(here).relative_to(folder).parts) == _DEEPEST:
            too_deep += [Path(here, name) for name in folders]
            folders.clear()
    files = [path for path in sorted(found) if path.suffix.lower() in _IN_A_FOLDER and path.is_file()]
    expected = f"reports in at most {_DEEPEST} folders within each other"
    return files, [
        Finding(Location(str(each)), "I30", "a folder that deep is not looked into", expected) for each in too_deep
    ]


_KINDS = "a .pdf, .txt or .md report, or a .csv or .xlsx delivery"


def read_file(file: ReportFile, labels: Labels) -> tuple[list[Survey], list[Finding]]:
    """The surveys in one file, each with its own findings, and the findings about the file itself."""
    suffix = file.path.suffix.lower()
    if suffix in DELIVERY_SUFFIXES:
        surveys, findings = read_delivery(file.path, labels, is_named=file.is_named)
    elif suffix in _REPORT_SUFFIXES:
        surveys, findings = _read_report(file, labels)
    else:
        code = "I01" if file.is_named else "I30"
        came = f"a file of another kind ({suffix or 'no ending'})" if file.path.exists() else "there is no such file"
        return [], [Finding(Location(str(file.path)), code, came, _KINDS)]
    for survey in surveys:
        survey.findings += check_survey(survey, labels.separate)
    return surveys, findings


def _read_report(file: ReportFile, labels: Labels) -> tuple[list[Survey], list[Finding]]:
    extraction, findings = extract(file.path)
    if extraction is None:
        return [], findings
    if not any(_A_REPORT.search(line.text) for line in extraction.lines):
        code = "I01" if file.is_named else "I30"
        return [], [
            *findings,
            Finding(extraction.at, code, "the text is not that of a survey report", "a report of the series"),
        ]
    survey = Survey(extraction.at)
    read_prose(extraction.lines, survey)
    tables = _tables(extraction, labels)
    survey.rows, survey.ends_within_table = tables.rows, tables.ends_within
    survey.findings += tables.findings
    if not tables.rows and not tables.findings:
        survey.findings.append(Finding(survey.at, "I09", "there is no table 1.1", "the table with its rows"))
    return [survey], findings


def _tables(extraction: Extraction, labels: Labels) -> ResponseTables:
    """The tables, by the first way of reading that has no findings; if all have findings, by the first way."""
    first: ResponseTables | None = None
    for reading in extraction.tables:
        lines: Sequence[Line] = reading()
        tables = read_tables(lines, labels)
        if tables.rows and not tables.findings:
            return tables
        if first is None or not (first.rows or first.findings):
            first = tables
    return first or ResponseTables((), ends_within=False, findings=())
