"""A planned import: what it would write, and what the public would see of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.disclosure.public import Rating
from generator.findings.findings import Finding, Location
from generator.importing.choices import Choice
from generator.importing.identifying import Naming
from generator.register.records import Provider, Report, Result


class Change(StrEnum):
    """What an import does to a report of the register."""

    NEW = "new"
    UNCHANGED = "already there"
    FINAL = "takes the place of its draft"
    CORRECTED = "corrected"
    UNSEALED = "what the rules leave of it changes"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the maintainer said with the command.

    Args:
        naming: whose the report is.
        correction: why a report of the register may change; None if it may not.
        is_sealed: whether withheld grades stay out of data/.
        as_of: the day for which rule 1 is judged.
        leaves_early: whether reports that nobody may see on that day are left out.
    """

    naming: Naming
    correction: str | None
    is_sealed: bool
    as_of: date
    leaves_early: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One report that is imported.

    Args:
        at: where it begins: the file, or a line of a delivery.
        provider: its provider, as the register will have it.
        report: its row, sealed.
        results: its rows, sealed, each with what the public may know about it; None if a grade is missing.
        change: what the import does to the report.
        public_from: the day from which the public sees it; None for a draft.
        labels: the names of the services.
    """

    at: Location
    provider: Provider
    report: Report
    results: tuple[tuple[Result, Rating | None], ...]
    change: Change
    public_from: date | None
    labels: Mapping[str, str]

    def is_early(self, day: date) -> bool:
        """Whether it says something new, and nobody may see it on that day."""
        return self.change is not Change.UNCHANGED and (self.public_from is None or self.public_from > day)


@dataclass(frozen=True, slots=True)
class Import:
    """A whole import.

    Args:
        entries: each report that could be read.
        findings: sorted; if one is an error, nothing may be written.
        contents: the new text of the files of data/ that change.
        shown: the same files before and after, sealed, for a difference that anybody may see.
        choices: the possible answers to these findings, for files with one report.
    """

    entries: tuple[Entry, ...]
    findings: list[Finding]
    contents: Mapping[str, bytes]
    shown: Mapping[str, tuple[str, str]]
    choices: tuple[Choice, ...] = ()
