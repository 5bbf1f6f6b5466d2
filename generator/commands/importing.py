"""What `import` and `release` share: reading reports, writing what was prepared, and the room in which reports wait."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.commands.common import RefusedError, refuse
from generator.findings.findings import Finding
from generator.importing.notes import Note, Said, WaitingReport
from generator.importing.prepared import Entry, Import
from generator.importing.waiting import keep, waiting_reports
from generator.importing.writing import FaultyImportError, write_import
from generator.progress import tracked
from generator.register.records import Register
from generator.reports.reading import ReportFile, read_file
from generator.reports.survey import Survey
from generator.reports.terms import Terms


def read_surveys(files: Sequence[ReportFile], register: Register) -> tuple[list[tuple[Path, Survey]], list[Finding]]:
    """The surveys in these files, each with its file, and the findings about the files."""
    terms = Terms(register.services.values(), register.charter)
    surveys: list[tuple[Path, Survey]] = []
    findings: list[Finding] = []
    for file in tracked(files, "Reading reports", of=files):
        read, wrong = read_file(file, terms)
        surveys += [(file.path, survey) for survey in read]
        findings += wrong
    return surveys, findings


def write_to(data: Path, prepared: Import) -> None:
    """Write an import into the folder of the register; if that cannot be done, say why and end the command."""
    try:
        write_import(data, prepared)
    except FaultyImportError as error:
        refuse(error.findings, data, "was not written to: this is what it would hold. Tell the developers")
    except OSError as error:
        raise RefusedError(error, data, "nothing was written") from None


def keep_early(
    waiting: Path, read: Sequence[tuple[Path, Survey]], early: Sequence[Entry], said: Said
) -> list[tuple[Path, WaitingReport]]:
    """Let early reports wait, each file with a note of what was ``said``; each report with the file that waits."""
    kept = []
    for path in dict.fromkeys(path for path, _ in read):
        reports = waiting_reports(early, [survey for each, survey in read if each == path])
        if reports:
            try:
                copy = keep(waiting, path, Note(said=said, reports=reports))
            except OSError as error:
                raise RefusedError(error, waiting, f"{path} does not wait") from None
            kept += [(copy, report) for report in reports]
    return kept


def what_waits(path: Path, report: WaitingReport, day: date) -> str:
    """A report that waits, in a line."""
    if report.until is None:
        waits = "waits for the final report: it is a draft"
    elif report.is_due(day):
        waits = "can be imported: generator release"
    else:
        waits = f"waits until {report.until}"
    return f"{path}: {report.provider}, {report.period_start} to {report.period_end}, {waits}"
