"""The corrections as their page shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.disclosure.public import PublicProvider
from generator.site.news import News, corrections_by_page
from generator.site.words.catalogue import Words
from generator.site.words.correcting import corrected, period_of


@dataclass(frozen=True, slots=True)
class CorrectionLineView:
    """A correction: its day, the provider, the period, and what changed and why in ``said``.

    ``provider_id`` is None if the provider has no page now.
    """

    day: str
    provider_id: str | None
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
            day=words.figures.day(each.correction.corrected_on),
            provider_id=each.provider.id if isinstance(each.provider, PublicProvider) else None,
            provider=each.provider.name,
            period=period_of(each.report, words),
            said=corrected(each.correction, each.report, words),
        )
        for each in corrections
        if each.correction
    )
