"""Importing into a register, as the command does."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from support.registers.reading import judged

from generator.disk.replacing import replace_files
from generator.findings.codes import Severity
from generator.findings.findings import Finding, has_errors
from generator.importing.identifying import Naming
from generator.importing.planning import prepare
from generator.importing.prepared import Decisions, Import
from generator.reports.reading import read_file, report_files
from generator.reports.terms import Terms

# What a report without a fault may be told: who is new, what it leaves out, that it is a draft, what agency and policy
# make of the response, that a public commit would be early.
HARMLESS = {"I26", "I19", "I24", "W01", "I37", "I36", "I40"}

# Grades that are rounded or hidden in the register and should not be, which importing the report again mends.
_MENDED = {"W10", "W11"}


@dataclass(frozen=True, slots=True)
class Done:
    """An import that was carried out, where it had no error."""

    prepared: Import
    findings: list[Finding]
    as_of: str


def imported(
    data: Path,
    *paths: Path,
    naming: Naming | None = None,
    correction: str | None = None,
    unsealed: bool = False,
    as_of: date = date(2030, 1, 1),
) -> Done:
    """Import ``paths`` into ``data``, and write where there is no error."""
    there = judged(data)
    assert not has_errors([each for each in there.findings if each.code not in _MENDED]), there.findings
    files, findings = report_files(paths, there.register.charter.agency.reader)
    terms = Terms(there.register.services.values(), there.register.charter)
    surveys = []
    for file in files:
        read, wrong = read_file(file, terms)
        surveys += read
        findings += wrong
    decisions = Decisions(naming or Naming(), correction, not unsealed, as_of)
    prepared = prepare(data, there, surveys, decisions)
    findings = sorted({*findings, *prepared.findings})
    if not has_errors(findings):
        replace_files(data, prepared.contents)
    return Done(prepared, findings, as_of.isoformat())


def outcome_of(done: Done) -> list[str]:
    """The findings that a report without a fault has none of, as text."""
    return [str(each) for each in done.findings if each.code not in HARMLESS or each.severity is Severity.ERROR]
