"""The days on which the data changed. They come from the data, so no clock is needed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.site.news import News


@dataclass(frozen=True, slots=True)
class Release:
    """A day on which reports became public or were corrected, and how many."""

    day: date
    reports: int
    corrections: int


def releases(news: Sequence[News]) -> list[Release]:
    """Each such day, the newest first."""
    reports = Counter(each.day for each in news if not each.correction)
    corrections = Counter(each.day for each in news if each.correction)
    days = sorted({*reports, *corrections}, reverse=True)
    return [Release(day, reports[day], corrections[day]) for day in days]


def released_on(news: Sequence[News]) -> date | None:
    """The day of the first, so the newest, item of ``news``; None if nothing is public yet."""
    return news[0].day if news else None


def version(day: date | None) -> str:
    """A day as a version: 2026.10.5, which counts up as versions do."""
    return f"{day.year}.{day.month}.{day.day}" if day else "0.0.0"
