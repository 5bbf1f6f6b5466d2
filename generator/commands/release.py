"""`generator release`."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from generator.commands.common import AS_OF, DATA, MENDED_BY_IMPORT, Exit, hold, usable
from generator.commands.importing import read_surveys, what_waits, write_to
from generator.commands.terminal import say, tell
from generator.commands.waiting import WAITING
from generator.findings.findings import Finding, Format, Location, has_errors
from generator.findings.printing import print_findings, summary
from generator.importing.identifying import Naming
from generator.importing.notes import Waiting, read_waiting
from generator.importing.prepared import Decisions
from generator.importing.printing import print_import
from generator.importing.waiting import is_replaced, leave, naming, prepare_parted, waiting_reports
from generator.register.records import Register
from generator.reports.reading import ReportFile


@click.command("release")
@DATA
@WAITING
@click.option("--dry-run", is_flag=True, help="Print what would be imported, and write nothing.")
@AS_OF
def command(data: Path, waiting: Path, dry_run: bool, as_of: datetime) -> None:  # noqa: FBT001 - click gives flags by position
    """Import the reports that waited and whose day has come, and say what still waits, and till when.

    Each is read and checked as by import, and all of a file is written, or nothing of it.
    """
    hold(data, "nothing was written")
    room = read_waiting(waiting)
    findings = list(room.findings)
    for file in room.files:
        findings += _released(file, data, as_of.date(), dry_run=dry_run)
    if findings:
        tell(print_findings(findings, Format.TEXT, ""))
    for line in _left(waiting, as_of.date()):
        say(line)
    if has_errors(findings):
        click.echo(f"{summary(findings)}; what they are about was not written, and still waits.", err=True)
        raise SystemExit(Exit.FINDINGS)


def _released(file: Waiting, data: Path, day: date, *, dry_run: bool) -> list[Finding]:
    """Import what is due of one file, and leave the rest; the findings."""
    there = usable(data, "was not imported into: these come first", MENDED_BY_IMPORT)
    left = [each for each in file.note.reports if not is_replaced(each, there.register)]
    due = [each for each in left if each.is_due(day)]
    if not due:
        if not dry_run:
            leave(file, left)
        return []
    whose = naming(file.note.said, there.register)
    read, findings = read_surveys([ReportFile(file.path, is_named=True)], there.register)
    surveys = [survey for _, survey in read if any(each.is_that(survey) for each in due)]
    findings += _missing(file, len(due) - len(surveys), whose, there.register)
    decisions = Decisions(whose, file.note.said.correction, is_sealed=True, as_of=day)
    prepared, later = prepare_parted(data, there, surveys, decisions)
    findings = sorted({*findings, *prepared.findings})
    if has_errors(findings):
        return findings
    if not dry_run:
        write_to(data, prepared)
        leave(file, [*(each for each in left if each not in due), *waiting_reports(later, surveys)])
    say(print_import(prepared, data.as_posix(), day), nl=False)
    return findings


def _missing(file: Waiting, missing: int, whose: Naming, register: Register) -> Iterator[Finding]:
    """What the note says and cannot be found."""
    at = Location(str(file.path))
    if missing:
        yield Finding(at, "I42", f"{missing} of its reports cannot be found in it", "the reports that its note names")
    if whose.provider is not None and whose.provider not in register.providers:
        yield Finding(at, "I42", f"its note names the provider {whose.provider!r}", "a provider of the register")


def _left(waiting: Path, day: date) -> Iterator[str]:
    """What still waits, a line each."""
    files = read_waiting(waiting).files
    for file in files:
        for report in file.note.reports:
            yield what_waits(file.path, report, day)
    if not files:
        yield f"{waiting}: nothing waits."
