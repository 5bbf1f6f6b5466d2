"""The corrections as their page shows them."""

from dataclasses import dataclass

from generator.disclosure.public import PublicRegister
from generator.site import figures
from generator.site.syndication.news import corrections_of


@dataclass(frozen=True, slots=True)
class CorrectionLineView:
    """A correction: its day, whose measurement, of when, what changed and why."""

    day: str
    provider_id: str
    provider: str
    period: str
    what: str
    reason: str


def corrections_view(register: PublicRegister) -> tuple[CorrectionLineView, ...]:
    """All corrections, the newest first."""
    return tuple(
        CorrectionLineView(
            day=figures.day(news.correction.corrected_on),
            provider_id=news.provider.id,
            provider=news.provider.name,
            period=figures.short_period(news.report.period_start, news.report.period_end),
            what=news.correction.what,
            reason=news.correction.reason,
        )
        for news in corrections_of(register)
        if news.correction
    )
