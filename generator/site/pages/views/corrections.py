"""The corrections as their page shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.site.news import News, corrections_by_page
from generator.site.words import figures
from generator.site.words.catalogue import Words
from generator.site.words.correcting import corrected


@dataclass(frozen=True, slots=True)
class CorrectionLineView:
    """A correction: its day, the provider, the period, and what changed and why in ``said``."""

    day: str
    provider_id: str
    provider: str
    period: str
    said: str


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """One page of the corrections.

    Args:
        page: its number, from 1.
        pages: how many there are.
        count: how many corrections there are on all pages.
        corrections: those on this one.
    """

    page: int
    pages: int
    count: int
    corrections: tuple[CorrectionLineView, ...]


def corrections_views(news: Iterable[News], words: Words) -> Iterator[CorrectionsView]:
    """The pages of all corrections, the newest first; one, even if there are none."""
    pages = list(corrections_by_page(news))
    count = sum(map(len, pages))
    for page, corrections in enumerate(pages, start=1):
        yield CorrectionsView(page, len(pages), count, tuple(_lines(corrections, words)))


def _lines(corrections: Iterable[News], words: Words) -> Iterator[CorrectionLineView]:
    return (
        CorrectionLineView(
            day=figures.day(each.correction.corrected_on),
            provider_id=each.provider.id,
            provider=each.provider.name,
            period=figures.short_period(each.report.period_start, each.report.period_end),
            said=corrected(each.correction, words),
        )
        for each in corrections
        if each.correction
    )
