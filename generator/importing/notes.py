"""The notes of reports that wait outside git until their day: what each is, and what the maintainer said about it.

A note stands beside the report, which is kept as it came, because it is read and checked again on its day. To read
notes loads nothing that reads reports: commands that only mention what waits are quick.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.findings.findings import Finding, Location, below
from generator.register.documents import read_document
from generator.register.fields import Day, OptionalDay, ProviderId, Text
from generator.register.validation import validated
from generator.reports.survey import Survey

#: What the name of a note ends with, after that of its report.
NOTE = ".waiting.yaml"


class WaitingReport(BaseModel):
    """A report of one provider and period; ``until`` is the day from which the public may see it, None of a draft.

    ``named`` is the name or the id by which the file names the provider.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    provider: ProviderId
    named: Text
    period_start: Day
    period_end: Day
    until: OptionalDay = None

    def is_due(self, day: date) -> bool:
        return self.until is not None and self.until <= day

    def is_that(self, survey: Survey) -> bool:
        """Whether it is this report in its file."""
        return survey.period is not None and (named_in(survey), *survey.period.value) == (
            self.named,
            self.period_start,
            self.period_end,
        )


class Said(BaseModel):
    """What the maintainer said with the import command."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    provider: ProviderId | None = None
    new_provider: ProviderId | None = None
    name: Text | None = None
    correction: Text | None = None


class Note(BaseModel):
    """What waits in one file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    said: Said = Said()
    reports: tuple[WaitingReport, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits, and its note."""

    path: Path
    note: Note


@dataclass(frozen=True, slots=True)
class WaitingRoom:
    """All that waits in a folder, sorted by name, and findings about what cannot be read."""

    files: Sequence[Waiting] = ()
    findings: Sequence[Finding] = ()

    def due(self, day: date) -> list[WaitingReport]:
        """The reports whose day has come."""
        return [report for file in self.files for report in file.note.reports if report.is_due(day)]


def read_waiting(folder: Path) -> WaitingRoom:
    """What waits in ``folder``; nothing if there is no such folder."""
    files, findings = [], []
    for path in sorted(folder.glob(f"*{NOTE}")):
        document, wrong = read_document(path, folder)
        note = None
        if document is not None:
            note, wrong = validated(Note, document.data, document.place)
        report = path.with_name(path.name.removesuffix(NOTE))
        if note is None:
            findings += [
                Finding(each.at, "I42", f"the note: {each.came}", f"{each.expected}; or import {report.name} once more")
                for each in wrong
            ]
        elif not report.is_file():
            findings.append(
                Finding(Location(path.name), "I42", f"there is no {report.name}", "the report beside its note")
            )
        else:
            files.append(Waiting(report, note))
    return WaitingRoom(files, [below(folder.as_posix(), each) for each in findings])


def named_in(survey: Survey) -> str:
    """The name or the id by which a file names the provider of a report."""
    found = survey.provider or (survey.names[0].value if survey.names else "")
    return " ".join(found.split())
