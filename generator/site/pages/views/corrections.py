"""The corrections as their page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.site.news import News, corrections_of
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


def corrections_view(news: Iterable[News], words: Words) -> tuple[CorrectionLineView, ...]:
    """All corrections, the newest first."""
    return tuple(
        CorrectionLineView(
            day=figures.day(each.correction.corrected_on),
            provider_id=each.provider.id,
            provider=each.provider.name,
            period=figures.short_period(each.report.period_start, each.report.period_end),
            said=corrected(each.correction, words),
        )
        for each in corrections_of(news)
        if each.correction
    )
