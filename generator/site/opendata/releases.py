"""The days on which the data changed: told by the data, so that no clock is needed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.disclosure.public import PublicRegister


@dataclass(frozen=True, slots=True)
class Release:
    """A day on which reports became public or were corrected, and how many."""

    day: date
    reports: int
    corrections: int


def releases(register: PublicRegister) -> list[Release]:
    """Each such day, the newest first."""
    found = [report for provider in register.providers for report in provider.reports]
    reports = Counter(report.public_on for report in found)
    corrections = Counter(each.corrected_on for report in found for each in report.corrections)
    days = sorted({*reports, *corrections}, reverse=True)
    return [Release(day, reports[day], corrections[day]) for day in days]


def released_on(register: PublicRegister) -> date | None:
    """The day of the newest change; None where nothing is public yet."""
    newest = releases(register)[:1]
    return newest[0].day if newest else None


def version(day: date | None) -> str:
    """A day as a version: 2026.10.5, which counts up as versions do."""
    return f"{day.year}.{day.month}.{day.day}" if day else "0.0.0"
