"""An import as it is planned: what would be written, and what the public would see of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.disclosure.public import Rating
from generator.findings.findings import Finding
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
        correction: why a report that is there may change; None where it may not.
        is_sealed: whether withheld grades stay out of data/.
        as_of: the day on which the calendar is judged.
    """

    naming: Naming
    correction: str | None
    is_sealed: bool
    as_of: date


@dataclass(frozen=True, slots=True)
class Entry:
    """One report that is imported.

    Args:
        provider: its provider, as the register will have it.
        report: its row, sealed.
        results: its rows, sealed, each with what the public may know of it; None where a grade is missing.
        change: what is done.
        public_from: the day from which the public sees it; None for a draft.
        labels: the names of the services.
    """

    provider: Provider
    report: Report
    results: tuple[tuple[Result, Rating | None], ...]
    change: Change
    public_from: date | None
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Import:
    """A whole import.

    Args:
        entries: each report that could be read.
        findings: sorted; with an error among them nothing may be written.
        contents: the files of data/ that change, and what they will hold.
        shown: the same files before and after, sealed, for a difference that anybody may see.
        choices: what a person can answer to these findings, of files that hold one report.
    """

    entries: tuple[Entry, ...]
    findings: list[Finding]
    contents: Mapping[str, bytes]
    shown: Mapping[str, tuple[str, str]]
    choices: tuple[Choice, ...] = ()
