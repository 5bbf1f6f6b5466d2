"""The days on which the data changed, and the version that it has. They come from the data, so no clock is needed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.site.news import Kind, News

_OF_DIGEST = 12  # hexadecimal digits; they only tell versions of one day apart


@dataclass(frozen=True, slots=True)
class Release:
    """A day with news, and how much of each kind."""

    day: date
    counts: Mapping[Kind, int]


@dataclass(frozen=True, slots=True)
class Edition:
    """The data as it is published: the day of its newest news, None if nothing is public yet, and its version."""

    day: date | None
    version: str


def releases(news: Sequence[News]) -> list[Release]:
    """Each day with news, the newest first."""
    counts: dict[date, Counter[Kind]] = {}
    for each in news:
        counts.setdefault(each.day, Counter())[each.kind] += 1
    return [Release(day, counts[day]) for day in sorted(counts, reverse=True)]


def edition(news: Sequence[News], digest: str) -> Edition:
    """The edition with that ``news``, the newest first, of data that has that ``digest`` and no other.

    The version counts up with the days, as versions do, and differs whenever the data does: 2026.10.5+1a2b3c4d5e6f. The
    digest is what semantic versions call build metadata.
    """
    day = news[0].day if news else None
    numbers = f"{day.year}.{day.month}.{day.day}" if day else "0.0.0"
    return Edition(day, f"{numbers}+{digest[:_OF_DIGEST]}")
